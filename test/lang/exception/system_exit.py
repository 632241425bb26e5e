import sys
try:
    sys.exit(3)
except SystemExit as e:
    print("exit", e.code)  # expect: exit 3
print(issubclass(SystemExit, Exception))  # expect: False
sys.exit(4)
# expect exit: 4
