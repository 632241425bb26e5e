"""Write test/front/parser/golden/*.json: what CPython 3.13 makes of the programs of golden-ast-cases.py.

Run: PYENV_VERSION=3.13.0 python3.13 test/front/parser/golden-ast.py
"""
import ast
import importlib.util
import json
import pathlib
import warnings

HERE = pathlib.Path(__file__).parent
spec = importlib.util.spec_from_file_location('cases', HERE / 'golden-ast-cases.py')
cases = importlib.util.module_from_spec(spec)
spec.loader.exec_module(cases)


def parse(source, mode):
    """Return a record of the tree or the error of a program, and of the warnings."""
    record = {'source': source if isinstance(source, str) else list(source), 'mode': mode}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            tree = compile(source, 'case.py', mode, ast.PyCF_ONLY_AST)
            record['tree'] = ast.dump(tree, include_attributes=True)
        except SyntaxError as e:
            record['error'] = [type(e).__name__, e.msg, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset]
    if caught:
        record['warnings'] = [[str(w.message), w.lineno] for w in caught]
    return record


def write(name, records):
    """Write one golden file, a record a line."""
    lines = ',\n'.join(json.dumps(r, ensure_ascii=True) for r in records)
    path = HERE / 'golden' / (name + '.json')
    path.write_text('[\n%s\n]\n' % lines)
    print(name, len(records), path.stat().st_size)


valid = [(s, 'exec') for s in cases.VALID + cases.BLOCKS] + cases.MODES
records = [parse(*case) for case in valid]
bad = [r for r in records if 'tree' not in r]
assert not bad, bad
write('trees', records)
invalid = [(s, 'exec') for s in cases.INVALID + cases.INVALID_BLOCKS] + cases.INVALID_MODES
records = [parse(*case) for case in invalid]
bad = [r['source'] for r in records if 'error' not in r]
assert not bad, bad
write('errors', records)
write('bytes', [parse(source, 'exec') for source in cases.BYTES])
write('mutants', [r for r in (parse(s, 'exec') for s in cases.mutants(1500)) if 'error' in r])
