/**
 * Library modules written in Python: the files of `py/` beside this file (beside the bundle, in a build, where
 * each has its compiled form with it, and modules of Python's own library stand beside ours).
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

/** Folders of modules by dotted name. */
let folders: Map<string, string> | null = null;

/** Lists the modules there are, once. A checkout that has been built has those of the build as well. */
function available(): Map<string, string> {
  if (folders !== null) return folders;
  folders = new Map();
  const here = new URL('./py/', import.meta.url);
  const roots = import.meta.url.endsWith('/src/lib/py-sources.ts') ? [here, new URL('../../dist/py/', import.meta.url)] : [here];
  for (const url of roots) {
    const root = fileURLToPath(url);
    try {
      for (const f of fs.readdirSync(root, { recursive: true }) as string[]) {
        if (!f.endsWith('.py')) continue;
        const name = f.slice(0, -3).replaceAll('/', '.').replace(/\.__init__$/, '');
        if (!folders.has(name)) folders.set(name, root);
      }
    } catch { /* a build without library sources has none */ }
  }
  return folders;
}

/** Returns the source of a library module, or undefined. */
export function librarySource(name: string): LibrarySource | undefined {
  const root = available().get(name);
  if (root === undefined) return undefined;
  const base = root + name.replaceAll('.', '/');
  const isPackage = fs.existsSync(`${base}/__init__.py`);
  const file = isPackage ? `${base}/__init__.py` : `${base}.py`;
  const text = fs.readFileSync(file, 'utf8');
  const compiled = (): CodeObject | undefined => {
    try { return decodeCode(fs.readFileSync(file.replace(/\.py$/, '.code'), 'utf8'), text.length, file); } catch { return undefined; }
  };
  return { file, text, isPackage, compiled };
}
