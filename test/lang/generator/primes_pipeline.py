def integers(n):
    while True:
        yield n
        n += 1
def primes():
    found = []
    for n in integers(2):
        if all(n % p for p in found):
            found.append(n)
            yield n
out = []
for p in primes():
    if p > 300:
        break
    out.append(p)
print(len(out), out[-1], sum(out))  # expect: 62 293 8275
