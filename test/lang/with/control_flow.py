class C:
    def __enter__(self):
        pass
    def __exit__(self, *a):
        print("exit", a[0])
def f():
    with C():
        return 5
print(f())  # expect: exit None
# expect: 5
for i in range(3):
    with C():  # expect: exit None
    # expect: exit None
        if i == 0:
            continue
        break
print(i)  # expect: 1
