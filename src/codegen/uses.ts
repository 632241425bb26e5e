/** How often values are used: what is used once is written where that is. */
import type { Ins, Trace } from '../ir/trace.ts';

/** Counts uses by live instructions of a path; uses from anywhere else count double. */
export function countUses(ops: readonly Ins[]): Map<Ins, number> {
  const uses = new Map<Ins, number>();
  const add = (x: Ins, k: number): void => {
    uses.set(x, (uses.get(x) ?? 0) + k);
  };
  for (const x of ops) {
    if (!x.live) continue;
    for (const a of x.args) add(a, x.op === 'guard' ? 1 : 2);
    if (x.exit !== null) {
      for (const leaf of x.exit.leaves) add(leaf, 2);
      if (x.exit.side !== null) countOutside(x.exit.side, add);
    }
  }
  return uses;
}

/** Counts what a side trace refers to. */
function countOutside(t: Trace, add: (x: Ins, k: number) => void): void {
  for (const x of t.ops) {
    for (const a of x.args) add(a, 2);
    if (x.exit !== null) {
      for (const leaf of x.exit.leaves) add(leaf, 2);
      if (x.exit.side !== null) countOutside(x.exit.side, add);
    }
  }
  if (t.end?.kind === 'exit') {
    for (const leaf of t.end.exit.leaves) add(leaf, 2);
    if (t.end.exit.direct) for (const s of t.end.exit.snapshot.frames[0]!.slots) if (s !== undefined) add(s, 2);
  } else if (t.end?.kind === 'tail_call') for (const x of t.end.args) add(x, 2);
  else if (t.end?.kind === 'return') {
    add(t.end.value, 2);
    for (const f of t.end.exit?.snapshot.frames ?? []) for (const x of f.slots) if (x !== undefined) add(x, 2);
  } else if (t.end?.kind === 'loop') for (const x of t.end.next) add(x, 2);
  else for (const x of t.end?.slots ?? []) if (x !== undefined) add(x, 2);
}
