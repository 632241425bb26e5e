/** Runs Python and collects what the compiler made of it. */
import { verifySource } from '../../src/codegen/verify.ts';
import { Events, type JitEvent } from '../../src/events.ts';
import { evaluateTree } from '../../src/ir/evaluate.ts';
import type { Ins, Trace, Tree } from '../../src/ir/trace.ts';
import { verifyTree } from '../../src/ir/verify.ts';
import { compileOps } from '../../src/semantics/live.ts';
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

/** Runs a program; every tree and every emitted function is verified. */
export async function compiled(source: string, options: Options = {}): Promise<Compiled> {
  const events = new Events();
  const seen: JitEvent[] = [];
  const trees = new Set<Tree>();
  const traces: Trace[] = [];
  const faults = new Set<string>();
  events.listen((e) => {
    seen.push(e);
    if (e.kind === 'link') {
      for (const f of verifySource(e.tree.source)) faults.add(f);
      const { tree } = e;
      if (options.evaluate === true) {
        const { force } = options;
        tree.fn = (s, out) => evaluateTree(tree, OPS, s, out, force === undefined ? {} : { force: (g) => force(g, tree) });
      }
    }
    if (e.kind !== 'stop') return;
    trees.add(e.tree);
    traces.push(e.trace);
    for (const f of verifyTree(e.tree)) faults.add(f);
  });
  const result = await runProgram({ source, filename: options.filename ?? 'test.py', jit: options.jit ?? 'hotloop=3,hotexit=2', events });
  const aborts = seen.flatMap((e) => (e.kind === 'abort' ? [e.reason] : []));
  return { ...result, trees: [...trees], traces, events: seen, aborts, faults: [...faults] };
}

/** Runs a program in the interpreter. */
export function interpreted(source: string): Promise<RunResult> {
  return runProgram({ source, filename: 'test.py', tier: 'interp' });
}
