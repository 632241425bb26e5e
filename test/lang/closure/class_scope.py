x = "global"
class A:
    x = "class"
    def f(self):
        return x
    y = [x for _ in range(2)]
    z = x
print(A().f(), A.y, A.z)  # expect: global ['global', 'global'] class
