"""Writes test/front/corpus/golden/snippets.jsonl: what CPython 3.13 says of small programs, valid and not.

    PYENV_VERSION=3.13.0 python3.13 test/front/corpus/golden-snippets.py

The programs: test/front/corpus/snippets.txt (one a line, with U+23CE for a line end), those of golden-ast-cases.py
and of test/front/compiler/errors.txt. Each is compiled as case.py, which does not exist (for a file that is there and
lacks its last newline CPython takes the text, and end offsets, from the file). The errors of the compiler, which has no
text, are printed with the line of the source. A record is
[source] where it is accepted, else [source, [type, msg, lineno, offset, end_lineno, end_offset], text, printed].
"""
import importlib.util
import json
import pathlib
import traceback
import warnings

FRONT = pathlib.Path(__file__).resolve().parent.parent
spec = importlib.util.spec_from_file_location('cases', FRONT / 'parser' / 'golden-ast-cases.py')
cases = importlib.util.module_from_spec(spec)
spec.loader.exec_module(cases)


def record(source):
    data = source.encode()
    try:
        compile(data, 'case.py', 'exec', dont_inherit=True)
    except (SyntaxError, MemoryError, RecursionError, UnicodeDecodeError) as e:
        if not isinstance(e, SyntaxError):
            return [source, [type(e).__name__, str(e), None, None, None, None], None, None]
        text = e.text
        if e.text is None and e.lineno and e.offset is not None:
            e.text = dict(enumerate(source.split('\n'), 1)).get(e.lineno, '') + '\n'
        printed = ''.join(traceback.format_exception_only(e))
        return [source, [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset], text, printed]
    return [source]


def main():
    warnings.simplefilter('ignore')
    sources = [line.replace('\u23ce', '\n') for line in (FRONT / 'corpus' / 'snippets.txt').read_text().split('\n')]
    sources += cases.VALID + cases.BLOCKS + cases.INVALID + cases.INVALID_BLOCKS
    sources += (FRONT / 'compiler' / 'errors.txt').read_text().split('\n---\n')
    records = [record(s) for s in dict.fromkeys(s for s in sources if isinstance(s, str))]
    out = FRONT / 'corpus' / 'golden' / 'snippets.jsonl'
    out.write_text(''.join(json.dumps(r) + '\n' for r in records))
    print(sum(len(r) == 1 for r in records), 'accepted', sum(len(r) > 1 for r in records), 'rejected')


if __name__ == '__main__':
    main()
