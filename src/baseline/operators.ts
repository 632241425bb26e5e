/** Operators: the samples by which each is sketched (`sketch.ts`), and the generic operation. */
import { Op } from '../bytecode/opcodes.ts';
import type { PyValue } from '../objects/core/object.ts';
import { None, PyFloat } from '../objects/core/values.ts';
import { binaryOp, negative } from '../semantics/arithmetic.ts';
import { compareOp, toBool } from '../semantics/compare.ts';
import type { Operation } from './sketch.ts';
import type { Entry, Writer } from './writer.ts';

const FLOAT = new PyFloat(2.5);

/** Operators of BINARY_OP by their argument, in-place forms aside. */
const enum Sign {
  ADD = 0,
  FLOOR_DIVIDE = 2,
  MULTIPLY = 5,
  REMAINDER = 6,
  POWER = 8,
  SUBTRACT = 10,
  TRUE_DIVIDE = 11,
}

/** Number of operators; their in-place forms follow. */
const SIGNS = 13;
const EQUAL = 2;
const NOT_EQUAL = 3;

/** Writes BINARY_OP. */
export function writeBinary(w: Writer, pc: number, arg: number): void {
  const [x, y] = w.take(2) as [Entry, Entry];
  const operation: Operation = (m, a, b) => binaryOp(m, arg, a as unknown, b as unknown);
  const slow = ([a, b]: string[]): string => `h.binary(${arg},${a},${b})`;
  w.operate(pc, `op${arg % SIGNS}`, operation, [x, y], samplesOf(w, arg % SIGNS, x, y), slow);
}

/** Writes COMPARE_OP. */
export function writeCompare(w: Writer, pc: number, arg: number): void {
  const [x, y] = w.take(2) as [Entry, Entry];
  const op = arg >> 5;
  const operation: Operation = (m, a, b) => compareOp(m, op, a as unknown, b as unknown);
  const samples = pairs(w, [1, FLOAT], x, y);
  if (op === EQUAL || op === NOT_EQUAL) samples.push(...pairs(w, ['a'], x, y));
  const slow = (arg & 16) !== 0 ? 'compareTrue' : 'compare';
  w.operate(pc, `cmp${op}`, operation, [x, y], samples, ([a, b]) => `h.${slow}(${op},${a},${b})`);
}

/** Writes TO_BOOL and UNARY_NEGATIVE. */
export function writeUnary(w: Writer, pc: number, op: number): void {
  if (op === Op.TO_BOOL) {
    const samples = [[true], [1], ['a'], [None]];
    w.operate(pc, 'bool', toBool as Operation, [w.pop()], samples, ([x]) => `h.isTrue(${x})`);
  } else w.operate(pc, 'neg', negative as Operation, [w.pop()], [[3], [FLOAT]], ([x]) => `h.negative(${x})`);
}

/** Pairs samples of a kind each; of two kinds where one operand is known. */
function pairs(w: Writer, samples: readonly PyValue[], x: Entry, y: Entry): PyValue[][] {
  const mixed = [x, y].some((e) => e.k === 'const' || w.isRaw(e));
  const out: PyValue[][] = [];
  for (const a of samples) for (const b of samples) if (a === b || mixed) out.push([a, b]);
  return out;
}

/** Returns the operands an operator is sketched for. */
function samplesOf(w: Writer, op: number, x: Entry, y: Entry): PyValue[][] {
  switch (op) {
    case Sign.ADD:
      return [...pairs(w, [7, FLOAT], x, y), ['a', 'b']];
    case Sign.MULTIPLY:
    case Sign.SUBTRACT:
    case Sign.TRUE_DIVIDE:
    case Sign.FLOOR_DIVIDE:
    case Sign.REMAINDER:
      return pairs(w, [7, FLOAT], x, y);
    case Sign.POWER:
      return [
        [3, 2],
        [FLOAT, 2],
      ];
    default:
      return op === 4 ? [] : [[7, 3]];
  }
}
