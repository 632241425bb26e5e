// Where the programs that the tests and benchmarks run are, and at which sizes.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const BIN = join(ROOT, 'bin/sidewinder.js');

/** The options that the command's first line gives to Node. */
export const NODE_OPTIONS: readonly string[] = /^#!.*\bnode\b(.*)/
  .exec(readFileSync(BIN, 'utf8'))![1]!
  .trim()
  .split(/\s+/);

/** The words that run the command as a user's shell would. */
export const SIDEWINDER: readonly string[] = [process.execPath, ...NODE_OPTIONS, BIN];

/** One way to run an example: arguments, and the file that is its standard input if it has one. */
export type Size = { args: string[]; stdin?: string };

/** Reads examples/programs.json: example name → name of a size → how to run it. */
export function readExamples(): Map<string, Map<string, Size>> {
  const table = JSON.parse(readFileSync(join(ROOT, 'examples/programs.json'), 'utf8')) as Record<
    string,
    Record<string, Size>
  >;
  return new Map(Object.entries(table).map(([name, sizes]) => [name, new Map(Object.entries(sizes))]));
}

/** Lists the language tests, as paths below the root. */
export function listLanguageTests(): string[] {
  return listPrograms('test/lang');
}

/** Lists the Python programs below a folder that say what they print. */
export function listPrograms(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}

/** Reads a file of the repository as text. */
export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Returns the checked-in output of an example at a size. */
export function goldenExample(name: string, size: string): string {
  return readText(`test/golden/examples/${name}.${size}.txt`);
}
