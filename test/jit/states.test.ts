// The table of the compiler's states: it is whole, every state can be come to, and typical histories read well.
import { describe, expect, it, test } from 'vitest';
import {
  DISTANCES,
  EVENTS,
  EXITS,
  EXIT_STATES,
  type Event,
  PURSES,
  SITES,
  SITE_STATES,
  type Move,
  type Subject,
  type Table,
  advance,
  next,
} from '../../src/jit/states.ts';
import { type JitOptions, defaultOptions } from '../../src/options/tunables.ts';
import { ABORTS, type AbortReason, againAfter } from '../../src/tracer/aborts.ts';
import { compiled } from '../ir/trees.ts';

interface Subjects {
  readonly table: Table<string>;
  readonly states: Readonly<Record<string, string>>;
  /** The tunable that says when one is hot. */
  readonly hot: 'hotloop' | 'hotexit';
}

const SUBJECTS: Readonly<Record<'sites' | 'exits', Subjects>> = {
  sites: { table: SITES as Table<string>, states: SITE_STATES, hot: 'hotloop' },
  exits: { table: EXITS as Table<string>, states: EXIT_STATES, hot: 'hotexit' },
};

/** Lists the cells that may happen. */
function cells(table: Table<string>): { state: string; event: Event; move: Move<string> }[] {
  return Object.entries(table).flatMap(([state, row]) =>
    (Object.entries(row) as [Event, Move<string> | null][]).flatMap(([event, move]) =>
      move === null ? [] : [{ state, event, move }],
    ),
  );
}

/** Tells where an event leads, with what it becomes when too much is spent. */
function targets(table: Table<string>, state: string, event: Event): string[] {
  const move = table[state]![event]!;
  return [move.to, ...(move.spends === null ? [] : targets(table, state, PURSES[move.spends].becomes))];
}

describe.each(Object.entries(SUBJECTS))('%s', (_, { table, states }) => {
  it('have a cell for every state and event, and no other', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(states).sort());
    for (const row of Object.values(table)) expect(Object.keys(row).sort()).toEqual(Object.keys(EVENTS).sort());
  });
  it('begin cold, and can come to every state', () => {
    const seen = new Set(['cold']);
    for (const state of seen)
      for (const { event } of cells(table).filter((c) => c.state === state))
        for (const to of targets(table, state, event)) seen.add(to);
    expect([...seen].sort()).toEqual(Object.keys(states).sort());
  });
  it('never leave what is for good', () => {
    const last = cells(table).filter((c) => c.state === 'dead' || c.state === 'gone');
    expect(last.filter((c) => c.move.to !== c.state)).toEqual([]);
  });
  it('come to `compiled` and to what follows a recording only from `recording`', () => {
    for (const { state, move } of cells(table)) {
      if (['compiled', 'waiting', 'unlucky'].includes(move.to) && move.to !== state) expect(state).toBe('recording');
      if (move.to === 'recording') expect(['compiled', 'dead', 'gone']).not.toContain(state);
    }
  });
  it('throw for what cannot happen', () => {
    expect(() => next(table, 'cold', 'compiled')).toThrow("'compiled' cannot happen to what is cold");
  });
  it('spend only where an event follows that may happen', () => {
    for (const { state, move } of cells(table))
      if (move.spends !== null) expect(table[state]![PURSES[move.spends].becomes]).not.toBeNull();
  });
});

test('every event, distance and purse is used', () => {
  const all = [...cells(SUBJECTS.sites.table), ...cells(SUBJECTS.exits.table)];
  expect([...new Set(all.map((c) => c.event))].sort()).toEqual(Object.keys(EVENTS).sort());
  expect([...new Set(all.flatMap((c) => c.move.wait ?? []))].sort()).toEqual(Object.keys(DISTANCES).sort());
  expect([...new Set(all.flatMap((c) => c.move.spends ?? []))].sort()).toEqual(Object.keys(PURSES).sort());
});

/** Takes a place through events; writes a line for each: the event, the state then, where its counter is. */
function history(of: keyof typeof SUBJECTS, events: string, changed: Partial<JitOptions> = {}): string {
  const { table, hot } = SUBJECTS[of];
  const options = { ...defaultOptions(), ...changed };
  const place: Subject<string> = { state: 'cold', attempts: 0 };
  const lines = events.split(/\s+/).map((event) => {
    const { to, wait } = advance(table, place, event as Event, options);
    const counter = wait === null ? '' : ` ${options[hot] - DISTANCES[wait](options[hot], place, options)}`;
    return `${event} -> ${to}${counter}`;
  });
  return lines.join('\n');
}

describe('histories', () => {
  test('a loop that is compiled, and thrown away when a function it calls is defined anew', () => {
    expect(history('sites', 'reached compiled flushed served reached compiled')).toMatchInlineSnapshot(`
      "reached -> recording
      compiled -> compiled
      flushed -> penalised -90
      served -> cold
      reached -> recording
      compiled -> compiled"
    `);
  });
  test('a loop of five iterations, entered again and again', () => {
    expect(history('sites', 'reached soon reached soon reached soon reached compiled')).toMatchInlineSnapshot(`
      "reached -> recording
      soon -> unlucky 82
      reached -> recording
      soon -> unlucky 86
      reached -> recording
      soon -> unlucky 79
      reached -> recording
      compiled -> compiled"
    `);
  });
  test('a loop whose recordings are always ended by chance', () => {
    expect(
      history('sites', 'reached soon reached soon reached soon served reached soon', { maxsoon: 3, attempts: 2 }),
    ).toMatchInlineSnapshot(`
      "reached -> recording
      soon -> unlucky 82
      reached -> recording
      soon -> unlucky 86
      reached -> recording
      soon -> penalised -90
      served -> cold
      reached -> recording
      soon -> dead -Infinity"
    `);
  });
  test('a loop with a loop in it: the outer one is recorded first, and waits', () => {
    expect(history('sites', 'reached penalty wanted served reached compiled')).toMatchInlineSnapshot(`
      "reached -> recording
      penalty -> penalised -90
      wanted -> penalised
      served -> cold
      reached -> recording
      compiled -> compiled"
    `);
    expect(history('sites', 'wanted reached compiled wanted')).toMatchInlineSnapshot(`
      "wanted -> hot 90
      reached -> recording
      compiled -> compiled
      wanted -> compiled"
    `);
  });
  test('a loop that calls a function with a loop', () => {
    expect(history('sites', 'reached waits reached waits reached compiled')).toMatchInlineSnapshot(`
      "reached -> recording
      waits -> waiting 82
      reached -> recording
      waits -> waiting 86
      reached -> recording
      compiled -> compiled"
    `);
  });
  test('a loop with a construct that only the interpreter runs', () => {
    const again = 'served reached penalty ';
    expect(history('sites', `reached penalty ${again.repeat(5)}wanted busy`)).toMatchInlineSnapshot(`
      "reached -> recording
      penalty -> penalised -90
      served -> cold
      reached -> recording
      penalty -> penalised -270
      served -> cold
      reached -> recording
      penalty -> penalised -630
      served -> cold
      reached -> recording
      penalty -> penalised -1350
      served -> cold
      reached -> recording
      penalty -> penalised -2790
      served -> cold
      reached -> recording
      penalty -> dead -Infinity
      wanted -> dead
      busy -> dead -Infinity"
    `);
  });
  test('a function that changes a fact it relies on, each time', () => {
    expect(history('sites', 'reached broken reached broken reached broken', { attempts: 3 })).toMatchInlineSnapshot(`
      "reached -> recording
      broken -> hot 90
      reached -> recording
      broken -> hot 90
      reached -> recording
      broken -> dead -Infinity"
    `);
  });
  test('a loop reached by the recording of another', () => {
    expect(history('sites', 'busy reached busy compiled')).toMatchInlineSnapshot(`
      "busy -> cold 0
      reached -> recording
      busy -> recording 0
      compiled -> compiled"
    `);
  });
  test('a loop on a host that makes no functions out of text', () => {
    expect(history('sites', 'reached refused')).toMatchInlineSnapshot(`
      "reached -> recording
      refused -> dead -Infinity"
    `);
    expect(history('sites', 'refused reached')).toMatchInlineSnapshot(`
      "refused -> dead -Infinity
      reached -> dead -Infinity"
    `);
  });
  test('an exit that gets its side trace', () => {
    expect(history('exits', 'busy reached waits reached compiled flushed reached')).toMatchInlineSnapshot(`
      "busy -> cold
      reached -> recording
      waits -> waiting -12
      reached -> recording
      compiled -> compiled
      flushed -> gone
      reached -> gone"
    `);
  });
  test('an exit whose side cannot be recorded', () => {
    expect(history('exits', 'reached penalty reached penalty reached penalty reached')).toMatchInlineSnapshot(`
      "reached -> recording
      penalty -> penalised -24
      reached -> recording
      penalty -> penalised -48
      reached -> recording
      penalty -> dead
      reached -> dead"
    `);
  });
  test('an exit of a tree that is full', () => {
    expect(history('exits', 'reached final reached flushed')).toMatchInlineSnapshot(`
      "reached -> recording
      final -> dead
      reached -> dead
      flushed -> dead"
    `);
  });
});

test('distances after a recording that was ended by chance go through all there are', () => {
  const options = defaultOptions();
  const all = Array.from({ length: options.soon }, (_, soon) => DISTANCES.soon(90, { attempts: 0, soon }, options));
  expect([...all].sort((a, b) => a - b)).toEqual(Array.from({ length: options.soon }, (_, i) => i + 1));
});

test('every reason to give a recording up says when there is another', () => {
  const lines = (Object.keys(ABORTS) as AbortReason[]).map((reason) => {
    const [elsewhere, inFunction] = [againAfter(reason, false), againAfter(reason, true)];
    return `${reason} ${elsewhere}${elsewhere === inFunction ? '' : `, in a function ${inFunction}`}`;
  });
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "CALLEE_FIRST waits
    ESCAPE penalty
    EXCEPTION penalty
    EXHAUSTED penalty
    GENERATOR penalty
    INNER_LOOP penalty, in a function soon
    LEAVES_LOOP soon
    LEAVES_FRAME soon
    NOT_STABLE penalty
    TOO_LONG penalty
    TREE_FULL final
    NO_STACK penalty
    FAULT final
    FRAME_ACCESS penalty"
  `);
});

describe('the compiler', () => {
  const starts = async (source: string, jit: string): Promise<string[]> =>
    (await compiled(source, { jit })).events.flatMap((e) =>
      e.kind === 'start' ? [`${e.place.name}:${e.place.line}`] : [],
    );
  it('gives a function up that changes, each time, a fact its recording relies on', async () => {
    const source = `
class C:
    made = 0
    def __init__(self):
        C.made += 1
for i in range(300): C()
print(C.made)
`;
    expect((await starts(source, 'hotloop=1000,hotcall=5,attempts=3')).length).toBe(3);
    expect((await compiled(source, { jit: 'hotloop=1000,hotcall=5,attempts=3' })).stdout).toBe('300\n');
  });
  it('records an inner loop as soon as the outer one has met it', async () => {
    const source = `
def f(n):
    t = 0
    for i in range(n):
        if i > 8:
            for j in range(4): t += j
    return t
print(f(40))
`;
    expect((await starts(source, 'hotloop=10,hotexit=1000')).slice(0, 2)).toEqual(['f:4', 'f:6']);
  });
});
