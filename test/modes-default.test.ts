// Every program as a user runs it: the trace tier with its own thresholds.
import { testMode } from './run-lang.ts';

testMode({ name: 'default', tier: 'trace', jit: '' }, ['small', 'stdin', 'medium']);
