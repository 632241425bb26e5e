/**
 * Running compiled patterns: JavaScript's RegExp where the pattern allows, the backtracker otherwise.
 *
 * A pattern keeps one RegExp per alphabet of subjects and way of matching, made when first needed. Positions
 * inside are UTF-16 units; only what a program sees is counted in characters.
 *
 * A RegExp may run for hours, and nothing can interrupt it but what loses all frames (`polling.watch`), which costs as
 * much as a hundred short matches. So what may run long (repetitions on a long text, repetitions of repetitions on any)
 * is watched until a pattern has a record of short matches, and again after the first that was long.
 */
import { clock } from '../../signals/clock.ts';
import type { Node } from './nodes.ts';
import { codePoints, hasSurrogates, isAsciiText, isLatin1Text, pointIndex } from '../../types/str/code-points.ts';
import { checkInterrupt, polling } from '../../signals/polling.ts';
import { Backtracker } from './backtrack.ts';
import { type Alphabet, type Emitted, emitJs } from './emit.ts';

/** A text to search, with what is known of it. */
export class Subject {
  readonly alphabet: Alphabet;
  private pointsMade: ArrayLike<number> | null = null;
  readonly wide: boolean;
  constructor(readonly text: string) {
    this.alphabet = isAsciiText(text) ? 'ascii' : isLatin1Text(text) ? 'latin1' : 'any';
    this.wide = this.alphabet === 'any' && hasSurrogates(text);
  }
  /** The code points, for the backtracker. */
  get points(): ArrayLike<number> {
    this.pointsMade ??= this.wide
      ? codePoints(this.text)
      : Uint16Array.from({ length: this.text.length }, (_, i) => this.text.charCodeAt(i));
    return this.pointsMade;
  }
  /** Converts a position in units to one in characters. */
  toPoint(unit: number): number {
    return this.wide ? pointIndex(this.text, unit) : unit;
  }
  /** Converts a position in characters to one in units. */
  toUnit(point: number): number {
    if (!this.wide) return point;
    let unit = 0;
    for (let i = 0; i < point; i++) unit += this.points[i]! > 0xffff ? 2 : 1;
    return unit;
  }
}

let last: Subject | null = null;

/** Returns the subject of a text; the last one is remembered. */
export function subjectOf(text: string): Subject {
  if (last === null || last.text !== text) last = new Subject(text);
  return last;
}

export type Mode = 'search' | 'match' | 'fullmatch';

/** One match: positions in units; groups by number. */
export class Found {
  private spansMade: (readonly [number, number] | null)[] | null = null;
  constructor(
    readonly start: number,
    readonly end: number,
    /** Texts of groups by number, undefined where unmatched; `texts[0]` is the whole. */
    readonly texts: readonly (string | undefined)[],
    private readonly findSpans: () => (readonly [number, number] | null)[],
    readonly lastIndex: number,
  ) {}
  /** Start and end of each group, null where unmatched. */
  get spans(): (readonly [number, number] | null)[] {
    this.spansMade ??= this.findSpans();
    return this.spansMade;
  }
}

interface Compiled {
  emitted: Emitted;
  regexes: Map<string, RegExp>;
}

/** Units of text from which on a repetition may take long, and a repetition within one. */
const LONG_TEXT = 5000;
const LONG_TEXT_NESTED = 24;
/** Short matches after which a pattern is trusted, and the milliseconds of a short one. */
const TRUSTED = 8;
const SHORT = 2;

/** Tells how deep repetitions are nested: 0 to 2. */
function depthOf(n: Node): number {
  switch (n.k) {
    case 'seq':
      return Math.max(0, ...n.items.map(depthOf));
    case 'alt':
      return Math.max(0, ...n.branches.map(depthOf));
    case 'repeat':
      return Math.min(2, (n.max > 1 ? 1 : 0) + depthOf(n.node));
    case 'group':
    case 'atomic':
    case 'look':
      return depthOf(n.node);
    case 'cond':
      return Math.max(depthOf(n.yes), n.no === null ? 0 : depthOf(n.no));
    default:
      return 0;
  }
}

/** A pattern ready to match. */
export class Engine {
  /** Units of text from which on a match may take long. */
  private readonly doubtful: number;
  /** Short matches among those. */
  private short = 0;
  private readonly js = new Map<Alphabet, Compiled | null>();
  private backtracker: Backtracker | null = null;
  /** Groups in the order in which they close, last first. */
  private readonly closing: number[];

  constructor(
    private readonly node: Node,
    private readonly groups: number,
  ) {
    const order: number[] = [];
    closingOrder(node, order);
    this.closing = order.reverse();
    this.doubtful = [Number.POSITIVE_INFINITY, LONG_TEXT, LONG_TEXT_NESTED][depthOf(node)]!;
  }

  /** Matches at or after unit `at` of a subject that ends at unit `end`; null where nothing matches. */
  run(subject: Subject, at: number, end: number, mode: Mode, nonempty = false): Found | null {
    const c = this.compiled(subject.alphabet);
    if (c === null) return this.runBacktracker(subject, at, end, mode, nonempty);
    const text = end === subject.text.length ? subject.text : subject.text.slice(0, end);
    const m = this.exec(c, text, at, mode, 'plain');
    if (m === null) return null;
    if (nonempty && m[0] === '') {
      const longer = this.exec(c, text, at, mode, 'nonempty');
      return longer === null ? null : this.found(c, text, longer, mode, 'nonempty');
    }
    return this.found(c, text, m, mode, 'plain');
  }

  private compiled(alphabet: Alphabet): Compiled | null {
    let c = this.js.get(alphabet);
    if (c === undefined) {
      const emitted = emitJs(this.node, alphabet);
      c = emitted === null ? null : { emitted, regexes: new Map() };
      this.js.set(alphabet, c);
    }
    return c;
  }

  private regex(c: Compiled, mode: Mode, kind: string, indices: boolean): RegExp {
    const key = `${mode} ${kind} ${indices}`;
    let r = c.regexes.get(key);
    if (r === undefined) {
      const source = mode === 'fullmatch' ? `(?:${c.emitted.source})$` : c.emitted.source;
      r = new RegExp(
        kind === 'nonempty' ? nonEmpty(source) : source,
        `${c.emitted.flags}${mode === 'search' ? 'g' : 'y'}${indices ? 'd' : ''}`,
      );
      c.regexes.set(key, r);
    }
    return r;
  }

  private exec(c: Compiled, text: string, at: number, mode: Mode, kind: string): RegExpExecArray | null {
    const r = this.regex(c, mode, kind, false);
    r.lastIndex = at;
    return text.length - at < this.doubtful ? r.exec(text) : this.doubtfulExec(r, text);
  }

  /** Matches what may take long. Throws KeyboardInterrupt. */
  private doubtfulExec(r: RegExp, text: string): RegExpExecArray | null {
    const started = clock();
    const at = r.lastIndex;
    const match = (): RegExpExecArray | null => {
      r.lastIndex = at;
      return r.exec(text);
    };
    const m = this.short >= TRUSTED ? match() : polling.watch(match);
    this.short = clock() - started > SHORT ? 0 : this.short + 1;
    return m;
  }

  private found(c: Compiled, text: string, m: RegExpExecArray, mode: Mode, kind: string): Found {
    const shift = kind === 'nonempty' ? 1 : 0;
    const map = c.emitted.indices;
    const texts: (string | undefined)[] = [m[0]];
    for (let g = 1; g <= this.groups; g++) texts.push(m[map[g]! + shift]);
    const start = m.index;
    const spans = (): (readonly [number, number] | null)[] => {
      const r = this.regex(c, mode === 'search' ? 'match' : mode, kind, true);
      r.lastIndex = start;
      const again = r.exec(text)!.indices!;
      const out: (readonly [number, number] | null)[] = [again[0]!];
      for (let g = 1; g <= this.groups; g++) out.push((again[map[g]! + shift] as [number, number] | undefined) ?? null);
      return out;
    };
    return new Found(start, start + m[0].length, texts, spans, this.closing.find((g) => texts[g] !== undefined) ?? 0);
  }

  private runBacktracker(subject: Subject, at: number, end: number, mode: Mode, nonempty: boolean): Found | null {
    this.backtracker ??= new Backtracker(this.node, this.groups);
    const b = this.backtracker;
    const points = subject.points;
    const stop = subject.toPoint(end);
    const first = subject.toPoint(at);
    for (let p = first; p <= (mode === 'search' ? stop : first); p++) {
      const e = b.match(points, p, stop, mode === 'fullmatch', nonempty && p === first);
      if (e < 0) continue;
      b.caps[0] = p;
      b.caps[1] = e;
      const caps = b.caps;
      const spans = Array.from({ length: this.groups + 1 }, (_, g) =>
        caps[2 * g + 1]! < 0 ? null : ([subject.toUnit(caps[2 * g]!), subject.toUnit(caps[2 * g + 1]!)] as const),
      );
      const texts = spans.map((s) => (s === null ? undefined : subject.text.slice(s[0], s[1])));
      return new Found(spans[0]![0], spans[0]![1], texts, () => spans, b.lastIndex);
    }
    return null;
  }

  /** Iterates over the matches of `finditer`, `sub` and `split`: never two at one place, empty ones included. */
  *all(subject: Subject, from: number, end: number): Generator<Found, void, undefined> {
    let at = from;
    let advance = false;
    while (at <= end) {
      let f: Found | null;
      if (advance) {
        f = this.run(subject, at, end, 'match', true);
        if (f === null) {
          at += subject.wide && subject.text.codePointAt(at)! > 0xffff ? 2 : 1;
          if (at > end) return;
          f = this.run(subject, at, end, 'search');
        }
      } else f = this.run(subject, at, end, 'search');
      if (f === null) return;
      checkInterrupt();
      yield f;
      at = f.end;
      advance = f.end === f.start;
    }
  }
}

/** Makes a pattern match only what is not empty: what remains afterwards must differ from what remained before. */
function nonEmpty(source: string): string {
  const shifted = source.replace(/\\(\d+)|\\[\s\S]/g, (all, n: string | undefined) =>
    n === undefined ? all : `\\${Number(n) + 1}`,
  );
  return `(?=([\\s\\S]*))(?:${shifted})(?!\\1$)`;
}

/** Lists groups in the order in which their parentheses close. */
function closingOrder(n: Node, out: number[]): void {
  switch (n.k) {
    case 'seq':
      for (const x of n.items) closingOrder(x, out);
      break;
    case 'alt':
      for (const b of n.branches) closingOrder(b, out);
      break;
    case 'group':
      closingOrder(n.node, out);
      if (n.index !== null) out.push(n.index);
      break;
    case 'atomic':
    case 'repeat':
    case 'look':
      closingOrder(n.node, out);
      break;
    case 'cond':
      closingOrder(n.yes, out);
      if (n.no !== null) closingOrder(n.no, out);
      break;
    default:
      break;
  }
}
