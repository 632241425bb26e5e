from array import array
a = array("d", [1.0, 2.5])
a.append(3)
print(a, len(a), a[0], a[-1], sum(a), list(a), a.typecode, a.itemsize, a[1:])  # expect: array('d', [1.0, 2.5, 3.0]) 3 1.0 3.0 6.5 [1.0, 2.5, 3.0] d 8 array('d', [2.5, 3.0])
a[0] = 7
a.extend([1, 2])
print(a, a.pop(), a.index(7.0), array("i", range(3)) + array("i", [9]), array("b") == array("b"))  # expect: array('d', [7.0, 2.5, 3.0, 1.0]) 2.0 0 array('i', [0, 1, 2, 9]) True
