for _ in []:
    print("no")
else:
    print("else")  # expect: else
while False:
    print("no")
else:
    print("else")  # expect: else
for i in range(2): pass
print(i)  # expect: 1
