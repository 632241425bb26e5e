try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("outer") from e
except ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)  # expect: ZeroDivisionError('division by zero') ZeroDivisionError('division by zero') True
try:
    try:
        {}["k"]
    except KeyError:
        raise ValueError("second")
except ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)  # expect: None KeyError('k') False
try:
    try:
        {}["k"]
    except KeyError:
        raise ValueError("third") from None
except ValueError as e:
    print(repr(e.__context__), e.__suppress_context__)  # expect: KeyError('k') True
