from functools import reduce, partial
import operator
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(operator.add, [], 5), reduce(operator.add, ["a", "b"]))  # expect: 24 5 ab
p = partial(int, base=2)
print(p("1010"), partial(pow, 2)(5), p.func is int, p.args, p.keywords)  # expect: 10 32 True () {'base': 2}
try:
    reduce(operator.add, [])
except TypeError as e:
    print(e)  # expect: reduce() of empty iterable with no initial value
