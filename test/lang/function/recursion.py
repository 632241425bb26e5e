def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
def ack(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))
print(fact(25), fib(15), ack(2, 3))  # expect: 15511210043330985984000000 610 9
