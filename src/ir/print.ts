/**
 * Traces and trees as text: one line an instruction, the same names as in the emitted JavaScript.
 *
 *   root 1
 *     ; nbody.py:14 advance
 *       p0 ref = param 0
 *       v5 bool = is_int p0
 *       guard v5 -> exit 0 [p0] {advance@12: p0 _ #3}
 *     ~ v8 ref = box_int v7
 *
 * Before an instruction, `~` marks what is sunk (only exits compute it, when they are taken) and `-`
 * what nothing needs. An exit shows the values it stores in brackets and its snapshot in braces: per
 * frame its name, the instruction to go on at (with `!` where the frame only returns), and its slots
 * (`_` is unbound); after `;` the stores put off. `direct` stands for the brackets where compiled code
 * writes the slots itself.
 *
 * Constants: `12` int, `1.0` float, `true` bool, and of sort ref `#12`, `#true`, `"text"`; any other
 * object is `@n<description>`, numbered by first appearance, so the text is the same in every run.
 * `parse.ts` reads all of this back.
 */
import type { Body, Exit, Ins, Position, Snapshot, SnapshotFrame, Trace, TraceEnd, Tree } from './trace.ts';

/** How host objects, which are opaque here, are described. */
export interface Describe {
  /** Describes an object without naming an address. */
  object(x: unknown): string;
  /** Names a place as `file:line function`. */
  place(p: Position): string;
  /** Names the function of a frame. */
  frame(shell: unknown): string;
}

/** Describes by the names objects carry themselves. */
export const PLAIN: Describe = {
  object: (x) =>
    typeof x === 'function' ? `function ${x.name}` : String((x as { name?: unknown } | null)?.name ?? typeof x),
  place: (p) => {
    const code = p.code as { filename?: string; qualname?: string; lineOf?: (pc: number) => number } | null;
    return `${code?.filename ?? '?'}:${code?.lineOf?.(p.pc) ?? p.pc} ${code?.qualname ?? '?'}`;
  },
  frame: (shell) => {
    const s = shell as { name?: string; code?: { qualname?: string } } | null;
    return s?.code?.qualname ?? s?.name ?? '?';
  },
};

const LONGEST_STRING = 60;

/** Writes any text in visible ASCII: what is not is escaped, what is long is cut. */
export function printable(text: string, longest = 200): string {
  const cut = text.length > longest ? `${text.slice(0, longest - 3)}...` : text;
  return cut.replace(/[^\x20-\x7e]/g, (c) => {
    const n = c.charCodeAt(0);
    return n < 0x100 ? `\\x${n.toString(16).padStart(2, '0')}` : `\\u${n.toString(16).padStart(4, '0')}`;
  });
}

/** Writes a word that contains none of the characters that end words here. */
function word(text: string): string {
  return printable(text).replace(/[\s@{}[\]:,;]/g, '?') || '?';
}

/** Prints one tree or one recording; numbers objects in the order of appearance. */
export class Printer {
  /** Objects by their number. */
  readonly objects: unknown[] = [];
  private readonly numbers = new Map<unknown, number>();
  private readonly lines: string[] = [];
  private needed = new Set<Ins>();
  private place = '';
  private readonly rawParams = new Map<Ins, number>();

  constructor(private readonly describe: Describe = PLAIN) {}

  /** Returns what was printed. */
  text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  tree(tree: Tree): void {
    const loop = tree.kind === 'loop';
    const slots = loop ? '' : ` slots${tree.callable!.slots.map((i) => ` ${i}`).join('')}`;
    const where = `header ${tree.header} sp ${tree.sp}${slots}`;
    this.lines.push(`${loop ? 'tree' : 'function'} ${tree.id} ${word(tree.name)} ${where}`);
    for (const t of tree.traces) this.trace(t);
  }

  /** Prints one trace with its body. */
  trace(t: Trace): void {
    this.place = '';
    this.needed = neededByExits(t);
    if (t.parent === null) {
      this.lines.push(`root ${t.id}`);
      for (const p of t.params) if (p !== undefined) this.instruction(p);
    } else this.lines.push(`side ${t.id} of exit ${t.parent.id}`);
    for (const x of t.ops) this.instruction(x);
    if (t.end !== null) this.end(t.end);
    if (t.body !== null) this.body(t.body);
  }

  private body(b: Body): void {
    this.place = '';
    this.lines.push('body', `    slots ${b.slots.map((s) => this.operand(s)).join(' ')}`.trimEnd());
    if (b.reliesOn.size > 0)
      this.lines.push(`    relies ${[...b.reliesOn].map(([key, x]) => `${key}=${this.operand(x)}`).join(' ')}`);
    b.phis.forEach((phi, i) => {
      const c = b.carried[i]!;
      const range = b.ranges[i];
      this.lines.push(
        `${this.mark(phi)}${nameOf(phi)} ${phi.sort} = phi ${this.operands(phi.args)}` +
          ` for ${c.kind === 'slot' ? `slot ${c.slot}` : `store ${c.key}`}` +
          `${range == null ? '' : ` in ${range.lo}..${range.hi}`}${b.kinds[i] == null ? '' : ` is ${b.kinds[i]}`}`,
      );
    });
    for (const x of b.ops) this.instruction(x);
    this.end(b.end);
  }

  /** Prints a recording: parameters, raw instructions, slots at the end. */
  recording(params: readonly (Ins | undefined)[], ops: readonly Ins[], slots: readonly (Ins | undefined)[]): void {
    this.lines.push('recording');
    this.needed = new Set(ops);
    for (const p of params) if (p !== undefined) this.instruction(p, true);
    for (const x of ops) this.instruction(x, true);
    this.lines.push(`    end closed ${slots.map((s) => this.operand(s)).join(' ')}`.trimEnd());
  }

  /** Prints a raw list of instructions without marks. */
  raw(ops: readonly Ins[]): void {
    this.place = '';
    for (const x of ops) this.instruction(x, true);
  }

  private mark(x: Ins): string {
    return x.live || x.op === 'const' ? '    ' : this.needed.has(x) ? '  ~ ' : '  - ';
  }

  private instruction(x: Ins, raw = false): void {
    this.position(x.position);
    this.lines.push(`${raw ? '    ' : this.mark(x)}${this.statement(x)}`);
  }

  private position(p: Position | null): void {
    if (p === null) return;
    const place = printable(this.describe.place(p));
    if (place === this.place) return;
    this.place = place;
    this.lines.push(`  ; ${place}`);
  }

  /** Writes one instruction without its mark. */
  statement(x: Ins): string {
    switch (x.op) {
      case 'const':
        return `${this.name(x)} ${x.sort} = const ${this.operand(x)}`;
      case 'param':
        return `${this.name(x)} ${x.sort} = param ${x.value}`;
      case 'guard':
        return (
          `guard ${x.value === 'after' ? 'after ' : ''}${x.expect ? '' : '!'}` +
          `${this.operand(x.args[0])}${this.leaving(x)}`
        );
      case 'call':
      case 'builtin':
      case 'call_function':
        return (
          `${this.name(x)} ${x.sort} = ${x.op} ${this.object(x.value)}` +
          `${x.args.length === 0 ? '' : ` ${this.operands(x.args)}`}${this.leaving(x)}`
        );
      default: {
        const what = `${x.op}${x.args.length === 0 ? '' : ` ${this.operands(x.args)}`}`;
        return x.sort === 'none' ? what : `${this.name(x)} ${x.sort} = ${what}`;
      }
    }
  }

  private leaving(x: Ins): string {
    if (x.exit !== null) return ` -> ${this.exit(x.exit)}`;
    return x.snapshot === null ? '' : ` -> ${this.snapshot(x.snapshot)}`;
  }

  /** Writes an exit: number, values stored, snapshot. */
  exit(e: Exit): string {
    return `exit ${e.id} ${e.direct ? 'direct' : `[${e.leaves.map(nameOf).join(' ')}]`} ${this.snapshot(e.snapshot)}`;
  }

  snapshot(s: Snapshot): string {
    const frames = s.frames.map((f) => this.frame(f)).join(' / ');
    return `{${frames}${s.pending.map((p) => `; ${p.op} ${this.operands(p.args)}`).join('')}}`;
  }

  private frame(f: SnapshotFrame): string {
    const slots = f.slots.map((s) => this.operand(s)).join(' ');
    const made = f.instance === undefined ? '' : ` new ${this.operand(f.instance)}`;
    const where = `${word(this.describe.frame(f.shell))}@${f.pc}${f.returning === true ? '!' : ''}`;
    return `${where}:${slots === '' ? '' : ` ${slots}`}${made}`;
  }

  private end(e: TraceEnd): void {
    switch (e.kind) {
      case 'loop':
        this.lines.push(`    end loop ${e.next.map((x) => this.operand(x)).join(' ')}`.trimEnd());
        break;
      case 'return':
        this.lines.push(`    end return ${this.operand(e.value)}${e.exit === null ? '' : ` -> ${this.exit(e.exit)}`}`);
        break;
      case 'tail_call':
        this.lines.push(`    end tail_call ${this.object(e.value)} ${this.operands(e.args)}`.trimEnd());
        break;
      case 'header':
        this.lines.push(`    end header ${e.slots.map((x) => this.operand(x)).join(' ')}`.trimEnd());
        break;
      case 'exit':
        this.lines.push(`    end ${e.exit.kind} ${this.exit(e.exit)}`);
        break;
    }
  }

  /** Names a value; parameters of recordings, which come from several frames, by first appearance. */
  private name(x: Ins): string {
    if (x.op !== 'param' || x.id > 0) return nameOf(x);
    let n = this.rawParams.get(x);
    if (n === undefined) {
      n = this.rawParams.size;
      this.rawParams.set(x, n);
    }
    return `a${n}`;
  }

  private operands(xs: readonly Ins[]): string {
    return xs.map((x) => this.operand(x)).join(', ');
  }

  /** Writes an operand: a name or a constant. */
  operand(x: Ins | undefined): string {
    if (x === undefined) return '_';
    return x.op === 'const' ? this.constant(x.sort, x.value) : this.name(x);
  }

  private constant(sort: Ins['sort'], v: unknown): string {
    switch (typeof v) {
      case 'number':
        return sort === 'ref' ? `#${integer(v)}` : sort === 'float' ? float(v) : integer(v);
      case 'bigint':
        return `#${v}`;
      case 'boolean':
        return sort === 'ref' ? `#${v}` : String(v);
      case 'undefined':
        return '#null';
      case 'string':
        return v.length > LONGEST_STRING ? this.object(v) : quoted(v);
      default:
        return this.object(v);
    }
  }

  /** Writes an object as its number and description. */
  object(v: unknown): string {
    let n = this.numbers.get(v);
    if (n === undefined) {
      n = this.objects.length;
      this.objects.push(v);
      this.numbers.set(v, n);
    }
    const text = typeof v === 'string' ? `str of ${v.length}: ${v.slice(0, 20)}...` : this.describe.object(v);
    return `@${n}<${printable(text, LONGEST_STRING).replace(/[<>]/g, (c) => (c === '<' ? '(' : ')'))}>`;
  }
}

function integer(n: number): string {
  return Number.isInteger(n) && !Object.is(n, -0) ? BigInt(n).toString() : Object.is(n, -0) ? '-0' : float(n);
}

function float(n: number): string {
  if (Number.isNaN(n)) return 'nan';
  if (!Number.isFinite(n)) return n > 0 ? 'inf' : '-inf';
  const text = Object.is(n, -0) ? '-0' : String(n);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function quoted(s: string): string {
  return JSON.stringify(s).replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Names a value as the emitted code does. */
export function nameOf(x: Ins): string {
  if (x.op === 'param') return `p${x.value}`;
  return `${x.op === 'phi' ? 'l' : 'v'}${x.id}`;
}

/** Returns every instruction that an exit of a trace refers to, directly or not. */
function neededByExits(t: Trace): Set<Ins> {
  const needed = new Set<Ins>();
  const add = (x: Ins | undefined): void => {
    if (x === undefined || needed.has(x)) return;
    needed.add(x);
    if (!x.live) x.args.forEach(add);
  };
  const ofExit = (e: Exit): void => {
    for (const f of e.snapshot.frames) {
      f.slots.forEach(add);
      add(f.instance);
    }
    for (const p of e.snapshot.pending) p.args.forEach(add);
  };
  for (const x of [...t.ops, ...(t.body?.ops ?? [])]) if (x.exit !== null) ofExit(x.exit);
  for (const e of [t.end, t.body?.end]) if (e?.kind === 'exit') ofExit(e.exit);
  return needed;
}

/** Returns the text of a tree. */
export function printTree(tree: Tree, describe: Describe = PLAIN): string {
  const p = new Printer(describe);
  p.tree(tree);
  return p.text();
}

/** Returns the text of one trace. */
export function printTrace(t: Trace, describe: Describe = PLAIN): string {
  const p = new Printer(describe);
  p.trace(t);
  return p.text();
}
