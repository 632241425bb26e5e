print(isinstance(True, int), issubclass(bool, int), True == 1, type(True).__mro__)  # expect: True True True (<class 'bool'>, <class 'int'>, <class 'object'>)
