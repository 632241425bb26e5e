/** `--stats[=json]`: counters of the compiler, written to standard error at the end. */
import type { Events, JitEvent } from '../jit/events.ts';
import type { Trace, Tree } from '../ir/trace.ts';
import type { Tiers } from '../jit/tiers.ts';
import { guardCount, writeAll } from './dump.ts';

/** What is counted; the key is the name in JSON, the text that for people. */
const COUNTERS = {
  traces: 'loops compiled',
  sideTraces: 'side traces compiled',
  aborts: 'recordings aborted',
  blacklisted: 'loops given up',
  flushes: 'trees thrown away',
  guards: 'guards emitted',
  exits: 'exits taken',
  bytecodes: 'bytecodes recorded',
  irBefore: 'instructions recorded',
  irAfter: 'instructions emitted',
  jsBytes: 'JavaScript emitted (characters)',
  milliseconds: 'milliseconds in the compiler',
  baseline: 'code objects in baseline code',
  baselineBytes: 'baseline code (characters)',
  baselineMilliseconds: 'milliseconds making baseline code',
} as const;
type Counters = Record<keyof typeof COUNTERS, number>;

/** Adds up events. */
export class Stats {
  private readonly trees = new Set<Tree>();
  private readonly all: Trace[] = [];
  private readonly generated = { bytes: 0, milliseconds: 0 };
  private readonly baseline = { count: 0, bytes: 0, milliseconds: 0 };
  private readonly plain = { blacklisted: 0, flushes: 0 };
  readonly reasons = new Map<string, number>();
  noCode = '';

  /** Takes in an event. */
  on(e: JitEvent): void {
    switch (e.kind) {
      case 'stop':
        this.trees.add(e.tree);
        this.all.push(e.trace);
        break;
      case 'generated':
        this.generated.bytes += e.tree.source.length;
        this.generated.milliseconds += e.milliseconds;
        break;
      case 'baseline':
        this.baseline.count++;
        this.baseline.bytes += e.source.length;
        this.baseline.milliseconds += e.milliseconds;
        break;
      case 'refused':
        break;
      case 'abort':
        this.reasons.set(e.reason, (this.reasons.get(e.reason) ?? 0) + 1);
        break;
      case 'blacklist':
        this.plain.blacklisted++;
        break;
      case 'flush':
        this.plain.flushes++;
        break;
      case 'nocode':
        this.noCode = e.message;
        break;
      case 'fault':
        this.reasons.set('FAULT', (this.reasons.get('FAULT') ?? 0) + 1);
        break;
      case 'start':
        break;
    }
  }

  /** Returns the counters; `recorded` is the number of bytecodes recorded, in vain or not. */
  counters(recorded: number): Counters {
    const sum = (of: (t: Trace) => number): number => this.all.reduce((n, t) => n + of(t), 0);
    let exits = 0;
    for (const tree of this.trees) for (const x of tree.exits) exits += Math.max(0, x.count);
    return {
      traces: this.all.filter((t) => t.parent === null).length,
      sideTraces: this.all.filter((t) => t.parent !== null).length,
      aborts: [...this.reasons.values()].reduce((a, b) => a + b, 0),
      ...this.plain,
      guards: sum(guardCount),
      exits,
      bytecodes: recorded,
      irBefore: sum((t) => t.recorded),
      irAfter: sum((t) => [...t.ops, ...(t.body?.ops ?? [])].filter((x) => x.live).length),
      jsBytes: this.generated.bytes,
      milliseconds: rounded(sum((t) => t.milliseconds) + this.generated.milliseconds),
      baseline: this.baseline.count,
      baselineBytes: this.baseline.bytes,
      baselineMilliseconds: rounded(this.baseline.milliseconds),
    };
  }

  /** Writes the counters as text. */
  text(recorded: number): string {
    const c = this.counters(recorded);
    const lines = (Object.keys(COUNTERS) as (keyof Counters)[]).flatMap((k) => {
      const line = `  ${COUNTERS[k].padEnd(32)} ${String(c[k]).padStart(10)}`;
      if (k !== 'aborts') return [line];
      return [
        line,
        ...[...this.reasons].sort(byName).map(([reason, n]) => `    ${reason.padEnd(30)} ${String(n).padStart(10)}`),
      ];
    });
    return `JIT statistics:\n${lines.join('\n')}\n${this.noCode === '' ? '' : '  code generation is forbidden here\n'}`;
  }

  /** Writes the counters as one line of JSON. */
  json(recorded: number): string {
    const abortsByReason = Object.fromEntries([...this.reasons].sort(byName));
    const all = { v: 1, ...this.counters(recorded), abortsByReason, codeGeneration: this.noCode === '' };
    return `${JSON.stringify(all)}\n`;
  }
}

/** Rounds to a thousandth. */
function rounded(n: number): number {
  return Math.round(n * 1000) / 1000;
}

function byName(a: readonly [string, number], b: readonly [string, number]): number {
  return a[0] < b[0] ? -1 : 1;
}

/** Counts what the compiler does; returns what to do at the end. */
export function collectStats(events: Events, tiers: Tiers, format: 'text' | 'json'): () => void {
  const stats = new Stats();
  events.listen((e) => {
    stats.on(e);
  });
  return () => {
    const recorded = tiers.bytecodesRecorded;
    writeAll(2, format === 'json' ? stats.json(recorded) : stats.text(recorded));
  };
}
