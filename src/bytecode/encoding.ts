/**
 * A code object as CPython encodes it, computed when a program asks: `co_code`, `co_exceptiontable`, and the tables of
 * lines and positions by offsets in that code.
 */
import type { CodeObject } from './code.ts';
import { layOut } from './layout.ts';

const EXTENDED_ARG = 71;

/** Returns the instructions as bytes: two a unit, with EXTENDED_ARG and empty inline caches. */
export function encodeInstructions(code: CodeObject): Uint8Array {
  const { offsets, args, extended } = layOut(code);
  const out = new Uint8Array(offsets[code.ops.length]! * 2);
  for (let i = 0; i < code.ops.length; i++) {
    let at = offsets[i]! * 2;
    for (let n = extended[i]!; n > 0; n--, at += 2) {
      out[at] = EXTENDED_ARG;
      out[at + 1] = (args[i]! >> (8 * n)) & 0xff;
    }
    out[at] = code.ops[i]!;
    out[at + 1] = args[i]! & 0xff;
  }
  return out;
}

/** Returns where an instruction stands, in bytes, after its EXTENDED_ARGs. */
export function instructionOffset(code: CodeObject, index: number): number {
  const { offsets, extended } = layOut(code);
  return (offsets[index]! + extended[index]!) * 2;
}

/** Appends a number in groups of six bits, the highest first; the first byte of an entry is marked. */
function putNumber(out: number[], value: number, first: boolean): void {
  const groups = [value & 63];
  for (let v = value >> 6; v > 0; v >>= 6) groups.unshift((v & 63) | 64);
  if (first) groups[0]! |= 128;
  out.push(...groups);
}

/** Returns the exception table as bytes. */
export function encodeExceptionTable(code: CodeObject): Uint8Array {
  const { offsets } = layOut(code);
  const out: number[] = [];
  for (const e of code.exceptionTable) {
    putNumber(out, offsets[e.start]!, true);
    putNumber(out, offsets[e.end]! - offsets[e.start]!, false);
    putNumber(out, offsets[e.target]!, false);
    putNumber(out, (e.depth << 1) | (e.lasti ? 1 : 0), false);
  }
  return Uint8Array.from(out);
}

/** Yields the position of each unit: four numbers, -1 for none. */
export function* unitPositions(code: CodeObject): Generator<readonly number[], void, undefined> {
  const { offsets } = layOut(code);
  for (let i = 0; i < code.ops.length; i++) {
    const row = [0, 1, 2, 3].map((k) => code.positions[i * 4 + k]!);
    for (let n = offsets[i]!; n < offsets[i + 1]!; n++) yield row;
  }
}

/** Yields ranges of offsets, in bytes, of one line each; -1 for no line. */
export function* lineRanges(
  code: CodeObject,
): Generator<readonly [start: number, end: number, line: number], void, undefined> {
  const { offsets } = layOut(code);
  const n = code.ops.length;
  let start = 0;
  for (let i = 1; i <= n; i++) {
    if (i < n && code.positions[i * 4] === code.positions[start * 4]) continue;
    yield [offsets[start]! * 2, offsets[i]! * 2, code.positions[start * 4]!];
    start = i;
  }
}
