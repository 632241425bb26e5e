/**
 * The module `_csv`: reading and writing of comma separated values, for `csv`.
 *
 * The reader is a state machine over characters, with the states and errors of CPython's Modules/_csv.c.
 */
import { PyObj, type PyValue } from '../objects/core/object.ts';
import { None, PyFloat, PyIterator, type PyModule, intOf, native, strOf, typeOf } from '../objects/core/values.ts';
import { type Kwargs, defGetSet, defMethods, makeFunctions, withoutNames } from '../objects/core/builtin.ts';
import { typeError } from '../objects/core/exceptions.ts';
import { invoke } from '../objects/core/invoke.ts';
import { defIterator } from '../types/containers/iterators.ts';
import { listFrom } from '../objects/core/list-storage.ts';
import { nativeModule } from '../types/functions/module.ts';
import { lookupAttr } from '../objects/slots/attribute.ts';
import { str } from '../objects/slots/format.ts';
import { getIter, iterate } from '../protocol/iterate.ts';
import { iterNext } from '../objects/slots/iterate.ts';
import {
  ALL,
  MINIMAL,
  NONE,
  NONNUMERIC,
  NOTNULL,
  type PyDialect,
  STRINGS,
  dialectType,
  errorType,
  fail,
  makeDialect,
  registry,
} from './csv-dialect.ts';
import { cType } from '../objects/core/c-types.ts';

let fieldLimit = 131072;

/* ---- reading ---- */

const enum At {
  START_RECORD,
  START_FIELD,
  ESCAPED,
  IN_FIELD,
  IN_QUOTED,
  ESCAPED_IN_QUOTED,
  QUOTE_IN_QUOTED,
  EAT_CRNL,
  AFTER_ESCAPED_CRNL,
}

/** Reads records from an iterator of lines. */
class PyReader extends PyIterator {
  lineNum = 0;
  private fields: PyValue[] = [];
  private field = '';
  private quoted = false;
  private state = At.START_RECORD;
  constructor(
    private readonly lines: PyValue,
    readonly dialect: PyDialect,
  ) {
    super();
  }

  next(): PyValue | undefined {
    this.fields = [];
    this.field = '';
    this.quoted = false;
    this.state = At.START_RECORD;
    do {
      const line = iterNext(this.lines);
      if (line === undefined) {
        if (this.field !== '' || (this.state as At) === At.IN_QUOTED) {
          if (this.dialect.strict) fail('unexpected end of data');
          this.saveField();
          break;
        }
        return undefined;
      }
      const text = strOf(line);
      if (text === undefined)
        fail(`iterator should return strings, not ${typeOf(line).name} (the file should be opened in text mode)`);
      this.lineNum++;
      for (const c of text) this.step(c);
      this.step(null);
    } while ((this.state as At) !== At.START_RECORD);
    const out = this.fields;
    this.fields = [];
    return listFrom(out);
  }

  private add(c: string): void {
    if (this.field.length >= fieldLimit) fail(`field larger than field limit (${fieldLimit})`);
    this.field += c;
  }

  private saveField(): void {
    const q = this.dialect.quoting;
    let v: PyValue = this.field;
    if (!this.quoted && (q === NONNUMERIC || (q === STRINGS && this.field !== '')))
      v = invoke(typeOf(new PyFloat(0)), [this.field]);
    if (!this.quoted && this.field === '' && (q === NOTNULL || q === STRINGS)) v = None;
    this.field = '';
    this.quoted = false;
    this.fields.push(v);
  }

  /** Takes one character; null is the end of a line. */
  private step(c: string | null): void {
    const d = this.dialect;
    const newline = c === '\n' || c === '\r';
    switch (this.state) {
      case At.START_RECORD:
        if (c === null) return;
        if (newline) {
          this.state = At.EAT_CRNL;
          return;
        }
        this.state = At.START_FIELD;
      // falls through
      case At.START_FIELD:
        if (c === null || newline) {
          this.saveField();
          this.state = c === null ? At.START_RECORD : At.EAT_CRNL;
        } else if (c === d.quotechar && d.quoting !== NONE) {
          this.quoted = true;
          this.state = At.IN_QUOTED;
        } else if (c === d.escapechar) this.state = At.ESCAPED;
        else if (c === ' ' && d.skipinitialspace) {
          /* skipped */
        } else if (c === d.delimiter) this.saveField();
        else {
          this.add(c);
          this.state = At.IN_FIELD;
        }
        return;
      case At.ESCAPED:
        if (newline) {
          this.add(c!);
          this.state = At.AFTER_ESCAPED_CRNL;
          return;
        }
        this.add(c ?? '\n');
        this.state = At.IN_FIELD;
        return;
      case At.AFTER_ESCAPED_CRNL:
        if (c === null) return;
      // falls through
      case At.IN_FIELD:
        if (c === null || newline) {
          this.saveField();
          this.state = c === null ? At.START_RECORD : At.EAT_CRNL;
        } else if (c === d.escapechar) this.state = At.ESCAPED;
        else if (c === d.delimiter) {
          this.saveField();
          this.state = At.START_FIELD;
        } else this.add(c);
        return;
      case At.IN_QUOTED:
        if (c === null) return;
        if (c === d.escapechar) this.state = At.ESCAPED_IN_QUOTED;
        else if (c === d.quotechar && d.quoting !== NONE) this.state = d.doublequote ? At.QUOTE_IN_QUOTED : At.IN_FIELD;
        else this.add(c);
        return;
      case At.ESCAPED_IN_QUOTED:
        this.add(c ?? '\n');
        this.state = At.IN_QUOTED;
        return;
      case At.QUOTE_IN_QUOTED:
        if (d.quoting !== NONE && c === d.quotechar) {
          this.add(c!);
          this.state = At.IN_QUOTED;
        } else if (c === d.delimiter) {
          this.saveField();
          this.state = At.START_FIELD;
        } else if (c === null || newline) {
          this.saveField();
          this.state = c === null ? At.START_RECORD : At.EAT_CRNL;
        } else if (!d.strict) {
          this.add(c);
          this.state = At.IN_FIELD;
        } else fail(`'${d.delimiter}' expected after '${d.quotechar}'`);
        return;
      case At.EAT_CRNL:
        if (newline) return;
        if (c === null) {
          this.state = At.START_RECORD;
          return;
        }
        fail("new-line character seen in unquoted field - do you need to open the file with newline=''?");
    }
  }
}
const readerType = cType('_csv', 'reader', { base: false });
native(PyReader, readerType);
defIterator(readerType);
defGetSet(readerType, { line_num: (r: PyReader) => r.lineNum, dialect: (r: PyReader) => r.dialect });

/* ---- writing ---- */

/** Writes records by a `write` function. */
class PyWriter extends PyObj {
  constructor(
    readonly write: PyValue,
    readonly dialect: PyDialect,
  ) {
    super();
  }

  /** Writes one record. */
  row(row: PyValue): PyValue {
    const d = this.dialect;
    let out = '';
    let n = 0;
    const items =
      typeOf(row).lookup('__iter__') === undefined && typeOf(row).lookup('__getitem__') === undefined
        ? fail(`iterable expected, not ${typeOf(row).name}`)
        : [...iterate(row)];
    for (const x of items) {
      if (n++ > 0) out += d.delimiter;
      const isNone = x === None;
      let quote = false;
      if (d.quoting === NONNUMERIC)
        quote = !(intOf(x) !== undefined || x instanceof PyFloat || typeOf(x).lookup('__float__') !== undefined);
      else if (d.quoting === ALL) quote = true;
      else if (d.quoting === STRINGS) quote = strOf(x) !== undefined;
      else if (d.quoting === NOTNULL) quote = !isNone;
      const text = isNone ? '' : (strOf(x) ?? str(x));
      if (text === '' && items.length === 1 && !quote) {
        if (d.quoting === NONE || (isNone && (d.quoting === STRINGS || d.quoting === NOTNULL)))
          fail('single empty field record must be quoted');
        quote = true;
      }
      if (text === '' && d.delimiter === ' ' && d.skipinitialspace && !quote)
        fail('empty field must be quoted if delimiter is a space and skipinitialspace is true');
      out += this.field(text, quote);
    }
    return invoke(this.write, [out + d.lineterminator]);
  }

  /** Writes one field with quotes and escapes. */
  private field(text: string, quoteIt: boolean): string {
    const d = this.dialect;
    let quote = quoteIt;
    let out = '';
    for (const c of text) {
      if (
        c === d.delimiter ||
        c === d.escapechar ||
        c === d.quotechar ||
        c === '\r' ||
        c === '\n' ||
        d.lineterminator.includes(c)
      ) {
        if (d.quoting === NONE) {
          if (d.escapechar === null) fail('need to escape, but no escapechar set');
          out += d.escapechar;
        } else if (c === d.quotechar) {
          if (d.doublequote) out += d.quotechar;
          else {
            if (d.escapechar === null) fail('need to escape, but no escapechar set');
            out += d.escapechar;
          }
          quote ||= d.doublequote;
        } else if (c === d.escapechar) out += d.escapechar;
        else quote = true;
      }
      out += c;
    }
    return quote ? d.quotechar + out + d.quotechar : out;
  }
}
const writerType = cType('_csv', 'writer', { base: false });
native(PyWriter, writerType);
defMethods(writerType, {
  'writerow(row, /)': (w: PyWriter, row: PyValue) => w.row(row),
  'writerows(rows, /)': (w: PyWriter, rows: PyValue) => {
    for (const r of iterate(rows)) w.row(r);
    return None;
  },
});
defGetSet(writerType, { dialect: (w: PyWriter) => w.dialect });

/** Makes the module `_csv`. */
export function makeModule(): PyModule {
  registry.clear();
  fieldLimit = 131072;
  const functions = makeFunctions('_csv', {
    'reader(iterable, dialect?, /, **fmtparams)': (lines: PyValue, dialect: PyValue | undefined, kw: Kwargs) => {
      const d = makeDialect(dialect, kw);
      return new PyReader(getIter(lines), d);
    },
    'writer(fileobj, dialect?, /, **fmtparams)': (file: PyValue, dialect: PyValue | undefined, kw: Kwargs) => {
      const d = makeDialect(dialect, kw);
      const write = lookupAttr(file, 'write');
      if (write === undefined) typeError('argument 1 must have a "write" method');
      return new PyWriter(write, d);
    },
    'register_dialect(name, dialect?, /, **fmtparams)': (name: PyValue, dialect: PyValue | undefined, kw: Kwargs) => {
      if (strOf(name) === undefined) typeError('dialect name must be a string');
      registry.set(name, makeDialect(dialect, kw));
      return None;
    },
    'unregister_dialect(name)': (name: PyValue) => {
      if (registry.delete(name) === undefined) fail('unknown dialect');
      return None;
    },
    'get_dialect(name)': (name: PyValue) => registry.get(name) ?? fail('unknown dialect'),
    'list_dialects()': () => listFrom([...registry.entries()].map(([k]) => k)),
    'field_size_limit(new_limit?)': (n?: PyValue) => {
      const old = fieldLimit;
      if (n !== undefined) fieldLimit = Number(intOf(n) ?? typeError('limit must be an integer'));
      return old;
    },
  });
  withoutNames(
    ['reader', 'writer', 'register_dialect'].map((name) => functions.get(name)!),
    '',
  );
  return nativeModule('_csv', [
    ...functions,
    ['Error', errorType],
    ['Dialect', dialectType],
    ['Reader', readerType],
    ['Writer', writerType],
    ['_dialects', registry],
    ['__version__', '1.0'],
    ['QUOTE_MINIMAL', MINIMAL],
    ['QUOTE_ALL', ALL],
    ['QUOTE_NONNUMERIC', NONNUMERIC],
    ['QUOTE_NONE', NONE],
    ['QUOTE_STRINGS', STRINGS],
    ['QUOTE_NOTNULL', NOTNULL],
  ]);
}
