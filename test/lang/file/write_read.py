import os, sys
path = f"/tmp/sidewinder-test-{os.getpid()}.txt"
with open(path, "w") as f:
    print(f.write("one\n"), f.write("two\n"))  # expect: 4 4
    print("three", 3, file=f)
    f.writelines(["a", "b\n"])
with open(path, "a") as f:
    f.write("é end")
with open(path) as f:
    print(f.readlines())  # expect: ['one\n', 'two\n', 'three 3\n', 'ab\n', 'é end']
with open(path, "rb") as f:
    print(f.read())  # expect: b'one\ntwo\nthree 3\nab\n\xc3\xa9 end'
with open(path) as f:
    print(f.read(5), f.read(3), f.readline(), next(f), list(f), f.read() == "")  # expect: one
    # expect: t wo
    # expect:  three 3
    # expect:  ab
    # expect:  ['é end'] True
os.remove(path)
print(os.path.exists(path))  # expect: False
