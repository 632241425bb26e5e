for i in range(4):
    print(i)  # expect: 0
    # expect: 1
    # expect: 2
    # expect: 3
    i += 10
