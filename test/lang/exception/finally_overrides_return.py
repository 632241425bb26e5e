def f():
    try:
        return 1
    finally:
        return 2
def g():
    for i in range(3):
        try:
            continue
        finally:
            print("fin", i)
    return i
def h():
    while True:
        try:
            break
        finally:
            print("leaving")
    return "h"
print(f(), g(), h())  # expect: fin 0
# expect: fin 1
# expect: fin 2
# expect: leaving
# expect: 2 2 h
