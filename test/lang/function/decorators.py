def twice(f):
    def g(*args):
        return f(f(*args))
    return g
def tag(name):
    print("tag", name)
    def deco(f):
        print("deco", name)
        return lambda *a: f"<{name}>{f(*a)}</{name}>"
    return deco
@twice
def inc(x):
    return x + 1
@tag("b")  # expect: tag b
@tag("i")  # expect: tag i
# expect: deco i
# expect: deco b
def hello(s):
    return s
print(inc(5), hello("x"))  # expect: 7 <b><i>x</i></b>
