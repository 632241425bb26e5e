/**
 * THE table of modes: ways to run one program that must all come to the same end.
 *
 * A mode is a tier and a setting of tunables. The language tests run in all of them (test/modes-*.test.ts), and so do
 * random programs (scripts/hunt).
 */
import { passNames } from '../../src/options/tunables.ts';

export type Mode = { name: string; tier: 'interp' | 'baseline' | 'trace'; jit: string };

const NEVER = 'hotloop=1000000000,hotcall=1000000000';

/** The modes by what they are for. */
export const MODES = {
  interp: [{ name: 'interpreter', tier: 'interp', jit: '' }],
  /** Plain JavaScript for what has run a little, and for everything at once. */
  baseline: [
    { name: 'baseline', tier: 'baseline', jit: '' },
    { name: 'baseline at once', tier: 'baseline', jit: 'baselinecall=1,baselineloop=1' },
  ],
  /** Traces for what gains from them, baseline code for the rest. */
  both: [
    { name: 'traces and baseline', tier: 'trace', jit: 'baseline=1' },
    {
      name: 'traces and baseline at once',
      tier: 'trace',
      jit: 'baseline=1,baselinecall=1,baselineloop=1,hotloop=1,hotcall=1,hotexit=1',
    },
  ],
  default: [{ name: 'default', tier: 'trace', jit: '' }],
  /** Every loop is hot at once and every exit gets its side trace. */
  hot: [{ name: 'hotloop=1', tier: 'trace', jit: 'hotloop=1,hotcall=1,hotexit=1' }],
  /** Each pass of the optimiser switched off. */
  passes: passNames().map((pass) => ({
    name: `without ${pass}`,
    tier: 'trace',
    jit: `hotloop=2,hotcall=2,hotexit=1,nopass=${pass}`,
  })),
  /** Every k-th guard fails though its condition holds. */
  stress: [1, 2, 3, 7].map((k) => ({
    name: `every guard number ${k}n fails`,
    tier: 'trace',
    jit: `hotloop=2,hotcall=2,hotexit=3,stress=${k}`,
  })),
  /** Every call held against its declared effects. */
  effects: [
    ['interpreter', NEVER],
    ['hotloop=1', 'hotloop=1,hotcall=1,hotexit=1'],
    ['every guard number 3n fails', 'hotloop=2,hotcall=2,hotexit=3,stress=3'],
  ].map(([name, jit]) => ({ name: `effects checked, ${name}`, tier: 'trace', jit: `checkeffects=1,${jit}` })),
} as const satisfies Record<string, readonly Mode[]>;
