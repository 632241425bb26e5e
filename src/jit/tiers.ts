/**
 * Connects the compilers with the interpreter. Neither is loaded before there is work for it: the trace compiler with
 * the first loop it is to record, baseline code's with the first code object it is to write.
 */
import { installBaseline, uninstallBaseline } from '../baseline/tier.ts';
import { HOOKS, disconnectCompiler } from '../frames/hooks.ts';
import { checkLiveCalls } from '../machine/effects-check.ts';
import type { JitOptions } from '../options/tunables.ts';
import type { Events } from './events.ts';
import { makeJit } from './jit.ts';

type Tier = 'interp' | 'baseline' | 'trace';

/** The compilers, connected. */
export interface Tiers {
  /** Bytecodes recorded into traces, in vain or not. */
  readonly bytecodesRecorded: number;
  /** Takes the compilers out again. */
  disconnect(): void;
}

/** Connects what a tier has: traces, with baseline code beside them if the options say so, or that alone. */
export function connectTiers(tier: Tier, options: JitOptions, events: Events): Tiers {
  const hasBaseline = tier === 'baseline' || (tier === 'trace' && options.baseline > 0);
  const jit = tier === 'trace' ? connectJit(options, events) : null;
  if (hasBaseline)
    installBaseline(options, (e) => {
      events.emit(e);
    });
  return {
    get bytecodesRecorded() {
      return jit?.made?.bytecodesRecorded ?? 0;
    },
    disconnect() {
      if (hasBaseline) uninstallBaseline();
      checkLiveCalls(false);
      disconnectCompiler();
    },
  };
}

/** Makes the interpreter call the trace compiler, which is made when it is first asked. */
function connectJit(options: JitOptions, events: Events): { readonly made: ReturnType<typeof makeJit> | null } {
  const jit = { made: null as ReturnType<typeof makeJit> | null };
  const get = (): ReturnType<typeof makeJit> => (jit.made ??= makeJit(options, events));
  if (options.checkeffects === 1) checkLiveCalls(true);
  HOOKS.hotLoop = options.hotloop;
  HOOKS.hot = (f, pc, sp) => get().hot(f, pc, sp);
  HOOKS.hotCall = options.hotcall;
  HOOKS.called = (f, pc, sp) => get().called(f, pc, sp);
  return jit;
}
