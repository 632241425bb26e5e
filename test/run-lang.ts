// Runs the language tests and the examples in one mode of the machine, and reports what differs.
//
// The same programs, the same expected output, many ways to run them: that is the main safety of a
// machine whose optimiser may never change an answer. A mode is a tier and a setting of tunables;
// they are in the table of support/modes.ts, and each file test/modes-*.test.ts takes some. Programs
// are batched, one vitest test per folder of test/lang and mode, and every program that differs is
// reported with its first difference and with the command that repeats it.
import { describe, expect, test } from 'vitest';
import { type Expectation, type Outcome, difference, readExpectation } from './support/expectations.ts';
import { goldenExample, listLanguageTests, readExamples, readText, type Size } from './support/programs.ts';
import type { Mode } from './support/modes.ts';
import { loadVm, runWatched } from './support/vm.ts';

const sources = new Map<string, string>();
/** Narrows every mode to the programs whose path contains this. */
const only = process.env['SIDEWINDER_TEST_ONLY'] ?? '';

/** Reads a program once for all modes. */
function source(path: string): string {
  const known = sources.get(path);
  if (known !== undefined) return known;
  const text = readText(path);
  sources.set(path, text);
  return text;
}

/** Declares the tests of a mode: every language test, and every example at the given sizes. */
export function testMode(mode: Mode, sizes: readonly string[] = ['small', 'stdin']): void {
  describe(mode.name, async () => {
    const vm = await loadVm();
    const run = (path: string, args: string[], stdin: string): Promise<Outcome> =>
      runWatched(vm, {
        source: source(path),
        filename: path,
        argv: [path, ...args],
        stdin,
        tier: mode.tier,
        jit: mode.jit,
      });

    for (const [folder, paths] of groupByFolder(listLanguageTests().filter((path) => path.includes(only)))) {
      test(`lang/${folder}`, async () => {
        const wrong: string[] = [];
        for (const path of paths) {
          const found = difference(readExpectation(source(path)), await run(path, [], ''));
          if (found !== undefined) wrong.push(report(mode, path, [], found));
        }
        expect(wrong.length, summary(wrong, paths.length)).toBe(0);
      });
    }

    for (const [name, all] of readExamples()) {
      const path = `examples/${name}.py`;
      for (const [size, how] of all) {
        if (!sizes.includes(size) || !path.includes(only)) continue;
        test(`${path} ${size}`, async () => {
          const found = difference(goldenExpectation(name, size), await run(path, how.args, readStdin(how)));
          expect(found === undefined ? '' : report(mode, path, how.args, found)).toBe('');
        });
      }
    }
  });
}

/** Returns what an example must do at a size: print its golden output and end well. */
function goldenExpectation(name: string, size: string): Expectation {
  return { stdout: goldenExample(name, size), error: undefined, stderr: undefined, exitCode: 0 };
}

/** Reads the file that an example is given as standard input. */
function readStdin(how: Size): string {
  return how.stdin === undefined ? '' : source(how.stdin);
}

/** Groups paths by their folder under test/lang. */
function groupByFolder(paths: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = path.split('/')[2]!;
    const group = folders.get(folder);
    if (group === undefined) folders.set(folder, [path]);
    else group.push(path);
  }
  return folders;
}

/** Describes one difference, with the command that shows it. */
function report(mode: Mode, path: string, args: readonly string[], found: string): string {
  const jit = mode.jit === '' ? '' : ` --jit ${mode.jit}`;
  const command = `node bin/sidewinder.js --tier=${mode.tier}${jit} ${[path, ...args].join(' ')}`;
  return `${path}\n      ${found}\n      again: ${command}`;
}

/** Lists the first few differences of a folder. */
function summary(wrong: readonly string[], total: number): string {
  if (wrong.length === 0) return '';
  const more = wrong.length > 8 ? `\n  … and ${wrong.length - 8} more` : '';
  return `${wrong.length} of ${total} programs differ:\n  ${wrong.slice(0, 8).join('\n  ')}${more}\n`;
}
