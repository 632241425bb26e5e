/**
 * `re.Pattern` and `re.Match`.
 */
import { PyObj, type PyType, type PyValue } from '../../objects/core/object.ts';
import {
  None,
  NotImplemented,
  PyBytes,
  PyIterator,
  PyTuple,
  builtinType,
  intOf,
  native,
  strOf,
  typeOf,
} from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { defClassMethods, defGetSet, defMethods } from '../../objects/core/builtin.ts';
import { PyRaise, makeException, raise, typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { bufferOf } from '../../objects/core/buffer.ts';
import { defIterator } from '../../types/containers/iterators.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { isCallable } from '../../types/functions/method.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { PyMappingProxy } from '../../types/containers/mapping-proxy.ts';
import { repr } from '../../objects/slots/format.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { hash } from '../../objects/slots/compare.ts';
import { Engine, type Found, type Mode, type Subject, subjectOf } from './engine.ts';
import { flagNames } from './flags.ts';
import { type Template, parseTemplate } from './template.ts';
import { raisePattern } from './errors.ts';
import { cType } from '../../objects/core/c-types.ts';
import { append } from '../../numbers/allocation.ts';

export const patternType = cType('re', 'Pattern', { base: false, weak: true });
export const matchType = cType('re', 'Match', { base: false });

export class PyPattern extends PyObj {
  readonly engine: Engine;
  readonly templates = new Map<string, Template>();
  constructor(
    readonly pattern: PyValue,
    readonly isText: boolean,
    readonly flags: number,
    readonly groups: number,
    readonly names: Map<string, number>,
    node: ConstructorParameters<typeof Engine>[0],
  ) {
    super();
    this.engine = new Engine(node, groups);
  }
}
native(PyPattern, patternType);

class PyMatch extends PyObj {
  constructor(
    readonly re: PyPattern,
    readonly string: PyValue,
    readonly subject: Subject,
    readonly found: Found,
    readonly pos: number,
    readonly endpos: number,
  ) {
    super();
  }
}
native(PyMatch, matchType);

/** Returns the text of a subject: a str, or bytes as Latin-1. Throws TypeError. */
function subjectText(p: PyPattern, x: PyValue): string {
  const text = strOf(x);
  if (text !== undefined) {
    if (!p.isText) typeError('cannot use a bytes pattern on a string-like object');
    return text;
  }
  const data = bufferOf(x);
  if (data === null) typeError(`expected string or bytes-like object, got '${typeOf(x).name}'`);
  if (p.isText) typeError('cannot use a string pattern on a bytes-like object');
  return Buffer.from(data.buffer, data.byteOffset, data.length).toString('latin1');
}

/** Makes a str or bytes of a part of a subject. */
function part(p: PyPattern, text: string): PyValue {
  return p.isText ? text : new PyBytes(Buffer.from(text, 'latin1'));
}

/** Reads `pos` and `endpos`, clipped to the subject; in units. */
function window(s: Subject, pos: PyValue | undefined, endpos: PyValue | undefined): [number, number] {
  const n = s.toPoint(s.text.length);
  const clip = (x: PyValue | undefined, standard: number): number =>
    x === undefined ? standard : Math.max(0, Math.min(n, Number(indexOf(x))));
  const end = clip(endpos, n);
  return [s.toUnit(Math.min(clip(pos, 0), n)), s.toUnit(end)];
}

/** Runs a pattern on a subject given by a program. */
export function runPattern(p: PyPattern, mode: Mode, x: PyValue, pos?: PyValue, endpos?: PyValue): PyValue {
  const s = subjectOf(subjectText(p, x));
  const [at, end] = window(s, pos, endpos);
  if (at > end) return None;
  const f = p.engine.run(s, at, end, mode);
  return f === null ? None : new PyMatch(p, x, s, f, s.toPoint(at), s.toPoint(end));
}

/** Iterates over all matches. */
function* matches(p: PyPattern, x: PyValue, pos?: PyValue, endpos?: PyValue): Generator<PyMatch, void, undefined> {
  const s = subjectOf(subjectText(p, x));
  const [at, end] = window(s, pos, endpos);
  for (const f of p.engine.all(s, at, end)) yield new PyMatch(p, x, s, f, s.toPoint(at), s.toPoint(end));
}

/** `findall`. */
function findall(p: PyPattern, x: PyValue, pos?: PyValue, endpos?: PyValue): PyValue {
  const s = subjectOf(subjectText(p, x));
  const [at, end] = window(s, pos, endpos);
  const out: PyValue[] = [];
  for (const f of p.engine.all(s, at, end)) {
    if (p.groups === 0) append(out, part(p, f.texts[0]!));
    else if (p.groups === 1) append(out, part(p, f.texts[1] ?? ''));
    else append(out, new PyTuple(f.texts.slice(1).map((t) => part(p, t ?? ''))));
  }
  return listFrom(out);
}

/** `split`. */
export function splitPattern(p: PyPattern, x: PyValue, maxsplit: number): PyValue {
  const s = subjectOf(subjectText(p, x));
  const out: PyValue[] = [];
  let at = 0;
  let n = 0;
  for (const f of p.engine.all(s, 0, s.text.length)) {
    if (maxsplit !== 0 && n >= maxsplit) break;
    append(out, part(p, s.text.slice(at, f.start)));
    for (let g = 1; g <= p.groups; g++) append(out, f.texts[g] === undefined ? None : part(p, f.texts[g]!));
    at = f.end;
    n++;
  }
  append(out, part(p, s.text.slice(at)));
  return listFrom(out);
}

/** Returns a template of a pattern, parsed once. */
function templateOf(p: PyPattern, repl: PyValue, text: string): Template {
  let t = p.templates.get(text);
  if (t === undefined) {
    try {
      t = parseTemplate(text, p.isText, p.groups, p.names, (name) =>
        raise('IndexError', `unknown group name ${repr(name)}`),
      );
    } catch (e) {
      raisePattern(e, repl);
    }
    if (p.templates.size > 100) p.templates.clear();
    p.templates.set(text, t);
  }
  return t;
}

/** Fills a template from a match. */
function expand(t: Template, f: Found): string {
  let out = '';
  for (const x of t) out += typeof x === 'string' ? x : (f.texts[x] ?? '');
  return out;
}

/** `sub` and `subn`: the new text and the number of replacements. */
export function substitute(p: PyPattern, repl: PyValue, x: PyValue, count: number): [PyValue, number] {
  const s = subjectOf(subjectText(p, x));
  let fill: (f: Found) => string;
  if (isCallable(repl)) {
    const end = s.toPoint(s.text.length);
    fill = (f) => {
      const r = invoke(repl, [new PyMatch(p, x, s, f, 0, end)]);
      if (r === None) return '';
      const text = p.isText ? strOf(r) : undefined;
      if (text !== undefined) return text;
      if (!p.isText) {
        const data = bufferOf(r);
        if (data !== null) return Buffer.from(data).toString('latin1');
        return typeError(`sequence item ${0}: expected a bytes-like object, ${typeOf(r).name} found`);
      }
      return typeError(`sequence item ${0}: expected str instance, ${typeOf(r).name} found`);
    };
  } else {
    let text = strOf(repl);
    if (text === undefined) {
      const data = bufferOf(repl);
      if (data === null || p.isText) typeError(`decoding to str: need a bytes-like object, ${typeOf(repl).name} found`);
      text = Buffer.from(data).toString('latin1');
    } else if (!p.isText) typeError('sequence item 0: expected a bytes-like object, str found');
    if (!text.includes('\\')) {
      const plain = text;
      fill = () => plain;
    } else {
      const t = templateOf(p, repl, text);
      fill = (f) => expand(t, f);
    }
  }
  let out = '';
  let at = 0;
  let n = 0;
  for (const f of p.engine.all(s, 0, s.text.length)) {
    if (count > 0 && n >= count) break;
    out += s.text.slice(at, f.start) + fill(f);
    at = f.end;
    n++;
  }
  if (n === 0) return [typeof x === 'string' || x instanceof PyBytes ? x : part(p, s.text), 0];
  return [part(p, out + s.text.slice(at)), n];
}

const number = (x: PyValue | undefined): number => (x === undefined ? 0 : Number(indexOf(x)));

/** The iterator of `finditer`. */
class PyMatchIterator extends PyIterator {
  constructor(private readonly rows: Generator<PyMatch, void, undefined>) {
    super();
  }
  next(): PyValue | undefined {
    const r = this.rows.next();
    return r.done === true ? undefined : r.value;
  }
}
const matchIteratorType: PyType = builtinType('callable_iterator', { base: false });
native(PyMatchIterator, matchIteratorType);
defIterator(matchIteratorType);

/** `p.scanner(string)`: matches one after another. */
class PyScanner extends PyObj {
  at: number;
  advance = false;
  constructor(
    readonly p: PyPattern,
    readonly x: PyValue,
    readonly s: Subject,
    from: number,
    readonly end: number,
  ) {
    super();
    this.at = from;
  }
  step(mode: Mode): PyValue {
    if (this.at > this.end) return None;
    let f = this.p.engine.run(
      this.s,
      this.at,
      this.end,
      mode === 'search' && this.advance ? 'match' : mode,
      this.advance,
    );
    if (f === null && mode === 'search' && this.advance && this.at < this.end)
      f = this.p.engine.run(this.s, this.at + 1, this.end, mode);
    if (f === null) {
      this.at = this.end + 1;
      return None;
    }
    this.at = f.end;
    this.advance = f.end === f.start;
    return new PyMatch(this.p, this.x, this.s, f, 0, this.s.toPoint(this.end));
  }
}
const scannerType = cType('_sre', 'SRE_Scanner', { base: false });
native(PyScanner, scannerType);
defMethods(scannerType, {
  'match()': (s: PyScanner) => s.step('match'),
  'search()': (s: PyScanner) => s.step('search'),
});
defGetSet(scannerType, { pattern: (s: PyScanner) => s.p });

defMethods(patternType, {
  'search(string, pos?, endpos?)': (p: PyPattern, x: PyValue, a?: PyValue, b?: PyValue) =>
    runPattern(p, 'search', x, a, b),
  'match(string, pos?, endpos?)': (p: PyPattern, x: PyValue, a?: PyValue, b?: PyValue) =>
    runPattern(p, 'match', x, a, b),
  'fullmatch(string, pos?, endpos?)': (p: PyPattern, x: PyValue, a?: PyValue, b?: PyValue) =>
    runPattern(p, 'fullmatch', x, a, b),
  'findall(string, pos?, endpos?)': findall,
  'finditer(string, pos?, endpos?)': (p: PyPattern, x: PyValue, a?: PyValue, b?: PyValue) => {
    subjectText(p, x);
    return new PyMatchIterator(matches(p, x, a, b));
  },
  'scanner(string, pos?, endpos?)': (p: PyPattern, x: PyValue, a?: PyValue, b?: PyValue) => {
    const s = subjectOf(subjectText(p, x));
    const [at, end] = window(s, a, b);
    return new PyScanner(p, x, s, at, end);
  },
  'split(string, maxsplit?)': (p: PyPattern, x: PyValue, n?: PyValue) => splitPattern(p, x, number(n)),
  'sub(repl, string, count?)': (p: PyPattern, repl: PyValue, x: PyValue, n?: PyValue) =>
    substitute(p, repl, x, number(n))[0],
  'subn(repl, string, count?)': (p: PyPattern, repl: PyValue, x: PyValue, n?: PyValue) =>
    new PyTuple(substitute(p, repl, x, number(n))),
  '__repr__()': (p: PyPattern) => {
    const shown = p.isText ? p.flags & ~32 : p.flags;
    const text = repr(p.pattern);
    return `re.compile(${text.length > 200 ? text.slice(0, 200) : text}${shown === 0 ? '' : `, ${flagNames(shown)}`})`;
  },
  '__eq__(other, /)': (p: PyPattern, q: PyValue) =>
    q instanceof PyPattern
      ? p === q || (p.flags === q.flags && p.isText === q.isText && repr(p.pattern) === repr(q.pattern))
      : NotImplemented,
  '__hash__()': (p: PyPattern) => hash(new PyTuple([p.pattern, p.flags])),
  '__copy__()': (p: PyPattern) => p,
  '__deepcopy__(memo, /)': (p: PyPattern) => p,
});
defGetSet(patternType, {
  pattern: (p: PyPattern) => p.pattern,
  flags: (p: PyPattern) => p.flags,
  groups: (p: PyPattern) => p.groups,
  groupindex: (p: PyPattern) => {
    const d = new PyDict();
    for (const [k, v] of p.names) d.set(k, v);
    return new PyMappingProxy(d);
  },
});
for (const type of [patternType, matchType])
  defClassMethods(type, { '__class_getitem__(key, /)': (cls: PyType, key: PyValue) => makeGenericAlias(cls, key) });

/* ---- matches ---- */

/** Finds a group by number or name. Throws IndexError. */
function groupNumber(m: PyMatch, g: PyValue): number {
  const n =
    typeof g === 'number' ? g : (intOf(g) ?? (typeOf(g).lookup('__index__') === undefined ? undefined : indexOf(g)));
  if (n !== undefined) {
    if (n >= 0 && n <= m.re.groups) return Number(n);
  } else {
    const name = strOf(g);
    const found = name === undefined ? undefined : m.re.names.get(name);
    if (found !== undefined) return found;
  }
  throw new PyRaise(makeException('IndexError', 'no such group'));
}

const groupValue = (m: PyMatch, g: number, absent: PyValue = None): PyValue => {
  const t = m.found.texts[g];
  return t === undefined ? absent : part(m.re, t);
};

/** Returns start and end of a group in characters; (-1, -1) where it did not match. */
function span(m: PyMatch, g: PyValue | undefined): [number, number] {
  const n = g === undefined ? 0 : groupNumber(m, g);
  if (n === 0) return [m.subject.toPoint(m.found.start), m.subject.toPoint(m.found.end)];
  const s = m.found.spans[n];
  return s === null || s === undefined ? [-1, -1] : [m.subject.toPoint(s[0]), m.subject.toPoint(s[1])];
}

defMethods(matchType, {
  'group(*groups)': (m: PyMatch, groups: PyValue[]) => {
    if (groups.length === 0) return groupValue(m, 0);
    if (groups.length === 1) return groupValue(m, groupNumber(m, groups[0]!));
    return new PyTuple(groups.map((g) => groupValue(m, groupNumber(m, g))));
  },
  '__getitem__(key, /)': (m: PyMatch, g: PyValue) => groupValue(m, groupNumber(m, g)),
  'groups(default?)': (m: PyMatch, absent: PyValue = None) =>
    new PyTuple(m.found.texts.slice(1).map((_t, i) => groupValue(m, i + 1, absent))),
  'groupdict(default?)': (m: PyMatch, absent: PyValue = None) => {
    const d = new PyDict();
    for (const [name, g] of m.re.names) d.set(name, groupValue(m, g, absent));
    return d;
  },
  'start(group?, /)': (m: PyMatch, g?: PyValue) => span(m, g)[0],
  'end(group?, /)': (m: PyMatch, g?: PyValue) => span(m, g)[1],
  'span(group?, /)': (m: PyMatch, g?: PyValue) => new PyTuple(span(m, g)),
  'expand(template)': (m: PyMatch, template: PyValue) => {
    const text = strOf(template) ?? Buffer.from(bufferOf(template) ?? new Uint8Array(0)).toString('latin1');
    return part(m.re, expand(templateOf(m.re, template, text), m.found));
  },
  '__repr__()': (m: PyMatch) =>
    `<re.Match object; span=(${span(m, undefined).join(', ')}), match=${repr(groupValue(m, 0))}>`,
  '__copy__()': (m: PyMatch) => m,
  '__deepcopy__(memo, /)': (m: PyMatch) => m,
});
defGetSet(matchType, {
  string: (m: PyMatch) => m.string,
  re: (m: PyMatch) => m.re,
  pos: (m: PyMatch) => m.pos,
  endpos: (m: PyMatch) => m.endpos,
  lastindex: (m: PyMatch) => (m.found.lastIndex === 0 ? None : m.found.lastIndex),
  lastgroup: (m: PyMatch) => {
    for (const [name, g] of m.re.names) if (g === m.found.lastIndex) return name;
    return None;
  },
  regs: (m: PyMatch) => new PyTuple(m.found.texts.map((_t, g) => new PyTuple(span(m, g)))),
});
