a = [1.0, 2.0]
a[0] = 1
print(a)  # expect: [1, 2.0]
a.append(-0.0)
a.append(float("nan"))
print(a, a[2] == 0, 1 in a, 1.0 in a)  # expect: [1, 2.0, -0.0, nan] True True True
