/** Frames as Python sees them: `tb.tb_frame`, `sys._getframe()`, `gen.gi_frame`. */
import { PyObj, type PyValue } from '../objects/core/object.ts';
import { None, PyCell, codeObject, frameType, native } from '../objects/core/values.ts';
import { PyDict } from '../objects/core/dict.ts';
import { defGetSet, defMethods } from '../objects/core/builtin.ts';
import { instructionOffset } from '../bytecode/encoding.ts';
import { raise } from '../objects/core/exceptions.ts';
import { addressOf } from '../objects/core/identity.ts';
import { strRepr } from '../text/repr.ts';
import { FAST_CELL, FAST_FREE, FAST_HIDDEN } from '../bytecode/code.ts';
import type { Frame } from './frame.ts';
import { callerOf } from './shadow.ts';
import { state } from './state.ts';

export class PyFrameObject extends PyObj {
  constructor(readonly frame: Frame<PyValue>) {
    super();
  }
}
native(PyFrameObject, frameType);

/** Returns the Python object of a frame, the same each time. */
export function frameObject(f: Frame<PyValue>): PyFrameObject {
  return (f.object ??= new PyFrameObject(f)) as PyFrameObject;
}

/** Returns the variables of a frame as a dict: the namespace itself outside functions, else a copy. */
export function localsOf(f: Frame<PyValue>): PyValue {
  if (f.locals !== null) return f.locals;
  const d = new PyDict();
  f.code.localsplusnames.forEach((name, i) => {
    const kind = f.code.localspluskinds[i]!;
    if ((kind & FAST_HIDDEN) !== 0) return;
    let v: PyValue | undefined = f.s[i];
    if ((kind & (FAST_CELL | FAST_FREE)) !== 0 && v instanceof PyCell) v = v.value;
    if (v !== undefined) d.set(name, v);
  });
  return d;
}

defGetSet(frameType, {
  f_back: (self: PyFrameObject) => {
    // A suspended generator has no caller.
    const back = self.frame.generator?.running === false ? null : callerOf(self.frame);
    return back === null ? None : frameObject(back);
  },
  f_builtins: (self: PyFrameObject) => self.frame.builtins,
  f_code: (self: PyFrameObject) => codeObject(self.frame.code),
  f_globals: (self: PyFrameObject) => self.frame.globals,
  f_lasti: (self: PyFrameObject) => (self.frame.pc === 0 ? -1 : instructionOffset(self.frame.code, self.frame.pc - 1)),
  f_lineno: (self: PyFrameObject) => self.frame.code.lineOf(Math.max(0, self.frame.pc - 1)),
  f_locals: (self: PyFrameObject) => localsOf(self.frame),
});

defMethods(frameType, {
  '__repr__()': (self: PyFrameObject) => {
    const { code, pc } = self.frame;
    const line = code.lineOf(Math.max(0, pc - 1));
    return `<frame at ${addressOf(self)}, file ${strRepr(code.filename)}, line ${line}, code ${code.name}>`;
  },
  'clear()': ({ frame }: PyFrameObject) => {
    for (let f = state.frame; f !== null; f = f.parent ?? f.caller)
      if (f === frame) raise('RuntimeError', 'cannot clear an executing frame');
    if (frame.locals === null)
      for (let i = 0; i < frame.code.localsplusnames.length; i++) (frame.s as (PyValue | undefined)[])[i] = undefined;
    return None;
  },
});
