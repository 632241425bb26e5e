from functools import wraps, cmp_to_key, total_ordering
def deco(f):
    @wraps(f)
    def g(*a):
        return f(*a)
    return g
@deco
def hello():
    "Says hello."
print(hello.__name__, hello.__doc__, sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))  # expect: hello Says hello. [3, 2, 1]
@total_ordering
class N:
    def __init__(self, n):
        self.n = n
    def __eq__(self, o):
        return self.n == o.n
    def __lt__(self, o):
        return self.n < o.n
print(N(1) <= N(1), N(2) > N(1), N(1) >= N(2))  # expect: True True False
