def yes():
    print("called")
    return True
print(False and yes())  # expect: False
print(True or yes())  # expect: True
print(True and yes())  # expect: called
# expect: True
