/**
 * From a tree of traces to one JavaScript function.
 *
 * Lexical scope is dominance: every live value is a `const` in the block of its trace, a guard is an
 * `if` whose block leaves the function, and once the exit has a side trace the block *is* the side
 * trace. Everything it refers to is in scope. The header's slots are `let p…`, found in the frame;
 * `E` is the first iteration with all type guards, `L` the body with its loop variables `let l…`.
 *
 *   function (s, X) {
 *     let p0 = s[0], …;
 *     E: for (;;) { …first…; let l9 = v4; L: for (;;) { …body…; l9 = v21; continue L; } }
 *   }
 *
 * A way out stores the exit's leaves into `X` and returns the exit's number. `d` is the frame's depth.
 *
 * A function's tree has no loop and no frame: it takes its slots as parameters, returns the function's
 * result, and goes on from an exit by a call that returns the result too.
 *
 *   function (d, p0, p1) { if (d > limits.callLimit) return interpret(d, p0, p1); … return v7; }
 *
 * A loop that a function's tree leads to has this form besides its own: its slots are parameters too.
 * Parameters listed in `floats` are numbers; where the object is wanted, it is made.
 *
 * Loops and functions look up whether a signal waits: `safe-points.ts`.
 */
import type * as ES from 'estree';
import { rowOf } from '../ir/ops.ts';
import {
  type Body,
  type BuiltinCall,
  type Call,
  type Callable,
  type Computed,
  type Exit,
  type FunctionCall,
  type Guard,
  type Ins,
  type Parameter,
  type RuntimeCall,
  type TraceEnd,
  type Tree,
  isCall,
} from '../ir/trace.ts';
import { floatType } from '../objects/core/values.ts';
import type { Located } from './nodes.ts';
import * as n from './nodes.ts';
import { type Strip, countLeft, countRound, goesRound, hasCall, limits, stripOf, whenDue } from './safe-points.ts';
import { expand } from './templates.ts';
import { countUses } from './uses.ts';

interface Program {
  readonly body: Located[];
  /** Host values by index, passed in as `k0`, `k1`, … */
  readonly constants: unknown[];
}

/** What a tree is generated for. */
export interface Form {
  /** Code that is called; null for a loop that runs in its frame. */
  readonly callable: Callable | null;
  /** Makes guards fail where it returns true; null but in tests. */
  readonly stress: (() => boolean) | null;
}

/** Thrown where a tree cannot have the form: a loop variable taken for a float becomes something else. */
export class NotInForm {}

/** Builds the statements of a tree's function. Throws NotInForm. */
export function buildTree(tree: Tree, form: Form): Program {
  const b = new Builder(tree, form);
  return { body: b.function(), constants: b.constants };
}

class Builder {
  readonly constants: unknown[] = [];
  private readonly indexOf = new Map<unknown, number>();
  private readonly inlined = new Map<Ins, ES.Expression>();
  private temps = 0;

  private readonly called: Callable | null;
  private readonly stress: (() => boolean) | null;
  /** The body's rounds are counted by its range. */
  private strip: Strip | null = null;
  /** Slots passed as unboxed floats. */
  private readonly unboxed: ReadonlySet<number>;

  constructor(
    private readonly tree: Tree,
    form: Form,
  ) {
    this.called = form.callable;
    this.stress = form.stress;
    this.unboxed = new Set(form.callable?.floats.map((i) => form.callable!.slots[i]!));
  }

  function(): Located[] {
    const root = this.tree.root;
    if (this.tree.kind === 'function')
      return [...this.functionChecks(this.called!), ...this.block(root.ops), ...this.end(root.end!)];
    const out: Located[] = [];
    const calls = this.tree.traces.some(hasCall);
    if (!calls) out.push(n.declare('let', 'c', n.word(n.member(this.constant(this.tree.pace), 'rounds'))));
    if (this.called === null)
      for (const p of root.params) if (p?.live) out.push(n.declare('let', this.nameOf(p), n.at('s', p.value)));
    const counted = root.poll !== null && this.tree.traces.some(goesRound);
    const first = [...(counted ? this.safePoint(root.poll!, calls) : []), ...this.block(root.ops)];
    if (root.body !== null) {
      for (const phi of root.body.phis)
        if (phi.live) first.push(n.declare('let', this.nameOf(phi), this.value(phi.args[0]!)));
      const strip = calls ? null : stripOf(root);
      if (strip !== null) first.push(...limits(this.value(strip.phi), this.value(strip.stop), this.value(strip.step)));
      this.strip = strip;
      first.push(n.forever('L', [...this.rounds(root.body, calls), ...this.end(root.body.end)]));
    } else first.push(...this.end(root.end!));
    out.push(n.forever('E', first));
    return out;
  }

  /** Builds the rounds of a loop; what its safe point needs stands before it. */
  private rounds({ ops, poll }: Body, calls: boolean): Located[] {
    if (this.strip !== null || poll === null) return this.block(ops);
    const at = ops.findLastIndex((x) => poll.leaves.includes(x)) + 1;
    return [...this.block(ops.slice(0, at)), ...this.safePoint(poll, calls), ...this.block(ops.slice(at))];
  }

  /** Looks up at the start of a round; `calls` says whether rounds call anything. */
  private safePoint(exit: Exit, calls: boolean): Located[] {
    const leave = this.leave(exit);
    return calls ? whenDue(leave) : countRound(leave);
  }

  /** Leaves a call to the interpreter that is too deep for the host's stack, or before which a signal waits. */
  private functionChecks(c: Callable): Located[] {
    const deep = n.compare('>', n.name('d'), n.member(this.constant(c.limits), 'callLimit'));
    const values = c.slots.map((i) => (this.unboxed.has(i) ? expand('box_float', [n.name(`p${i}`)]) : n.name(`p${i}`)));
    const leave = n.ret(n.call(this.constant(c.interpret), [n.name('d'), ...values]));
    return [n.when(deep, [leave]), ...whenDue([leave])];
  }

  /** Tells whether a value is a parameter passed as an unboxed float. */
  private isUnboxed(x: Ins): x is Parameter {
    return x.op === 'param' && this.unboxed.has(x.value);
  }

  /** Names the place where an exit stores a value. */
  private stored(i: number): ES.MemberExpression {
    return this.called === null ? n.at('X', i) : n.at(this.constant(this.called.out), i);
  }

  /** Ends at an exit: a loop says which, a function goes on from it. */
  private out(exit: Exit): Located {
    const id = n.number(exit.id);
    return n.ret(this.called === null ? id : n.call(this.constant(this.called.leave), [id, n.name('d')]));
  }

  private nameOf(x: Ins): string {
    return x.op === 'param' ? `p${x.value}` : x.op === 'phi' ? `l${x.id}` : `v${x.id}`;
  }

  /** Returns the expression of a value in scope. */
  private value(x: Ins): ES.Expression {
    if (this.isUnboxed(x)) return expand('box_float', [n.name(this.nameOf(x))]);
    if (x.op !== 'const') return this.inlined.get(x) ?? n.name(this.nameOf(x));
    if (typeof x.value === 'number') return n.number(x.value);
    if (typeof x.value === 'boolean') return n.bool(x.value);
    return this.constant(x.value);
  }

  private constant(v: unknown): ES.Expression {
    let i = this.indexOf.get(v);
    if (i === undefined) {
      i = this.constants.length;
      this.constants.push(v);
      this.indexOf.set(v, i);
    }
    return n.name(`k${i}`);
  }

  /** Builds the statements of one straight path. */
  private block(ops: readonly Ins[]): Located[] {
    const uses = countUses(ops);
    const out: Located[] = [];
    for (const x of ops) {
      if (!x.live) continue;
      const before = out.length;
      this.statement(x, out, uses);
      if (x.position !== null) for (let i = before; i < out.length; i++) out[i]!.position = x.position;
    }
    return out;
  }

  private statement(x: Ins, out: Located[], uses: Map<Ins, number>): void {
    if (x.op === 'guard') this.guard(x, out);
    else if (isCall(x)) this.call(x, out);
    else if (x.op === 'const' || x.op === 'param' || x.op === 'phi') throw new Error(`${x.op} within a path`);
    else this.computed(x, out, uses);
  }

  private guard(x: Guard, out: Located[]): void {
    if (this.isSettled(x.args[0]!)) return;
    const cond = this.value(x.args[0]!);
    if (x === this.strip?.guard) {
      const { phi, stop } = this.strip;
      const used = n.when(n.compare('<', this.value(phi), this.value(stop)), this.leave(this.tree.root.body!.poll!));
      out.push(n.when(n.not(n.compare('<', this.value(phi), n.name('m'))), [used, ...this.way(x.exit!)]));
      return;
    }
    if (this.stress !== null && x.value !== 'after')
      out.push(n.when(n.call(this.constant(this.stress), []), this.leave(x.exit!)));
    out.push(n.when(x.expect ? n.not(cond) : cond, this.way(x.exit!)));
  }

  /** Computes an op of the table: where it is used, if that is one condition, else here. */
  private computed(x: Computed, out: Located[], uses: Map<Ins, number>): void {
    if (x.op === 'unbox_float' && this.isUnboxed(x.args[0]!)) {
      this.inlined.set(x, n.name(this.nameOf(x.args[0])));
      return;
    }
    const row = rowOf(x.op);
    const e = expand(
      x.op,
      x.args.map((a) => this.value(a)),
    );
    if (row.effect === 'store') out.push(n.expression(e));
    else if (row.result === 'bool' && uses.get(x) === 1) this.inlined.set(x, e);
    else if (row.js === '$0') this.inlined.set(x, e);
    else out.push(n.declare('const', this.nameOf(x), e));
  }

  /** Tells whether a condition holds because its operand is an unboxed float. */
  private isSettled(x: Ins): boolean {
    const [a, b] = x.args;
    if (x.op === 'const' || a === undefined || !this.isUnboxed(a)) return false;
    return x.op === 'is_bound' || (x.op === 'has_type' && this.tree.root.params.includes(a) && isFloatType(b));
  }

  /** A residual call: what it throws is stored and the exit taken. */
  private call(x: Call, out: Located[]): void {
    const args = x.args.map((a) => this.value(a));
    const e = x.op === 'call_function' ? this.functionCall(x.value, args) : this.hostCall(x, args);
    const id = this.nameOf(x);
    out.push(n.declare('let', id, null));
    const exit = x.exit!;
    if (x.op !== 'call_function' && x.value.effects === 'python') out.push(this.tellDepth(exit));
    out.push(
      n.attempt(
        [n.assign(n.name(id), e)],
        [...this.store(exit), n.assign(this.stored(exit.leaves.length), n.name('e')), this.out(exit)],
      ),
    );
  }

  /** Tells native code that may call Python how deep it is called. */
  private tellDepth(exit: Exit): Located {
    const depth = n.plus(n.name('d'), exit.snapshot.frames.length - 1);
    return n.assign(n.member(n.name('state'), 'depth'), depth);
  }

  /** Calls a runtime function or the implementation of a built-in. */
  private hostCall({ value }: RuntimeCall | BuiltinCall, args: ES.Expression[]): ES.Expression {
    return n.call(
      this.constant(value.fn),
      value.variadic === true ? [{ type: 'ArrayExpression', elements: args }] : args,
    );
  }

  /** Calls a Python function through its entry. */
  private functionCall(v: FunctionCall, args: ES.Expression[]): ES.Expression {
    return n.call(n.member(this.constant(v.entry), v.fast ? 'fast' : 'call'), [n.plus(n.name('d'), v.above), ...args]);
  }

  /** The statements behind a failing guard: the side trace, or the way out. */
  private way(exit: Exit): Located[] {
    const side = exit.side;
    if (side === null) return this.leave(exit);
    const out = this.block(side.ops);
    out.push(...this.end(side.end!));
    return out;
  }

  private store(exit: Exit): Located[] {
    return exit.leaves.map((leaf, i) => n.assign(this.stored(i), this.value(leaf)));
  }

  private leave(exit: Exit): Located[] {
    return [...(exit.direct && this.called === null ? this.writeSlots(exit) : this.store(exit)), this.out(exit)];
  }

  /** Writes the one frame's slots; those of a frame that returns only above the locals. */
  private writeSlots(exit: Exit): Located[] {
    const f = exit.snapshot.frames[0]!;
    const out: Located[] = [];
    f.slots.forEach((x, i) => {
      if (x !== undefined) out.push(n.assign(n.at('s', i), this.value(x)));
      else if (f.returning !== true) out.push(n.assign(n.at('s', i), this.constant(undefined)));
    });
    return out;
  }

  private end(end: TraceEnd): Located[] {
    switch (end.kind) {
      case 'exit':
        return this.leave(end.exit);
      case 'return':
        return this.called === null ? this.leave(end.exit!) : [n.ret(this.value(end.value))];
      case 'tail_call': {
        const args = end.args.map((a) => this.value(a));
        return [n.ret(this.functionCall(end.value, args))];
      }
      case 'loop': {
        const phis = this.tree.root.body!.phis;
        return [...this.assignAll(phis.map((p, i) => [p, end.next[i]!] as const)), n.again('L')];
      }
      case 'header': {
        const pairs: (readonly [Ins, Ins])[] = [];
        this.tree.root.params.forEach((p, i) => {
          const value = end.slots[i];
          if (p !== undefined && value !== undefined) pairs.push([p, value]);
        });
        for (const [to, from] of pairs)
          if (to.live && this.isUnboxed(to) && from !== to && from.op !== 'box_float' && !this.isUnboxed(from))
            throw new NotInForm();
        return [...this.countLeft(), ...this.assignAll(pairs), n.again('E')];
      }
    }
  }

  /** Takes over what is left of the rounds that the range counts. */
  private countLeft(): Located[] {
    return this.strip === null ? [] : [countLeft(this.value(this.strip.phi), this.value(this.strip.step))];
  }

  /** Assigns all at once: what is read after it is assigned is saved first. */
  private assignAll(pairs: readonly (readonly [Ins, Ins])[]): Located[] {
    const moves = pairs
      .filter(([to, from]) => to.live && to !== this.plain(from))
      .map(([to, from]): Move => this.move(to, from));
    const targets = new Set(moves.map((m) => m.to));
    const out: Located[] = [];
    const saved = new Map<string, ES.Expression>();
    for (const m of moves) {
      const key = keyOf(m);
      if (!targets.has(this.plain(m.from)) || saved.has(key)) continue;
      const t = `t${this.temps++}`;
      out.push(n.declare('const', t, this.moved(m)));
      saved.set(key, n.name(t));
    }
    for (const m of moves) out.push(n.assign(n.name(this.nameOf(m.to)), saved.get(keyOf(m)) ?? this.moved(m)));
    return out;
  }

  /** Makes a move to a variable; one that is an unboxed float takes the float within a box. */
  private move(to: Ins, from: Ins): Move {
    const unboxed = this.isUnboxed(to);
    return { to, from: unboxed && from.op === 'box_float' ? from.args[0]! : from, unboxed };
  }

  private moved({ from, unboxed }: Move): ES.Expression {
    return unboxed && this.isUnboxed(from) ? n.name(this.nameOf(from)) : this.value(from);
  }

  /** Returns the variable a value is another name for. */
  private plain(x: Ins): Ins {
    let y = x;
    while (y.op !== 'const' && y.op !== 'param' && y.op !== 'phi' && this.inlined.has(y) && y.args.length === 1)
      y = y.args[0]!;
    return y;
  }
}

/** An assignment of a loop variable. */
interface Move {
  readonly to: Ins;
  readonly from: Ins;
  readonly unboxed: boolean;
}

/** Tells moves of one value in one form from others. */
function keyOf(m: Move): string {
  return `${m.from.id}:${m.from.op}:${m.unboxed}`;
}

/** Tells whether a value is the class `float`, a constant. */
function isFloatType(x: Ins | undefined): boolean {
  return x?.op === 'const' && x.value === floatType;
}
