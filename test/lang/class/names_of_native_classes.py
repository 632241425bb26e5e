# Messages name a class that is native as its module does; those that cannot be made say so.
import collections
import contextvars
import io
import itertools
import re
import sys
import types
import typing


def tell(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


for o in (
    re.compile('a'), re.match('a', 'a'), io.StringIO(), io.BytesIO(), types.SimpleNamespace(a=1), int | str,
    typing.TypeVar('T'), contextvars.copy_context(), contextvars.ContextVar('v'), sys.flags, sys.version_info,
    collections.deque(), collections.Counter(), itertools.count(),
):
    tell(lambda: o.zz)  # expect: AttributeError 're.Pattern' object has no attribute 'zz'
    tell(lambda: o @ 1)  # expect: TypeError unsupported operand type(s) for @: 're.Pattern' and 'int'
    print(type(o).__name__, type(o).__qualname__)  # expect: Pattern Pattern
    # expect: AttributeError 're.Match' object has no attribute 'zz'
    # expect: TypeError unsupported operand type(s) for @: 're.Match' and 'int'
    # expect: Match Match
    # expect: AttributeError '_io.StringIO' object has no attribute 'zz'
    # expect: TypeError unsupported operand type(s) for @: '_io.StringIO' and 'int'
    # expect: StringIO StringIO
    # expect: AttributeError '_io.BytesIO' object has no attribute 'zz'
    # expect: TypeError unsupported operand type(s) for @: '_io.BytesIO' and 'int'
    # expect: BytesIO BytesIO
    # expect: AttributeError 'types.SimpleNamespace' object has no attribute 'zz'
    # expect: TypeError unsupported operand type(s) for @: 'types.SimpleNamespace' and 'int'
    # expect: SimpleNamespace SimpleNamespace
    # expect: AttributeError 'types.UnionType' object has no attribute 'zz'
    # expect: TypeError unsupported operand type(s) for @: 'types.UnionType' and 'int'
    # expect: UnionType UnionType
    # expect: AttributeError 'typing.TypeVar' object has no attribute 'zz'
    # expect: TypeError unsupported operand type(s) for @: 'typing.TypeVar' and 'int'
    # expect: TypeVar TypeVar
    # expect: AttributeError '_contextvars.Context' object has no attribute 'zz'
    # expect: TypeError unsupported operand type(s) for @: '_contextvars.Context' and 'int'
    # expect: Context Context
    # expect: AttributeError '_contextvars.ContextVar' object has no attribute 'zz'
    # expect: TypeError unsupported operand type(s) for @: '_contextvars.ContextVar' and 'int'
    # expect: ContextVar ContextVar
    # expect: AttributeError 'sys.flags' object has no attribute 'zz'
    # expect: TypeError unsupported operand type(s) for @: 'sys.flags' and 'int'
    # expect: flags flags
    # expect: AttributeError 'sys.version_info' object has no attribute 'zz'
    # expect: TypeError unsupported operand type(s) for @: 'sys.version_info' and 'int'
    # expect: version_info version_info
    # expect: AttributeError 'collections.deque' object has no attribute 'zz'
    # expect: TypeError unsupported operand type(s) for @: 'collections.deque' and 'int'
    # expect: deque deque
    # expect: AttributeError 'Counter' object has no attribute 'zz'
    # expect: TypeError unsupported operand type(s) for @: 'Counter' and 'int'
    # expect: Counter Counter
    # expect: AttributeError 'itertools.count' object has no attribute 'zz'
    # expect: TypeError unsupported operand type(s) for @: 'itertools.count' and 'int'
    # expect: count count
for t in type(iter([])), type(len), type({}.keys()), re.Pattern, types.UnionType, type(iter('')), type(tell.__get__):
    tell(lambda: t())  # expect: TypeError cannot create 'list_iterator' instances
    tell(lambda: t(1, 2))  # expect: TypeError cannot create 'list_iterator' instances
    # expect: TypeError cannot create 'builtin_function_or_method' instances
    # expect: TypeError cannot create 'builtin_function_or_method' instances
    # expect: TypeError cannot create 'dict_keys' instances
    # expect: TypeError cannot create 'dict_keys' instances
    # expect: TypeError cannot create 're.Pattern' instances
    # expect: TypeError cannot create 're.Pattern' instances
    # expect: TypeError cannot create 'types.UnionType' instances
    # expect: TypeError cannot create 'types.UnionType' instances
    # expect: TypeError cannot create 'str_ascii_iterator' instances
    # expect: TypeError cannot create 'str_ascii_iterator' instances
    # expect: TypeError cannot create 'method-wrapper' instances
    # expect: TypeError cannot create 'method-wrapper' instances
