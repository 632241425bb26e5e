"""Prints digests of what CPython 3.13's front end makes of Python files, for scripts/test-frontend.ts.

    PYENV_VERSION=3.13.0 python3.13 scripts/golden-frontend.py ZIP-OR-DIRECTORY [STEP [OFFSET]] > digests.jsonl

One line of JSON a file: [path, tree, tokens, symbols, code], each the first 16 hex digits of an MD5, or null
where CPython raises an error. `code` is a list, one digest a code object, in the order of their consts.
The texts that are digested: ast.dump(include_attributes=True); a line `type\tstring repr\tsl,sc-el,ec` a token;
a line a block and symbol (see `symbols`); the JSON of golden-code.py's `code` without the code objects inside.
"""
import ast
import hashlib
import importlib.util
import io
import json
import pathlib
import sys
import symtable
import token
import tokenize
import types
import warnings
import zipfile

spec = importlib.util.spec_from_file_location('golden_code', pathlib.Path(__file__).parent / 'golden-code.py')
golden = importlib.util.module_from_spec(spec)
spec.loader.exec_module(golden)


def digest(text):
    return hashlib.md5(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]


def tokens(data):
    out = []
    for t in tokenize.tokenize(io.BytesIO(data).readline):
        string = json.dumps(t.string)
        out.append('%s\t%s\t%d,%d-%d,%d\n' % (token.tok_name[t.type], string, *t.start, *t.end))
    return ''.join(out)


def symbols(table, out, level=0):
    """Append a line for a block and each of its names (raw flags: occurrence bits and scope), then its children."""
    raw = table._table
    out.append('%d %s %s %d %d %d %d\n' % (level, raw.name, table.get_type(), raw.lineno, raw.nested,
        table.has_children(),
                                       0 if not isinstance(table, symtable.Function) else len(table.get_parameters())))
    for name, flags in sorted(raw.symbols.items(), key=lambda kv: kv[0].encode('utf-16-be', 'surrogatepass')):
        out.append('  %s %d\n' % (name, flags))
    if isinstance(table, symtable.Function):
        out.append('  params %s\n' % ','.join(table.get_parameters()))
    for child in table.get_children():
        symbols(child, out, level + 1)
    return out


def sort_sets(c):
    """Put the elements of frozensets into an order that does not depend on hashes."""
    if not isinstance(c, list):
        return
    if c[0] == 't':
        for x in c[1]:
            sort_sets(x)
    if c[0] == 'z':
        c[1] = sorted(json.dumps(x, separators=(',', ':')) for x in c[1])


def codes(co, out):
    row = golden.code(types.CodeType.replace(co, co_consts=tuple(
        'code ' + c.co_qualname if isinstance(c, types.CodeType) else c for c in co.co_consts)))
    for c in row['consts']:
        sort_sets(c)
    out.append(digest(json.dumps(row, separators=(',', ':'))))
    for c in co.co_consts:
        if isinstance(c, types.CodeType):
            codes(c, out)
    return out


def attempt(make):
    try:
        return make()
    except (SyntaxError, RecursionError, UnicodeDecodeError, ValueError, LookupError, tokenize.TokenError):
        return None


def files(root):
    """Yield path and bytes of each .py file."""
    if root.endswith('.zip'):
        with zipfile.ZipFile(root) as z:
            for name in sorted(n for n in z.namelist() if n.endswith('.py')):
                yield name, lambda: z.read(name)
    else:
        for path in sorted(str(p) for p in pathlib.Path(root).rglob('*.py')):
            yield path, lambda: pathlib.Path(path).read_bytes()


def main(root, step=1, offset=0):
    warnings.simplefilter('ignore')
    sys.setrecursionlimit(20000)
    for i, (name, read) in enumerate(files(root)):
        if i % int(step) != int(offset):
            continue
        data = read()
        print(json.dumps([
            name,
            attempt(lambda: digest(ast.dump(ast.parse(data), include_attributes=True))),
            attempt(lambda: digest(tokens(data))),
            attempt(lambda: digest(''.join(symbols(symtable.symtable(data, 'f.py', 'exec'), [])))),
            attempt(lambda: codes(compile(data, 'f.py', 'exec', dont_inherit=True), [])),
        ], separators=(',', ':')), flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:])
