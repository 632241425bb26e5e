class A:  # expect: in body
    print("in body")
    xs = [i * i for i in range(4)]
    if len(xs) > 3:
        flag = "long"
    for v in xs:
        last = v
print(A.xs, A.flag, A.last, A.v)  # expect: [0, 1, 4, 9] long 9 9
