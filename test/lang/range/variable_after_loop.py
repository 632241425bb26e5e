for i in range(3):
    pass
print(i)  # expect: 2
for j in range(0):
    pass
try:
    print(j)
except NameError as e:
    print(e)  # expect: name 'j' is not defined
