/**
 * Reads the text that `print.ts` writes: trees, and recordings for tests of the optimiser.
 *
 * What host objects are cannot be read back from a description, so the caller hands in the objects
 * that `@0`, `@1`, … stand for (the printer's `objects`, or what a test likes). Marks `~` and `-` say
 * what is not live. In a recording a guard or call may leave its snapshot out and then has the one
 * before, at first that of the parameters.
 *
 * Throws SyntaxError naming the line.
 */
import { OPS, type OpName, type Sort, rowOf } from './ops.ts';
import {
  type Body,
  type Carried,
  type Exit,
  type ExitKind,
  type Callable,
  Ins,
  type Invocation,
  type IrOp,
  type PendingStore,
  type Position,
  type Snapshot,
  type SnapshotFrame,
  type Trace,
  type TraceEnd,
  type Tree,
  isCall,
} from './trace.ts';

/** A recording as the optimiser takes it. */
export interface ParsedRecording {
  readonly ops: Ins[];
  readonly params: (Ins | undefined)[];
  readonly slots: (Ins | undefined)[];
  readonly frames: readonly SnapshotFrame[];
}

/** Stands for a frame or a code object of which only the name is known. */
interface Named {
  readonly name: string;
}

/** Reads a tree; `objects` are what `@n` stands for. */
export function parseTree(text: string, objects: readonly unknown[] = []): Tree {
  return new Parser(text, objects).tree();
}

/** Reads a recording; `objects` are what `@n` stands for. */
export function parseRecording(text: string, objects: readonly unknown[] = []): ParsedRecording {
  return new Parser(text, objects).recording();
}

class Parser {
  private readonly lines: string[];
  private line = 0;
  private readonly names = new Map<string, Ins>();
  private readonly constants = new Map<string, Ins>();
  private readonly shells = new Map<string, Named>();
  private readonly exits: Exit[] = [];
  private nextId = 100000;
  private position: Position | null = null;
  private lastSnapshot: Snapshot | null = null;
  /** Exits are made before the trace they are in. */
  private current: Trace | null = null;

  constructor(
    text: string,
    private readonly objects: readonly unknown[],
  ) {
    this.lines = text.split('\n').map((l) => l.trimEnd());
  }

  private fail(text: string): never {
    throw new SyntaxError(`line ${this.line + 1}: ${text}: ${this.lines[this.line] ?? 'end'}`);
  }

  /** Returns the next line that says anything, its mark apart; positions are taken in. */
  private next(): { mark: string; text: string } | null {
    for (; this.line < this.lines.length; this.line++) {
      const text = this.lines[this.line]!.trim();
      if (text === '') continue;
      const place = /^; (.*):(\d+) (\S.*)$/.exec(text);
      if (place === null) return /^[~-] /.test(text) ? { mark: text[0]!, text: text.slice(2) } : { mark: '', text };
      const [, filename, line, qualname] = place;
      const at = Number(line);
      this.position = { code: { filename, qualname, lineOf: () => at, positions: new Int32Array(0) }, pc: at };
    }
    return null;
  }

  /** Takes the next line if it matches. */
  private take(pattern: RegExp): RegExpExecArray | null {
    const n = this.next();
    const m = n === null ? null : pattern.exec(n.text);
    if (m !== null) this.line++;
    return m;
  }

  tree(): Tree {
    const head =
      this.take(/^(?:tree|function) (\d+) (\S+) header (\d+) sp (\d+)(?: slots((?: \d+)*))?$/) ??
      this.fail('a tree expected');
    const traces: Trace[] = [];
    for (;;) {
      const entry = this.take(/^entry (\d+)$/);
      const side = entry === null ? this.take(/^side (\d+) of exit (\d+)$/) : null;
      if (entry === null && side === null) break;
      const parent = side === null ? null : (this.exits[Number(side[2])] ?? this.fail(`no exit ${side[2]}`));
      traces.push(this.trace(Number((entry ?? side)![1]), parent));
    }
    if (this.next() !== null) this.fail('a trace expected');
    return {
      kind: head[5] === undefined ? 'loop' : 'function',
      id: Number(head[1]),
      name: head[2]!,
      code: null,
      header: Number(head[3]),
      sp: Number(head[4]),
      root: traces[0] ?? this.fail('no trace'),
      exits: this.exits,
      traces,
      validity: { valid: true },
      fn: null,
      source: '',
      callable:
        head[5] === undefined
          ? null
          : notLinked(
              head[5]
                .split(' ')
                .filter((w) => w !== '')
                .map(Number),
            ),
    };
  }

  private trace(id: number, parent: Exit | null): Trace {
    const params: (Ins | undefined)[] = [];
    const t: Trace = { id, parent, params, ops: [], end: null, body: null, bytecodes: 0, recorded: 0, milliseconds: 0 };
    if (parent !== null) parent.side = t;
    this.current = t;
    this.position = null;
    this.instructions(t.ops, params);
    t.end = this.end();
    if (this.take(/^body$/) !== null) t.body = this.body();
    return t;
  }

  private body(): Body {
    this.position = null;
    const slotsText = (this.take(/^slots(?: (.*))?$/) ?? this.fail('slots expected'))[1];
    const reliesText = this.take(/^relies (.*)$/)?.[1];
    const phis: Ins[] = [];
    const carried: Carried[] = [];
    const kinds: (string | null)[] = [];
    const ranges: ({ lo: number; hi: number } | null)[] = [];
    const pendingArgs: [Ins, string][] = [];
    const number = String.raw`-?\d+`;
    const pattern = new RegExp(
      String.raw`^(l\d+) (\w+) = phi (.*) for (?:slot (\d+)|store (\S+))(?: in (${number})\.\.(${number}))?(?: is (\w+))?$`,
    );
    for (let n = this.next(); n !== null && pattern.test(n.text); n = this.next()) {
      const m = pattern.exec(n.text)!;
      const phi = this.define(m[1]!, 'phi', m[2] as Sort, [], undefined, n.mark === '');
      phis.push(phi);
      pendingArgs.push([phi, m[3]!]);
      carried.push(m[4] === undefined ? { kind: 'store', key: m[5]! } : { kind: 'slot', slot: Number(m[4]) });
      ranges.push(m[6] === undefined ? null : { lo: Number(m[6]), hi: Number(m[7]) });
      kinds.push(m[8] ?? null);
      this.line++;
    }
    const ops: Ins[] = [];
    this.instructions(ops, []);
    const end = this.end() ?? this.fail('an end expected');
    for (const [phi, args] of pendingArgs) phi.args = this.operands(args, [phi.sort as Sort, phi.sort as Sort]);
    const slots = this.slots(slotsText ?? '');
    const relies = new Map<string, Ins>();
    for (const item of reliesText?.split(' ') ?? []) {
      const eq = item.indexOf('=');
      relies.set(
        item.slice(0, eq),
        this.operand(item.slice(eq + 1), rowOf(item.slice(0, item.indexOf(':')) as OpName).result as Sort),
      );
    }
    return { phis, ops, end, slots, carried, reliesOn: relies, kinds, ranges };
  }

  recording(): ParsedRecording {
    this.take(/^recording$/);
    const params: (Ins | undefined)[] = [];
    const ops: Ins[] = [];
    this.instructions(ops, params);
    const end = this.take(/^end closed(?: (.*))?$/) ?? this.fail('end closed expected');
    const slots = this.slots(end[1] ?? '');
    const frames = [{ shell: this.shell('f'), pc: 0, slots, instance: undefined }];
    for (const x of [...ops, ...params]) if (x !== undefined) x.live = false;
    return { ops, params, slots, frames };
  }

  /* ---- instructions ---- */

  /** Reads instructions up to an end or a new part. */
  private instructions(out: Ins[], params: (Ins | undefined)[]): void {
    for (let n = this.next(); n !== null && !/^(end |body$|side |entry |tree )/.test(n.text); n = this.next()) {
      const param = /^([pa]\d+) ref = param (-?\d+)$/.exec(n.text);
      if (param !== null) {
        const slot = Number(param[2]);
        const p = this.define(param[1]!, 'param', 'ref', [], slot, n.mark === '');
        if (param[1]!.startsWith('p')) {
          while (params.length < slot) params.push(undefined);
          params[slot] = p;
        } else params.push(p);
      } else {
        if (this.lastSnapshot === null)
          this.lastSnapshot = {
            frames: [{ shell: this.shell('f'), pc: 0, slots: [...params], instance: undefined }],
            pending: [],
          };
        out.push(this.instruction(n.text, n.mark === ''));
      }
      this.line++;
    }
  }

  private instruction(text: string, live: boolean): Ins {
    const { body, exit } = this.splitExit(text);
    const guard = /^guard (after )?(!)?(\S+)$/.exec(body);
    let x: Ins;
    if (guard !== null) {
      x = new Ins(
        this.nextId++,
        'guard',
        'none',
        [this.operand(guard[3]!, 'bool')],
        guard[1] === undefined ? undefined : 'after',
      );
      x.expect = guard[2] === undefined;
      x.live = live;
    } else {
      const m = /^(?:(v\d+) (\w+) = )?(\w+)(?: (.*))?$/.exec(body) ?? this.fail('an instruction expected');
      x = this.plain(m[1], m[3]!, m[4] ?? '', live);
    }
    x.position = this.position;
    if (x.op === 'guard' || isCall(x.op)) this.attach(x, exit);
    return x;
  }

  private plain(name: string | undefined, op: string, args: string, live: boolean): Ins {
    if (isCall(op as IrOp)) {
      const m = /^(@\d+(?:<[^>]*>)?) ?(.*)$/.exec(args) ?? this.fail('a callee expected');
      return this.define(
        name ?? this.fail('a name expected'),
        op as IrOp,
        'ref',
        this.operands(m[2]!, null),
        this.object(m[1]!),
        live,
      );
    }
    if (!Object.hasOwn(OPS, op)) this.fail(`no op ${op}`);
    const row = rowOf(op as OpName);
    const operands = this.operands(args, row.args);
    if (row.result === 'none') {
      const x = new Ins(this.nextId++, op as IrOp, 'none', operands, undefined);
      x.live = live;
      return x;
    }
    return this.define(name ?? this.fail('a name expected'), op as IrOp, row.result, operands, undefined, live);
  }

  private define(name: string, op: IrOp, sort: Sort, args: Ins[], value: unknown, live: boolean): Ins {
    if (this.names.has(name)) this.fail(`${name} is defined twice`);
    const n = Number(name.slice(1));
    const x = new Ins(op !== 'param' ? n : name.startsWith('a') ? -1 - n : this.nextId++, op, sort, args, value);
    x.live = live;
    this.names.set(name, x);
    return x;
  }

  /* ---- exits and snapshots ---- */

  private splitExit(text: string): { body: string; exit: string | null } {
    const [body, exit] = splitOutside(text, ' -> ');
    return { body: body!, exit: exit ?? null };
  }

  private attach(x: Ins, text: string | null): void {
    const exit = text === null ? null : /^exit (\d+) (\[[^\]]*\]|direct) (\{.*\})$/.exec(text);
    if (exit !== null) {
      x.exit = this.exit(
        Number(exit[1]),
        x.op === 'guard' ? 'guard' : 'raise',
        exit[2]!,
        exit[3]!,
        x.op === 'guard' ? x : null,
      );
      x.snapshot = x.exit.snapshot;
    } else {
      if (text !== null) this.lastSnapshot = this.snapshot(text);
      x.snapshot = this.lastSnapshot;
    }
  }

  private exit(id: number, kind: ExitKind, leaves: string, snapshot: string, guard: Ins | null): Exit {
    const e: Exit = {
      id,
      kind,
      snapshot: this.snapshot(snapshot),
      leaves:
        leaves === 'direct' || leaves === '[]'
          ? []
          : leaves
              .slice(1, -1)
              .split(' ')
              .map((w) => this.operand(w, 'ref')),
      direct: leaves === 'direct',
      count: 0,
      guard,
      state: 'cold',
      attempts: 0,
      side: null,
      trace: this.current!,
      position: this.position,
    };
    this.exits[id] = e;
    return e;
  }

  private snapshot(text: string): Snapshot {
    const [frames, ...pending] = splitOutside(text.slice(1, -1), '; ');
    return {
      frames: splitOutside(frames!, ' / ').map((f) => this.frame(f)),
      pending: pending.map((p): PendingStore => {
        const op = p.slice(0, p.indexOf(' ')) as OpName;
        return { op, args: this.operands(p.slice(op.length + 1), rowOf(op).args) };
      }),
    };
  }

  private frame(text: string): SnapshotFrame {
    const m = /^([^@]*)@(\d+)(!)?:(?: (.*))?$/.exec(text) ?? this.fail('a frame expected');
    const words = splitOutside(m[4] ?? '', ' ');
    const made = words.at(-2) === 'new' ? words.splice(-2)[1]! : null;
    return {
      shell: this.shell(m[1]!),
      pc: Number(m[2]),
      slots: this.slotsOf(words),
      instance: made === null ? undefined : this.operand(made, 'ref'),
      returning: m[3] !== undefined,
    };
  }

  private shell(name: string): Named {
    let s = this.shells.get(name);
    if (s === undefined) {
      s = { name };
      this.shells.set(name, s);
    }
    return s;
  }

  private end(): TraceEnd | null {
    const m = this.take(/^end (loop|entry|return|invoke|link|stop)(?: (.*))?$/);
    if (m === null) return null;
    switch (m[1]) {
      case 'loop': {
        const phis = this.current!.parent === null ? null : this.rootPhis();
        const words = splitOutside(m[2] ?? '', ' ').filter((w) => w !== '');
        return { kind: 'loop', next: words.map((w, i) => this.operand(w, (phis?.[i]?.sort ?? 'ref') as Sort)) };
      }
      case 'return': {
        const [value, exit] = splitOutside(m[2] ?? '', ' -> ');
        const e =
          exit === undefined
            ? null
            : (/^exit (\d+) (\[[^\]]*\]|direct) (\{.*\})$/.exec(exit) ?? this.fail('an exit expected'));
        return {
          kind: 'return',
          value: this.operand(value!, 'ref'),
          exit: e === null ? null : this.exit(Number(e[1]), 'stop', e[2]!, e[3]!, null),
        };
      }
      case 'invoke': {
        const c = /^(@\d+(?:<[^>]*>)?) ?(.*)$/.exec(m[2] ?? '') ?? this.fail('a callee expected');
        return { kind: 'invoke', value: this.object(c[1]!) as Invocation, args: this.operands(c[2]!, null) };
      }
      case 'entry':
        return { kind: 'entry', slots: this.slots(m[2] ?? '') };
      default: {
        const e = /^exit (\d+) (\[[^\]]*\]|direct) (\{.*\})$/.exec(m[2] ?? '') ?? this.fail('an exit expected');
        return { kind: 'exit', exit: this.exit(Number(e[1]), m[1] as ExitKind, e[2]!, e[3]!, null) };
      }
    }
  }

  private rootPhis(): readonly Ins[] | null {
    for (let t = this.current; t !== null; t = t.parent?.trace ?? null) if (t.body !== null) return t.body.phis;
    return null;
  }

  /* ---- operands ---- */

  private slots(text: string): (Ins | undefined)[] {
    return this.slotsOf(splitOutside(text, ' '));
  }

  private slotsOf(words: readonly string[]): (Ins | undefined)[] {
    return words.filter((w) => w !== '').map((w) => (w === '_' ? undefined : this.operand(w, 'ref')));
  }

  /** Reads operands separated by commas; `sorts` null means all are refs. */
  private operands(text: string, sorts: readonly Sort[] | null): Ins[] {
    if (text === '') return [];
    return splitOutside(text, ', ').map((w, i) => this.operand(w, sorts?.[i] ?? 'ref'));
  }

  /** Reads a name or a constant, of the sort expected of it. */
  private operand(word: string, sort: Sort): Ins {
    const named = this.names.get(word);
    if (named !== undefined) return named;
    if (/^[pavl]\d+$/.test(word)) this.fail(`${word} is not defined`);
    const [s, value] = this.constant(word, sort);
    const key = `${s} ${word}`;
    let c = this.constants.get(key);
    if (c === undefined) {
      c = new Ins(this.nextId++, 'const', s, [], value);
      c.host = value;
      this.constants.set(key, c);
    }
    return c;
  }

  private constant(word: string, sort: Sort): [Sort, unknown] {
    if (word === '#null') return ['ref', undefined];
    if (word.startsWith('@')) return ['ref', this.object(word)];
    if (word.startsWith('"')) return ['ref', JSON.parse(word)];
    if (word.startsWith('#')) {
      const w = word.slice(1);
      return ['ref', w === 'true' ? true : w === 'false' ? false : integer(w)];
    }
    if (word === 'true' || word === 'false') return ['bool', word === 'true'];
    if (/^-?inf$/.test(word)) return ['float', word === 'inf' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY];
    if (word === 'nan') return ['float', Number.NaN];
    if (!/^-?\d/.test(word)) this.fail(`no operand: ${word}`);
    return /[.e]/.test(word) || sort === 'float' ? ['float', Number(word)] : ['int', Number(word)];
  }

  private object(word: string): unknown {
    const n = Number(/^@(\d+)/.exec(word)?.[1] ?? this.fail('an object expected'));
    return n < this.objects.length ? this.objects[n] : this.fail(`no object @${n}`);
  }
}

/** Stands for the surroundings of a function's tree that is text only. */
function notLinked(slots: number[]): Callable {
  const refuse = (): never => {
    throw new Error('a parsed tree is not linked');
  };
  return {
    slots,
    floats: [],
    out: [],
    limits: { callLimit: Number.POSITIVE_INFINITY },
    leave: refuse,
    interpret: refuse,
    run: null,
    boxed: null,
  };
}

/** Returns a number, or a bigint where a number cannot be exact. */
function integer(text: string): number | bigint {
  const n = Number(text);
  return Number.isSafeInteger(n) ? n : BigInt(text);
}

/** Splits at a separator outside strings and descriptions. */
function splitOutside(text: string, separator: string): string[] {
  const out: string[] = [];
  let from = 0;
  let quoted = false;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '\\') i++;
      else if (c === '"') quoted = false;
      continue;
    }
    if (c === '"') quoted = true;
    else if (c === '<' && (depth > 0 || /@\d+$/.test(text.slice(Math.max(0, i - 12), i)))) depth++;
    else if (c === '>' && depth > 0) depth--;
    else if (depth === 0 && text.startsWith(separator, i)) {
      out.push(text.slice(from, i));
      from = i + separator.length;
      i = from - 1;
    }
  }
  out.push(text.slice(from));
  return out;
}
