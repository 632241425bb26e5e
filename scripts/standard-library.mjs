// Puts modules of Python's own library into a build: taken unchanged from the zip that the pinned
// development dependency `pyodide` ships (CPython 3.13, PSF-2.0, whose text goes along), never kept in
// the repository. Only modules that run as they are; the rest of the library says that it is not there.
import { unzipSync } from 'fflate';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const MODULES = ['_collections_abc', 'colorsys', 'contextlib', 'copyreg', 'enum', 'graphlib', 'keyword', 'linecache', 'numbers', 'textwrap'];

// ChainMap, UserDict, UserList and UserString stand at the end of `collections/__init__.py`; the rest of
// that module is native here, and they need these names of it.
const USER_CLASSES = `__name__ = 'collections'
from _collections_abc import *
import _collections_abc
import sys as _sys
from copy import copy

def _recursive_repr():
    def decorate(method):
        running = set()
        def wrapper(self):
            if id(self) in running:
                return '...'
            running.add(id(self))
            try:
                return method(self)
            finally:
                running.discard(id(self))
        return wrapper
    return decorate

`;

/** Writes the modules and their licence into a folder. */
export function copyStandardLibrary(into) {
  const zip = createRequire(import.meta.url).resolve('pyodide/python_stdlib.zip');
  const wanted = new Set([...MODULES.map((m) => `${m}.py`), 'collections/__init__.py']);
  const files = unzipSync(readFileSync(zip), { filter: (f) => wanted.has(f.name) });
  const text = (name) => new TextDecoder().decode(files[name]);
  for (const m of MODULES) writeFileSync(`${into}/${m}.py`, text(`${m}.py`));
  const collections = text('collections/__init__.py');
  writeFileSync(`${into}/_collections_user.py`, USER_CLASSES + collections.slice(collections.indexOf('\nclass ChainMap(')));
  mkdirSync(`${into}/collections`, { recursive: true });
  writeFileSync(`${into}/collections/abc.py`, 'from _collections_abc import *\nfrom _collections_abc import __all__, _CallableGenericAlias\n');
  copyFileSync(new URL('../LICENSE-PSF', import.meta.url), `${into}/LICENSE-PSF`);
}
