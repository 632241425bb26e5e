/**
 * The module `os.path` (posixpath): pure functions on path texts, and questions to the file system.
 */
import { compareTexts } from '../../text/order.ts';
import { makeOsError } from '../../types/exceptions/os-error.ts';
import * as fs from 'node:fs';
import { homedir } from 'node:os';
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyBytes, PyFloat, type PyModule, PyTuple, intOf } from '../../objects/core/values.ts';
import { makeFunctions } from '../../objects/core/builtin.ts';
import { PyRaise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { toArray } from '../../protocol/iterate.ts';
import { pathText } from '../io/open.ts';
import { openFiles } from '../io/open-files.ts';
import { osErrorOf } from '../host/os-errors.ts';

/** Returns a result of the same kind as the path it came from. */
function like(path: PyValue, text: string): PyValue {
  return path instanceof PyBytes ? new PyBytes(Buffer.from(text, 'utf8')) : text;
}

/** Applies a function of text to a path of any kind. */
const mapped =
  (f: (p: string) => string) =>
  (path: PyValue): PyValue =>
    like(path, f(pathText(path)));

export function join(first: string, rest: readonly string[]): string {
  let path = first;
  for (const p of rest) path = p.startsWith('/') ? p : path === '' || path.endsWith('/') ? path + p : `${path}/${p}`;
  return path;
}

/** Splits at the last slash. */
export function split(p: string): [string, string] {
  const i = p.lastIndexOf('/') + 1;
  const head = p.slice(0, i);
  return [/^\/+$/.test(head) ? head : head.replace(/\/+$/, ''), p.slice(i)];
}

/** Splits off the extension; leading dots of the name do not count. */
function splitext(p: string): [string, string] {
  const slash = p.lastIndexOf('/');
  const dot = p.lastIndexOf('.');
  if (dot <= slash || /^\.*$/.test(p.slice(slash + 1, dot))) return [p, ''];
  return [p.slice(0, dot), p.slice(dot)];
}

export function normpath(p: string): string {
  if (p === '') return '.';
  const slashes = p.startsWith('//') && !p.startsWith('///') ? '//' : p.startsWith('/') ? '/' : '';
  const out: string[] = [];
  for (const part of p.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || (slashes === '' && out.length === 0) || out.at(-1) === '..') out.push(part);
    else out.pop();
  }
  return slashes + out.join('/') || '.';
}

export function abspath(p: string): string {
  return normpath(p.startsWith('/') ? p : `${process.cwd()}/${p}`);
}

/** Resolves symbolic links as far as the path exists. */
function realpath(p: string): string {
  const full = abspath(p);
  try {
    return fs.realpathSync(full);
  } catch {
    const [head, tail] = split(full);
    return head === full || tail === '' ? full : join(realpath(head), [tail]);
  }
}

function relpath(p: string, start: string): string {
  if (p === '') valueError('no path specified');
  const a = abspath(start).split('/').filter(Boolean);
  const b = abspath(p).split('/').filter(Boolean);
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return [...a.slice(i).map(() => '..'), ...b.slice(i)].join('/') || '.';
}

function commonprefix(texts: string[]): string {
  if (texts.length === 0) return '';
  const low = texts.reduce((a, b) => (compareTexts(a, b) <= 0 ? a : b));
  const high = texts.reduce((a, b) => (compareTexts(a, b) >= 0 ? a : b));
  let i = 0;
  while (i < low.length && low[i] === high[i]) i++;
  return low.slice(0, i);
}

function commonpath(paths: string[]): string {
  if (paths.length === 0) valueError('commonpath() arg is an empty sequence');
  const absolute = new Set(paths.map((p) => p.startsWith('/')));
  if (absolute.size > 1) valueError("Can't mix absolute and relative paths");
  const lists = paths.map((p) => p.split('/').filter((c) => c !== '' && c !== '.'));
  const first = lists[0]!;
  let n = 0;
  while (n < first.length && lists.every((l) => l[n] === first[n])) n++;
  return (absolute.has(true) ? '/' : '') + first.slice(0, n).join('/');
}

function expanduser(p: string): string {
  if (!p.startsWith('~')) return p;
  const i = p.indexOf('/');
  const name = i < 0 ? p.slice(1) : p.slice(1, i);
  if (name !== '') return p;
  const home = (process.env['HOME'] ?? homedir()).replace(/\/+$/, '');
  return home + (i < 0 ? '' : p.slice(i)) || '/';
}

function expandvars(p: string): string {
  return p.replace(
    /\$(\w+|\{[^}]*\})/g,
    (all, name: string) => process.env[name.startsWith('{') ? name.slice(1, -1) : name] ?? all,
  );
}

/** Asks the file system; undefined where the path does not lead anywhere. */
export function statOf(path: PyValue, follow = true): fs.Stats | undefined {
  openFiles.flush();
  const fd = typeof path === 'boolean' ? undefined : intOf(path);
  try {
    if (fd !== undefined) return fs.fstatSync(Number(fd));
    const p = pathText(path, 'stat: path should be string, bytes, os.PathLike or integer, not ');
    return follow ? fs.statSync(p) : fs.lstatSync(p);
  } catch (e) {
    if (osErrorOf(e) !== undefined) return undefined;
    throw e;
  }
}

/** Asks the file system, raising OSError where the path does not lead anywhere. */
export function needStat(path: PyValue, follow = true): fs.Stats {
  openFiles.flush();
  const fd = typeof path === 'boolean' ? undefined : intOf(path);
  try {
    if (fd !== undefined) return fs.fstatSync(Number(fd));
    const p = pathText(path, 'stat: path should be string, bytes, os.PathLike or integer, not ');
    return follow ? fs.statSync(p) : fs.lstatSync(p);
  } catch (e) {
    const found = osErrorOf(e);
    if (found === undefined) throw e;
    throw new PyRaise(makeOsError(found.errno, found.text, path));
  }
}

/** Makes the module `os.path`. */
export function makeModule(): PyModule {
  return nativeModule('posixpath', [
    ...makeFunctions('posixpath', {
      'join(a, /, *p)': (a: PyValue, p: PyValue[]) => {
        const texts = p.map((x) => {
          if (a instanceof PyBytes !== x instanceof PyBytes && (typeof x === 'string' || x instanceof PyBytes))
            typeError("Can't mix strings and bytes in path components");
          return pathText(x, 'join() argument must be str, bytes, or os.PathLike object, not ').toString();
        });
        return like(a, join(pathText(a), texts));
      },
      'split(p)': (p: PyValue) => new PyTuple(split(pathText(p)).map((x) => like(p, x))),
      'splitext(p)': (p: PyValue) => new PyTuple(splitext(pathText(p)).map((x) => like(p, x))),
      'splitdrive(p)': (p: PyValue) => new PyTuple([like(p, ''), like(p, pathText(p))]),
      'splitroot(p)': (p: PyValue) => {
        const t = pathText(p);
        const root = /^\/\/(?!\/)/.test(t) ? '//' : t.startsWith('/') ? '/' : '';
        return new PyTuple([like(p, ''), like(p, root), like(p, t.slice(root.length))]);
      },
      'basename(p)': mapped((p) => split(p)[1]),
      'dirname(p)': mapped((p) => split(p)[0]),
      'normpath(path)': mapped(normpath),
      'normcase(s)': mapped((p) => p),
      'abspath(path)': mapped(abspath),
      'realpath(filename, *, strict?)': (p: PyValue) => like(p, realpath(pathText(p))),
      'relpath(path, start?)': (p: PyValue, start?: PyValue) =>
        like(p, relpath(pathText(p), start === undefined || start === None ? '.' : pathText(start))),
      'commonprefix(m)': (m: PyValue) => {
        const items = toArray(m);
        return items.length === 0 ? '' : like(items[0]!, commonprefix(items.map((x) => pathText(x))));
      },
      'commonpath(paths)': (m: PyValue) => {
        const items = toArray(m);
        return items.length === 0 ? commonpath([]) : like(items[0]!, commonpath(items.map((x) => pathText(x))));
      },
      'expanduser(path)': mapped(expanduser),
      'expandvars(path)': mapped(expandvars),
      'isabs(s)': (p: PyValue) => pathText(p).startsWith('/'),
      'exists(path)': (p: PyValue) => statOf(p) !== undefined,
      'lexists(path)': (p: PyValue) => statOf(p, false) !== undefined,
      'isfile(path)': (p: PyValue) => statOf(p)?.isFile() ?? false,
      'isdir(s)': (p: PyValue) => statOf(p)?.isDirectory() ?? false,
      'islink(path)': (p: PyValue) => statOf(p, false)?.isSymbolicLink() ?? false,
      'ismount(path)': (p: PyValue) => abspath(pathText(p)) === '/',
      'isjunction(path)': () => false,
      'getsize(filename)': (p: PyValue) => needStat(p).size,
      'getmtime(filename)': (p: PyValue) => new PyFloat(needStat(p).mtimeMs / 1000),
      'getatime(filename)': (p: PyValue) => new PyFloat(needStat(p).atimeMs / 1000),
      'getctime(filename)': (p: PyValue) => new PyFloat(needStat(p).ctimeMs / 1000),
      'samefile(f1, f2)': (a: PyValue, b: PyValue) => {
        const x = needStat(a);
        const y = needStat(b);
        return x.ino === y.ino && x.dev === y.dev;
      },
    }),
    ['sep', '/'],
    ['altsep', None],
    ['curdir', '.'],
    ['pardir', '..'],
    ['extsep', '.'],
    ['pathsep', ':'],
    ['defpath', '/bin:/usr/bin'],
    ['devnull', '/dev/null'],
    ['supports_unicode_filenames', false],
  ]);
}
