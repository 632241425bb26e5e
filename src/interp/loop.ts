/**
 * The dispatch loop: one or two lines per bytecode, all meaning is in `semantics/` and the runtime.
 *
 * Generic over the machine: with the live machine it interprets, with the tracing machine the same
 * loop records. Calls between Python functions push a frame and stay in the loop; it nests on the
 * host stack only where native code calls Python. Exceptions are JS throws caught once around the
 * whole loop, so that V8 optimises the body.
 *
 * Invariant: whatever may guard runs before a bytecode's first write to `s` below the popped
 * operands, because a snapshot taken at a guard is the frame as of the start of the bytecode.
 */
import { Op } from '../bytecode/opcodes.ts';
import type { PyCode, PyFunction, PyTuple } from '../objects/core/values.ts';
import { None, superType } from '../objects/core/values.ts';
import { BINARY, RT } from '../machine/runtime-fns.ts';
import { finishOperator } from '../objects/slots/number.ts';
import { binaryOp, invert, negative } from '../semantics/arithmetic.ts';
import { isNotImplemented, operatorFrame } from '../semantics/operators.ts';
import { compareOp, compareTrue, containsOp, isOp, toBool } from '../semantics/compare.ts';
import { appendItem, getItem, setItem } from '../semantics/subscript.ts';
import { getSlice, setSlice } from '../semantics/slices.ts';
import { getIter, next, unpack } from '../semantics/iterate.ts';
import { Loaded, type Out, loadAttr, loadSuperMethod, storeAttr } from '../semantics/attribute.ts';
import { loadGlobal, storeGlobal } from '../semantics/globals.ts';
import { call, checkInit, copyFreeVars, makeCell, pushCall } from '../semantics/calls.ts';
import { buildTuple } from '../semantics/build.ts';
import type { Machine } from '../machine/machine.ts';
import { type Frame, OnReturn } from '../frames/frame.ts';
import { checkDepth } from '../frames/limits.ts';
import { ESCAPES as E } from './escapes.ts';
import { intrinsic1, intrinsic2 } from './call-intrinsics.ts';
import { state } from '../frames/state.ts';

/** Second result of `loadAttr`, read at once. */
const OUT: Out<unknown> = { value: undefined };

/** Runs `f` until it returns to the host; `pending` is thrown at its current instruction first. */
export function run<R, I, F, B>(m: Machine<R, I, F, B>, start: Frame<R>, pending: unknown = undefined): R {
  let f = start;
  let code = f.code;
  let words = f.runtime.words;
  let s = f.s;
  let sp = f.sp;
  let pc = f.pc;
  let thrown = pending;
  const out = OUT as Out<R>;
  state.frame = f;
  for (;;) {
    try {
      if (thrown !== undefined) {
        const e = thrown;
        thrown = undefined;
        pc = f.pc;
        throw e;
      }
      for (;;) {
        const word = words[pc]!;
        const op = word & 255;
        const arg = word >> 8;
        m.begin(f, pc, sp);
        pc++;
        let nf: Frame<R> | null = null;
        // biome-ignore format: one line for each bytecode
        switch (op) {
          case Op.NOP: continue;
          case Op.RESUME:
            if (arg !== 0) continue;
            nf = m.called(f, pc - 1, sp);
            if (nf === null) continue;
            f = nf;
            if (f.thrown !== undefined) { const e = f.thrown; f.thrown = undefined; pc = f.pc + 1; throw e; }
            break;
          case Op.LOAD_FAST: s[sp++] = s[arg]!; continue;
          case Op.LOAD_FAST_LOAD_FAST: s[sp] = s[arg >> 4]!; s[sp + 1] = s[arg & 15]!; sp += 2; continue;
          case Op.LOAD_CONST: s[sp++] = m.ref(f.runtime.consts[arg]!); continue;
          case Op.STORE_FAST: s[arg] = s[--sp]!; continue;
          case Op.STORE_FAST_LOAD_FAST: s[arg >> 4] = s[sp - 1]!; s[sp - 1] = s[arg & 15]!; continue;
          case Op.STORE_FAST_STORE_FAST: s[arg >> 4] = s[--sp]!; s[arg & 15] = s[--sp]!; continue;
          case Op.POP_TOP: case Op.END_FOR: sp--; continue;
          case Op.PUSH_NULL: s[sp++] = undefined as R; continue;
          case Op.LOAD_FAST_CHECK:
            if (!m.bound(s[arg])) m.call(RT.raiseUnboundLocal, m.ref(code.localsplusnames[arg]!));
            s[sp++] = s[arg]!;
            continue;
          case Op.LOAD_FAST_AND_CLEAR: s[sp++] = s[arg]!; s[arg] = undefined as R; continue;
          case Op.DELETE_FAST:
            if (!m.bound(s[arg])) m.call(RT.raiseUnboundLocal, m.ref(code.localsplusnames[arg]!));
            s[arg] = undefined as R;
            continue;
          case Op.COPY: s[sp] = s[sp - arg]!; sp++; continue;
          case Op.SWAP: { const t = s[sp - 1]!; s[sp - 1] = s[sp - arg]!; s[sp - arg] = t; continue; }
          case Op.BINARY_OP: {
            let r = binaryOp(m, arg, s[sp - 2]!, s[sp - 1]!);
            if (r === null) {
              nf = operatorFrame(m, f, arg, s[sp - 2]!, s[sp - 1]!);
              if (nf !== null) { checkDepth(nf); f.sp = sp; break; }
              f.pc = pc;
              r = m.call(BINARY[arg]!, s[sp - 2]!, s[sp - 1]!);
            }
            s[--sp - 1] = r;
            continue;
          }
          case Op.COMPARE_OP: {
            f.pc = pc;
            const r = (arg & 16) !== 0
              ? compareTrue(m, arg >> 5, s[sp - 2]!, s[sp - 1]!)
              : compareOp(m, arg >> 5, s[sp - 2]!, s[sp - 1]!);
            s[--sp - 1] = r;
            continue;
          }
          case Op.IS_OP: { const r = isOp(m, s[sp - 2]!, s[sp - 1]!, arg === 1); s[--sp - 1] = r; continue; }
          case Op.CONTAINS_OP: {
            f.pc = pc;
            const r = containsOp(m, s[sp - 2]!, s[sp - 1]!, arg === 1);
            s[--sp - 1] = r; continue;
          }
          case Op.TO_BOOL: f.pc = pc; s[sp - 1] = toBool(m, s[sp - 1]!); continue;
          case Op.UNARY_NOT: s[sp - 1] = m.box_bool(m.bool_not(m.unbox_bool(s[sp - 1]!))); continue;
          case Op.UNARY_NEGATIVE: f.pc = pc; s[sp - 1] = negative(m, s[sp - 1]!); continue;
          case Op.UNARY_INVERT: f.pc = pc; s[sp - 1] = invert(m, s[sp - 1]!); continue;
          case Op.JUMP_FORWARD: pc = arg; continue;
          case Op.POP_JUMP_IF_FALSE: if (!m.branch(m.unbox_bool(s[--sp]!))) pc = arg; continue;
          case Op.POP_JUMP_IF_TRUE: if (m.branch(m.unbox_bool(s[--sp]!))) pc = arg; continue;
          case Op.POP_JUMP_IF_NONE: if (m.branch(m.ref_eq(s[--sp]!, m.ref(None)))) pc = arg; continue;
          case Op.POP_JUMP_IF_NOT_NONE: if (!m.branch(m.ref_eq(s[--sp]!, m.ref(None)))) pc = arg; continue;
          case Op.JUMP_BACKWARD:
            pc = arg;
            nf = m.backEdge(f, pc, sp);
            if (nf === null) continue;
            f = nf;
            if (f.thrown !== undefined) { const e = f.thrown; f.thrown = undefined; pc = f.pc + 1; throw e; }
            break;
          case Op.JUMP_BACKWARD_NO_INTERRUPT: pc = arg; continue;
          case Op.FOR_ITER: {
            f.pc = pc;
            const v = next(m, s[sp - 1]!, f, arg + 2, sp - 1);
            if (v === undefined) { sp--; pc = arg + 2; } else s[sp++] = v;
            continue;
          }
          case Op.GET_ITER:
            f.pc = pc;
            s[sp - 1] = getIter(m, s[sp - 1]!);
            nf = m.loopEntry(f, pc, sp);
            if (nf === null) continue;
            f = nf;
            if (f.thrown !== undefined) { const e = f.thrown; f.thrown = undefined; pc = f.pc + 1; throw e; }
            break;
          case Op.LOAD_GLOBAL:
            s[sp++] = loadGlobal(m, f, arg >> 1);
            if ((arg & 1) !== 0) s[sp++] = undefined as R;
            continue;
          case Op.STORE_GLOBAL: storeGlobal(m, f, f.globals, arg, s[sp - 1]!); sp--; continue;
          case Op.LOAD_NAME:
            f.pc = pc;
            s[sp] = f.locals === f.globals
              ? loadGlobal(m, f, arg)
              : m.escape('LOAD_NAME', E.loadName, f as never, m.ref(arg));
            sp++;
            continue;
          case Op.STORE_NAME:
            f.pc = pc;
            if (f.locals === f.globals) storeGlobal(m, f, f.globals, arg, s[sp - 1]!);
            else m.escape('STORE_NAME', E.storeName, f as never, m.ref(arg), s[sp - 1]!);
            sp--;
            continue;
          case Op.DELETE_NAME: m.escape('DELETE_NAME', E.deleteName, f as never, m.ref(arg)); continue;
          case Op.DELETE_GLOBAL: m.escape('DELETE_GLOBAL', E.deleteGlobal, f as never, m.ref(arg)); continue;
          case Op.LOAD_DEREF: {
            const v = m.cell_load(s[arg]!);
            if (!m.bound(v)) m.escape('LOAD_DEREF', E.unboundDeref, f as never, m.ref(arg));
            s[sp++] = v;
            continue;
          }
          case Op.STORE_DEREF: m.cell_store(s[arg]!, s[sp - 1]!); sp--; continue;
          case Op.DELETE_DEREF: m.escape('DELETE_DEREF', E.deleteDeref, f as never, m.ref(arg)); continue;
          case Op.MAKE_CELL: makeCell(m, s, arg); continue;
          case Op.COPY_FREE_VARS: copyFreeVars(m, f, arg); continue;
          case Op.LOAD_ATTR: {
            f.pc = pc;
            const obj = s[sp - 1]!;
            const method = (arg & 1) !== 0;
            const found = loadAttr(m, obj, code.names[arg >> 1]!, method, out, f.runtime.cacheAt(pc));
            if (found === Loaded.GETTER) {
              const getter = m.constant(out.value) as PyFunction;
              if (m.inlines(getter.code, f)) {
                nf = pushCall(m, f, getter, [obj], 0, 1, null);
                checkDepth(nf);
                f.sp = sp - 1;
                break;
              }
              out.value = m.call(RT.getAttr, obj, m.ref(code.names[arg >> 1]!));
            }
            s[sp - 1] = out.value;
            if (method) s[sp++] = found === Loaded.METHOD ? obj : undefined as R;
            continue;
          }
          case Op.STORE_ATTR:
            f.pc = pc;
            storeAttr(m, s[sp - 1]!, code.names[arg]!, s[sp - 2]!, f.runtime.cacheAt(pc)); sp -= 2; continue;
          case Op.DELETE_ATTR: f.pc = pc; m.call(RT.delAttr, s[sp - 1]!, m.ref(code.names[arg]!)); sp--; continue;
          case Op.BINARY_SUBSCR: { f.pc = pc; const r = getItem(m, s[sp - 2]!, s[sp - 1]!); s[--sp - 1] = r; continue; }
          case Op.STORE_SUBSCR: f.pc = pc; setItem(m, s[sp - 2]!, s[sp - 1]!, s[sp - 3]!); sp -= 3; continue;
          case Op.DELETE_SUBSCR: f.pc = pc; m.call(RT.delItem, s[sp - 2]!, s[sp - 1]!); sp -= 2; continue;
          case Op.BINARY_SLICE: {
            f.pc = pc;
            const r = getSlice(m, s[sp - 3]!, s[sp - 2]!, s[sp - 1]!);
            sp -= 2; s[sp - 1] = r; continue;
          }
          case Op.STORE_SLICE:
            f.pc = pc;
            setSlice(m, s[sp - 3]!, s[sp - 2]!, s[sp - 1]!, s[sp - 4]!); sp -= 4; continue;
          case Op.CALL:
            f.pc = pc;
            nf = call(m, f, sp - arg - 2, arg, null);
            sp -= arg + 1;
            if (nf === null) continue;
            checkDepth(nf);
            f.sp = sp - 1;
            break;
          case Op.CALL_KW: {
            f.pc = pc;
            const names = (m.constant(s[sp - 1]!) as PyTuple).items as readonly string[];
            nf = call(m, f, sp - arg - 3, arg, names);
            sp -= arg + 2;
            if (nf === null) continue;
            checkDepth(nf);
            f.sp = sp - 1;
            break;
          }
          case Op.CALL_FUNCTION_EX: {
            f.pc = pc;
            const at = sp - 3 - (arg & 1);
            const r = m.call(RT.callEx, s[at]!, s[at + 2]!, (arg & 1) !== 0 ? s[at + 3]! : undefined);
            s[at] = r;
            sp = at + 1;
            continue;
          }
          case Op.RETURN_CONST: s[sp++] = m.ref(f.runtime.consts[arg]!);
          // falls through
          case Op.RETURN_VALUE: {
            const value = s[sp - 1]!;
            if (f.onReturn === OnReturn.INIT && !checkInit(m, value)) m.escape('__init__', E.initReturned, value);
            const refused = f.onReturn === OnReturn.OPERATOR && isNotImplemented(m, value);
            m.leave(f);
            const parent = f.parent;
            if (f.onReturn === OnReturn.EXIT) { state.frame = parent as Frame<any> | null; f.sp = -1; return value; }
            let result: R = f.onReturn === OnReturn.INIT ? f.instance! : value;
            const operands = f.onReturn === OnReturn.OPERATOR ? 2 : 0;
            f = parent!;
            if (refused) {
              pc = f.pc;
              state.frame = f as Frame<any>;
              result = m.escape(
                'NotImplemented', finishOperator, m.ref(f.runtime.words[pc - 1]! >> 8), f.s[f.sp - 2], f.s[f.sp - 1],
              );
            }
            f.sp -= operands;
            f.s[f.sp++] = result;
            nf = f;
            break;
          }
          case Op.BUILD_LIST: {
            const r = m.callArray(RT.buildList, s.slice(sp - arg, sp));
            sp -= arg; s[sp++] = r; continue;
          }
          case Op.BUILD_TUPLE: { const r = buildTuple(m, s.slice(sp - arg, sp)); sp -= arg; s[sp++] = r; continue; }
          case Op.BUILD_MAP: {
            f.pc = pc;
            const r = m.callArray(RT.buildDict, s.slice(sp - 2 * arg, sp));
            sp -= 2 * arg; s[sp++] = r; continue;
          }
          case Op.BUILD_CONST_KEY_MAP: {
            const r = m.callArray(RT.buildConstKeyMap, s.slice(sp - arg - 1, sp));
            sp -= arg + 1; s[sp++] = r; continue;
          }
          case Op.BUILD_SET: {
            f.pc = pc;
            const r = m.callArray(RT.buildSet, s.slice(sp - arg, sp));
            sp -= arg; s[sp++] = r; continue;
          }
          case Op.BUILD_STRING: {
            const r = m.callArray(RT.buildString, s.slice(sp - arg, sp));
            sp -= arg; s[sp++] = r; continue;
          }
          case Op.BUILD_SLICE: {
            const r = m.call(RT.buildSlice, s[sp - arg]!, s[sp - arg + 1]!, arg === 3 ? s[sp - 1]! : undefined);
            sp -= arg; s[sp++] = r; continue;
          }
          case Op.LIST_APPEND: appendItem(m, s[sp - 1 - arg]!, s[sp - 1]!); sp--; continue;
          case Op.LIST_EXTEND: f.pc = pc; m.call(RT.listExtend, s[sp - 1 - arg]!, s[sp - 1]!); sp--; continue;
          case Op.SET_ADD: f.pc = pc; m.call(RT.setAdd, s[sp - 1 - arg]!, s[sp - 1]!); sp--; continue;
          case Op.SET_UPDATE: f.pc = pc; m.call(RT.setUpdate, s[sp - 1 - arg]!, s[sp - 1]!); sp--; continue;
          case Op.MAP_ADD: f.pc = pc; m.call(RT.mapAdd, s[sp - 2 - arg]!, s[sp - 2]!, s[sp - 1]!); sp -= 2; continue;
          case Op.DICT_UPDATE: f.pc = pc; m.call(RT.dictUpdate, s[sp - 1 - arg]!, s[sp - 1]!); sp--; continue;
          case Op.DICT_MERGE:
            f.pc = pc;
            m.call(RT.dictMerge, s[sp - 1 - arg]!, s[sp - 1]!, s[sp - 4 - arg]!); sp--; continue;
          case Op.UNPACK_SEQUENCE: {
            f.pc = pc;
            const values = unpack(m, s[sp - 1]!, arg);
            sp--;
            for (let i = arg - 1; i >= 0; i--) s[sp++] = values[i]!;
            continue;
          }
          case Op.UNPACK_EX: {
            f.pc = pc;
            const all = m.call(RT.unpackEx, s[sp - 1]!, m.ref(arg));
            sp--;
            for (let i = (arg & 0xff) + (arg >> 8); i >= 0; i--) s[sp++] = m.tuple_item(all, m.int(i));
            continue;
          }
          case Op.FORMAT_SIMPLE: f.pc = pc; s[sp - 1] = m.call(RT.formatSimple, s[sp - 1]!); continue;
          case Op.FORMAT_WITH_SPEC: {
            f.pc = pc;
            const r = m.call(RT.format, s[sp - 2]!, s[sp - 1]!); s[--sp - 1] = r; continue; }
          case Op.CONVERT_VALUE: f.pc = pc; s[sp - 1] = m.call(RT.convert, s[sp - 1]!, m.ref(arg)); continue;
          case Op.MAKE_FUNCTION:
            s[sp - 1] = m.call(RT.makeFunction, s[sp - 1] as R & PyCode, m.ref(f.globals)); continue;
          case Op.SET_FUNCTION_ATTRIBUTE: {
            const r = m.call(RT.setFunctionAttribute, s[sp - 1]!, s[sp - 2]!, m.ref(arg));
            s[--sp - 1] = r; continue;
          }
          case Op.GET_LEN: f.pc = pc; s[sp] = m.call(RT.length, s[sp - 1]!); sp++; continue;
          case Op.LOAD_LOCALS: s[sp++] = m.ref(f.locals!); continue;
          case Op.LOAD_BUILD_CLASS: s[sp++] = m.escape('LOAD_BUILD_CLASS', E.buildClass, f as never); continue;
          case Op.LOAD_ASSERTION_ERROR: s[sp++] = m.ref(E.assertionError()); continue;
          case Op.SETUP_ANNOTATIONS: m.escape('SETUP_ANNOTATIONS', E.setupAnnotations, f as never); continue;
          case Op.LOAD_FROM_DICT_OR_GLOBALS:
            s[sp - 1] = m.escape(
              'LOAD_FROM_DICT_OR_GLOBALS', E.loadFromDictOrGlobals, f as never, m.ref(arg), s[sp - 1]!,
            );
            continue;
          case Op.LOAD_FROM_DICT_OR_DEREF:
            s[sp - 1] = m.escape('LOAD_FROM_DICT_OR_DEREF', E.loadFromDictOrDeref, f as never, m.ref(arg), s[sp - 1]!);
            continue;
          case Op.LOAD_SUPER_ATTR: {
            f.pc = pc;
            const name = code.names[arg >> 2]!;
            const self = s[sp - 1]!;
            const isSuper = m.constant(s[sp - 3]!) === superType;
            const method = isSuper && (arg & 1) !== 0 && loadSuperMethod(m, s[sp - 2]!, self, name, out);
            const r = method ? out.value : isSuper ? m.call(RT.superAttr, s[sp - 2]!, self, m.ref(name))
              : m.escape(
                'LOAD_SUPER_ATTR', E.superAttr, s[sp - 3]!, s[sp - 2]!, self, m.ref(name), m.ref((arg & 2) !== 0),
              );
            sp -= 3;
            s[sp++] = r;
            if ((arg & 1) !== 0) s[sp++] = method ? self : undefined as R;
            continue;
          }
          case Op.CALL_INTRINSIC_1:
            f.pc = pc;
            s[sp - 1] = m.escape('CALL_INTRINSIC_1', intrinsic1, f as never, m.ref(arg), s[sp - 1]!); continue;
          case Op.CALL_INTRINSIC_2: {
            const r = m.escape('CALL_INTRINSIC_2', intrinsic2, f as never, m.ref(arg), s[sp - 2]!, s[sp - 1]!);
            s[--sp - 1] = r; continue;
          }
          case Op.IMPORT_NAME: {
            f.pc = pc;
            const r = m.escape('IMPORT_NAME', E.importName, f as never, m.ref(arg), s[sp - 1]!, s[sp - 2]!);
            s[--sp - 1] = r; continue;
          }
          case Op.IMPORT_FROM:
            f.pc = pc;
            s[sp] = m.escape('IMPORT_FROM', E.importFrom, s[sp - 1]!, m.ref(code.names[arg]!)); sp++; continue;
          case Op.BEFORE_WITH: {
            f.pc = pc;
            const enter = m.escape('BEFORE_WITH', E.lookupEnter, s[sp - 1]!);
            const exit = m.escape('BEFORE_WITH', E.lookupExit, s[sp - 1]!);
            const r = m.callArray(RT.call, [enter]);
            s[sp - 1] = exit;
            s[sp++] = r;
            continue;
          }
          case Op.WITH_EXCEPT_START:
            f.pc = pc;
            s[sp] = m.escape('WITH_EXCEPT_START', E.withExceptStart, s[sp - 4]!, s[sp - 1]!); sp++; continue;
          case Op.PUSH_EXC_INFO: {
            const exc = s[sp - 1]!;
            s[sp - 1] = m.escape('PUSH_EXC_INFO', E.pushExcInfo, exc); s[sp++] = exc;
            continue;
          }
          case Op.POP_EXCEPT: m.escape('POP_EXCEPT', E.popExcept, s[sp - 1]!); sp--; continue;
          case Op.CHECK_EXC_MATCH:
            f.pc = pc;
            s[sp - 1] = m.escape('CHECK_EXC_MATCH', E.checkExcMatch, s[sp - 2]!, s[sp - 1]!); continue;
          case Op.CHECK_EG_MATCH: {
            const r = m.escape('CHECK_EG_MATCH', E.checkEgMatch, s[sp - 2]!, s[sp - 1]!);
            s[sp - 2] = m.tuple_item(r, m.int(0)); s[sp - 1] = m.tuple_item(r, m.int(1)); continue;
          }
          case Op.RAISE_VARARGS:
            m.escape(
              'RAISE_VARARGS', E.raiseVarargs, arg === 0 ? undefined : s[sp - arg]!, arg === 2 ? s[sp - 1]! : undefined,
            );
            continue;
          case Op.RERAISE:
            m.escape('RERAISE', E.reraise, f as never, s[sp - 1]!, arg > 0 ? s[sp - 1 - arg]! : undefined); continue;
          case Op.RETURN_GENERATOR: {
            const gen = m.escape('RETURN_GENERATOR', E.makeGenerator, f as never);
            f.pc = pc;
            f.sp = sp;
            const parent = f.parent!;
            f.parent = null;
            if (f.onReturn === OnReturn.EXIT) { state.frame = parent as Frame<any> | null; return gen; }
            f.onReturn = OnReturn.EXIT;
            parent.s[parent.sp++] = gen;
            f = parent;
            nf = f;
            break;
          }
          case Op.YIELD_VALUE: {
            m.opaque('GENERATOR');
            f.pc = pc;
            f.sp = sp - 1;
            state.frame = f.parent as Frame<any> | null;
            return s[sp - 1]!;
          }
          case Op.SEND: {
            f.pc = pc;
            const r = m.escape('SEND', E.send, s[sp - 2]!, s[sp - 1]!) as unknown as { done: boolean; value: R };
            s[sp - 1] = r.value;
            if (r.done) pc = arg;
            continue;
          }
          case Op.END_SEND: s[sp - 2] = s[sp - 1]!; sp--; continue;
          case Op.GET_YIELD_FROM_ITER:
            f.pc = pc;
            s[sp - 1] = m.escape('GET_YIELD_FROM_ITER', E.yieldFromIter, s[sp - 1]!); continue;
          case Op.CLEANUP_THROW: {
            const value = m.escape('CLEANUP_THROW', E.cleanupThrow, s[sp - 1]!);
            sp--;
            s[sp - 2] = m.ref(None);
            s[sp - 1] = value;
            continue;
          }
          case Op.MATCH_MAPPING:
            f.pc = pc;
            s[sp] = m.escape('MATCH_MAPPING', E.matchMapping, s[sp - 1]!); sp++; continue;
          case Op.MATCH_SEQUENCE: s[sp] = m.escape('MATCH_SEQUENCE', E.matchSequence, s[sp - 1]!); sp++; continue;
          case Op.MATCH_KEYS:
            f.pc = pc;
            s[sp] = m.escape('MATCH_KEYS', E.matchKeys, s[sp - 2]!, s[sp - 1]!); sp++; continue;
          case Op.MATCH_CLASS: {
            f.pc = pc;
            const r = m.escape('MATCH_CLASS', E.matchClass, s[sp - 3]!, s[sp - 2]!, s[sp - 1]!, m.ref(arg));
            sp -= 2; s[sp - 1] = r; continue;
          }
          default: m.escape('unknown', E.unsupported, f as never, m.ref(op)); continue;
        }
        // A call, a return or a back edge into other code: `nf` runs next.
        if (nf.parent === f) f.pc = pc;
        f = nf;
        code = f.code;
        words = f.runtime.words;
        s = f.s;
        sp = f.sp;
        pc = f.pc;
        state.frame = f as Frame<any>;
      }
    } catch (e) {
      f = m.unwind(f, pc - 1, e, sp);
      code = f.code;
      words = f.runtime.words;
      s = f.s;
      sp = f.sp;
      pc = f.pc;
      state.frame = f as Frame<any>;
    }
  }
}
