class Metres(int):
    def __repr__(self):
        return f"{int(self)} m"
    def __add__(self, other):
        return Metres(int(self) + int(other))
a = Metres(3)
print(a, a + 4, a * 2, type(a * 2).__name__, a == 3, [10, 20, 30, 40][a])  # expect: 3 m 7 m 6 int True 40
