s = {42}
print(s.pop(), s, len(s))  # expect: 42 set() 0
try:
    s.pop()
except KeyError as e:
    print(e)  # expect: 'pop from an empty set'
s.update([1, 2], "a")
print(len(s))  # expect: 3
s.clear()
print(s)  # expect: set()
