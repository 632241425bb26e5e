import math
print(math.gcd(12, 18), math.gcd(-4, 6), math.gcd(), math.lcm(4, 6), math.factorial(20), math.factorial(25), math.comb(50, 6), math.perm(10, 3), math.comb(5, 7), math.gcd(2 ** 70, 6 ** 30), math.prod([1, 2, 3, 4]), math.prod([0.5, 4]))  # expect: 6 2 0 12 2432902008176640000 15511210043330985984000000 15890700 720 0 1073741824 24 2.0
