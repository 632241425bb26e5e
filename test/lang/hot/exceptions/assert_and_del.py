def f(n):
    acc = []
    for i in range(n):
        assert i >= 0, "negative"
        acc.append(i)
        if len(acc) > 10:
            del acc[0]
    return acc
print(f(1000))  # expect: [990, 991, 992, 993, 994, 995, 996, 997, 998, 999]
try:
    for i in range(1000):
        assert i < 888, f"at {i}"
except AssertionError as e:
    print(e)  # expect: at 888
