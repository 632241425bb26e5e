/**
 * The values of a text that `print.ts` wrote: names, constants, objects, snapshots.
 *
 * A name stands for an instruction that was defined before; a constant has the sort that its place asks for,
 * and equal ones are one instruction, as in a trace.
 */
import { type OpName, type Sort, sortsOf } from './ops.ts';
import { type Constant, Ins, type InsOf, type IrOp, type Parameter, type PendingStore } from './trace.ts';
import type { Snapshot, SnapshotFrame } from './trace.ts';

/** Stands for a frame or a code object of which only the name is known. */
interface Named {
  readonly name: string;
}

export class Values {
  private readonly names = new Map<string, Ins>();
  private readonly constants = new Map<string, Constant>();
  private readonly shells = new Map<string, Named>();
  private nextId = 100000;

  constructor(
    private readonly objects: readonly unknown[],
    private readonly fail: (text: string) => never,
  ) {}

  /** Makes an instruction without a name. */
  unnamed<O extends IrOp>(op: O, args: Ins[], value: InsOf<O>['value'], live: boolean): InsOf<O> {
    const x = new Ins(this.nextId++, op, 'none', args, value);
    x.live = live;
    return x;
  }

  /** Makes the instruction that a name stands for from here on. */
  define<O extends IrOp>(
    name: string,
    op: O,
    sort: Sort,
    args: Ins[],
    value: InsOf<O>['value'],
    live: boolean,
  ): InsOf<O> {
    if (this.names.has(name)) this.fail(`${name} is defined twice`);
    const n = Number(name.slice(1));
    const x = new Ins(op !== 'param' ? n : name.startsWith('a') ? -1 - n : this.nextId++, op, sort, args, value);
    x.live = live;
    this.names.set(name, x);
    return x;
  }

  /** Reads slots of a frame; `_` is one that is unbound. */
  slots(text: string): (Ins | undefined)[] {
    return this.slotsOf(splitOutside(text, ' '));
  }

  private slotsOf(words: readonly string[]): (Ins | undefined)[] {
    return words.filter((w) => w !== '').map((w) => (w === '_' ? undefined : this.operand(w, 'ref')));
  }

  /** Reads operands separated by commas, of the sorts that an op takes or all of one sort. */
  operands(text: string, sorts: OpName | Sort): Ins[] {
    if (text === '') return [];
    const words = splitOutside(text, ', ');
    const all = isSort(sorts) ? words.map(() => sorts) : sortsOf(sorts, words.length);
    return words.map((w, i) => this.operand(w, all[i] ?? 'ref'));
  }

  /** Reads a name or a constant, of the sort expected of it. */
  operand(word: string, sort: Sort): Ins {
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

  /** Returns the object that `@n` stands for. */
  object(word: string): unknown {
    const n = Number(/^@(\d+)/.exec(word)?.[1] ?? this.fail('an object expected'));
    return n < this.objects.length ? this.objects[n] : this.fail(`no object @${n}`);
  }

  /** Reads a snapshot in its braces. */
  snapshot(text: string): Snapshot {
    const [frames, ...pending] = splitOutside(text.slice(1, -1), '; ');
    return {
      frames: splitOutside(frames!, ' / ').map((f) => this.frame(f)),
      pending: pending.map((p): PendingStore => {
        const op = p.slice(0, p.indexOf(' ')) as OpName;
        return { op, args: this.operands(p.slice(op.length + 1), op) };
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

  /** Makes a frame of a recording that says nothing of its own. */
  plainFrame(slots: (Ins | Parameter | undefined)[]): SnapshotFrame {
    return { shell: this.shell('f'), pc: 0, slots, instance: undefined };
  }

  private shell(name: string): Named {
    let s = this.shells.get(name);
    if (s === undefined) {
      s = { name };
      this.shells.set(name, s);
    }
    return s;
  }
}

function isSort(s: string): s is Sort {
  return s === 'ref' || s === 'int' || s === 'float' || s === 'bool';
}

/** Returns a number, or a bigint where a number cannot be exact. */
function integer(text: string): number | bigint {
  const n = Number(text);
  return Number.isSafeInteger(n) ? n : BigInt(text);
}

/** Splits at a separator outside strings and descriptions. */
export function splitOutside(text: string, separator: string): string[] {
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
