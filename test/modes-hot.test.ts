// Every loop is hot at once and every exit gets its side trace: nothing escapes the compiler.
import { testMode } from './run-lang.ts';

testMode({ name: 'hotloop=1', tier: 'trace', jit: 'hotloop=1,hotcall=1,hotexit=1' });
