// How a program of test/docs/differences.ts is run: as a file, or as the last argument where there are arguments.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '../support/expectations.ts';
import type { Claim } from './differences.ts';

/** Returns the last line of stdout, or of stderr if the program failed; of a wrong command line the first. */
export function lastSaid({ stdout, stderr, exitCode }: Outcome): string {
  if (exitCode === 2) return stderr.split('\n')[0]!;
  return (exitCode === 0 ? stdout : stderr).trimEnd().split('\n').at(-1)!;
}

/** Runs a claim's program with a command and returns what it says last. */
export function answer(claim: Claim, command: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'differences-'));
  try {
    const file = join(folder, 'p.py');
    writeFileSync(file, `${claim.program}\n`);
    const env: NodeJS.ProcessEnv = { ...process.env, PYENV_VERSION: '3.13.0', NO_COLOR: '1', ...claim.env };
    for (const name of ['PYTHONUNBUFFERED', 'PYTHONDONTWRITEBYTECODE']) delete env[name];
    const words = claim.args === undefined ? [file] : [...claim.args, claim.program];
    const { stdout, stderr, status } = spawnSync(command[0]!, [...command.slice(1), ...words], {
      cwd: folder,
      encoding: 'utf8',
      env,
      timeout: 60_000,
    });
    return lastSaid({ stdout, stderr, exitCode: status ?? 128 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
