# What is raised after `except*`: again, anew, both, from a naked exception.
import sys


def tell(e, depth=0):
    at = '  ' * depth
    print(at + type(e).__name__, e.args[0] if e.args else '', repr(e.__cause__), type(e.__context__).__name__)
    if isinstance(e, BaseExceptionGroup):
        for k in e.exceptions:
            tell(k, depth + 1)


def run(what, handler):
    try:
        handler(what)
    except BaseException as e:
        tell(e)
    print(sys.exception())


def again(what):
    try:
        raise what
    except* ValueError:
        print('active', type(sys.exception()).__name__)
        raise
    except* KeyError as e:
        print('keys', len(e.exceptions))


def anew(what):
    try:
        raise what
    except* ValueError as e:
        raise TypeError('t') from None
    except* KeyError as e:
        raise Exception('k') from e


def both(what):
    try:
        raise what
    except* ValueError:
        raise
    except* KeyError:
        raise OSError(1)


def named(what):
    try:
        raise what
    except* (ValueError, KeyError) as e:
        raise e


def nothing(what):
    try:
        raise what
    except* Exception:
        pass


values = lambda: ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [KeyError('k'), ValueError(2)]), OSError(3)])
for handler in again, anew, both, named, nothing:
    print('---', handler.__name__)  # expect: --- again
    run(ValueError('naked'), handler)  # expect: active ExceptionGroup
    # expect: ExceptionGroup  None NoneType
    # expect:   ValueError naked None NoneType
    # expect: None
    run(KeyError('naked'), handler)  # expect: keys 1
    # expect: None
    run(values(), handler)  # expect: active ExceptionGroup
    # expect: keys 1
    # expect: ExceptionGroup g None NoneType
    # expect:   ValueError 1 None NoneType
    # expect:   ExceptionGroup h None NoneType
    # expect:     ValueError 2 None NoneType
    # expect:   OSError 3 None NoneType
    # expect: None
    run(ExceptionGroup('only', [KeyError(1)]), handler)  # expect: keys 1
    # expect: None
    run(BaseExceptionGroup('base', [KeyboardInterrupt(), ValueError(4)]), handler)  # expect: active ExceptionGroup
    # expect: BaseExceptionGroup base None NoneType
    # expect:   KeyboardInterrupt  None NoneType
    # expect:   ValueError 4 None NoneType
    # expect: None
    # expect: --- anew
    # expect: TypeError t None ExceptionGroup
    # expect: None
    # expect: Exception k ExceptionGroup('', (KeyError('naked'),)) ExceptionGroup
    # expect: None
    # expect: ExceptionGroup  None NoneType
    # expect:   TypeError t None ExceptionGroup
    # expect:   Exception k ExceptionGroup('g', [ExceptionGroup('h', [KeyError('k')])]) ExceptionGroup
    # expect:   ExceptionGroup g None NoneType
    # expect:     OSError 3 None NoneType
    # expect: None
    # expect: Exception k ExceptionGroup('only', [KeyError(1)]) ExceptionGroup
    # expect: None
    # expect: BaseExceptionGroup  None NoneType
    # expect:   TypeError t None ExceptionGroup
    # expect:   BaseExceptionGroup base None NoneType
    # expect:     KeyboardInterrupt  None NoneType
    # expect: None
    # expect: --- both
    # expect: ExceptionGroup  None NoneType
    # expect:   ValueError naked None NoneType
    # expect: None
    # expect: OSError 1 None ExceptionGroup
    # expect: None
    # expect: ExceptionGroup  None NoneType
    # expect:   OSError 1 None ExceptionGroup
    # expect:   ExceptionGroup g None NoneType
    # expect:     ValueError 1 None NoneType
    # expect:     ExceptionGroup h None NoneType
    # expect:       ValueError 2 None NoneType
    # expect:     OSError 3 None NoneType
    # expect: None
    # expect: OSError 1 None ExceptionGroup
    # expect: None
    # expect: BaseExceptionGroup base None NoneType
    # expect:   KeyboardInterrupt  None NoneType
    # expect:   ValueError 4 None NoneType
    # expect: None
    # expect: --- named
    # expect: ExceptionGroup  None NoneType
    # expect:   ValueError naked None NoneType
    # expect: None
    # expect: ExceptionGroup  None NoneType
    # expect:   KeyError naked None NoneType
    # expect: None
    # expect: ExceptionGroup  None NoneType
    # expect:   ExceptionGroup g None NoneType
    # expect:     ValueError 1 None NoneType
    # expect:     ExceptionGroup h None NoneType
    # expect:       KeyError k None NoneType
    # expect:       ValueError 2 None NoneType
    # expect:   ExceptionGroup g None NoneType
    # expect:     OSError 3 None NoneType
    # expect: None
    # expect: ExceptionGroup only None NoneType
    # expect:   KeyError 1 None NoneType
    # expect: None
    # expect: BaseExceptionGroup  None NoneType
    # expect:   ExceptionGroup base None NoneType
    # expect:     ValueError 4 None NoneType
    # expect:   BaseExceptionGroup base None NoneType
    # expect:     KeyboardInterrupt  None NoneType
    # expect: None
    # expect: --- nothing
    # expect: None
    # expect: None
    # expect: None
    # expect: None
    # expect: BaseExceptionGroup base None NoneType
    # expect:   KeyboardInterrupt  None NoneType
    # expect: None
try:
    try:
        raise ExceptionGroup('x', [ValueError(1)])
    except* TypeError:
        print('not here')
except ExceptionGroup as e:
    tell(e)  # expect: ExceptionGroup x None NoneType
    # expect:   ValueError 1 None NoneType
