import sys
for i in range(2000):
    if i == 1234:
        print("leaving at", i)  # expect: leaving at 1234
        sys.exit(9)
# expect exit: 9
