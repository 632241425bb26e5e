# `in`, `==`, index, count and remove of lists ask the items: only numbers answer without Python.
calls = 0


class Same:
    def __eq__(self, other):
        global calls
        calls += 1
        return other == 3

    __hash__ = None


def lists(n):
    global calls
    numbers = [1, 2, 3]
    floats = [1.5, 2.5, 3.0]
    mixed = [1, Same(), 'x']
    total = 0
    for i in range(n):
        calls = i
        total += (3 in numbers) + (3 in floats) + (3 in mixed)
        total += numbers.index(3) + mixed.index(3) + mixed.count(3) + floats.count(3)
        total += (numbers == mixed) + (mixed == [1, 3, 'x'])
        total += calls
    return total


print(lists(200))  # expect: 22700


def grown(n):
    global calls
    items = [1, 2]
    total = 0
    for i in range(n):
        calls = 0
        if i == n // 2:
            items.append(Same())
        total += (3 in items) + items.count(2) + calls * 100
    return total


print(grown(200))  # expect: 20300
