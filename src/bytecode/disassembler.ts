/**
 * Listings of code objects in the form of CPython 3.13's `python -m dis`.
 *
 * The text of an argument follows from the operand kind in the instruction table; numbers are CPython's, so
 * jumps show distances in code units and long arguments their EXTENDED_ARGs (assembler-layout.ts).
 */
import { OP_NAMES, OP_ROWS } from './names.ts';
import { layOut } from './layout.ts';
import { constRepr } from './constant-text.ts';
import { CodeObject } from './code.ts';
import { BINARY_OPERATORS, COMPARE_OPERATORS, INTRINSIC_1, INTRINSIC_2 } from './opcodes.ts';

const OPNAME_WIDTH = 20;
const OPARG_WIDTH = 5;
const NO_LINE = '  --';
const FUNCTION_ATTRIBUTES = ['defaults', 'kwdefaults', 'annotations', 'closure'];
const CONVERSIONS = ['', 'str', 'repr', 'ascii'];

/** Returns a listing of a code object and of all code objects in its constants. */
export function disassemble(code: CodeObject): string {
  let text = disassembleOne(code);
  for (const c of code.consts) {
    if (c instanceof CodeObject) text += `\nDisassembly of ${constRepr(c)}:\n${disassemble(c)}`;
  }
  return text;
}

/** Numbers the instructions that jumps and the exception table refer to. */
function labelsOf(code: CodeObject): Map<number, number> {
  const targets = new Set<number>();
  for (let i = 0; i < code.ops.length; i++) if (OP_ROWS[code.ops[i]!]!.arg === 'jump') targets.add(code.args[i]!);
  for (const e of code.exceptionTable) targets.add(e.start).add(e.end).add(e.target);
  return new Map([...targets].sort((a, b) => a - b).map((at, i) => [at, i + 1]));
}

/** Returns what an argument means, or '' where it says all itself. */
function describe(code: CodeObject, op: number, arg: number, labels: ReadonlyMap<number, number>): string {
  const { names, localsplusnames } = code;
  switch (OP_ROWS[op]!.arg) {
    case 'const':
      return constRepr(code.consts[arg]!);
    case 'name':
      return names[arg]!;
    case 'global':
      return names[arg >> 1]! + ((arg & 1) !== 0 ? ' + NULL' : '');
    case 'attr':
      return names[arg >> 1]! + ((arg & 1) !== 0 ? ' + NULL|self' : '');
    case 'super':
      return names[arg >> 2]! + ((arg & 1) !== 0 ? ' + NULL|self' : '');
    case 'local':
    case 'free':
      return localsplusnames[arg]!;
    case 'localpair':
      return `${localsplusnames[arg >> 4]}, ${localsplusnames[arg & 15]}`;
    case 'jump':
      return `to L${labels.get(arg)}`;
    case 'compare': {
      const operator = COMPARE_OPERATORS[arg >> 5]!;
      return (arg & 16) !== 0 ? `bool(${operator})` : operator;
    }
    case 'binop':
      return BINARY_OPERATORS[arg]!;
    case 'convert':
      return CONVERSIONS[arg]!;
    case 'makefn':
      return FUNCTION_ATTRIBUTES.filter((_, i) => (arg & (1 << i)) !== 0).join(', ');
    case 'intrinsic1':
      return INTRINSIC_1[arg]!;
    case 'intrinsic2':
      return INTRINSIC_2[arg]!;
    default:
      return '';
  }
}

/** Returns a listing of one code object. */
function disassembleOne(code: CodeObject): string {
  const { ops, args, positions } = code;
  const layout = layOut(code);
  const labels = labelsOf(code);
  let maxLine = -1;
  let lineless = false;
  for (let i = 0; i < ops.length; i++) {
    const line = positions[4 * i]!;
    maxLine = Math.max(maxLine, line);
    if (line < 0) lineless = true;
  }
  const digits = Math.max(3, String(maxLine).length);
  const lineWidth = maxLine <= 0 ? 0 : lineless ? Math.max(digits, NO_LINE.length) : digits;
  const labelWidth = 4 + String(labels.size).length;
  let text = '';
  let lastLine: number | undefined;
  for (let i = 0; i < ops.length; i++) {
    const op = ops[i]!;
    const encoded = layout.args[i]!;
    for (let left = layout.extended[i]!; left >= 0; left--) {
      const first = left === layout.extended[i];
      const line = positions[4 * i]!;
      const fields: string[] = [];
      const starts = line !== lastLine;
      lastLine = line;
      if (lineWidth > 0) {
        if (starts && i > 0) text += '\n';
        fields.push((starts ? (line < 0 ? NO_LINE : String(line)) : '').padStart(lineWidth));
      }
      const label = first ? labels.get(i) : undefined;
      fields.push((label === undefined ? '' : `L${label}:`).padStart(labelWidth), '   ');
      const name = left > 0 ? 'EXTENDED_ARG' : OP_NAMES[op]!;
      fields.push(name.padEnd(OPNAME_WIDTH));
      if (left > 0 || OP_ROWS[op]!.arg !== 'none') {
        const shown = Math.floor(encoded / 2 ** (8 * left));
        fields.push(String(shown).padStart(OPARG_WIDTH - Math.max(0, name.length - OPNAME_WIDTH)));
        const meaning = left > 0 ? '' : describe(code, op, args[i]!, labels);
        if (meaning !== '') fields.push(`(${meaning})`);
      }
      text += `${fields.join(' ').trimEnd()}\n`;
    }
  }
  if (code.exceptionTable.length > 0) {
    text += 'ExceptionTable:\n';
    for (const e of code.exceptionTable) {
      const range = `L${labels.get(e.start)} to L${labels.get(e.end)} -> L${labels.get(e.target)}`;
      text += `  ${range} [${e.depth}]${e.lasti ? ' lasti' : ''}\n`;
    }
  }
  return text;
}
