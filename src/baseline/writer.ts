/**
 * The operand stack while baseline code is written, and the text as it grows.
 *
 * Locals are variables `l0…`, the operand stack variables `s0…` by height. Within a block the stack is mostly
 * in the writer's head (a local or a constant that was pushed is read where it is used); at the end of a block
 * it is in its variables. A float just computed is not boxed: its variable holds null and `f…` (for a local
 * `g…`) the number, until it leaves the block or is handed to something that wants an object.
 */
import { type CodeObject, FAST_CELL, FAST_FREE } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import type { PyValue } from '../objects/core/object.ts';
import type { Operand, Operation } from './sketch.ts';
import { fill, waysOf } from './ways.ts';

/** Thrown for code that stays in the dispatch loop. */
export class NotCompiled {
  constructor(readonly why: string) {}
}

/** What is on the stack while a block is written. */
export type Entry =
  | { readonly k: 'slot'; readonly at: number; readonly float: boolean }
  | { readonly k: 'local'; readonly i: number }
  | { readonly k: 'const'; readonly value: PyValue }
  | { readonly k: 'null' };

/** Operators of BINARY_OP whose result may be a float. */
const MAY_BE_FLOAT = new Set([0, 2, 5, 6, 8, 10, 11]);

export class Writer {
  readonly code: CodeObject;
  readonly constants: unknown[] = [];
  private readonly constantIndex = new Map<unknown, number>();
  stack: Entry[] = [];
  out = '';
  /** The stack where the instruction that is being written begins. */
  begin: readonly Entry[] = [];
  /** The stack by instruction, for those that may be left. */
  readonly stacks = new Map<number, readonly Entry[]>();
  /** Locals that are kept raw where they are floats. */
  readonly rawLocals = new Set<number>();
  deepest = 0;
  private labels = 0;

  constructor(
    readonly runtime: CodeRuntime,
    /** Whether the code is entered with a frame. */
    readonly framed: boolean,
  ) {
    this.code = runtime.code;
    this.constant(runtime);
    this.findRawLocals();
  }

  /** Finds the locals that are assigned what an operator has just computed. */
  private findRawLocals(): void {
    const { ops, args, localspluskinds } = this.code;
    for (let pc = 1; pc < ops.length; pc++) {
      const before = ops[pc - 1]!;
      const float =
        (before === Op.BINARY_OP && MAY_BE_FLOAT.has(args[pc - 1]! % 13)) ||
        before === Op.UNARY_NEGATIVE ||
        before === Op.LOAD_ATTR;
      if (!float) continue;
      const i = storedAt(ops[pc]!, args[pc]!);
      if (i >= 0 && (localspluskinds[i]! & (FAST_CELL | FAST_FREE)) === 0) this.rawLocals.add(i);
    }
  }

  /* ---- names and values ---- */

  readonly constant = (v: unknown): string => {
    let i = this.constantIndex.get(v);
    if (i === undefined) {
      i = this.constants.length;
      this.constants.push(v);
      this.constantIndex.set(v, i);
    }
    return `k${i}`;
  };

  literal(v: PyValue): string {
    if (typeof v === 'number' && !Object.is(v, -0)) return v < 0 ? `(${v})` : String(v);
    return typeof v === 'boolean' ? String(v) : this.constant(v);
  }

  localBoxed(i: number): string {
    return this.rawLocals.has(i) ? `(l${i}===null?l${i}=new PyFloat(g${i}):l${i})` : `l${i}`;
  }

  /** Returns the text of an array of all locals. */
  allLocals(): string {
    return `[${Array.from({ length: this.code.nlocals }, (_, i) => this.localBoxed(i)).join(',')}]`;
  }

  /** Returns the text of the boxed value. */
  text(e: Entry): string {
    switch (e.k) {
      case 'slot':
        return e.float ? `(s${e.at}===null?s${e.at}=new PyFloat(f${e.at}):s${e.at})` : `s${e.at}`;
      case 'local':
        return this.localBoxed(e.i);
      case 'const':
        return this.literal(e.value);
      case 'null':
        return 'undefined';
    }
  }

  /** Tells whether a value may be a float kept raw. */
  isRaw(e: Entry): boolean {
    return (e.k === 'slot' && e.float) || (e.k === 'local' && this.rawLocals.has(e.i));
  }

  /** Returns an entry as an operand of sketches. */
  private operand(e: Entry): Operand {
    const text = this.text(e);
    switch (e.k) {
      case 'const':
        return { name: text, text, isFloat: '', raw: '', constant: e.value };
      case 'null':
        throw new Error('an operand is missing');
      default: {
        const [name, raw] = e.k === 'slot' ? [`s${e.at}`, `f${e.at}`] : [`l${e.i}`, `g${e.i}`];
        const isFloat = this.isRaw(e)
          ? `(${name}===null||${name}.type===FT&&(${raw}=${name}.value,true))`
          : `${name}.type===FT`;
        return { name, text, isFloat, raw: this.isRaw(e) ? raw : `${name}.value`, constant: undefined };
      }
    }
  }

  /* ---- the stack ---- */

  push(e: Entry): void {
    this.stack.push(e);
  }

  pop(): Entry {
    const e = this.stack.pop();
    if (e === undefined) throw new Error(`the stack of ${this.code.qualname} runs empty`);
    return e;
  }

  /** Pops n values, the first pushed first. */
  take(n: number): Entry[] {
    return n === 0 ? [] : this.stack.splice(this.height - n, n);
  }

  /** Pops the text of the value on top. */
  popText(): string {
    return this.text(this.pop());
  }

  /** Returns the text of a value that stays on the stack, 1 for the one on top. */
  peek(depth: number): string {
    return this.text(this.stack[this.height - depth]!);
  }

  /** Returns the height of the variable that the next value pushed is in. */
  get height(): number {
    return this.stack.length;
  }

  slot(at: number): string {
    if (at > this.deepest) this.deepest = at;
    return `s${at}`;
  }

  /** Pushes what is in the variable of the height. */
  pushSlot(float = false): void {
    const at = this.height;
    this.slot(at);
    this.push({ k: 'slot', at, float });
  }

  /** Pushes what a text computes. */
  pushText(text: string, float = false): void {
    this.out += `${this.slot(this.height)}=${text};`;
    this.pushSlot(float);
  }

  /** Sees to it that a value is in a plain variable or a constant, and returns its text. */
  simple(e: Entry): string {
    if (!this.isRaw(e)) return this.text(e);
    const [name, raw] = e.k === 'slot' ? [`s${e.at}`, `f${e.at}`] : e.k === 'local' ? [`l${e.i}`, `g${e.i}`] : ['', ''];
    this.out += `if(${name}===null)${name}=new PyFloat(${raw});`;
    return name;
  }

  /** Puts everything on the stack into its variable. */
  flush(): void {
    for (let i = 0; i < this.stack.length; i++) this.settle(i);
  }

  /** Puts the entry at a height into the variable of that height, boxed. */
  settle(i: number): void {
    const e = this.stack[i]!;
    if (e.k === 'slot' && e.at === i) {
      if (e.float) this.out += `if(s${i}===null)s${i}=new PyFloat(f${i});`;
    } else this.out += `${this.slot(i)}=${this.text(e)};`;
    this.stack[i] = { k: 'slot', at: i, float: false };
  }

  /** Copies a local out of the way of an assignment to it. */
  saveLocal(i: number): void {
    for (let at = 0; at < this.stack.length; at++) {
      const e = this.stack[at]!;
      if (e.k === 'local' && e.i === i) this.settle(at);
    }
  }

  /** Assigns the value on top to a local. */
  store(i: number): void {
    const e = this.pop();
    this.saveLocal(i);
    if (this.isRaw(e) && this.rawLocals.has(i)) {
      const [from, raw] =
        e.k === 'slot' ? [`s${e.at}`, `f${e.at}`] : e.k === 'local' ? [`l${e.i}`, `g${e.i}`] : ['', ''];
      this.out += `l${i}=${from};g${i}=${raw};`;
    } else this.out += `l${i}=${this.text(e)};`;
  }

  /* ---- what may raise ---- */

  /** Stores where the frame stands, for what may look at it or raise. */
  position(pc: number): string {
    this.stacks.set(pc, this.begin);
    return `P[d]=${pc};P[0]=d;`;
  }

  /** Performs an operation by a helper. */
  generic(pc: number, n: number, text: (operands: string[]) => string): void {
    const operands = this.take(n).map((e) => this.text(e));
    this.out += this.position(pc);
    this.pushText(text(operands));
  }

  /** Performs an operation without a result by a helper. */
  act(pc: number, n: number, text: (operands: string[]) => string): void {
    const operands = this.take(n).map((e) => this.text(e));
    this.out += `${this.position(pc)}${text(operands)};`;
  }

  /** Pushes what a call returns; leaves where it raised. */
  result(pc: number, text: string): void {
    this.out += this.position(pc);
    this.pushText(text);
    this.out += `if(s${this.height - 1}===R)break T;`;
  }

  /** Performs an operation by its sketches, or else by a helper; pushes the result. `name` tells operations apart. */
  operate(
    pc: number,
    name: string,
    operation: Operation,
    operands: Entry[],
    samples: readonly (readonly PyValue[])[],
    generic: (texts: string[]) => string,
  ): void {
    const ops = operands.map((e) => this.operand(e));
    const at = this.height;
    const result = this.slot(at);
    const ways = waysOf(name, operation, ops, samples);
    const slow = `${this.position(pc)}${result}=${generic(ops.map((o) => o.text))};`;
    if (ways.text === '') this.out += slow;
    else {
      const label = `O${this.labels++}`;
      this.out += `${label}:{${fill(ways, ops, result, `f${at}`, label, this.constant)}${slow}}`;
    }
    this.pushSlot(ways.float);
  }
}

/** Returns the local that a store assigns first; -1 for another instruction. */
function storedAt(op: number, arg: number): number {
  if (op === Op.STORE_FAST) return arg;
  return op === Op.STORE_FAST_LOAD_FAST || op === Op.STORE_FAST_STORE_FAST ? arg >> 4 : -1;
}
