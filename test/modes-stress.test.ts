// Exit stress: every k-th guard fails though its condition holds, so that leaving compiled code is
// exercised at places where no ordinary program leaves it. The interpreter must take over exactly
// there and come to the same end.
import { testMode } from './run-lang.ts';
import { MODES } from './support/modes.ts';

for (const mode of MODES.stress) testMode(mode);
