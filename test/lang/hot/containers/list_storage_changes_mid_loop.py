xs = [0] * 1000
for i in range(1000):
    if i == 600:
        xs[i] = 0.5
    elif i == 800:
        xs[i] = "s"
    else:
        xs[i] = i
print(sum(x for x in xs if x != "s"), xs[599:602], xs[799:802])  # expect: 498100.5 [599, 0.5, 601] [799, 's', 801]
