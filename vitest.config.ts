// Tests run in child processes with the options of the command (bin/sidewinder.js), because Python's
// recursion limit must be reached before JavaScript's. Two at least at a time: with two cores vitest would take one.
import { availableParallelism } from 'node:os';
import { constEnums } from './test/support/const-enums.ts';
import { NODE_OPTIONS } from './test/support/programs.ts';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [constEnums()],
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: Math.max(2, availableParallelism() - 1),
    execArgv: [...NODE_OPTIONS],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
