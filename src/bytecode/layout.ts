/**
 * Where instructions stand in CPython's own encoding: code units of two bytes, inline caches, EXTENDED_ARG.
 *
 * Our instructions are decoded and count as one each. Offsets in CPython's code (`f_lasti`, the numbers in a
 * listing, the arguments of jumps) are derived from them here, when somebody asks.
 */
import type { CodeObject } from './code.ts';
import { OP_ROWS } from './names.ts';
import { Op } from './opcodes.ts';

/** Inline cache entries, in code units, of CPython 3.13 (`_inline_cache_entries` of its opcode module). */
const CACHES = new Uint8Array(256);
for (const [op, n] of [
  [Op.LOAD_GLOBAL, 4],
  [Op.BINARY_OP, 1],
  [Op.UNPACK_SEQUENCE, 1],
  [Op.COMPARE_OP, 1],
  [Op.CONTAINS_OP, 1],
  [Op.BINARY_SUBSCR, 1],
  [Op.FOR_ITER, 1],
  [Op.LOAD_SUPER_ATTR, 1],
  [Op.LOAD_ATTR, 9],
  [Op.STORE_ATTR, 4],
  [Op.CALL, 3],
  [Op.STORE_SUBSCR, 1],
  [Op.SEND, 1],
  [Op.JUMP_BACKWARD, 1],
  [Op.TO_BOOL, 3],
  [Op.POP_JUMP_IF_TRUE, 1],
  [Op.POP_JUMP_IF_FALSE, 1],
  [Op.POP_JUMP_IF_NONE, 1],
  [Op.POP_JUMP_IF_NOT_NONE, 1],
] as const)
  CACHES[op] = n;

/** The encoding of a code object. */
interface Layout {
  /** Offset in code units of each instruction, its EXTENDED_ARGs included; one more entry for the end. */
  readonly offsets: Int32Array;
  /** Argument of each instruction as encoded: for jumps the distance. */
  readonly args: Int32Array;
  /** Number of EXTENDED_ARGs before each instruction. */
  readonly extended: Uint8Array;
}

/** Returns the number of EXTENDED_ARGs an argument needs. */
const extensionsOf = (arg: number): number => (arg > 0xffffff ? 3 : arg > 0xffff ? 2 : arg > 0xff ? 1 : 0);

/** Lays a code object out. Jumps that need EXTENDED_ARG move what follows them, so it repeats until nothing moves. */
export function layOut(code: CodeObject): Layout {
  const { ops } = code;
  const n = ops.length;
  const args = code.args.slice();
  const extended = new Uint8Array(n);
  const offsets = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) if (OP_ROWS[ops[i]!]!.arg !== 'jump') extended[i] = extensionsOf(args[i]!);
  for (let moved = true; moved; ) {
    moved = false;
    for (let i = 0, at = 0; i <= n; i++) {
      offsets[i] = at;
      if (i < n) at += extended[i]! + 1 + CACHES[ops[i]!]!;
    }
    for (let i = 0; i < n; i++) {
      if (OP_ROWS[ops[i]!]!.arg !== 'jump') continue;
      args[i] = Math.abs(offsets[code.args[i]!]! - offsets[i + 1]!);
      const need = extensionsOf(args[i]!);
      if (need !== extended[i]) {
        extended[i] = need;
        moved = true;
      }
    }
  }
  return { offsets, args, extended };
}
