/**
 * Where a side trace begins: an emitter is brought to the state that the outer traces have at an exit.
 *
 * Nothing of that state is kept after a trace is done. It is worked out again by walking the instructions
 * that dominate the exit and taking in what each computed, established or changed; between the first
 * iteration and the body, what does not hold in later iterations is forgotten.
 */
import { rowOf } from '../ir/ops.ts';
import { type Exit, type Ins, type Snapshot, type Tree, isCall, isComputed } from '../ir/trace.ts';
import type { Emitter } from './emitter.ts';
import { keyOfPending } from './heap.ts';

/** Brings an emitter to the state at an exit; tells whether the exit is within the loop body. */
export function seed(e: Emitter, tree: Tree, exit: Exit): boolean {
  const chain: Exit[] = [];
  for (let x: Exit | null = exit; x !== null; x = x.trace.parent) chain.unshift(x);
  const root = tree.root;
  let inBody = false;
  chain.forEach((x, depth) => {
    const t = x.trace;
    if (depth === 0 && t === root) {
      const at = root.ops.findIndex((i) => i.exit === x);
      if (at >= 0 || root.body === null) registerUpTo(e, root.ops, x);
      else {
        inBody = true;
        for (const i of root.ops) register(e, i);
        enterBody(e, tree);
        registerUpTo(e, root.body.ops, x);
      }
    } else registerUpTo(e, t.ops, x);
  });
  return inBody;
}

/** Forgets at the body's start what does not hold in later iterations. */
function enterBody(e: Emitter, tree: Tree): void {
  const body = tree.root.body!;
  e.heap.available = new Map([...e.heap.available].filter(([key]) => body.reliesOn.has(key)));
  e.heap.putOff.clear();
  body.phis.forEach((phi, i) => {
    const r = body.ranges[i];
    const k = body.kinds[i];
    if (r != null) e.facts.narrow(phi, r.lo, r.hi);
    if (k != null) e.facts.setKind(phi, k);
  });
}

function registerUpTo(e: Emitter, ops: readonly Ins[], exit: Exit): void {
  for (const i of ops) {
    if (i.exit === exit) {
      if (i.op === 'guard') e.facts.learn(i.args[0]!, !i.expect);
      return;
    }
    register(e, i);
  }
}

/** Takes in an instruction that dominates a trace: what it computed, established or changed. */
function register(e: Emitter, ins: Ins): void {
  if (ins.op === 'guard') e.facts.learn(ins.args[0]!, ins.expect);
  else if (isCall(ins)) {
    e.heap.expose(ins.args);
    e.heap.called(ins.value.effects);
  } else if (isComputed(ins)) {
    const { effect } = rowOf(ins.op);
    if (effect === 'store') {
      e.heap.stored(ins.op, ins.args);
      return;
    }
    if (effect === 'alloc') e.heap.expose(ins.args);
    e.facts.derive(ins);
    if (ins.live) e.computed(ins);
  }
}

/** Takes over the stores put off at a guard. */
export function adopt(e: Emitter, snapshot: Snapshot): void {
  for (const { op, args: given } of snapshot.pending) {
    const args = given.map((a) => e.adopted(a));
    if (rowOf(op).adds === true) {
      if (!e.unseen.has(args[0]!) && e.c.on('unseen')) e.unseen.made(args[0]!);
      e.emit(op, args);
      continue;
    }
    const n = args.length;
    const key = keyOfPending(e.heap, { op, args });
    const index = n === 3 ? args[1] : undefined;
    e.heap.available.delete(key);
    e.heap.putOff.set(key, { op, base: args[0]!, index, value: args[n - 1]!, dirty: true });
  }
}
