try:
    open("/no/such/file", "r")
except OSError as e:
    print(e)  # expect: [Errno 2] No such file or directory: '/no/such/file'
try:
    open("/tmp", "w")
except OSError as e:
    print(e)  # expect: [Errno 21] Is a directory: '/tmp'
try:
    open("x", "zz")
except ValueError as e:
    print(e)  # expect: invalid mode: 'zz'
f = open("examples/data/measurements-small.csv")
f.close()
try:
    f.read()
except ValueError as e:
    print(e)  # expect: I/O operation on closed file.
with open("examples/data/measurements-small.csv") as f:
    try:
        f.write("x")
    except OSError as e:
        print(type(e).__name__, e)  # expect: UnsupportedOperation not writable
