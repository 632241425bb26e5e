class A:
    def __eq__(self, o):
        return "equal?"
    def __lt__(self, o):
        return []
a = A()
print(a == 1, a != 1, a < 1, not (a < 1), "yes" if a == 1 else "no", a in [2])  # expect: equal? False [] True yes True
