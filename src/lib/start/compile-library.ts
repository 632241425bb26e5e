/**
 * Run by the build: compiles the library modules written in Python (see `code-cache.ts`).
 */
import * as fs from 'node:fs';
import { compileModule } from '../../front/compile/compile.ts';
import { parseModule } from '../../front/parse/parser.ts';
import { encodeCode } from '../host/code-cache.ts';

/** Writes `NAME.code` beside each `NAME.py` below a directory. */
export function compileLibrary(dir: string): void {
  for (const name of fs.readdirSync(dir, { recursive: true }) as string[]) {
    if (!name.endsWith('.py')) continue;
    const file = `${dir}/${name}`;
    const source = fs.readFileSync(file, 'utf8');
    const code = compileModule(parseModule(source, file, { mode: 'exec' }), file, {});
    fs.writeFileSync(file.replace(/\.py$/, '.code'), encodeCode(code, Buffer.byteLength(source)));
  }
}
