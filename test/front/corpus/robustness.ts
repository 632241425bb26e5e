/** Broken sources and big ones: what must end in a code object or a Python error, and in time. */
import { CompileRecursionError } from '../../../src/front/symbols/compile-errors.ts';
import { compileModule } from '../../../src/front/compile/compile.ts';
import { PythonSyntaxError } from '../../../src/front/source/errors.ts';
import { parseModule } from '../../../src/front/parse/parser.ts';

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
    case 1:
      return source.subarray(0, at);
    case 2: {
      const words = Buffer.from(source)
        .toString('latin1')
        .split(/(\s+|\b)/);
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
  'chained assignment': (n) => `${'a = '.repeat(n / 4)}b\n`,
  'a long target of attributes': (n) => `a${'.b'.repeat(n / 2)} = 1\n`,
  'a long target of subscripts': (n) => `a${'[b]'.repeat(n / 3)} = 1\n`,
  'calls of calls': (n) => `x = a${'(b)'.repeat(n / 3)}\n`,
  'one long or': (n) => `x = a${' or b'.repeat(n / 5)}\n`,
  'one long in': (n) => `x = a${' in b'.repeat(n / 5)}\n`,
  'one long mix of operators': (n) => `x = a${' + b * c | d & e'.repeat(n / 16)}\n`,
  'different constants': (n) => `x = [${Array.from({ length: n / 8 }, (_, i) => `${i}.5`).join()}]\n`,
  'different strings': (n) => `x = f(${Array.from({ length: n / 9 }, (_, i) => `'${i}'`).join()})\n`,
  'local names': (n) => `def f():\n${Array.from({ length: n / 14 }, (_, i) => `    a${i} = a${i}\n`).join('')}`,
  jumps: (n) => `def f():\n${'    if a: b\n'.repeat(n / 12)}`,
  parameters: (n) => `def f(${Array.from({ length: n / 8 }, (_, i) => `a${i}=1`).join()}): pass\n`,
  arguments: (n) => `f(${Array.from({ length: n / 8 }, (_, i) => `a${i}=1`).join()})\n`,
  'lambda parameters': (n) => `f = lambda ${Array.from({ length: n / 8 }, (_, i) => `a${i}`).join()}: 0\n`,
  'imported names': (n) => `from a import ${Array.from({ length: n / 8 }, (_, i) => `a${i}`).join()}\n`,
  'global names': (n) => `def f():\n    global ${Array.from({ length: n / 8 }, (_, i) => `a${i}`).join()}\n`,
  decorators: (n) => `${'@a\n'.repeat(n / 3)}def f(): pass\n`,
  'case alternatives': (n) => `match x:\n    case ${Array.from({ length: n / 7 }, (_, i) => i).join(' | ')}: pass\n`,
  'attributes of a class pattern': (n) =>
    `match x:\n    case A(${Array.from({ length: n / 10 }, (_, i) => `a${i}=_`).join()}): pass\n`,
  'keys of a mapping pattern': (n) =>
    `match x:\n    case {${Array.from({ length: n / 8 }, (_, i) => `${i}:_`).join()}}: pass\n`,
  'captures in alternatives': (n) =>
    `match x:\n    case ${Array.from({ length: n / 11 }, (_, i) => `[a, b, ${i}]`).join(' | ')}: pass\n`,
  cases: (n) => `match x:\n${'    case [a, *_]: pass\n'.repeat(n / 23)}`,
  'soft keywords in a line': (n) => `${'match(x); '.repeat(n / 10)}\n`,
  'lines of soft keywords': (n) => 'match(x)\ntype(x)\n'.repeat(n / 17),
  'with items': (n) => `with (${'a as b, '.repeat(n / 8)}): pass\n`,
  'conditions of a comprehension': (n) => `x = [a for a in b${' if c'.repeat(n / 5)}]\n`,
  'unpacked starred items': (n) => `x = [${'*a, '.repeat(n / 4)}]\n`,
  slices: (n) => `x[${'a:b, '.repeat(n / 5)}] = 1\n`,
  'deleted names': (n) => `del ${'a, '.repeat(n / 3)}b\n`,
  handlers: (n) => `try: pass\n${'except A as e: pass\n'.repeat(n / 20)}`,
  'blank lines': (n) => '\n'.repeat(n),
  'form feeds': (n) => `${'\f'.repeat(n)}x\n`,
  'comment lines': (n) => '# x\n'.repeat(n / 4),
  'continuation lines': (n) => `x = 1${' + \\\n1'.repeat(n / 6)}\n`,
  'one huge decimal': (n) => `x = ${'9'.repeat(n)}\n`,
  'one huge hexadecimal': (n) => `x = 0x${'f'.repeat(n)}\n`,
  'one huge float': (n) => `x = ${'9'.repeat(n)}.0\n`,
  escapes: (n) => `x = '${'\\x41'.repeat(n / 4)}'\n`,
  'unknown escapes': (n) => `x = ${"'\\d' ".repeat(n / 5)}\n`,
  'big folded constants': (n) =>
    "x = (1 << 10 ** 9, 'a' * 10 ** 9, ((1,) * 1000) * 1000, 2 ** 10 ** 8)\n".repeat(n / 75),
  'folded sums': (n) => `x = 1${' + 1'.repeat(n / 4)}\n`,
  'folded strings': (n) => `x = 'a'${" + 'a'".repeat(n / 6)}\n`,
  'levels of indentation': (n) =>
    Array.from(
      { length: n / 5000 },
      () => `${Array.from({ length: 99 }, (_, i) => `${' '.repeat(i)}if a:\n`).join('')}${' '.repeat(99)}b\n`,
    ).join(''),
  'nested functions': (n) =>
    Array.from(
      { length: n / 2000 },
      () =>
        Array.from({ length: 40 }, (_, i) => `${' '.repeat(i)}def f(a${i}):\n`).join('') +
        `${' '.repeat(40)}return a0\n`,
    ).join(''),
  'nested classes': (n) =>
    Array.from(
      { length: n / 2000 },
      () => `${Array.from({ length: 40 }, (_, i) => `${' '.repeat(i)}class A:\n`).join('')}${' '.repeat(40)}x = 1\n`,
    ).join(''),
  'nested f-strings': (n) => `x = [${`${'f"{'.repeat(100)}x${'}"'.repeat(100)}, `.repeat(n / 502)}]\n`,
  'unclosed string at the end': (n) => `${'x = f(1)\n'.repeat(n / 9)}x = '\n`,
  'an error at the start': (n) => `x = = 1\n${'x = f(1)\n'.repeat(n / 9)}`,
  'an error in the last method of a class': (n) =>
    `class A:\n${'    def f(self, x): return g(x, [1, 2])\n'.repeat(n / 40)}    x = = 1\n`,
  'an error after deep brackets': (n) => `x = ${`${'['.repeat(190)}${']'.repeat(190)}, `.repeat(n / 382)} 1 2\n`,
  'an error at the end of a long string list': (n) => `x = [${"'a', ".repeat(n / 5)} 'b' c]\n`,
  'an error at the end of a long call': (n) => `f(${Array.from({ length: n / 8 }, (_, i) => `a${i}=1`).join()}, b c)\n`,
  'an error in a long dict': (n) => `x = {${'a: 1, '.repeat(n / 6)} b}\n`,
  'an error at the end of a long sum': (n) => `x = ${'a + '.repeat(n / 4)}\n`,
  'a return outside a function at the end': (n) => `${'x = f(1)\n'.repeat(n / 9)}return 1\n`,
  'a long target that is none': (n) => `${'a, '.repeat(n / 3)} f() = 1\n`,
  'an f-string with an error at its end': (n) => `x = f'${'{a}b'.repeat(n / 4)}{a b}'\n`,
  'an error after soft keywords': (n) => `${'print(x)\nmatch = type(x)\n'.repeat(n / 25)}x = = 1\n`,
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
