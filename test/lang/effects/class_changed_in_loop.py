# A residual call changes a class whose method the loop calls afterwards, in the same round and in the next.
class Point:
    value = 1

    def get(self):
        return self.value


def changed(n):
    p = Point()
    total = 0
    for i in range(n):
        if i % 5 == 4:
            setattr(Point, 'get', (lambda self: 5) if i % 2 else (lambda self: 7))
        total += p.get()
    return total


print(changed(400))  # expect: 2384
