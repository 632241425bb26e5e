// Each optimiser pass switched off: an answer that changes was owed to a pass.
import { testMode } from './run-lang.ts';
import { MODES } from './support/modes.ts';

for (const mode of MODES.passes) testMode(mode);
