import sys
print(len(sys.argv), sys.argv[0].endswith("argv_exit.py"), sys.version_info[:2], sys.maxsize, sys.byteorder, sys.version_info >= (3, 13), sys.implementation.name in ("cpython", "sidewinder"))  # expect: 1 True (3, 13) 9223372036854775807 little True True
sys.exit()
