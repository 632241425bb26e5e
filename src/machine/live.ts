/**
 * The live machine: values are themselves, primitives compute, control does nothing.
 *
 * The primitives are made from the op table's templates, as methods of one class with one instance, so
 * that V8 inlines them into semantics and loop. Recording uses a second instance of this module (see
 * `tracer/`): run by two machines, one function's type feedback would serve neither.
 */
import type { Assumption, PyType, PyValue, Shaped } from '../objects/core/object.ts';
import type { Shape } from '../objects/core/shape.ts';
import { type PyFunction, typeOf } from '../objects/core/values.ts';
import type { PyDict } from '../objects/core/dict.ts';
import type { PyBuiltin } from '../objects/core/builtin.ts';
import { type Kind, kindOf } from './kinds.ts';
import type { RuntimeFn } from './runtime-fns.ts';
import type { AttrCache } from '../frames/attr-cache.ts';
import type { Frame } from '../frames/frame.ts';
import { unwind } from '../frames/unwind.ts';
import { deliverAt } from '../frames/signals.ts';
import { polling } from '../signals/polling.ts';
import { HOOKS } from '../frames/hooks.ts';
import { entryOf } from '../frames/entry.ts';
import type { CodeObject } from '../bytecode/code.ts';
import { compileOps } from './live-ops.ts';
import type { FrameEvents, Machine, Promotion, Refusal, ResidualCalls } from './machine.ts';

type LiveMachine = Machine<PyValue, number, number, boolean>;

class LiveMethods
  implements Promotion<PyValue, number, number, boolean>, ResidualCalls<PyValue>, FrameEvents<PyValue>, Refusal<PyValue>
{
  get records(): false {
    return false;
  }
  branch(cond: boolean): boolean {
    return cond;
  }
  kindOf(x: PyValue): Kind {
    return kindOf(x);
  }
  typeOf(x: PyValue): PyType {
    return typeOf(x);
  }
  shapeOf(x: PyValue): Shape {
    return (x as Shaped).shape;
  }
  hits(cache: AttrCache, x: PyValue): boolean {
    return typeof x === 'object' && (x as Shaped).shape === cache.shape && cache.version === cache.shape.owner.version;
  }
  constant(x: PyValue): PyValue {
    return x;
  }
  known(x: PyValue): PyValue {
    return x;
  }
  functionOf(x: PyValue): PyFunction {
    return x as PyFunction;
  }
  constantInt(x: number): number {
    return x;
  }
  bound(x: PyValue | undefined): boolean {
    return x != null;
  }
  boundAfter(x: PyValue, _f: Frame<PyValue>, _pc: number, _sp: number): boolean {
    return x !== undefined;
  }
  assume(_fact: Assumption): void {}
  int(n: number): number {
    return n;
  }
  float(x: number): number {
    return x;
  }
  bool(b: boolean): boolean {
    return b;
  }
  ref(v: PyValue): PyValue {
    return v;
  }
  call(fn: RuntimeFn, a?: PyValue, b?: PyValue, c?: PyValue, d?: PyValue): PyValue {
    return fn.fn(a, b, c, d);
  }
  callArray(fn: RuntimeFn, args: PyValue[]): PyValue {
    return fn.fn(args);
  }
  callBuiltin(_fn: PyBuiltin, run: PyBuiltin['impl'], args: PyValue[]): PyValue {
    switch (args.length) {
      case 1:
        return run(args[0]);
      case 2:
        return run(args[0], args[1]);
      default:
        return run(...args);
    }
  }
  namespaceLoad(d: PyDict, index: number, _name: string): PyValue {
    return d.values[index]!;
  }
  namespaceStore(d: PyDict, index: number, name: string, value: PyValue): void {
    if (index >= 0 && d.watch === null) d.values[index] = value;
    else d.set(name, value);
  }
  namespaceLacks(_d: PyDict, _name: string): void {}
  inlines(_code: CodeObject, _frame: Frame<PyValue>): boolean {
    return true;
  }
  callFunction(f: Frame<PyValue>): PyValue {
    const e = entryOf(f.runtime)!;
    return e.call(f.depth, ...e.slots.map((i) => f.s[i]!));
  }
  begin(_f: Frame<PyValue>, _pc: number, _sp: number): void {}
  backEdge(f: Frame<PyValue>, pc: number, sp: number): Frame<PyValue> | null {
    const r = f.runtime;
    const counters = r.counters;
    if (--polling.left < 0 && polling.due()) {
      const raised = deliverAt(f, pc, sp);
      if (raised !== null) return raised;
    }
    if (counters === null) {
      r.countBackEdges();
      return null;
    }
    if (++counters[pc]! < HOOKS.hotLoop) return null;
    return HOOKS.hot(f, pc, sp);
  }
  loopEntry(f: Frame<PyValue>, pc: number, sp: number): Frame<PyValue> | null {
    const trees = f.runtime.trees;
    return trees === null || trees[pc] === undefined ? null : HOOKS.hot(f, pc, sp);
  }
  called(f: Frame<PyValue>, pc: number, sp: number): Frame<PyValue> | null {
    if (--polling.left < 0 && polling.due()) {
      const raised = deliverAt(f, pc, sp);
      if (raised !== null) return raised;
    }
    return ++f.runtime.calls < HOOKS.hotCall ? null : HOOKS.called(f, pc, sp);
  }
  leave(_f: Frame<PyValue>): void {}
  unwind(f: Frame<PyValue>, pc: number, error: unknown, sp: number): Frame<PyValue> {
    return unwind(f, pc, error, sp);
  }
  opaque(): void {}
  escape(_name: string, fn: (...args: any[]) => PyValue | undefined, ...args: (PyValue | undefined)[]): PyValue {
    return fn(...args) as PyValue;
  }
}

/** Makes a live machine: one class, one instance, ops among its methods. */
function makeLive(): LiveMachine {
  class Live extends LiveMethods {}
  Object.assign(Live.prototype, compileOps());
  return new Live() as unknown as LiveMachine;
}

export const LIVE: LiveMachine = makeLive();
