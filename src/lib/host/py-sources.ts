/**
 * Library modules written in Python: the files of `py/` beside the bundle, which a build takes from CPython's library
 * (scripts/standard-library.mjs); each has its compiled form with it. A checkout uses those of its build.
 */
import * as fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CodeObject } from '../../bytecode/code.ts';
import { decodeCode } from './code-cache.ts';

interface LibrarySource {
  file: string;
  text: string;
  isPackage: boolean;
  /** Returns the compiled module the build made, or undefined. */
  compiled: () => CodeObject | undefined;
}

/** Folders of modules by dotted name. */
let folders: Map<string, string> | null = null;

/** Lists the modules there are, once. */
function available(): Map<string, string> {
  if (folders !== null) return folders;
  folders = new Map();
  const url = new URL(
    import.meta.url.endsWith('/src/lib/host/py-sources.ts') ? '../../../dist/py/' : './py/',
    import.meta.url,
  );
  const root = fileURLToPath(url);
  try {
    for (const f of fs.readdirSync(root, { recursive: true }) as string[]) {
      if (f.endsWith('.py'))
        folders.set(
          f
            .slice(0, -3)
            .replaceAll('/', '.')
            .replace(/\.__init__$/, ''),
          root,
        );
    }
  } catch {
    /* a checkout that was not built has none */
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
    try {
      return decodeCode(fs.readFileSync(file.replace(/\.py$/, '.code'), 'utf8'), text.length, file);
    } catch {
      return undefined;
    }
  };
  return { file, text, isPackage, compiled };
}
