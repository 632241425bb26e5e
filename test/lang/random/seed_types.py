import random
for s in ("hello", b"hello", 2.5, None.__class__.__name__, bytearray(b"x")):
    random.seed(s)
    print(random.random())  # expect: 0.3537754404730722
    # expect: 0.3537754404730722
    # expect: 0.41877545666909954
    # expect: 0.07887828098277161
    # expect: 0.6307877176639078
