// Exit stress: every k-th guard fails though its condition holds, so that leaving compiled code is
// exercised at places where no ordinary program leaves it. The interpreter must take over exactly
// there and come to the same end.
import { testMode } from './run-lang.ts';

for (const k of [1, 2, 3, 7]) {
  testMode({ name: `every guard number ${k}n fails`, tier: 'trace', jit: `hotloop=2,hotcall=2,hotexit=3,stress=${k}` });
}
