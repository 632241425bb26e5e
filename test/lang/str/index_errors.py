try:
    "abc"[5]
except IndexError as e:
    print(e)  # expect: string index out of range
try:
    k = "x"
    "abc"[k]
except TypeError as e:
    print(e)  # expect: string indices must be integers, not 'str'
try:
    s = "abc"
    s[0] = "x"
except TypeError as e:
    print(e)  # expect: 'str' object does not support item assignment
