// Every call held against its declared effects: in the interpreter, with everything compiled at once, and with
// guards that fail. A declaration that is too generous throws here, where in the other modes it is a wrong answer in
// some loop (see src/machine/effects-check.ts).
import { testMode } from './run-lang.ts';

const NEVER = 'hotloop=1000000000,hotcall=1000000000';
for (const [name, jit] of [
  ['interpreter', NEVER],
  ['hotloop=1', 'hotloop=1,hotcall=1,hotexit=1'],
  ['every guard number 3n fails', 'hotloop=2,hotcall=2,hotexit=3,stress=3'],
] as const)
  testMode({ name: `effects checked, ${name}`, tier: 'trace', jit: `checkeffects=1,${jit}` });
