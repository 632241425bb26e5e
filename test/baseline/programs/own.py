# What looks at the variables of the function that calls it.


def names(a, b=2):
    c = a + b
    return sorted(locals().items())


def others(a):
    text = 'a'
    return sorted(vars()), dir(), eval('a + 1'), [text for _ in range(2)]


def by_another_name(x):
    f = [locals, vars, dir][x % 3]
    y = x
    return sorted(f())


def run(n):
    exec('n = n * 100')
    made = {}
    exec('made["n"] = n + 1')
    return n, made


class Base:
    def __init__(self, v):
        self.v = v

    def tell(self, more):
        return ('base', self.v, more)


class Child(Base):
    def __init__(self, v):
        s = super()
        s.__init__(v + 1)

    def tell(self, more):
        s = super
        return ('child', s().tell(more), super().tell(more))


def closure(n):
    total = 0

    def add(k):
        nonlocal total
        total += k
        return sorted(locals().items())

    for i in range(n):
        seen = add(i)
    return seen, total


def comprehension(n):
    return [sorted(locals()) for i in range(n)]


def scope():
    return __name__, globals()['scope'] is scope


for i in range(6):
    print(names(i), names(i, 3.5))  # expect: [('a', 0), ('b', 2), ('c', 2)] [('a', 0), ('b', 3.5), ('c', 3.5)]
    print(others(i))  # expect: (['a', 'text'], ['a', 'text'], 1, ['a', 'a'])
    print(by_another_name(i))  # expect: ['f', 'x', 'y']
    print(run(i))  # expect: (0, {'n': 1})
    print(Child(i).tell(i))  # expect: ('child', ('base', 1, 0), ('base', 1, 0))
    print(closure(3))  # expect: ([('k', 2), ('total', 3)], 3)
    print(comprehension(2))  # expect: [['i', 'n'], ['i', 'n']]
    print(scope())  # expect: ('__main__', True)
    # expect: [('a', 1), ('b', 2), ('c', 3)] [('a', 1), ('b', 3.5), ('c', 4.5)]
    # expect: (['a', 'text'], ['a', 'text'], 2, ['a', 'a'])
    # expect: ['f', 'x', 'y']
    # expect: (1, {'n': 2})
    # expect: ('child', ('base', 2, 1), ('base', 2, 1))
    # expect: ([('k', 2), ('total', 3)], 3)
    # expect: [['i', 'n'], ['i', 'n']]
    # expect: ('__main__', True)
    # expect: [('a', 2), ('b', 2), ('c', 4)] [('a', 2), ('b', 3.5), ('c', 5.5)]
    # expect: (['a', 'text'], ['a', 'text'], 3, ['a', 'a'])
    # expect: ['f', 'x', 'y']
    # expect: (2, {'n': 3})
    # expect: ('child', ('base', 3, 2), ('base', 3, 2))
    # expect: ([('k', 2), ('total', 3)], 3)
    # expect: [['i', 'n'], ['i', 'n']]
    # expect: ('__main__', True)
    # expect: [('a', 3), ('b', 2), ('c', 5)] [('a', 3), ('b', 3.5), ('c', 6.5)]
    # expect: (['a', 'text'], ['a', 'text'], 4, ['a', 'a'])
    # expect: ['f', 'x', 'y']
    # expect: (3, {'n': 4})
    # expect: ('child', ('base', 4, 3), ('base', 4, 3))
    # expect: ([('k', 2), ('total', 3)], 3)
    # expect: [['i', 'n'], ['i', 'n']]
    # expect: ('__main__', True)
    # expect: [('a', 4), ('b', 2), ('c', 6)] [('a', 4), ('b', 3.5), ('c', 7.5)]
    # expect: (['a', 'text'], ['a', 'text'], 5, ['a', 'a'])
    # expect: ['f', 'x', 'y']
    # expect: (4, {'n': 5})
    # expect: ('child', ('base', 5, 4), ('base', 5, 4))
    # expect: ([('k', 2), ('total', 3)], 3)
    # expect: [['i', 'n'], ['i', 'n']]
    # expect: ('__main__', True)
    # expect: [('a', 5), ('b', 2), ('c', 7)] [('a', 5), ('b', 3.5), ('c', 8.5)]
    # expect: (['a', 'text'], ['a', 'text'], 6, ['a', 'a'])
    # expect: ['f', 'x', 'y']
    # expect: (5, {'n': 6})
    # expect: ('child', ('base', 6, 5), ('base', 6, 5))
    # expect: ([('k', 2), ('total', 3)], 3)
    # expect: [['i', 'n'], ['i', 'n']]
    # expect: ('__main__', True)
