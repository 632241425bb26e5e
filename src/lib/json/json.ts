/**
 * The module `_json`: the cores of `json`'s encoder and decoder.
 */
import { PyObj, type PyType, type PyValue } from '../../objects/core/object.ts';
import {
  None,
  type PyModule,
  PyTuple,
  floatType,
  intOf,
  intType,
  native,
  strOf,
  typeOf,
} from '../../objects/core/values.ts';
import { cType } from '../../objects/core/c-types.ts';
import { defGetSet, defMethods, defNew, makeFunctions } from '../../objects/core/builtin.ts';
import { type PyException, PyRaise, makeException, typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { pointIndex, strLength, unitIndex } from '../../types/str/code-points.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { isTrue } from '../../protocol/compare.ts';
import { importDotted } from '../host/import.ts';
import { type DecodeOptions, JsonScanner } from './decode.ts';
import { type EncodeOptions, encodeJson, encodeString } from './encode.ts';

/** Raises `json.JSONDecodeError`. */
function fail(message: string, doc: string, position: number): never {
  const e = invoke(getAttr(importDotted('json.decoder'), 'JSONDecodeError'), [message, doc, position]);
  throw new PyRaise(e as PyException);
}

/** Raises StopIteration with a position. */
function stop(position: number): never {
  throw new PyRaise(makeException('StopIteration', position));
}

const textOf = (x: PyValue): string => strOf(x) ?? typeError(`first argument must be a string, not ${typeOf(x).name}`);

const FUNCTIONS = makeFunctions('_json', {
  'encode_basestring_ascii(string, /)': (s: PyValue) => encodeString(textOf(s), true),
  'encode_basestring(string, /)': (s: PyValue) => encodeString(textOf(s), false),
  'scanstring(string, end, strict?, /)': (string: PyValue, end: PyValue, strict: PyValue = true) => {
    const s = textOf(string);
    const at = Number(intOf(end) ?? typeError(`'${typeOf(end).name}' object cannot be interpreted as an integer`));
    if (at < 0 || at > strLength(s)) valueError('end is out of bounds');
    const scanner = new JsonScanner(s, {
      objectHook: null,
      pairsHook: null,
      parseFloat: null,
      parseInt: null,
      parseConstant: null,
      strict: isTrue(strict),
      fail,
      stop,
    });
    scanner.at = unitIndex(s, at);
    const text = scanner.string(scanner.at - 1);
    return new PyTuple([text, pointIndex(s, scanner.at)]);
  },
});

/* ---- decoding ---- */

const SCANNER_FIELDS = [
  'strict',
  'object_hook',
  'object_pairs_hook',
  'parse_float',
  'parse_int',
  'parse_constant',
] as const;

/** Decodes documents as a JSONDecoder is set up. */
class PyScanner extends PyObj {
  readonly options: DecodeOptions;
  constructor(readonly fields: Map<string, PyValue>) {
    super();
    const hook = (name: string, standard: PyValue = None): PyValue | null =>
      fields.get(name) === standard || fields.get(name) === None ? null : fields.get(name)!;
    this.options = {
      strict: isTrue(fields.get('strict')!),
      objectHook: hook('object_hook'),
      pairsHook: hook('object_pairs_hook'),
      parseFloat: hook('parse_float', floatType),
      parseInt: hook('parse_int', intType),
      parseConstant: hook('parse_constant'),
      fail,
      stop,
    };
  }
}
const scannerType = cType('_json', 'Scanner');
native(PyScanner, scannerType);
defNew(
  scannerType,
  'context',
  (_cls: PyType, context: PyValue) => new PyScanner(new Map(SCANNER_FIELDS.map((f) => [f, getAttr(context, f)]))),
);
defMethods(scannerType, {
  '__call__(string, idx)': (scanner: PyScanner, string: PyValue, idx: PyValue) => {
    const s = textOf(string);
    const at = Number(intOf(idx) ?? typeError(`'${typeOf(idx).name}' object cannot be interpreted as an integer`));
    if (at < 0) valueError('idx cannot be negative');
    if (at > strLength(s)) stop(at);
    const reader = new JsonScanner(s, scanner.options);
    reader.at = unitIndex(s, at);
    const v = reader.value();
    return new PyTuple([v, pointIndex(s, reader.at)]);
  },
});
defGetSet(scannerType, Object.fromEntries(SCANNER_FIELDS.map((f) => [f, (s: PyScanner) => s.fields.get(f)!])));

/* ---- encoding ---- */

const ENCODER_FIELDS = [
  'markers',
  'default',
  'encoder',
  'indent',
  'key_separator',
  'item_separator',
  'sort_keys',
  'skipkeys',
  'allow_nan',
] as const;

/** Encodes objects as a JSONEncoder is set up. */
class PyEncoder extends PyObj {
  readonly options: EncodeOptions;
  constructor(readonly fields: Map<string, PyValue>) {
    super();
    const get = (name: string): PyValue => fields.get(name)!;
    const indent = get('indent');
    this.options = {
      fallback: get('default'),
      indent: indent === None ? null : (strOf(indent) ?? ' '.repeat(Math.max(0, Number(intOf(indent) ?? 0)))),
      itemSeparator: textOf(get('item_separator')),
      keySeparator: textOf(get('key_separator')),
      skipkeys: isTrue(get('skipkeys')),
      circular: get('markers') !== None,
      nan: isTrue(get('allow_nan')),
      sort: isTrue(get('sort_keys')),
      encodeString: stringEncoder(get('encoder')),
    };
  }
}

/** Returns what writes strings: one of the two above, or a function of the program. */
function stringEncoder(encoder: PyValue): (s: string) => string {
  for (const [name, ascii] of [
    ['encode_basestring_ascii', true],
    ['encode_basestring', false],
  ] as const) {
    if (encoder === FUNCTIONS.get(name)) return (s) => encodeString(s, ascii);
  }
  return (s) => {
    const r = invoke(encoder, [s]);
    return strOf(r) ?? typeError(`encoder() must return a string, not ${typeOf(r).name}`);
  };
}

const encoderType = cType('_json', 'Encoder');
native(PyEncoder, encoderType);
defNew(
  encoderType,
  ENCODER_FIELDS.join(', '),
  (_cls: PyType, ...values: PyValue[]) => new PyEncoder(new Map(ENCODER_FIELDS.map((f, i) => [f, values[i]!]))),
);
defMethods(encoderType, {
  '__call__(obj, _current_indent_level)': (e: PyEncoder, x: PyValue) => new PyTuple([encodeJson(x, e.options)]),
});
defGetSet(encoderType, Object.fromEntries(ENCODER_FIELDS.map((f) => [f, (e: PyEncoder) => e.fields.get(f)!])));

/** Makes the module `_json`. */
export function makeModule(): PyModule {
  return nativeModule('_json', [...FUNCTIONS, ['make_scanner', scannerType], ['make_encoder', encoderType]]);
}
