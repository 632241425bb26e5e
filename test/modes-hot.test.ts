// Every loop is hot at once and every exit gets its side trace: nothing escapes the compiler.
import { testMode } from './run-lang.ts';
import { MODES } from './support/modes.ts';

for (const mode of MODES.hot) testMode(mode);
