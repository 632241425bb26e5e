def inner(x):
    if x == 777:
        raise ValueError(f"bad {x}")
    return x * 2
def middle(x):
    return inner(x) + 1
def outer(n):
    total = 0
    for i in range(n):
        total += middle(i)
    return total
print(outer(700))  # expect: 490000
try:
    outer(1000)
except ValueError as e:
    print(e, e.__traceback__.tb_next.tb_next.tb_next.tb_lineno)  # expect: bad 777 3
