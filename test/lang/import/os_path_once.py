# os.path is one module, under each of its names, whichever of os and posix comes first.
import posix
import os
import sys
import posixpath
import os.path as path

print(os.path is posixpath, os.path is path)  # expect: True True
print(os.path is sys.modules["posixpath"], os.path is sys.modules["os.path"])  # expect: True True
print(os.path.__name__, hasattr(posix, "path"))  # expect: posixpath False
print(os.stat is posix.stat, os.remove is posix.remove, os.error is posix.error is OSError)  # expect: True True True
print(os._exit is posix._exit, os.getcwd is posix.getcwd, posix.O_RDONLY)  # expect: True True 0
print(hasattr(posix, "walk"), hasattr(posix, "sep"), hasattr(posix, "makedirs"), hasattr(posix, "getenv"))  # expect: False False False False
print(type(posix.environ) is dict, posix.environ is os.environ, all(type(k) is bytes for k in posix.environ))  # expect: True False True
print(os.getenv.__module__, os.stat.__module__)  # expect: os posix
