/**
 * `npm run test:frontend`: the long checks of the front end, each figure beside its bar.
 *
 *     node --stack-size=6500 --import tsx scripts/test-frontend.ts [--mutants N] [--only NAME,...]
 *
 * NAMEs: zip, lib, snippets, speed, scaling, robustness. `lib` needs a python3.13, whose library it reads.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { compileModule } from '../src/front/compile/compile.ts';
import { parseModule } from '../src/front/parse/parser.ts';
import { digestsOf, type Digests, readZip } from '../test/front/corpus/digests.ts';
import { excerpt, mutate, SHAPES, timeOf, verdict } from '../test/front/corpus/robustness.ts';
import { compareSnippets } from '../test/front/corpus/snippets.ts';
import { findPython, ROOT } from './oracle.mjs';

const argv = process.argv.slice(2);
const optionValue = (name: string): string | undefined =>
  argv.includes(name)
    ? argv[argv.indexOf(name) + 1]
    : argv.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
const only = optionValue('--only')?.split(',');
const zip = readZip(`${ROOT}/node_modules/pyodide/python_stdlib.zip`);
let failed = false;

/** Prints a figure and its bar. */
function report(name: string, figure: string, bar: string, ok: boolean): void {
  console.log(`${ok ? 'ok  ' : 'MISS'}  ${name.padEnd(52)} ${figure.padEnd(28)} bar: ${bar}`);
  if (!ok) failed = true;
}

const share = (part: number, whole: number): string => `${part} of ${whole} (${((100 * part) / whole).toFixed(2)} %)`;

/** Compares our digests of files with the oracle's. */
async function compareFiles(
  label: string,
  lines: AsyncIterable<string> | Iterable<string>,
  read: (path: string) => Uint8Array,
): Promise<void> {
  const same = [0, 0, 0];
  const total = [0, 0, 0];
  let codes = 0;
  let equal = 0;
  const different = [[], [], [], []] as string[][];
  for await (const line of lines) {
    if (line === '') continue;
    const want = JSON.parse(line) as Digests;
    const got = digestsOf(want[0], read(want[0]));
    for (const k of [0, 1, 2]) {
      if (want[k + 1] === null && got[k + 1] === null) continue;
      total[k]!++;
      if (want[k + 1] === got[k + 1]) same[k]!++;
      else different[k]!.push(want[0]);
    }
    codes += want[4]?.length ?? 0;
    const matching = want[4]?.filter((digest, i) => digest === got[4]?.[i]).length ?? 0;
    equal += matching;
    if (matching !== (want[4]?.length ?? 0)) different[3]!.push(want[0]);
  }
  ['trees', 'tokens', 'symbol tables'].forEach((what, k) => {
    report(`${label}: ${what} equal`, share(same[k]!, total[k]!), '100 %', same[k] === total[k]);
  });
  report(`${label}: code objects equal`, share(equal, codes), 'aim at 90 %', equal >= 0.9 * codes);
  ['tree', 'tokens', 'symbols', 'code'].forEach((what, k) => {
    if (different[k]!.length > 0) console.log(`      ${what} differs: ${different[k]!.join(' ')}`);
  });
}

/** Returns the slope of the line through points with the least squares. */
function slope(x: readonly number[], y: readonly number[]): number {
  const mean = (list: readonly number[]): number => list.reduce((sum, v) => sum + v, 0) / list.length;
  const [mx, my] = [mean(x), mean(y)];
  return x.reduce((sum, v, i) => sum + (v - mx) * (y[i]! - my), 0) / x.reduce((sum, v) => sum + (v - mx) ** 2, 0);
}

const parts: Record<string, () => Promise<void> | void> = {
  zip: () => {
    const golden = readFileSync(`${ROOT}/test/front/corpus/golden/pyodide.jsonl`, 'utf8').split('\n');
    return compareFiles('stdlib of pyodide', golden, (path) => zip.get(path)!);
  },
  lib: async () => {
    const python = findPython();
    if (!python) return console.log('      no python3.13: its library is not compared');
    const find = spawn(python.command, ['-c', 'import os; print(os.__file__)'], {
      env: python.env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let root = '';
    for await (const line of createInterface(find.stdout)) root = dirname(line);
    const child = spawn(python.command, [`${ROOT}/scripts/golden-frontend.py`, root], {
      env: python.env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await compareFiles('installed Lib', createInterface(child.stdout), (path) => readFileSync(path));
  },
  snippets: () => {
    const tally = compareSnippets();
    report(
      'accept or reject',
      share(tally.sameVerdict, tally.total),
      '100 %, 2500 invalid',
      tally.sameVerdict === tally.total,
    );
    const ok = tally.sameError >= 0.97 * tally.rejected;
    report('SyntaxError text, offsets, printed lines', share(tally.sameError, tally.rejected), '97 %', ok);
    for (const d of tally.differences) console.log(`      ${JSON.stringify(d.want)}\n      ${JSON.stringify(d.got)}`);
  },
  speed: () => {
    let figure = 0;
    let refused = 0;
    for (let round = 0; round < 4; round++) {
      let bytes = 0;
      const start = performance.now();
      for (const [path, source] of zip) {
        bytes += source.length;
        try {
          compileModule(parseModule(source, path), path);
        } catch {
          refused++;
        }
      }
      figure = Math.max(figure, bytes / 1000 / (performance.now() - start));
    }
    report(
      'parse and compile the stdlib, warm',
      `${figure.toFixed(2)} MB/s`,
      '1.5 MB/s',
      figure >= 1.5 && refused === 0,
    );
  },
  scaling: () => {
    for (const [name, shape] of Object.entries(SHAPES)) {
      timeOf(shape, 50_000);
      const sizes = [125_000, 250_000, 500_000, 1_000_000];
      const times = sizes.map((size) => timeOf(shape, size));
      const exponent = slope(sizes.map(Math.log2), times.map(Math.log2));
      // The slope of n log n is 1.06 here; below 150 ms it is the collector's and the compiler's noise.
      const ok = times[3]! < 150 || exponent < 1.4;
      report(
        `${name}, 1 MB`,
        `${times[3]!.toFixed(0)} ms, n ** ${exponent.toFixed(2)}`,
        'n log n (under n ** 1.4)',
        ok,
      );
    }
  },
  robustness: () => {
    const wanted = Number(optionValue('--mutants') ?? 20_000);
    const files = [...zip.values()].filter((source) => source.length > 0);
    let failures = 0;
    let refused = 0;
    let slowest = 0;
    for (let seed = 1; seed <= wanted; seed++) {
      const source = mutate(excerpt(files[seed % files.length]!, seed), seed);
      const start = performance.now();
      try {
        if (verdict(source) === 'refused') refused++;
      } catch (error) {
        failures++;
        console.log(`      seed ${seed}: ${(error as Error).stack?.split('\n').slice(0, 4).join(' ')}`);
      }
      slowest = Math.max(slowest, performance.now() - start);
    }
    report(`${wanted} mutated sources`, `${failures} failures`, '0', failures === 0);
    console.log(`      ${refused} refused; slowest ${slowest.toFixed(0)} ms`);
  },
};

for (const [name, run] of Object.entries(parts)) if (only === undefined || only.includes(name)) await run();
process.exitCode = failed ? 1 : 0;
