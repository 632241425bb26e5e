class Key:
    n = 0
    def __hash__(self): return 5
    def __eq__(self, other):
        Key.n += 1
        return False
try: {Key(): 1}[5]
except KeyError: print(Key.n)  # expect: 1
