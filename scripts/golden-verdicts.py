"""Answers what CPython 3.13 makes of sources, for scripts/fuzz-frontend.ts; nothing it says is kept.

First it prints a line of JSON: the sources to mutate (string constants and doctests of the tests of the front end, then
whole files of the library, each [kind, text]). Then it reads lines of JSON, each [mode, source in base64, whether the
digests of the code objects are wanted], and answers each with [error or null, warnings, digests or null], the error
being [type, msg, lineno, offset, end_lineno, end_offset, text].
"""
import ast
import base64
import importlib.util
import json
import os
import pathlib
import re
import sys
import warnings

spec = importlib.util.spec_from_file_location('golden_frontend', pathlib.Path(__file__).parent / 'golden-frontend.py')
golden = importlib.util.module_from_spec(spec)
spec.loader.exec_module(golden)

TESTS = '''syntax grammar exceptions fstring type_params patma unparse named_expressions eof string_literals compile
    symtable scope unpack_ex positional_only_arg keywordonlyarg async_generators coroutines decorators
    exception_group future_stmt generators genexps listcomps setcomps dictcomps global super type_annotations
    type_aliases source_encoding codeop tokenize peepholer ast unpack super with traceback flufl lambda dis'''.split()


def sources():
    """Yield [kind, text] for everything worth mutating."""
    lib = pathlib.Path(os.__file__).parent
    seen = set()
    for path in sorted(lib.glob('test/**/test_*.py')):
        if path.stem[5:] not in TESTS and path.parent.name[5:] not in TESTS:
            continue
        text = path.read_text('utf-8', 'replace')
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
                continue
            value = node.value
            for example in re.findall(r'(?m)^ *>>> .*\n(?: *\.\.\. ?.*\n)*', value):
                seen.add(''.join(line.lstrip()[4:] + '\n' for line in example.splitlines()))
            if '>>>' not in value and 2 < len(value) < 1500:
                seen.add(value)
    for value in sorted(seen):
        yield ['snippet', value]
    for path in sorted(lib.rglob('*.py')):
        if 'site-packages' in path.parts or path.stat().st_size > 400_000:
            continue
        try:
            yield ['file', path.read_text('utf-8')]
        except UnicodeDecodeError:
            pass


def answer(mode, source, digests):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        error = made = None
        try:
            code = compile(source, '<f>', mode, dont_inherit=True)
        except SyntaxError as e:
            error = [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text]
        except (MemoryError, RecursionError, UnicodeError, ValueError, LookupError, OverflowError) as e:
            error = [type(e).__name__, str(e), None, None, None, None, None]
        if digests and error is None:
            made = golden.codes(code, [])
        return [error, [[str(w.message), w.lineno] for w in caught if w.category is SyntaxWarning], made]


def main():
    print(json.dumps(list(sources())), flush=True)
    for line in sys.stdin:
        mode, source, digests = json.loads(line)
        print(json.dumps(answer(mode, base64.b64decode(source), digests)), flush=True)


if __name__ == '__main__':
    main()
