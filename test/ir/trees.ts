/** Runs Python and collects what the compiler made of it. */
import { verifySource } from '../../src/codegen/verify.ts';
import { Events, type JitEvent } from '../../src/jit/events.ts';
import { RETURNED, evaluateTree } from '../../src/ir/evaluate.ts';
import type { Ins, Trace, Tree } from '../../src/ir/trace.ts';
import { verifyTree } from '../../src/ir/verify.ts';
import { compileOps } from '../../src/machine/live-ops.ts';
import { type RunResult, runProgram } from '../../src/vm.ts';

export interface Compiled extends RunResult {
  readonly trees: Tree[];
  readonly traces: Trace[];
  readonly events: JitEvent[];
  /** `REASON` of every abort, in order. */
  readonly aborts: string[];
  /** What the verifiers found wrong. */
  readonly faults: string[];
}

export interface Options {
  readonly jit?: string;
  readonly filename?: string;
  /** Run trees by the evaluator of their instructions instead of the emitted JavaScript. */
  readonly evaluate?: boolean;
  /** With `evaluate`: takes the exit of a guard although it holds. */
  readonly force?: (guard: Ins, tree: Tree) => boolean;
}

const OPS = compileOps();

/** Puts the evaluator in the place of a tree's emitted function. */
function evaluateInstead(tree: Tree, force: Options['force']): void {
  const forced = force === undefined ? {} : { force: (g: Ins) => force(g, tree) };
  const c = tree.callable;
  if (c === null) {
    tree.fn = (s, out, depth) => evaluateTree(tree, OPS, s, out, { ...forced, depth });
    return;
  }
  c.run = (depth, ...values) => {
    if (depth > c.limits.callLimit) return c.interpret(depth, ...values);
    const slots: unknown[] = [];
    c.slots.forEach((slot, i) => {
      slots[slot] = values[i];
    });
    const out: unknown[] = [];
    const exit = evaluateTree(tree, OPS, slots, out, { ...forced, depth });
    if (exit === RETURNED) return out[0];
    out.forEach((v, i) => {
      c.out[i] = v;
    });
    return c.leave(exit, depth);
  };
}

/** Runs a program; every tree and every emitted function is verified. */
export async function compiled(source: string, options: Options = {}): Promise<Compiled> {
  const events = new Events();
  const seen: JitEvent[] = [];
  const trees = new Set<Tree>();
  const traces: Trace[] = [];
  const faults = new Set<string>();
  events.listen((e) => {
    seen.push(e);
    if (e.kind === 'fault') faults.add(e.message);
    if (e.kind === 'abort' && e.reason === 'FAULT') faults.add(e.detail);
    if (e.kind === 'generated') {
      for (const f of verifySource(e.tree.source)) faults.add(f);
      if (options.evaluate === true) evaluateInstead(e.tree, options.force);
    }
    if (e.kind !== 'stop') return;
    trees.add(e.tree);
    traces.push(e.trace);
    for (const f of verifyTree(e.tree)) faults.add(f);
  });
  const result = await runProgram({
    source,
    filename: options.filename ?? 'test.py',
    jit: options.jit ?? 'hotloop=3,hotexit=2',
    events,
  });
  const aborts = seen.flatMap((e) => (e.kind === 'abort' ? [e.reason] : []));
  return { ...result, trees: [...trees], traces, events: seen, aborts, faults: [...faults] };
}

/** Runs a program in the interpreter. */
export function interpreted(source: string): Promise<RunResult> {
  return runProgram({ source, filename: 'test.py', tier: 'interp' });
}
