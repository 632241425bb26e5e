/**
 * Promotion: what is found of a value becomes a guard, once, and a constant from there on.
 *
 * What the op that made a value says of its class needs no guard. Names of modules that hold functions,
 * classes or modules are not even guarded: the trace assumes them, and is thrown away when one is rebound.
 */
import { rowOf } from '../ir/ops.ts';
import { type Ins, isComputed } from '../ir/trace.ts';
import { PyBuiltin } from '../objects/core/builtin.ts';
import type { PyDict } from '../objects/core/dict.ts';
import { FunctionBody } from '../objects/core/function-body.ts';
import { type Assumption, PyType, type PyValue, type Shaped } from '../objects/core/object.ts';
import type { Shape } from '../objects/core/shape.ts';
import { None, PyFunction, PyModule, typeOf } from '../objects/core/values.ts';
import { KIND_OF, Kind, kindOf } from '../machine/kinds.ts';
import type { Promotion } from '../machine/machine.ts';
import { isUnstable, markUnstable } from './assumptions.ts';
import { Recorder } from './recorder.ts';

export class Promoting extends Recorder implements Promotion<Ins, Ins, Ins, Ins> {
  readonly assumptions = new Set<Assumption>();
  protected readonly kinds = new Map<Ins, Kind>();
  private readonly types = new Map<Ins, PyType>();
  private readonly shapes = new Map<Ins, Shape>();
  private readonly boundValues = new Set<Ins>();
  private readonly promoted = new Set<Ins>();

  int(n: number): Ins {
    return this.constantOf('int', n);
  }
  float(x: number): Ins {
    return this.constantOf('float', x);
  }
  bool(b: boolean): Ins {
    return this.constantOf('bool', b);
  }
  ref(v: PyValue): Ins {
    return this.constantOf('ref', v);
  }

  branch(cond: Ins): boolean {
    const outcome = cond.host as boolean;
    if (cond.op !== 'const') this.guard(cond, outcome);
    return outcome;
  }

  /** The kind known without a guard, if any. */
  private knownKind(x: Ins): Kind | undefined {
    if (x.op === 'const') return kindOf(x.host as PyValue);
    const kind = isComputed(x) ? rowOf(x.op).kind : undefined;
    return kind === undefined ? this.kinds.get(x) : KIND_OF[kind];
  }

  kindOf(x: Ins): Kind {
    const known = this.knownKind(x);
    if (known !== undefined) return known;
    const v = x.host as PyValue;
    const k = kindOf(v);
    switch (k) {
      case Kind.INT:
        this.guard(this.emit('is_int', [x]), true);
        break;
      case Kind.BIG:
        this.guard(this.emit('is_big', [x]), true);
        break;
      case Kind.BOOL:
        this.guard(this.emit('is_bool', [x]), true);
        break;
      case Kind.STR:
        this.guard(this.emit('is_str', [x]), true);
        break;
      case Kind.NONE:
        this.guard(this.emit('ref_eq', [x, this.constantOf('ref', None)]), true);
        break;
      case Kind.OBJECT:
        this.guardObject(x, v);
        break;
      default:
        this.guardType(x, typeOf(v));
    }
    this.kinds.set(x, k);
    return k;
  }

  /** Guards an object of no special kind: by shape where it has one, else by class. */
  private guardObject(x: Ins, v: PyValue): void {
    const type = typeOf(v);
    if (type.heap && type.hasDict) this.shapeOf(x);
    else this.guardType(x, type);
    this.types.set(x, type);
  }

  private guardType(x: Ins, type: PyType): void {
    if (this.types.get(x) === type) return;
    this.guardBound(x);
    this.guard(this.emit('has_type', [x, this.constantOf('ref', type)]), true);
    this.types.set(x, type);
  }

  /** Guards that a slot that may be unbound is not. */
  private guardBound(x: Ins): void {
    if (x.op !== 'param' || this.boundValues.has(x)) return;
    this.boundValues.add(x);
    this.guard(this.emit('is_bound', [x]), true);
  }

  typeOf(x: Ins): PyType {
    const v = x.host as PyValue;
    if (this.kindOf(x) === Kind.OBJECT && x.op !== 'const' && x.op !== 'new_instance') this.guardType(x, typeOf(v));
    return typeOf(v);
  }

  shapeOf(x: Ins): Shape {
    const shape = (x.host as Shaped).shape;
    if (this.shapes.get(x) === shape) return shape;
    this.guardBound(x);
    this.guard(this.emit('has_shape', [x, this.constantOf('ref', shape)]), true);
    this.shapes.set(x, shape);
    return shape;
  }

  hits(): boolean {
    return false;
  }

  constant(x: Ins): PyValue {
    const v = x.host as PyValue;
    if (x.op === 'const') return v;
    if (!this.promoted.has(x)) {
      const c = this.constantOf('ref', v);
      this.guard(this.emit('ref_eq', [x, c]), true);
      this.promoted.add(x);
    }
    return v;
  }

  known(x: Ins): PyValue | undefined {
    return x.op === 'const' || this.promoted.has(x) ? (x.host as PyValue) : undefined;
  }

  functionOf(x: Ins): PyFunction {
    const fn = x.host as PyFunction;
    if (this.known(x) !== undefined) return fn;
    if (fn.kwdefaults !== null) return this.constant(x) as PyFunction;
    this.guard(this.emit('runs_body', [x, this.constantOf('ref', new FunctionBody(fn))]), true);
    return fn;
  }

  constantInt(x: Ins): number {
    const v = x.host as number;
    if (x.op !== 'const') this.guard(this.emit('int_eq', [x, this.constantOf('int', v)]), true);
    return v;
  }

  bound(x: Ins | undefined): boolean {
    if (x === undefined) return false;
    if (x.op === 'param' || x.op === 'cell_load' || x.op === 'iter_list' || x.op === 'dict_value') {
      const is = x.host != null;
      if (!this.boundValues.has(x)) this.guard(this.emit('is_bound', [x]), is);
      this.boundValues.add(x);
      return is;
    }
    return x.host != null;
  }

  assume(fact: Assumption): void {
    this.assumptions.add(fact);
  }

  namespaceLoad(d: PyDict, index: number, name: string): Ins {
    const v = d.values[index]!;
    if (isLasting(v) && !isUnstable(d, name)) {
      this.assume(d.stable(name));
      return this.constantOf('ref', v);
    }
    const dict = this.constantOf('ref', d);
    this.guardKeys(d, dict);
    return this.emit('dict_value', [dict, this.int(index)]);
  }

  namespaceStore(d: PyDict, index: number, name: string, value: Ins): void {
    if (index < 0) this.abort('ESCAPE', `the name '${name}' is bound for the first time`);
    const dict = this.constantOf('ref', d);
    this.guardKeys(d, dict);
    markUnstable(d, name);
    this.emit('dict_set_value', [dict, this.int(index), value]);
  }

  /** Guards that a namespace still has the same keys at the same indices. */
  private guardKeys(d: PyDict, dict: Ins): void {
    this.constantInt(this.emit('dict_keys_version', [dict]));
    void d;
  }

  namespaceLacks(d: PyDict, name: string): void {
    this.assume(d.stable(name));
  }

  /** Forgets what a call may have changed. */
  protected forgetShapes(): void {
    this.shapes.clear();
  }
}

/** Tells whether a namespace entry is folded into a constant: functions, classes, modules. */
function isLasting(v: PyValue): boolean {
  return v instanceof PyFunction || v instanceof PyType || v instanceof PyModule || v instanceof PyBuiltin;
}
