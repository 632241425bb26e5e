// Puts modules of Python's own library into a build: taken unchanged from the zip that the pinned
// development dependency `pyodide` ships (CPython 3.13, PSF-2.0, whose text goes along), never kept in
// the repository. Only modules that run as they are; the rest of the library says that it is not there.
import { unzipSync } from 'fflate';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const MODULES = `
  __future__ _collections_abc _colorize _compat_pickle _markupbase _opcode_metadata _strptime _weakrefset argparse ast
  base64 calendar cmd codecs colorsys configparser contextlib contextvars copyreg csv dataclasses decimal difflib dis
  enum fileinput filecmp fnmatch fractions genericpath getopt gettext glob graphlib hashlib hmac html.__init__
  html.entities html.parser inspect ipaddress json.__init__ json.decoder json.encoder json.scanner keyword linecache
  locale logging.__init__ ntpath numbers opcode optparse pathlib.__init__ pathlib._abc pathlib._local pickle
  pickletools platform pprint queue quopri reprlib sched secrets shlex shutil signal stat statistics string struct
  tempfile textwrap threading timeit token tokenize traceback typing unittest.__init__ unittest._log unittest.case
  unittest.loader unittest.main unittest.result unittest.runner unittest.signals unittest.suite unittest.util
  urllib.__init__ urllib.error urllib.parse urllib.response uuid warnings weakref
`
  .trim()
  .split(/\s+/);

// Modules that are there under another name: what stands in for a core written in C.
const STAND_INS = { datetime: '_pydatetime' };

// Encodings that need a core which is not here, by what their modules import of it.
const NATIVE_CODECS = /import _codecs_|import bz2|import stringprep|codecs\.(mbcs|oem|utf_7)_encode/;

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
  mkdirSync(into, { recursive: true });
  const fileOf = (m) => `${m.replaceAll('.', '/')}.py`;
  const wanted = new Set([...[...MODULES, ...Object.values(STAND_INS)].map(fileOf), 'collections/__init__.py']);
  const files = unzipSync(readFileSync(zip), {
    filter: (f) => wanted.has(f.name) || /^encodings\/\w+\.py$/.test(f.name),
  });
  const text = (name) => new TextDecoder().decode(files[name]);
  const encodings = Object.keys(files).filter(
    (name) => name.startsWith('encodings/') && !NATIVE_CODECS.test(text(name)),
  );
  for (const name of [...MODULES.map(fileOf), ...encodings]) {
    mkdirSync(dirname(`${into}/${name}`), { recursive: true });
    writeFileSync(`${into}/${name}`, text(name));
  }
  for (const [name, from] of Object.entries(STAND_INS)) writeFileSync(`${into}/${name}.py`, text(`${from}.py`));
  const collections = text('collections/__init__.py');
  writeFileSync(
    `${into}/_collections_user.py`,
    USER_CLASSES + collections.slice(collections.indexOf('\nclass ChainMap(')),
  );
  mkdirSync(`${into}/collections`, { recursive: true });
  writeFileSync(
    `${into}/collections/abc.py`,
    'from _collections_abc import *\nfrom _collections_abc import __all__, _CallableGenericAlias\n',
  );
  copyFileSync(new URL('../LICENSE-PSF', import.meta.url), `${into}/LICENSE-PSF`);
}
