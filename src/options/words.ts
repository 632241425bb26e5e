/**
 * Options of the tools (sidewinder-lab, the benchmark), read by `util.parseArgs` from a table. Help is made of
 * the same table. The command `sidewinder` has rules of its own: command-line.ts.
 */
import { parseArgs } from 'node:util';

export interface WordRow {
  /** One letter. */
  readonly short?: string;
  /** What its value is called; '' = it has none. */
  readonly value: string;
  readonly doc: string;
}

/** Options by their long names. */
type WordTable = Readonly<Record<string, WordRow>>;

/** What stood on a command line: options in their order, and the other words. */
interface Words {
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly plain: readonly string[];
}

/** Reads a command line; throws Error with one line for the user. */
export function readWords(table: WordTable, argv: readonly string[]): Words {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, { short, value }]) => [
      name,
      {
        type: value === '' ? ('boolean' as const) : ('string' as const),
        multiple: true,
        ...(short === undefined ? {} : { short }),
      },
    ]),
  );
  try {
    const { tokens, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, tokens: true });
    return {
      options: tokens.flatMap((t) => (t.kind === 'option' ? [{ name: t.name, value: t.value ?? '' }] : [])),
      plain: positionals,
    };
  } catch (e) {
    // Only the first sentence says what is wrong; the rest is advice that helps nobody here.
    throw new Error((e as Error).message.split(/\. |\.?\n/)[0]);
  }
}

/** Returns the lines of help of some options. */
export function wordsHelp(table: WordTable): string {
  const heads = Object.entries(table).map(([name, { short, value, doc }]) => ({
    head: `${short === undefined ? '' : `-${short}, `}--${name}${value === '' ? '' : `=${value}`}`,
    doc,
  }));
  return heads.map(({ head, doc }) => `  ${head.padEnd(26)}${doc}\n`).join('');
}
