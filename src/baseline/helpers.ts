/**
 * What baseline code calls: the generic operations.
 *
 * One object, `h`, of which code sees the methods. Operations that Python may redefine are those of the
 * runtime functions; nothing here has a meaning of its own.
 */
import type { CodeRuntime } from '../frames/code-runtime.ts';
import { Frame, OnReturn } from '../frames/frame.ts';
import { C, P } from '../frames/shadow.ts';
import { builtinsOf, state } from '../frames/state.ts';
import { intrinsic1, intrinsic2 } from '../interp/call-intrinsics.ts';
import { ESCAPES } from '../interp/escapes.ts';
import { makeGenerator } from '../interp/generator.ts';
import { LIVE } from '../machine/live.ts';
import { deliver } from '../frames/signals.ts';
import { polling } from '../signals/polling.ts';
import { NAMES } from '../machine/names.ts';
import { BINARY, COMPARE, COMPARE_TRUE, RT } from '../machine/runtime-fns.ts';
import { PyBuiltin } from '../objects/core/builtin.ts';
import { PyRaise } from '../objects/core/exceptions.ts';
import { PyType, type PyValue, superLookup } from '../objects/core/object.ts';
import { None, PyCell, PyFunction, PyTuple, floatType, superType, typeOf } from '../objects/core/values.ts';
import { superAttr } from '../objects/slots/super.ts';
import { binaryOp, invert, negative } from '../semantics/arithmetic.ts';
import { compareOp, compareTrue, containsOp, toBool } from '../semantics/compare.ts';
import { getIter } from '../semantics/iterate.ts';
import { getSlice, setSlice } from '../semantics/slices.ts';
import { appendItem } from '../semantics/subscript.ts';
import { call, callNamed, callSpread, deep } from './calls.ts';
import { caught } from './caught.ts';
import { G } from './generic.ts';
import { H, R } from './raised.ts';

const shells = new WeakMap<CodeRuntime, Frame<PyValue>>();

/** Returns a frame that stands for a code object's where only its names and globals are asked for. */
function shell(runtime: CodeRuntime): Frame<PyValue> {
  let f = shells.get(runtime);
  if (f === undefined) {
    f = new Frame<PyValue>(runtime.code, runtime, null, runtime.globals, builtinsOf(runtime.globals));
    shells.set(runtime, f);
  }
  return f;
}

const h = {
  /** Looks up, and runs the handlers of signals. Throws what they raise. */
  lookUp(): void {
    if (polling.due()) deliver();
  },
  caught,
  exit: None as PyValue,
  /** Whether `superAttr` found a method that is to be called with self. */
  bound: false,
  deep,
  callKw: callNamed,
  noEntry(f: Frame<PyValue>): never {
    throw new Error(`no entry at ${f.code.qualname}:${f.pc}`);
  },
  call0: (d: number, c: PyValue): PyValue => call(d, c, []),
  call1: (d: number, c: PyValue, a: PyValue): PyValue => call(d, c, [a]),
  call2: (d: number, c: PyValue, a: PyValue, b: PyValue): PyValue => call(d, c, [a, b]),
  call3: (d: number, c: PyValue, a: PyValue, b: PyValue, e: PyValue): PyValue => call(d, c, [a, b, e]),
  call4: (d: number, c: PyValue, a: PyValue, b: PyValue, e: PyValue, g: PyValue): PyValue => call(d, c, [a, b, e, g]),
  callMany: call,
  callEx: callSpread,
  binary(op: number, x: PyValue, y: PyValue): PyValue {
    return binaryOp(LIVE, op, x, y) ?? BINARY[op]!.fn(x, y);
  },
  compare: (op: number, x: PyValue, y: PyValue): PyValue => compareOp(LIVE, op, x, y) ?? COMPARE[op]!.fn(x, y),
  compareTrue: (op: number, x: PyValue, y: PyValue): PyValue =>
    compareTrue(LIVE, op, x, y) ?? COMPARE_TRUE[op]!.fn(x, y),
  isTrue: (x: PyValue): PyValue => toBool(LIVE, x),
  negative: (x: PyValue): PyValue => negative(LIVE, x),
  invert: (x: PyValue): PyValue => (typeof x === 'boolean' ? RT.invert.fn(x) : invert(LIVE, x)),
  same: (x: PyValue, y: PyValue): boolean => LIVE.same(x, y),
  contains: (x: PyValue, c: PyValue): boolean => containsOp(LIVE, x, c, false) as boolean,
  delItem: (o: PyValue, k: PyValue): PyValue => RT.delItem.fn(o, k),
  getSlice: (o: PyValue, a: PyValue, b: PyValue): PyValue => getSlice(LIVE, o, a, b),
  setSlice: (o: PyValue, a: PyValue, b: PyValue, v: PyValue): void => setSlice(LIVE, o, a, b, v),
  iter: (x: PyValue): PyValue => getIter(LIVE, x),
  send: ESCAPES.send,
  generator(runtime: CodeRuntime, fn: PyFunction | null, d: number, pc: number, locals: PyValue[]): PyValue {
    const f = new Frame<PyValue>(runtime.code, runtime, fn, runtime.globals, builtinsOf(runtime.globals));
    for (let i = 0; i < locals.length; i++) f.s[i] = locals[i]!;
    f.pc = pc;
    f.depth = d;
    f.onReturn = OnReturn.EXIT;
    return makeGenerator(f);
  },
  deleteGlobal(runtime: CodeRuntime, i: number): void {
    ESCAPES.deleteGlobal(shell(runtime), i);
  },
  unboundDeref: (runtime: CodeRuntime, i: number): never => ESCAPES.unboundDeref(shell(runtime), i),
  unboundLocal: (name: string): never => RT.raiseUnboundLocal.fn(name) as never,
  cell: (v: PyValue | undefined): PyCell => new PyCell(v),
  delAttr: (o: PyValue, name: string): PyValue => RT.delAttr.fn(o, name),
  list: RT.buildList.fn,
  tuple: RT.buildTuple.fn,
  set: RT.buildSet.fn,
  string: RT.buildString.fn,
  dict: RT.buildDict.fn,
  constKeyMap: RT.buildConstKeyMap.fn,
  slice: RT.buildSlice.fn,
  listAppend: (l: PyValue, v: PyValue): void => appendItem(LIVE, l, v),
  listExtend: RT.listExtend.fn,
  setAdd: RT.setAdd.fn,
  setUpdate: RT.setUpdate.fn,
  dictUpdate: RT.dictUpdate.fn,
  mapAdd: RT.mapAdd.fn,
  dictMerge: RT.dictMerge.fn,
  unpack(x: PyValue, n: number): readonly PyValue[] {
    if (x instanceof PyTuple && x.items.length === n && !x.type.heap) return x.items;
    return (RT.unpack.fn(x, n) as PyTuple).items;
  },
  unpackEx: (x: PyValue, counts: number): readonly PyValue[] => (RT.unpackEx.fn(x, counts) as PyTuple).items,
  formatSimple: RT.formatSimple.fn,
  format: RT.format.fn,
  convert: RT.convert.fn,
  makeFunction: RT.makeFunction.fn,
  setFunctionAttribute: RT.setFunctionAttribute.fn,
  length: RT.length.fn,
  assertionError: ESCAPES.assertionError,
  buildClass: (runtime: CodeRuntime): PyValue => ESCAPES.buildClass(shell(runtime)),
  superAttr(sup: PyValue, cls: PyValue, self: PyValue, name: string, flags: number): PyValue {
    h.bound = false;
    if (sup !== superType) return ESCAPES.superAttr(sup, cls, self, name, (flags & 2) !== 0);
    if ((flags & 1) !== 0 && cls instanceof PyType && name !== '__class__') {
      const type = typeOf(self);
      if (type.isSubtype(cls) && !(self instanceof PyType)) {
        const found = superLookup(cls, type, name);
        if (
          found instanceof PyFunction ||
          (found instanceof PyBuiltin && (found.kind === 'method' || found.kind === 'wrapper'))
        ) {
          h.bound = true;
          return found;
        }
      }
    }
    return superAttr(cls, self, name);
  },
  intrinsic1: (runtime: CodeRuntime, which: number, x: PyValue): PyValue => intrinsic1(shell(runtime), which, x),
  intrinsic2: (runtime: CodeRuntime, which: number, x: PyValue, y: PyValue): PyValue =>
    intrinsic2(shell(runtime), which, x, y),
  importName: (runtime: CodeRuntime, i: number, from: PyValue, level: PyValue): PyValue =>
    ESCAPES.importName(shell(runtime), i, from, level),
  importFrom: ESCAPES.importFrom,
  enterWith(mgr: PyValue): PyValue {
    const enter = ESCAPES.lookupEnter(mgr);
    const exit = ESCAPES.lookupExit(mgr);
    const r = RT.call.fn([enter]);
    h.exit = exit;
    return r;
  },
  withExceptStart: ESCAPES.withExceptStart,
  pushExcInfo: ESCAPES.pushExcInfo,
  popExcept: ESCAPES.popExcept,
  checkExcMatch: ESCAPES.checkExcMatch,
  checkEgMatch: ESCAPES.checkEgMatch,
  raise(exc: PyValue | undefined, cause: PyValue | undefined): void {
    try {
      ESCAPES.raiseVarargs(exc, cause);
    } catch (e) {
      H.raised = e;
    }
  },
  reraise(exc: PyValue, lasti: PyValue): void {
    H.raised = new PyRaise(exc as never);
    H.lasti = lasti as number;
  },
  yieldFromIter: ESCAPES.yieldFromIter,
  cleanupThrow: ESCAPES.cleanupThrow,
  matchMapping: ESCAPES.matchMapping,
  matchSequence: ESCAPES.matchSequence,
  matchKeys: ESCAPES.matchKeys,
  matchClass: ESCAPES.matchClass,
};

/** What every function has besides its own constants. */
export const SHARED = { ...NAMES, G, h, H, R, P, C, L: state, FT: floatType };
