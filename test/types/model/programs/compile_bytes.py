import ast
for s in (b'\xff', b'x = "\xff"', b'# coding: latin-1\nx = "\xe9"', b'# coding: nope\nx=1', b'\xef\xbb\xbfx = "\xc3\xa9"', b'\xef\xbb\xbf# coding: latin-1\n', b'x = 1\n\xe9 = 2', b'a\x00b', 'a\0b', b'# -*- coding: iso-8859-15 -*-\nx = "\xa4"', bytearray(b'x = 2'), b'  x', b'x = "\xed\xa0\x80"', b'# coding: ascii\nx = "\xc3\xa9"'):
    for mode in ('exec', 'eval'):
        d = {}
        try:
            exec(compile(s, 'f', mode), d)
            print(mode, ascii(d.get('x')))
        except BaseException as e: print(mode, s, type(e).__name__, ascii(e.args))
try: exec(b'\xff')
except SyntaxError as e: print(ascii(e.args))
try: print(ast.dump(ast.parse(b'# coding: latin-1\n"\xe9"')))
except Exception as e: print(type(e), e)
try: eval(b' 1 +')
except SyntaxError as e: print(ascii(e.args))
print(eval(b' \t1 + 1'))
