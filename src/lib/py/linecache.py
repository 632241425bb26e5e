"""Cache of lines of source files."""
import _traceback

__all__ = ["getline", "clearcache", "checkcache", "getlines", "lazycache"]


def getline(filename, lineno, module_globals=None):
    """Get a line of a Python source file, or the empty string."""
    line = _traceback.source_line(filename, lineno)
    return line + "\n" if line else ""


def getlines(filename, module_globals=None):
    """Get the lines of a Python source file."""
    try:
        with open(filename, encoding="utf-8") as f:
            return f.readlines()
    except OSError:
        return []


def clearcache():
    """Clear the cache entirely."""


def checkcache(filename=None):
    """Discard cache entries that are out of date."""


def lazycache(filename, module_globals):
    """Seed the cache for filename with module_globals."""
    return False
