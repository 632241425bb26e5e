M = 9007199254740991
print(~M == -M - 1, ~M in {-M - 1}, [~M].index(-M - 1))  # expect: True True 0
import operator
print(operator.invert(M), operator.inv(-M - 1), (-M - 1) == ~M)  # expect: -9007199254740992 9007199254740991 True
