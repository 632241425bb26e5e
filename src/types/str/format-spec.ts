/**
 * The format specification mini-language, shared by the built-in types (library reference,
 * "Format Specification Mini-Language"; errors and their order as in Python/formatter_unicode.c).
 */
import { valueError } from '../../objects/core/exceptions.ts';
import { decimalValue } from '../../text/unicode-data.ts';
import { SSIZE_LIMIT } from '../../numbers/allocation.ts';

/** A parsed specification; width and precision are -1, separators and sign '' where absent. */
export interface FormatSpec {
  fill: string;
  align: string;
  /** Whether the spec itself named an alignment. */
  aligned: boolean;
  sign: string;
  noNegativeZero: boolean;
  alternate: boolean;
  width: number;
  thousands: '' | ',' | '_';
  precision: number;
  type: string;
}

const ALIGNS = '<>=^';

/** Specifications parsed before, by defaults and text. */
const parsed = new Map<string, Readonly<FormatSpec>>();
const MAX_PARSED = 500;

/**
 * Parses a specification for a type with its default conversion and alignment. The result is shared
 * and must not be changed. Throws ValueError.
 */
export function parseFormatSpec(
  text: string,
  typeName: string,
  defaultType: string,
  defaultAlign: string,
): Readonly<FormatSpec> {
  const key = defaultType + defaultAlign + text;
  let spec = parsed.get(key);
  if (spec === undefined) {
    spec = parse(text, typeName, defaultType, defaultAlign);
    if (parsed.size >= MAX_PARSED) parsed.clear();
    parsed.set(key, spec);
  }
  return spec;
}

/** Parses a specification. Throws ValueError. */
function parse(text: string, typeName: string, defaultType: string, defaultAlign: string): FormatSpec {
  const c = /[\ud800-\udfff]/.test(text) ? [...text] : text.split('');
  const spec: FormatSpec = {
    fill: ' ',
    align: defaultAlign,
    aligned: false,
    sign: '',
    noNegativeZero: false,
    alternate: false,
    width: -1,
    thousands: '',
    precision: -1,
    type: defaultType,
  };
  let i = 0;
  let filled = false;
  if (c.length >= 2 && ALIGNS.includes(c[1]!)) {
    spec.fill = c[0]!;
    spec.align = c[1]!;
    spec.aligned = filled = true;
    i = 2;
  } else if (c.length >= 1 && ALIGNS.includes(c[0]!)) {
    spec.align = c[0]!;
    spec.aligned = true;
    i = 1;
  }
  if (i < c.length && ' +-'.includes(c[i]!)) spec.sign = c[i++]!;
  if (c[i] === 'z') {
    spec.noNegativeZero = true;
    i++;
  }
  if (c[i] === '#') {
    spec.alternate = true;
    i++;
  }
  if (!filled && c[i] === '0') {
    spec.fill = '0';
    if (!spec.aligned && defaultAlign === '>') spec.align = '=';
    i++;
  }
  const number = (): number => {
    let n = -1;
    for (let d: number; i < c.length && (d = decimalValue(c[i]!.codePointAt(0)!)) >= 0; i++) {
      n = Math.max(n, 0) * 10 + d;
      if (n >= SSIZE_LIMIT) valueError('Too many decimal digits in format string');
    }
    return n;
  };
  spec.width = number();
  if (c[i] === ',') {
    spec.thousands = ',';
    i++;
  }
  if (c[i] === '_') {
    if (spec.thousands === ',') valueError("Cannot specify both ',' and '_'.");
    spec.thousands = '_';
    i++;
  }
  if (c[i] === ',' && spec.thousands === '_') valueError("Cannot specify both ',' and '_'.");
  if (c[i] === '.') {
    i++;
    spec.precision = number();
    if (spec.precision < 0) valueError('Format specifier missing precision');
  }
  if (c.length - i > 1) valueError(`Invalid format specifier '${text}' for object of type '${typeName}'`);
  if (i < c.length) spec.type = c[i]!;
  if (spec.thousands !== '') checkThousands(spec);
  return spec;
}

/** Checks that the conversion may be grouped. Throws ValueError. */
function checkThousands(spec: FormatSpec): void {
  if ('deEfFgG%\0'.includes(spec.type) && spec.type !== '') return;
  if (spec.type === '' || (spec.thousands === '_' && 'boxX'.includes(spec.type))) return;
  const code = spec.type.codePointAt(0)!;
  valueError(
    `Cannot specify '${spec.thousands}' with '${code > 32 && code < 128 ? spec.type : `\\x${code.toString(16)}`}'.`,
  );
}
