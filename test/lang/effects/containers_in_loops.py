# Methods that change their object and run no Python, between reads of the same object.
from collections import deque
from heapq import heappop, heappush, heapify
from bisect import insort, bisect_left
import math


def queues(n):
    q = deque([1, 2, 3])
    total = 0
    for i in range(n):
        q.append(q.popleft() + i % 3)
        q.appendleft(i)
        total += q[1] + len(q) + q.pop()
        q.rotate(1)
    return total, list(q)


print(queues(200))  # expect: (40014, [197, 199, 198])


def heaps(n):
    heap = [5, 3, 8]
    heapify(heap)
    total = 0
    for i in range(n):
        heappush(heap, i * 7 % 11)
        total += heap[0] + heappop(heap) + heap[-1]
    return total, heap


print(heaps(200))  # expect: (3954, [10, 10, 10])


def sorted_lists(n):
    xs = [1, 5, 9]
    total = 0
    for i in range(n):
        insort(xs, i * 13 % 17)
        total += xs[2] + bisect_left(xs, 6) + sum(xs) + max(xs) + min(xs)
        xs.remove(xs[0])
        xs.sort(reverse=i % 2 == 0)
        total += xs[0]
        xs.sort()
    return total, xs


print(sorted_lists(200))  # expect: (21969, [16, 16, 16])


def dicts(n):
    d = {}
    total = 0
    for i in range(n):
        d[i % 7] = d.get(i % 7, 0) + i
        d.setdefault(str(i % 3), i)
        total += len(d) + d[i % 7] + d[str(i % 3)]
        if i % 11 == 10:
            total += d.pop(i % 7, -1)
        if i % 50 == 49:
            d.clear()
    return total, sorted(d.items(), key=str)


print(dicts(200))  # expect: (86243, [])


def sets(n):
    s = set()
    t = {1, 2, 3}
    total = 0
    for i in range(n):
        s.add(i % 9)
        total += len(s | t) + len(s & t) + len(s - t) + (4 in s) + s.issubset(t)
        s.discard((i + 4) % 9)
        if i % 20 == 19:
            s |= t
            s.clear()
    return total, sorted(s)


print(sets(200))  # expect: (2471, [])


def lists(n):
    xs = [0]
    total = 0
    for i in range(n):
        xs += [i, i + 1]
        xs.extend((i,))
        total += len(xs) + xs[-1] + len(xs * 2) + len(xs + [1])
        xs[1:2] = [7, 8]
        total += xs[1] + xs[2]
        del xs[0]
        xs.insert(1, i)
        total += xs[1]
        xs.reverse()
        total += xs[0] + xs.pop()
        if len(xs) > 30:
            xs.clear()
            xs.append(i)
    return total, xs


print(lists(200))  # expect: (78300, [199])


def numbers(n):
    total = 0.0
    for i in range(n):
        total += math.gcd(i, 12, 18) + math.hypot(i, 3.0) + math.prod([1, 2, i]) + math.isclose(i, i)
        total += round(i / 7, 2) + (i / 4).is_integer() + i.bit_length() + len(i.to_bytes(4, 'big'))
    return round(total, 6)


print(numbers(200))  # expect: 65465.700036
