class C:
    def __int__(self):
        return 7
    def __float__(self):
        return 2.5
    def __index__(self):
        return 3
    def __bool__(self):
        return False
    def __complex__(self):
        return 1j
    def __bytes__(self):
        return b"x"
    def __round__(self, n=None):
        return ("round", n)
    def __trunc__(self):
        return 1
c = C()
print(int(c), float(c), [0, 1, 2, 3][c], bool(c), complex(c), bytes(c), round(c), round(c, 2), hex(c), "ab" * c, range(c))  # expect: 7 2.5 3 False 1j b'x' ('round', None) ('round', 2) 0x3 ababab range(0, 3)
