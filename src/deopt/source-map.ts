/**
 * Source maps of emitted functions: generated line and column → Python file, line and column.
 *
 * The emitter hangs the position of the instruction (code object, bytecode index) on each statement
 * it makes. Printing the same nodes once more with astring, which reports where a node landed to
 * whatever it is given as `sourceMap`, yields the map; running code pays nothing for it. One map
 * names many files, because a trace inlines functions of many modules: astring knows a single
 * source, so each node's `loc` carries its own file and the sink below looks it up there.
 *
 * Python columns count UTF-8 bytes as CPython's line table does; they are exact for ASCII lines.
 * Format: Source Map revision 3 (ECMA-426), written by the `source-map` package.
 */
import { GENERATOR, generate } from 'astring';
import type * as ES from 'estree';
import { SourceMapGenerator } from 'source-map';
import type { Position } from '../ir/trace.ts';

/** What a position's code object must tell. */
interface Lines {
  readonly filename: string;
  lineOf(pc: number): number;
  readonly positions: Int32Array;
}

/** A point in a Python file: line from 1, column from 0. */
interface Original {
  readonly source: string;
  readonly line: number;
  readonly column: number;
}

export interface Mapped {
  readonly source: string;
  readonly map: SourceMapGenerator;
}

type Located = ES.Node & { position?: Position };
interface State {
  write(text: string, node?: unknown): void;
}
type Writer = (node: ES.Node, state: State) => void;

/** Returns the file, line and column of an instruction. */
export function originalOf(p: Position): Original {
  const code = p.code as Lines;
  return { source: code.filename, line: code.lineOf(p.pc), column: Math.max(0, code.positions[p.pc * 4 + 2] ?? 0) };
}

/** Percent-encodes a Python file name as a URL without giving up `/`; unpaired surrogates have no encoding. */
export function sourceUrl(file: string): string {
  const encoded = file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/\*/g, '%2A'))
    .join('/');
  return file.startsWith('/') ? `file://${encoded}` : encoded === '' ? '<unknown>' : encoded;
}

/** Statements that mark a point in the map. */
const STATEMENTS = [
  'ExpressionStatement',
  'VariableDeclaration',
  'IfStatement',
  'TryStatement',
  'ReturnStatement',
  'ContinueStatement',
  'LabeledStatement',
  'BlockStatement',
] as const;

/** Makes a generator that reports the start of every statement; one without a position has that around it. */
function mappingGenerator(): typeof GENERATOR {
  const own = Object.create(GENERATOR) as Record<string, Writer>;
  let around: Position | undefined;
  for (const type of STATEMENTS) {
    const write = (GENERATOR as unknown as Record<string, Writer>)[type]!;
    own[type] = function (this: unknown, node, state) {
      const outer = around;
      around = (node as Located).position ?? around;
      if (around !== undefined && type !== 'BlockStatement')
        state.write('', { type, loc: { start: originalOf(around) } });
      write.call(this, node, state);
      around = outer;
    };
  }
  return own as unknown as typeof GENERATOR;
}

/** Prints a program of located statements together with its source map. */
export function printMapped(node: ES.Node, file: string): Mapped {
  const map = new SourceMapGenerator({ file });
  const sink = {
    file,
    addMapping(m: { original: Original; generated: { line: number; column: number } }): void {
      map.addMapping({
        source: sourceUrl(m.original.source),
        original: { line: m.original.line, column: m.original.column },
        generated: { line: m.generated.line, column: m.generated.column },
      });
    },
  };
  const source = generate(
    node as never,
    { generator: mappingGenerator(), sourceMap: sink as never } as never,
  ) as unknown as string;
  return { source, map };
}
