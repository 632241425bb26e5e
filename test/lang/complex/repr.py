print(1j, -1j, 1 + 0j, -0.0 + 1j, complex(0, -0.0), complex(1, float("inf")), complex("1+2j"), 1e20j)  # expect: 1j (-0-1j) (1+0j) 1j -0j (1+infj) (1+2j) 1e+20j
