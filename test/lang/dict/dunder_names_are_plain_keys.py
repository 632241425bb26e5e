d = {}
d["__proto__"] = 1
d["constructor"] = 2
d["toString"] = 3
d["hasOwnProperty"] = 4
print(d, d["__proto__"], "valueOf" in d, d.get("__defineGetter__"))  # expect: {'__proto__': 1, 'constructor': 2, 'toString': 3, 'hasOwnProperty': 4} 1 False None
class A:
    pass
a = A()
a.__proto__ = 5
a.constructor = 6
a.prototype = 7
print(a.__proto__, a.constructor, a.prototype, hasattr(a, "toString"), a.__dict__)  # expect: 5 6 7 False {'__proto__': 5, 'constructor': 6, 'prototype': 7}
