// The commands of docs/debugging.md, run: they print what the document says, numbers apart.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readText, SIDEWINDER } from '../support/programs.ts';

const text = readText('docs/debugging.md');
const folder = mkdtempSync(join(tmpdir(), 'debugging-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

for (const [, source, name] of text.matchAll(/^```python\n(# (\S+\.py)\n[\s\S]*?)^```/gm))
  writeFileSync(join(folder, name!), source!);
writeFileSync(join(folder, 'sidewinder'), `#!/bin/sh\nexec ${SIDEWINDER.map((word) => `'${word}'`).join(' ')} "$@"\n`);
chmodSync(join(folder, 'sidewinder'), 0o755);

/** Takes out what differs from run to run and from version to version: numbers and columns. */
const plain = (line: string): string =>
  line
    .replace(/-?\d[\d.]*/g, 'N')
    .replace(/ +/g, ' ')
    .trimEnd();

/** Tells whether lines are as shown; `...` stands for any number of lines. */
function matches(shown: readonly string[], lines: readonly string[]): boolean {
  const [first, ...rest] = shown;
  if (first === undefined) return lines.length === 0;
  if (first === '...') return lines.some((_, i) => matches(rest, lines.slice(i))) || rest.length === 0;
  return lines.length > 0 && plain(first) === plain(lines[0]!) && matches(rest, lines.slice(1));
}

const sessions = [...text.matchAll(/^```console\n([\s\S]*?)^```/gm)].flatMap(([, block]) =>
  block!
    .split(/^\$ /m)
    .slice(1)
    .map((part) => part.trimEnd().split('\n')),
);

test('there are commands', () => {
  expect(sessions.length).toBeGreaterThan(10);
});

test.each(sessions.map(([command, ...shown]) => [command!, shown] as const))('%s', (command, shown) => {
  const env: NodeJS.ProcessEnv = { ...process.env, PATH: `${folder}:${process.env['PATH']}` };
  delete env['PYTHONUNBUFFERED'];
  const { stdout } = spawnSync('bash', ['-c', `exec 2>&1; ${command}`], { cwd: folder, env, encoding: 'utf8' });
  const lines = stdout.trimEnd().split('\n');
  if (!matches(shown, lines)) expect(lines.map(plain)).toEqual(shown.map(plain));
});
