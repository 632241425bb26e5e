from array import array
a = array("f", [0.1, 1e40 if False else 16777217.0])
print(a[0], a[1], a)  # expect: 0.10000000149011612 16777216.0 array('f', [0.10000000149011612, 16777216.0])
