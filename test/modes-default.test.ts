// Every program as a user runs it: the trace tier with its own thresholds.
import { testMode } from './run-lang.ts';
import { MODES } from './support/modes.ts';

for (const mode of MODES.default) testMode(mode, ['small', 'stdin', 'medium']);
