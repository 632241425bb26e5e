from collections import deque
d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), len(d), d[0], d[-1], list(d))  # expect: deque([1, 2], maxlen=4) 3 0 2 1 2 [1, 2]
d.extend([7, 8, 9])
d.rotate(1)
print(d, 8 in d, d.maxlen)  # expect: deque([9, 2, 7, 8], maxlen=4) True 4
d.extendleft("ab")
print(list(d), d.count(7), deque("abc"))  # expect: ['b', 'a', 9, 2] 0 deque(['a', 'b', 'c'])
d.clear()
try:
    d.pop()
except IndexError as e:
    print(e)  # expect: pop from an empty deque
