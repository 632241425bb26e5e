/**
 * The module `re`.
 */
import { A, L, U } from './nodes.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyBytes, type PyModule, PyTuple, intOf, strOf, typeOf } from '../../objects/core/values.ts';
import { makeFunctions } from '../../objects/core/builtin.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { bufferOf } from '../../objects/core/buffer.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { world } from '../../objects/core/world.ts';
import { lookupName } from '../../text/character-names.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { patternErrorType, raisePattern } from './errors.ts';
import { flagExports, regexFlagType } from './flags.ts';
import { PyPattern, matchType, patternType, runPattern, splitPattern, substitute } from './objects.ts';
import { parsePattern } from './syntax.ts';

const cache = new Map<string, PyPattern>();

/** Finds a character by its Unicode name. */
function characterNamed(name: string): number | undefined {
  const c = lookupName(name);
  return c < 0 ? undefined : c;
}

/** Checks the flags against the kind of pattern, and adds UNICODE for str. */
function fixFlags(isText: boolean, flags: number): number {
  if (isText) {
    if ((flags & L) !== 0) valueError('cannot use LOCALE flag with a str pattern');
    if ((flags & A) === 0) return flags | U;
    if ((flags & U) !== 0) valueError('ASCII and UNICODE flags are incompatible');
    return flags;
  }
  if ((flags & U) !== 0) valueError('cannot use UNICODE flag with a bytes pattern');
  if ((flags & L) !== 0 && (flags & A) !== 0) valueError('ASCII and LOCALE flags are incompatible');
  return flags;
}

/** Compiles a pattern, or returns a compiled one. Throws PatternError, TypeError, ValueError. */
export function compilePattern(pattern: PyValue, flagValue: PyValue = 0): PyPattern {
  const flags = Number(intOf(flagValue) ?? 0);
  if (pattern instanceof PyPattern) {
    if (flags !== 0) valueError('cannot process flags argument with a compiled pattern');
    return pattern;
  }
  const text = strOf(pattern);
  const data = text === undefined ? bufferOf(pattern) : null;
  if (text === undefined && data === null) typeError('first argument must be string or compiled pattern');
  const isText = text !== undefined;
  const source = isText ? text : Buffer.from(data!).toString('latin1');
  const key = `${isText ? 's' : 'b'}${flags} ${source}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  let p: PyPattern;
  try {
    const parsed = parsePattern(source, isText, isText ? flags : flags | A, characterNamed);
    const final = fixFlags(isText, isText ? parsed.flags : (parsed.flags & ~A) | (flags & A));
    p = new PyPattern(pattern, isText, final, parsed.groups, parsed.names, parsed.node);
  } catch (e) {
    raisePattern(e, pattern);
  }
  if (cache.size >= 512) cache.delete(cache.keys().next().value!);
  cache.set(key, p);
  return p;
}

/** Escapes what is special in a pattern. */
function escapePattern(x: PyValue): PyValue {
  const text = strOf(x);
  const escaped = (s: string): string => s.replace(/[()[\]{}?*+\-|^$\\.&~# \t\n\r\v\f]/g, '\\$&');
  if (text !== undefined) return escaped(text);
  const data = bufferOf(x);
  if (data === null) typeError(`expected string or bytes-like object, got '${typeOf(x).name}'`);
  return new PyBytes(Buffer.from(escaped(Buffer.from(data).toString('latin1')), 'latin1'));
}

/** Reads count (or maxsplit) and flags given by position or name. */
function countAndFlags(
  call: string,
  name: string,
  args: PyValue[],
  count: PyValue | undefined,
  flags: PyValue | undefined,
): [number, PyValue] {
  if (args.length > 0) {
    if (count !== undefined) typeError(`${call}() got multiple values for argument '${name}'`);
    if (args.length > 1 && flags !== undefined) typeError(`${call}() got multiple values for argument 'flags'`);
    if (args.length > 2)
      typeError(
        `${call}() takes from ${call === 'split' ? '2 to 4' : '3 to 5'} ` +
          `positional arguments but ${(call === 'split' ? 2 : 3) + args.length} were given`,
      );
    world.warn('DeprecationWarning', `'${name}' is passed as positional argument`);
  }
  return [Number(indexOf(args[0] ?? count ?? 0)), args[1] ?? flags ?? 0];
}

/** Makes the module `re`. */
export function makeModule(): PyModule {
  return nativeModule('re', [
    ...makeFunctions('re', {
      'compile(pattern, flags?)': (p: PyValue, flags?: PyValue) => compilePattern(p, flags),
      'match(pattern, string, flags?)': (p: PyValue, s: PyValue, flags?: PyValue) =>
        runPattern(compilePattern(p, flags), 'match', s),
      'fullmatch(pattern, string, flags?)': (p: PyValue, s: PyValue, flags?: PyValue) =>
        runPattern(compilePattern(p, flags), 'fullmatch', s),
      'search(pattern, string, flags?)': (p: PyValue, s: PyValue, flags?: PyValue) =>
        runPattern(compilePattern(p, flags), 'search', s),
      'findall(pattern, string, flags?)': (p: PyValue, s: PyValue, flags?: PyValue) =>
        invoke(getAttr(compilePattern(p, flags), 'findall'), [s]),
      'finditer(pattern, string, flags?)': (p: PyValue, s: PyValue, flags?: PyValue) =>
        invoke(getAttr(compilePattern(p, flags), 'finditer'), [s]),
      'split(pattern, string, *args, maxsplit?, flags?)': (
        p: PyValue,
        s: PyValue,
        args: PyValue[],
        count?: PyValue,
        flags?: PyValue,
      ) => {
        const [n, f] = countAndFlags('split', 'maxsplit', args, count, flags);
        return splitPattern(compilePattern(p, f), s, n);
      },
      'sub(pattern, repl, string, *args, count?, flags?)': (
        p: PyValue,
        repl: PyValue,
        s: PyValue,
        args: PyValue[],
        count?: PyValue,
        flags?: PyValue,
      ) => {
        const [n, f] = countAndFlags('sub', 'count', args, count, flags);
        return substitute(compilePattern(p, f), repl, s, n)[0];
      },
      'subn(pattern, repl, string, *args, count?, flags?)': (
        p: PyValue,
        repl: PyValue,
        s: PyValue,
        args: PyValue[],
        count?: PyValue,
        flags?: PyValue,
      ) => {
        const [n, f] = countAndFlags('subn', 'count', args, count, flags);
        return new PyTuple(substitute(compilePattern(p, f), repl, s, n));
      },
      'escape(pattern)': escapePattern,
      'purge()': () => {
        cache.clear();
        return None;
      },
    }),
    ...flagExports(),
    ['RegexFlag', regexFlagType],
    ['Pattern', patternType],
    ['Match', matchType],
    ['PatternError', patternErrorType],
    ['error', patternErrorType],
  ]);
}
