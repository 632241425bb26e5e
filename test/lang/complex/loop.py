z = 0j
for i in range(500):
    z = z * z + (-0.4 + 0.6j)
print(abs(z) < 2, z.real == z.real)  # expect: False False
z = 1 + 0j
for i in range(1000):
    z *= 1j
print(z)  # expect: (1-0j)
