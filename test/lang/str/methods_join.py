print(",".join(["a", "b"]), "".join([]), "-".join("abc"), " ".join(str(i) for i in range(4)))  # expect: a,b  a-b-c 0 1 2 3
try:
    ",".join(["a", 1])
except TypeError as e:
    print(e)  # expect: sequence item 1: expected str instance, int found
