/**
 * THE table of the compiler's states: state × event → state, for sites and for exits.
 *
 * A *site* is a loop header or the beginning of a function's body; its tree grows by side traces at *exits*.
 * Both are counted until they are reached often enough, recorded, and then compiled or tried again later:
 *
 *                         ┌─── compiled ───► compiled ──── flushed ──► penalised (an exit: gone)
 *         reached         ├─── waits ──────► waiting ───┐
 *    cold ─────────► recording ─ soon ─────► unlucky ───┼─ reached ──► recording
 *     ▲                   ├─── broken ─────► hot ───────┘
 *     │                   ├─── final ──────► dead
 *     │                   └─── penalty ────► penalised ─── served ──┐
 *     └─────────────────────────────────────────────────────────────┘
 *
 * A cold site of code that is made anew and anew (`exec` in a loop) is a `twin`: it serves a penalty first.
 * Besides, a site that is cold, waiting or unlucky turns hot when another recording `wanted` it, and cold when
 * it is reached while another place is recorded (`busy`). An exit serves no penalty: it only counts longer.
 *
 * How long a place stays where it is, is said by its counter. The interpreter compares all counters of a sort
 * with one number (`hotloop`, `hotcall`; at exits `hotexit`), because that must cost nothing; so a place that is
 * to wait longer has its counter set back, where needed below zero. A cell of the table says by `wait` how far
 * from that number the counter is set (`DISTANCES`). A site whose counter is negative serves a penalty; at zero
 * it has `served` it, and is as cold as on the first day.
 *
 * How often something may happen is said by what a cell `spends`: the counter of the place that goes up, and
 * in `PURSES` the tunable it is compared with and the event that takes place instead when that much is spent.
 * So bad luck becomes a penalty in the end, and too many penalties are final.
 *
 * What kind of failure an abort is stands beside its reason, in `tracer/aborts.ts` (`again`).
 *
 * Invariants: at most one place is `recording`; a site has a tree exactly in `compiled`; nothing leaves `dead`
 * or `gone`. A cell that is null cannot happen; to be asked for it is a fault of ours and throws.
 */
import type { ExitState } from '../ir/trace.ts';
import type { JitOptions, TunableName } from '../options/tunables.ts';

/** States of a site. */
export const SITE_STATES = {
  cold: 'is interpreted and counted',
  hot: 'is recorded the next time it is reached',
  recording: 'is being recorded',
  waiting: 'gave its recording up for a callee, which is to be compiled first',
  unlucky: 'has a recording behind it whose end says nothing against it, as one that began in a last iteration',
  penalised: 'serves a penalty: counts from below zero',
  compiled: 'has a tree',
  dead: 'is left to the interpreter for good',
} as const;
export type SiteState = keyof typeof SITE_STATES;

/** States of an exit. */
export const EXIT_STATES: Record<ExitState, string> = {
  cold: 'is taken and counted',
  hot: 'is recorded the next time it is taken',
  recording: 'the path behind it is being recorded',
  waiting: 'gave its recording up for a callee, which is to be compiled first',
  penalised: 'counts from below zero',
  compiled: 'has a side trace',
  dead: 'is left alone for good',
  gone: 'its tree was thrown away',
};

/** What happens to places. */
export const EVENTS = {
  reached: 'its counter has reached the tunable, and nothing is being recorded',
  twin: 'its counter has reached the tunable, and much code just like it has been compiled before',
  busy: 'its counter has reached the tunable while something is being recorded',
  wanted: 'a recording has met it and is given up so that it is compiled first',
  served: 'the counter of a penalised site has come to zero',
  compiled: 'its recording has become code',
  waits: 'its recording was given up for a callee',
  soon: 'its recording was ended by chance',
  penalty: 'its recording failed',
  final: 'its recording failed, and would again',
  broken: 'a fact its recording relies on broke before there was code',
  flushed: 'a fact the compiled code relies on broke: the tree is thrown away',
  refused: 'the host makes no functions out of text',
} as const;
export type Event = keyof typeof EVENTS;

/** Where a counter is set to, as the distance from the number at which the place is hot. */
export const DISTANCES = {
  /** Next time. */
  now: () => 0,
  /** As on the first day. */
  anew: (hot) => hot,
  /** After a few more times, never the same number twice running: a rhythm of the program must not be hit. */
  soon: (_, { soon = 0 }, { soon: within }) => 1 + ((soon * STRIDE) % within),
  /** Twice as far after each attempt. */
  longer: (hot, { attempts }) => hot * 2 ** attempts,
  /** As on the first day, and then twice as far for every few of its twins. */
  twins: (hot, { twins = 0 }) => hot + hot * 2 ** Math.min(twins, MOST_TWINS),
  /** As on the first day, and then twice as far after each attempt. */
  later: (hot, { attempts }) => hot + hot * 2 ** attempts,
  never: () => Number.POSITIVE_INFINITY,
} as const satisfies Record<string, (hot: number, spent: Spent, options: JitOptions) => number>;
export type Wait = keyof typeof DISTANCES;

/** Step of the distances `soon`; prime, so that it goes through all of them. */
const STRIDE = 7;

/** Twins make no wait longer than the counter can be set back. */
const MOST_TWINS = 20;

/** What is counted of a place for its whole life. */
interface Spent {
  /** Recordings that failed. */
  attempts: number;
  /** Of a site: recordings that were ended by chance. */
  soon?: number;
  /** Of a site: for how many times a few places just like it there are trees (`Trees.twinsOf`). */
  twins?: number;
}

/** A counter, how far it may go, and the event in place of the one that brings it there. */
interface Purse {
  readonly counter: 'attempts' | 'soon';
  readonly most: TunableName;
  readonly becomes: Event;
}

/** What a cell may spend. */
export const PURSES = {
  luck: { counter: 'soon', most: 'maxsoon', becomes: 'penalty' },
  attempts: { counter: 'attempts', most: 'attempts', becomes: 'final' },
  sidetries: { counter: 'attempts', most: 'sidetries', becomes: 'final' },
} as const satisfies Record<string, Purse>;

/** A cell of the table. */
export interface Move<S> {
  readonly to: S;
  /** Where the counter is set to; null = it stays. */
  readonly wait: Wait | null;
  readonly spends: keyof typeof PURSES | null;
  /** Why, where it is not obvious. */
  readonly why: string;
}

export type Table<S extends string> = Readonly<Record<S, Readonly<Record<Event, Move<S> | null>>>>;

/** Makes a cell. */
function go<S extends string>(to: S, how: Partial<Omit<Move<S>, 'to'>> = {}): Move<S> {
  return { to, wait: null, spends: null, why: '', ...how };
}

/** What only ends a recording, and cannot happen without one. */
const NO_RECORDING = {
  twin: null,
  compiled: null,
  waits: null,
  soon: null,
  penalty: null,
  final: null,
  broken: null,
} as const;

/** What only sites are told. */
const NO_SITE = { twin: null, wanted: null, served: null, refused: null } as const;

/** A site that is counted: it may be recorded, or wanted by another recording. */
const COUNTED = {
  ...NO_RECORDING,
  reached: go('recording'),
  busy: go('cold', { wait: 'anew', why: 'one recording at a time; it must not ask again at every step of that' }),
  wanted: go('hot', { wait: 'now' }),
  served: null,
  flushed: null,
  refused: go('dead', { wait: 'never' }),
} as const;

export const SITES: Table<SiteState> = {
  cold: {
    ...COUNTED,
    twin: go('penalised', { wait: 'twins', why: 'a program that makes code anew and drops it: compiling costs more' }),
  },
  hot: COUNTED,
  waiting: COUNTED,
  unlucky: COUNTED,
  penalised: {
    ...COUNTED,
    reached: null,
    busy: null,
    wanted: go('penalised', { why: 'what failed is no reason for others to hope' }),
    served: go('cold'),
    refused: null,
  },
  recording: {
    twin: null,
    reached: null,
    busy: go('recording', { wait: 'anew', why: 'the program being recorded has come here again, by a call' }),
    wanted: null,
    served: null,
    compiled: go('compiled'),
    waits: go('waiting', { wait: 'soon', spends: 'luck', why: 'the callee is recorded at its next call' }),
    soon: go('unlucky', { wait: 'soon', spends: 'luck' }),
    penalty: go('penalised', { wait: 'longer', spends: 'attempts' }),
    final: go('dead', { wait: 'never' }),
    broken: go('hot', { wait: 'now', spends: 'attempts', why: 'the same path may do without the fact' }),
    flushed: null,
    refused: go('dead', { wait: 'never' }),
  },
  compiled: {
    ...NO_RECORDING,
    reached: null,
    busy: null,
    wanted: go('compiled'),
    served: null,
    final: go('dead', { wait: 'never', why: 'thrown away too often' }),
    flushed: go('penalised', { wait: 'longer', spends: 'attempts', why: 'a fact that changes all the time' }),
    refused: null,
  },
  dead: {
    ...NO_RECORDING,
    reached: go('dead', { wait: 'never', why: 'even the longest counter comes round' }),
    busy: go('dead', { wait: 'never' }),
    wanted: go('dead'),
    served: null,
    flushed: go('dead', { why: 'a tree that was refused its code' }),
    refused: go('dead', { wait: 'never' }),
  },
};

/** An exit that is counted. */
function counted(state: ExitState): Table<ExitState>[ExitState] {
  return {
    ...NO_RECORDING,
    ...NO_SITE,
    reached: go<ExitState>('recording'),
    busy: go(state, { why: 'exits are not in the way of a recording: it asks again next time' }),
    flushed: go('gone'),
  };
}

/** An exit at which nothing is recorded any more. */
function closed(state: ExitState, flushed: Move<ExitState> | null): Table<ExitState>[ExitState] {
  return { ...NO_RECORDING, ...NO_SITE, reached: go(state), busy: go(state), flushed };
}

export const EXITS: Table<ExitState> = {
  cold: counted('cold'),
  hot: counted('hot'),
  waiting: counted('waiting'),
  penalised: counted('penalised'),
  recording: {
    ...NO_SITE,
    reached: null,
    busy: go('recording', { why: 'the program being recorded has come here again, by a call' }),
    compiled: go('compiled'),
    waits: go('waiting', { wait: 'later', why: 'no attempt: the callee is to blame' }),
    soon: null,
    penalty: go('penalised', { wait: 'later', spends: 'sidetries' }),
    final: go('dead'),
    broken: go('hot', { spends: 'sidetries', why: 'the same path may do without the fact' }),
    flushed: go('gone'),
  },
  compiled: closed('compiled', go('gone')),
  dead: closed('dead', go('dead')),
  gone: closed('gone', null),
};

/** Returns the cell for an event in a state. */
export function next<S extends string>(table: Table<S>, state: S, event: Event): Move<S> {
  const move = table[state][event];
  if (move === null) throw new Error(`'${event}' cannot happen to what is ${state}`);
  return move;
}

/** A loop, function or exit. */
export interface Subject<S extends string> extends Spent {
  state: S;
}

/** Takes a place to its next state, spending what the cell spends; returns the cell that was used in the end. */
export function advance<S extends string>(
  table: Table<S>,
  place: Subject<S>,
  event: Event,
  options: JitOptions,
): Move<S> {
  let move = next(table, place.state, event);
  while (move.spends !== null) {
    const { counter, most, becomes } = PURSES[move.spends];
    const spent = (place[counter] ?? 0) + 1;
    place[counter] = spent;
    if (spent < options[most]) break;
    move = next(table, place.state, becomes);
  }
  place.state = move.to;
  return move;
}
