def f(x):
    return x.y.z(1)(2)[3] @ 4
a = -"x"
