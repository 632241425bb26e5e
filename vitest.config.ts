// Tests run in child processes with the stack of the command (bin/sidewinder.js), because Python's
// recursion limit must be reached before JavaScript's.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    execArgv: ['--stack-size=6500'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
