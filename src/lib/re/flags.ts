/**
 * `re.RegexFlag`: the flags of regular expressions as an int with names.
 */
import { PyType, type PyValue } from '../../objects/core/object.ts';
import { NotImplemented, PyIntSub, intOf, intType } from '../../objects/core/values.ts';
import { defClassMethods, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { valueError } from '../../objects/core/exceptions.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { getIter } from '../../protocol/iterate.ts';
import { repr } from '../../objects/slots/format.ts';

export const regexFlagType = new PyType('RegexFlag', [intType], { module: 're', base: false });

/** Names of single flags, in the order in which they are shown. */
const NAMES: readonly (readonly [string, number])[] = [
  ['IGNORECASE', 2],
  ['LOCALE', 4],
  ['MULTILINE', 8],
  ['DOTALL', 16],
  ['UNICODE', 32],
  ['VERBOSE', 64],
  ['DEBUG', 128],
  ['ASCII', 256],
];
const SHORT: readonly (readonly [string, number])[] = [
  ['I', 2],
  ['L', 4],
  ['M', 8],
  ['S', 16],
  ['U', 32],
  ['X', 64],
  ['A', 256],
];

const made = new Map<number, PyIntSub>();

/** Returns the flag object of a number. */
function regexFlag(n: number): PyIntSub {
  let f = made.get(n);
  if (f === undefined) {
    f = new PyIntSub(regexFlagType, n);
    made.set(n, f);
  }
  return f;
}

/** Names the flags in a number, as `re.compile(…)` shows them. */
export function flagNames(n: number): string {
  const parts: string[] = [];
  let left = n < 0 ? ~n : n;
  for (const [name, bit] of NAMES) {
    if ((left & bit) === 0) continue;
    parts.push(`re.${name}`);
    left &= ~bit;
  }
  if (left !== 0) parts.push(`0x${left.toString(16)}`);
  return parts.join('|');
}

const value = (x: PyValue): number => Number(intOf(x) ?? 0);
const combine =
  (op: (a: number, b: number) => number) =>
  (a: PyValue, b: PyValue): PyValue =>
    intOf(b) === undefined ? NotImplemented : regexFlag(op(value(a), value(b)));

defNew(regexFlagType, 'value', (_cls: PyType, x: PyValue) =>
  intOf(x) === undefined ? valueError(`${repr(x)} is not a valid RegexFlag`) : regexFlag(value(x)),
);
defMethods(regexFlagType, {
  '__repr__()': (f: PyIntSub) => {
    const n = value(f);
    if (n === 0) return 're.NOFLAG';
    const names = flagNames(n);
    return n < 0 ? (names.includes('|') ? `~(${names})` : `~${names}`) : names;
  },
  '__or__(other, /)': combine((a, b) => a | b),
  '__ror__(other, /)': combine((a, b) => a | b),
  '__and__(other, /)': combine((a, b) => a & b),
  '__rand__(other, /)': combine((a, b) => a & b),
  '__xor__(other, /)': combine((a, b) => a ^ b),
  '__rxor__(other, /)': combine((a, b) => a ^ b),
  '__invert__()': (f: PyIntSub) => regexFlag(511 & ~1 & ~value(f)),
  '__contains__(other, /)': (f: PyIntSub, other: PyValue) => (value(f) & value(other)) === value(other),
  '__iter__()': (f: PyIntSub) =>
    getIter(listFrom(NAMES.filter(([, bit]) => (value(f) & bit) !== 0).map(([, bit]) => regexFlag(bit)))),
});
defMethods(regexFlagType, {
  '__str__()': (f: PyIntSub) => {
    const n = value(f);
    return n === 0 ? 're.NOFLAG' : flagNames(n);
  },
});
defGetSet(regexFlagType, {
  name: (f: PyIntSub) =>
    NAMES.filter(([, bit]) => (value(f) & bit) !== 0)
      .map(([n]) => n)
      .join('|') || 'NOFLAG',
  value: (f: PyIntSub) => value(f),
});
defClassMethods(regexFlagType, {
  '__class_getitem__(key, /)': (_cls: PyType, key: PyValue) =>
    regexFlag([...NAMES, ...SHORT].find(([n]) => n === key)?.[1] ?? 0),
});
for (const [name, bit] of [...NAMES, ...SHORT, ['NOFLAG', 0] as const]) regexFlagType.dict.set(name, regexFlag(bit));

/** The names `re` exports. */
export function flagExports(): [string, PyValue][] {
  return [...NAMES, ...SHORT, ['NOFLAG', 0] as const, ['T', 1] as const].map(([n, bit]) => [n, regexFlag(bit)]);
}
