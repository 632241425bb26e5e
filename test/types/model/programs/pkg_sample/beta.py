print('beta'); B = 2
def __getattr__(n):
    if n == 'lazy': return 'lazy value'
    raise AttributeError(f'no {n}')
def __dir__(): return ['B', 'lazy']
