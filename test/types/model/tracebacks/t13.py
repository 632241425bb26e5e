class X:
    def __getattr__(self, name):
        raise AttributeError(f"no {name}")
    def __repr__(self): return "X!"
from itertools import chian
