/**
 * The module `_ast`: the front end's tree as Python objects, for `ast` and `compile`.
 */
import { type CompileMode, type CompileRequest, world } from '../../objects/core/world.ts';
import { PyInstance, type PyValue } from '../../objects/core/object.ts';
import {
  Ellipsis,
  None,
  PyBytes,
  PyComplex,
  PyFloat,
  PyList,
  type PyModule,
  PyTuple,
  intOf,
  strOf,
  typeOf,
} from '../../objects/core/values.ts';
import {
  type Const,
  ConstBytes,
  ConstComplex,
  ConstFloat,
  ConstFrozenSet,
  ConstTuple,
  ELLIPSIS,
} from '../../bytecode/code.ts';
import type { CodeObject } from '../../bytecode/code.ts';
import { FIELDS } from '../../front/tree/dump.ts';
import type { Mod } from '../../front/tree/ast.ts';
import { parseModule } from '../../front/parse/parser.ts';
import { constant } from '../../types/functions/code.ts';
import { PyRaise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { PyFrozenSet } from '../../objects/core/frozenset.ts';
import { setOwnAttr } from '../../objects/core/instance.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { lookupAttr } from '../../objects/slots/attribute.ts';
import { repr } from '../../objects/slots/format.ts';
import { toArray } from '../../protocol/iterate.ts';
import { POSITIONS, astTypes, fieldType, fieldsOf, kindOf, singleton, sumOf, types } from './types.ts';
import { frontException } from '../host/syntax-error.ts';

/** How `compile()` is asked to parse. */
export interface ParseRequest {
  readonly typeComments: boolean;
  /** Minor number of the version whose grammar is asked for; undefined for this one. */
  readonly featureVersion: number | undefined;
}

/** Tells whether a value is a node of a tree. */
export function isNode(x: PyValue): boolean {
  return typeOf(x).isSubtype(astTypes());
}

/* ---- from the front end ---- */

/** Makes the Python object of a node, or of a field's value. */
function toPython(x: unknown, field: string): PyValue {
  if (x === null || x === undefined) return None;
  if (Array.isArray(x)) return listFrom(x.map((y) => toPython(y, field)));
  if (typeof x === 'string') return field === 'op' || field === 'ops' || field === 'ctx' ? singleton(x) : x;
  if (typeof x !== 'object') return x as PyValue;
  const node = x as Record<string, unknown>;
  const kind = node['kind'];
  if (typeof kind !== 'string' || !types.has(kind)) return constant(x as Const);
  const made = new PyInstance(types.get(kind)!);
  for (const f of fieldsOf(kind)) {
    const raw = kind === 'Constant' && f === 'kind' ? node['kind_'] : node[f];
    setOwnAttr(
      made,
      f,
      kind === 'Constant' && f === 'value'
        ? constant(raw as Const)
        : kind === 'MatchSingleton'
          ? constant(raw as Const)
          : toPython(raw, f),
    );
  }
  for (const p of POSITIONS) if (node[p] !== undefined) setOwnAttr(made, p, node[p] as number);
  return made;
}

/** Parses source to a tree of Python objects. Throws SyntaxError as a Python exception. */
export function parseToAst(
  source: string | Uint8Array,
  filename: string,
  mode: CompileMode | 'func_type',
  { typeComments, featureVersion }: ParseRequest,
): PyValue {
  astTypes();
  try {
    return toPython(
      parseModule(source, filename, {
        mode,
        typeComments,
        ...(featureVersion === undefined ? {} : { featureVersion }),
      }),
      '',
    );
  } catch (e) {
    const exc = frontException(e, source);
    if (exc !== undefined) throw new PyRaise(exc);
    throw e;
  }
}

/* ---- to the front end ---- */

/** Makes the compiler's constant of a Python object. */
function toConst(x: PyValue): Const {
  switch (typeof x) {
    case 'number':
    case 'bigint':
    case 'string':
    case 'boolean':
      return x;
  }
  if (x === None) return null;
  if (x === Ellipsis) return ELLIPSIS;
  if (x instanceof PyFloat) return new ConstFloat(x.value);
  if (x instanceof PyComplex) return new ConstComplex(x.real, x.imag);
  if (x instanceof PyBytes) return new ConstBytes(x.data);
  if (x instanceof PyTuple) return new ConstTuple(x.items.map(toConst));
  if (x instanceof PyFrozenSet) return new ConstFrozenSet(toArray(x).map(toConst));
  const n = intOf(x) ?? strOf(x);
  return n ?? typeError(`got an invalid type in Constant: ${typeOf(x).name}`);
}

/** Reads the position of a node. Throws TypeError where it has none. */
function readPosition(x: PyInstance, kind: string, node: Record<string, unknown>): void {
  const located = types.get(kind)!.lookup('_attributes');
  if (!(located instanceof PyTuple) || located.items.length === 0) return;
  for (const p of POSITIONS) {
    const v = lookupAttr(x, p);
    if (v === undefined && !p.startsWith('end_')) typeError(`required field "${p}" missing from ${sumOf.get(kind)!}`);
    if (v === undefined || v === None) node[p] = node[p.replace('end_', '')];
    else node[p] = Number(intOf(v) ?? valueError(`invalid integer value: ${repr(v)}`));
  }
}

/** Makes the front end's value of a field; `type` is the grammar's, without `*`. */
function fieldFromPython(v: PyValue, type: string): unknown {
  const name = type.replace('?', '');
  if (name === 'constant') return toConst(v);
  if (v === None) return null;
  if (name === 'identifier') return strOf(v) ?? typeError('AST identifier must be of type str');
  if (name === 'string') return strOf(v) ?? typeError('AST string must be of type str');
  if (name === 'int') return Number(intOf(v) ?? valueError(`invalid integer value: ${repr(v)}`));
  if (!typeOf(v).isSubtype(types.get(name)!)) typeError(`expected some sort of ${name}, but got ${repr(v)}`);
  return fromPython(v as PyInstance);
}

/** Makes the front end's node of a Python object. Throws TypeError and ValueError. */
function fromPython(x: PyInstance): unknown {
  const kind = kindOf(x);
  if (FIELDS[kind] === undefined) return kind;
  const node: Record<string, unknown> = { kind };
  const first = sumOf.get(kind) !== kind;
  if (first) readPosition(x, kind, node);
  for (const f of fieldsOf(kind)) {
    const type = fieldType(kind, f);
    const v =
      lookupAttr(x, f) ??
      (type.endsWith('*')
        ? listFrom([])
        : type.endsWith('?')
          ? None
          : typeError(`required field "${f}" missing from ${kind}`));
    if (v === None && !/[*?]$/.test(type) && type !== 'constant') valueError(`field '${f}' is required for ${kind}`);
    const key = kind === 'Constant' && f === 'kind' ? 'kind_' : f;
    if (!type.endsWith('*')) node[key] = fieldFromPython(v, type);
    else {
      if (!(v instanceof PyList)) typeError(`${kind} field "${f}" must be a list, not a ${typeOf(v).name}`);
      node[key] = toArray(v).map((y) => fieldFromPython(y, type.slice(0, -1)));
    }
  }
  if (!first) readPosition(x, kind, node);
  return node;
}

/** Compiles a tree of Python objects. Throws TypeError and SyntaxError. */
export function compileAst(tree: PyValue, filename: string, mode: CompileMode, request: CompileRequest): CodeObject {
  const wanted = mode === 'exec' ? 'Module' : mode === 'eval' ? 'Expression' : 'Interactive';
  if (!typeOf(tree).isSubtype(types.get(wanted)!)) typeError(`expected ${wanted} node, got ${typeOf(tree).name}`);
  const node = fromPython(tree as PyInstance);
  try {
    return world.compileTree(node as Mod, filename, request);
  } catch (e) {
    const exc = frontException(e, '');
    if (exc !== undefined) throw new PyRaise(exc);
    throw e;
  }
}

/** Makes the module `_ast`. */
export function makeModule(): PyModule {
  astTypes();
  return nativeModule('_ast', [
    ...types,
    ['PyCF_ONLY_AST', 0x400],
    ['PyCF_TYPE_COMMENTS', 0x1000],
    ['PyCF_ALLOW_TOP_LEVEL_AWAIT', 0x2000],
    ['PyCF_OPTIMIZED_AST', 0x8400],
  ]);
}
