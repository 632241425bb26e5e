/**
 * Identifiers beyond ASCII (PEP 3131): which characters Unicode 15.1 allows, and their NFKC form.
 *
 * The regular expressions of the host know the Unicode version of the host, which is not CPython's,
 * so the tables are packed here and unpacked on the first identifier that needs them. Normalising is
 * left to the host: the form of a character assigned in 15.1 never changes again (Unicode's
 * stability policy), and other characters have been refused by then.
 */
import { NON_PRINTABLE, XID_CONTINUE, XID_START } from './unicode-tables.ts';

/** A set of code points from U+0080 up; unpacked when first asked. */
class CodePointSet {
  private edges: Uint32Array | null = null;
  constructor(private readonly packed: string) {}

  /** Tells whether a code point (0x80 to 0x10FFFF) is a member. */
  has(code: number): boolean {
    const edges = (this.edges ??= this.unpack());
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (edges[middle]! <= code) low = middle + 1;
      else high = middle;
    }
    return (low & 1) === 1;
  }

  private unpack(): Uint32Array {
    const parts = this.packed.split(' ');
    const edges = new Uint32Array(parts.length);
    let last = 0x80;
    for (let i = 0; i < parts.length; i++) edges[i] = last += Number.parseInt(parts[i]!, 36);
    return edges;
  }
}

const xidStart = new CodePointSet(XID_START);
const xidContinue = new CodePointSet(XID_CONTINUE);
const nonPrintable = new CodePointSet(NON_PRINTABLE);

/** Tells whether an ASCII code may stand inside an identifier. */
export function isAsciiIdentifierPart(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || (c >= 48 && c <= 57);
}

/** Returns the index of the first code unit of `text` in [start, end) that an identifier refuses, or -1. */
export function findInvalidIdentifierChar(text: string, start: number, end: number): number {
  for (let i = start; i < end; ) {
    const code = text.codePointAt(i)!;
    const valid =
      code < 0x80
        ? isAsciiIdentifierPart(code) && (i > start || code < 48 || code > 57)
        : (i === start ? xidStart : xidContinue).has(code);
    if (!valid) return i;
    i += code > 0xffff ? 2 : 1;
  }
  return -1;
}

/** Tells whether str.isprintable() accepts a code point. */
export function isPrintable(code: number): boolean {
  return code < 0x80 ? code >= 0x20 && code < 0x7f : !nonPrintable.has(code);
}

/** Returns the number of UTF-8 bytes of the code units of `text` in [start, end). */
export function utf8Length(text: string, start: number, end: number): number {
  let bytes = end - start;
  for (let i = start; i < end; i++) bytes += extraBytes(text.charCodeAt(i));
  return bytes;
}

/**
 * Returns how many bytes more than code units a code unit takes in UTF-8. A pair of surrogates is four
 * bytes, a lone low one stands for one byte that is no UTF-8 (source.ts).
 */
export function extraBytes(unit: number): number {
  return unit < 0x80 ? 0 : unit < 0x800 ? 1 : unit >= 0xdc00 && unit <= 0xdfff ? 0 : 2;
}
