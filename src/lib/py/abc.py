"""Abstract base classes (PEP 3119).

A class whose metaclass is ABCMeta knows its abstract methods, and decides for itself what its subclasses are: by
its __subclasshook__, by derivation, by registration, and through its own subclasses. Answers are remembered;
the negative ones only until some class is registered anywhere.
"""


def abstractmethod(funcobj):
    """Mark a method as abstract: a class that still has one cannot be instantiated."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """Deprecated: use @classmethod above @abstractmethod."""
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """Deprecated: use @staticmethod above @abstractmethod."""
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """Deprecated: use @property above @abstractmethod."""
    __isabstractmethod__ = True


class _abc_data:
    """What an abstract class remembers about others."""
    __slots__ = ("registry", "yes", "no", "no_token")

    def __init__(self):
        self.registry = set()
        self.yes = set()
        self.no = set()
        self.no_token = _token


_token = 0


def get_cache_token():
    """Return a value that changes with every registration."""
    return _token


def _still_abstract(cls, names):
    return {n for n in names if getattr(getattr(cls, n, None), "__isabstractmethod__", False)}


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        abstract = {n for n, v in namespace.items() if getattr(v, "__isabstractmethod__", False)}
        for base in bases:
            abstract |= _still_abstract(cls, getattr(base, "__abstractmethods__", ()))
        cls.__abstractmethods__ = frozenset(abstract)
        cls._abc_impl = _abc_data()
        return cls

    def register(cls, subclass):
        """Register a virtual subclass; usable as a decorator."""
        global _token
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl.registry.add(subclass)
        _token += 1
        return subclass

    def __instancecheck__(cls, instance):
        claimed = instance.__class__
        if claimed in cls._abc_impl.yes:
            return True
        real = type(instance)
        if claimed is real:
            return cls.__subclasscheck__(claimed)
        return cls.__subclasscheck__(claimed) or cls.__subclasscheck__(real)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        known = cls._abc_impl
        if subclass in known.yes:
            return True
        if known.no_token != _token:
            known.no = set()
            known.no_token = _token
        elif subclass in known.no:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = (cls in getattr(subclass, "__mro__", ())
                      or any(issubclass(subclass, c) for c in list(known.registry))
                      or any(issubclass(subclass, c) for c in cls.__subclasses__()))
        (known.yes if answer else known.no).add(subclass)
        return answer

    def _dump_registry(cls, file=None):
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)

    def _abc_registry_clear(cls):
        cls._abc_impl.registry.clear()

    def _abc_caches_clear(cls):
        cls._abc_impl.yes.clear()
        cls._abc_impl.no.clear()


def update_abstractmethods(cls):
    """Work out the abstract methods of a class again after it was changed."""
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    names = {n for n, v in cls.__dict__.items() if getattr(v, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        names |= _still_abstract(cls, getattr(base, "__abstractmethods__", ()))
    cls.__abstractmethods__ = frozenset(names)
    return cls


class ABC(metaclass=ABCMeta):
    """A class to derive abstract classes from, instead of naming the metaclass."""
    __slots__ = ()
