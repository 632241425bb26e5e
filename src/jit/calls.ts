/** Between entries and trees: how a call with boxed values reaches code that takes some of them unboxed. */
import { adapter } from '../codegen/adapter.ts';
import type { Entry } from '../frames/entry.ts';
import type { Callable, Ins } from '../ir/trace.ts';
import { floatType } from '../objects/core/values.ts';

/** Returns which slots a path found to be floats, by their place in `slots`: it guards the class of the parameter. */
export function floatsOf(slots: readonly number[], ops: readonly Ins[]): number[] {
  const floats = new Set<number>();
  for (const x of ops) {
    if (x.op !== 'guard' || !x.expect) continue;
    const test = x.args[0]!;
    const of = test.args[0];
    if (test.op === 'has_type' && of?.op === 'param' && test.args[1]!.value === floatType)
      floats.add(of.value as number);
  }
  return slots.flatMap((slot, i) => (floats.has(slot) ? [i] : []));
}

/** Calls with something else than the floats expected before a form is made for them. */
const MISMATCHES = 50;

/** Has an entry lead to compiled code. `makeBoxed` compiles it as code that takes everything boxed. */
export function open(entry: Entry, callable: Callable, makeBoxed: () => void): void {
  const run = callable.run as Entry['fast'] | null;
  if (run === null) {
    close(entry);
    return;
  }
  entry.fast = run;
  if (callable.floats.length === 0) entry.call = run as Entry['call'];
  else entry.call = (callable.boxed?.run as Entry['call'] | undefined) ?? unboxing(entry, callable.floats, makeBoxed);
}

/** Has an entry lead to the interpreter. */
export function close(entry: Entry): void {
  entry.call = entry.interpret;
  entry.fast = entry.interpretFast;
}

/** Makes a call with boxed values: unboxed where they are floats as expected, interpreted where they are not. */
function unboxing(entry: Entry, floats: readonly number[], makeBoxed: () => void): Entry['call'] {
  let mismatches = 0;
  const other: Entry['call'] = (depth, ...values) => {
    if (++mismatches === MISMATCHES) makeBoxed();
    return entry.interpret(depth, ...values);
  };
  return adapter(entry, entry.slots.length, floats, floatType, other) as Entry['call'];
}
