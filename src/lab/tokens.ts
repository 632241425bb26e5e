/** `sidewinder-lab tokens`: a token stream in the form of `python -m tokenize`. */
import { stringRepr } from '../front/tree/dump.ts';
import type { Token } from '../front/lex/tokenize.ts';

/** Pads to a width that counts code points, as Python's does. */
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - Array.from(text).length));

/** Returns the listing of a stream, a line a token. */
export function formatTokens(tokens: readonly Token[]): string {
  let out = '';
  for (const { type, string, start, end } of tokens) {
    out += `${pad(`${start[0]},${start[1]}-${end[0]},${end[1]}:`, 20)}${pad(type, 15)}${pad(stringRepr(string), 15)}\n`;
  }
  return out;
}
