/**
 * `cell` and `code` objects.
 */
import { hash } from '../../objects/slots/compare.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import {
  NotImplemented,
  None,
  PyBytes,
  PyCell,
  PyCode,
  codeObject,
  PyFloat,
  PyTuple,
  PyComplex,
  PySlice,
  Ellipsis,
  cellType,
  codeType,
  intOf,
  strOf,
  typeOf,
} from '../../objects/core/values.ts';
import {
  type CodeHead,
  CodeObject,
  type Const,
  ConstBytes,
  ConstComplex,
  ConstEllipsis,
  ConstFloat,
  ConstFrozenSet,
  ConstSlice,
  ConstTuple,
  ConstText,
} from '../../bytecode/code.ts';
import { type Kwargs, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { indexError, raise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { compareOp } from '../../protocol/compare.ts';
import { getIter } from '../../protocol/iterate.ts';
import { encodeExceptionTable, encodeInstructions, lineRanges, unitPositions } from '../../bytecode/encoding.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { addressOf } from '../../objects/core/identity.ts';
import { PyFrozenSet } from '../../objects/core/frozenset.ts';

/* ---- cells ---- */

defNew(cellType, 'contents?, /', (_cls: PyType, contents?: PyValue) => new PyCell(contents));

defGetSet(cellType, {
  cell_contents: [
    (c: PyCell) => c.value ?? valueError('Cell is empty'),
    (c: PyCell, v) => {
      c.value = v;
    },
  ],
});

defMethods(cellType, {
  '__repr__()': (c: PyCell) =>
    `<cell at ${addressOf(c)}: ` +
    `${c.value === undefined ? 'empty' : `${typeOf(c.value).name} object at ${addressOf(c.value)}`}>`,
});
for (const [op, name] of ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'].entries()) {
  defMethods(cellType, {
    [`${name}(other, /)`]: (c: PyCell, other: PyValue) => {
      if (!(other instanceof PyCell)) return NotImplemented;
      if (c.value !== undefined && other.value !== undefined) return compareOp(op, c.value, other.value);
      return compareOp(op, c.value === undefined ? 0 : 1, other.value === undefined ? 0 : 1);
    },
  });
}
cellType.dict.set('__hash__', None);

/* ---- code ---- */

/** What of code objects is compared. */
const COMPARED = [
  'name',
  'argcount',
  'posonlyargcount',
  'kwonlyargcount',
  'flags',
  'firstlineno',
  'ops',
  'args',
  'consts',
  'names',
  'localsplusnames',
  'localspluskinds',
  'positions',
  'exceptionTable',
] as const;

/** Makes the Python object of a constant of a code object. */
export function constant(c: Const): PyValue {
  if (c === null) return None;
  if (typeof c !== 'object') return c;
  if (c instanceof ConstFloat) return new PyFloat(c.value);
  if (c instanceof ConstTuple) return new PyTuple(c.items.map(constant));
  if (c instanceof CodeObject) return codeObject(c);
  if (c instanceof ConstComplex) return new PyComplex(c.real, c.imag);
  if (c instanceof ConstText) return c.merged;
  if (c instanceof ConstBytes) return new PyBytes(c.value);
  if (c instanceof ConstFrozenSet) return PyFrozenSet.of(c.items.map(constant));
  if (c instanceof ConstSlice) return new PySlice(constant(c.start), constant(c.stop), constant(c.step));
  if (c instanceof ConstEllipsis) return Ellipsis;
  return None;
}

/** Returns the fast locals of a kind. */
function localsOf(code: CodeObject, mask: number): PyTuple {
  return new PyTuple(code.localsplusnames.filter((_, i) => (code.localspluskinds[i]! & mask) !== 0));
}

/** The fields that `replace` can change, by their Python names. */
const FIELDS: Record<string, keyof CodeHead> = {
  co_name: 'name',
  co_qualname: 'qualname',
  co_filename: 'filename',
  co_firstlineno: 'firstlineno',
  co_flags: 'flags',
  co_argcount: 'argcount',
  co_posonlyargcount: 'posonlyargcount',
  co_kwonlyargcount: 'kwonlyargcount',
  co_stacksize: 'stacksize',
};

defGetSet(codeType, {
  co_name: (c: PyCode) => c.code.name,
  co_qualname: (c: PyCode) => c.code.qualname,
  co_filename: (c: PyCode) => c.code.filename,
  co_firstlineno: (c: PyCode) => c.code.firstlineno,
  co_argcount: (c: PyCode) => c.code.argcount,
  co_posonlyargcount: (c: PyCode) => c.code.posonlyargcount,
  co_kwonlyargcount: (c: PyCode) => c.code.kwonlyargcount,
  co_flags: (c: PyCode) => c.code.flags,
  co_stacksize: (c: PyCode) => c.code.stacksize,
  co_nlocals: (c: PyCode) => localsOf(c.code, 0x20).items.length,
  co_varnames: (c: PyCode) => localsOf(c.code, 0x20),
  co_cellvars: (c: PyCode) => localsOf(c.code, 0x40),
  co_freevars: (c: PyCode) => localsOf(c.code, 0x80),
  co_names: (c: PyCode) => new PyTuple(c.code.names),
  co_consts: (c: PyCode) => new PyTuple(c.code.consts.map(constant)),
  co_code: (c: PyCode) => new PyBytes(encodeInstructions(c.code)),
  _co_code_adaptive: (c: PyCode) => new PyBytes(encodeInstructions(c.code)),
  co_exceptiontable: (c: PyCode) => new PyBytes(encodeExceptionTable(c.code)),
});

defMethods(codeType, {
  '__repr__()': (c: PyCode) =>
    `<code object ${c.code.name} at ${addressOf(c)}, file "${c.code.filename}", line ${c.code.firstlineno}>`,
  '__eq__(other, /)': (c: PyCode, other: PyValue) =>
    other instanceof PyCode ? sameCode(c.code, other.code) : NotImplemented,
  '__hash__()': (c: PyCode) => hash(new PyTuple([c.code.name, c.code.firstlineno, c.code.argcount, c.code.ops.length])),
  'replace(**changes)': (c: PyCode, changes: Kwargs) => replaceCode(c, changes),
  '__replace__(**changes)': (c: PyCode, changes: Kwargs) => replaceCode(c, changes),
  'co_positions()': (c: PyCode) =>
    getIter(listFrom([...unitPositions(c.code)].map((row) => new PyTuple(row.map(orNone))))),
  'co_lines()': (c: PyCode) =>
    getIter(listFrom([...lineRanges(c.code)].map(([start, end, line]) => new PyTuple([start, end, orNone(line)])))),
  '_varname_from_oparg(oparg, /)': (c: PyCode, i: PyValue) =>
    c.code.localsplusnames[Number(intOf(i))] ?? indexError('tuple index out of range'),
});

/** Tells whether two code objects do the same in the same place. */
function sameCode(a: CodeObject, b: CodeObject): boolean {
  if (a === b) return true;
  for (const field of COMPARED) {
    const x = a[field];
    const y = b[field];
    if (typeof x !== 'object') {
      if (x !== y) return false;
    } else if (x.length !== (y as typeof x).length || x.some((v, i) => !sameField(v, (y as typeof x)[i]!)))
      return false;
  }
  return true;
}

/** Tells whether two entries of fields of code objects are the same, kinds and signs included. */
function sameField(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof CodeObject) return b instanceof CodeObject && sameCode(a, b);
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const fields = Object.keys(a);
  return (
    fields.length === Object.keys(b).length &&
    fields.every((k) => sameField((a as Record<string, unknown>)[k], (b as Record<string, unknown>)[k]))
  );
}

/** Returns a line or column, None for -1. */
function orNone(n: number): PyValue {
  return n < 0 ? None : n;
}

/** Makes a code object with other fields. */
function replaceCode(c: PyCode, changes: Kwargs): PyCode {
  const fields: CodeHead = { ...(c.code as CodeHead) };
  for (const [name, value] of changes) {
    const field = FIELDS[name];
    if (field === undefined) {
      if (name.startsWith('co_')) raise('NotImplementedError', `code.replace() cannot change ${name} in sidewinder`);
      typeError(`replace() got an unexpected keyword argument '${name}'`);
    }
    const v = strOf(value) ?? intOf(value);
    if (v === undefined || typeof v !== typeof fields[field])
      typeError(
        `replace() argument '${name}' must be ` +
          `${typeof fields[field] === 'string' ? 'str' : 'int'}, not ${typeOf(value).name}`,
      );
    (fields as unknown as Record<string, unknown>)[field] = v;
  }
  return codeObject(new CodeObject(fields, c.code));
}
