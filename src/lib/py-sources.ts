/**
 * Library modules written in Python: the files of `py/` beside this file (beside the bundle, in a
 * build).
 */
import * as fs from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface LibrarySource { file: string; text: string; isPackage: boolean }

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
  return { file, text: fs.readFileSync(file, 'utf8'), isPackage };
}
