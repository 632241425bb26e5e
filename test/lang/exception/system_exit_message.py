import sys
print("before")  # expect: before
sys.exit("fatal: no input")
# expect exit: 1
