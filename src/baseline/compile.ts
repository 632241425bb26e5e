/** From a code object to a JavaScript function, kept; and what listeners are told of it. */
import { CO_ASYNC_GENERATOR, CO_COROUTINE, type CodeObject } from '../bytecode/code.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import { type Written, writeFunction } from './function.ts';
import { SHARED } from './helpers.ts';
import { type BaselineEvent, type Form, type Js, keptOf, MAX_LEFT } from './kept.ts';
import { NotCompiled } from './writer.ts';

/** Makes a compiler that tells of what it does. */
export function makeCompiler(tell: (e: BaselineEvent) => void): BaselineCompiler {
  return new BaselineCompiler(tell);
}

class BaselineCompiler {
  /** Whether the host forbids code generation. */
  private forbidden = false;

  constructor(private readonly tell: (e: BaselineEvent) => void) {}

  /** Compiles code; null where it stays in the interpreter. */
  compile(runtime: CodeRuntime, form: Form): Js | null {
    const { code } = runtime;
    if (this.forbidden || (code.flags & (CO_COROUTINE | CO_ASYNC_GENERATOR)) !== 0) return null;
    if (keptOf(runtime).left >= MAX_LEFT) return null;
    const started = performance.now();
    try {
      const [js, source] = generate(code, writeFunction(runtime, form));
      const entries = form.kind === 'frame' ? form.entries : [];
      this.tell({ kind: 'baseline', code, entries, source, milliseconds: performance.now() - started });
      return js;
    } catch (e) {
      if (e instanceof NotCompiled) this.tell({ kind: 'refused', code, why: e.why });
      else if (e instanceof EvalError) {
        this.forbidden = true;
        this.tell({ kind: 'nocode', message: e.message });
      } else this.tell({ kind: 'fault', message: String(e) });
      return null;
    }
  }
}

/** Makes the function of a text. Throws EvalError where the host forbids it. */
function generate(code: CodeObject, written: Written): [Js, string] {
  const names = Object.keys(SHARED).filter((name) => new RegExp(`\\b${name}\\b`).test(written.text));
  const constants = written.constants.map((_, i) => `k${i}=K[${i}]`);
  const label = /^[A-Za-z_]\w*$/.test(code.name) ? code.name : 'code';
  const given = `"use strict";const{${names.join(',')}}=S;const ${constants.join(',')};`;
  const source = `${given}return function py$${label}${written.text};`;
  return [new Function('S', 'K', 'J', source)(SHARED, written.constants, written) as Js, source];
}
