/**
 * The module `posix`: the calls of the operating system about files, directories and the process. `os` takes
 * them over, as CPython's does: `os.stat is posix.stat`.
 */
import { callBound } from '../../objects/slots/descriptor.ts';
import * as fs from 'node:fs';
import { cpus, hostname, release, version } from 'node:os';
import { PyObj, type PyValue } from '../../objects/core/object.ts';
import {
  None,
  PyBytes,
  PyFloat,
  PyIterator,
  type PyModule,
  PyTuple,
  intOf,
  native,
  strOf,
  typeOf,
} from '../../objects/core/values.ts';
import { defGetSet, defMethods, makeFunctions } from '../../objects/core/builtin.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { PyRaise, exceptionType, raise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { makeOsError } from '../../types/exceptions/os-error.ts';
import { defIterator } from '../../types/containers/iterators.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { isTrue } from '../../protocol/compare.ts';
import { repr } from '../../objects/slots/format.ts';
import { pathText, plainPath } from '../io/open.ts';
import { openFiles } from '../io/open-files.ts';
import { readBytes, writeBytes } from '../io/raw.ts';
import { closeDoubles } from '../../signals/descriptors.ts';
import { osErrorOf, strerror } from '../host/os-errors.ts';
import { KILLING } from './kill.ts';
import { join, needStat, statOf } from './path.ts';
import { makeStruct, structSequence } from '../host/struct-sequence.ts';
import { cType } from '../../objects/core/c-types.ts';

/** Runs a host call; its errors become OSError with the path. */
export function guarded<T>(path: PyValue, call: () => T, second: PyValue = None): T {
  openFiles.flush();
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

const dirEntryType = cType('os', 'DirEntry', { base: false });

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

const scandirType = cType('posix', 'ScandirIterator', { base: false });

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

/** Reads a mode or a number that may be left out. */
export const modeOf = (m: PyValue | undefined, standard: number): number =>
  m === undefined ? standard : Number(intOf(m) ?? standard);

/** Makes `posix.environ`, whose names and values are bytes. */
function makeEnviron(): PyDict {
  const d = new PyDict();
  const bytes = (text: string): PyBytes => new PyBytes(Buffer.from(text, 'utf8'));
  for (const [k, v] of Object.entries(process.env)) if (v !== undefined) d.set(bytes(k), bytes(v));
  return d;
}

/** Makes the module `posix`. */
export function makeModule(): PyModule {
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
  return nativeModule('posix', [
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
            `utime: '${ns !== None ? 'ns' : 'times'}' must be ` +
              `${ns !== None ? 'a tuple of two ints' : 'either a tuple of two ints or None'}`,
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
        guarded(p, () =>
          openFiles.withDescriptor(() => fs.openSync(pathText(p), modeOf(flags, 0), modeOf(mode, 0o777))),
        ),
      'read(fd, length, /)': (fd: PyValue, n: PyValue) => {
        const b = new Uint8Array(modeOf(n, 0));
        return new PyBytes(b.slice(0, readBytes(modeOf(fd, -1), b, null)));
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
      ...KILLING,
      'close(fd)': (fd: PyValue) => {
        closeDoubles(modeOf(fd, -1));
        guarded(None, () => fs.closeSync(modeOf(fd, -1)));
        return None;
      },
      'write(fd, data, /)': (fd: PyValue, data: PyValue) => writeBytes(modeOf(fd, -1), (data as PyBytes).data, null),
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
      'putenv(name, value)': (k: PyValue, v: PyValue) => {
        process.env[strOf(k) ?? ''] = strOf(v) ?? '';
        return None;
      },
    }),
    ['environ', makeEnviron()],
    ['statvfs_result', statvfsResult],
    ['uname_result', unameResult],
    ['stat_result', statResultType],
    ['DirEntry', dirEntryType],
    ['error', exceptionType('OSError')],
    ['terminal_size', terminalSize],
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
    ['EX_OK', 0],
  ]);
}
