closed = 0
def g():
    global closed
    try:
        i = 0
        while True:
            yield i
            i += 1
    finally:
        closed += 1
total = 0
for k in range(200):
    it = g()
    for v in it:
        if v > k % 9:
            break
        total += v
    it.close()
print(total, closed)  # expect: 2641 200
