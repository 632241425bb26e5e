/** Runs the optimiser on textual recordings. */
import { parseRecording } from '../../src/ir/parse.ts';
import { printTrace } from '../../src/ir/print.ts';
import type { Exit, Trace, Tree } from '../../src/ir/trace.ts';
import { Validity } from '../../src/ir/validity.ts';
import { verifyTree } from '../../src/ir/verify.ts';
import { Context, PASSES, type PassName } from '../../src/opt/context.ts';
import type { MakeExit } from '../../src/opt/emitter.ts';
import { optimiseRoot } from '../../src/opt/optimise.ts';
import { describeValue } from '../../src/machine/describe-value.ts';
import { compileOps } from '../../src/machine/live-ops.ts';

const EVALUATE = compileOps();

export interface Asked {
  /** The passes that run. */
  readonly on: readonly PassName[];
  /** What `@0`, `@1`, … of the recording stand for. */
  readonly objects?: readonly unknown[];
  /** Show what exits store and restore. */
  readonly exits?: boolean;
}

/** Optimises a recording; returns the tree, verified. */
export function optimised(recording: string, asked: Asked): Tree {
  const rec = parseRecording(recording, asked.objects);
  const off = new Set(Object.keys(PASSES).filter((p) => !asked.on.includes(p as PassName)));
  const trace: Trace = {
    id: 1,
    parent: null,
    params: [],
    ops: [],
    end: null,
    body: null,
    poll: null,
    bytecodes: 0,
    recorded: rec.ops.length,
    milliseconds: 0,
  };
  const exits: Exit[] = [];
  const makeExit: MakeExit = (kind, snapshot, guard, position) => {
    const e: Exit = {
      id: kind === 'poll' ? -1 : exits.length,
      kind,
      snapshot,
      leaves: [],
      direct: false,
      count: 0,
      guard,
      state: 'cold',
      attempts: 0,
      side: null,
      trace,
      position,
    };
    if (kind !== 'poll') exits.push(e);
    return e;
  };
  optimiseRoot(new Context(EVALUATE, describeValue, off), trace, rec, makeExit);
  const tree: Tree = {
    id: 1,
    name: 'f',
    code: null,
    header: 0,
    sp: rec.slots.length,
    root: trace,
    exits,
    polls: [],
    pace: { rounds: 0 },
    traces: [trace],
    validity: new Validity(),
    kind: 'loop',
    fn: null,
    callable: null,
    source: '',
  };
  const faults = verifyTree(tree);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return tree;
}

/** Optimises a recording; returns the text of the result. */
export function textAfter(recording: string, asked: Asked): string {
  const text = printTrace(optimised(recording, asked).root);
  return `\n${asked.exits === true ? text : text.replace(/ -> exit \d+ \[[^\]]*\] \{.*\}/g, '')}`;
}
