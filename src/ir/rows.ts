/**
 * What a row of the op table has to say: its columns, and the helpers that make rows.
 *
 * Optimiser, code generator and tests ask these columns and know no op's name where a column will do.
 * A column that names another op is checked by the compiler where the table ends (`rowOf`).
 */
import type { Domain } from './domains.ts';
import type { ResultKind } from './kinds.ts';
import type { RangeRule } from './ranges.ts';

export type Sort = 'ref' | 'int' | 'float' | 'bool';
export type Effect = 'pure' | 'load' | 'store' | 'alloc';

/**
 * THE table of heap classes: stores change loads of their own class and no others. Of a *private* one a call
 * that runs no Python changes nothing, and sees nothing that may be put off.
 */
export const HEAP = {
  shape: { private: false },
  slots: { private: false },
  'slots.float': { private: false },
  'list.store': { private: false },
  'list.items': { private: false },
  'items.length': { private: false },
  'items.int': { private: false },
  'items.float': { private: false },
  'items.ref': { private: false },
  function: { private: false },
  cell: { private: true },
  namespace: { private: false },
  /** A table that is plain stays so: no such call puts a key with an equality of its own into it. */
  'table.plain': { private: true },
  'dict.keys': { private: false },
  valid: { private: true },
  'range.current': { private: true },
  'iter.list': { private: false },
  'iter.index': { private: true },
} as const;
export type HeapClass = keyof typeof HEAP;

/** What a field holds at first: an operand (`$0`, `$1`, …) or a constant. */
export type Initial = `$${number}` | number | boolean;

/** The columns that most rows leave out; `Op` names an op. */
interface Columns<Op extends string = string> {
  /** `x op y` is `y op x`. */
  readonly commutes?: true;
  /** The op that is true where this one is false. */
  readonly negate?: Op;
  /** The class of the result. */
  readonly kind?: ResultKind;
  /** Of a test: the kind that it is true for. */
  readonly tests?: 'int' | 'big' | 'bool' | 'str';
  /** The bounds of the result by those of the operands. */
  readonly range?: RangeRule;
  /** The result may leave ±(2^53-1): `int_fits` must follow. */
  readonly overflows?: true;
  /** What is demanded of the operands. */
  readonly domain?: Domain;
  /** Of a store: the load that reads what it wrote. */
  readonly answers?: Op;
  /** Of a store: it adds the field by a transition of the shape, which is its second operand. */
  readonly adds?: true;
  /** Of a store: it may be put off, because nothing but the op that answers it looks at the field. */
  readonly putOff?: true;
  /** The result is an object made here, known by nobody else. */
  readonly fresh?: true;
  /** Of a fresh object: what its fields hold at first, by the ops that read them. */
  readonly fields?: { readonly [op: string]: Initial };
  /** Of a fresh object: the ops that read its operands by index, and their number. */
  readonly elements?: { readonly item: Op; readonly length: Op };
  /** Takes any number of operands, all of sort `ref`; in the template, `$0` is the array of them. */
  readonly variadic?: true;
}

export interface OpRow<Op extends string = string> extends Columns<Op> {
  readonly args: readonly Sort[];
  readonly result: Sort | 'none';
  readonly effect: Effect;
  readonly js: string;
  /** Of loads and stores: what they read or write. */
  readonly heap?: HeapClass;
}

type Pure<A, R> = { readonly args: A; readonly result: R; readonly effect: 'pure'; readonly js: string };
type Load<A, R> = { readonly args: A; readonly result: R; readonly effect: 'load' } & Access;
type Store<A> = { readonly args: A; readonly result: 'none'; readonly effect: 'store' } & Access;
type Alloc<A> = { readonly args: A; readonly result: 'ref'; readonly effect: 'alloc'; readonly js: string };
type Access = { readonly heap: HeapClass; readonly js: string };
type None = Record<never, never>;

/** Makes the row of an op that depends on its operands only. */
export function pure<const A extends readonly Sort[], const R extends Sort, const C extends Columns = None>(
  args: A,
  result: R,
  js: string,
  columns?: C,
): Pure<A, R> & C {
  return { args, result, effect: 'pure', js, ...columns! };
}

/** Makes the row of an op that reads a class of the heap; operand 0 is the object. */
export function load<const A extends readonly Sort[], const R extends Sort, const C extends Columns = None>(
  heap: HeapClass,
  args: A,
  result: R,
  js: string,
  columns?: C,
): Load<A, R> & C {
  return { args, result, effect: 'load', heap, js, ...columns! };
}

/** Makes the row of an op that writes a class of the heap; operand 0 is the object, the last one the value. */
export function store<const A extends readonly Sort[], const C extends Columns = None>(
  heap: HeapClass,
  args: A,
  js: string,
  columns?: C,
): Store<A> & C {
  return { args, result: 'none', effect: 'store', heap, js, ...columns! };
}

/** Makes the row of an op that makes an object of its operands. */
export function alloc<const A extends readonly Sort[], const C extends Columns = None>(
  args: A,
  js: string,
  columns?: C,
): Alloc<A> & C {
  return { args, result: 'ref', effect: 'alloc', js, ...columns! };
}
