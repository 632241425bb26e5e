# Warnings of code compiled while the program runs: each time it is compiled, without a line of source.
import sys
exec("x = 1\nif x is 1: pass\ns = '\\d'")
compile("'\\d'", "<zzz>", "eval")
for i in range(2): eval("'\\d' is not 0x1for x in ()" if i == 2 else "b'\\d' is not 5")
compile("f'\\{1}' f'{1:\\d}'\nassert (1, 'x')\n[1](2)\n(1)[2:3]\n{}[1](3)\n'a'()\n0o7or 1", '<q>', 'exec')
def f():
    exec("'''\n\\q\n'''\n() is ()")
f()
print('done', file=sys.stderr)
try: exec("'\\z'\nx = = 1")
except SyntaxError as e: print(e)
try: exec("'\\z'\ndef f(): return\nreturn 1")
except SyntaxError as e: print(e)
exec("'\\w' is 3", {'__name__': 'other'})
