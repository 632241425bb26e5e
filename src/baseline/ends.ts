/** The last instruction of a block: jumps, returns, yields. */
import { Op } from '../bytecode/opcodes.ts';
import { None } from '../objects/core/values.ts';
import { type Block, type Blocks, endsPath, targetOf } from './blocks.ts';
import { writeInstruction } from './instructions.ts';
import { NotCompiled, type Writer } from './writer.ts';

/** Gives the text of the way to another block. */
type Go = (to: number) => string;

/** Writes the last instruction of a block and the ways to what follows. */
export function writeEnd(w: Writer, pc: number, b: Block, blocks: Blocks, go: Go): void {
  const op = w.code.ops[pc]!;
  const target = targetOf(op, w.code.args[pc]!);
  if (target < 0) {
    if (op === Op.RETURN_VALUE || op === Op.RETURN_CONST) writeReturn(w, pc);
    else if (op === Op.YIELD_VALUE) writeYield(w, pc);
    else if (op === Op.RETURN_GENERATOR) writeGenerator(w, pc);
    else {
      writeInstruction(w, pc);
      if (endsPath(op)) return;
      w.flush();
      w.out += go(b.next[0]!);
    }
    return;
  }
  const jump = (): string => go(blocks.at.get(target)!);
  switch (op) {
    case Op.JUMP_FORWARD:
    case Op.JUMP_BACKWARD_NO_INTERRUPT:
      w.flush();
      w.out += jump();
      return;
    case Op.JUMP_BACKWARD:
      w.flush();
      w.out += backEdge(w, pc) + jump();
      return;
    default:
      branch(w, writeTest(w, pc, op), jump, () => go(b.next[0]!));
  }
}

/** Returns what is done at each round of a loop: its safe point (`signals/polling.ts`). */
function backEdge(w: Writer, pc: number): string {
  return `if(--polling.left<0){${w.position(pc)}h.lookUp();}`;
}

/** Writes what a conditional jump looks at; returns the condition under which it jumps. */
function writeTest(w: Writer, pc: number, op: number): string {
  switch (op) {
    case Op.FOR_ITER: {
      const it = w.simple(w.stack[w.height - 1]!);
      w.flush();
      w.out += `${w.position(pc)}${w.slot(w.height)}=G.next(${it});`;
      return `s${w.height}===undefined`;
    }
    case Op.SEND: {
      const v = w.popText();
      w.out += `${w.position(pc)}x=h.send(${w.peek(1)},${v});`;
      w.flush();
      w.out += `${w.slot(w.height)}=x.value;`;
      return 'x.done';
    }
  }
  const x = w.pop();
  w.flush();
  const text = w.text(x);
  switch (op) {
    case Op.POP_JUMP_IF_FALSE:
      return `!${text}`;
    case Op.POP_JUMP_IF_TRUE:
      return text;
    case Op.POP_JUMP_IF_NONE:
      return `${text}===${w.constant(None)}`;
    case Op.POP_JUMP_IF_NOT_NONE:
      return `${text}!==${w.constant(None)}`;
    default:
      throw new NotCompiled(`jump ${op}`);
  }
}

function branch(w: Writer, test: string, yes: () => string, no: () => string): void {
  const kept = w.stack;
  w.stack = [...kept];
  const then = yes();
  w.stack = [...kept];
  const other = no();
  w.out += `if(${test}){${then}}${other}`;
}

/** Returns a value; marks the frame of a generator as one that has ended. */
function writeReturn(w: Writer, pc: number): void {
  const value = w.code.ops[pc] === Op.RETURN_CONST ? w.literal(w.runtime.consts[w.code.args[pc]!]!) : w.popText();
  w.out += `${w.framed ? 'f.sp=-1;' : ''}return ${value};`;
}

/** Leaves a generator, writing its variables back into its frame. */
function writeYield(w: Writer, pc: number): void {
  if (!w.framed) throw new NotCompiled('a yield without a frame');
  const n = w.code.nlocals;
  w.out += `x=${w.popText()};`;
  for (let i = 0; i < n; i++) w.out += `f.s[${i}]=${w.localBoxed(i)};`;
  w.stack.forEach((e, i) => {
    w.out += `f.s[${n + i}]=${w.text(e)};`;
  });
  w.out += `f.sp=${n + w.height};f.pc=${pc + 1};return x;`;
}

function writeGenerator(w: Writer, pc: number): void {
  if (w.framed) throw new NotCompiled('a generator is made of a frame');
  w.out += `return h.generator(k0,f,d,${pc + 1},${w.allLocals()});`;
}
