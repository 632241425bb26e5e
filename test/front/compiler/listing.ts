/** Reads what test/front/compiler/golden-code.py writes, and puts our code objects into the same form. */
import { OP_NAMES } from '../../../src/bytecode/names.ts';
import {
  CodeObject,
  type Const,
  ConstBytes,
  ConstComplex,
  ConstEllipsis,
  ConstFloat,
  ConstFrozenSet,
  ConstText,
  ConstTuple,
  ELLIPSIS,
  FAST_CELL,
  FAST_FREE,
  FAST_LOCAL,
} from '../../../src/bytecode/code.ts';
import type { Mod } from '../../../src/front/tree/ast.ts';

export type ConstRow = null | boolean | [string, ...unknown[]];

/** One code object as the oracle's script writes it. */
export interface CodeRow {
  name: string;
  qualname: string;
  firstlineno: number;
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  flags: number;
  stacksize: number;
  localsplusnames: string[];
  varnames: string[];
  cellvars: string[];
  freevars: string[];
  names: string[];
  consts: ConstRow[];
  ops: string[];
  args: number[];
  positions: number[];
  exceptions: [number, number, number, number, boolean][];
}

const SCRATCH = new DataView(new ArrayBuffer(8));

/** Returns float.hex() of a number. */
function floatHex(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  SCRATCH.setFloat64(0, x);
  const bits = SCRATCH.getBigUint64(0);
  const sign = bits >> 63n ? '-' : '';
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = (bits & 0xfffffffffffffn).toString(16).padStart(13, '0');
  if (exponent === 0) {
    if (x === 0) return `${sign}0x0.0p+0`;
    return `${sign}0x0.${fraction}p-1022`;
  }
  const e = exponent - 1023;
  return `${sign}0x1.${fraction}p${e < 0 ? '-' : '+'}${Math.abs(e)}`;
}

/** Returns the number that float.hex() wrote. */
function floatFromHex(text: string): number {
  if (text === 'nan') return Number.NaN;
  if (text === 'inf') return Number.POSITIVE_INFINITY;
  if (text === '-inf') return Number.NEGATIVE_INFINITY;
  const m = /^(-?)0x([01])\.([0-9a-f]+)p([-+]\d+)$/.exec(text)!;
  const fraction = Number.parseInt(m[3]!, 16) / 16 ** m[3]!.length;
  const exponent = Number(m[4]);
  const mantissa = Number(m[2]) + fraction;
  const scaled = exponent < -1000 ? mantissa * 2 ** (exponent + 100) * 2 ** -100 : mantissa * 2 ** exponent;
  return m[1] === '-' ? -scaled : scaled;
}

/** Writes a constant as the oracle's script does. */
export function constRow(c: Const): ConstRow {
  if (c === null || typeof c === 'boolean') return c;
  if (typeof c === 'number') return ['i', String(c)];
  if (typeof c === 'bigint') {
    const bits = (c < 0n ? -c : c).toString(2).length;
    return ['i', bits < 10000 ? String(c) : `${c < 0n ? '-' : ''}0x${(c < 0n ? -c : c).toString(16)}`];
  }
  if (typeof c === 'string') return ['s', c];
  if (c instanceof ConstText) return ['u', [...c.points]];
  if (c instanceof ConstFloat) return ['f', floatHex(c.value)];
  if (c instanceof ConstComplex) return ['c', floatHex(c.real), floatHex(c.imag)];
  if (c instanceof ConstBytes) return ['b', Buffer.from(c.value).toString('hex')];
  if (c instanceof ConstTuple) return ['t', c.items.map(constRow)];
  if (c instanceof ConstFrozenSet) {
    return ['z', c.items.map(constRow)];
  }
  if (c instanceof ConstEllipsis) return ['e'];
  if (c instanceof CodeObject) return ['code', rowOf(c)];
  throw new TypeError('unexpected constant');
}

/** Reads a constant. */
function constOf(row: ConstRow): Const {
  if (row === null || typeof row === 'boolean') return row;
  switch (row[0]) {
    case 'i': {
      const text = row[1] as string;
      const big = text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text);
      return Number.isSafeInteger(Number(big)) ? Number(big) : big;
    }
    case 'f':
      return new ConstFloat(floatFromHex(row[1] as string));
    case 'c':
      return new ConstComplex(floatFromHex(row[1] as string), floatFromHex(row[2] as string));
    case 's':
      return row[1] as string;
    case 'u':
      return new ConstText(row[1] as number[]);
    case 'b':
      return new ConstBytes(new Uint8Array(Buffer.from(row[1] as string, 'hex')));
    case 'e':
      return ELLIPSIS;
    case 't':
      return new ConstTuple((row[1] as ConstRow[]).map(constOf));
    default:
      throw new TypeError(`unexpected constant ${row[0]}`);
  }
}

/** Reads a tree: constants are tagged, the rest is as it should be. */
export function treeOf(json: unknown): Mod {
  /** Replaces tagged constants. */
  const convert = (x: unknown): unknown => {
    if (Array.isArray(x)) return x.map(convert);
    if (x === null || typeof x !== 'object') return x;
    if ('const' in x) return constOf(x.const as ConstRow);
    const out: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(x)) out[key] = convert(value);
    return out;
  };
  return convert(json) as Mod;
}

/** Puts a code object into the oracle's form. */
export function rowOf(code: CodeObject): CodeRow {
  const named = (bit: number): string[] =>
    code.localsplusnames.filter((_, i) => (code.localspluskinds[i]! & bit) !== 0);
  return {
    name: code.name,
    qualname: code.qualname,
    firstlineno: code.firstlineno,
    argcount: code.argcount,
    posonlyargcount: code.posonlyargcount,
    kwonlyargcount: code.kwonlyargcount,
    flags: code.flags,
    stacksize: code.stacksize,
    localsplusnames: [...code.localsplusnames],
    varnames: named(FAST_LOCAL),
    cellvars: named(FAST_CELL),
    freevars: named(FAST_FREE),
    names: [...code.names],
    consts: code.consts.map(constRow),
    ops: Array.from(code.ops, (op) => OP_NAMES[op]!),
    args: Array.from(code.args),
    positions: Array.from(code.positions),
    exceptions: code.exceptionTable.map((e) => [e.start, e.end, e.target, e.depth, e.lasti]),
  };
}

/** Returns a constant without what CPython itself leaves open: the code inside, and the order of sets. */
function comparable(c: ConstRow): string {
  if (!Array.isArray(c)) return String(c);
  if (c[0] === 'code') return `code ${(c[1] as CodeRow).qualname}`;
  if (c[0] === 't') return `t(${(c[1] as ConstRow[]).map(comparable).join()})`;
  if (c[0] === 'z') return `z(${(c[1] as ConstRow[]).map(comparable).sort().join()})`;
  return JSON.stringify(c);
}

/** Returns the arguments, with constants instead of their indices. */
function comparableArgs(row: CodeRow, consts: readonly string[]): (number | string)[] {
  return row.args.map((arg, i) => (row.ops[i]!.endsWith('_CONST') ? consts[arg]! : arg));
}

/** Returns the first index at which two arrays differ, or -1. */
function firstDifference(a: readonly unknown[], b: readonly unknown[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) if (a[i] !== b[i]) return i;
  return -1;
}

/** Returns a few instructions around an index. */
function context(row: CodeRow, at: number): string {
  const lines = [];
  for (let i = Math.max(0, at - 4); i < Math.min(row.ops.length, at + 5); i++) {
    const p = row.positions.slice(4 * i, 4 * i + 4).join(',');
    lines.push(`${i === at ? '>' : ' '} ${i} ${row.ops[i]} ${row.args[i]} [${p}]`);
  }
  return lines.join('\n');
}

export interface Difference {
  readonly reason: string;
  readonly detail: string;
}

/** Says how two code objects differ (not counting the code objects inside), or null where they do not. */
export function describeDifference(want: CodeRow, got: CodeRow): Difference | null {
  const both = (at: number): string => `want:\n${context(want, at)}\ngot:\n${context(got, at)}`;
  let at = firstDifference(want.ops, got.ops);
  if (at >= 0) return { reason: `ops: ${want.ops[at]} not ${got.ops[at]}`, detail: both(at) };
  const lists = ['names', 'localsplusnames', 'varnames', 'cellvars', 'freevars'] as const;
  for (const key of lists) {
    if (firstDifference(want[key], got[key]) >= 0) return { reason: key, detail: `${want[key]} / ${got[key]}` };
  }
  const constsWant = want.consts.map(comparable);
  const constsGot = got.consts.map(comparable);
  at = firstDifference(comparableArgs(want, constsWant), comparableArgs(got, constsGot));
  if (at >= 0) return { reason: `args of ${want.ops[at]}`, detail: both(at) };
  if (firstDifference(constsWant, constsGot) >= 0) {
    return { reason: 'consts', detail: `${constsWant.join(' ')}\n${constsGot.join(' ')}` };
  }
  at = firstDifference(want.args, got.args);
  if (at >= 0) return { reason: `constant index of ${want.ops[at]}`, detail: both(at) };
  at = firstDifference(want.exceptions.map(String), got.exceptions.map(String));
  if (at >= 0) {
    return {
      reason: 'exceptions',
      detail: `row ${at}: ${want.exceptions[at]} / ${got.exceptions[at]}\n${both(want.exceptions[at]?.[0] ?? 0)}`,
    };
  }
  at = firstDifference(want.positions, got.positions);
  if (at >= 0) return { reason: `positions of ${want.ops[at >> 2]}`, detail: both(at >> 2) };
  for (const key of [
    'name',
    'qualname',
    'firstlineno',
    'argcount',
    'posonlyargcount',
    'kwonlyargcount',
    'flags',
    'stacksize',
  ] as const) {
    if (want[key] !== got[key]) return { reason: key, detail: `${want[key]} / ${got[key]}` };
  }
  return null;
}
