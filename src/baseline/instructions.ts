/** What is written for each instruction that is no jump: operators and access have files of their own. */
import { Op } from '../bytecode/opcodes.ts';
import { None } from '../objects/core/values.ts';
import {
  onlyModules,
  writeAttribute,
  writeCall,
  writeGlobal,
  writeStoreAttribute,
  writeStoreGlobal,
  writeSuperAttribute,
} from './access.ts';
import { writeBinary, writeCompare, writeUnary } from './operators.ts';
import { NotCompiled, type Writer } from './writer.ts';

type Write = (w: Writer, pc: number, arg: number, op: number) => void;

/** Writes one instruction. Throws NotCompiled. */
export function writeInstruction(w: Writer, pc: number): void {
  const op = w.code.ops[pc]!;
  const write = INSTRUCTIONS[op];
  if (write === undefined) throw new NotCompiled(`instruction ${op}`);
  write(w, pc, w.code.args[pc]!, op);
}

const nothing: Write = () => {};
const pop: Write = (w) => {
  w.pop();
};

/** Puts n operands into an array for a helper. */
const build =
  (what: string, count: (arg: number) => number): Write =>
  (w, pc, arg) =>
    w.generic(pc, count(arg), (xs) => `h.${what}([${xs.join(',')}])`);

/** Puts the value on top into a collection further down. */
const into =
  (what: string): Write =>
  (w, pc, arg) => {
    const v = w.popText();
    w.out += `${w.position(pc)}h.${what}(${w.peek(arg)},${v});`;
  };

/** Pushes what a helper finds about the values on top, which stay. */
const look =
  (what: string, n = 1): Write =>
  (w, pc) => {
    w.out += w.position(pc);
    w.pushText(`h.${what}(${Array.from({ length: n }, (_, i) => w.peek(n - i)).join(',')})`);
  };

/** Replaces n operands by what a helper makes of them. */
const replace =
  (what: string, n: number): Write =>
  (w, pc, arg) =>
    w.generic(pc, n, (xs) => `h.${what}(${xs.join(',')},${arg})`);

/** Hands n operands to a helper. */
const act =
  (n: number, text: (xs: string[]) => string): Write =>
  (w, pc) =>
    w.act(pc, n, text);

const unboundDeref: (w: Writer, pc: number, arg: number) => string = (w, pc, arg) =>
  `{${w.position(pc)}h.unboundDeref(k0,${arg});}`;

function unbound(w: Writer, pc: number, i: number): void {
  const name = w.constant(w.code.localsplusnames[i]!);
  w.out += `if(l${i}===undefined){${w.position(pc)}h.unboundLocal(${name});}`;
}

const INSTRUCTIONS: Partial<Record<number, Write>> = {
  /* ---- locals and the stack ---- */
  [Op.NOP]: nothing,
  [Op.RESUME]: nothing,
  [Op.END_FOR]: pop,
  [Op.POP_TOP]: pop,
  [Op.LOAD_FAST]: (w, _pc, arg) => w.push({ k: 'local', i: arg }),
  [Op.LOAD_FAST_LOAD_FAST]: (w, _pc, arg) => {
    w.push({ k: 'local', i: arg >> 4 });
    w.push({ k: 'local', i: arg & 15 });
  },
  [Op.LOAD_CONST]: (w, _pc, arg) => w.push({ k: 'const', value: w.runtime.consts[arg]! }),
  [Op.STORE_FAST]: (w, _pc, arg) => w.store(arg),
  [Op.STORE_FAST_LOAD_FAST]: (w, _pc, arg) => {
    w.store(arg >> 4);
    w.push({ k: 'local', i: arg & 15 });
  },
  [Op.STORE_FAST_STORE_FAST]: (w, _pc, arg) => {
    w.store(arg >> 4);
    w.store(arg & 15);
  },
  [Op.PUSH_NULL]: (w) => w.push({ k: 'null' }),
  [Op.LOAD_FAST_CHECK]: (w, pc, arg) => {
    unbound(w, pc, arg);
    w.push({ k: 'local', i: arg });
  },
  [Op.LOAD_FAST_AND_CLEAR]: (w, _pc, arg) => {
    w.pushText(w.localBoxed(arg));
    w.out += `l${arg}=undefined;`;
  },
  [Op.DELETE_FAST]: (w, pc, arg) => {
    unbound(w, pc, arg);
    w.saveLocal(arg);
    w.out += `l${arg}=undefined;`;
  },
  [Op.COPY]: (w, _pc, arg) => {
    const at = w.height - arg;
    if (w.stack[at]!.k === 'slot') w.settle(at);
    const e = w.stack[at]!;
    if (e.k === 'slot') w.pushText(`s${e.at}`);
    else w.push(e);
  },
  [Op.SWAP]: (w, _pc, arg) => {
    const [a, b] = [w.height - 1, w.height - arg];
    w.settle(a);
    w.settle(b);
    w.out += `x=s${a};s${a}=s${b};s${b}=x;`;
  },
  /* ---- operators ---- */
  [Op.BINARY_OP]: writeBinary,
  [Op.COMPARE_OP]: writeCompare,
  [Op.TO_BOOL]: (w, pc, _arg, op) => writeUnary(w, pc, op),
  [Op.UNARY_NEGATIVE]: (w, pc, _arg, op) => writeUnary(w, pc, op),
  [Op.UNARY_NOT]: (w) => w.pushText(`!${w.popText()}`),
  [Op.UNARY_INVERT]: (w, pc) => w.generic(pc, 1, ([x]) => `h.invert(${x})`),
  [Op.IS_OP]: (w, pc, arg) => w.generic(pc, 2, ([x, y]) => `${arg === 1 ? '!' : ''}h.same(${x},${y})`),
  [Op.CONTAINS_OP]: (w, pc, arg) => w.generic(pc, 2, ([x, y]) => `${arg === 1 ? '!' : ''}h.contains(${x},${y})`),
  [Op.BINARY_SUBSCR]: (w, pc) => {
    const [o, k] = w.take(2).map((e) => w.simple(e));
    w.out += w.position(pc);
    w.pushText(`G.getItem(${o},${k})`);
  },
  [Op.STORE_SUBSCR]: act(3, ([v, o, k]) => `G.setItem(${o},${k},${v})`),
  [Op.DELETE_SUBSCR]: act(2, ([o, k]) => `h.delItem(${o},${k})`),
  [Op.BINARY_SLICE]: (w, pc) => w.generic(pc, 3, ([o, a, b]) => `h.getSlice(${o},${a},${b})`),
  [Op.STORE_SLICE]: act(4, ([v, o, a, b]) => `h.setSlice(${o},${a},${b},${v})`),
  [Op.GET_ITER]: (w, pc) => w.generic(pc, 1, ([x]) => `h.iter(${x})`),
  [Op.GET_LEN]: look('length'),
  /* ---- names and attributes ---- */
  [Op.LOAD_GLOBAL]: (w, pc, arg) => {
    writeGlobal(w, pc, arg >> 1);
    if ((arg & 1) !== 0) w.push({ k: 'null' });
  },
  [Op.STORE_GLOBAL]: writeStoreGlobal,
  [Op.LOAD_NAME]: (w, pc, arg) => {
    onlyModules(w);
    writeGlobal(w, pc, arg);
  },
  [Op.STORE_NAME]: (w, pc, arg) => {
    onlyModules(w);
    writeStoreGlobal(w, pc, arg);
  },
  [Op.DELETE_NAME]: (w, pc, arg) => {
    onlyModules(w);
    w.out += `${w.position(pc)}h.deleteGlobal(k0,${arg});`;
  },
  [Op.DELETE_GLOBAL]: (w, pc, arg) => {
    w.out += `${w.position(pc)}h.deleteGlobal(k0,${arg});`;
  },
  [Op.LOAD_DEREF]: (w, pc, arg) => {
    w.pushText(`l${arg}.value`);
    w.out += `if(s${w.height - 1}===undefined)${unboundDeref(w, pc, arg)}`;
  },
  [Op.STORE_DEREF]: (w, _pc, arg) => {
    w.out += `l${arg}.value=${w.popText()};`;
  },
  [Op.DELETE_DEREF]: (w, pc, arg) => {
    w.out += `if(l${arg}.value===undefined)${unboundDeref(w, pc, arg)}l${arg}.value=undefined;`;
  },
  [Op.MAKE_CELL]: (w, _pc, arg) => {
    w.out += `l${arg}=h.cell(${w.localBoxed(arg)});`;
  },
  [Op.COPY_FREE_VARS]: (w, _pc, arg) => {
    for (let i = 0; i < arg; i++) w.out += `l${w.code.nlocals - arg + i}=f.closure[${i}];`;
  },
  [Op.LOAD_ATTR]: writeAttribute,
  [Op.STORE_ATTR]: writeStoreAttribute,
  [Op.DELETE_ATTR]: (w, pc, arg) => w.act(pc, 1, ([o]) => `h.delAttr(${o},${w.constant(w.code.names[arg]!)})`),
  [Op.LOAD_SUPER_ATTR]: writeSuperAttribute,
  [Op.IMPORT_NAME]: (w, pc, arg) => w.generic(pc, 2, ([level, from]) => `h.importName(k0,${arg},${from},${level})`),
  [Op.IMPORT_FROM]: (w, pc, arg) => {
    w.out += w.position(pc);
    w.pushText(`h.importFrom(${w.peek(1)},${w.constant(w.code.names[arg]!)})`);
  },
  /* ---- calls ---- */
  [Op.CALL]: (w, pc, arg, op) => writeCall(w, pc, op, arg),
  [Op.CALL_KW]: (w, pc, arg, op) => writeCall(w, pc, op, arg),
  [Op.CALL_FUNCTION_EX]: (w, pc, arg, op) => writeCall(w, pc, op, arg),
  [Op.CALL_INTRINSIC_1]: (w, pc, arg) => w.generic(pc, 1, ([x]) => `h.intrinsic1(k0,${arg},${x})`),
  [Op.CALL_INTRINSIC_2]: (w, pc, arg) => w.generic(pc, 2, ([x, y]) => `h.intrinsic2(k0,${arg},${x},${y})`),
  [Op.LOAD_ASSERTION_ERROR]: (w) => w.pushText('h.assertionError()'),
  [Op.LOAD_BUILD_CLASS]: (w, pc) => w.generic(pc, 0, () => 'h.buildClass(k0)'),
  [Op.MAKE_FUNCTION]: (w, pc) => w.generic(pc, 1, ([c]) => `h.makeFunction(${c},k0.globals)`),
  [Op.SET_FUNCTION_ATTRIBUTE]: (w, pc, arg) =>
    w.generic(pc, 2, ([v, fn]) => `h.setFunctionAttribute(${fn},${v},${arg})`),
  /* ---- collections ---- */
  [Op.BUILD_LIST]: build('list', (n) => n),
  [Op.BUILD_TUPLE]: (w, pc, arg) =>
    w.generic(pc, arg, (xs) => (arg > 0 ? `new PyTuple([${xs.join(',')}])` : 'h.tuple([])')),
  [Op.BUILD_SET]: build('set', (n) => n),
  [Op.BUILD_STRING]: build('string', (n) => n),
  [Op.BUILD_MAP]: build('dict', (n) => 2 * n),
  [Op.BUILD_CONST_KEY_MAP]: build('constKeyMap', (n) => n + 1),
  [Op.BUILD_SLICE]: (w, pc, arg) => w.generic(pc, arg, (xs) => `h.slice(${xs.join(',')})`),
  [Op.LIST_APPEND]: into('listAppend'),
  [Op.LIST_EXTEND]: into('listExtend'),
  [Op.SET_ADD]: into('setAdd'),
  [Op.SET_UPDATE]: into('setUpdate'),
  [Op.DICT_UPDATE]: into('dictUpdate'),
  [Op.MAP_ADD]: (w, pc, arg) => {
    const [k, v] = w.take(2).map((e) => w.text(e));
    w.out += `${w.position(pc)}h.mapAdd(${w.peek(arg)},${k},${v});`;
  },
  [Op.DICT_MERGE]: (w, pc, arg) => {
    const m = w.popText();
    w.out += `${w.position(pc)}h.dictMerge(${w.peek(arg)},${m},${w.peek(arg + 3)});`;
  },
  [Op.UNPACK_SEQUENCE]: (w, pc, arg) => {
    const x = w.popText();
    w.out += `${w.position(pc)}x=h.unpack(${x},${arg});`;
    for (let i = arg - 1; i >= 0; i--) w.pushText(`x[${i}]`);
  },
  [Op.UNPACK_EX]: (w, pc, arg) => {
    const x = w.popText();
    w.out += `${w.position(pc)}x=h.unpackEx(${x},${arg});`;
    for (let i = (arg & 0xff) + (arg >> 8); i >= 0; i--) w.pushText(`x[${i}]`);
  },
  [Op.FORMAT_SIMPLE]: (w, pc) => w.generic(pc, 1, ([x]) => `h.formatSimple(${x})`),
  [Op.FORMAT_WITH_SPEC]: (w, pc) => w.generic(pc, 2, ([x, y]) => `h.format(${x},${y})`),
  [Op.CONVERT_VALUE]: replace('convert', 1),
  /* ---- exceptions ---- */
  [Op.BEFORE_WITH]: (w, pc) => {
    const mgr = w.popText();
    const at = w.height;
    w.out += `${w.position(pc)}x=h.enterWith(${mgr});${w.slot(at)}=h.exit;${w.slot(at + 1)}=x;`;
    w.pushSlot();
    w.pushSlot();
  },
  [Op.WITH_EXCEPT_START]: (w, pc) => {
    w.out += w.position(pc);
    w.pushText(`h.withExceptStart(${w.peek(4)},${w.peek(1)})`);
  },
  [Op.PUSH_EXC_INFO]: (w) => {
    w.out += `x=${w.popText()};`;
    w.pushText('h.pushExcInfo(x)');
    w.pushText('x');
  },
  [Op.POP_EXCEPT]: (w) => {
    w.out += `h.popExcept(${w.popText()});`;
  },
  [Op.CHECK_EXC_MATCH]: (w, pc) => {
    const type = w.popText();
    w.out += w.position(pc);
    w.pushText(`h.checkExcMatch(${w.peek(1)},${type})`);
  },
  [Op.CHECK_EG_MATCH]: (w, pc) => {
    const type = w.popText();
    const group = w.popText();
    w.out += `${w.position(pc)}x=h.checkEgMatch(${group},${type}).items;`;
    w.pushText('x[0]');
    w.pushText('x[1]');
  },
  [Op.RAISE_VARARGS]: (w, pc, arg) => {
    const cause = arg === 2 ? w.popText() : 'undefined';
    const exc = arg > 0 ? w.popText() : 'undefined';
    w.out += `${w.position(pc)}h.raise(${exc},${cause});break T;`;
  },
  [Op.RERAISE]: (w, pc, arg) => {
    const exc = w.popText();
    w.out += `${w.position(pc)}h.reraise(${exc},${arg > 0 ? w.peek(arg) : 0});break T;`;
  },
  /* ---- generators ---- */
  [Op.END_SEND]: (w) => {
    const v = w.pop();
    w.pop();
    w.pushText(w.text(v));
  },
  [Op.GET_YIELD_FROM_ITER]: (w, pc) => w.generic(pc, 1, ([x]) => `h.yieldFromIter(${x})`),
  [Op.CLEANUP_THROW]: (w, pc) => {
    w.out += `${w.position(pc)}x=h.cleanupThrow(${w.popText()});`;
    w.take(2);
    w.push({ k: 'const', value: None });
    w.pushText('x');
  },
  /* ---- patterns ---- */
  [Op.MATCH_MAPPING]: look('matchMapping'),
  [Op.MATCH_SEQUENCE]: look('matchSequence'),
  [Op.MATCH_KEYS]: look('matchKeys', 2),
  [Op.MATCH_CLASS]: replace('matchClass', 3),
};
