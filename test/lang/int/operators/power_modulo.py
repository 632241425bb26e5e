print(pow(3, 200, 13), pow(2, 10, 1000), pow(-2, 3, 5), pow(5, 3, -7))  # expect: 9 24 2 -1
print(pow(3, -1, 11))  # expect: 4
try:
    pow(2, -1, 4)
except ValueError as e:
    print(e)  # expect: base is not invertible for the given modulus
try:
    pow(2, 3, 0)
except ValueError as e:
    print(e)  # expect: pow() 3rd argument cannot be 0
