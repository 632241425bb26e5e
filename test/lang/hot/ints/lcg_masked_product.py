# Products above 2**53, of which only the low bits are wanted.
x = 42
for i in range(3000):
    x = (x * 1103515245 + 12345) & 0x7fffffff
print(x)  # expect: 975035922
x = 42
for i in range(2000):
    x = (x * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
print(x)  # expect: 3528437947691580858
