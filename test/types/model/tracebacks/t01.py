def f(x):
    return 1 / x
def g(x):
    y = (f(x) +
         3)
    return y
class A:
    def m(self):
        a = {}
        return a['x']['y']['z']
try:
    g(0)
except ZeroDivisionError as e:
    try:
        A().m()
    except KeyError as k:
        raise ValueError("bad thing") from k
