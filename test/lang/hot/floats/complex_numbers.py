z = 0j
c = -0.5 + 0.5j
inside = 0
for i in range(800):
    z = z * z + c
    if abs(z) > 2:
        z = 0j
    else:
        inside += 1
print(inside, z.real < 2)  # expect: 800 True
w = 1 + 1j
for i in range(400):
    w = w * 1j - w.conjugate() * 0
print(w)  # expect: (1+1j)
