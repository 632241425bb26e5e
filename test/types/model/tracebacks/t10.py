import sys
def f():
    with open('/nonexistent/file') as fh:
        pass
try:
    f()
except OSError:
    raise
finally:
    print("fin")
