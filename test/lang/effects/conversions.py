# str, format, repr, % and join run the methods of what they are given.
count = 0


class Shown:
    def __str__(self):
        global count
        count += 1
        return f's{count}'

    def __repr__(self):
        global count
        count += 1
        return f'r{count}'

    def __format__(self, spec):
        global count
        count += 1
        return f'f{count}{spec}'

    def __index__(self):
        global count
        count += 1
        return count % 5


def converted(n):
    global count
    total = 0
    values = [1, 2.5, 'abc', None, True, Shown()]
    for i in range(n):
        x = values[i % 6]
        count = i
        total += len(str(x)) + len(f'{x}') + len(f'{x!r:>6}') + len('%s' % x) + len('{}'.format(x)) + len(repr(x))
        total += count
    return total


print(converted(300))  # expect: 51719


def indexed(n):
    global count
    letters = 'abcdef'
    numbers = [0, 1, 2, 3, 4, 5]
    total = 0
    for i in range(n):
        k = Shown() if i % 3 == 0 else i % 6
        count = i
        total += ord(letters[k]) + numbers[k] + (1, 2, 3, 4, 5, 6)[k] + len(letters[:k]) + len(numbers[k:])
        numbers[k] = i
        total += count
    return total, numbers


print(indexed(300))  # expect: (121570, [294, 295, 296, 297, 298, 299])


def module_name(n):
    global __name__
    names = []
    for i in range(n):
        __name__ = f'module{i}'
        names.append((lambda: 0).__module__)
    return names == [f'module{i}' for i in range(n)]


print(module_name(200))  # expect: True
