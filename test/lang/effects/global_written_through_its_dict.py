# A store into the dict of globals() replaces a function that a loop calls.
def one():
    return 1


def two():
    return 2


FIRST, SECOND = one, two


def called(namespace, choices, n):
    total = 0
    for i in range(n):
        namespace['one'] = choices[i % 2]
        total += one()
    return total


print(called(globals(), [FIRST, SECOND], 400))  # expect: 600


def replaced_by_side_path(choices, n):
    total = 0
    for i in range(n):
        if i % 3 == 0:
            globals()['two'] = choices[i % 2]
        total += two()
    return total


print(replaced_by_side_path([FIRST, SECOND], 400))  # expect: 599


def methods_of_the_dict(namespace, n):
    total = 0
    for i in range(n):
        if i % 4 == 1:
            namespace.pop('two')
        elif i % 4 == 2:
            namespace.setdefault('two', one)
        elif i % 4 == 3:
            namespace.update(two=len)
        try:
            total += two('abc')
        except TypeError:
            total += 1000
        except NameError:
            total += 100000
    return total


print(methods_of_the_dict(globals(), 400))  # expect: 10101597
