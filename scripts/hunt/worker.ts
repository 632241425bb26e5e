/**
 * A process of the hunt: makes the programs of the seeds it is sent, runs each in its modes and beside the oracle,
 * reduces what differs. It says which seed it begins, so that the command can tell which program never ended.
 */
import { randomProgram } from '../../test/deopt/generate.ts';
import { mixedProgram } from '../../test/deopt/generate-mixed.ts';
import { MODES, type Mode } from '../../test/support/modes.ts';
import { answers, callsProgram, suspicious } from './calls.ts';
import { CPython } from './cpython.ts';
import { type Callable, LISTING, readListing } from './listing.ts';
import { typedProgram } from './program.ts';
import { reduce } from './reduce.ts';
import { type Machine, comparable, expected, firstDifference, loadMachine, outcome } from './run.ts';

export interface Order {
  readonly seed: number;
  /** What the seed makes: a random program, or random calls. */
  readonly what: 'programs' | 'calls';
  /** Groups of the table of modes. */
  readonly modes: readonly (keyof typeof MODES)[];
}

export interface Difference {
  /** What names its kind: of several of a kind only the first is shown. */
  readonly kind: string;
  readonly between: string;
  readonly jit: string;
  readonly lines: string;
  readonly program: string;
}

export interface Report {
  readonly seed: number;
  /** How many times a program was run, oracle apart. */
  readonly runs: number;
  readonly differences: readonly Difference[];
}

/** Makes the program of a seed: mostly a typed one, some of them long enough for the default mode. */
export function programOf(seed: number): string {
  switch (seed % 10) {
    case 8:
      return randomProgram(seed);
    case 9:
      return mixedProgram(seed);
    case 7:
      return typedProgram(seed, 130);
    default:
      return typedProgram(seed);
  }
}

/** Chooses the modes for a seed: one of every group, in turn. */
export function modesOf({ seed, modes }: Order): Mode[] {
  const small = seed % 8 === 0 ? '' : ',maxside=3';
  return modes.flatMap((group) => {
    const all: readonly Mode[] = MODES[group];
    const times = group === 'passes' ? 2 : 1;
    const chosen = Array.from({ length: times }, (_, k) => all[(seed * times + k) % all.length]!);
    return chosen.map((mode) =>
      mode.tier === 'interp' ? mode : { ...mode, jit: `${mode.jit}${small}`.replace(/^,/, '') },
    );
  });
}

/** Runs the program of a seed every way. */
export async function hunt(vm: Machine, oracle: CPython | undefined, order: Order): Promise<Report> {
  const { seed } = order;
  const source = programOf(seed);
  const asked = oracle?.run(source);
  const interpreter = MODES.interp[0];
  const want = await outcome(vm, source, interpreter);
  let runs = 1;
  for (const mode of modesOf(order)) {
    if (mode.tier === 'interp') continue;
    const got = await outcome(vm, source, mode);
    runs++;
    if (got === want) continue;
    const differs = async (text: string): Promise<boolean> => {
      const plain = await outcome(vm, text, interpreter);
      return !plain.includes('SyntaxError') && (await outcome(vm, text, mode)) !== plain;
    };
    return {
      seed,
      runs,
      differences: [
        {
          kind: '',
          between: `interpreter and ${mode.name}`,
          jit: mode.jit,
          lines: firstDifference(want, got),
          program: (await differs(source)) ? await reduce(source, differs) : source,
        },
      ],
    };
  }
  const answer = await asked;
  if (answer === undefined || expected(answer) === comparable(want) || !(await oracle!.settles(source, answer)))
    return { seed, runs, differences: [] };
  const differs = async (text: string): Promise<boolean> => {
    const theirs = await oracle!.run(text);
    if (theirs === undefined || theirs.error.includes('SyntaxError')) return false;
    return (
      expected(theirs) !== comparable(await outcome(vm, text, interpreter)) && (await oracle!.settles(text, theirs))
    );
  };
  return {
    seed,
    runs,
    differences: [
      {
        kind: '',
        between: 'CPython and interpreter',
        jit: '',
        lines: firstDifference(expected(answer), comparable(want)),
        program: await reduce(source, differs),
      },
    ],
  };
}

/** Prints what there is to call in both, one line each. */
async function listing(vm: Machine, oracle: CPython | undefined): Promise<Callable[]> {
  const ours = readListing((await vm.runProgram({ source: LISTING, filename: 'p.py', ...MODES.interp[0] })).stdout);
  const theirs = await oracle?.run(LISTING);
  if (theirs === undefined) return ours;
  const known = new Set(readListing(theirs.stdout).map((one) => `${one.path}.${one.name}`));
  return ours.filter((one) => known.has(`${one.path}.${one.name}`));
}

/** Makes the calls of a seed, and lists what no program may see and what CPython answers otherwise. */
async function huntCalls(
  vm: Machine,
  oracle: CPython | undefined,
  callables: readonly Callable[],
  seed: number,
): Promise<Report> {
  const source = callsProgram(seed, callables);
  const asked = oracle?.run(source);
  const text = await outcome(vm, source, MODES.interp[0]);
  const ours = answers(text);
  const theirs = await asked;
  const wanted = theirs === undefined ? undefined : answers(theirs.stdout);
  const calls = source.matchAll(/^call\((\d+), lambda: (.*)\)$/gm);
  const differences: Difference[] = [];
  for (const [, number, call] of calls) {
    const k = Number(number);
    const got = ours.get(k);
    const want = wanted?.get(k);
    const odd = got === undefined ? 'no answer' : suspicious(got);
    const tell = (between: string, kind: string): void => {
      differences.push({
        kind,
        between,
        jit: '',
        lines: `want: ${want ?? '?'}\n got: ${got ?? text.slice(-700)}`,
        program: call!,
      });
    };
    if (odd !== undefined && got !== want) tell(`host: ${odd}`, `host ${/^[^(]*\S*?\(/.exec(call!)?.[0]}`);
    else if (want !== undefined && want !== got) tell('CPython and interpreter', kindOf(call!, want, got!));
    if (got === undefined) break;
  }
  return { seed, runs: ours.size, differences };
}

/** Names the kind of a difference between two answers: the function called, and the classes of both. */
function kindOf(call: string, want: string, got: string): string {
  const path = /^(?:__import__\('\w+'\)|\([^()]*(?:\([^()]*\)[^()]*)*\))?[\w.]*/.exec(call)![0];
  return `${path} ${want.split(' ')[0]} ${got.split(' ')[0]}`;
}

/** Works through the orders that the command sends. */
async function work(): Promise<void> {
  const vm = await loadMachine();
  const oracle = process.env['HUNT_ORACLE'] === 'none' ? undefined : CPython.open();
  let callables: readonly Callable[] | undefined;
  process.on('message', async (order: Order) => {
    if (order.what === 'calls') callables ??= await listing(vm, oracle);
    process.send!(
      await (order.what === 'calls' ? huntCalls(vm, oracle, callables!, order.seed) : hunt(vm, oracle, order)),
    );
  });
  process.on('disconnect', () => {
    oracle?.stop();
    process.exit();
  });
  process.send!('ready');
}

if (process.send !== undefined && process.argv[1] === new URL(import.meta.url).pathname) await work();
