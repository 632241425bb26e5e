/** From a code object to a JavaScript function, kept; and what listeners are told of it. */
import { CO_ASYNC_GENERATOR, CO_COROUTINE, type CodeObject } from '../bytecode/code.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import type { PyValue } from '../objects/core/object.ts';
import { type Form, type Written, writeFunction } from './function.ts';
import { SHARED } from './helpers.ts';
import { NotCompiled } from './writer.ts';

export type Js = (...args: any[]) => PyValue;

/** What the tier keeps of a code object. */
interface Kept {
  /** Code called with arguments; null while there is none, undefined where there will be none. */
  call: Js | null | undefined;
  calls: number;
  /** How often it was left because it looked at its frame. */
  left: number;
  /** Whether the code is left to the trace compiler; undecided at first. */
  traces: boolean | undefined;
  /** Code entered with a frame, by instruction. */
  readonly frames: Map<number, Js | null>;
}

/** What is told of code that was compiled, refused, or failed to compile. */
export type BaselineEvent =
  | {
      readonly kind: 'baseline';
      readonly code: CodeObject;
      /** Where it is entered with a frame; empty where it is called. */
      readonly entries: readonly number[];
      readonly source: string;
      readonly milliseconds: number;
    }
  | { readonly kind: 'refused'; readonly code: CodeObject; readonly why: string }
  | { readonly kind: 'fault'; readonly message: string }
  | { readonly kind: 'nocode'; readonly message: string };

/** Times code may be left because it looks at its frame before it stays in the interpreter. */
export const MAX_LEFT = 3;

/** Returns what is kept of a code object. */
export function keptOf(runtime: CodeRuntime): Kept {
  runtime.baseline ??= { call: null, calls: 0, left: 0, traces: undefined, frames: new Map() } satisfies Kept;
  return runtime.baseline as Kept;
}

export class BaselineCompiler {
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
