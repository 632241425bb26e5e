/** Names, attributes and calls, each with an inline cache of its site. */
import { Op } from '../bytecode/opcodes.ts';
import { StoreSite, LoadSite, GlobalSite, GlobalStoreSite } from './sites.ts';
import { NotCompiled, type Writer } from './writer.ts';

/** Writes LOAD_GLOBAL, and LOAD_NAME of a module. */
export function writeGlobal(w: Writer, pc: number, i: number): void {
  const cache = w.constant(new GlobalSite(w.runtime, i));
  const at = w.slot(w.height);
  w.out += `${at}=${cache}.value;if(${at}===undefined){${w.position(pc)}${at}=${cache}.load();}`;
  w.pushSlot();
}

/** Writes STORE_GLOBAL, and STORE_NAME of a module. */
export function writeStoreGlobal(w: Writer, pc: number, i: number): void {
  const cache = w.constant(new GlobalStoreSite(w.runtime, i));
  w.act(pc, 1, ([v]) => `${cache}.store(${v})`);
}

/** Refuses code whose names are looked up in a mapping. */
export function onlyModules(w: Writer): void {
  if (!w.framed || w.code.nlocals > 0) throw new NotCompiled('names of a class body');
}

/** Writes LOAD_ATTR. */
export function writeAttribute(w: Writer, pc: number, arg: number): void {
  const o = w.simple(w.pop());
  const at = w.height;
  const cache = w.constant(new LoadSite(w.code.names[arg >> 1]!));
  if ((arg & 1) === 0) {
    w.out +=
      `t0=${o};if(t0.shape===${cache}.shape)${w.slot(at)}=t0.slots[${cache}.index];` +
      `else if(t0.shape===${cache}.floatShape){f${at}=t0.floats[${cache}.index];s${at}=null;}` +
      `else{${w.position(pc)}s${at}=${cache}.load(t0,d);if(s${at}===R)break T;}`;
    w.pushSlot(true);
    return;
  }
  w.out +=
    `t0=${o};if(t0.shape===${cache}.shape){${w.slot(at + 1)}=t0;${w.slot(at)}=${cache}.value;}` +
    `else{${w.position(pc)}s${at}=${cache}.method(t0);s${at + 1}=${cache}.self;}`;
  w.pushSlot();
  w.pushSlot();
}

/** Writes STORE_ATTR. */
export function writeStoreAttribute(w: Writer, pc: number, arg: number): void {
  const o = w.simple(w.pop());
  const v = w.simple(w.pop());
  const cache = w.constant(new StoreSite(w.code.names[arg]!));
  w.out +=
    `t0=${o};if(t0.shape===${cache}.shape)t0.slots[${cache}.index]=${v};` +
    `else{${w.position(pc)}${cache}.store(t0,${v});}`;
}

/** Writes LOAD_SUPER_ATTR. */
export function writeSuperAttribute(w: Writer, pc: number, arg: number): void {
  const [sup, cls, self] = w.take(3).map((e) => w.simple(e));
  const at = w.height;
  const name = w.constant(w.code.names[arg >> 2]!);
  w.out += `${w.position(pc)}x=h.superAttr(${sup},${cls},${self},${name},${arg & 3});`;
  if ((arg & 1) !== 0) w.out += `${w.slot(at + 1)}=h.bound?${self}:undefined;`;
  w.pushText('x');
  if ((arg & 1) !== 0) w.pushSlot();
}

/** Writes CALL, CALL_KW and CALL_FUNCTION_EX. */
export function writeCall(w: Writer, pc: number, op: number, arg: number): void {
  if (op === Op.CALL) writePositional(w, pc, arg);
  else if (op === Op.CALL_KW) {
    const names = w.pop();
    if (names.k !== 'const') throw new NotCompiled('keywords that are no constant');
    const args = w.take(arg).map((a) => w.text(a));
    const [callee, self] = w.take(2).map((e) => w.text(e));
    w.result(pc, `h.callKw(d,${callee},${self},[${args.join(',')}],${w.constant(names.value)})`);
  } else {
    const kw = (arg & 1) !== 0 ? w.popText() : 'undefined';
    const args = w.popText();
    w.pop();
    w.result(pc, `h.callEx(d,${w.popText()},${args},${kw})`);
  }
}

/** Calls with positional arguments: a function that is compiled directly, so that V8 may take it in. */
function writePositional(w: Writer, pc: number, n: number): void {
  const args = w.take(n).map((a) => w.simple(a));
  const called = w.take(2);
  const [callee, self] = called.map((e) => (e.k === 'null' ? undefined : w.simple(e)));
  const list = args.map((a) => `,${a}`).join('');
  const call = (more: string, k: number): string => {
    const any =
      k <= 4 ? `h.call${k}(d,${callee}${more}${list})` : `h.callMany(d,${callee},[${`${more}${list}`.slice(1)}])`;
    // A literal is no function, and `2.arity` no JavaScript.
    return called[0]!.k === 'const' ? any : `${callee}.arity===${k}?${callee}.js(d+1,${callee}${more}${list}):${any}`;
  };
  if (self === undefined) w.result(pc, call('', n));
  else w.result(pc, `${self}!==undefined?(${call(`,${self}`, n + 1)}):(${call('', n)})`);
}
