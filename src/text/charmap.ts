/**
 * Single-byte encodings other than ASCII and Latin-1, found by name in generated tables.
 */
import { CHARMAPS } from './charmap-tables.ts';

/** A mapping between bytes and code points; -1 where there is none. */
interface Charmap {
  readonly name: string;
  readonly pointOf: (byte: number) => number;
  readonly byteOf: (point: number) => number;
}

const UNDEFINED = 0xfffe;

/** Returns the charmap of a normalised encoding name or alias, or undefined. */
export function charmap(key: string): Charmap | undefined {
  const row = CHARMAPS.find(([name, aliases]) => name === key || aliases.split(' ').includes(key));
  if (key === '' || row === undefined) return undefined;
  const [name, , high] = row;
  const bytes = new Map<number, number>();
  for (let i = 0; i < 128; i++) {
    const c = high.charCodeAt(i);
    if (c !== UNDEFINED) bytes.set(c, 128 + i);
  }
  return {
    name: name.replace('_', '-'),
    pointOf: (b) => {
      if (b < 128) return b;
      const c = high.charCodeAt(b - 128);
      return c === UNDEFINED ? -1 : c;
    },
    byteOf: (c) => (c < 128 ? c : (bytes.get(c) ?? -1)),
  };
}
