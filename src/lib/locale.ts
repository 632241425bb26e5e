/**
 * The module `_locale`, for `locale`: the C locale and what is the same in it, `C.UTF-8`; there is no other.
 */
import { compareTexts } from '../text/order.ts';
import type { PyValue } from '../objects/core/object.ts';
import { None, type PyModule, intOf, strOf, typeOf } from '../objects/core/values.ts';
import { PyDict } from '../objects/core/dict.ts';
import { makeFunctions } from '../objects/core/builtin.ts';
import { typeError } from '../objects/core/exceptions.ts';
import { listFrom } from '../objects/core/list-storage.ts';
import { nativeModule } from '../types/functions/module.ts';
import { exceptionClass, raiser } from './host/exception-class.ts';

const errorType = exceptionClass('locale', 'Error');
const fail: (message: string) => never = raiser(errorType);

const CATEGORIES = ['LC_CTYPE', 'LC_NUMERIC', 'LC_TIME', 'LC_COLLATE', 'LC_MONETARY', 'LC_MESSAGES', 'LC_ALL'];
/** The names this machine knows for its one locale. */
const KNOWN = ['C', 'POSIX', 'C.UTF-8', 'C.utf8'];
const TEXTS = [
  'int_curr_symbol',
  'currency_symbol',
  'mon_thousands_sep',
  'mon_decimal_point',
  'positive_sign',
  'negative_sign',
  'thousands_sep',
];
/** Numbers that the C locale leaves open: CHAR_MAX. */
const OPEN = [
  'int_frac_digits',
  'frac_digits',
  'p_cs_precedes',
  'p_sep_by_space',
  'n_cs_precedes',
  'n_sep_by_space',
  'p_sign_posn',
  'n_sign_posn',
];
/** What `nl_langinfo` answers, by the numbers of glibc. */
const LANGUAGE: readonly (readonly [string, number, string])[] = [
  ['CODESET', 14, 'UTF-8'],
  ['RADIXCHAR', 0x10000, '.'],
  ['THOUSEP', 0x10001, ''],
  ['D_T_FMT', 0x20028, '%a %b %e %H:%M:%S %Y'],
  ['D_FMT', 0x20029, '%m/%d/%y'],
  ['T_FMT', 0x2002a, '%H:%M:%S'],
  ['T_FMT_AMPM', 0x2002b, '%I:%M:%S %p'],
  ['AM_STR', 0x20026, 'AM'],
  ['PM_STR', 0x20027, 'PM'],
  ['YESEXPR', 0x50000, '^[yY]'],
  ['NOEXPR', 0x50001, '^[nN]'],
  ['CRNCYSTR', 0x4000f, '-'],
];

const current = new Map<number, string>([[0, 'C.UTF-8']]);

/** Sets a category, or answers what it is. */
function setLocale(category: PyValue, locale: PyValue): PyValue {
  const c = Number(
    intOf(category) ?? typeError(`'${typeOf(category).name}' object cannot be interpreted as an integer`),
  );
  if (c < 0 || c > 12) fail('invalid locale category');
  const wanted =
    locale === None
      ? undefined
      : (strOf(locale) ?? typeError(`setlocale() argument 2 must be str or None, not ${typeOf(locale).name}`));
  if (wanted !== undefined) {
    const name = wanted === '' ? 'C.UTF-8' : wanted;
    if (!KNOWN.includes(name)) fail('unsupported locale setting');
    if (c === 6) current.clear();
    current.set(c, name === 'POSIX' ? 'C' : name);
    if (c === 6) for (let k = 0; k < 6; k++) current.set(k, current.get(6)!);
  }
  const of = (k: number): string => current.get(k) ?? 'C';
  if (c !== 6) return of(c);
  const all = CATEGORIES.slice(0, 6).map((_, k) => of(k));
  const order = [0, 1, 2, 3, 4, 5];
  return all.every((x) => x === all[0])
    ? all[0]!
    : `${order.map((k) => `${CATEGORIES[k]}=${of(k)}`).join(';')}` +
        ';LC_PAPER=C;LC_NAME=C;LC_ADDRESS=C;LC_TELEPHONE=C;LC_MEASUREMENT=C;LC_IDENTIFICATION=C';
}

/** Makes the dict of the C locale's conventions. */
function conventions(): PyDict {
  const d = new PyDict();
  const entries: [string, PyValue][] = [
    ['decimal_point', '.'],
    ['grouping', listFrom([])],
    ['mon_grouping', listFrom([])],
    ...TEXTS.map((k): [string, PyValue] => [k, '']),
    ...OPEN.map((k): [string, PyValue] => [k, 127]),
  ];
  for (const [k, v] of entries) d.set(k, v);
  return d;
}

/** Makes the module `_locale`. */
export function makeModule(): PyModule {
  current.clear();
  current.set(0, 'C.UTF-8');
  return nativeModule('_locale', [
    ...makeFunctions('_locale', {
      'setlocale(category, locale?, /)': (category: PyValue, locale: PyValue = None) => setLocale(category, locale),
      'localeconv()': conventions,
      'getencoding()': () => 'utf-8',
      'strcoll(os1, os2, /)': (a: PyValue, b: PyValue) =>
        Math.sign(
          compareTexts(
            strOf(a) ?? typeError(`strcoll() argument 1 must be str, not ${typeOf(a).name}`),
            strOf(b) ?? typeError(`strcoll() argument 2 must be str, not ${typeOf(b).name}`),
          ),
        ),
      'strxfrm(string, /)': (s: PyValue) =>
        strOf(s) ?? typeError(`strxfrm() argument must be str, not ${typeOf(s).name}`),
      'nl_langinfo(key, /)': (key: PyValue) => LANGUAGE.find(([, n]) => n === Number(intOf(key)))?.[2] ?? '',
      'gettext(msg, /)': (s: PyValue) => s,
      'dgettext(domain, msg, /)': (_domain: PyValue, s: PyValue) => s,
      'textdomain(domain, /)': (s: PyValue) => (s === None ? 'messages' : s),
    }),
    ['Error', errorType],
    ...CATEGORIES.map((n, i): [string, PyValue] => [n, i]),
    ['CHAR_MAX', 127],
    ...LANGUAGE.map(([n, k]): [string, PyValue] => [n, k]),
  ]);
}
