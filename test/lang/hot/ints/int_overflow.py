# An int sum passes 2**53 in the middle of the loop.
def f(n):
    total = 2 ** 53 - 1000
    for i in range(n):
        total += i
    return total
print(f(40), f(400), f(3000))  # expect: 9007199254740772 9007199254819792 9007199259238492
x = 1
for i in range(200):
    x = x * 3 + 1
print(x)  # expect: 398420983313812154008171983053669440243850178980091743961862442608638736351953274491577048566001
