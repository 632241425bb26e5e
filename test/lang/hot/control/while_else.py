total = 0
for k in range(300):
    i = 0
    while i < k % 7:
        i += 1
        if i == 5:
            break
    else:
        total += 1
    total += i
print(total)  # expect: 1070
