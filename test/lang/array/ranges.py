from array import array
a = array("B", [0, 255])
for bad in (256, -1, 1.5, "x"):
    try:
        a[0] = bad
    except (OverflowError, TypeError) as e:
        print(type(e).__name__, e)  # expect: OverflowError unsigned byte integer is greater than maximum
        # expect: OverflowError unsigned byte integer is less than minimum
        # expect: TypeError 'float' object cannot be interpreted as an integer
        # expect: TypeError 'str' object cannot be interpreted as an integer
for code, top in (("b", 127), ("h", 32767), ("i", 2147483647), ("H", 65535), ("I", 4294967295), ("q", 2 ** 63 - 1), ("Q", 2 ** 64 - 1)):
    x = array(code, [top])
    print(code, x[0], x.itemsize)  # expect: b 127 1
    try:
        x[0] = top + 1
    except OverflowError as e:
        print(e)  # expect: signed char is greater than maximum
        # expect: h 32767 2
        # expect: signed short integer is greater than maximum
        # expect: i 2147483647 4
        # expect: signed integer is greater than maximum
        # expect: H 65535 2
        # expect: unsigned short is greater than maximum
        # expect: I 4294967295 4
        # expect: unsigned int is greater than maximum
        # expect: q 9223372036854775807 8
        # expect: int too big to convert
        # expect: Q 18446744073709551615 8
        # expect: int too big to convert
try:
    a[9]
except IndexError as e:
    print(e)  # expect: array index out of range
