/**
 * The module `os`: the parts about files, directories, the environment and the process.
 */
import { makeOsError } from '../../types/exceptions/os-error.ts';
import { setFrom } from '../../objects/slots/collect.ts';
import * as fs from 'node:fs';
import { cpus, hostname, release, version } from 'node:os';
import { PyInstance, PyObj, PyType, type PyValue } from '../../objects/core/object.ts';
import {
  None,
  NotImplemented,
  PyBytes,
  PyFloat,
  PyIterator,
  type PyModule,
  PyTuple,
  builtinType,
  intOf,
  native,
  objectType,
  strOf,
  typeOf,
} from '../../objects/core/values.ts';
import { defGetSet, defMethods, makeFunctions } from '../../objects/core/builtin.ts';
import { PyDict, dictType } from '../../objects/core/dict.ts';
import { PyRaise, exceptionType, makeException, raise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { defIterator } from '../../types/containers/iterators.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { callBound } from '../../objects/slots/attribute.ts';
import { isTrue } from '../../objects/slots/compare.ts';
import { repr } from '../../objects/slots/format.ts';
import { abcMetaType } from '../abc.ts';
import { flushOpenFiles, openFile, pathText, plainPath } from '../io/open.ts';
import { ERRNO, osErrorOf, strerror } from '../host/os-errors.ts';
import { join, makeModule as makePath, needStat, statOf } from './path.ts';
import { makeStruct, structSequence } from '../host/struct-sequence.ts';
import { loadedModules } from '../host/sys-state.ts';

/** Runs a host call; its errors become OSError with the path. */
function guarded<T>(path: PyValue, call: () => T, second: PyValue = None): T {
  flushOpenFiles();
  try {
    return call();
  } catch (e) {
    const found = osErrorOf(e);
    if (found === undefined) throw e;
    throw new PyRaise(makeOsError(found.errno, found.text, plainPath(path), plainPath(second)));
  }
}

const STAT_FIELDS = [
  'st_mode',
  'st_ino',
  'st_dev',
  'st_nlink',
  'st_uid',
  'st_gid',
  'st_size',
  'st_atime',
  'st_mtime',
  'st_ctime',
  'st_atime_ns',
  'st_mtime_ns',
  'st_ctime_ns',
  'st_blksize',
  'st_blocks',
  'st_rdev',
];
const statResultType = structSequence('os', 'stat_result', STAT_FIELDS, 10);

function statResult(s: fs.Stats): PyTuple {
  const time = (ms: number): PyFloat => new PyFloat(ms / 1000);
  const ns = (ms: number): PyValue =>
    Math.round(ms * 1e6) <= Number.MAX_SAFE_INTEGER ? Math.round(ms * 1e6) : BigInt(Math.round(ms * 1e6));
  return makeStruct(statResultType, [
    s.mode,
    s.ino,
    s.dev,
    s.nlink,
    s.uid,
    s.gid,
    s.size,
    time(s.atimeMs),
    time(s.mtimeMs),
    time(s.ctimeMs),
    ns(s.atimeMs),
    ns(s.mtimeMs),
    ns(s.ctimeMs),
    s.blksize,
    s.blocks,
    s.rdev,
  ]);
}

/* ---- directory entries ---- */

const dirEntryType = builtinType('DirEntry', { module: 'os', base: false });

/** One entry of `os.scandir`. */
class PyDirEntry extends PyObj {
  constructor(
    readonly name: string,
    readonly dir: string,
  ) {
    super();
  }
  get path(): string {
    return join(this.dir, [this.name]);
  }
}
native(PyDirEntry, dirEntryType);
const follows = (f: PyValue | undefined): boolean => f === undefined || isTrue(f);
defMethods(dirEntryType, {
  '__repr__()': (e: PyDirEntry) => `<DirEntry ${repr(e.name)}>`,
  '__fspath__()': (e: PyDirEntry) => e.path,
  'is_dir(*, follow_symlinks?)': (e: PyDirEntry, f?: PyValue) => statOf(e.path, follows(f))?.isDirectory() ?? false,
  'is_file(*, follow_symlinks?)': (e: PyDirEntry, f?: PyValue) => statOf(e.path, follows(f))?.isFile() ?? false,
  'is_symlink()': (e: PyDirEntry) => statOf(e.path, false)?.isSymbolicLink() ?? false,
  'stat(*, follow_symlinks?)': (e: PyDirEntry, f?: PyValue) => statResult(needStat(e.path, follows(f))),
  'inode()': (e: PyDirEntry) => needStat(e.path, false).ino,
});
defGetSet(dirEntryType, { name: (e: PyDirEntry) => e.name, path: (e: PyDirEntry) => e.path });

const scandirType = builtinType('ScandirIterator', { module: 'posix', base: false });

/** The iterator of `os.scandir`, also a context manager. */
class PyScandir extends PyIterator {
  private at = 0;
  constructor(private readonly entries: PyDirEntry[]) {
    super();
  }
  next(): PyValue | undefined {
    return this.entries[this.at++];
  }
  close(): void {
    this.at = this.entries.length;
  }
}
native(PyScandir, scandirType);
defIterator(scandirType);
defMethods(scandirType, {
  '__enter__()': (s: PyScandir) => s,
  '__exit__(*args)': (s: PyScandir) => {
    s.close();
    return None;
  },
  'close()': (s: PyScandir) => {
    s.close();
    return None;
  },
});

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

/** `os.fspath`. */
function fspath(p: PyValue): PyValue {
  if (strOf(p) !== undefined || p instanceof PyBytes) return p;
  const hook = typeOf(p).lookup('__fspath__');
  if (hook === undefined) typeError(`expected str, bytes or os.PathLike object, not ${typeOf(p).name}`);
  const r = callBound(hook, p);
  if (strOf(r) === undefined && !(r instanceof PyBytes))
    typeError(`expected ${typeOf(p).name}.__fspath__() to return str or bytes, not ${typeOf(r).name}`);
  return r;
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

const terminalSize = structSequence('os', 'terminal_size', ['columns', 'lines']);
const statvfsResult = structSequence('os', 'statvfs_result', [
  'f_bsize',
  'f_frsize',
  'f_blocks',
  'f_bfree',
  'f_bavail',
  'f_files',
  'f_ffree',
  'f_favail',
  'f_flag',
  'f_namemax',
]);
const unameResult = structSequence('posix', 'uname_result', ['sysname', 'nodename', 'release', 'version', 'machine']);

/** Makes the module `os`. */
export function makeModule(): PyModule {
  const path = makePath();
  loadedModules().set('posixpath', path);
  loadedModules().set('os.path', path);
  const environ = makeEnviron() as PyDict;
  const modeOf = (m: PyValue | undefined, standard: number): number =>
    m === undefined ? standard : Number(intOf(m) ?? standard);
  const rename = (a: PyValue, b: PyValue): PyValue => {
    guarded(a, () => fs.renameSync(pathText(a), pathText(b)), b);
    return None;
  };
  const remove = (p: PyValue): PyValue => {
    guarded(p, () => {
      if (fs.lstatSync(pathText(p)).isDirectory()) throw new PyRaise(makeOsError(21, 'Is a directory', p));
      fs.unlinkSync(pathText(p));
    });
    return None;
  };
  const environment = (key: PyValue, fallback: PyValue = None): PyValue => environ.get(key) ?? fallback;
  return nativeModule('os', [
    ...makeFunctions('posix', {
      'getcwd()': () => process.cwd(),
      'getcwdb()': () => new PyBytes(Buffer.from(process.cwd())),
      'chdir(path)': (p: PyValue) => {
        guarded(p, () => process.chdir(pathText(p)));
        return None;
      },
      'listdir(path?)': (p: PyValue = '.') =>
        listFrom(guarded(p, () => fs.readdirSync(p === None ? '.' : pathText(p)))),
      'scandir(path?)': (p: PyValue = '.') => {
        const dir = p === None ? '.' : pathText(p);
        return new PyScandir(guarded(p, () => fs.readdirSync(dir)).map((n) => new PyDirEntry(n, dir)));
      },
      'mkdir(path, mode?, *, dir_fd?)': (p: PyValue, mode?: PyValue) => {
        guarded(p, () => fs.mkdirSync(pathText(p), modeOf(mode, 0o777)));
        return None;
      },
      'rmdir(path, *, dir_fd?)': (p: PyValue) => {
        guarded(p, () => fs.rmdirSync(pathText(p)));
        return None;
      },
      'remove(path, *, dir_fd?)': remove,
      'unlink(path, *, dir_fd?)': remove,
      'rename(src, dst, *, src_dir_fd?, dst_dir_fd?)': rename,
      'replace(src, dst, *, src_dir_fd?, dst_dir_fd?)': rename,
      'link(src, dst)': (a: PyValue, b: PyValue) => {
        guarded(a, () => fs.linkSync(pathText(a), pathText(b)), b);
        return None;
      },
      'symlink(src, dst, target_is_directory?)': (a: PyValue, b: PyValue) => {
        guarded(a, () => fs.symlinkSync(pathText(a), pathText(b)), b);
        return None;
      },
      'readlink(path)': (p: PyValue) => guarded(p, () => fs.readlinkSync(pathText(p))),
      'stat(path, *, dir_fd?, follow_symlinks?)': (p: PyValue, _d?: PyValue, f?: PyValue) =>
        statResult(needStat(p, follows(f))),
      'lstat(path, *, dir_fd?)': (p: PyValue) => statResult(needStat(p, false)),
      'fstat(fd)': (p: PyValue) => statResult(needStat(p)),
      'chmod(path, mode, *, follow_symlinks?)': (p: PyValue, mode: PyValue) => {
        guarded(p, () => fs.chmodSync(pathText(p), modeOf(mode, 0)));
        return None;
      },
      'access(path, mode)': (p: PyValue, mode: PyValue) => {
        try {
          fs.accessSync(pathText(p), modeOf(mode, 0));
          return true;
        } catch {
          return false;
        }
      },
      'utime(path, times?, *, ns?, follow_symlinks?)': (
        p: PyValue,
        times: PyValue = None,
        ns: PyValue = None,
        follow: PyValue = true,
      ) => {
        if (times !== None && ns !== None) valueError("utime: you may specify either 'times' or 'ns' but not both");
        const given = ns !== None ? ns : times;
        if (given !== None && (!(given instanceof PyTuple) || given.items.length !== 2))
          typeError(
            `utime: '${ns !== None ? 'ns' : 'times'}' must be ${ns !== None ? 'a tuple of two ints' : 'either a tuple of two ints or None'}`,
          );
        const seconds = (t: PyValue): number =>
          t instanceof PyFloat ? t.value : Number(intOf(t) ?? 0) / (ns !== None ? 1e9 : 1);
        const [a, m] = given instanceof PyTuple ? given.items.map(seconds) : [Date.now() / 1000, Date.now() / 1000];
        guarded(p, () => (isTrue(follow) ? fs.utimesSync : fs.lutimesSync)(pathText(p), a!, m!));
        return None;
      },
      'truncate(path, length)': (p: PyValue, n: PyValue) => {
        guarded(p, () => fs.truncateSync(pathText(p), modeOf(n, 0)));
        return None;
      },
      'open(path, flags, mode?)': (p: PyValue, flags: PyValue, mode?: PyValue) =>
        guarded(p, () => fs.openSync(pathText(p), modeOf(flags, 0), modeOf(mode, 0o777))),
      'read(fd, length, /)': (fd: PyValue, n: PyValue) => {
        const b = new Uint8Array(modeOf(n, 0));
        return new PyBytes(
          b.slice(
            0,
            guarded(None, () => fs.readSync(modeOf(fd, -1), b, 0, b.length, null)),
          ),
        );
      },
      'fsync(fd)': (fd: PyValue) => {
        guarded(None, () => fs.fsyncSync(modeOf(fd, -1)));
        return None;
      },
      'ftruncate(fd, length, /)': (fd: PyValue, n: PyValue) => {
        guarded(None, () => fs.ftruncateSync(modeOf(fd, -1), modeOf(n, 0)));
        return None;
      },
      'statvfs(path)': (p: PyValue) => {
        const s = guarded(p, () => fs.statfsSync(pathText(p)));
        return makeStruct(statvfsResult, [
          s.bsize,
          s.bsize,
          s.blocks,
          s.bfree,
          s.bavail,
          s.files,
          s.ffree,
          s.ffree,
          0,
          255,
        ]);
      },
      'uname()': () => makeStruct(unameResult, ['Linux', hostname(), release(), version(), 'x86_64']),
      'kill(pid, signal, /)': (pid: PyValue, signal: PyValue) => {
        guarded(None, () => process.kill(modeOf(pid, 0), modeOf(signal, 0)));
        return None;
      },
      'close(fd)': (fd: PyValue) => {
        guarded(None, () => fs.closeSync(modeOf(fd, -1)));
        return None;
      },
      'write(fd, data, /)': (fd: PyValue, data: PyValue) =>
        guarded(None, () => fs.writeSync(modeOf(fd, -1), (data as PyBytes).data)),
      'isatty(fd, /)': (fd: PyValue) => {
        try {
          return fs.fstatSync(modeOf(fd, -1)).isCharacterDevice();
        } catch {
          return false;
        }
      },
      'getpid()': () => process.pid,
      'getppid()': () => process.ppid,
      'getuid()': () => process.getuid?.() ?? 0,
      'getgid()': () => process.getgid?.() ?? 0,
      'umask(mask, /)': (m: PyValue) => process.umask(modeOf(m, 0o22)),
      'urandom(size, /)': (n: PyValue) => new PyBytes(crypto.getRandomValues(new Uint8Array(modeOf(n, 0)))),
      'cpu_count()': () => cpus().length,
      'strerror(code, /)': (n: PyValue) => strerror(Number(intOf(n) ?? 0)),
      'get_terminal_size(fd?, /)': () => {
        if (process.stdout.columns === undefined) throw new PyRaise(makeOsError(25, 'Inappropriate ioctl for device'));
        return makeStruct(terminalSize, [process.stdout.columns, process.stdout.rows]);
      },
      '_exit(status)': (n: PyValue) => process.exit(modeOf(n, 0)),
      'abort()': () => process.abort(),
      'system(command)': () => raise('NotImplementedError', 'os.system() is not in sidewinder'),
      'fork()': () => raise('NotImplementedError', 'os.fork() is not in sidewinder'),
      'fspath(path)': fspath,
    }),
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
      'putenv(name, value)': (k: PyValue, v: PyValue) => {
        process.env[strOf(k) ?? ''] = strOf(v) ?? '';
        return None;
      },
      'fsencode(filename)': (p: PyValue) => (p instanceof PyBytes ? p : new PyBytes(Buffer.from(pathText(p), 'utf8'))),
      'fsdecode(filename)': (p: PyValue) => pathText(p),
      'fdopen(fd, mode?)': (fd: PyValue, mode: PyValue = 'r') => openFile(fd, strOf(mode) ?? 'r'),
    }),
    ['path', path],
    ['environ', environ],
    ['PathLike', makePathLike()],
    ['stat_result', statResultType],
    ['DirEntry', dirEntryType],
    ['error', exceptionType('OSError')],
    ['terminal_size', terminalSize],
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
    ['F_OK', 0],
    ['R_OK', 4],
    ['W_OK', 2],
    ['X_OK', 1],
    ['O_RDONLY', 0],
    ['O_WRONLY', 1],
    ['O_RDWR', 2],
    ['O_CREAT', 64],
    ['O_EXCL', 128],
    ['O_TRUNC', 512],
    ['O_APPEND', 1024],
    ['O_CLOEXEC', 0o2000000],
    ['O_NOFOLLOW', 0o400000],
    ['O_NONBLOCK', 2048],
    ['O_SYNC', 0o4010000],
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
    ['EX_OK', 0],
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
