def f(n):
    total = 0
    for i in range(n):
        x = i
        total += x
        del x
        if i == n - 1:
            try:
                x
            except UnboundLocalError as e:
                print(e)
    return total
print(f(1000))  # expect: cannot access local variable 'x' where it is not associated with a value
# expect: 499500
