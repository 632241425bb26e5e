x = 0.0
signs = 0
for i in range(1000):
    x = -x
    if str(x) == "-0.0":
        signs += 1
print(x, signs)  # expect: 0.0 500
total = -0.0
for i in range(1000):
    total = total + -0.0
print(total)  # expect: -0.0
z = 0
for i in range(1000):
    z = z * -1
print(z, z / 1 if z else 0.0 * -1)  # expect: 0 -0.0
