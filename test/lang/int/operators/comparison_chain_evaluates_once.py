def show(v):
    print("eval", v)
    return v
print(show(1) < show(3) < show(2) < show(9))  # expect: eval 1
# expect: eval 3
# expect: eval 2
# expect: False
print(show(5) < show(4) < show(100))  # expect: eval 5
# expect: eval 4
# expect: False
