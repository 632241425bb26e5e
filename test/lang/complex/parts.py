z = complex(1.5, -2)
print(z.real, z.imag, z.conjugate(), abs(3 + 4j))  # expect: 1.5 -2.0 (1.5+2j) 5.0
