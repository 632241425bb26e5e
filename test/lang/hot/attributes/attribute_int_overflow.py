class P:
    def __init__(self):
        self.x = 2 ** 53 - 500
    def bump(self):
        self.x += 3
p = P()
for i in range(1000):
    p.bump()
print(p.x)  # expect: 9007199254743492
