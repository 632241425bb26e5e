for i in range(300):
    if i % 60 == 59:
        print(i, i * 0.5)  # expect: 59 29.5
        # expect: 119 59.5
        # expect: 179 89.5
        # expect: 239 119.5
        # expect: 299 149.5
