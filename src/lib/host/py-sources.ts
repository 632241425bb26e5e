/**
 * Library modules written in Python: the files of `py/` beside the bundle, which a build takes from CPython's library
 * (scripts/standard-library.mjs); each has its compiled form with it. A checkout uses those of its build.
 */
import * as fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CodeObject } from '../../bytecode/code.ts';
import { decodeCode } from './code-cache.ts';

export interface LibrarySource {
  readonly file: string;
  readonly isPackage: boolean;
  /** Returns the text of the source. */
  readonly read: () => string;
  /** Returns the compiled module the build made, or undefined. */
  readonly compiled: () => CodeObject | undefined;
}

/** The folder of the library, which a checkout that was not built lacks. */
const ROOT = fileURLToPath(
  new URL(import.meta.url.endsWith('/src/lib/host/py-sources.ts') ? '../../../dist/py/' : './py/', import.meta.url),
);

/** What is in folders of the library. */
const listings = new Map<string, ReadonlySet<string>>();

/** Tells whether a folder of the library has an entry. */
function has(folder: string, entry: string): boolean {
  let listing = listings.get(folder);
  if (listing === undefined) {
    try {
      listing = new Set(fs.readdirSync(folder));
    } catch {
      listing = new Set();
    }
    listings.set(folder, listing);
  }
  return listing.has(entry);
}

/** Tells whether the library has a file, by its name with slashes: each folder is read once. */
function hasFile(name: string): boolean {
  const parts = name.split('/');
  return parts.every((part, i) =>
    has(
      ROOT +
        parts
          .slice(0, i)
          .map((p) => `${p}/`)
          .join(''),
      part,
    ),
  );
}

/** Returns the source of a library module, or undefined. */
export function librarySource(name: string): LibrarySource | undefined {
  const base = name.replaceAll('.', '/');
  const isPackage = hasFile(`${base}/__init__.py`);
  if (!isPackage && !hasFile(`${base}.py`)) return undefined;
  const file = ROOT + (isPackage ? `${base}/__init__.py` : `${base}.py`);
  const read = (): string => fs.readFileSync(file, 'utf8');
  const compiled = (): CodeObject | undefined => {
    try {
      return decodeCode(fs.readFileSync(file.replace(/\.py$/, '.code'), 'latin1'), fs.statSync(file).size, file);
    } catch {
      return undefined;
    }
  };
  return { file, isPackage, read, compiled };
}

/** Returns the source of the library module that is at a path, without its ending; undefined for any other path. */
export function librarySourceAt(path: string): LibrarySource | undefined {
  return path.startsWith(ROOT) ? librarySource(path.slice(ROOT.length).replaceAll('/', '.')) : undefined;
}
