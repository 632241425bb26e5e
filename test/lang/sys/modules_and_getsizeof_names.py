import sys, math
print("math" in sys.modules, sys.modules["math"] is math, sys.modules["__main__"].__name__, sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit > 0)  # expect: True True __main__ 1.7976931348623157e+308 2.220446049250313e-16 True
