// Baseline code, at the usual time and at once, alone and beside traces.
import { testMode } from './run-lang.ts';
import { MODES } from './support/modes.ts';

for (const mode of [...MODES.baseline, ...MODES.both]) testMode(mode);
