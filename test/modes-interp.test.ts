// Every program in the plain interpreter: what the language does, before any compiler.
import { testMode } from './run-lang.ts';

testMode({ name: 'interpreter', tier: 'interp', jit: '' }, ['small', 'stdin', 'medium']);
