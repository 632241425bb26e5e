# An exception thrown into a generator that has not begun passes through its frame, at the line of its `def`.
def lines(e):
    tb, found = e.__traceback__, []
    while tb is not None:
        found.append((tb.tb_lineno, tb.tb_frame.f_code.co_name))
        tb = tb.tb_next
    return found


def plain():
    yield 1


def guarded():
    try:
        yield 1
    except Exception:
        yield 2


def outer():
    yield from plain()


for make in plain, guarded, outer, lambda: (k for k in [1]):
    for exc in ValueError(1), StopIteration(2), GeneratorExit():
        g = make()
        try:
            g.throw(exc)
        except BaseException as e:
            print(type(e).__name__, e, lines(e), g.gi_frame)  # expect: ValueError 1 [(29, '<module>'), (10, 'plain')] None
        print(next(g, 'over'))  # expect: over
        # expect: StopIteration 2 [(29, '<module>'), (10, 'plain')] None
        # expect: over
        # expect: GeneratorExit  [(29, '<module>'), (10, 'plain')] None
        # expect: over
        # expect: ValueError 1 [(29, '<module>'), (14, 'guarded')] None
        # expect: over
        # expect: StopIteration 2 [(29, '<module>'), (14, 'guarded')] None
        # expect: over
        # expect: GeneratorExit  [(29, '<module>'), (14, 'guarded')] None
        # expect: over
        # expect: ValueError 1 [(29, '<module>'), (21, 'outer')] None
        # expect: over
        # expect: StopIteration 2 [(29, '<module>'), (21, 'outer')] None
        # expect: over
        # expect: GeneratorExit  [(29, '<module>'), (21, 'outer')] None
        # expect: over
        # expect: ValueError 1 [(29, '<module>'), (25, '<genexpr>')] None
        # expect: over
        # expect: StopIteration 2 [(29, '<module>'), (25, '<genexpr>')] None
        # expect: over
        # expect: GeneratorExit  [(29, '<module>'), (25, '<genexpr>')] None
        # expect: over
g = plain()
g.close()
print(next(g, 'over'))  # expect: over


async def co():
    return 1


c = co()
try:
    c.throw(KeyError(3))
except KeyError as e:
    print(lines(e))  # expect: [(66, '<module>'), (60, 'co')]
