def risky(i):
    if i % 7 == 3:
        raise KeyError(i)
    if i % 11 == 5:
        return [][i]
    return i
ok = key = index = 0
for i in range(1500):
    try:
        ok += risky(i)
    except KeyError as e:
        key += e.args[0]
    except IndexError:
        index += 1
print(ok, key, index)  # expect: 876300 160179 117
