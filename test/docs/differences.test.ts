// Whether docs/differences.md is true: every claim is shown by a program, and every statement has a claim.
import { describe, expect, test } from 'vitest';
import { readText, SIDEWINDER } from '../support/programs.ts';
import { loadVm, type Run, runWatched } from '../support/vm.ts';
import { answer, lastSaid } from './answer.ts';
import { CLAIMS, type Claim, statements, UNSHOWN } from './differences.ts';

const cpython = JSON.parse(readText('test/docs/differences.json')) as Record<string, string>;
const document = readText('docs/differences.md').replace(/\s+/g, ' ');

const vm = await loadVm();

/** Returns our answer: of this process, or of the command where the claim asks for it. */
async function ours(claim: Claim): Promise<string> {
  if (claim.args !== undefined || claim.env !== undefined) return answer(claim, SIDEWINDER);
  const run: Run = {
    source: `${claim.program}\n`,
    filename: 'p.py',
    argv: ['p.py'],
    stdin: '',
    tier: 'trace',
    jit: '',
  };
  return lastSaid(await runWatched(vm, run));
}

describe('what it says is so', () => {
  test.each(CLAIMS.map((claim) => [claim.program, claim] as const))('%j', async (program, claim) => {
    const theirs = cpython[program];
    if (theirs === undefined) throw new Error('no answer of CPython: run npx tsx test/docs/golden-differences.ts');
    expect(document).toContain(claim.quote);
    expect(await ours(claim)).toBe(claim.here ?? theirs);
    if (claim.here !== undefined) expect(claim.here, 'no difference any more').not.toBe(theirs);
  });
});

test('every statement has a claim that is shown, or a reason why not', () => {
  const quotes = [...CLAIMS.map((claim) => claim.quote), ...Object.keys(UNSHOWN)];
  expect(statements().filter((text) => !quotes.some((quote) => text.includes(quote)))).toEqual([]);
  for (const quote of Object.keys(UNSHOWN)) expect(document).toContain(quote);
});

test('the list of library modules is the list of what can be imported', async () => {
  const listed = /There are: `([^`]*)`/.exec(document)![1]!.split(' ');
  const program = [
    'import sys, importlib',
    `names = {n for n in sys.stdlib_module_names if n[0] != "_"} | set("${listed.join(' ')}".split())`,
    'for name in sorted(names - {"antigravity", "this"}):',
    '    try: importlib.import_module(name)',
    '    except ModuleNotFoundError: pass',
    '    else: print(name, end=" ")',
    '',
  ].join('\n');
  const found = (await ours({ quote: '', program })).split(' ');
  const packages = listed.filter((name) => name.includes('.')).map((name) => name.split('.')[0]!);
  expect(found.filter((name) => name !== '')).toEqual([...new Set([...listed, ...packages])].sort());
});
