/**
 * Fast paths as text: what the semantics do with operands of given kinds, written down once.
 *
 * Baseline code must not have a second text of what `+` means. So the one text (`semantics/`) is run on sample
 * operands by a machine that writes down what it does: tests of the operands first, then the primitives, as
 * the JavaScript of the op table. That is a *sketch*: if all its tests hold, its result is the answer. Several
 * sketches of one operation (ints, floats, lists of floats, …) are merged where they begin alike (`merge.ts`);
 * where none fits, the generic operation is called.
 *
 * The samples only choose the path: `7 % 3` sketches the path of positive ints. A sketch is right whatever
 * the samples were, because every question that was asked is one of its tests. Paths that would run Python,
 * or that end in an error, are no sketches (`NoSketch`).
 *
 * Floats are written unboxed: an operand says what text has its raw value, and a result that is a fresh float
 * is handed over raw.
 */
import { OPS, type OpName, type OpRow, rowOf } from '../ir/ops.ts';
import { compileOps } from '../machine/live-ops.ts';
import { Kind, kindOf } from '../machine/kinds.ts';
import type { RuntimeFn } from '../machine/runtime-fns.ts';
import { PyRaise } from '../objects/core/exceptions.ts';
import type { PyType, PyValue } from '../objects/core/object.ts';
import { None, typeOf } from '../objects/core/values.ts';
import type { Machine } from '../machine/machine.ts';

/** An operand as the code has it. */
export interface Operand {
  /** The variable, or a constant; null in it says that the value is a float kept raw. */
  readonly name: string;
  /** Text of the boxed value. */
  readonly text: string;
  /** Text of the test that it is a float, which leaves its raw value in `raw`. */
  readonly isFloat: string;
  readonly raw: string;
  /** The value itself, where it is a constant of the code. */
  readonly constant: PyValue | undefined;
}

/** One step of a sketch; equal texts are equal steps. */
export type Step =
  | { readonly kind: 'test'; readonly text: string }
  | { readonly kind: 'do'; readonly text: string }
  | { readonly kind: 'result'; readonly text: string; readonly sort: 'ref' | 'float' | 'none' };

/** A host value used by a text, and how the text names it. */
export type NameConstant = (value: unknown) => string;

/** Thrown where a path cannot be sketched. */
class NoSketch {}

/** Computes a value from the operands, of which it uses only constants. */
type Derivation = (operands: readonly PyValue[]) => unknown;

/** What must hold of constant operands for a sketch to be theirs too: this comes of them. */
export interface Condition {
  readonly from: Derivation;
  readonly value: unknown;
}

/** A value of a sketch. */
class Val {
  uses = 0;
  constructor(
    readonly sort: 'ref' | 'int' | 'float' | 'bool',
    readonly host: unknown,
    public text: string,
    readonly constant: boolean,
    readonly operand: Operand | null = null,
    /** The float a box was made of. */
    readonly unboxed: Val | null = null,
    /** The value that this is another name for. */
    readonly source: Val | null = null,
    /** How the host value comes of constant operands; null for what depends on none. */
    readonly from: Derivation | null = null,
  ) {}
}

const EVALUATE = compileOps() as Record<string, (...args: unknown[]) => unknown>;
const TEMPORARIES = 8;

type Recorded =
  | { readonly kind: 'test'; readonly value: Val; readonly expect: boolean }
  | { readonly kind: 'raw'; readonly text: string }
  | { readonly kind: 'let' | 'do'; readonly value: Val; readonly row: OpRow; readonly args: readonly Val[] }
  | { readonly kind: 'call'; readonly value: Val; readonly fn: RuntimeFn; readonly args: readonly Val[] };

/** The machine that writes down. Control that no sketched operation uses is missing and would be seen at once. */
class SketchMachine {
  readonly records = true;
  readonly steps: Recorded[] = [];
  private readonly kinds = new Map<Val, Kind>();
  private acted = false;

  constructor(
    readonly name: NameConstant,
    private readonly conditions: Condition[],
  ) {}

  /** Makes the value of an operand with a sample of what it may be. */
  operand(o: Operand, i: number, sample: PyValue): Val {
    if (o.constant !== undefined)
      return new Val('ref', o.constant, o.text, true, null, null, null, (values) => values[i]);
    return new Val('ref', sample, o.text, false, o);
  }

  emit(op: OpName, args: Val[]): Val {
    const row = rowOf(op);
    if (op === 'unbox_float' && args[0]!.unboxed !== null) return args[0]!.unboxed;
    if (op === 'unbox_float' && args[0]!.operand !== null) return this.raw(args[0]!);
    const host = EVALUATE[op]!(...args.map((a) => a.host));
    // A constant operand keeps its own text: a form stands for many constants.
    if (row.js === '$0' && args[0]!.constant) {
      const { text, from } = args[0]!;
      return new Val(row.result as 'ref', host, text, true, null, null, null, from);
    }
    if (row.effect === 'pure' && row.result !== 'ref' && args.every((a) => a.constant))
      return this.fold(op, args, host);
    if (op === 'box_float') {
      if (args[0]!.constant) return new Val('ref', host, this.name(host), true);
      args[0]!.uses++;
      return new Val('ref', host, '', false, null, args[0]!);
    }
    if (row.js === '$0') {
      const from = args[0]!;
      return new Val(row.result as 'ref', host, from.text, from.constant, null, null, from);
    }
    for (const a of args) use(a);
    const v = new Val(row.result === 'none' ? 'ref' : row.result, host, '', false);
    this.steps.push({ kind: row.effect === 'store' ? 'do' : 'let', value: v, row, args });
    if (row.effect === 'store') this.acted = true;
    return v;
  }

  /** Makes a constant of an op on constants. If operands are among them, it holds for others of the same outcome. */
  private fold(op: OpName, args: Val[], host: unknown): Val {
    let from: Derivation | null = null;
    if (args.some((a) => a.from !== null)) {
      from = (values) => EVALUATE[op]!(...args.map((a) => (a.from === null ? a.host : a.from(values))));
      this.conditions.push({ from, value: host });
    }
    return new Val(rowOf(op).result as 'int', host, literal(host, this.name), true, null, null, null, from);
  }

  /** Returns the raw value of a float operand; that it is one has been tested. */
  private raw(x: Val): Val {
    return new Val('float', (x.host as { value: number }).value, x.operand!.raw, false);
  }

  private test(value: Val, expect: boolean): void {
    if (this.acted) throw new Error('a sketch asks after it has acted');
    use(value);
    this.steps.push({ kind: 'test', value, expect });
  }

  branch(cond: Val): boolean {
    if (!cond.constant) this.test(cond, cond.host as boolean);
    return cond.host as boolean;
  }

  kindOf(x: Val): Kind {
    const known = this.kinds.get(x);
    if (known !== undefined) return known;
    const k = kindOf(x.host as PyValue);
    this.kinds.set(x, k);
    if (x.constant || x.unboxed !== null || x.operand === null) {
      // A value made by ops is of the kind its op makes; what was loaded is asked.
      if (!x.constant && x.unboxed === null && x.source === null && k !== Kind.BOOL) this.ask(x, k);
      return k;
    }
    this.ask(x, k);
    return k;
  }

  /** Tells whether an operand has been found to be of another kind than float. */
  isPlain(x: Val): boolean {
    const k = this.kinds.get(x);
    return k !== undefined && k !== Kind.FLOAT;
  }

  /** Tests the kind of a value. */
  private ask(x: Val, k: Kind): void {
    if (k === Kind.FLOAT && x.operand !== null) this.steps.push({ kind: 'raw', text: x.operand.isFloat });
    else this.test(this.kindTest(x, k), true);
  }

  /** Makes the test that a value is of a kind. */
  private kindTest(x: Val, k: Kind): Val {
    switch (k) {
      case Kind.INT:
        return this.emit('is_int', [x]);
      case Kind.BOOL:
        return this.emit('is_bool', [x]);
      case Kind.STR:
        return this.emit('is_str', [x]);
      case Kind.BIG:
        return this.emit('is_big', [x]);
      case Kind.NONE:
        return this.emit('ref_eq', [x, this.ref(None)]);
      default:
        return this.emit('has_type', [x, this.ref(typeOf(x.host as PyValue))]);
    }
  }

  typeOf(x: Val): PyType {
    const type = typeOf(x.host as PyValue);
    if (this.kindOf(x) === Kind.OBJECT) throw new NoSketch();
    return type;
  }

  constantInt(x: Val): number {
    if (!x.constant) this.test(this.emit('int_eq', [x, this.int(x.host as number)]), true);
    else if (x.from !== null) this.conditions.push({ from: x.from, value: x.host });
    return x.host as number;
  }

  bound(x: Val | undefined): boolean {
    if (x === undefined) return false;
    if (x.constant || x.sort !== 'ref') return true;
    const is = x.host != null;
    this.test(this.emit('is_bound', [x]), is);
    return is;
  }

  int(n: number): Val {
    return new Val('int', n, literal(n, this.name), true);
  }
  float(n: number): Val {
    return new Val('float', n, literal(n, this.name), true);
  }
  bool(b: boolean): Val {
    return new Val('bool', b, String(b), true);
  }
  ref(v: PyValue): Val {
    return new Val('ref', v, literal(v, this.name), true);
  }

  /** A residual call that runs no Python ends a sketch as its result; what it raises is raised. */
  call(fn: RuntimeFn, ...given: (Val | undefined)[]): Val {
    if (fn.effects === 'python') throw new NoSketch();
    const args = given.filter((x) => x !== undefined);
    const host = fn.fn(...args.map((a) => a.host));
    for (const a of args) use(a);
    const v = new Val('ref', host, '', false);
    this.steps.push({ kind: 'call', value: v, fn, args });
    this.acted = true;
    return v;
  }

  assume(): void {
    throw new NoSketch();
  }
  escape(): never {
    throw new NoSketch();
  }
}

for (const op of Object.keys(OPS) as OpName[]) {
  (SketchMachine.prototype as unknown as Record<string, unknown>)[op] = function (
    this: SketchMachine,
    ...args: Val[]
  ): Val {
    return this.emit(op, args);
  };
}

/** Counts a use of a value (of the value it is another name for). */
function use(x: Val): void {
  if (x.source !== null) use(x.source);
  else x.uses++;
}

/** Returns the text of a constant. */
function literal(v: unknown, name: NameConstant): string {
  if (typeof v === 'number') {
    if (Object.is(v, -0) || !Number.isFinite(v)) return name(v);
    return v < 0 ? `(${v})` : String(v);
  }
  return typeof v === 'boolean' ? String(v) : name(v);
}

/** What is sketched: an operation on operands; it returns its result, or nothing. */
export type Operation = (m: Machine<unknown, unknown, unknown, unknown>, ...operands: never[]) => unknown;

/** Sketches an operation on samples; null where that path is none. `conditions` gets what must hold of constants. */
export function sketch(
  operation: Operation,
  operands: readonly Operand[],
  samples: readonly PyValue[],
  name: NameConstant,
  conditions: Condition[],
): Step[] | null {
  const m = new SketchMachine(name, conditions);
  let result: unknown;
  const values = operands.map((o, i) => m.operand(o, i, samples[i]!));
  try {
    result = (operation as (...args: unknown[]) => unknown)(m, ...values);
  } catch (e) {
    if (e instanceof NoSketch || e instanceof PyRaise) return null;
    throw e;
  }
  if (result === null) return null;
  return new Writer(m).write(result as Val | undefined);
}

/** Turns what was written down into text: a value used once stands where it is used, another in a temporary. */
class Writer {
  private temporaries = 0;

  constructor(private readonly m: SketchMachine) {}

  write(result: Val | undefined): Step[] {
    if (result !== undefined) use(result.unboxed ?? result);
    const out: Step[] = [];
    for (const [i, s] of this.m.steps.entries()) {
      switch (s.kind) {
        case 'raw':
          out.push({ kind: 'test', text: s.text });
          break;
        case 'test': {
          const text = this.text(s.value);
          out.push({ kind: 'test', text: s.expect ? text : `!(${text})` });
          break;
        }
        case 'do':
          out.push({ kind: 'do', text: this.expand(s.row, s.args) });
          break;
        case 'call': {
          const text = `${this.m.name(s.fn.fn)}(${s.args.map((a) => this.boxed(a)).join(',')})`;
          if (s.value.uses === 0) out.push({ kind: 'do', text });
          else this.hold(s.value, text, out, true);
          break;
        }
        default:
          // A load must happen where it stands; a pure value may wait for its one use.
          // A load must not wait until something has been done; a pure value may.
          this.hold(s.value, this.expand(s.row, s.args), out, s.row.effect === 'load' && this.actsAfter(i));
      }
    }
    if (result === undefined) out.push({ kind: 'result', text: '', sort: 'none' });
    else if (result.unboxed !== null) out.push({ kind: 'result', text: this.text(result.unboxed), sort: 'float' });
    else out.push({ kind: 'result', text: this.text(result), sort: 'ref' });
    return out;
  }

  private actsAfter(i: number): boolean {
    return this.m.steps.slice(i + 1).some((s) => s.kind === 'do' || s.kind === 'call');
  }

  private hold(v: Val, text: string, out: Step[], now: boolean): void {
    if (v.uses === 0) return;
    if (v.uses === 1 && !now) {
      v.text = text;
      return;
    }
    if (this.temporaries >= TEMPORARIES) throw new NoSketch();
    v.text = `t${this.temporaries++}`;
    out.push({ kind: 'do', text: `${v.text}=${text}` });
  }

  private text(v: Val): string {
    return v.source !== null ? this.text(v.source) : v.text;
  }

  private boxed(v: Val): string {
    if (v.unboxed !== null) return `new PyFloat(${this.text(v.unboxed)})`;
    const source = v.source ?? v;
    // An operand known to be no float is in its variable as it is.
    if (source.operand !== null && this.m.isPlain(source)) return source.operand.name;
    return this.text(v);
  }

  private named(v: Val): string {
    const source = v.source ?? v;
    return source.operand === null ? this.text(v) : source.operand.name;
  }

  private expand(row: OpRow, args: readonly Val[]): string {
    return row.js
      .replace(/\$(\d)/g, (_, i) =>
        row.js.startsWith('(typeof') ? this.named(args[Number(i)]!) : this.boxed(args[Number(i)]!),
      )
      .replace(/\bMAX_INT\b/g, '9007199254740991');
  }
}
