/**
 * Checksums of `binascii` and `zlib`.
 */
let table: Uint32Array | null = null;

/** Returns the table of CRC-32 for one byte. */
function crcTable(): Uint32Array {
  if (table !== null) return table;
  table = new Uint32Array(256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = (c & 1) !== 0 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    table[n] = c;
  }
  return table;
}

/** CRC-32 (ISO 3309, the polynomial of zlib), going on from `start`. */
export function crc32(data: Uint8Array, start: number): number {
  const t = crcTable();
  let c = ~start;
  for (const b of data) c = t[(c ^ b) & 0xff]! ^ (c >>> 8);
  return ~c >>> 0;
}

/** CRC-CCITT of BinHex (polynomial 0x1021), going on from `start`. */
export function crc16(data: Uint8Array, start: number): number {
  let c = start & 0xffff;
  for (const b of data) {
    c ^= b << 8;
    for (let k = 0; k < 8; k++) c = ((c << 1) ^ ((c & 0x8000) !== 0 ? 0x1021 : 0)) & 0xffff;
  }
  return c;
}

/** Adler-32 (RFC 1950), going on from `start`. */
export function adler32(data: Uint8Array, start: number): number {
  let a = start & 0xffff;
  let b = start >>> 16;
  for (const x of data) {
    a = (a + x) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}
