"""Reprs of limited size (library reference, "reprlib")."""
from itertools import islice as _islice

__all__ = ["Repr", "repr", "recursive_repr"]

_builtin_repr = repr
_LIMITS = {"maxlevel": 6, "maxtuple": 6, "maxlist": 6, "maxarray": 5, "maxdict": 4, "maxset": 6, "maxfrozenset": 6, "maxdeque": 6,
           "maxstring": 30, "maxlong": 40, "maxother": 30, "fillvalue": "...", "indent": None}


def recursive_repr(fillvalue="..."):
    """Decorator: a repr method returns fillvalue where it is called again for the object it is at work on."""
    def decorate(method):
        active = set()

        def guarded(self):
            mark = id(self)
            if mark in active:
                return fillvalue
            active.add(mark)
            try:
                return method(self)
            finally:
                active.remove(mark)
        for name in ("__module__", "__name__", "__qualname__", "__doc__"):
            setattr(guarded, name, getattr(method, name))
        guarded.__wrapped__ = method
        return guarded
    return decorate


def _in_order(items):
    """Return items sorted if they can be."""
    try:
        return sorted(items)
    except Exception:
        return list(items)


class Repr:
    """Shows objects with limits on their number of items, depth and length."""

    def __init__(self, **limits):
        unknown = limits.keys() - _LIMITS.keys()
        if unknown:
            raise TypeError(f"Repr.__init__() got an unexpected keyword argument {_builtin_repr(min(unknown))}")
        for name, value in (_LIMITS | limits).items():
            setattr(self, name, value)

    def repr(self, x):
        """Return the repr of x within the limits."""
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        """Return the repr of x, of which `level` levels may be shown."""
        special = getattr(self, "repr_" + type(x).__name__.replace(" ", "_"), None)
        return self.repr_instance(x, level) if special is None else special(x, level)

    def _shorten(self, text, limit):
        """Cut the middle out of a text."""
        if len(text) <= limit:
            return text
        head = max(0, (limit - 3) // 2)
        tail = max(0, limit - 3 - head)
        return text[:head] + self.fillvalue + text[len(text) - tail:]

    def _together(self, parts, level):
        """Join the parts of a container, on one line or one a line."""
        if self.indent is None or not parts:
            return ", ".join(parts)
        unit = " " * self.indent if isinstance(self.indent, int) else self.indent
        depth = self.maxlevel - level
        margin = "\n" + unit * (depth + 1)
        return margin + ("," + margin).join(parts) + ",\n" + unit * depth

    def _items(self, x, level, opening, closing, limit, single=""):
        if level <= 0 and len(x):
            return opening + self.fillvalue + closing
        parts = [self.repr1(item, level - 1) for item in _islice(x, limit)]
        if len(x) > limit:
            parts.append(self.fillvalue)
        if len(x) == 1 and self.indent is None:
            closing = single + closing
        return opening + self._together(parts, level) + closing

    def repr_tuple(self, x, level):
        return self._items(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._items(x, level, "[", "]", self.maxlist)

    def repr_array(self, x, level):
        return self._items(x, level, f"array('{x.typecode}', [", "])", self.maxarray) if len(x) else f"array('{x.typecode}')"

    def repr_set(self, x, level):
        return self._items(_in_order(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        return self._items(_in_order(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

    def repr_deque(self, x, level):
        return self._items(x, level, "deque([", "])", self.maxdeque)

    def repr_dict(self, x, level):
        if not x:
            return "{}"
        if level <= 0:
            return "{" + self.fillvalue + "}"
        parts = [f"{self.repr1(k, level - 1)}: {self.repr1(x[k], level - 1)}" for k in _islice(_in_order(x), self.maxdict)]
        if len(x) > self.maxdict:
            parts.append(self.fillvalue)
        return "{" + self._together(parts, level) + "}"

    def repr_str(self, x, level):
        text = _builtin_repr(x[:self.maxstring])
        if len(text) <= self.maxstring:
            return text
        head = max(0, (self.maxstring - 3) // 2)
        tail = max(0, self.maxstring - 3 - head)
        return self._shorten(_builtin_repr(x[:head] + x[len(x) - tail:]), self.maxstring)

    def repr_int(self, x, level):
        return self._shorten(_builtin_repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = _builtin_repr(x)
        except Exception:
            return f"<{x.__class__.__name__} instance at {id(x):#x}>"
        return self._shorten(text, self.maxother)


aRepr = Repr()
repr = aRepr.repr
