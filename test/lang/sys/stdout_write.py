import sys
sys.stdout.write("a\n")  # expect: a
n = sys.stdout.write("bc")  # expect: bc2
print(n)
print("to stderr", file=sys.stderr, end="") if False else None
print("x", file=sys.stdout, flush=True)  # expect: x
sys.stdout.flush()
