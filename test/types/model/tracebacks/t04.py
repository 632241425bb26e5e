def f():
    raise ExceptionGroup("many", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [KeyError('k'), OSError(2, 'No such', 'f')])])
try:
    f()
except ExceptionGroup as e:
    e.add_note("note one\nnote two")
    raise RuntimeError("outer") from e
