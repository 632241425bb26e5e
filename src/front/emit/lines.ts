/**
 * Lines for instructions the compiler gave none (PEP 626): exits and backward jumps must know their line,
 * because tracebacks and tracers ask there.
 *
 * An exit block without a line that several jumps share is copied for each of them, so that each copy
 * can take the line of its only predecessor; then lines flow forward through blocks and along edges into
 * blocks with one predecessor.
 */
import { Block, hasEvalBreak, isJump, NO_LOCATION, nonEmpty } from './blocks.ts';

/** Tells whether a block leaves the scope, or checks for pending work, without having a line. */
function isLinelessExit(block: Block): boolean {
  return (block.exitsScope() || block.instrs.some((i) => hasEvalBreak(i.op))) && block.hasNoLine();
}

/** Gives each jump to a shared exit without a line a copy of its own. */
function duplicateExits(entry: Block): void {
  for (let b: Block | null = entry; b !== null; b = b.next) {
    const last = b.last();
    if (last === undefined || !isJump(last.op)) continue;
    const target = nonEmpty(last.target)!;
    if (target.predecessors <= 1 || !isLinelessExit(target)) continue;
    const copy = new Block();
    for (const instr of target.instrs) copy.instrs.push(instr.clone());
    copy.instrs[0]!.loc = last.loc;
    last.target = copy;
    target.predecessors--;
    copy.predecessors = 1;
    copy.labelled = true;
    copy.cold = target.cold;
    copy.warm = target.warm;
    copy.next = target.next;
    target.next = copy;
  }
  for (let b: Block | null = entry; b !== null; b = b.next) {
    const last = b.last();
    if (last === undefined || b.next === null || !b.fallsThrough()) continue;
    if (isLinelessExit(b.next)) b.next.instrs[0]!.loc = last.loc;
  }
}

/** Copies locations to instructions without one from the instruction before them in the only way there. */
function propagate(entry: Block): void {
  for (let b: Block | null = entry; b !== null; b = b.next) {
    const last = b.last();
    if (last === undefined) continue;
    let previous = NO_LOCATION;
    for (const instr of b.instrs) {
      if (instr.loc.lineno === -1) instr.loc = previous;
      else previous = instr.loc;
    }
    if (b.next !== null && b.fallsThrough() && b.next.predecessors === 1) {
      const first = b.next.instrs[0];
      if (first !== undefined && first.loc.lineno === -1) first.loc = previous;
    }
    if (isJump(last.op) && last.target!.predecessors === 1) {
      const first = last.target!.instrs[0];
      if (first !== undefined && first.loc.lineno === -1) first.loc = previous;
    }
  }
}

/** Resolves the lines of a graph. */
export function resolveLines(entry: Block): void {
  duplicateExits(entry);
  propagate(entry);
}
