/**
 * What calling a built-in may do, given the kinds of its operands.
 *
 * On numbers and strings most built-ins run no Python and change nothing, whatever they do with
 * other objects; methods of lists and dicts change that object only. What is not listed may do
 * anything.
 */
import { Kind } from './kinds.ts';
import type { Effects, PyBuiltin } from '../objects/core/builtin.ts';
import type { Machine } from './machine.ts';

/** Functions that are pure on numbers and strings: all of `math` and `cmath`, and these. */
const PURE = new Set(
  ['abs', 'bin', 'chr', 'divmod', 'float', 'hex', 'int', 'max', 'min', 'oct', 'ord', 'pow', 'round'].map(
    (n) => `builtins.${n}`,
  ),
);

/** Methods of lists that only read, or only change, the list when their other operands are scalars. */
const LIST_WRITES = new Set(['list.pop', 'list.insert', 'list.clear', 'list.reverse']);
const DICT_READS = new Set(['dict.get']);

/** Functions whose only effect is on hidden state. */
const HIDDEN = new Set(['Random.random', 'time.perf_counter', 'time.time', 'time.monotonic', 'time.process_time']);

function isScalar(k: Kind): boolean {
  return k === Kind.INT || k === Kind.FLOAT || k === Kind.BOOL || k === Kind.STR || k === Kind.NONE || k === Kind.BIG;
}

/** Tells what a call may do. */
export function effectsOf<R, I, F, B>(m: Machine<R, I, F, B>, b: PyBuiltin, args: R[]): Effects {
  if (b.effects !== 'python') return b.effects;
  const name = b.intrinsic;
  if (HIDDEN.has(name)) return 'hidden';
  const pure = PURE.has(name) || name.startsWith('math.') || name.startsWith('str.');
  const first = pure ? 0 : LIST_WRITES.has(name) || DICT_READS.has(name) ? 1 : -1;
  if (first < 0) return 'python';
  for (let i = first; i < args.length; i++) if (!isScalar(m.kindOf(args[i]!))) return 'python';
  if (pure) return 'pure';
  const k = m.kindOf(args[0]!);
  if (LIST_WRITES.has(name)) return k === Kind.LIST ? 'write' : 'python';
  return k === Kind.DICT ? 'read' : 'python';
}
