/**
 * Bytecode to JavaScript, one plain function a code object.
 *
 * What an operation means comes from sketches of the semantics (`sketch.ts`); where none fits, a helper does the
 * generic operation, with the position stored first: `P[d]` is the instruction at which the frame of depth d stands,
 * `P[0]` the depth of the innermost frame that may be looked at.
 *
 * A call returns `R` where an exception was raised (it is in `H.raised`): a JavaScript throw costs 400 calls.
 * Natives throw; the `try` round the whole function catches that. Either way `h.caught` adds the line to the
 * traceback and finds the handler: code goes on there through `E` (see `structure.ts`), or returns `R`.
 *
 *   function (d, f, l0, l1) {            // depth, function object (for its closure), parameters
 *     let l2, s0, s1, f0, E = 0;
 *     C[d] = k0;
 *     X: for (;;) {
 *       T: try { …structured code… } catch (e) { H.raised = e; }
 *       switch (h.caught(k0, d, [l0, l1, l2], f, J, [s0, s1], [f0])) { case 1: s0 = H.value; E = 1; continue X; }
 *       return R;
 *     }
 *   }
 *
 * Code that is entered within (a loop taken over, a generator resumed) takes a frame instead: `(f)`; its
 * locals and stack are read from the frame first, and written back where it yields.
 */
import type { CodeObject } from '../bytecode/code.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import { parameterCount } from './arguments.ts';
import { type Block, type Blocks, blocksOf, handlerDepth, isSuspension } from './blocks.ts';
import { writeEnd } from './ends.ts';
import { writeInstruction } from './instructions.ts';
import type { Form } from './kept.ts';
import { structure } from './structure.ts';
import { type Entry, Writer } from './writer.ts';

export interface Written {
  readonly text: string;
  readonly constants: readonly unknown[];
  /** Whether the code is entered with a frame. */
  readonly framed: boolean;
  /** Number in `E` by handler target, for `h.caught`. */
  readonly handlers: ReadonlyMap<number, number>;
  /** What is on the stack where an instruction begins that may be left. */
  readonly stacks: ReadonlyMap<number, readonly Entry[]>;
}

/** Writes the function of a code object. Throws NotCompiled. */
export function writeFunction(runtime: CodeRuntime, form: Form): Written {
  return new FunctionWriter(runtime, form).write();
}

class FunctionWriter {
  private readonly code: CodeObject;
  private readonly blocks: Blocks;
  private readonly w: Writer;
  private readonly handlers = new Map<number, number>();
  private readonly entryNumbers = new Map<number, number>();
  private readonly framed: boolean;

  constructor(
    runtime: CodeRuntime,
    private readonly form: Form,
  ) {
    this.code = runtime.code;
    this.framed = form.kind === 'frame';
    this.blocks = blocksOf(this.code, form.kind === 'frame' ? form.entries : []);
    this.w = new Writer(runtime, this.framed);
  }

  write(): Written {
    const { list } = this.blocks;
    const entries = this.findEntries();
    const body = structure(
      {
        size: list.length,
        next: list.map((b) => b.next),
        around: list.map((b) => this.around(b)),
        entries,
        fromStart: !this.framed,
      },
      (b, go) => this.block(list[b]!, go),
    );
    const text = this.function(body);
    const { constants, stacks } = this.w;
    return { text, constants, framed: this.framed, handlers: this.handlers, stacks };
  }

  /** Lists the blocks entered from outside, and numbers them. */
  private findEntries(): number[] {
    const { list, at } = this.blocks;
    const entries: number[] = [];
    for (const pc of this.form.kind === 'frame' ? this.form.entries : []) {
      entries.push(at.get(pc)!);
      this.entryNumbers.set(pc, entries.length);
    }
    for (const e of this.code.exceptionTable) {
      const b = at.get(e.target)!;
      if (list[b]!.depth < 0 || this.handlers.has(e.target)) continue;
      entries.push(b);
      this.handlers.set(e.target, entries.length);
    }
    return entries;
  }

  /** Lists the blocks that a block leads to from outside. */
  private around(b: Block): number[] {
    const out: number[] = [];
    if (b.handler !== null) out.push(this.blocks.at.get(b.handler.target)!);
    if (isSuspension(this.code.ops[b.end - 1]!) && this.blocks.at.has(b.end)) out.push(this.blocks.at.get(b.end)!);
    return out;
  }

  /** Returns the text of a block, with the ways out of it. */
  private block(b: Block, go: (to: number) => string): string {
    const { w } = this;
    const before = { out: w.out, stack: w.stack };
    w.out = '';
    w.stack = [];
    for (let at = 0; at < b.depth; at++) w.pushSlot();
    for (let pc = b.start; pc < b.end; pc++) {
      w.begin = [...w.stack];
      if (pc === b.end - 1) writeEnd(w, pc, b, this.blocks, go);
      else writeInstruction(w, pc);
    }
    const { out } = w;
    w.out = before.out;
    w.stack = before.stack;
    return out;
  }

  private function(body: string): string {
    const { code, w } = this;
    const params = parameterCount(code);
    const enter = this.framed ? this.entrance() : this.beginning();
    const handled = [...this.handlers].map(([target, n]) => `case ${n}:${this.receive(target)}E=${n};continue X;`);
    const slots = Array.from({ length: w.deepest + 1 }, (_, i) => i);
    const caught = `x=h.caught(k0,d,${w.allLocals()},f,J,[${slots.map((i) => `s${i}`).join(',')}],[${slots
      .map((i) => `f${i}`)
      .join(',')}]);`;
    const leave = handled.length === 0 ? `${caught}return R;` : `${caught}switch(x){${handled.join('')}}return R;`;
    const inner = `T:try{${body}}catch(e){H.raised=e;}${leave}`;
    const loop = handled.length === 0 ? inner : `X:for(;;){${inner}}`;
    const names: string[] = [];
    for (let i = this.framed ? 0 : params; i < code.nlocals; i++) names.push(`l${i}`);
    for (const i of w.rawLocals) names.push(`g${i}=0`);
    for (const i of slots) names.push(`s${i}`, `f${i}=0`);
    names.push('t0,t1,t2,t3,t4,t5,t6,t7', 'E=0', 'x');
    const args = this.framed ? 'f' : ['d', 'f', ...this.parameters()].join(',');
    return `(${args}){let ${names.join(',')};${enter}C[d]=k0;${loop}}`;
  }

  private parameters(): string[] {
    return Array.from({ length: parameterCount(this.code) }, (_, i) => `l${i}`);
  }

  /** Leaves calls that are too deep, or before which a signal waits, to the interpreter. */
  private beginning(): string {
    return `if(d>L.callLimit||--polling.left<0&&polling.due())return h.deep(k0,d,f,[${this.parameters().join(',')}]);`;
  }

  /** Reads locals and stack of a frame and says where to begin. */
  private entrance(): string {
    const { w, code } = this;
    const locals = Array.from({ length: code.nlocals }, (_, i) => `l${i}=f.s[${i}];`).join('');
    const cases = [...this.entryNumbers].map(([pc, n]) => {
      const { depth } = this.blocks.list[this.blocks.at.get(pc)!]!;
      const reads = Array.from({ length: depth }, (_, i) => `${w.slot(i)}=f.s[${code.nlocals + i}];`).join('');
      return `case ${pc}:${reads}E=${n};break;`;
    });
    return `const d=f.depth;${locals}switch(f.pc){${cases.join('')}default:return h.noEntry(f);}`;
  }

  /** Puts the exception (and the place where it was raised) where a handler looks for it. */
  private receive(target: number): string {
    const e = this.code.exceptionTable.find((one) => one.target === target)!;
    const top = handlerDepth(e) - 1;
    const put = `${this.w.slot(top)}=H.value;`;
    return `${e.lasti ? `s${top - 1}=P[d];` : ''}${put}`;
  }
}
