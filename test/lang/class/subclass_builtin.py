class L(list):
    def total(self):
        return sum(self)
class D(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k, v * 10)
l = L([1, 2, 3])
l.append(4)
d = D(a=1)
d["b"] = 2
print(l, l.total(), l[1:], type(l[1:]).__name__, len(l), d, isinstance(l, list))  # expect: [1, 2, 3, 4] 10 [2, 3, 4] list 4 {'a': 1, 'b': 20} True
class S(str):
    def shout(self):
        return self.upper() + "!"
print(S("hi").shout(), S("a") + "b", type(S("a") + "b").__name__)  # expect: HI! ab str
