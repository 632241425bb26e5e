// Every program in the plain interpreter: what the language does, before any compiler. The medium sizes are for the
// compiler (modes-default.test.ts): here they would take minutes and run nothing that the small ones do not.
import { testMode } from './run-lang.ts';
import { MODES } from './support/modes.ts';

for (const mode of MODES.interp) testMode(mode);
