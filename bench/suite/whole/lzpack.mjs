// A compressor with hash chains and canonical Huffman codes: the twin of lzpack.py.
//
// Usage: node lzpack.mjs [kilobytes]

const WINDOW = 4096;
const MIN_MATCH = 3;
const MAX_MATCH = 130;
const CHAIN_LIMIT = 16;
const BLOCK = 2048;
const END = 256;
const FIRST_LENGTH = 257;
const LENGTH_SYMBOLS = FIRST_LENGTH + MAX_MATCH - MIN_MATCH + 1;
const MAX_CODE_LENGTH = 15;

class CorruptData extends Error {}

class Random {
  constructor(seed) {
    this.state = seed;
  }

  below(limit) {
    this.state = (this.state * 4096 + 150889) % 714025;
    return Math.floor((this.state * limit) / 714025);
  }
}

// ------------------------------------------------------------------------------------------ bits

class BitWriter {
  constructor() {
    this.data = [];
    this.buffer = 0;
    this.count = 0;
  }

  /** Append the low bits of a value, the highest of them first. */
  write(value, bits) {
    this.buffer = ((this.buffer << bits) | value) & 0x3fffffff;
    this.count += bits;
    while (this.count >= 8) {
      this.count -= 8;
      this.data.push((this.buffer >> this.count) & 0xff);
    }
  }

  finish() {
    if (this.count > 0) this.write(0, 8 - this.count);
    return this.data;
  }
}

class BitReader {
  constructor(data) {
    this.data = data;
    this.position = 0;
    this.buffer = 0;
    this.count = 0;
  }

  bit() {
    if (this.count === 0) {
      if (this.position >= this.data.length) throw new CorruptData('the data end early');
      this.buffer = this.data[this.position];
      this.position++;
      this.count = 8;
    }
    this.count--;
    return (this.buffer >> this.count) & 1;
  }

  read(bits) {
    let value = 0;
    for (let k = 0; k < bits; k++) value = (value << 1) | this.bit();
    return value;
  }
}

// --------------------------------------------------------------------------------------- Huffman

/** A binary heap, ordered by count, then by serial number. */
class Heap {
  constructor() {
    this.items = [];
  }

  get size() {
    return this.items.length;
  }

  static less(a, b) {
    return a.count < b.count || (a.count === b.count && a.serial < b.serial);
  }

  push(item) {
    const { items } = this;
    let child = items.length;
    items.push(item);
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!Heap.less(item, items[parent])) break;
      items[child] = items[parent];
      child = parent;
    }
    items[child] = item;
  }

  pop() {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    if (items.length === 0) return top;
    let parent = 0;
    for (;;) {
      let child = 2 * parent + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && Heap.less(items[child + 1], items[child])) child++;
      if (!Heap.less(items[child], last)) break;
      items[parent] = items[child];
      parent = child;
    }
    items[parent] = last;
    return top;
  }
}

/** Return the lengths of the best codes for symbols that occur this often, by symbol. */
function codeLengths(frequencies) {
  const heap = new Heap();
  for (const [symbol, count] of frequencies) heap.push({ count, serial: symbol, tree: symbol });
  if (heap.size === 1) return new Map([[heap.pop().tree, 1]]);
  let serial = 1000;
  while (heap.size > 1) {
    const left = heap.pop();
    const right = heap.pop();
    heap.push({ count: left.count + right.count, serial, tree: [left.tree, right.tree] });
    serial++;
  }
  const lengths = new Map();

  function descend(tree, depth) {
    if (Array.isArray(tree)) {
      for (const part of tree) descend(part, depth + 1);
    } else {
      lengths.set(tree, depth);
    }
  }

  descend(heap.pop().tree, 0);
  if (Math.max(...lengths.values()) > MAX_CODE_LENGTH) {
    const flatter = new Map();
    for (const [symbol, count] of frequencies) flatter.set(symbol, Math.floor(count / 2) + 1);
    return codeLengths(flatter);
  }
  return lengths;
}

/** Canonical codes: the lengths alone say which code each symbol has. */
class Codes {
  constructor(lengths) {
    this.lengths = lengths;
    this.encode = new Map();
    this.decode = new Map();
    let code = 0;
    let previous = 0;
    for (const [symbol, length] of [...lengths].sort(([a, x], [b, y]) => x - y || a - b)) {
      code <<= length - previous;
      previous = length;
      this.encode.set(symbol, [code, length]);
      this.decode.set(Codes.key(length, code), symbol);
      code++;
    }
  }

  static key(length, code) {
    return code * 16 + length;
  }

  static forSymbols(symbols) {
    const frequencies = new Map();
    for (const symbol of symbols) frequencies.set(symbol, (frequencies.get(symbol) ?? 0) + 1);
    return new Codes(codeLengths(frequencies));
  }

  /** Write the lengths of all symbols; of runs of absent ones only how long they are. */
  writeLengths(writer, size) {
    let symbol = 0;
    while (symbol < size) {
      const length = this.lengths.get(symbol) ?? 0;
      writer.write(length, 4);
      symbol++;
      if (length === 0) {
        let run = 0;
        while (symbol < size && run < 63 && !this.lengths.has(symbol)) {
          run++;
          symbol++;
        }
        writer.write(run, 6);
      }
    }
  }

  static readLengths(reader, size) {
    const lengths = new Map();
    let symbol = 0;
    while (symbol < size) {
      const length = reader.read(4);
      if (length > 0) lengths.set(symbol, length);
      else symbol += reader.read(6);
      symbol++;
    }
    if (symbol > size) throw new CorruptData('too many code lengths');
    return new Codes(lengths);
  }

  write(writer, symbol) {
    const [code, length] = this.encode.get(symbol);
    writer.write(code, length);
  }

  read(reader) {
    let code = 0;
    for (let length = 1; length <= MAX_CODE_LENGTH; length++) {
      code = (code << 1) | reader.bit();
      const symbol = this.decode.get(Codes.key(length, code));
      if (symbol !== undefined) return symbol;
    }
    throw new CorruptData('unknown code');
  }
}

// --------------------------------------------------------------------------------------- repeats

/** Finds where the next bytes have stood before; remembers all places of each three bytes. */
class Matcher {
  constructor(data) {
    this.data = data;
    this.head = new Map();
    this.previous = Array(data.length).fill(-1);
  }

  hash(position) {
    const { data } = this;
    return data[position] * 65536 + data[position + 1] * 256 + data[position + 2];
  }

  insert(position) {
    if (position + MIN_MATCH <= this.data.length) {
      const key = this.hash(position);
      this.previous[position] = this.head.get(key) ?? -1;
      this.head.set(key, position);
    }
  }

  /** Return length and distance of the longest repeat, or [0, 0]. */
  longest(position) {
    const { data } = this;
    if (position + MIN_MATCH > data.length) return [0, 0];
    const limit = Math.min(MAX_MATCH, data.length - position);
    let bestLength = 0;
    let bestDistance = 0;
    let candidate = this.head.get(this.hash(position)) ?? -1;
    let tries = CHAIN_LIMIT;
    while (candidate >= 0 && tries > 0 && position - candidate <= WINDOW) {
      if (bestLength === 0 || data[candidate + bestLength] === data[position + bestLength]) {
        let length = MIN_MATCH;
        while (length < limit && data[candidate + length] === data[position + length]) length++;
        if (length > bestLength) {
          bestLength = length;
          bestDistance = position - candidate;
          if (length === limit) break;
        }
      }
      candidate = this.previous[candidate];
      tries--;
    }
    return [bestLength, bestDistance];
  }
}

/** Generate bytes and pairs of length and distance; a repeat waits if the next one is longer. */
function* tokensOf(data) {
  const matcher = new Matcher(data);
  let position = 0;
  let pending = null;
  while (position < data.length) {
    const [length, distance] = pending ?? matcher.longest(position);
    pending = null;
    matcher.insert(position);
    if (length >= MIN_MATCH && position + 1 < data.length) {
      pending = matcher.longest(position + 1);
      if (pending[0] > length) {
        yield data[position];
        position++;
        continue;
      }
    }
    if (length >= MIN_MATCH) {
      yield [length, distance];
      for (let k = position + 1; k < position + length; k++) matcher.insert(k);
      position += length;
      pending = null;
    } else {
      yield data[position];
      position++;
    }
  }
}

// ----------------------------------------------------------------------------------------- blocks

function checksumOf(data) {
  let low = 1;
  let high = 0;
  for (const byte of data) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}

/** Return a symbol for how many bits a distance has, these bits without the first, and their number. */
function splitDistance(distance) {
  const bits = 31 - Math.clz32(distance);
  return [bits, distance - (1 << bits), bits];
}

/** Return a block compressed: checksum, code lengths, codes. */
function packBlock(data) {
  const tokens = [...tokensOf(data)];
  const symbols = tokens.map((token) => (Array.isArray(token) ? FIRST_LENGTH + token[0] - MIN_MATCH : token));
  const codes = Codes.forSymbols([...symbols, END]);
  const distances = tokens.filter((token) => Array.isArray(token)).map((token) => splitDistance(token[1])[0]);
  const distanceCodes = Codes.forSymbols(distances.length > 0 ? distances : [0]);
  const writer = new BitWriter();
  const checksum = checksumOf(data);
  writer.write(Math.floor(checksum / 65536), 16);
  writer.write(checksum % 65536, 16);
  codes.writeLengths(writer, LENGTH_SYMBOLS);
  distanceCodes.writeLengths(writer, 13);
  for (const [k, token] of tokens.entries()) {
    codes.write(writer, symbols[k]);
    if (symbols[k] > END) {
      const [distanceSymbol, extra, bits] = splitDistance(token[1]);
      distanceCodes.write(writer, distanceSymbol);
      writer.write(extra, bits);
    }
  }
  codes.write(writer, END);
  return writer.finish();
}

function unpackBlock(packed) {
  const reader = new BitReader(packed);
  const expected = reader.read(16) * 65536 + reader.read(16);
  const codes = Codes.readLengths(reader, LENGTH_SYMBOLS);
  const distanceCodes = Codes.readLengths(reader, 13);
  const output = [];
  for (;;) {
    const symbol = codes.read(reader);
    if (symbol < END) {
      output.push(symbol);
    } else if (symbol === END) {
      break;
    } else {
      const bits = distanceCodes.read(reader);
      const distance = (1 << bits) + reader.read(bits);
      const start = output.length - distance;
      if (start < 0) throw new CorruptData('distance before the beginning');
      const end = start + symbol - FIRST_LENGTH + MIN_MATCH;
      for (let k = start; k < end; k++) output.push(output[k]);
    }
    if (output.length > BLOCK) throw new CorruptData('block too long');
  }
  if (checksumOf(output) !== expected) throw new CorruptData('wrong checksum');
  return output;
}

// ------------------------------------------------------------------------------------------- data

const WORDS = (
  'the quick wind over brown hills carries seeds of summer grass and slow water finds its way between ' +
  'stones where nobody has walked since winter came early that year'
).split(' ');

function bytesOf(text) {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function makeText(random, size) {
  const pieces = [];
  let length = 0;
  while (length < size) {
    const a = random.below(WORDS.length);
    const b = random.below(WORDS.length);
    const word = WORDS[Math.min(a, b)];
    pieces.push(word + (random.below(9) === 0 ? '. ' : ' '));
    length += pieces.at(-1).length;
  }
  return bytesOf(pieces.join('').slice(0, size));
}

/** Rows of a table: counters, a few names and small numbers. */
function makeRecords(random, size) {
  const lines = [];
  let length = 0;
  let serial = 100000;
  while (length < size) {
    serial += 1 + random.below(3);
    const name = WORDS[random.below(8)];
    lines.push(`${serial};${name};${random.below(100)};${random.below(2)};open\n`);
    length += lines.at(-1).length;
  }
  return bytesOf(lines.join('').slice(0, size));
}

function makeNoise(random, size) {
  return Array.from({ length: size }, () => (random.below(3) !== 0 ? random.below(256) : 0));
}

const MAKERS = [['text', makeText], ['records', makeRecords], ['noise', makeNoise]];

function add(map, key, amount) {
  map.set(key, (map.get(key) ?? 0) + amount);
}

function main() {
  const kilobytes = Number(process.argv[2] ?? 61);
  const random = new Random(1977);
  const plain = new Map();
  const packedSize = new Map();
  const blocks = new Map();
  const complaints = new Map();
  let checksum = 0;
  const count = Math.max(1, Math.floor((kilobytes * 1024) / BLOCK));
  for (let number = 0; number < count; number++) {
    const [name, make] = MAKERS[number % 3];
    const data = make(random, BLOCK);
    const packed = packBlock(data);
    const unpacked = unpackBlock(packed);
    if (unpacked.length !== data.length || unpacked.some((byte, k) => byte !== data[k])) {
      throw new Error(`block ${number} comes back changed`);
    }
    add(plain, name, data.length);
    add(packedSize, name, packed.length);
    add(blocks, name, 1);
    checksum = (checksum * 31 + checksumOf(packed)) % 1000000007;
    if (number % 4 === 0) {
      const bit = random.below(8);
      packed[random.below(packed.length)] ^= 1 << bit;
      let complaint = 'not noticed';
      try {
        unpackBlock(packed);
      } catch (error) {
        if (!(error instanceof CorruptData)) throw error;
        complaint = error.message;
      }
      add(complaints, complaint, 1);
    }
  }
  for (const name of [...plain.keys()].sort()) {
    const before = plain.get(name);
    const after = packedSize.get(name);
    console.log(`${name}: ${blocks.get(name)} blocks, ${before} bytes become ${after}, ${(after / before).toFixed(6)}`);
  }
  for (const complaint of [...complaints.keys()].sort()) {
    console.log(`damaged: ${complaint}: ${complaints.get(complaint)}`);
  }
  console.log(`checksum ${checksum}`);
}

main();
