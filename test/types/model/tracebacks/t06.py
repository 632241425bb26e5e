import math
def area(r):
    return math.pii * r ** 2
try:
    area(2)
except AttributeError as e:
    print(e)
values = [1, 2, 3]
print(vales)
