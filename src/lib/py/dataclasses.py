"""Data classes (library reference, "dataclasses"; PEP 557).

A method is made by writing its source and executing it, so that its signature and its TypeErrors are those
of a method written by hand.
"""
import abc
import sys
import types

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _FIELD_BASE:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT = "__post_init__"


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, types.GenericAlias):
            name = self.type.__name__
        else:
            name = repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata",
                 "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = types.MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return ("Field("
                f"name={self.name!r},type={self.type!r},default={self.default!r},"
                f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},"
                f"hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
                f"kw_only={self.kw_only!r},_field_type={self._field_type})")

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(types.GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots",
                 "weakref_slot")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        return "_DataclassParams(" + ",".join(f"{n}={getattr(self, n)!r}" for n in self.__slots__) + ")"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Return an object to identify dataclass fields."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


_guarded = set()


def _recursive_repr(user_function):
    def wrapper(self):
        key = id(self)
        if key in _guarded:
            return "..."
        _guarded.add(key)
        try:
            return user_function(self)
        finally:
            _guarded.discard(key)
    wrapper.__module__ = user_function.__module__
    wrapper.__name__ = user_function.__name__
    wrapper.__qualname__ = user_function.__qualname__
    wrapper.__doc__ = user_function.__doc__
    wrapper.__wrapped__ = user_function
    return wrapper


def _make_function(cls, name, args, body, names, *, annotations=None, returns=MISSING):
    """Compile a method; `names` are what its source may refer to."""
    outer = ", ".join(names)
    lines = "\n".join("  " + line for line in body)
    source = f"def __create_fn__({outer}):\n def {name}({', '.join(args)}):\n{lines}\n return {name}"
    namespace = {}
    module = sys.modules.get(cls.__module__)
    exec(source, module.__dict__ if module is not None else {}, namespace)
    function = namespace["__create_fn__"](**names)
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    function.__annotations__ = dict(annotations or {})
    if returns is not MISSING:
        function.__annotations__["return"] = returns
    return function


def _is_classvar(a_type):
    typing = sys.modules.get("typing")
    if typing is None:
        return isinstance(a_type, str) and _string_is(a_type, "ClassVar")
    return (a_type is typing.ClassVar or getattr(a_type, "__origin__", None) is typing.ClassVar
            or isinstance(a_type, str) and _string_is(a_type, "ClassVar"))


def _is_initvar(a_type):
    return a_type is InitVar or type(a_type) is InitVar or isinstance(a_type, str) and _string_is(a_type, "InitVar")


def _string_is(annotation, name):
    text = annotation.strip()
    head = text.split("[")[0].strip()
    return head == name or head.endswith("." + name) and head.count(".") == 1


def _get_field(cls, a_name, a_type, default_kw_only):
    default = getattr(cls, a_name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            default = MISSING
        f = field(default=default)
    f.name = a_name
    f.type = a_type
    f._field_type = _FIELD
    if _is_classvar(a_type):
        f._field_type = _FIELD_CLASSVAR
    elif _is_initvar(a_type):
        f._field_type = _FIELD_INITVAR
    if f._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR):
        if f.default_factory is not MISSING:
            raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type in (_FIELD, _FIELD_INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory")
    return f


def _init_param(f):
    if f.default is MISSING and f.default_factory is MISSING:
        default = ""
    elif f.default is not MISSING:
        default = f"=__dataclass_dflt_{f.name}__"
    else:
        default = "=__dataclass_HAS_DEFAULT_FACTORY__"
    return f"{f.name}:__dataclass_type_{f.name}__{default}"


def _assign(frozen, name, value, self_name):
    if frozen:
        return f"__dataclass_builtins_object__.__setattr__({self_name},{name!r},{value})"
    return f"{self_name}.{name}={value}"


def _init_line(f, frozen, slots, names, self_name):
    default_name = f"__dataclass_dflt_{f.name}__"
    if f.default_factory is not MISSING:
        names[default_name] = f.default_factory
        if f.init:
            value = f"{default_name}() if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}"
        else:
            value = f"{default_name}()"
    elif f.init:
        if f.default is not MISSING:
            names[default_name] = f.default
        value = f.name
    elif slots and f.default is not MISSING:
        names[default_name] = f.default
        value = default_name
    else:
        return None
    if f._field_type is _FIELD_INITVAR:
        return None
    return _assign(frozen, f.name, value, self_name)


def _make_init(cls, fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, slots):
    seen_default = None
    for f in std_fields:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen_default = f
            elif seen_default:
                raise TypeError(f"non-default argument {f.name!r} follows default argument {seen_default.name!r}")
    names = {f"__dataclass_type_{f.name}__": f.type for f in fields}
    names["__dataclass_HAS_DEFAULT_FACTORY__"] = _HAS_DEFAULT_FACTORY
    names["__dataclass_builtins_object__"] = object
    body = []
    for f in fields:
        line = _init_line(f, frozen, slots, names, self_name)
        if line:
            body.append(line)
    if has_post_init:
        params = ",".join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        body.append(f"{self_name}.{_POST_INIT}({params})")
    args = [self_name] + [_init_param(f) for f in std_fields]
    if kw_only_fields:
        args += ["*"] + [_init_param(f) for f in kw_only_fields]
    annotations = {f.name: f.type for f in (*std_fields, *kw_only_fields)}
    return _make_function(cls, "__init__", args, body or ["pass"], names, annotations=annotations, returns=None)


def _tuple_of(obj, fields):
    return "(" + "".join(f"{obj}.{f.name}," for f in fields) + ")" if fields else "()"


def _set_new_attribute(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _hash_set_none(cls, fields):
    cls.__hash__ = None


def _hash_add(cls, fields):
    flds = [f for f in fields if (f.compare if f.hash is None else f.hash)]
    cls.__hash__ = _make_function(cls, "__hash__", ["self"], [f"return hash({_tuple_of('self', flds)})"], {})


def _hash_exception(cls, fields):
    raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")


_hash_action = {
    (False, True, False, False): _hash_set_none, (False, True, True, False): _hash_add,
    (True, False, False, False): _hash_add, (True, False, False, True): _hash_exception,
    (True, False, True, False): _hash_add, (True, False, True, True): _hash_exception,
    (True, True, False, False): _hash_add, (True, True, False, True): _hash_exception,
    (True, True, True, False): _hash_add, (True, True, True, True): _hash_exception,
}


def _frozen_methods(cls, fields):
    condition = "type(self) is __dataclass_cls__"
    if fields:
        condition += " or name in {" + ", ".join(repr(f.name) for f in fields) + "}"
    names = {"__dataclass_cls__": cls, "__dataclass_FrozenInstanceError__": FrozenInstanceError}
    yield _make_function(cls, "__setattr__", ["self", "name", "value"], [
        f"if {condition}:",
        " raise __dataclass_FrozenInstanceError__(f'cannot assign to field {name!r}')",
        "super(__dataclass_cls__, self).__setattr__(name, value)"], names)
    yield _make_function(cls, "__delattr__", ["self", "name"], [
        f"if {condition}:",
        " raise __dataclass_FrozenInstanceError__(f'cannot delete field {name!r}')",
        "super(__dataclass_cls__, self).__delattr__(name)"], names)


def _collect_fields(cls, params):
    """Return the fields of cls and its bases, and whether bases are frozen."""
    fields = {}
    any_frozen = False
    all_frozen = None
    has_bases = False
    for b in cls.__mro__[-1:0:-1]:
        base_fields = getattr(b, _FIELDS, None)
        if base_fields is not None:
            has_bases = True
            if all_frozen is None:
                all_frozen = True
            for f in base_fields.values():
                fields[f.name] = f
            frozen = getattr(b, _PARAMS).frozen
            all_frozen = all_frozen and frozen
            any_frozen = any_frozen or frozen
    annotations = cls.__dict__.get("__annotations__", {})
    own = []
    kw_only = params.kw_only
    kw_only_seen = False
    for name, a_type in annotations.items():
        if a_type is KW_ONLY or isinstance(a_type, str) and _string_is(a_type, "KW_ONLY"):
            if kw_only_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_only_seen = True
            kw_only = True
        else:
            own.append(_get_field(cls, name, a_type, kw_only))
    for f in own:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_bases:
        if any_frozen and not params.frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if all_frozen is False and params.frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return fields


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    params = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    setattr(cls, _PARAMS, params)
    fields = _collect_fields(cls, params)
    setattr(cls, _FIELDS, fields)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or (class_hash is None and "__eq__" in cls.__dict__))
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    inits = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std_init = tuple(f for f in inits if f.init and not f.kw_only)
    kw_init = tuple(f for f in inits if f.init and f.kw_only)
    if init:
        self_name = "__dataclass_self__" if "self" in fields else "self"
        _set_new_attribute(cls, "__init__", _make_init(cls, inits, std_init, kw_init, frozen, hasattr(cls, _POST_INIT),
                                                       self_name, slots))
    setattr(cls, "__replace__", _replace)
    field_list = [f for f in fields.values() if f._field_type is _FIELD]
    if repr:
        flds = [f for f in field_list if f.repr]
        text = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in flds)
        fn = _make_function(cls, "__repr__", ["self"], [f"return f\"{{self.__class__.__qualname__}}({text})\""], {})
        _set_new_attribute(cls, "__repr__", _recursive_repr(fn))
    if eq:
        flds = [f for f in field_list if f.compare]
        terms = " and ".join(f"self.{f.name}==other.{f.name}" for f in flds) or "True"
        _set_new_attribute(cls, "__eq__", _make_function(cls, "__eq__", ["self", "other"], [
            "if self is other:", " return True",
            "if other.__class__ is self.__class__:", f" return {terms}",
            "return NotImplemented"], {}))
    if order:
        flds = [f for f in field_list if f.compare]
        for name, op in [("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")]:
            fn = _make_function(cls, name, ["self", "other"], [
                "if other.__class__ is self.__class__:",
                f" return {_tuple_of('self', flds)}{op}{_tuple_of('other', flds)}",
                "return NotImplemented"], {})
            if _set_new_attribute(cls, name, fn):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                                f"Consider using functools.total_ordering")
    if frozen:
        for fn in _frozen_methods(cls, field_list):
            if _set_new_attribute(cls, fn.__name__, fn):
                raise TypeError(f"Cannot overwrite attribute {fn.__name__} in class {cls.__name__}")
    action = _hash_action.get((bool(unsafe_hash), bool(eq), bool(frozen), has_explicit_hash))
    if action is not None:
        action(cls, field_list)
    if not getattr(cls, "__doc__"):
        parts = []
        for f in (*std_init, *kw_init):
            annotation = f.type.__name__ if isinstance(f.type, type) and not isinstance(f.type, types.GenericAlias) else \
                f.type if isinstance(f.type, str) else str(f.type)
            part = f"{f.name}: {annotation!r}" if isinstance(f.type, str) else f"{f.name}: {annotation}"
            if f.default is not MISSING:
                part += f" = {f.default!r}"
            elif f.default_factory is not MISSING:
                part += " = <factory>"
            parts.append(part)
        if kw_init:
            parts.insert(len(std_init), "*")
        cls.__doc__ = cls.__name__ + "(" + ", ".join(parts) + ")"
    if match_args:
        _set_new_attribute(cls, "__match_args__", tuple(f.name for f in std_init))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    abc.update_abstractmethods(cls)
    return cls


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for field, value in zip(fields(self), state):
        object.__setattr__(self, field.name, value)


def _slots_of(cls):
    match cls.__dict__.get("__slots__"):
        case None:
            return []
        case str(slot):
            return [slot]
        case iterable:
            return list(iterable)


def _add_slots(cls, is_frozen, weakref_slot):
    """Make the class anew with __slots__, which cannot be added to an existing one."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    cls_dict = dict(cls.__dict__)
    field_names = tuple(f.name for f in fields(cls))
    inherited = set()
    for b in cls.__mro__[1:-1]:
        inherited.update(_slots_of(b))
    slots = [n for n in field_names if n not in inherited]
    if weakref_slot and "__weakref__" not in inherited:
        slots.append("__weakref__")
    cls_dict["__slots__"] = tuple(slots)
    for name in field_names:
        cls_dict.pop(name, None)
    cls_dict.pop("__dict__", None)
    cls_dict.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    cls = type(cls)(cls.__name__, cls.__bases__, cls_dict)
    if qualname is not None:
        cls.__qualname__ = qualname
    if is_frozen:
        if "__getstate__" not in cls_dict:
            cls.__getstate__ = _dataclass_getstate
        if "__setstate__" not in cls_dict:
            cls.__setstate__ = _dataclass_setstate
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Add dunder methods based on the fields defined in the class."""
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    if cls is None:
        return wrap
    return wrap(cls)


def fields(class_or_instance):
    """Return a tuple describing the fields of this dataclass."""
    try:
        fields = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in fields.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Return True if obj is a dataclass or an instance of one."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


_ATOMIC = {type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), types.FunctionType, type,
           range, property}


def asdict(obj, *, dict_factory=dict):
    """Return the fields of a dataclass instance as a new dictionary."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, lambda o, inner: dict_factory([(f.name, inner(getattr(o, f.name))) for f in fields(o)]))


def astuple(obj, *, tuple_factory=tuple):
    """Return the fields of a dataclass instance as a new tuple of field values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda o, inner: tuple_factory([inner(getattr(o, f.name)) for f in fields(o)]))


def _convert(obj, make):
    def inner(o):
        return _convert(o, make)
    cls = type(obj)
    if cls in _ATOMIC:
        return obj
    if hasattr(cls, _FIELDS):
        return make(obj, inner)
    if cls is list:
        return [inner(v) for v in obj]
    if cls is dict:
        return {inner(k): inner(v) for k, v in obj.items()}
    if isinstance(obj, tuple):
        if hasattr(cls, "_fields"):
            return cls(*[inner(v) for v in obj])
        return cls(inner(v) for v in obj)
    if isinstance(obj, list):
        return cls(inner(v) for v in obj)
    if isinstance(obj, dict):
        if hasattr(cls, "default_factory"):
            result = cls(obj.default_factory)
            for k, v in obj.items():
                result[inner(k)] = inner(v)
            return result
        return cls((inner(k), inner(v)) for k, v in obj.items())
    import copy
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    """Return a new dynamically created dataclass."""
    import keyword
    if namespace is None:
        namespace = {}
    seen = set()
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name = item
            tp = "typing.Any"
        elif len(item) == 2:
            name, tp, = item
        elif len(item) == 3:
            name, tp, spec = item
            defaults[name] = spec
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if keyword.iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in seen:
            raise TypeError(f"Field name duplicated: {name!r}")
        seen.add(name)
        annotations[name] = tp

    def exec_body_callback(ns):
        ns.update(namespace)
        ns.update(defaults)
        ns["__annotations__"] = annotations
    cls = types.new_class(cls_name, bases, {}, exec_body_callback)
    if module is None:
        module = sys._getframe(1).f_globals.get("__name__", "__main__")
    cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """Return a new object replacing specified fields with new values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
