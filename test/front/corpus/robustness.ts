/** Broken sources and big ones: what must end in a code object or a Python error, and in time. */
import { CompileRecursionError } from '../../../src/front/compile-errors.ts';
import { compileModule } from '../../../src/front/compile.ts';
import { PythonSyntaxError } from '../../../src/front/errors.ts';
import { parseModule } from '../../../src/front/parser.ts';

/** Returns a generator of whole numbers in [0, n) that is the same everywhere (xorshift32). */
export function randomFrom(seed: number): (n: number) => number {
  let x = (seed * 2654435761) >>> 0 || 1;
  return (n) => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) % n;
  };
}

/** Breaks a source: byte flips, swapped, lost or doubled words, truncation, joined lines. */
export function mutate(source: Uint8Array, seed: number): Uint8Array {
  const random = randomFrom(seed);
  const at = random(Math.max(1, source.length));
  switch (random(4)) {
    case 0: {
      const out = Uint8Array.from(source);
      for (let i = random(3); i >= 0; i--) if (out.length > 0) out[random(out.length)]! ^= 1 << random(8);
      return out;
    }
    case 1: return source.subarray(0, at);
    case 2: {
      const words = Buffer.from(source).toString('latin1').split(/(\s+|\b)/);
      const i = random(words.length);
      const j = random(words.length);
      [words[i], words[j]] = [words[j]!, words[i]!];
      return Buffer.from(words.join(''), 'latin1');
    }
    default: {
      const end = at + random(8);
      const again = random(2) === 0 ? source.subarray(at, end) : source.subarray(0, 0);
      return Buffer.concat([source.subarray(0, random(2) === 0 ? at : end), again, again, source.subarray(end)]);
    }
  }
}

/** Compiles a source. Returns what came of it; throws anything that is no error of Python's. */
export function verdict(source: Uint8Array | string): 'compiled' | 'refused' {
  try {
    compileModule(parseModule(source, 'f.py'), 'f.py');
    return 'compiled';
  } catch (error) {
    if (error instanceof PythonSyntaxError || error instanceof CompileRecursionError) return 'refused';
    throw error;
  }
}

/** Cuts a file of the library down to a few hundred lines, at line starts, so that many can be tried. */
export function excerpt(source: Uint8Array, seed: number, size = 3000): Uint8Array {
  if (source.length <= size) return source;
  const from = source.indexOf(10, randomFrom(seed + 1)(source.length - size)) + 1;
  return source.subarray(from, from + size);
}

/** Sources of about n characters whose shape could cost more than n log n. */
export const SHAPES: Record<string, (n: number) => string> = {
  'one long sum': (n) => `x = ${'a + '.repeat(n / 4)}a\n`,
  'one long product of calls': (n) => `x = a${'.b(1)'.repeat(n / 5)}\n`,
  'one long list': (n) => `x = [${'1, '.repeat(n / 3)}]\n`,
  'one long dict': (n) => `x = {${'a: 1, '.repeat(n / 6)}}\n`,
  'one long comparison': (n) => `x = a${' < a'.repeat(n / 4)}\n`,
  'one long and': (n) => `x = a${' and a'.repeat(n / 6)}\n`,
  'one long string': (n) => `x = '${'a'.repeat(n)}'\n`,
  'many strings in a row': (n) => `x = ${"'a' ".repeat(n / 4)}\n`,
  'one long f-string': (n) => `x = f'${'{a}b'.repeat(n / 4)}'\n`,
  'many names': (n) => Array.from({ length: n / 10 }, (_, i) => `a${i} = 1\n`).join(''),
  'many functions': (n) => Array.from({ length: n / 24 }, (_, i) => `def f${i}(x): return x\n`).join(''),
  'many elifs': (n) => `if a: b\n${'elif a: b\n'.repeat(n / 10)}`,
  'one line of statements': (n) => `${'a = 1; '.repeat(n / 7)}\n`,
  'one long comment': (n) => `# ${'x'.repeat(n)}\n`,
  'a long line of wide characters': (n) => `x = [${"'é😀', ".repeat(n / 7)}]\n`,
  'nesting that is refused': (n) => `x = ${'('.repeat(n)}\n`,
  'open brackets at the limit': (n) => `x = ${`${'['.repeat(190)}${']'.repeat(190)}, `.repeat(n / 382)}\n`,
  'deep unary': (n) => `x = ${'-'.repeat(n)}a\n`,
  'deep not': (n) => `x = ${'not '.repeat(n / 4)}a\n`,
  'deep conditional': (n) => `x = ${'a if b else '.repeat(n / 12)}c\n`,
  'deep lambda': (n) => `x = ${'lambda: '.repeat(n / 8)}c\n`,
  'deep attribute': (n) => `x = a${'.b'.repeat(n / 2)}\n`,
  'deep power': (n) => `x = ${'a ** '.repeat(n / 5)}a\n`,
  'an error at the end of a long line': (n) => `x = [${'1, '.repeat(n / 3)} 1 2]\n`,
  'an error at the end of many lines': (n) => `${'x = f(1)\n'.repeat(n / 9)}x = = 1\n`,
};

/** Returns the milliseconds a shape of size n takes, at best of three. */
export function timeOf(shape: (n: number) => string, n: number): number {
  const source = shape(n);
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    verdict(source);
    best = Math.min(best, performance.now() - start);
    if (best > 3000) break;
  }
  return best;
}
