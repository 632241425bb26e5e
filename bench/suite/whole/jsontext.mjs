// A parser and a writer for JSON, by hand: the twin of jsontext.py.
//
// Usage: node jsontext.mjs [documents]

const WHITESPACE = ' \t\n\r';
const DIGITS = '0123456789';
const ESCAPES = new Map([
  ['"', '"'], ['\\', '\\'], ['/', '/'], ['b', '\b'], ['f', '\f'], ['n', '\n'], ['r', '\r'], ['t', '\t'],
]);
const SHORT_ESCAPES = new Map([
  ['"', '\\"'], ['\\', '\\\\'], ['\b', '\\b'], ['\f', '\\f'], ['\n', '\\n'], ['\r', '\\r'], ['\t', '\\t'],
]);

/** A text that is not JSON; knows the line and the column. */
class JsonError extends Error {
  constructor(message, text, position) {
    const before = text.slice(0, position);
    const line = before.split('\n').length;
    const column = position - before.lastIndexOf('\n');
    super(`${message} at line ${line}, column ${column}`);
    this.line = line;
    this.column = column;
  }
}

class Parser {
  static LITERALS = new Map([['t', ['true', true]], ['f', ['false', false]], ['n', ['null', null]]]);

  constructor(text, maxDepth = 100) {
    this.text = text;
    this.position = 0;
    this.depth = 0;
    this.maxDepth = maxDepth;
  }

  error(message, position = this.position) {
    return new JsonError(message, this.text, position);
  }

  parse() {
    const value = this.parseValue();
    this.skipWhitespace();
    if (this.position < this.text.length) throw this.error('text after the end');
    return value;
  }

  skipWhitespace() {
    const text = this.text;
    let position = this.position;
    while (position < text.length && WHITESPACE.includes(text[position])) position++;
    this.position = position;
  }

  /** Return the next character that is not white space. */
  peek() {
    this.skipWhitespace();
    if (this.position >= this.text.length) throw this.error('unexpected end');
    return this.text[this.position];
  }

  expect(character) {
    if (this.peek() !== character) throw this.error(`expected ${character}`);
    this.position++;
  }

  parseValue() {
    const character = this.peek();
    if (character === '"') return this.parseString();
    if (character === '{') return this.nested(() => this.parseObject());
    if (character === '[') return this.nested(() => this.parseArray());
    if (character === '-' || DIGITS.includes(character)) return this.parseNumber();
    if (Parser.LITERALS.has(character)) {
      const [word, value] = Parser.LITERALS.get(character);
      if (this.text.startsWith(word, this.position)) {
        this.position += word.length;
        return value;
      }
    }
    throw this.error('expected a value');
  }

  nested(parse) {
    this.depth++;
    if (this.depth > this.maxDepth) throw this.error('nested too deeply');
    const value = parse();
    this.depth--;
    return value;
  }

  parseObject() {
    this.expect('{');
    const members = new Map();
    if (this.peek() === '}') {
      this.position++;
      return members;
    }
    for (;;) {
      if (this.peek() !== '"') throw this.error('expected a key');
      const start = this.position;
      const key = this.parseString();
      if (members.has(key)) throw this.error(`duplicate key ${key}`, start);
      this.expect(':');
      members.set(key, this.parseValue());
      if (this.peek() === ',') {
        this.position++;
      } else {
        this.expect('}');
        return members;
      }
    }
  }

  parseArray() {
    this.expect('[');
    const items = [];
    if (this.peek() === ']') {
      this.position++;
      return items;
    }
    for (;;) {
      items.push(this.parseValue());
      if (this.peek() === ',') {
        this.position++;
      } else {
        this.expect(']');
        return items;
      }
    }
  }

  /** Read a string in pieces: stretches without a backslash are taken over as they are. */
  parseString() {
    const text = this.text;
    let position = this.position + 1;
    let start = position;
    const pieces = [];
    for (;;) {
      if (position >= text.length) throw this.error('string without an end');
      const character = text[position];
      if (character === '"') {
        pieces.push(text.slice(start, position));
        this.position = position + 1;
        return pieces.join('');
      }
      if (character === '\\') {
        pieces.push(text.slice(start, position));
        const [decoded, next] = this.parseEscape(position + 1);
        pieces.push(decoded);
        start = position = next;
      } else if (character < ' ') {
        throw this.error('control character in a string', position);
      } else {
        position++;
      }
    }
  }

  parseEscape(position) {
    const character = this.text[position];
    if (ESCAPES.has(character)) return [ESCAPES.get(character), position + 1];
    if (character === 'u') {
      const digits = this.text.slice(position + 1, position + 5);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw this.error('bad unicode escape', position);
      return [String.fromCharCode(Number.parseInt(digits, 16)), position + 5];
    }
    throw this.error('unknown escape', position);
  }

  skipDigits() {
    const start = this.position;
    const text = this.text;
    while (this.position < text.length && DIGITS.includes(text[this.position])) this.position++;
    if (this.position === start) throw this.error('expected a digit');
  }

  parseNumber() {
    const text = this.text;
    const start = this.position;
    if (text[start] === '-') this.position++;
    if (text[this.position] === '0') this.position++;
    else this.skipDigits();
    if (text[this.position] === '.') {
      this.position++;
      this.skipDigits();
    }
    if (text[this.position] === 'e' || text[this.position] === 'E') {
      this.position++;
      if (text[this.position] === '+' || text[this.position] === '-') this.position++;
      this.skipDigits();
    }
    return Number(text.slice(start, this.position));
  }
}

/** Collects pieces of text; subclasses say what stands between the parts of a container. */
class Writer {
  constructor() {
    this.pieces = [];
  }

  dump(value) {
    this.pieces = [];
    this.write(value, 0);
    return this.pieces.join('');
  }

  write(value, depth) {
    if (value === null) {
      this.pieces.push('null');
    } else if (value === true) {
      this.pieces.push('true');
    } else if (value === false) {
      this.pieces.push('false');
    } else if (typeof value === 'string') {
      this.pieces.push(quote(value));
    } else if (typeof value === 'number') {
      this.pieces.push(String(value));
    } else if (Array.isArray(value)) {
      this.writeContainer('[', ']', value, depth, (item, inner) => this.write(item, inner));
    } else if (value instanceof Map) {
      this.writeContainer('{', '}', this.members(value), depth, (member, inner) => this.writeMember(member, inner));
    } else {
      throw new TypeError(`cannot write a ${typeof value}`);
    }
  }

  writeMember([key, value], depth) {
    this.pieces.push(quote(key));
    this.pieces.push(this.colon);
    this.write(value, depth);
  }

  writeContainer(opening, closing, items, depth, write) {
    const pieces = this.pieces;
    pieces.push(opening);
    if (items.length > 0) {
      let first = true;
      for (const item of items) {
        if (!first) pieces.push(',');
        first = false;
        this.newLine(depth + 1);
        write(item, depth + 1);
      }
      this.newLine(depth);
    }
    pieces.push(closing);
  }
}

class CompactWriter extends Writer {
  get colon() {
    return ':';
  }

  members(value) {
    return [...value];
  }

  newLine(_depth) {}
}

class PrettyWriter extends Writer {
  constructor(indent = 2) {
    super();
    this.indent = ' '.repeat(indent);
  }

  get colon() {
    return ': ';
  }

  members(value) {
    return [...value].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  newLine(depth) {
    this.pieces.push(`\n${this.indent.repeat(depth)}`);
  }
}

/** Return a string as JSON, everything beyond ASCII as an escape. */
function quote(text) {
  const pieces = ['"'];
  for (const character of text) {
    const escaped = SHORT_ESCAPES.get(character);
    if (escaped !== undefined) pieces.push(escaped);
    else if (character >= ' ' && character <= '~') pieces.push(character);
    else pieces.push(`\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  }
  pieces.push('"');
  return pieces.join('');
}

/** Makes documents up: orders of a shop, with everything JSON has. */
class Maker {
  static NAMES = ['Ada', 'Bjørn', 'Chloé', 'Dmitri', 'Esra', 'Fílip', 'Gudrun', 'Hélène', 'Ivan', 'Jürgen'];
  static WORDS =
    'tea cup lamp chair table "oak" back\\slash tab\tbed line\nbreak ½ kg 20 € sofa shelf rug'.split(' ');

  constructor(seed) {
    this.state = seed;
  }

  below(limit) {
    this.state = (this.state * 3877 + 29573) % 139968;
    return Math.floor((this.state * limit) / 139968);
  }

  pick(choices) {
    return choices[this.below(choices.length)];
  }

  /** Return an array of `count` results of `make`. */
  many(count, make) {
    return Array.from({ length: count }, make);
  }

  text(count) {
    return this.many(count, () => this.pick(Maker.WORDS)).join(' ');
  }

  price() {
    return this.below(500) + (2 * this.below(32) + 1) / 64;
  }

  line() {
    const line = new Map();
    line.set('article', this.text(1 + this.below(2)));
    line.set('count', 1 + this.below(9));
    line.set('price', this.price());
    if (this.below(3) === 0) line.set('discount', -this.price() / 8);
    return line;
  }

  address() {
    return new Map([
      ['street', this.text(2)],
      ['number', this.below(200)],
      ['zip', String(this.below(99999)).padStart(5, '0')],
      ['floor', null],
    ]);
  }

  tree(depth) {
    if (depth === 0) return this.below(1000) - 500;
    return this.many(this.below(4), () => this.tree(depth - 1));
  }

  customer() {
    return new Map([
      ['name', this.pick(Maker.NAMES)],
      ['address', this.address()],
      ['vip', this.below(4) === 0],
    ]);
  }

  document(number) {
    return new Map([
      ['id', number],
      ['customer', this.customer()],
      ['lines', this.many(2 + this.below(5), () => this.line())],
      ['notes', this.many(this.below(3), () => this.text(4))],
      ['tree', this.tree(3)],
      ['empty', [new Map(), [], '']],
    ]);
  }
}

/** Generate all pairs of a path and a value without parts. */
function* walk(value, path = []) {
  if (value instanceof Map) {
    for (const [key, part] of value) yield* walk(part, [...path, key]);
  } else if (Array.isArray(value)) {
    for (const [index, part] of value.entries()) yield* walk(part, [...path, index]);
  } else {
    yield [path, value];
  }
}

/** Whether two documents have the same shape and the same values. */
function equal(a, b) {
  if (a instanceof Map) {
    if (!(b instanceof Map) || a.size !== b.size) return false;
    for (const [key, value] of a) {
      if (!b.has(key) || !equal(value, b.get(key))) return false;
    }
    return true;
  }
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => equal(item, b[index]));
  }
  return a === b;
}

class Statistics {
  constructor() {
    this.kinds = new Map();
    this.deepest = 0;
    this.characters = 0;
    this.sum = 0;
  }

  count(document) {
    for (const [path, value] of walk(document)) {
      let kind;
      if (value === null || value === true || value === false) {
        kind = 'literal';
      } else if (typeof value === 'string') {
        kind = 'string';
        this.characters += value.length;
      } else {
        kind = 'number';
        this.sum += value;
      }
      this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
      this.deepest = Math.max(this.deepest, path.length);
    }
  }
}

function checksum(text, start = 7) {
  let result = start;
  for (let k = 0; k < text.length; k += 3) result = (result * 33 + text.charCodeAt(k)) % 1000003;
  return result;
}

/** Replace one character by something that is seldom right. */
function damage(text, position) {
  return `${text.slice(0, position)}?${text.slice(position + 1)}`;
}

const BROKEN = [
  '', '{', '[1, 2', '{"a" 1}', '{"a": 1,}', '[01]', '[1.]', '[-]', '["\\x"]', '["\\u12"]', '[1]\n\n  x', 'nul',
  '{"a": 1, "a": 2}', '["a\nb"]', '['.repeat(101), '\n["abc', '[1e]',
];

function tryParse(text) {
  try {
    return [new Parser(text).parse(), null];
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return [null, error];
  }
}

function sortedEntries(map) {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function main() {
  const documents = Number(process.argv[2] ?? 240);
  const maker = new Maker(42);
  const compact = new CompactWriter();
  const pretty = new PrettyWriter();
  const statistics = new Statistics();
  const complaints = new Map();
  let total = 0;
  let sumCompact = 0;
  let sumPretty = 0;
  for (let number = 0; number < documents; number++) {
    const document = maker.document(number);
    const text = compact.dump(document);
    const parsed = new Parser(text).parse();
    if (!equal(parsed, document)) throw new Error(`document ${number} comes back changed`);
    const longText = pretty.dump(parsed);
    const again = new Parser(longText).parse();
    if (compact.dump(again) !== compact.dump(new Parser(pretty.dump(document)).parse())) {
      throw new Error(`document ${number} is not written the same twice`);
    }
    statistics.count(again);
    total += text.length + longText.length;
    sumCompact = checksum(text, sumCompact);
    sumPretty = checksum(longText, sumPretty);
    const [, error] = tryParse(damage(text, maker.below(text.length)));
    const complaint = error === null ? 'none' : error.message.split(' at ')[0];
    complaints.set(complaint, (complaints.get(complaint) ?? 0) + 1);
  }

  for (const text of BROKEN) {
    const [, error] = tryParse(text);
    console.log(`${String(text.length).padStart(4)} ${error.message}`);
  }
  const [number] = tryParse('{"small": 2.5E-2, "list": [1.25e1, -0.5, 12345678901]}');
  console.log(compact.dump(number));
  console.log(`${documents} documents, ${total} characters, checksums ${sumCompact} ${sumPretty}`);
  const kinds = sortedEntries(statistics.kinds).map(([kind, count]) => `${count} ${kind}s`).join(', ');
  const sum = statistics.sum.toFixed(6);
  console.log(`${kinds}, depth ${statistics.deepest}, ${statistics.characters} in strings, sum ${sum}`);
  console.log(sortedEntries(complaints).map(([complaint, count]) => `${complaint}: ${count}`).join(', '));
}

main();
