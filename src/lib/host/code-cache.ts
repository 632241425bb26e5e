/**
 * Compiled library modules: code objects as text, written by the build beside the sources of `py/`.
 *
 * Compiling a module of a thousand lines cold costs more than running it, as every process starts
 * with V8 knowing nothing of the compiler's code. The form is JSON with tagged arrays for what JSON lacks;
 * file names are left out, because the library may be installed anywhere. The first line is a format
 * number and the size of the source: whatever does not fit is compiled again.
 */
import {
  type CodeFields,
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

const FORMAT = 1;

type Packed = null | boolean | number | string | Packed[] | { [key: string]: Packed };

/** Writes a float so that nothing is lost. */
const floatText = (x: number): string => (Object.is(x, -0) ? '-0' : String(x));

function packConst(c: Const): Packed {
  if (c === null || typeof c === 'boolean' || typeof c === 'number' || typeof c === 'string') return c;
  if (typeof c === 'bigint') return ['n', c.toString()];
  if (c instanceof ConstFloat) return ['f', floatText(c.value)];
  if (c instanceof ConstComplex) return ['c', floatText(c.real), floatText(c.imag)];
  if (c instanceof ConstText) return ['u', [...c.points]];
  if (c instanceof ConstBytes) return ['b', Buffer.from(c.value).toString('base64')];
  if (c instanceof ConstTuple) return ['t', c.items.map(packConst)];
  if (c instanceof ConstFrozenSet) return ['z', c.items.map(packConst)];
  if (c instanceof ConstSlice) return ['s', packConst(c.start), packConst(c.stop), packConst(c.step)];
  if (c instanceof ConstEllipsis) return ['e'];
  return ['o', packCode(c)];
}

const ints = (a: Int32Array): string => Buffer.from(a.buffer, a.byteOffset, a.byteLength).toString('base64');

function packCode(c: CodeObject): Packed {
  const { name, qualname, firstlineno, argcount, posonlyargcount, kwonlyargcount, flags, stacksize } = c;
  return {
    name,
    qualname,
    firstlineno,
    argcount,
    posonlyargcount,
    kwonlyargcount,
    flags,
    stacksize,
    localsplusnames: [...c.localsplusnames],
    localspluskinds: [...c.localspluskinds],
    names: [...c.names],
    consts: c.consts.map(packConst),
    ops: Buffer.from(c.ops).toString('base64'),
    args: ints(c.args),
    positions: ints(c.positions),
    table: c.exceptionTable.map((e) => [e.start, e.end, e.target, e.depth, e.lasti]),
  };
}

/** Writes a compiled module as text. */
export function encodeCode(code: CodeObject, source: string): string {
  return `${FORMAT} ${source.length}\n${JSON.stringify(packCode(code))}`;
}

function unpackConst(p: Packed, filename: string): Const {
  if (!Array.isArray(p)) return p as Const;
  const list = (x: Packed): Const[] => (x as Packed[]).map((y) => unpackConst(y, filename));
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
      return new ConstSlice(unpackConst(p[1]!, filename), unpackConst(p[2]!, filename), unpackConst(p[3]!, filename));
    case 'e':
      return ELLIPSIS;
    default:
      return unpackCode(p[1] as Record<string, Packed>, filename);
  }
}

/** Reads base64 into an aligned array of 32-bit ints. */
function readInts(text: string): Int32Array {
  const b = Buffer.from(text, 'base64');
  const out = new Int32Array(b.length / 4);
  new Uint8Array(out.buffer).set(b);
  return out;
}

function unpackCode(p: Record<string, Packed>, filename: string): CodeObject {
  return new CodeObject({
    ...(p as unknown as CodeFields),
    filename,
    consts: (p['consts'] as Packed[]).map((c) => unpackConst(c, filename)),
    ops: new Uint8Array(Buffer.from(p['ops'] as string, 'base64')),
    args: readInts(p['args'] as string),
    positions: readInts(p['positions'] as string),
    exceptionTable: (p['table'] as Packed[][]).map(
      ([start, end, target, depth, lasti]) =>
        ({ start, end, target, depth, lasti }) as unknown as CodeObject['exceptionTable'][number],
    ),
  });
}

/** Reads a compiled module; undefined where the text belongs to another source or format. */
export function decodeCode(text: string, sourceLength: number, filename: string): CodeObject | undefined {
  const line = text.indexOf('\n');
  if (text.slice(0, line) !== `${FORMAT} ${sourceLength}`) return undefined;
  return unpackCode(JSON.parse(text.slice(line + 1)) as Record<string, Packed>, filename);
}
