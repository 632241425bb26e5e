"""Writes the expected values of test/front/compiler: what CPython 3.13 makes of its cases.

    PYENV_VERSION=3.13.0 python3.13 test/front/compiler/golden-code-tests.py

For each cases/NAME.py: golden/NAME.json (code objects) and golden/NAME.dis (`python -m dis`, without addresses);
for errors.txt, whose programs are separated by lines of ---: golden/errors.json (error or warnings of each).
"""
import contextlib
import dis
import importlib.util
import io
import json
import pathlib
import re
import warnings

HERE = pathlib.Path(__file__).resolve().parent
spec = importlib.util.spec_from_file_location('golden_code', HERE / 'golden-code.py')
golden = importlib.util.module_from_spec(spec)
spec.loader.exec_module(golden)


def attempt(source, optimize=0):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            compile(source, '<case>', 'exec', dont_inherit=True, optimize=optimize)
        except SyntaxError as e:
            return {'error': [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]}
    return {'warnings': [[w.category.__name__, str(w.message), w.lineno] for w in caught]}


def main():
    out = HERE / 'golden'
    out.mkdir(exist_ok=True)
    for case in sorted((HERE / 'cases').glob('*.py')):
        source = case.read_text()
        rows = {}
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            for optimize in (0, 2):
                rows[optimize] = golden.code(compile(source, case.name, 'exec', dont_inherit=True, optimize=optimize))
            text = io.StringIO()
            with contextlib.redirect_stdout(text):
                dis.dis(compile(source, case.name, 'exec', dont_inherit=True))
        (out / f'{case.stem}.json').write_text(json.dumps(rows, separators=(',', ':')) + '\n')
        (out / f'{case.stem}.dis').write_text(re.sub(r' at 0x[0-9a-f]+', ' at 0x0', text.getvalue()))
    programs = (HERE / 'errors.txt').read_text().split('\n---\n')
    rows = [{'source': p, **attempt(p)} for p in programs]
    (out / 'errors.json').write_text(json.dumps(rows, indent=1) + '\n')


if __name__ == '__main__':
    main()
