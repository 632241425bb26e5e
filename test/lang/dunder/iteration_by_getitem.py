class Sq:
    def __getitem__(self, i):
        if i >= 5:
            raise IndexError
        return i * i
print(list(Sq()), 9 in Sq(), 7 in Sq(), sum(Sq()), max(Sq()))  # expect: [0, 1, 4, 9, 16] True False 30 16
a, b, *c = Sq()
print(a, b, c)  # expect: 0 1 [4, 9, 16]
