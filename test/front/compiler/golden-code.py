"""Dumps what CPython 3.13 makes of Python files, for the compiler's golden tests and comparisons.

    PYENV_VERSION=3.13.0 python3.13 test/front/compiler/golden-code.py [--ast] [--mode exec|eval|single] FILE...

Prints one line of JSON a file: {"file", "source", "code"[, "ast"]} or {"file", "source", "error"}.
Instructions are in Sidewinder's form: no CACHE, no EXTENDED_ARG, jump arguments are the absolute
index of the target instruction. Constants are tagged: see `const`.
"""
import ast
import dis
import json
import opcode
import re
import sys
import types
import warnings


def const(v):
    """Encodes a constant: None/bool as they are, others as [tag, payload...]."""
    if v is None or v is True or v is False:
        return v
    if isinstance(v, int):
        return ['i', str(v) if v.bit_length() < 10000 else hex(v)]
    if isinstance(v, float):
        return ['f', v.hex()]
    if isinstance(v, complex):
        return ['c', v.real.hex(), v.imag.hex()]
    if isinstance(v, str):
        # JSON writes two surrogates as it writes the character they would make.
        if re.search('[\ud800-\udbff][\udc00-\udfff]', v):
            return ['u', [ord(c) for c in v]]
        return ['s', v]
    if isinstance(v, bytes):
        return ['b', v.hex()]
    if isinstance(v, tuple):
        return ['t', [const(x) for x in v]]
    if isinstance(v, frozenset):
        return ['z', [const(x) for x in sorted(v, key=repr)]]
    if v is Ellipsis:
        return ['e']
    if isinstance(v, types.CodeType):
        return ['code', code(v)]
    raise TypeError(type(v))


JUMPS = set(opcode.hasjrel) | set(opcode.hasjabs)


def code(co):
    instrs = list(dis.get_instructions(co))
    index, n = {}, 0
    for i in instrs:
        index[i.start_offset] = index[i.offset] = n
        if i.opname != 'EXTENDED_ARG':
            n += 1
    end = len(co.co_code)
    index[end] = n
    # CACHE entries belong to the instruction before them: an exception range may end on one.
    def at(offset):
        while offset not in index:
            offset += 2
        return index[offset]
    ops, args, pos = [], [], []
    for i in instrs:
        if i.opname == 'EXTENDED_ARG':
            continue
        ops.append(i.opname)
        args.append(index[i.jump_target] if i.opcode in JUMPS else (i.arg or 0))
        p = i.positions
        pos += [-1 if x is None else x for x in (p.lineno, p.end_lineno, p.col_offset, p.end_col_offset)]
    plus, k = [], 0
    while True:
        try:
            plus.append(co._varname_from_oparg(k))
        except IndexError:
            break
        k += 1
    table = [[at(e.start), at(e.end), at(e.target), e.depth, bool(e.lasti)] for e in dis._parse_exception_table(co)]
    return {
        'name': co.co_name, 'qualname': co.co_qualname, 'firstlineno': co.co_firstlineno,
        'argcount': co.co_argcount, 'posonlyargcount': co.co_posonlyargcount,
        'kwonlyargcount': co.co_kwonlyargcount, 'flags': co.co_flags, 'stacksize': co.co_stacksize,
        'localsplusnames': plus, 'varnames': list(co.co_varnames), 'cellvars': list(co.co_cellvars),
        'freevars': list(co.co_freevars), 'names': list(co.co_names),
        'consts': [const(c) for c in co.co_consts], 'ops': ops, 'args': args, 'positions': pos, 'exceptions': table,
    }


def tree(node):
    """Encodes an AST node as the objects of src/front/tree/ast.ts."""
    if isinstance(node, ast.AST):
        kind = type(node).__name__
        if not node._fields and not node._attributes or isinstance(
                node, (ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.expr_context)):
            return kind
        out = {'kind': kind}
        for a in node._attributes:
            out[a] = getattr(node, a)
        for f in node._fields:
            v = getattr(node, f, None)
            if kind in ('Constant', 'MatchSingleton') and f == 'value':
                out[f] = {'const': const(v)}
            elif kind == 'Constant' and f == 'kind':
                out['kind_'] = v
            else:
                out[f] = tree(v)
        return out
    if isinstance(node, list):
        return [tree(x) for x in node]
    return node


def main(argv):
    with_ast, mode, optimize, files = False, 'exec', 0, []
    it = iter(argv)
    for a in it:
        if a == '--ast':
            with_ast = True
        elif a == '--mode':
            mode = next(it)
        elif a == '--optimize':
            optimize = int(next(it))
        else:
            files.append(a)
    for name in files:
        row = {'file': name}
        try:
            source = open(name, encoding='utf-8').read()
            row['source'] = source
            warned = []
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter('always')
                if with_ast:
                    row['ast'] = tree(ast.parse(source, name, mode))
                    caught.clear()
                co = compile(source, name, mode, dont_inherit=True, optimize=optimize)
            for w in caught:
                warned.append([w.category.__name__, str(w.message), w.lineno])
            row['code'] = code(co)
            row['warnings'] = warned
        except SyntaxError as e:
            row['error'] = [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]
        except (UnicodeDecodeError, RecursionError) as e:
            row['error'] = [type(e).__name__, str(e)]
        print(json.dumps(row))


if __name__ == '__main__':
    sys.setrecursionlimit(20000)
    main(sys.argv[1:])
