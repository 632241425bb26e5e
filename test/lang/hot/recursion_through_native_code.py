# Recursion that goes through native code is counted frame by frame, compiled or not.
import sys

calls = 0


def mapped(n):
    global calls
    calls += 1
    return list(map(mapped, [n - 1])) if n else 0


def sorting(n):
    global calls
    calls += 1
    return sorted([n - 1], key=sorting) if n else 0


def plain(n):
    global calls
    calls += 1
    return plain(n - 1) if n else 0


def gen(n):
    yield n
    for k in gen(n + 1): yield k


def last(values):
    for k in values: pass


def depth(function, *args):
    global calls
    calls = 0
    try:
        function(*args)
    except RecursionError as e:
        tb, n = e.__traceback__, 0
        while tb is not None: tb, n = tb.tb_next, n + 1
        return n, calls
    return calls


for _ in range(40): mapped(5), sorting(5)
sys.setrecursionlimit(300)
frames, most = depth(plain, 10**6)
print(depth(mapped, 10**6) == (frames, most), depth(sorting, 10**6) == (frames, most))  # expect: True True
print(depth(mapped, most - 3) == most - 2, depth(mapped, most - 1) == most, depth(mapped, most) == (frames, most))  # expect: True True True
print(depth(last, gen(0))[0] - frames)  # expect: 0
print(depth(mapped, 10**6) == (frames, most), depth(sorting, 10**6) == (frames, most))  # expect: True True
