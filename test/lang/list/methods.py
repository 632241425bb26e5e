a = [3, 1, 2]
a.extend([5, 4])
a.insert(1, 9)
a.insert(-100, 0)
a.insert(100, 7)
print(a, a.pop(), a.pop(0), a.pop(-2), a)  # expect: [3, 9, 1, 2, 4] 7 0 5 [3, 9, 1, 2, 4]
a.remove(9)
a.reverse()
print(a, a.index(1), a.count(3), a.copy() is a)  # expect: [4, 2, 1, 3] 2 1 False
a.clear()
print(a)  # expect: []
