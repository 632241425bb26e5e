log = 0
def f(n):
    global log
    for i in range(n):
        try:
            if i % 5 == 0:
                continue
            if i == 900:
                return i
        finally:
            log += 1
    return -1
print(f(500), log, f(2000), log)  # expect: -1 500 -1 2500
