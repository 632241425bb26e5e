/** `sidewinder-lab dis --json`: a code object as plain data. The text is bytecode/disassembler.ts. */
import { layOut } from '../bytecode/layout.ts';
import { OP_NAMES, OP_ROWS } from '../bytecode/names.ts';
import { constRepr } from '../bytecode/constant-text.ts';
import { CodeObject } from '../bytecode/code.ts';

/** Returns a code object and those inside it as plain data; `offset` is CPython's, in bytes, `target` our index. */
export function codeData(code: CodeObject): unknown {
  const { positions } = code;
  const { offsets } = layOut(code);
  const instructions = Array.from(code.ops, (op, i) => {
    const kind = OP_ROWS[op]!.arg;
    const place = (k: number): number | null => (positions[4 * i + k]! < 0 ? null : positions[4 * i + k]!);
    return {
      index: i,
      offset: 2 * offsets[i]!,
      opname: OP_NAMES[op]!,
      arg: kind === 'none' || kind === 'jump' ? null : code.args[i]!,
      target: kind === 'jump' ? code.args[i]! : null,
      lineno: place(0),
      end_lineno: place(1),
      col_offset: place(2),
      end_col_offset: place(3),
    };
  });
  return {
    name: code.name,
    qualname: code.qualname,
    firstlineno: code.firstlineno,
    argcount: code.argcount,
    posonlyargcount: code.posonlyargcount,
    kwonlyargcount: code.kwonlyargcount,
    flags: code.flags,
    stacksize: code.stacksize,
    names: code.names,
    locals: code.localsplusnames,
    consts: code.consts.map((c) => (c instanceof CodeObject ? codeData(c) : constRepr(c))),
    instructions,
    exceptionTable: code.exceptionTable.map(({ start, end, target, depth, lasti }) => ({
      start,
      end,
      target,
      depth,
      lasti,
    })),
  };
}
