// The comments by which a language test says what it must do.
//
//   print(7 // -2)  # expect: -4          one line of stdout, in the order of the file
//   # expect: 3                           the same, on a line of its own (a loop prints many)
//   # expect json: "a\tb "                a line that a comment cannot hold plainly
//   # expect error: KeyError: 'x'         stderr ends with this line, exit code 1
//   # expect stderr: Traceback (most …    every line of stderr, where the test is about the traceback
//   # expect exit: 3                      the exit code, where it is neither 0 nor an error's 1
//
// Wren's tests have the same form (its util/test.py). Nobody writes these comments by hand: the
// script test/golden/golden-programs.mjs asks the oracle and puts them in, which is why the functions
// that write them are here beside the one that reads them.

export type Expectation = {
  stdout: string;
  /** The last line of stderr of a program that ends in an uncaught exception. */
  error: string | undefined;
  /** The whole of stderr, if the program states it. */
  stderr: string | undefined;
  exitCode: number;
};

export type Outcome = { stdout: string; stderr: string; exitCode: number };

const COMMENT = /^(.*?)(?:^|\s*)# expect( json| error| stderr| exit)?:(?: (.*))?$/;

/** Reads the expectations of a program. */
export function readExpectation(source: string): Expectation {
  const stdout: string[] = [];
  const stderr: string[] = [];
  let error: string | undefined;
  let exitCode: number | undefined;
  for (const line of source.split('\n')) {
    const match = COMMENT.exec(line);
    if (!match) continue;
    const text = match[3] ?? '';
    if (match[2] === undefined) stdout.push(`${text}\n`);
    else if (match[2] === ' json') stdout.push(`${JSON.parse(text) as string}\n`);
    else if (match[2] === ' stderr') stderr.push(`${text}\n`);
    else if (match[2] === ' exit') exitCode = Number(text);
    else error = text;
  }
  return {
    stdout: stdout.join(''),
    error,
    stderr: stderr.length > 0 ? stderr.join('') : undefined,
    exitCode: exitCode ?? (error === undefined ? 0 : 1),
  };
}

/** Says how an outcome differs from what a program expects, or returns undefined. */
export function difference(expected: Expectation, actual: Outcome): string | undefined {
  if (actual.stdout !== expected.stdout)
    return `stdout: ${firstDifference(expected.stdout, actual.stdout)}${tail(actual)}`;
  if (expected.stderr !== undefined && actual.stderr !== expected.stderr) {
    return `stderr: ${firstDifference(expected.stderr, actual.stderr)}${tail(actual)}`;
  }
  if (expected.error !== undefined && lastLine(actual.stderr) !== expected.error) {
    return (
      `error: expected ${JSON.stringify(expected.error)}, got ` +
      `${JSON.stringify(lastLine(actual.stderr))}${tail(actual)}`
    );
  }
  if (actual.exitCode !== expected.exitCode)
    return `exit code: expected ${expected.exitCode}, got ${actual.exitCode}${tail(actual)}`;
  if (
    expected.error === undefined &&
    expected.stderr === undefined &&
    expected.exitCode === 0 &&
    actual.stderr !== ''
  ) {
    return `unexpected text on stderr${tail(actual)}`;
  }
  return undefined;
}

/** Names the first line in which two texts differ. */
export function firstDifference(expected: string, actual: string): string {
  const want = expected.split('\n');
  const have = actual.split('\n');
  for (let i = 0; i < Math.max(want.length, have.length); i++) {
    if (want[i] === have[i]) continue;
    return `line ${i + 1}: expected ${show(want[i])}, got ${show(have[i])}`;
  }
  return 'no difference';
}

/** Quotes a line for a report; a line past the end of the text is `nothing`. */
function show(line: string | undefined): string {
  if (line === undefined) return 'nothing';
  return JSON.stringify(line.length > 300 ? `${line.slice(0, 300)}…` : line);
}

/** Shows the end of stderr, which usually says why an outcome differs. */
function tail(outcome: Outcome): string {
  const text = outcome.stderr.trimEnd();
  return text === '' ? '' : `\n      stderr ends: ${text.split('\n').slice(-6).join('\n        ')}`;
}

/** Returns the last line that is not empty. */
export function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

/** A source without its expectations, and for each of its lines the number it had before. */
export function stripExpectations(source: string): { lines: string[]; from: number[] } {
  const lines: string[] = [];
  const from: number[] = [];
  source
    .replace(/\n+$/, '')
    .split('\n')
    .forEach((line, i) => {
      const match = COMMENT.exec(line);
      if (match && match[1]!.trim() === '') return;
      lines.push(match ? match[1]!.trimEnd() : line);
      from.push(i + 1);
    });
  while (lines.at(-1)?.trim() === '') {
    lines.pop();
    from.pop();
  }
  return { lines, from };
}

/**
 * Writes expectations into a source: `printed` pairs each line of stdout with the source line (as
 * numbered in `source`) that it belongs to. A line goes beside the statement that printed it as long
 * as that keeps the file in the order of the output; else it follows on a line of its own.
 */
export function writeExpectations(
  source: string,
  outcome: Outcome,
  printed: readonly (readonly [string, number])[],
): string {
  const { lines, from } = stripExpectations(source);
  const whole = /^# check: stderr$/m.test(source);
  const beside = new Map<number, string>();
  const below = new Map<number, string[]>();
  let at = -1;
  for (const [text, number] of printed) {
    const index = from.indexOf(number);
    if (index > at && !lines[index]!.endsWith('\\')) {
      at = index;
      beside.set(at, comment(text));
    } else {
      if (at < 0) throw new Error('nowhere to put the first line of output');
      below.set(at, [...(below.get(at) ?? []), comment(text)]);
    }
  }
  const result: string[] = [];
  lines.forEach((line, i) => {
    const indent = /^\s*/.exec(line)![0];
    const inline = beside.get(i);
    result.push(inline === undefined ? line : `${line}  ${inline}`);
    for (const text of below.get(i) ?? []) result.push(indent + text);
  });
  if (whole)
    for (const line of outcome.stderr.trimEnd().split('\n'))
      result.push(line === '' ? '# expect stderr:' : `# expect stderr: ${line}`);
  const traceback = /^(Traceback| +File )/m.test(outcome.stderr);
  if (outcome.exitCode === 1 && traceback) result.push(`# expect error: ${lastLine(outcome.stderr)}`);
  else if (outcome.exitCode !== 0) result.push(`# expect exit: ${outcome.exitCode}`);
  return `${result.join('\n')}\n`;
}

/** Writes one line of stdout as a comment. */
function comment(text: string): string {
  const plain = /^[\x20-\x7e\xa1-\ud7ff\ue000-\u{10ffff}]*$/u.test(text) && !text.endsWith(' ');
  if (!plain) return `# expect json: ${JSON.stringify(text)}`;
  return text === '' ? '# expect:' : `# expect: ${text}`;
}
