/**
 * Library modules written in Python: the files of `py/` beside this file (beside the bundle, in a build, where
 * each has its compiled form with it).
 */
import * as fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CodeObject } from '../bytecode/code.ts';
import { decodeCode } from './code-cache.ts';

export interface LibrarySource {
  file: string;
  text: string;
  isPackage: boolean;
  /** Returns the compiled module the build made, or undefined. */
  compiled: () => CodeObject | undefined;
}

let names: Set<string> | null = null;
let root = '';

/** Lists the modules there are, once. */
function available(): Set<string> {
  if (names === null) {
    root = fileURLToPath(new URL('./py/', import.meta.url));
    names = new Set();
    try {
      for (const f of fs.readdirSync(root, { recursive: true }) as string[]) {
        if (f.endsWith('.py')) names.add(f.slice(0, -3).replaceAll('/', '.').replace(/\.__init__$/, ''));
      }
    } catch { /* a build without library sources has none */ }
  }
  return names;
}

/** Returns the source of a library module, or undefined. */
export function librarySource(name: string): LibrarySource | undefined {
  if (!available().has(name)) return undefined;
  const base = root + name.replaceAll('.', '/');
  const isPackage = fs.existsSync(`${base}/__init__.py`);
  const file = isPackage ? `${base}/__init__.py` : `${base}.py`;
  const text = fs.readFileSync(file, 'utf8');
  const compiled = (): CodeObject | undefined => {
    try { return decodeCode(fs.readFileSync(file.replace(/\.py$/, '.code'), 'utf8'), text.length, file); } catch { return undefined; }
  };
  return { file, text, isPackage, compiled };
}
