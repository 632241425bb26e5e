/**
 * The module `_json`: encoder and decoder cores, for `json/__init__.py`.
 */
import type { PyValue } from '../objects/object.ts';
import { None, type PyModule, PyTuple, intOf, strOf, typeOf } from '../objects/values.ts';
import { makeFunctions } from '../objects/builtin.ts';
import { type PyException, PyRaise, makeException, typeError, valueError } from '../objects/exceptions.ts';
import { invoke } from '../objects/invoke.ts';
import { nativeModule } from '../objects/module.ts';
import { pointIndex, strLength, unitIndex } from '../objects/str-core.ts';
import { getAttr } from '../objects/protocol/attribute.ts';
import { isTrue } from '../objects/protocol/compare.ts';
import { importDotted } from './import.ts';
import { type DecodeOptions, JsonScanner } from './json-decode.ts';
import { encodeJson, encodeString } from './json-encode.ts';

const orNull = (x: PyValue): PyValue | null => (x === None ? null : x);

/** Raises `json.JSONDecodeError`. */
function fail(message: string, doc: string, position: number): never {
  const e = invoke(getAttr(importDotted('json'), 'JSONDecodeError'), [message, doc, position]);
  throw new PyRaise(e as PyException);
}

/** Raises StopIteration with a position. */
function stop(position: number): never { throw new PyRaise(makeException('StopIteration', position)); }

const textOf = (x: PyValue): string => strOf(x) ?? typeError(`first argument must be a string, not ${typeOf(x).name}`);

/** Makes the module `_json`. */
export function makeModule(): PyModule {
  return nativeModule('_json', makeFunctions('_json', {
    'encode_basestring_ascii(string, /)': (s: PyValue) => encodeString(textOf(s), true),
    'encode_basestring(string, /)': (s: PyValue) => encodeString(textOf(s), false),
    'encode(obj, default, indent, item_separator, key_separator, skipkeys, ensure_ascii, check_circular, allow_nan, sort_keys, /)': (
      x: PyValue, fallback: PyValue, indent: PyValue, item: PyValue, key: PyValue, skipkeys: PyValue, ascii: PyValue, circular: PyValue, nan: PyValue, sort: PyValue,
    ) => encodeJson(x, {
      fallback, indent: indent === None ? null : strOf(indent) ?? ' '.repeat(Math.max(0, Number(intOf(indent) ?? 0))),
      itemSeparator: textOf(item), keySeparator: textOf(key), skipkeys: isTrue(skipkeys), ascii: isTrue(ascii), circular: isTrue(circular),
      nan: isTrue(nan), sort: isTrue(sort),
    }),
    'scan(string, idx, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, strict, /)': (
      string: PyValue, idx: PyValue, objectHook: PyValue, pairsHook: PyValue, floatParser: PyValue, intParser: PyValue, parseConstant: PyValue, strict: PyValue,
    ) => {
      const s = textOf(string);
      const at = Number(intOf(idx) ?? 0);
      if (at < 0) valueError('idx cannot be negative');
      if (at > strLength(s)) stop(at);
      const options: DecodeOptions = {
        objectHook: orNull(objectHook), pairsHook: orNull(pairsHook), parseFloat: orNull(floatParser), parseInt: orNull(intParser),
        parseConstant: orNull(parseConstant), strict: isTrue(strict), fail, stop,
      };
      const scanner = new JsonScanner(s, options);
      scanner.at = unitIndex(s, at);
      const v = scanner.value();
      return new PyTuple([v, pointIndex(s, scanner.at)]);
    },
  }));
}
