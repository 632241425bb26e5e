import sys
print(repr(sys.stdin.read()), list(sys.stdin))  # expect: '' []
try:
    input()
except EOFError as e:
    print(e)  # expect: EOF when reading a line
