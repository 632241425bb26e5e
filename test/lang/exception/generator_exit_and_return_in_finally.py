def g():
    try:
        yield 1
        yield 2
    finally:
        print("closed")
for x in g():
    print(x)  # expect: 1
    break  # expect: closed
it = g()
next(it)
it.close()  # expect: closed
print("end")  # expect: end
