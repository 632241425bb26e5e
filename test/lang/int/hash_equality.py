print(hash(1) == hash(1.0) == hash(True), {1: "a", 1.0: "b", True: "c"})  # expect: True {1: 'c'}
print(1 == 1.0, 1 == True, 0 == False, 2 == True)  # expect: True True True False
