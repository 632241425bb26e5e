/**
 * The pipeline from the compiler's instruction sequence to laid-out basic blocks.
 *
 * The order matters: handlers are known before anything moves; lines are resolved before the peephole pass
 * (it compares lines) and again at the end (cold blocks moved, bridges were added); checks of unbound locals
 * come before the double instructions, which have no checked form.
 */
import { Op } from '../../bytecode/opcodes.ts';
import { type Block, buildBlocks, type InstrSequence } from './blocks.ts';
import { inlineSmallBlocks, removeNopsAndJumps, removeNopsAndPairs, removeUnreachable } from './cleanup.ts';
import type { ConstTable } from './constants.ts';
import { labelHandlers, markHandlers } from './exceptions.ts';
import { pushColdBlocksToEnd } from './layout.ts';
import { resolveLines } from './lines.ts';
import { addUnboundChecks, insertSuperInstructions } from './locals.ts';
import { optimizeBlock } from './optimize.ts';

/** Drops the constants no instruction loads (the first may be the docstring and stays). */
function removeUnusedConsts(entry: Block, consts: ConstTable): void {
  const used = new Uint8Array(consts.items.length);
  for (let b: Block | null = entry; b !== null; b = b.next) {
    for (const i of b.instrs) if (i.op === Op.LOAD_CONST || i.op === Op.RETURN_CONST) used[i.arg] = 1;
  }
  if (!used.includes(0, 1)) return;
  const map = consts.compact(used);
  for (let b: Block | null = entry; b !== null; b = b.next) {
    for (const i of b.instrs) if (i.op === Op.LOAD_CONST || i.op === Op.RETURN_CONST) i.arg = map[i.arg]!;
  }
}

/** Builds the graph of a sequence and optimises it; returns the entry block. */
export function optimizeSequence(seq: InstrSequence, consts: ConstTable, nlocals: number, nparams: number): Block {
  const entry = buildBlocks(seq);
  markHandlers(entry);
  labelHandlers(entry);

  inlineSmallBlocks(entry);
  removeUnreachable(entry);
  resolveLines(entry);
  for (let b: Block | null = entry; b !== null; b = b.next) optimizeBlock(b, consts);
  removeNopsAndPairs(entry);
  removeUnreachable(entry);
  removeNopsAndJumps(entry);

  removeUnusedConsts(entry, consts);
  addUnboundChecks(entry, nlocals, nparams);
  insertSuperInstructions(entry);
  pushColdBlocksToEnd(entry);
  resolveLines(entry);
  return entry;
}
