class Money:
    def __init__(self, v):
        self.v = v
    def __format__(self, spec):
        return f"<{self.v:{spec or '.2f'}}>"
print(f"{Money(3)}", f"{Money(3):.1f}", "{:.3f}".format(Money(2)), format(Money(1)))  # expect: <3.00> <3.0> <2.000> <1.00>
