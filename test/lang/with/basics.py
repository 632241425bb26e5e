class C:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, v)
with C("a") as x:  # expect: enter a
    print(x)  # expect: A
    # expect: exit a None None
with C("a") as x, C("b") as y:  # expect: enter a
# expect: enter b
    print(x, y)  # expect: A B
    # expect: exit b None None
    # expect: exit a None None
with (C("p") as p, C("q")):  # expect: enter p
# expect: enter q
    print(p)  # expect: P
    # expect: exit q None None
    # expect: exit p None None
