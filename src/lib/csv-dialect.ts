/** Dialects of CSV: their parameters and checks. */
import { PyObj, type PyType, type PyValue } from '../objects/core/object.ts';
import { None, intOf, native, strOf, typeOf } from '../objects/core/values.ts';
import { PyDict } from '../objects/core/dict.ts';
import { type Kwargs, defGetSet, defNew } from '../objects/core/builtin.ts';
import { typeError, valueError } from '../objects/core/exceptions.ts';
import { strLength } from '../types/str/code-points.ts';
import { exceptionClass, raiser } from './host/exception-class.ts';
import { lookupAttr } from '../objects/slots/attribute.ts';
import { isTrue } from '../protocol/compare.ts';
import { cType } from '../objects/core/c-types.ts';

export const MINIMAL = 0;
export const ALL = 1;
export const NONNUMERIC = 2;
export const NONE = 3;
export const STRINGS = 4;
export const NOTNULL = 5;

export const errorType = exceptionClass('_csv', 'Error');
export const fail: (message: string) => never = raiser(errorType);

/* ---- dialects ---- */

/** How records are written. */
export class PyDialect extends PyObj {
  constructor(
    readonly delimiter: string,
    readonly quotechar: string | null,
    readonly escapechar: string | null,
    readonly doublequote: boolean,
    readonly skipinitialspace: boolean,
    readonly lineterminator: string,
    readonly quoting: number,
    readonly strict: boolean,
  ) {
    super();
  }
}
export const dialectType = cType('_csv', 'Dialect');
native(PyDialect, dialectType);

export const registry = new PyDict();

/** Reads a parameter of one character; null for None where that is allowed. */
function character(name: string, v: PyValue | undefined, standard: string | null, optional: boolean): string | null {
  if (v === undefined) return standard;
  if (v === None && optional) return null;
  const text = strOf(v) ?? typeError(`"${name}" must be string${optional ? ' or None' : ''}, not ${typeOf(v).name}`);
  return strLength(text) === 1 ? text : typeError(`"${name}" must be a 1-character string`);
}

/** Reads the style of quoting. */
function quotingOf(v: PyValue | undefined): number | undefined {
  if (v === undefined) return undefined;
  const n = intOf(v) ?? typeError('"quoting" must be an integer');
  return n < 0 || n > 5 ? typeError('bad "quoting" value') : Number(n);
}

/** Reads what ends a line. */
function terminatorOf(v: PyValue | undefined): string {
  if (v === undefined) return '\r\n';
  return v === None
    ? typeError('lineterminator must be set')
    : (strOf(v) ?? typeError('"lineterminator" must be a string'));
}

const PARAMETERS = [
  'delimiter',
  'doublequote',
  'escapechar',
  'lineterminator',
  'quotechar',
  'quoting',
  'skipinitialspace',
  'strict',
];

/** Makes a dialect from a base (an object, a name or nothing) and keyword parameters. */
export function makeDialect(base: PyValue | undefined, kw: Kwargs): PyDialect {
  const name = base === undefined ? undefined : strOf(base);
  const from = name === undefined ? base : (registry.get(name) ?? fail('unknown dialect'));
  for (const k of kw.keys())
    if (!PARAMETERS.includes(k)) typeError(`this function got an unexpected keyword argument '${k}'`);
  if (from instanceof PyDialect && kw.size === 0) return from;
  const get = (k: string): PyValue | undefined =>
    kw.get(k) ?? (from === undefined || from === None ? undefined : lookupAttr(from, k));
  const flag = (k: string, standard: boolean): boolean => {
    const v = get(k);
    return v === undefined ? standard : isTrue(v);
  };
  const delimiter = character('delimiter', get('delimiter'), ',', false)!;
  const doublequote = flag('doublequote', true);
  const escapechar = character('escapechar', get('escapechar'), null, true);
  const terminator = terminatorOf(get('lineterminator'));
  const quotechar = character('quotechar', get('quotechar'), '"', true);
  const quoting = quotingOf(get('quoting')) ?? (quotechar === null ? NONE : MINIMAL);
  const d = new PyDialect(
    delimiter,
    quotechar,
    escapechar,
    doublequote,
    flag('skipinitialspace', false),
    terminator,
    quoting,
    flag('strict', false),
  );
  checkDialect(d);
  return d;
}

/** Refuses what cannot be read back. Throws TypeError and ValueError. */
function checkDialect(d: PyDialect): void {
  if (d.quoting !== NONE && d.quotechar === null) typeError('quotechar must be set if quoting enabled');
  const characters = [
    ['delimiter', d.delimiter],
    ['escapechar', d.escapechar],
    ['quotechar', d.quotechar],
  ] as const;
  for (const [k, c] of characters)
    if (c === '\n' || c === '\r' || (c === ' ' && k !== 'delimiter' && d.skipinitialspace))
      valueError(`bad ${k} value`);
  const clash = (a: string, x: string | null, b: string, y: string | null): void => {
    if (x !== null && x === y) valueError(`bad ${a} or ${b} value`);
  };
  clash('delimiter', d.delimiter, 'escapechar', d.escapechar);
  clash('delimiter', d.delimiter, 'quotechar', d.quotechar);
  clash('escapechar', d.escapechar, 'quotechar', d.quotechar);
  for (const [k, c] of characters)
    if (c !== null && d.lineterminator.includes(c)) valueError(`bad ${k} or lineterminator value`);
}

defNew(dialectType, 'dialect?, /, **kwargs', (_cls: PyType, base: PyValue | undefined, kw: Kwargs) =>
  makeDialect(base, kw),
);
defGetSet(dialectType, {
  delimiter: (d: PyDialect) => d.delimiter,
  quotechar: (d: PyDialect) => d.quotechar ?? None,
  escapechar: (d: PyDialect) => d.escapechar ?? None,
  doublequote: (d: PyDialect) => d.doublequote,
  skipinitialspace: (d: PyDialect) => d.skipinitialspace,
  lineterminator: (d: PyDialect) => d.lineterminator,
  quoting: (d: PyDialect) => d.quoting,
  strict: (d: PyDialect) => d.strict,
});
