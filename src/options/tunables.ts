/**
 * THE table of tunables of the compiler: `--jit NAME=VALUE`, printed by `--jit help`.
 */
import { describePasses } from '../opt/context.ts';

interface Tunable {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly doc: string;
}

export const TUNABLES = {
  hotloop: { value: 90, min: 1, max: 1e9, doc: 'back edges of a loop before it is recorded' },
  hotcall: { value: 1000, min: 1, max: 1e9, doc: 'calls of a function before it is recorded' },
  baseline: { value: 0, min: 0, max: 1, doc: 'leave to baseline code what traces do not make faster (1 = yes)' },
  baselinecall: { value: 2, min: 1, max: 1e9, doc: 'calls of a function before it becomes baseline code' },
  baselineloop: { value: 8, min: 1, max: 1e9, doc: 'back edges of a loop before it goes on in baseline code' },
  hotexit: { value: 12, min: 1, max: 1e9, doc: 'times an exit is taken before its side trace is recorded' },
  regrow: {
    value: 200,
    min: 1,
    max: 1e9,
    doc: 'characters above 12,000 for which exits of a tree are to be hotter by hotexit',
  },
  maxlength: { value: 4000, min: 1, max: 1e6, doc: 'bytecodes in one recording' },
  maxdepth: { value: 12, min: 0, max: 100, doc: 'Python calls inlined into each other' },
  unroll: { value: 1, min: 0, max: 1000, doc: 'times a side trace may pass the header of an enclosing loop' },
  maxside: { value: 60, min: 0, max: 1e5, doc: 'side traces in one tree' },
  maxsource: { value: 160000, min: 1000, max: 1e8, doc: 'characters of JavaScript in one tree' },
  attempts: { value: 6, min: 1, max: 1000, doc: 'aborted recordings of one loop before it is left to the interpreter' },
  sidetries: { value: 3, min: 1, max: 1000, doc: 'aborted recordings of one exit before it is left alone' },
  maxsoon: { value: 25, min: 1, max: 1e6, doc: 'recordings of one loop ended by chance before one counts as aborted' },
  soon: {
    value: 11,
    min: 1,
    max: 1e6,
    doc: 'back edges or calls within which a recording ended by chance is repeated',
  },
  maxwaits: { value: 6, min: 0, max: 1e6, doc: 'recordings for one tree given up so that a callee is compiled first' },
  mismatches: {
    value: 50,
    min: 1,
    max: 1e9,
    doc: 'calls with other types than floats before code for all types is made',
  },
  checkeffects: { value: 0, min: 0, max: 1, doc: 'hold every call against its declared effects (1 = yes); for tests' },
  stress: { value: 0, min: 0, max: 1e9, doc: 'make every Nth guard fail (0 = none); for tests' },
} as const satisfies Record<string, Tunable>;

export type TunableName = keyof typeof TUNABLES;
export type JitOptions = Record<TunableName, number> & { off: ReadonlySet<string> };

/** Names the optimiser passes that `nopass=NAME` switches off. */
export function passNames(): readonly string[] {
  return Object.keys(describePasses());
}

/** Returns the defaults. */
export function defaultOptions(): JitOptions {
  const o: Record<string, number> = {};
  for (const [name, t] of Object.entries(TUNABLES)) o[name] = t.value;
  return { ...(o as Record<TunableName, number>), off: new Set() };
}

/** Parses `NAME=VALUE,…`; throws Error with a message for the user. */
export function parseOptions(text: string, into: JitOptions): JitOptions {
  const off = new Set(into.off);
  const out: Record<string, number> = { ...into, off: 0 };
  for (const part of text.split(',')) {
    if (part === '') continue;
    const eq = part.indexOf('=');
    const name = eq < 0 ? part : part.slice(0, eq);
    const value = eq < 0 ? '' : part.slice(eq + 1);
    if (name === 'nopass') {
      if (!Object.hasOwn(describePasses(), value))
        throw new Error(`unknown pass '${value}' (passes: ${passNames().join(', ')})`);
      off.add(value);
      continue;
    }
    if (!Object.hasOwn(TUNABLES, name)) throw new Error(`unknown JIT parameter '${name}' (see --jit help)`);
    const t: Tunable = TUNABLES[name as TunableName];
    const n = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (!(n >= t.min && n <= t.max))
      throw new Error(`JIT parameter '${name}' takes an integer from ${t.min} to ${t.max}, not '${value}'`);
    out[name] = n;
  }
  return { ...(out as Record<TunableName, number>), off };
}

/** Returns the text of `--jit help`. */
export function tunablesHelp(): string {
  const lines = ['JIT parameters (--jit NAME=VALUE,...):'];
  for (const [name, t] of Object.entries(TUNABLES))
    lines.push(`  ${name.padEnd(10)} ${String(t.value).padStart(7)}  ${t.doc} (${t.min} to ${t.max})`);
  lines.push('  nopass=NAME         switch an optimiser pass off:');
  for (const [name, doc] of Object.entries(describePasses())) lines.push(`    ${name.padEnd(10)} ${doc}`);
  return `${lines.join('\n')}\n`;
}
