def g():
    try:
        yield 1
        yield 2
    finally:
        print("closed")
it = g()
for x in it:
    print(x)  # expect: 1
    break
it.close()  # expect: closed
it = g()
next(it)
it.close()  # expect: closed
print("end")  # expect: end
