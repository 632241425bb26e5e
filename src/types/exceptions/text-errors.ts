/** `SyntaxError` and the Unicode errors. */
import { PyBytes, intOf, strOf, typeOf, PyByteArray } from '../../objects/core/values.ts';
import { defMethods } from '../../objects/core/builtin.ts';
import { type PyException, typeError } from '../../objects/core/exceptions.ts';
import { str } from '../../objects/slots/format.ts';
import { toArray } from '../../protocol/iterate.ts';
import { at, defFields, defInit, fieldOf, none, setField } from './fields.ts';
import { noKeywords } from './exceptions.ts';

/* ---- SyntaxError ---- */

const SYNTAX_FIELDS = ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'];
const syntaxError = defInit('SyntaxError', (e, args, kw) => {
  noKeywords(e, kw);
  if (args.length > 0) setField(e, 'msg', args[0]!);
  if (args.length !== 2) return;
  const info = toArray(args[1]!);
  if (info.length < 4) typeError(`function takes at least 4 arguments (${info.length} given)`);
  if (info.length > 6) typeError(`function takes at most 6 arguments (${info.length} given)`);
  if (info.length === 5) typeError('end_offset must be provided when end_lineno is provided');
  SYNTAX_FIELDS.forEach((n, i) => {
    if (info[i] !== undefined) setField(e, n, info[i]!);
  });
});
defFields(syntaxError, {
  msg: at(0),
  filename: none,
  lineno: none,
  offset: none,
  text: none,
  end_lineno: none,
  end_offset: none,
  print_file_and_line: none,
  _metadata: none,
});
defMethods(syntaxError, {
  '__str__()': (e: PyException) => {
    const msg = str(fieldOf(e, 'msg', at(0)));
    const filename = fieldOf(e, 'filename');
    const lineno = intOf(fieldOf(e, 'lineno'));
    const base = typeof filename === 'string' ? filename.slice(filename.lastIndexOf('/') + 1) : null;
    if (base !== null && lineno !== undefined) return `${msg} (${base}, line ${lineno})`;
    if (base !== null) return `${msg} (${base})`;
    return lineno !== undefined ? `${msg} (line ${lineno})` : msg;
  },
});

/* ---- Unicode errors ---- */

/** Defines one of the Unicode exceptions with its fields in order. */
function defUnicode(
  name: string,
  fields: string[],
  kinds: ('str' | 'bytes' | 'int')[],
  text: (e: PyException) => string,
): void {
  const type = defInit(name, (e, args, kw) => {
    noKeywords(e, kw);
    if (args.length !== fields.length)
      typeError(`function takes exactly ${fields.length} arguments (${args.length} given)`);
    fields.forEach((_f, i) => {
      const v = args[i]!;
      const kind = kinds[i]!;
      if (kind === 'str' && strOf(v) === undefined) typeError(`argument ${i + 1} must be str, not ${typeOf(v).name}`);
      if (kind === 'int' && intOf(v) === undefined)
        typeError(`'${typeOf(v).name}' object cannot be interpreted as an integer`);
    });
    fields.forEach((f, i) => {
      const v = args[i]!;
      if (
        kinds[i] === 'bytes' &&
        typeOf(v).lookup('__buffer__') === undefined &&
        !(v instanceof PyBytes) &&
        !(v instanceof PyByteArray)
      ) {
        typeError(`a bytes-like object is required, not '${typeOf(v).name}'`);
      }
      setField(e, f, v);
    });
  });
  defFields(type, Object.fromEntries(fields.map((f, i) => [f, at(i)])));
  defMethods(type, {
    '__str__()': (e: PyException) => (e.args.items.length < fields.length && e.fields === null ? '' : text(e)),
  });
}

const num = (e: PyException, name: string, i: number) => Number(intOf(fieldOf(e, name, at(i))) ?? 0);

/** Escapes a character as the messages of Unicode errors do. */
function escaped(code: number): string {
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}

/** Describes the characters of a range of a str. */
function charactersAt(e: PyException, first: number, verb: string): string {
  const text = [...(strOf(fieldOf(e, 'object', at(first))) ?? '')];
  const start = num(e, 'start', first + 1);
  const end = num(e, 'end', first + 2);
  const reason = str(fieldOf(e, 'reason', at(first + 3)));
  if (start < text.length && end === start + 1)
    return `can't ${verb} character '${escaped(text[start]!.codePointAt(0)!)}' in position ${start}: ${reason}`;
  return `can't ${verb} characters in position ${start}-${end - 1}: ${reason}`;
}

defUnicode(
  'UnicodeEncodeError',
  ['encoding', 'object', 'start', 'end', 'reason'],
  ['str', 'str', 'int', 'int', 'str'],
  (e) => `'${str(fieldOf(e, 'encoding', at(0)))}' codec ${charactersAt(e, 1, 'encode')}`,
);
defUnicode('UnicodeTranslateError', ['object', 'start', 'end', 'reason'], ['str', 'int', 'int', 'str'], (e) =>
  charactersAt(e, 0, 'translate'),
);
defUnicode(
  'UnicodeDecodeError',
  ['encoding', 'object', 'start', 'end', 'reason'],
  ['str', 'bytes', 'int', 'int', 'str'],
  (e) => {
    const object = fieldOf(e, 'object', at(1));
    const data = object instanceof PyBytes ? object.data : new Uint8Array(0);
    const start = num(e, 'start', 2);
    const end = num(e, 'end', 3);
    const head = `'${str(fieldOf(e, 'encoding', at(0)))}' codec can't decode `;
    const reason = str(fieldOf(e, 'reason', at(4)));
    if (start < data.length && end === start + 1)
      return `${head}byte 0x${data[start]!.toString(16).padStart(2, '0')} in position ${start}: ${reason}`;
    return `${head}bytes in position ${start}-${end - 1}: ${reason}`;
  },
);
