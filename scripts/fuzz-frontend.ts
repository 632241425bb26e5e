/**
 * Compares errors, warnings and code of damaged programs with CPython 3.13's, live.
 *
 *     node --stack-size=6500 --import tsx scripts/fuzz-frontend.ts
 *         [--count N] [--seed S] [--kinds snippet,file,grammar,corpus] [--show N]
 *
 * Makes N programs (mutations.ts) from seed S on, asks scripts/golden-verdicts.py and our front end, and prints the
 * differences, one of each kind (--show says how many of a kind). The end of it is the figure of docs/frontend.md.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { CompileRecursionError } from '../src/front/symbols/compile-errors.ts';
import { compileModule } from '../src/front/compile/compile.ts';
import { PythonSyntaxError } from '../src/front/source/errors.ts';
import { parseModule } from '../src/front/parse/parser.ts';
import { decodeText } from '../src/types/str/codecs.ts';
import { codeDigests } from '../test/front/corpus/digests.ts';
import { cut, damage, Sentences, seeded } from '../test/front/corpus/mutations.ts';
import { readSnippets } from '../test/front/corpus/snippets.ts';
import { findPython, ROOT } from './oracle.mjs';

type Mode = 'exec' | 'eval' | 'single';
type Answer = [error: unknown[] | null, warnings: [string, number][], digests: string[] | null];

const argv = process.argv.slice(2);
const option = (name: string, otherwise: string): string =>
  argv.includes(name) ? argv[argv.indexOf(name) + 1]! : otherwise;
const count = Number(option('--count', '20000'));
const first = Number(option('--seed', '1'));
const kinds = option('--kinds', 'snippet,file,grammar,corpus').split(',');
const show = Number(option('--show', '1'));
const BATCH = 500;

/** Decodes as the machine does. */
function decoder(bytes: Uint8Array, encoding: string): string | null {
  try {
    return decodeText(bytes, encoding);
  } catch {
    return null;
  }
}

/** Returns what our front end makes of a source. */
function ourAnswer(source: Uint8Array, mode: Mode, digests: boolean): Answer {
  const warnings: [string, number][] = [];
  const warn = (_category: string, message: string, line: number): undefined => void warnings.push([message, line]);
  try {
    const code = compileModule(parseModule(source, '<f>', { mode, warn, decoder }), '<f>', { warn });
    return [null, warnings, digests ? codeDigests(code, []) : null];
  } catch (e) {
    if (e instanceof CompileRecursionError)
      return [['RecursionError', e.message, null, null, null, null, null], warnings, null];
    if (e instanceof PythonSyntaxError)
      return [[e.type, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text], warnings, null];
    return [['HOST', (e as Error).stack?.split('\n').slice(0, 3).join(' ')], warnings, null];
  }
}

/** Names the kind of a difference. */
function kindOf(want: Answer, got: Answer): string {
  const general = (message: unknown): string =>
    String(message).replace(/'[^']*'|"[^"]*"|(0x)?[\da-f]*\d[\da-f]*/g, '#');
  const say = ([error]: Answer): string => (error === null ? 'accepted' : `${error[0]}: ${general(error[1])}`);
  if (say(want) !== say(got)) return `${say(want)}  <>  ${say(got)}`;
  if (want[0] !== null) {
    const fields = ['type', 'msg', 'lineno', 'offset', 'end_lineno', 'end_offset', 'text'].filter(
      (_, i) => want[0]![i] !== got[0]![i],
    );
    if (fields.length > 0) return `${say(want)}: ${fields.join()}`;
  }
  if (JSON.stringify(want[1]) !== JSON.stringify(got[1]))
    return `${want[0] === null ? 'accepted' : 'refused'}: warnings`;
  return 'code objects';
}

const python = findPython();
if (!python) throw new Error('this comparison needs a python3.13');
const child = spawn(python.command, [`${ROOT}/scripts/golden-verdicts.py`], {
  env: python.env,
  stdio: ['pipe', 'pipe', 'inherit'],
});
const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
const sources = JSON.parse((await answers.next()).value as string) as [string, string][];
const snippets = sources.filter(([kind]) => kind === 'snippet').map(([, text]) => text);
const files = sources.filter(([kind]) => kind === 'file').map(([, text]) => text);
const small = readSnippets()
  .map(([source]) => source)
  .filter((source) => source.length < 2000);
const sentences = new Sentences();

/** Makes the program of a seed. */
function program(seed: number): { mode: Mode; source: Uint8Array; digests: boolean } {
  const random = seeded(seed);
  const kind = kinds[random(kinds.length)];
  let text: string;
  if (kind === 'snippet') text = damage(snippets[random(snippets.length)]!, random);
  else if (kind === 'file') text = damage(cut(files[random(files.length)]!, random, [3, 6, 12, 40][random(4)]), random);
  else if (kind === 'corpus')
    text = damage(small[random(small.length)]! + (random(4) === 0 ? small[random(small.length)]! : ''), random);
  else {
    text = sentences.make(random, random(10) === 0 ? 'invalid_expression' : 'statement');
    if (random(3) === 0) text = damage(text, random);
  }
  const how = random(24);
  const mode = how === 0 ? 'eval' : how < 3 ? 'single' : 'exec';
  if (how === 3) text = text.trimEnd();
  let source: Uint8Array = Buffer.from(text);
  if (how === 4 && source.length > 0)
    source = Uint8Array.from(source, (byte, i) => (i === seed % source.length ? random(256) : byte));
  if (how === 5) source = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), source]);
  return { mode, source, digests: random(3) === 0 };
}

const groups = new Map<string, string[]>();
let refused = 0;
let different = 0;
let unequal = 0;
for (let seed = first; seed < first + count; seed += BATCH) {
  const batch = Array.from({ length: Math.min(BATCH, first + count - seed) }, (_, i) => program(seed + i));
  const lines = batch.map((b) => JSON.stringify([b.mode, Buffer.from(b.source).toString('base64'), b.digests]));
  child.stdin.write(`${lines.join('\n')}\n`);
  for (const [i, { mode, source, digests }] of batch.entries()) {
    const start = performance.now();
    const got = ourAnswer(source, mode, digests);
    const took = performance.now() - start;
    const want = JSON.parse((await answers.next()).value as string) as Answer;
    if (took > 2000) console.log(`slow: seed ${seed + i}, ${took.toFixed(0)} ms`);
    if (want[0] !== null) refused++;
    if (JSON.stringify(want) === JSON.stringify(got)) continue;
    different++;
    const kind = kindOf(want, got);
    if (!kind.endsWith('warnings')) unequal++;
    const examples = groups.get(kind) ?? [];
    groups.set(kind, examples);
    examples.push(
      `seed ${seed + i} ${mode} ` +
        `${JSON.stringify(Buffer.from(source).toString())}\n      ` +
        `want ${JSON.stringify(want)}\n      got  ${JSON.stringify(got)}`,
    );
  }
}
child.stdin.end();
for (const [kind, examples] of [...groups].sort((a, b) => b[1].length - a[1].length)) {
  console.log(`${examples.length} x ${kind}`);
  for (const example of examples.sort((a, b) => a.length - b.length).slice(0, show))
    console.log(`      ${example.length < 1200 ? example : `${example.slice(0, 300)} ...`}`);
}
console.log(
  `${count} programs, ${refused} refused by CPython: ${unequal} differ, ${different - unequal} more in warnings alone`,
);
