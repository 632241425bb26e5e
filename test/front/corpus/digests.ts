/** Digests of what our front end makes of a file, in the form of scripts/golden-frontend.py. */
import { buildSymbols } from '../../../src/front/symbols/symbols.ts';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { CodeObject } from '../../../src/bytecode/code.ts';
import { dumpAst } from '../../../src/front/tree/dump.ts';
import { CompileRecursionError } from '../../../src/front/symbols/compile-errors.ts';
import { compileModule } from '../../../src/front/compile/compile.ts';
import { PythonSyntaxError } from '../../../src/front/source/errors.ts';
import { parseModule } from '../../../src/front/parse/parser.ts';
import type { Scope } from '../../../src/front/symbols/scope.ts';
import { TokenError, tokenize } from '../../../src/front/lex/tokenize.ts';
import { rowOf } from '../compiler/listing.ts';

/** Path, then digests of tree, tokens, symbols, and of each code object; null = an error. */
export type Digests = [
  path: string,
  tree: string | null,
  tokens: string | null,
  symbols: string | null,
  codes: string[] | null,
];

const digest = (text: string): string => createHash('md5').update(Buffer.from(text, 'utf8')).digest('hex').slice(0, 16);

/** Returns json.dumps() of a value: like JSON.stringify, but ASCII only. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Returns json.dumps() of a str: like JSON.stringify, but ASCII only. */
export function jsonString(text: string): string {
  return asciiJson(text);
}

/** Returns the text of the token stream that is digested. */
export function tokenText(source: Uint8Array): string {
  let out = '';
  for (const t of tokenize(source, 'f.py')) {
    out += `${t.type}\t${jsonString(t.string)}\t${t.start[0]},${t.start[1]}-${t.end[0]},${t.end[1]}\n`;
  }
  return out;
}

/** Returns the text of the symbol table that is digested. */
export function symbolText(scope: Scope, level = 0): string {
  const isFunction = scope.type === 'function';
  const n = isFunction ? scope.varnames.length : 0;
  let out =
    `${level} ${scope.name} ${scope.type} ${scope.loc.lineno} ` +
    `${Number(scope.nested)} ${Number(scope.children.length > 0)} ${n}\n`;
  for (const [name, flags] of [...scope.symbols].sort(([a], [b]) => (a < b ? -1 : 1))) out += `  ${name} ${flags}\n`;
  if (isFunction) out += `  params ${scope.varnames.join()}\n`;
  for (const child of scope.children) out += symbolText(child, level + 1);
  return out;
}

/** Appends the digests of a code object and those inside it. */
export function codeDigests(code: CodeObject, out: string[]): string[] {
  const consts = code.consts.map((c) => (c instanceof CodeObject ? `code ${c.qualname}` : c));
  const { ops, args, positions, exceptionTable } = code;
  const row = rowOf(new CodeObject(code, { consts, ops, args, positions, exceptionTable }));
  for (const c of row.consts) sortSets(c);
  out.push(digest(asciiJson(row)));
  for (const c of code.consts) if (c instanceof CodeObject) codeDigests(c, out);
  return out;
}

/** Puts the elements of frozensets into one order, which is not Python's own: only both sides' sizes are compared. */
function sortSets(c: unknown): void {
  if (!Array.isArray(c)) return;
  if (c[0] === 't') for (const item of c[1]) sortSets(item);
  if (c[0] === 'z') c[1] = c[1].map(asciiJson).sort();
}

/** Returns null where a program is refused. */
function attempt<X>(make: () => X): X | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof PythonSyntaxError || error instanceof TokenError || error instanceof CompileRecursionError)
      return null;
    throw error;
  }
}

/** Returns the digests of one file. */
export function digestsOf(path: string, source: Uint8Array): Digests {
  return [
    path,
    attempt(() => digest(dumpAst(parseModule(source, 'f.py')))),
    attempt(() => digest(tokenText(source))),
    attempt(() => digest(symbolText(buildSymbols(parseModule(source, 'f.py'), 'f.py').top))),
    attempt(() => codeDigests(compileModule(parseModule(source, 'f.py'), 'f.py'), [])),
  ];
}

/** Returns the .py files of a zip archive (stored or deflated, below 4 GB), by name. */
export function readZip(path: string): Map<string, Uint8Array> {
  const zip = readFileSync(path);
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map<string, Uint8Array>();
  let at = zip.readUInt32LE(end + 16);
  for (let i = zip.readUInt16LE(end + 10); i > 0; i--) {
    const method = zip.readUInt16LE(at + 10);
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    if (name.endsWith('.py')) files.set(name, method === 8 ? inflateRawSync(data) : data);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
