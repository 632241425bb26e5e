# An object made in the loop is found again through another name: a list, an attribute, a call.
class P:
    pass


class Q:
    kept = None

    def __init__(self, v):
        self.v = v
        Q.kept = self


def by_list(n, j, k):
    items = [None, None]
    total = 0
    for i in range(n):
        p = P()
        p.v = 1
        items[j] = p
        q = items[k]
        q.v = 5
        total += p.v
    return total


print(by_list(500, 0, 0), by_list(500, 1, 1))  # expect: 2500 2500


def by_attribute(n, a, b):
    total = 0.0
    for i in range(n):
        p = P()
        p.v = 1.0
        a.inner = p
        q = b.inner
        q.v += i * 0.5
        total += p.v
    return total


one = P()
print(by_attribute(500, one, one))  # expect: 62875.0


def by_class(n):
    total = 0
    for i in range(n):
        q = Q(i)
        Q.kept.v = q.v + 1
        total += q.v
        Q.kept.w = total
        total += q.w % 3
    return total


print(by_class(500))  # expect: 125750


def by_tuple(n, k):
    total = 0
    for i in range(n):
        p = P()
        q = P()
        p.v, q.v = i, 0.5
        pair = (p, q)
        r = pair[k]
        r.v = r.v + 1
        total += p.v + q.v
    return total


print(by_tuple(500, 0), by_tuple(500, 1), by_tuple(500, -1))  # expect: 125500.0 125500.0 125500.0


def lists_in_lists(n, j):
    rows = [[0], [0]]
    total = 0
    for i in range(n):
        row = [1, 2]
        rows[j] = row
        rows[j - 2][0] = i
        total += row[0]
    return total


print(lists_in_lists(500, 1), lists_in_lists(500, 0))  # expect: 124750 124750
