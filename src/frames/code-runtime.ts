/**
 * What the machine keeps per code object and globals: constants as Python objects, caches of namespace
 * lookups, hot counters and compiled trees. Per globals, because traces fold what they find there: one
 * code object may run in several namespaces (`exec`, `types.FunctionType`).
 */
import { newTuple } from '../objects/core/tuple.ts';
import {
  type CodeObject,
  type Const,
  ConstBytes,
  ConstComplex,
  ConstEllipsis,
  ConstFloat,
  ConstFrozenSet,
  ConstSlice,
  ConstTuple,
  CodeObject as Code,
  ConstText,
} from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import type { PyDict } from '../objects/core/dict.ts';
import type { PyValue } from '../objects/core/object.ts';
import { Ellipsis, None, PyBytes, codeObject, PyComplex, PyFloat, PySlice, tupleType } from '../objects/core/values.ts';
import { AttrCache } from './attr-cache.ts';
import type { Entry } from './entry.ts';
import { makeFrozenSet } from './constants.ts';

export class CodeRuntime {
  readonly consts: PyValue[];
  /** Opcode and argument in one word, `op | arg << 8`: one load an instruction. */
  readonly words: Int32Array;
  /** Version of the globals that the cached indices below belong to. */
  cachedVersion = -1;
  cachedBuiltinsVersion = -1;
  /** Per name: index in globals, or -(index in builtins) - 2, or -1 = unknown. */
  globalIndex: Int32Array | null = null;
  /** Back edges counted per target instruction; below zero where a penalty is served (`jit/states.ts`). */
  counters: Int32Array | null = null;
  /**
   * An instruction behind the last that returns what is on the stack: where a frame goes on whose function's tree has
   * returned.
   */
  readonly returning: number;
  /** Calls counted, as back edges; far below zero where the body is none that can be compiled by itself. */
  calls = 0;
  /** How compiled code calls the function; undefined until asked for (see `entry.ts`). */
  entry: Entry | null | undefined = undefined;
  /** What the compiler knows of loops and of the body, at their first instruction (`jit/site.ts`). Opaque here. */
  trees: unknown[] | null = null;
  /** What the baseline tier keeps. Opaque here. */
  baseline: unknown = undefined;
  /** Whether the code has a backward jump (computed on first use). */
  private loops: boolean | null = null;

  constructor(
    readonly code: CodeObject,
    readonly globals: PyDict,
  ) {
    const { ops, args } = code;
    this.consts = code.consts.map(constValue);
    this.returning = ops.length;
    this.words = new Int32Array(ops.length + 1);
    for (let i = 0; i < ops.length; i++) this.words[i] = ops[i]! | (args[i]! << 8);
    this.words[ops.length] = Op.RETURN_VALUE;
  }

  /** Returns the counters of back edges. */
  countBackEdges(): Int32Array {
    return (this.counters ??= new Int32Array(this.code.ops.length + 1));
  }

  private caches: (AttrCache | undefined)[] | null = null;

  /** Returns the inline cache of an attribute instruction. */
  cacheAt(pc: number): AttrCache {
    this.caches ??= new Array<AttrCache | undefined>(this.code.ops.length + 1).fill(undefined);
    return (this.caches[pc] ??= new AttrCache());
  }

  /** Tells whether the code contains a loop. */
  get hasLoop(): boolean {
    if (this.loops === null) {
      this.loops = this.code.ops.includes(Op.JUMP_BACKWARD);
    }
    return this.loops;
  }
}

/** Runtimes of code that has run with other globals since, by globals. */
const others = new WeakMap<CodeObject, WeakMap<PyDict, CodeRuntime>>();

/** Returns (making it on first use) the runtime part of a code object run with these globals. */
export function runtimeOf(code: CodeObject, globals: PyDict): CodeRuntime {
  const r = code.runtime as CodeRuntime | undefined;
  return r !== undefined && r.globals === globals ? r : switchRuntime(code, r, globals);
}

/** Makes the runtime for these globals the current one, keeping the one it had. */
function switchRuntime(code: CodeObject, current: CodeRuntime | undefined, globals: PyDict): CodeRuntime {
  let known = others.get(code);
  if (current !== undefined) {
    if (known === undefined) {
      known = new WeakMap();
      others.set(code, known);
    }
    known.set(current.globals, current);
  }
  const made = known?.get(globals) ?? new CodeRuntime(code, globals);
  code.runtime = made;
  return made;
}

/** Makes the Python object of a compile-time constant. */
function constValue(c: Const): PyValue {
  if (c === null) return None;
  if (typeof c !== 'object') return c;
  if (c instanceof ConstFloat) return new PyFloat(c.value);
  if (c instanceof ConstTuple) return newTuple(tupleType, c.items.map(constValue));
  if (c instanceof Code) return codeObject(c);
  if (c instanceof ConstComplex) return new PyComplex(c.real, c.imag);
  if (c instanceof ConstText) return c.merged;
  if (c instanceof ConstBytes) return new PyBytes(c.value);
  if (c instanceof ConstFrozenSet) return makeFrozenSet(c.items.map(constValue));
  if (c instanceof ConstSlice) return new PySlice(constValue(c.start), constValue(c.stop), constValue(c.step));
  if (c instanceof ConstEllipsis) return Ellipsis;
  throw new Error('unknown constant');
}
