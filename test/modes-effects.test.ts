// Every call held against its declared effects: in the interpreter, with everything compiled at once, and with
// guards that fail. A declaration that is too generous throws here, where in the other modes it is a wrong answer in
// some loop (see src/machine/effects-check.ts).
import { testMode } from './run-lang.ts';
import { MODES } from './support/modes.ts';

for (const mode of MODES.effects) testMode(mode);
