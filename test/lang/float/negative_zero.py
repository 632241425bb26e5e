z = -0.0
print(z, z == 0.0, 0.0 * -1, -z, abs(z), z + 0.0, z - 0.0, 0 * -1, 0 * -1.0)  # expect: -0.0 True -0.0 0.0 0.0 0.0 -0.0 0 -0.0
print(1 if z else 2, str(z), f"{z}", f"{z:.2f}", round(-0.4), round(-0.4, 1), int(z))  # expect: 2 -0.0 -0.0 -0.00 0 -0.4 0
