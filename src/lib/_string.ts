/**
 * `_string`: the parser of format strings, for `string.Formatter`.
 */
import type { PyValue } from '../objects/core/object.ts';
import {
  None,
  PyIterator,
  type PyModule,
  PyTuple,
  builtinType,
  native,
  strOf,
  typeOf,
} from '../objects/core/values.ts';
import { makeFunctions } from '../objects/core/builtin.ts';
import { typeError } from '../objects/core/exceptions.ts';
import { defIterator } from '../types/containers/iterators.ts';
import { nativeModule } from '../types/functions/module.ts';
import { parseMarkup, splitFieldName } from '../types/str/format.ts';

/** Iterates over what a generator of the host yields. */
class PyHostIterator extends PyIterator {
  constructor(private readonly source: Iterator<PyValue>) {
    super();
  }
  next(): PyValue | undefined {
    const r = this.source.next();
    return r.done === true ? undefined : r.value;
  }
}
/** Iterates over literal text and fields of a format string. */
class PyFormatterIterator extends PyHostIterator {}
/** Iterates over the accessors of a field name. */
class PyFieldNameIterator extends PyHostIterator {}

const formatterIteratorType = builtinType('formatteriterator', { base: false, module: '_string' });
const fieldNameIteratorType = builtinType('fieldnameiterator', { base: false, module: '_string' });
native(PyFormatterIterator, formatterIteratorType);
native(PyFieldNameIterator, fieldNameIteratorType);
defIterator<PyFormatterIterator>(formatterIteratorType);
defIterator<PyFieldNameIterator>(fieldNameIteratorType);

/** Returns the text of a str argument. Throws TypeError. */
function text(x: PyValue): string {
  return strOf(x) ?? typeError(`expected str, got ${typeOf(x).name}`);
}

/** Yields (literal, field name, format spec, conversion) tuples. */
function* fields(s: string): Generator<PyValue, void, undefined> {
  for (const { literal, field } of parseMarkup(s)) {
    yield new PyTuple(
      field === null
        ? [literal, None, None, None]
        : [literal, field.name, field.spec, field.conversion === '' ? None : field.conversion],
    );
  }
}

/** Yields (is attribute, name or index) tuples. */
function* accessors(rest: ReturnType<typeof splitFieldName>['rest']): Generator<PyValue, void, undefined> {
  for (const step of rest) yield new PyTuple([step.attribute, step.key]);
}

/** Makes the module `_string`. */
export function makeModule(): PyModule {
  return nativeModule(
    '_string',
    makeFunctions('_string', {
      'formatter_parser(string, /)': (s: PyValue) => new PyFormatterIterator(fields(text(s))),
      'formatter_field_name_split(string, /)': (s: PyValue) => {
        const { first, index, rest } = splitFieldName(text(s));
        return new PyTuple([index < 0 ? first : index, new PyFieldNameIterator(accessors(rest))]);
      },
    }),
    'string helper module',
  );
}
