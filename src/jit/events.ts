/** The event stream of the compiler: dumps and statistics listen, nothing in the VM prints. */
import type { CodeObject } from '../bytecode/code.ts';
import type { BaselineEvent } from '../baseline/kept.ts';
import type { Exit, Ins, Trace, Tree } from '../ir/trace.ts';
import type { AbortReason } from '../tracer/aborts.ts';

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly name: string;
}

/** Describes an instruction for messages. */
export function placeOf(code: CodeObject, pc: number): Place {
  return { file: code.filename, line: code.lineOf(pc), name: code.qualname };
}

export type JitEvent =
  /** Of the baseline tier; faults and `nocode` are of both. */
  | BaselineEvent
  | { readonly kind: 'start'; readonly place: Place; readonly parent: Exit | null; readonly tree: Tree | null }
  | {
      readonly kind: 'stop';
      readonly tree: Tree;
      readonly trace: Trace;
      readonly raw: readonly Ins[];
      readonly place: Place;
    }
  | {
      readonly kind: 'abort';
      readonly place: Place;
      readonly at: Place;
      readonly reason: AbortReason;
      readonly detail: string;
      readonly attempts: number;
      readonly parent: Exit | null;
      readonly tree: Tree | null;
    }
  | { readonly kind: 'blacklist'; readonly place: Place; readonly reason: AbortReason }
  | { readonly kind: 'generated'; readonly tree: Tree; readonly milliseconds: number }
  | { readonly kind: 'flush'; readonly tree: Tree }
  | { readonly kind: 'nocode'; readonly message: string }
  /** The compiler failed to generate code. */
  | { readonly kind: 'fault'; readonly message: string };

export type Listener = (e: JitEvent) => void;

export class Events {
  private readonly listeners: Listener[] = [];
  /** Adds a listener. */
  listen(l: Listener): void {
    this.listeners.push(l);
  }
  /** Tells all listeners. */
  emit(e: JitEvent): void {
    for (const l of this.listeners) l(e);
  }
}
