/**
 * The module `os`: what is in `posix`, the environment, trees of directories, names. And `errno`.
 */
import { makeOsError } from '../../types/exceptions/os-error.ts';
import { setFrom } from '../../objects/slots/collect.ts';
import * as fs from 'node:fs';
import { PyInstance, PyType, type PyValue } from '../../objects/core/object.ts';
import {
  None,
  NotImplemented,
  PyBytes,
  PyIterator,
  PyModule,
  PyTuple,
  builtinType,
  native,
  objectType,
  strOf,
  typeOf,
} from '../../objects/core/values.ts';
import { defMethods, makeFunctions } from '../../objects/core/builtin.ts';
import { PyDict, dictType } from '../../objects/core/dict.ts';
import { PyRaise, makeException, typeError } from '../../objects/core/exceptions.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { defIterator } from '../../types/containers/iterators.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { isTrue } from '../../protocol/compare.ts';
import { repr } from '../../objects/slots/format.ts';
import { abcMetaType } from '../abc.ts';
import { openFile, pathText } from '../io/open.ts';
import { ERRNO } from '../host/os-errors.ts';
import { importDotted } from '../host/import.ts';
import { join, statOf } from './path.ts';
import { guarded, modeOf } from './posix.ts';
import { loadedModules } from '../host/sys-state.ts';

/** Given to `os.walk` for `followlinks`: links to directories are among the files (`pathlib` asks for it). */
const walkSymlinksAsFiles = new PyInstance(objectType);

/** Walks a directory tree as `os.walk`. */
function* walk(
  top: string,
  topdown: boolean,
  onerror: PyValue,
  followlinks: boolean,
  linksAreFiles: boolean,
): Generator<PyValue> {
  let names: string[];
  try {
    names = guarded(top, () => fs.readdirSync(top));
  } catch (e) {
    if (!(e instanceof PyRaise)) throw e;
    if (onerror !== None) invoke(onerror, [e.exc]);
    return;
  }
  const dirs: string[] = [];
  const files: string[] = [];
  const isDirectory = (path: string): boolean =>
    (statOf(path)?.isDirectory() ?? false) && !(linksAreFiles && (statOf(path, false)?.isSymbolicLink() ?? false));
  for (const n of names) (isDirectory(join(top, [n])) ? dirs : files).push(n);
  const dirList = listFrom([...dirs]);
  const row = new PyTuple([top, dirList, listFrom([...files])]);
  if (topdown) yield row;
  const chosen = topdown ? (dirList.items as string[]) : dirs;
  for (const d of chosen) {
    const path = join(top, [d]);
    if (followlinks || !(statOf(path, false)?.isSymbolicLink() ?? false))
      yield* walk(path, topdown, onerror, followlinks, linksAreFiles);
  }
  if (!topdown) yield row;
}

const walkType = builtinType('generator', { base: false });
/** Wraps a host generator as a Python iterator. */
class PyWalk extends PyIterator {
  constructor(private readonly rows: Generator<PyValue>) {
    super();
  }
  next(): PyValue | undefined {
    const r = this.rows.next();
    return r.done === true ? undefined : r.value;
  }
}
native(PyWalk, walkType);
defIterator(walkType);

/* ---- paths ---- */

/** Makes os.PathLike: an ABC whose hook looks for `__fspath__`. */
function makePathLike(): PyType {
  const t = new PyType('PathLike', [objectType], { heap: true, module: 'os' });
  t.type = abcMetaType;
  t.hasDict = false;
  t.dict.set('__module__', 'os');
  t.abstract = false;
  t.dict.set('__slots__', new PyTuple([]));
  t.allocate = (cls) => new PyInstance(cls);
  for (const [name, f] of makeFunctions('os', {
    '__subclasshook__(subclass, /)': (sub: PyValue) =>
      sub instanceof PyType && sub.lookup('__fspath__') !== undefined ? true : NotImplemented,
    '__class_getitem__(key, /)': (key: PyValue) => makeGenericAlias(t, key),
  }))
    t.dict.set(name, f);
  return t;
}
/* ---- the environment ---- */

const environType = new PyType('_Environ', [dictType], { module: 'os' });

/** Makes os.environ: a dict whose changes reach the process. */
function makeEnviron(): PyValue {
  environType.hasDict = true;
  const d = shapeInstance(new PyDict(), environType);
  for (const [k, v] of Object.entries(process.env)) if (v !== undefined) d.set(k, v);
  const text = (x: PyValue): string => strOf(x) ?? typeError(`str expected, not ${typeOf(x).name}`);
  defMethods(environType, {
    '__setitem__(key, value, /)': (e: PyDict, k: PyValue, v: PyValue) => {
      e.set(text(k), text(v));
      process.env[text(k)] = text(v);
      return None;
    },
    '__delitem__(key, /)': (e: PyDict, k: PyValue) => {
      if (e.delete(text(k)) === undefined) throw new PyRaise(makeException('KeyError', k));
      delete process.env[text(k)];
      return None;
    },
    '__repr__()': (e: PyDict) => `environ({${[...e.entries()].map(([k, v]) => `${repr(k)}: ${repr(v)}`).join(', ')}})`,
    'copy()': (e: PyDict) => e.copy(),
  });
  return d;
}
/** Lists what `os` takes over from `posix`. */
function fromPosix(): [string, PyValue][] {
  const posix = importDotted('posix');
  if (!(posix instanceof PyModule)) return [];
  return [...posix.dict.entries()].filter((entry): entry is [string, PyValue] => {
    const name = strOf(entry[0]);
    return name === '_exit' || (name !== undefined && !name.startsWith('_'));
  });
}

/** Makes the module `os`. */
export function makeModule(): PyModule {
  const path = importDotted('posixpath');
  loadedModules().set('os.path', path);
  const environ = makeEnviron() as PyDict;
  const environment = (key: PyValue, fallback: PyValue = None): PyValue => environ.get(key) ?? fallback;
  return nativeModule('os', [
    ...fromPosix(),
    ...makeFunctions('os', {
      'makedirs(name, mode?, exist_ok?)': (p: PyValue, mode?: PyValue, ok?: PyValue) => {
        const dir = pathText(p);
        const present = statOf(p);
        if (present !== undefined) {
          if (ok !== undefined && isTrue(ok) && present.isDirectory()) return None;
          throw new PyRaise(makeOsError(17, 'File exists', p));
        }
        guarded(p, () => fs.mkdirSync(dir, { recursive: true, mode: modeOf(mode, 0o777) }));
        return None;
      },
      'removedirs(name)': (p: PyValue) => {
        let dir = pathText(p);
        guarded(p, () => fs.rmdirSync(dir));
        for (;;) {
          dir = dir.replace(/\/+[^/]*$/, '');
          try {
            fs.rmdirSync(dir);
          } catch {
            return None;
          }
        }
      },
      'walk(top, topdown?, onerror?, followlinks?)': (
        top: PyValue,
        topdown: PyValue = true,
        onerror: PyValue = None,
        follow: PyValue = false,
      ) =>
        new PyWalk(
          walk(
            pathText(top),
            isTrue(topdown),
            onerror,
            follow !== walkSymlinksAsFiles && isTrue(follow),
            follow === walkSymlinksAsFiles,
          ),
        ),
      'getenv(key, default?)': environment,
      'fsencode(filename)': (p: PyValue) => (p instanceof PyBytes ? p : new PyBytes(Buffer.from(pathText(p), 'utf8'))),
      'fsdecode(filename)': (p: PyValue) => pathText(p),
      'fdopen(fd, mode?)': (fd: PyValue, mode: PyValue = 'r') => openFile(fd, strOf(mode) ?? 'r'),
    }),
    ['path', path],
    ['environ', environ],
    ['PathLike', makePathLike()],
    ['name', 'posix'],
    ['sep', '/'],
    ['altsep', None],
    ['extsep', '.'],
    ['pathsep', ':'],
    ['linesep', '\n'],
    ['curdir', '.'],
    ['pardir', '..'],
    ['devnull', '/dev/null'],
    ['defpath', '/bin:/usr/bin'],
    ['supports_dir_fd', setFrom([])],
    ['supports_fd', setFrom([])],
    ['supports_follow_symlinks', setFrom([])],
    ['supports_effective_ids', setFrom([])],
    ['supports_bytes_environ', true],
    ['environb', new PyDict()],
    ['_walk_symlinks_as_files', walkSymlinksAsFiles],
    ['SEEK_SET', 0],
    ['SEEK_CUR', 1],
    ['SEEK_END', 2],
  ]);
}

/** Makes the module `errno`. */
export function makeErrno(): PyModule {
  const codes = new PyDict();
  for (const [name, [n]] of ERRNO) codes.set(n, name);
  return nativeModule('errno', [
    ['errorcode', codes],
    ...[...ERRNO].map(([name, [n]]): [string, PyValue] => [name, n]),
    ['EWOULDBLOCK', 11],
    ['EOPNOTSUPP', 95],
  ]);
}
