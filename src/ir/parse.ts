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
import type { KindFact } from './kinds.ts';
import { OPS, type OpName, type Sort, rowOf } from './ops.ts';
import { Values, splitOutside } from './parse-values.ts';
import type { Range } from './ranges.ts';
import { Validity } from './validity.ts';
import {
  type Body,
  type Call,
  type Callable,
  type Callee,
  type Carried,
  type Exit,
  type ExitKind,
  type FunctionCall,
  type Guard,
  type Ins,
  type LoopVariable,
  type Parameter,
  type Position,
  type Snapshot,
  type SnapshotFrame,
  type Trace,
  type TraceEnd,
  type Tree,
  isCall,
} from './trace.ts';

/** A recording as the optimiser takes it. */
interface ParsedRecording {
  readonly ops: Ins[];
  readonly params: (Parameter | undefined)[];
  readonly slots: (Ins | undefined)[];
  readonly frames: readonly SnapshotFrame[];
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
  private readonly values: Values;
  private readonly exits: Exit[] = [];
  private position: Position | null = null;
  private lastSnapshot: Snapshot | null = null;
  /** Exits are made before the trace they are in. */
  private current: Trace | null = null;

  constructor(text: string, objects: readonly unknown[]) {
    this.values = new Values(objects, (fault) => this.fail(fault));
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
      const root = this.take(/^root (\d+)$/);
      const side = root === null ? this.take(/^side (\d+) of exit (\d+)$/) : null;
      if (root === null && side === null) break;
      const parent = side === null ? null : (this.exits[Number(side[2])] ?? this.fail(`no exit ${side[2]}`));
      traces.push(this.trace(Number((root ?? side)![1]), parent));
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
      polls: [],
      pace: { rounds: 0 },
      traces,
      validity: new Validity(),
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
    const params: (Parameter | undefined)[] = [];
    const t: Trace = {
      id,
      parent,
      params,
      ops: [],
      end: null,
      body: null,
      poll: null,
      bytecodes: 0,
      recorded: 0,
      milliseconds: 0,
    };
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
    const phis: LoopVariable[] = [];
    const carried: Carried[] = [];
    const kinds: (KindFact | null)[] = [];
    const ranges: (Range | null)[] = [];
    const pendingArgs: [LoopVariable, string][] = [];
    const number = String.raw`-?\d+`;
    const pattern = new RegExp(
      String.raw`^(l\d+) (\w+) = phi (.*) for (?:slot (\d+)|store (\S+))` +
        String.raw`(?: in (${number})\.\.(${number}))?(?: is (\w+))?$`,
    );
    for (let n = this.next(); n !== null && pattern.test(n.text); n = this.next()) {
      const m = pattern.exec(n.text)!;
      const phi = this.values.define(m[1]!, 'phi', m[2] as Sort, [], undefined, n.mark === '');
      phis.push(phi);
      pendingArgs.push([phi, m[3]!]);
      carried.push(m[4] === undefined ? { kind: 'store', key: m[5]! } : { kind: 'slot', slot: Number(m[4]) });
      ranges.push(m[6] === undefined ? null : { lo: Number(m[6]), hi: Number(m[7]) });
      kinds.push((m[8] as KindFact | undefined) ?? null);
      this.line++;
    }
    const ops: Ins[] = [];
    this.instructions(ops, []);
    const end = this.end() ?? this.fail('an end expected');
    for (const [phi, args] of pendingArgs) phi.args = this.values.operands(args, phi.sort as Sort);
    const slots = this.values.slots(slotsText ?? '');
    const relies = new Map<string, Ins>();
    for (const item of reliesText?.split(' ') ?? []) {
      const eq = item.indexOf('=');
      relies.set(
        item.slice(0, eq),
        this.values.operand(item.slice(eq + 1), rowOf(item.slice(0, item.indexOf(':')) as OpName).result as Sort),
      );
    }
    return { phis, ops, end, slots, poll: null, carried, reliesOn: relies, kinds, ranges };
  }

  recording(): ParsedRecording {
    this.take(/^recording$/);
    const params: (Parameter | undefined)[] = [];
    const ops: Ins[] = [];
    this.instructions(ops, params);
    const end = this.take(/^end closed(?: (.*))?$/) ?? this.fail('end closed expected');
    const slots = this.values.slots(end[1] ?? '');
    const frames = [this.values.plainFrame(slots)];
    for (const x of [...ops, ...params]) if (x !== undefined) x.live = false;
    return { ops, params, slots, frames };
  }

  /* ---- instructions ---- */

  /** Reads instructions up to an end or a new part. */
  private instructions(out: Ins[], params: (Parameter | undefined)[]): void {
    for (let n = this.next(); n !== null && !/^(end |body$|side |root |tree )/.test(n.text); n = this.next()) {
      const param = /^([pa]\d+) ref = param (-?\d+)$/.exec(n.text);
      if (param !== null) {
        const slot = Number(param[2]);
        const p = this.values.define(param[1]!, 'param', 'ref', [], slot, n.mark === '');
        if (param[1]!.startsWith('p')) {
          while (params.length < slot) params.push(undefined);
          params[slot] = p;
        } else params.push(p);
      } else {
        if (this.lastSnapshot === null)
          this.lastSnapshot = { frames: [this.values.plainFrame([...params])], pending: [] };
        out.push(this.instruction(n.text, n.mark === ''));
      }
      this.line++;
    }
  }

  private instruction(text: string, live: boolean): Ins {
    const { body, exit } = this.splitExit(text);
    const guard = /^guard (after )?(!)?(\S+)$/.exec(body);
    const x = guard === null ? this.plain(body, live) : this.guard(guard, live);
    x.position = this.position;
    if (x.op === 'guard' || isCall(x)) this.attach(x, exit);
    return x;
  }

  private guard([, after, not, cond]: RegExpExecArray, live: boolean): Guard {
    const how = after === undefined ? undefined : 'after';
    const x = this.values.unnamed('guard', [this.values.operand(cond!, 'bool')], how, live);
    x.expect = not === undefined;
    return x;
  }

  private plain(text: string, live: boolean): Ins {
    const m = /^(?:(v\d+) (\w+) = )?(\w+)(?: (.*))?$/.exec(text) ?? this.fail('an instruction expected');
    const [, name, , word = '', args = ''] = m;
    const defined = (): string => name ?? this.fail('a name expected');
    if (word === 'call' || word === 'builtin' || word === 'call_function')
      return this.call(defined(), word, args, live);
    if (!Object.hasOwn(OPS, word)) this.fail(`no op ${word}`);
    const op = word as OpName;
    const operands = this.values.operands(args, op);
    const { result } = rowOf(op);
    if (result === 'none') return this.values.unnamed(op, operands, undefined, live);
    return this.values.define(defined(), op, result, operands, undefined, live);
  }

  private call(name: string, op: Call['op'], text: string, live: boolean): Call {
    const m = /^(@\d+(?:<[^>]*>)?) ?(.*)$/.exec(text) ?? this.fail('a callee expected');
    const callee = this.values.object(m[1]!);
    const args = this.values.operands(m[2]!, 'ref');
    return op === 'call_function'
      ? this.values.define(name, op, 'ref', args, callee as FunctionCall, live)
      : this.values.define(name, op, 'ref', args, callee as Callee, live);
  }

  /* ---- exits and snapshots ---- */

  private splitExit(text: string): { body: string; exit: string | null } {
    const [body, exit] = splitOutside(text, ' -> ');
    return { body: body!, exit: exit ?? null };
  }

  private attach(x: Guard | Call, text: string | null): void {
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
      if (text !== null) this.lastSnapshot = this.values.snapshot(text);
      x.snapshot = this.lastSnapshot;
    }
  }

  private exit(id: number, kind: ExitKind, leaves: string, snapshot: string, guard: Guard | null): Exit {
    const e: Exit = {
      id,
      kind,
      snapshot: this.values.snapshot(snapshot),
      leaves:
        leaves === 'direct' || leaves === '[]'
          ? []
          : leaves
              .slice(1, -1)
              .split(' ')
              .map((w) => this.values.operand(w, 'ref')),
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

  private end(): TraceEnd | null {
    const m = this.take(/^end (loop|header|return|tail_call|link|stop)(?: (.*))?$/);
    if (m === null) return null;
    switch (m[1]) {
      case 'loop': {
        const phis = this.current!.parent === null ? null : this.rootPhis();
        const words = splitOutside(m[2] ?? '', ' ').filter((w) => w !== '');
        return { kind: 'loop', next: words.map((w, i) => this.values.operand(w, (phis?.[i]?.sort ?? 'ref') as Sort)) };
      }
      case 'return': {
        const [value, exit] = splitOutside(m[2] ?? '', ' -> ');
        const e =
          exit === undefined
            ? null
            : (/^exit (\d+) (\[[^\]]*\]|direct) (\{.*\})$/.exec(exit) ?? this.fail('an exit expected'));
        return {
          kind: 'return',
          value: this.values.operand(value!, 'ref'),
          exit: e === null ? null : this.exit(Number(e[1]), 'stop', e[2]!, e[3]!, null),
        };
      }
      case 'tail_call': {
        const c = /^(@\d+(?:<[^>]*>)?) ?(.*)$/.exec(m[2] ?? '') ?? this.fail('a callee expected');
        return {
          kind: 'tail_call',
          value: this.values.object(c[1]!) as FunctionCall,
          args: this.values.operands(c[2]!, 'ref'),
        };
      }
      case 'header':
        return { kind: 'header', slots: this.values.slots(m[2] ?? '') };
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
