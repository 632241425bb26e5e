/**
 * Identifiers beyond ASCII (PEP 3131): which characters Unicode 15.1 allows, and their NFKC form.
 *
 * The regular expressions of the host know the Unicode version of the host, which is not CPython's,
 * so the tables are packed here and unpacked on the first identifier that needs them. Normalising is
 * left to the host: the form of a character assigned in 15.1 never changes again (Unicode's
 * stability policy), and other characters have been refused by then.
 */
import { NON_PRINTABLE, XID_CONTINUE, XID_START } from './identifier-tables.ts';

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

  /** Returns the edges of the set's ranges. */
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

/** For each ASCII code: 1 = may be anywhere in an identifier, 2 = a digit, which may not begin one, 0 = neither. */
export const IDENTIFIER = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95) IDENTIFIER[c] = 1;
  else if (c >= 48 && c <= 57) IDENTIFIER[c] = 2;
}

/** Returns the index of the first code unit of `text` in [start, end) that an identifier refuses, or -1. */
export function findInvalidIdentifierChar(text: string, start: number, end: number): number {
  for (let i = start; i < end; ) {
    const code = text.codePointAt(i)!;
    const valid =
      code < 0x80
        ? IDENTIFIER[code] === 1 || (IDENTIFIER[code] === 2 && i > start)
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

/**
 * Returns how many bytes more than code units a code unit takes in UTF-8. A pair of surrogates is four
 * bytes, a lone low one stands for one byte that is no UTF-8 (source.ts).
 */
export function extraBytes(unit: number): number {
  return unit < 0x80 ? 0 : unit < 0x800 ? 1 : unit >= 0xdc00 && unit <= 0xdfff ? 0 : 2;
}
