/** How recordings end, as the compiler and messages see it. */
import type { CodeObject } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import type { Place } from './events.ts';
import type { PathEnd } from '../opt/optimise.ts';
import type { AbortReason } from '../tracer/aborts.ts';
import type { Recorded } from '../tracer/record.ts';

/** Returns why a recording made no trace. */
export function reasonOf(r: Recorded): { reason: AbortReason; detail: string } {
  const o = r.outcome;
  return o.kind === 'abort' ? o : { reason: o.kind === 'raise' ? 'EXCEPTION' : 'EXHAUSTED', detail: '' };
}

/** Tells whether a recording ended at a return from the function of its loop. */
export function returns(r: Recorded): boolean {
  const op = r.at.code.ops[r.at.pc];
  return op === Op.RETURN_VALUE || op === Op.RETURN_CONST;
}

/** Returns how a recorded path ended; null where it failed. */
function pathEnd(r: Recorded): PathEnd | null {
  const o = r.outcome;
  switch (o.kind) {
    case 'closed':
      return { kind: 'closed' };
    case 'link':
    case 'stop':
      return { kind: o.kind, frames: o.frames };
    default:
      return null;
  }
}

/** Returns how a recorded path ended, one that stops at a return as one that returns; null where it failed. */
export function endOf(r: Recorded): PathEnd | null {
  const o = r.outcome;
  if (o.kind !== 'stop' || !returns(r)) return pathEnd(r);
  if (r.at.code.ops[r.at.pc] === Op.RETURN_CONST)
    return {
      kind: 'return',
      value: r.machine.ref(r.machine.base.runtime.consts[r.at.code.args[r.at.pc]!]!),
      frames: o.frames,
    };
  return { kind: 'return', value: o.frames[0]!.slots.at(-1)!, frames: o.frames };
}

/** Describes an instruction for messages. */
export function placeOf(code: CodeObject, pc: number): Place {
  return { file: code.filename, line: code.lineOf(pc), name: code.qualname };
}
