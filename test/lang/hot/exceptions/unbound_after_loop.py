def f(n):
    for i in range(n):
        last = i
    return last
print(f(1500))  # expect: 1499
try:
    f(0)
except UnboundLocalError as e:
    print(e)  # expect: cannot access local variable 'last' where it is not associated with a value
def g(n):
    for i in range(n):
        if i == n - 1:
            found = i
    return found
print(g(1000))  # expect: 999
