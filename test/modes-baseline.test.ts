// Baseline code, at the usual time and at once.
import { testMode } from './run-lang.ts';
import { MODES } from './support/modes.ts';

for (const mode of MODES.baseline) testMode(mode);
