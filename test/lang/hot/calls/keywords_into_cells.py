# A callee whose parameters are captured and that collects other keywords, entered from a hot loop.
def make(base, **more):
    def total(): return base + sum(more.values())
    return total
def run(n):
    s = 0
    for i in range(n):
        s += make(i, a=1, b=i)()
        s -= make(base=2)()
    return s
print(run(300))  # expect: 89400
