def first[T](x: T) -> T: return x
def bounded[T: int, U: (int, str), *Ts, **P](x: T = 1, *, y: U = 2) -> P: return Ts
def defaults[T = int, *Ts = *tuple[int], **P = [int]](): pass
class Box[T]:
    x: T
    def get(self) -> T: return T
class Bounded[T: int, U = str](Base[T], key=U):
    def m[V](self, v: V) -> T: return T, V
type Alias = int
type Generic[T] = list[T] | Alias
def outer():
    class Inner[T]:
        type A = T
        type B[U] = dict[T, U]
        y = T
        def f[V: T](self): return lambda: (T, V)
    type Local = Inner
    def g[T](a=outer): return [T for _ in a]
    return Inner, Local, g
@decorator
def decorated[T](x): pass
@decorator
class DecoratedClass[T]: pass
class Names:
    X = 1
    def f[T: X](self, a: X = X) -> X: pass
    type Y = X
    class Nested[T: X](X): z: X
class Mangle[__T: int](__Base):
    def f[__U](self, x: __T) -> __U: pass
