/**
 * Compiled library modules: code objects as text, written by the build beside the sources of `py/`.
 *
 * Compiling a module of a thousand lines cold costs more than running it, as every process starts
 * with V8 knowing nothing of the compiler's code. Unpacking all of a module costs as much again, and most of its
 * functions are made and never called. So each code object has two lines: its body, and its positions, which only
 * tracebacks read. Its head stands among the constants of the code round it, with the number of its first line. A line
 * is parsed when it is first needed. The text is ASCII, so that the host keeps one byte a character.
 *
 * Lines are JSON with tagged arrays for what JSON lacks; file names are left out, because the library may be installed
 * anywhere. The first line is a format number and the size of the source: whatever does not fit is compiled again.
 */
import {
  type CodeBody,
  CodeObject,
  type Const,
  ConstBytes,
  ConstComplex,
  ConstEllipsis,
  ConstFloat,
  ConstFrozenSet,
  ConstSlice,
  ConstTuple,
  ELLIPSIS,
  ConstText,
} from '../../bytecode/code.ts';

const FORMAT = 2;

type Packed = null | boolean | number | string | Packed[];

/** The lines of a file, and the name its code objects get. */
interface Packing {
  readonly lines: string[];
  readonly filename: string;
}

/** Writes a float so that nothing is lost. */
const floatText = (x: number): string => (Object.is(x, -0) ? '-0' : String(x));

function packConst(c: Const, lines: string[]): Packed {
  const pack = (x: Const): Packed => packConst(x, lines);
  if (c === null || typeof c === 'boolean' || typeof c === 'number' || typeof c === 'string') return c;
  if (typeof c === 'bigint') return ['n', c.toString()];
  if (c instanceof ConstFloat) return ['f', floatText(c.value)];
  if (c instanceof ConstComplex) return ['c', floatText(c.real), floatText(c.imag)];
  if (c instanceof ConstText) return ['u', [...c.points]];
  if (c instanceof ConstBytes) return ['b', Buffer.from(c.value).toString('base64')];
  if (c instanceof ConstTuple) return ['t', c.items.map(pack)];
  if (c instanceof ConstFrozenSet) return ['z', c.items.map(pack)];
  if (c instanceof ConstSlice) return ['s', pack(c.start), pack(c.stop), pack(c.step)];
  if (c instanceof ConstEllipsis) return ['e'];
  return ['o', ...packCode(c, lines)];
}

/** Writes integers as base64, one, two or four bytes each, which the length tells. */
function ints(a: Int32Array): string {
  const within = (most: number): boolean => a.every((x) => x >= 0 && x <= most);
  const narrow = within(0xff) ? Uint8Array.from(a) : within(0xffff) ? Uint16Array.from(a) : a;
  return Buffer.from(narrow.buffer, narrow.byteOffset, narrow.byteLength).toString('base64');
}

/** Writes positions: the least line, then lines from there (0: none) and heights, which are small. */
function packPositions(positions: Int32Array): string {
  const least = positions.reduce((m, x, i) => (i % 4 === 0 && x >= 0 ? Math.min(m, x) : m), 2 ** 30);
  const relative = positions.map((x, i) => {
    const line = positions[i - (i % 4)]!;
    if (line < 0) return 0;
    return i % 4 === 0 ? x - least + 1 : i % 4 === 1 ? x - line : x;
  });
  return `${least} ${ints(relative)}`;
}

/** Reads positions of so many instructions. */
function unpackPositions(text: string, count: number): Int32Array {
  const space = text.indexOf(' ');
  const least = Number(text.slice(0, space));
  const out = readInts(text.slice(space + 1), count * 4);
  for (let i = 0; i < out.length; i += 4) {
    if (out[i] === 0) out.fill(-1, i, i + 4);
    else {
      out[i] = out[i]! + least - 1;
      out[i + 1] = out[i + 1]! + out[i]!;
    }
  }
  return out;
}

/** Writes a code object's lines behind those there are; returns its head. */
function packCode(c: CodeObject, lines: string[]): Packed[] {
  const at = lines.push('', '') - 2;
  const table = c.exceptionTable.map((e) => [e.start, e.end, e.target, e.depth, e.lasti]);
  const consts = c.consts.map((x) => packConst(x, lines));
  lines[at] = JSON.stringify([consts, Buffer.from(c.ops).toString('base64'), ints(c.args), table]);
  lines[at + 1] = packPositions(c.positions);
  const { name, qualname, firstlineno, argcount, posonlyargcount, kwonlyargcount, flags, stacksize } = c;
  const counts = [firstlineno, argcount, posonlyargcount, kwonlyargcount, flags, stacksize];
  return [at, name, qualname, ...counts, [...c.localsplusnames], [...c.localspluskinds], [...c.names]];
}

/** Writes a compiled module as text. */
export function encodeCode(code: CodeObject, sourceSize: number): string {
  const lines = [`${FORMAT} ${sourceSize}`, ''];
  lines[1] = JSON.stringify(packCode(code, lines));
  return lines.join('\n').replace(/[^\x00-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function unpackConst(p: Packed, from: Packing): Const {
  if (!Array.isArray(p)) return p as Const;
  const list = (x: Packed): Const[] => (x as Packed[]).map((y) => unpackConst(y, from));
  switch (p[0]) {
    case 'n':
      return BigInt(p[1] as string);
    case 'f':
      return new ConstFloat(Number(p[1]));
    case 'c':
      return new ConstComplex(Number(p[1]), Number(p[2]));
    case 'u':
      return new ConstText(p[1] as number[]);
    case 'b':
      return new ConstBytes(new Uint8Array(Buffer.from(p[1] as string, 'base64')));
    case 't':
      return new ConstTuple(list(p[1]!));
    case 'z':
      return new ConstFrozenSet(list(p[1]!));
    case 's':
      return new ConstSlice(unpackConst(p[1]!, from), unpackConst(p[2]!, from), unpackConst(p[3]!, from));
    case 'e':
      return ELLIPSIS;
    default:
      return unpackCode(p.slice(1), from);
  }
}

/** Reads so many integers from base64. */
function readInts(text: string, count: number): Int32Array {
  const b = Buffer.from(text, 'base64');
  const out = new Int32Array(count);
  if (b.length === count) out.set(b);
  else if (b.length === count * 2) for (let i = 0; i < count; i++) out[i] = b.readUInt16LE(i * 2);
  else new Uint8Array(out.buffer).set(b);
  return out;
}

/** The body of a code object, but for its positions, which are read when they are asked for. */
class UnpackedBody implements CodeBody {
  readonly consts: readonly Const[];
  readonly ops: Uint8Array;
  readonly args: Int32Array;
  readonly exceptionTable: CodeBody['exceptionTable'];
  private places: Int32Array | null = null;

  constructor(
    private readonly from: Packing,
    private readonly at: number,
  ) {
    const [consts, ops, args, table] = JSON.parse(from.lines[at]!) as [Packed[], string, string, Packed[][]];
    this.consts = consts.map((c) => unpackConst(c, from));
    this.ops = new Uint8Array(Buffer.from(ops, 'base64'));
    this.args = readInts(args, this.ops.length);
    this.exceptionTable = table.map(
      ([start, end, target, depth, lasti]) =>
        ({ start, end, target, depth, lasti }) as unknown as CodeBody['exceptionTable'][number],
    );
  }

  get positions(): Int32Array {
    return (this.places ??= unpackPositions(this.from.lines[this.at + 1]!, this.ops.length));
  }
}

/** Makes a code object of its head. */
function unpackCode(head: Packed[], from: Packing): CodeObject {
  const [at, name, qualname, firstlineno, argcount, posonlyargcount, kwonlyargcount, flags, stacksize] = head as [
    number,
    string,
    string,
    ...number[],
  ];
  const [localsplusnames, localspluskinds, names] = head.slice(9) as unknown as [string[], number[], string[]];
  return new CodeObject(
    {
      name,
      qualname,
      filename: from.filename,
      firstlineno: firstlineno!,
      argcount: argcount!,
      posonlyargcount: posonlyargcount!,
      kwonlyargcount: kwonlyargcount!,
      flags: flags!,
      stacksize: stacksize!,
      localsplusnames,
      localspluskinds,
      names,
    },
    () => new UnpackedBody(from, at),
  );
}

/** Reads a compiled module; undefined where the text belongs to another source or format. */
export function decodeCode(text: string, sourceSize: number, filename: string): CodeObject | undefined {
  const lines = text.split('\n');
  if (lines[0] !== `${FORMAT} ${sourceSize}`) return undefined;
  return unpackCode(JSON.parse(lines[1]!) as Packed[], { lines, filename });
}
