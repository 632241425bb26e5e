# Tracebacks: every frame with its line, its variables and the frame that called it.
import sys
import traceback


def fail(n):
    left = n
    if n == 0:
        raise ValueError(left)
    return fail(n - 1) + 1


def lines(e):
    out = []
    tb = e.__traceback__
    while tb is not None:
        f = tb.tb_frame
        back = f.f_back and f.f_back.f_code.co_name
        if f.f_code.co_name == '<module>':
            back = None
        out.append((f.f_code.co_name, tb.tb_lineno - f.f_code.co_firstlineno, f.f_code.co_argcount, back))
        tb = tb.tb_next
    return out


def caught(n):
    left = 'mine'
    try:
        return fail(n)
    except ValueError as e:
        return lines(e)


def passed(n):
    left = [n]
    try:
        fail(n)
    finally:
        left.append('done')


def chained(n):
    try:
        passed(n)
    except ValueError as e:
        raise KeyError(n) from e


def again(n):
    try:
        fail(n)
    except ValueError:
        raise


class Guard:
    def __enter__(self):
        return self

    def __exit__(self, kind, e, tb):
        self.seen = kind.__name__, traceback.extract_tb(tb)[-1].name
        return True


def guarded(n):
    with Guard() as g:
        fail(n)
    return g.seen


def native(n):
    return max([1, 2], key=lambda x: fail(n))


def forever(n):
    return forever(n + 1)


for i in range(5):
    print(caught(i % 3))  # expect: [('caught', 3, 1, '<module>'), ('fail', 3, 1, 'caught')]
    for f in passed, chained, again, native:
        try:
            f(i % 2)
        except Exception as e:
            print(lines(e), type(e.__cause__).__name__, type(e.__context__).__name__)  # expect: [('<module>', 82, 0, None), ('passed', 3, 1, '<module>'), ('fail', 3, 1, 'passed')] NoneType NoneType
            # expect: [('<module>', 82, 0, None), ('chained', 4, 1, '<module>')] ValueError ValueError
            # expect: [('<module>', 82, 0, None), ('again', 2, 1, '<module>'), ('fail', 3, 1, 'again')] NoneType NoneType
            # expect: [('<module>', 82, 0, None), ('native', 1, 1, '<module>'), ('<lambda>', 0, 1, 'native'), ('fail', 3, 1, '<lambda>')] NoneType NoneType
    print(guarded(i))  # expect: ('ValueError', 'fail')
    try:
        forever(0)
    except RecursionError as e:
        print(e, len(lines(e)) > 900, lines(e)[-1][0])  # expect: maximum recursion depth exceeded True forever
    print(sys.exception())  # expect: None
    # expect: [('caught', 3, 1, '<module>'), ('fail', 4, 1, 'caught'), ('fail', 3, 1, 'fail')]
    # expect: [('<module>', 82, 0, None), ('passed', 3, 1, '<module>'), ('fail', 4, 1, 'passed'), ('fail', 3, 1, 'fail')] NoneType NoneType
    # expect: [('<module>', 82, 0, None), ('chained', 4, 1, '<module>')] ValueError ValueError
    # expect: [('<module>', 82, 0, None), ('again', 2, 1, '<module>'), ('fail', 4, 1, 'again'), ('fail', 3, 1, 'fail')] NoneType NoneType
    # expect: [('<module>', 82, 0, None), ('native', 1, 1, '<module>'), ('<lambda>', 0, 1, 'native'), ('fail', 4, 1, '<lambda>'), ('fail', 3, 1, 'fail')] NoneType NoneType
    # expect: ('ValueError', 'fail')
    # expect: maximum recursion depth exceeded True forever
    # expect: None
    # expect: [('caught', 3, 1, '<module>'), ('fail', 4, 1, 'caught'), ('fail', 4, 1, 'fail'), ('fail', 3, 1, 'fail')]
    # expect: [('<module>', 82, 0, None), ('passed', 3, 1, '<module>'), ('fail', 3, 1, 'passed')] NoneType NoneType
    # expect: [('<module>', 82, 0, None), ('chained', 4, 1, '<module>')] ValueError ValueError
    # expect: [('<module>', 82, 0, None), ('again', 2, 1, '<module>'), ('fail', 3, 1, 'again')] NoneType NoneType
    # expect: [('<module>', 82, 0, None), ('native', 1, 1, '<module>'), ('<lambda>', 0, 1, 'native'), ('fail', 3, 1, '<lambda>')] NoneType NoneType
    # expect: ('ValueError', 'fail')
    # expect: maximum recursion depth exceeded True forever
    # expect: None
    # expect: [('caught', 3, 1, '<module>'), ('fail', 3, 1, 'caught')]
    # expect: [('<module>', 82, 0, None), ('passed', 3, 1, '<module>'), ('fail', 4, 1, 'passed'), ('fail', 3, 1, 'fail')] NoneType NoneType
    # expect: [('<module>', 82, 0, None), ('chained', 4, 1, '<module>')] ValueError ValueError
    # expect: [('<module>', 82, 0, None), ('again', 2, 1, '<module>'), ('fail', 4, 1, 'again'), ('fail', 3, 1, 'fail')] NoneType NoneType
    # expect: [('<module>', 82, 0, None), ('native', 1, 1, '<module>'), ('<lambda>', 0, 1, 'native'), ('fail', 4, 1, '<lambda>'), ('fail', 3, 1, 'fail')] NoneType NoneType
    # expect: ('ValueError', 'fail')
    # expect: maximum recursion depth exceeded True forever
    # expect: None
    # expect: [('caught', 3, 1, '<module>'), ('fail', 4, 1, 'caught'), ('fail', 3, 1, 'fail')]
    # expect: [('<module>', 82, 0, None), ('passed', 3, 1, '<module>'), ('fail', 3, 1, 'passed')] NoneType NoneType
    # expect: [('<module>', 82, 0, None), ('chained', 4, 1, '<module>')] ValueError ValueError
    # expect: [('<module>', 82, 0, None), ('again', 2, 1, '<module>'), ('fail', 3, 1, 'again')] NoneType NoneType
    # expect: [('<module>', 82, 0, None), ('native', 1, 1, '<module>'), ('<lambda>', 0, 1, 'native'), ('fail', 3, 1, '<lambda>')] NoneType NoneType
    # expect: ('ValueError', 'fail')
    # expect: maximum recursion depth exceeded True forever
    # expect: None
