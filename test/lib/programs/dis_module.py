import dis, opcode, sys
def f(x, y=1):
    total = 0
    for i in range(x):
        if i % 2 and total is not None:
            total += i * y
    try:
        return total
    except (ValueError, KeyError) as e:
        print(e, sys.argv[:1])
    finally:
        x.attr = f'{y!r:>3}'
class C:
    def m(self): return super().m() + (lambda q: q + self.z)(1)
def gen():
    n = 0
    def inner():
        nonlocal n
        n += 1
    with open('x') as g:
        while True: yield (yield from inner(*[1], **{}))
def show(code):
    # The columns of dis.dis differ between the releases of 3.13; what it lists does not.
    for i in dis.get_instructions(code): print(i.line_number, i.label, i.opname, i.arg, i.argrepr, i.offset, i.jump_target)
    for c in getattr(code, '__code__', code).co_consts if hasattr(code, '__code__') else (): 
        if hasattr(c, 'co_code'): show(c)
for x in (f, gen, C.m): show(x)
show('a = [b for b in c if b]; import d.e as g; from x import *')
print([(i.opname, i.argrepr, i.offset, i.positions) for i in dis.get_instructions(lambda a: a.b(1))])
print(dis.opname[1:3], dis.opmap['LOAD_FAST'], dis.HAVE_ARGUMENT, dis.COMPILER_FLAG_NAMES[1], dis.hasconst[:2], opcode.opname[100])
print(dis.code_info(f), list(dis.findlinestarts(f.__code__)), list(dis.findlabels(f.__code__.co_code)))
print(dis.stack_effect(dis.opmap['POP_TOP']), dis.stack_effect(dis.opmap['BUILD_LIST'], 3), dis.stack_effect(dis.opmap['FOR_ITER'], 0, jump=True))
print(len(f.__code__.co_code), f.__code__.co_code[:8], f.__code__.co_exceptiontable, list(f.__code__.co_lines())[:4], list(f.__code__.co_positions())[:3], len(list(dis.Bytecode(f))))
try: 1 / 0
except ZeroDivisionError as e: print(e.__traceback__.tb_lasti)
