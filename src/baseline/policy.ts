/**
 * Which code is left to the trace compiler.
 *
 * Traces are 2 to 4 times faster than baseline code on small numeric loops and up to 6 times slower on code with
 * many ways and many calls, where they are also dear to get. What tells them apart is known before anything has
 * run hot: code with a loop, few branches, no handler, nothing suspended, whose calls are of natives or of small
 * functions without loops and calls of their own. The names are looked up once, when the question is first asked.
 */
import { type CodeObject, CO_GENERATOR } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import { builtinsOf } from '../frames/state.ts';
import { PyBuiltin } from '../objects/core/builtin.ts';
import { PyType, type PyValue } from '../objects/core/object.ts';
import { PyFunction, PyModule } from '../objects/core/values.ts';

/** Branches that code left to traces may have. */
const MAX_BRANCHES = 10;
/** Instructions of a function that traces take in. */
const MAX_LEAF = 60;
/** Methods of lists that traces look into. */
const METHODS = new Set(['append']);

/** Tells whether code gains from traces. */
export function gainsFromTraces(runtime: CodeRuntime): boolean {
  const { code } = runtime;
  if (!code.ops.includes(Op.JUMP_BACKWARD) || code.exceptionTable.some((e) => !isCleanup(code, e.target))) return false;
  return (code.flags & CO_GENERATOR) === 0 && isPlain(runtime, true);
}

/** Tells whether a handler only puts locals of a comprehension back. */
function isCleanup(code: CodeObject, target: number): boolean {
  for (let pc = target; pc < code.ops.length; pc++) {
    const op = code.ops[pc]!;
    if (op === Op.RERAISE) return true;
    if (
      op !== Op.SWAP &&
      op !== Op.POP_TOP &&
      op !== Op.STORE_FAST &&
      op !== Op.COPY &&
      op !== Op.STORE_FAST_STORE_FAST
    )
      return false;
  }
  return false;
}

/** Tells whether code has few branches, and calls only of what a trace goes through. */
function isPlain(runtime: CodeRuntime, mayCall: boolean): boolean {
  const { code } = runtime;
  let branches = 0;
  let calls = 0;
  let known = 0;
  for (let pc = 0; pc < code.ops.length; pc++) {
    const arg = code.args[pc]!;
    switch (code.ops[pc]) {
      case Op.POP_JUMP_IF_FALSE:
      case Op.POP_JUMP_IF_TRUE:
      case Op.POP_JUMP_IF_NONE:
      case Op.POP_JUMP_IF_NOT_NONE:
        if (++branches > MAX_BRANCHES) return false;
        break;
      case Op.CALL:
        calls++;
        break;
      case Op.LOAD_GLOBAL:
        if ((arg & 1) === 0) break;
        if (!mayBeCalled(boundTo(runtime, code.names[arg >> 1]!), mayCall)) return false;
        known++;
        break;
      case Op.LOAD_NAME:
        if (code.ops[pc + 1] !== Op.PUSH_NULL) break;
        if (!mayBeCalled(boundTo(runtime, code.names[arg]!), mayCall)) return false;
        known++;
        break;
      case Op.LOAD_ATTR:
        if ((arg & 1) === 0) break;
        if (!METHODS.has(code.names[arg >> 1]!) && !isOfModule(runtime, pc)) return false;
        known++;
        break;
      case Op.CALL_KW:
      case Op.CALL_FUNCTION_EX:
      case Op.LOAD_SUPER_ATTR:
      case Op.MAKE_FUNCTION:
      case Op.YIELD_VALUE:
      case Op.RAISE_VARARGS:
      case Op.IMPORT_NAME:
      case Op.BEFORE_WITH:
      case Op.MATCH_CLASS:
      case Op.MATCH_MAPPING:
      case Op.MATCH_SEQUENCE:
      case Op.LOAD_BUILD_CLASS:
        return false;
    }
  }
  return calls === known;
}

/** Returns what a global or built-in name stands for now. */
function boundTo(runtime: CodeRuntime, name: string): PyValue | undefined {
  return runtime.globals.get(name) ?? builtinsOf(runtime.globals).get(name);
}

/** Tells whether a trace goes through a call of a value. */
function mayBeCalled(v: PyValue | undefined, mayCall: boolean): boolean {
  if (v instanceof PyBuiltin) return true;
  if (v instanceof PyType) return !v.heap;
  if (!(v instanceof PyFunction) || !mayCall) return false;
  const { code } = v;
  if (code.ops.length > MAX_LEAF || code.ops.includes(Op.JUMP_BACKWARD) || code.exceptionTable.length > 0) return false;
  return isPlain({ code, globals: v.globals } as CodeRuntime, false);
}

/** Tells whether a method load is of a function of a module. */
function isOfModule(runtime: CodeRuntime, pc: number): boolean {
  const { code } = runtime;
  const before = code.ops[pc - 1];
  const name =
    before === Op.LOAD_GLOBAL
      ? code.names[code.args[pc - 1]! >> 1]
      : before === Op.LOAD_NAME
        ? code.names[code.args[pc - 1]!]
        : undefined;
  if (name === undefined) return false;
  const module = boundTo(runtime, name);
  if (!(module instanceof PyModule)) return false;
  return module.dict.get(code.names[code.args[pc]! >> 1]!) instanceof PyBuiltin;
}
