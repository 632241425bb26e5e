/**
 * Faults of our own, made on purpose: at each step of the compiler and at the calls of runtime functions something
 * throws that is no Python exception.
 *
 *     npx tsx scripts/hunt/faults.ts [--most=N] [--programs=N] [--seed=S]
 *
 * A fault of the compiler must not be seen: the place is given up, and the program goes on to its right answer. Where a
 * bytecode was half done, and for a fault in a runtime function, the machine ends (exit code 70 of the command), with
 * all that the program had printed written out, and no handler of the program has seen the fault. `--most` bounds how
 * many moments are tried of each step and program.
 */
import { parseArgs } from 'node:util';
import { Entrances } from '../../src/jit/entrances.ts';
import { Events } from '../../src/jit/events.ts';
import { connectTiers } from '../../src/jit/tiers.ts';
import { Trees } from '../../src/jit/trees.ts';
import { MemoryFile } from '../../src/lib/io/raw.ts';
import { RT } from '../../src/machine/runtime-fns.ts';
import { Context, PASSES } from '../../src/opt/context.ts';
import { defaultOptions, parseOptions } from '../../src/options/tunables.ts';
import { Recorder } from '../../src/tracer/recorder.ts';
import { Sidewinder } from '../../src/vm.ts';

/** Makes a step call `arrive` first; returns what undoes that. */
type Tap = (arrive: () => void) => () => void;

/** Has a method call `arrive` first, when its arguments are such. */
function tapMethod(owner: { prototype: object }, name: string, when: (args: unknown[]) => boolean = () => true): Tap {
  return (arrive) => {
    const methods = owner.prototype as Record<string, (...args: unknown[]) => unknown>;
    const method = methods[name]!;
    methods[name] = function (...args) {
      if (when(args)) arrive();
      return method.apply(this, args);
    };
    return () => {
      methods[name] = method;
    };
  };
}

/** Has making a function of text call `arrive` first. */
const tapFunction: Tap = (arrive) => {
  const host = globalThis.Function;
  globalThis.Function = new Proxy(host, {
    construct(target, args) {
      arrive();
      return Reflect.construct(target, args) as object;
    },
  });
  return () => {
    globalThis.Function = host;
  };
};

/** Has every runtime function call `arrive` first. */
const tapRuntime: Tap = (arrive) => {
  const rows = Object.values(RT).flat() as { fn: (...args: never[]) => unknown }[];
  const functions = rows.map((row) => row.fn);
  rows.forEach((row, i) => {
    row.fn = (...args) => {
      arrive();
      return functions[i]!(...args);
    };
  });
  return () => {
    rows.forEach((row, i) => {
      row.fn = functions[i]!;
    });
  };
};

const broken = (): Error => new TypeError("Cannot read properties of undefined (reading 'injected')");
const refused = (): Error => new EvalError('Code generation from strings disallowed for this context');
const noStack = (): Error => new RangeError('Maximum call stack size exceeded');

/** What a fault is thrown in, the fault, and whether it is one of the compiler. */
const STEPS: Record<string, { tap: Tap; error: () => Error; compiler: boolean }> = {
  record: { tap: tapMethod(Recorder, 'emit'), error: broken, compiler: true },
  guard: { tap: tapMethod(Recorder, 'guard'), error: broken, compiler: true },
  'record, no stack': { tap: tapMethod(Recorder, 'emit'), error: noStack, compiler: true },
  plant: { tap: tapMethod(Trees, 'plant'), error: broken, compiler: true },
  grow: { tap: tapMethod(Trees, 'grow'), error: broken, compiler: true },
  assume: { tap: tapMethod(Trees, 'assume'), error: broken, compiler: true },
  'make callable': { tap: tapMethod(Entrances, 'makeCallable'), error: broken, compiler: true },
  open: { tap: tapMethod(Entrances, 'open'), error: broken, compiler: true },
  ...Object.fromEntries(
    Object.keys(PASSES).map((pass) => [
      `pass ${pass}`,
      { tap: tapMethod(Context, 'on', ([name]) => name === pass), error: broken, compiler: true },
    ]),
  ),
  'new Function': { tap: tapFunction, error: broken, compiler: true },
  'new Function refused': { tap: tapFunction, error: refused, compiler: true },
  'new Function, no stack': { tap: tapFunction, error: noStack, compiler: true },
  'runtime call': { tap: tapRuntime, error: broken, compiler: false },
};
export const STEP_NAMES = Object.keys(STEPS);

interface Ended {
  readonly stdout: string;
  /** What the machine itself threw. */
  readonly fault: string | null;
}

/** Runs a program with everything compiled at once and its output kept whatever happens; `tap` spoils the run. */
function run(source: string, tap: () => () => void = () => () => {}): Ended {
  const out: Uint8Array[] = [];
  const file = (fd: number): MemoryFile =>
    new MemoryFile(fd, new Uint8Array(0), (data) => {
      out.push(data.slice());
    });
  const options = parseOptions('hotloop=2,hotcall=2,hotexit=2', defaultOptions());
  const tiers = connectTiers('trace', options, new Events());
  const undo = tap();
  let fault: string | null = null;
  try {
    const streams = { stdin: file(0), stdout: file(1), stderr: file(2) };
    new Sidewinder({ source, filename: 'p.py', argv: ['p.py'], path: [''], streams }).run();
  } catch (e) {
    fault = String(e);
  } finally {
    undo();
    tiers.disconnect();
  }
  return { stdout: Buffer.concat(out).toString(), fault };
}

/** Runs a program with a fault at the `k`th arrival at a step; returns how often it was arrived at as well. */
function spoiled(source: string, step: string, k: number): Ended & { readonly arrivals: number } {
  const { tap, error } = STEPS[step]!;
  let arrivals = 0;
  const arrive = (): void => {
    if (++arrivals === k) throw error();
  };
  const ended = run(source, () => tap(arrive));
  return { ...ended, arrivals };
}

/** Tries moments of a step in a program; lists what went wrong. */
export function tryFaults(source: string, step: string, most: number): { tried: number; wrong: string[] } {
  const want = run(source);
  const { arrivals } = spoiled(source, step, 0);
  const stride = Math.max(1, arrivals / most);
  const wrong: string[] = [];
  let tried = 0;
  for (let at = 1; at <= arrivals; at += stride) {
    const k = Math.floor(at);
    const got = spoiled(source, step, k);
    tried++;
    const whole = got.stdout === want.stdout;
    // Near the end of the host's stack a RecursionError is a right end too.
    const deep = STEPS[step]!.error === noStack && got.stdout.includes('RecursionError');
    const flushed = want.stdout.startsWith(got.stdout) && got.fault !== null;
    if (whole || flushed || deep) continue;
    wrong.push(`${step} ${k}: ${got.fault ?? 'went on'}\n${got.stdout.slice(-300)}`);
  }
  return { tried, wrong };
}

/** Runs the command. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      most: { type: 'string', default: '40' },
      programs: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
    },
  });
  const { PROGRAMS } = await import('../../test/ir/programs.ts');
  const { typedProgram } = await import('./program.ts');
  const more = Array.from({ length: Number(values.programs) }, (_, k) => typedProgram(Number(values.seed) + k));
  let tried = 0;
  let wrong = 0;
  for (const [name, source] of [...Object.entries(PROGRAMS), ...more.entries()])
    for (const step of STEP_NAMES) {
      const found = tryFaults(source, step, Number(values.most));
      tried += found.tried;
      wrong += found.wrong.length;
      for (const text of found.wrong.slice(0, 1)) console.log(`program ${name}, ${text}\n`);
    }
  console.log(`${tried} faults, ${wrong} with a wrong end`);
  process.exitCode = wrong === 0 ? 0 : 1;
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main();
