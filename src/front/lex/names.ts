/**
 * The identifiers of one module, each once: the tokenizer hashes while it scans, so the common case
 * (a name seen before, or a keyword) makes no string and compares characters only on a hit.
 */
import { T, KEYWORDS } from './tokens.ts';

export class NameTable {
  /** The texts as written; index = number of the name. Keywords come first, in the order of their kinds. */
  readonly texts: string[] = [];
  private readonly hashes: number[] = [];
  private slots = new Int32Array(1024);
  private mask = 1023;

  constructor() {
    for (const word of KEYWORDS) {
      let hash = 0;
      for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) | 0;
      this.find(word, 0, word.length, hash);
    }
  }

  /** Returns the number of the name `text[start, end)`, whose hash (31-polynomial, int32) is given. */
  find(text: string, start: number, end: number, hash: number): number {
    const { slots, mask, hashes, texts } = this;
    const length = end - start;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const n = slots[slot]! - 1;
      if (n < 0) break;
      if (hashes[n] === hash) {
        const known = texts[n]!;
        if (known.length === length) {
          let i = 0;
          while (i < length && known.charCodeAt(i) === text.charCodeAt(start + i)) i++;
          if (i === length) return n;
        }
      }
      slot = (slot + 1) & mask;
    }
    const n = texts.length;
    texts.push(text.slice(start, end));
    hashes.push(hash);
    slots[slot] = n + 1;
    if (n * 2 > mask) this.grow();
    return n;
  }

  /** Makes the hash table four times larger. */
  private grow(): void {
    const size = (this.mask + 1) * 4;
    this.slots = new Int32Array(size);
    this.mask = size - 1;
    for (let n = 0; n < this.hashes.length; n++) {
      const hash = this.hashes[n]!;
      let slot = (hash ^ (hash >>> 15)) & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = n + 1;
    }
  }
}

/** Returns the token kind of a name's number. */
export function kindOfName(n: number): T {
  return n < KEYWORDS.length ? T.FALSE + n : T.NAME;
}
