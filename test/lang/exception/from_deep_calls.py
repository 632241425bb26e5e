def a(n):
    if n == 0:
        return [1, 2][5]
    return a(n - 1) + 1
def b():
    try:
        return a(20)
    except KeyError:
        return "wrong"
try:
    b()
except IndexError as e:
    print(e)  # expect: list index out of range
