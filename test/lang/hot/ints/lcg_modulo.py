x = 1
for i in range(3000):
    x = x * 16807 % 2147483647
print(x)  # expect: 873975955
x = 12345
for i in range(3000):
    x = x * 48271001 % 1000000007
print(x)  # expect: 95450551
