src = '''
def add(x): return x + K
t = 0
for i in range(1000):
    t = add(t) + M
'''
c = compile(src, 'x', 'exec')
for K in (1, 2, 3):
    d = {'K': K, 'M': K * 10}
    exec(c, d)
    print(d['t'])  # expect: 11000
    # expect: 22000
    # expect: 33000
import types
def f(n):
    t = 0
    for i in range(n): t += Q
    return t
Q = 1
print(f(1000))  # expect: 1000
g = types.FunctionType(f.__code__, {'Q': 5, 'range': range})
print(g(1000), f(1000))  # expect: 5000 1000
