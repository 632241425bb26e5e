/**
 * Where compiled code looks up (`signals/polling.ts`).
 *
 * Each round of a loop begins with a safe point (`signals/polling.ts`). Where rounds call nothing, a variable counts
 * down, and the loop is left by an exit of its own when it is used up: even a call in a branch never taken would cost
 * V8 the registers of the whole loop. A loop over a range need not even count: `m` is where it would end or the
 * count be used up, whichever comes first, and takes the place of the end in the condition that is there already.
 *
 *     const q = l40 + c * v10; const m = q < v12 ? q : v12;
 *     L: for (;;) { if (!(l40 < m)) { if (l40 < v12) { …; return -2; } …; return 7; } … }
 *
 * Where rounds call something, the count is the shared one, and the exit is taken when a signal waits. A function's
 * code looks up at its start, and goes to the interpreter where one waits.
 *
 * A round that is the only one of its entry, for no path leads back to the header, is not counted.
 */
import type * as ES from 'estree';
import { type OpName, rowOf } from '../ir/ops.ts';
import { type Guard, type Ins, type LoopVariable, type Trace, isCall } from '../ir/trace.ts';
import type { Located } from './nodes.ts';
import * as n from './nodes.ts';

/** A body that begins with the question whether its range is used up. */
export interface Strip {
  readonly guard: Guard;
  /** The position, the end and the step, which is positive. */
  readonly phi: LoopVariable;
  readonly stop: Ins;
  readonly step: Ins;
}

/** Returns how the body of a loop counts by its range, or null. */
export function stripOf({ ops, body }: Trace): Strip | null {
  const [test, guard] = body!.ops.filter((x) => x.live && !isRenaming(x));
  if (test?.op !== 'int_lt' || guard?.op !== 'guard' || guard.args[0] !== test || !guard.expect) return null;
  if (body!.poll === null || body!.ops.some((x) => x !== guard && x.args.includes(test))) return null;
  const [phi, stop] = test.args as [Ins, Ins];
  if (phi.op !== 'phi' || !body!.phis.includes(phi)) return null;
  const next = phi.args[1]!;
  if (next.op !== 'int_add' || next.args[0] !== phi) return null;
  const step = next.args[1]!;
  const varies = (x: Ins): boolean => x.op === 'phi' || body!.ops.includes(x);
  if (varies(stop) || varies(step) || !isPositive(step, ops)) return null;
  return { guard, phi, stop, step };
}

/** Tells whether a value has the text of another. */
function isRenaming(x: Ins): boolean {
  return x.op !== 'guard' && !isCall(x) && x.op !== 'const' && rowOf(x.op as OpName).js === '$0';
}

/** Tells whether an int is above 0, as a path has found. */
function isPositive(x: Ins, ops: readonly Ins[]): boolean {
  if (x.op === 'const') return (x.value as number) > 0;
  return ops.some((g) => {
    const test = g.args[0];
    return g.op === 'guard' && g.expect && test?.op === 'int_gt' && test.args[0] === x && test.args[1]!.value === 0;
  });
}

/** Counts down the shared count; looks up where it is used up, and leaves where a signal waits. */
export function whenDue(leave: Located[]): Located[] {
  const left = n.member(n.name('polling'), 'left');
  return [
    n.assign(left, n.plus(left, -1)),
    n.when(n.compare('<', left, n.number(0)), [n.when(n.call(n.member(n.name('polling'), 'due'), []), leave)]),
  ];
}

/** Tells whether a path calls anything. */
export function hasCall(t: Trace): boolean {
  return t.ops.some((x) => x.live && isCall(x)) || (t.body?.ops.some((x) => x.live && isCall(x)) ?? false);
}

/** Tells whether a path leads back to the header of its tree. */
export function goesRound(t: Trace): boolean {
  return t.end?.kind === 'header';
}

/** Counts a round, and leaves where that is used up. */
export function countRound(leave: Located[]): Located[] {
  const c = n.name('c');
  return [n.assign(c, n.word(n.plus(c, -1))), n.when(n.compare('<', c, n.number(0)), leave)];
}

/** Works out how far a loop over a range goes before its rounds are used up. */
export function limits(phi: ES.Expression, stop: ES.Expression, step: ES.Expression): Located[] {
  const [q, c] = [n.name('q'), n.name('c')];
  const far = n.binary('+', phi, isOne(step) ? c : n.binary('*', c, step));
  return [n.declare('const', 'q', far), n.declare('const', 'm', n.either(n.compare('<', q, stop), q, stop))];
}

/** Takes over, where a path leaves the body, how many rounds are left of those its range has counted. */
export function countLeft(phi: ES.Expression, step: ES.Expression): Located {
  const way = n.binary('-', n.name('q'), phi);
  return n.assign(n.name('c'), n.word(isOne(step) ? way : n.binary('/', way, step)));
}

/** Tells whether an expression is the number 1. */
function isOne(x: ES.Expression): boolean {
  return x.type === 'Literal' && x.value === 1;
}
