// Regular expressions with NFA, DFA on demand and smallest DFA: the twin of regexes.py.
//
// Usage: node regexes.mjs [rounds]

class RegexError extends Error {
  constructor(message, pattern, position) {
    super(`${message} at ${position} in ${pattern}`);
    this.position = position;
  }
}

// -------------------------------------------------------------------------------------- alphabet

const ALPHABET = Array.from({ length: 95 }, (_, k) => String.fromCharCode(32 + k));

function without(characters) {
  return new Set(ALPHABET.filter((character) => !characters.has(character)));
}

const DIGITS = new Set('0123456789');
const WORD = new Set(ALPHABET.filter((character) => /[a-zA-Z0-9_]/.test(character)));
const SPACE = new Set(' ');
const ANY = new Set(ALPHABET);
const CLASSES = new Map([
  ['d', DIGITS], ['w', WORD], ['s', SPACE], ['D', without(DIGITS)], ['W', without(WORD)], ['S', without(SPACE)],
]);

// ------------------------------------------------------------------------------------------ tree

class Node {
  /** Add states for this expression to an automaton; return the first and the last. */
  build(_nfa) {
    throw new Error('not implemented');
  }
}

class Empty extends Node {
  build(nfa) {
    const state = nfa.newState();
    return [state, state];
  }
}

class Characters extends Node {
  constructor(characters) {
    super();
    this.characters = characters;
  }

  build(nfa) {
    const start = nfa.newState();
    const end = nfa.newState();
    nfa.edges[start].push([this.characters, end]);
    return [start, end];
  }
}

class Sequence extends Node {
  constructor(parts) {
    super();
    this.parts = parts;
  }

  build(nfa) {
    const [firstPart, ...rest] = this.parts;
    let [start, end] = firstPart.build(nfa);
    for (const part of rest) {
      const [nextStart, nextEnd] = part.build(nfa);
      nfa.free[end].push(nextStart);
      end = nextEnd;
    }
    return [start, end];
  }
}

class Alternatives extends Node {
  constructor(options) {
    super();
    this.options = options;
  }

  build(nfa) {
    const start = nfa.newState();
    const end = nfa.newState();
    for (const option of this.options) {
      const [first, last] = option.build(nfa);
      nfa.free[start].push(first);
      nfa.free[last].push(end);
    }
    return [start, end];
  }
}

/** At least `low` times, at most `high` times; without limit if that is null. */
class Repeat extends Node {
  constructor(body, low, high) {
    super();
    this.body = body;
    this.low = low;
    this.high = high;
  }

  build(nfa) {
    const start = nfa.newState();
    let end = start;
    for (let k = 0; k < this.low; k++) {
      const [first, last] = this.body.build(nfa);
      nfa.free[end].push(first);
      end = last;
    }
    if (this.high === null) {
      const [first, last] = this.body.build(nfa);
      const after = nfa.newState();
      nfa.free[end].push(first, after);
      nfa.free[last].push(first, after);
      return [start, after];
    }
    const after = nfa.newState();
    for (let k = this.low; k < this.high; k++) {
      const [first, last] = this.body.build(nfa);
      nfa.free[end].push(first, after);
      end = last;
    }
    nfa.free[end].push(after);
    return [start, after];
  }
}

class Parser {
  static SPECIAL = new Set('()[]{}|*+?.\\');

  constructor(pattern) {
    this.pattern = pattern;
    this.position = 0;
  }

  error(message) {
    return new RegexError(message, this.pattern, this.position);
  }

  /** The next character, or an empty string. */
  get next() {
    return this.pattern.charAt(this.position);
  }

  take() {
    const character = this.next;
    if (character === '') throw this.error('unexpected end');
    this.position++;
    return character;
  }

  accept(character) {
    if (this.next !== character) return false;
    this.position++;
    return true;
  }

  parse() {
    const node = this.alternatives();
    if (this.next !== '') throw this.error(`unexpected ${this.next}`);
    return node;
  }

  alternatives() {
    const options = [this.sequence()];
    while (this.accept('|')) options.push(this.sequence());
    return options.length === 1 ? options[0] : new Alternatives(options);
  }

  sequence() {
    const parts = [];
    while (this.next !== '' && this.next !== '|' && this.next !== ')') parts.push(this.repeated());
    if (parts.length === 0) return new Empty();
    return parts.length === 1 ? parts[0] : new Sequence(parts);
  }

  repeated() {
    let node = this.atom();
    for (;;) {
      if (this.accept('*')) {
        node = new Repeat(node, 0, null);
      } else if (this.accept('+')) {
        node = new Repeat(node, 1, null);
      } else if (this.accept('?')) {
        node = new Repeat(node, 0, 1);
      } else if (this.accept('{')) {
        const low = this.number();
        let high = low;
        if (this.accept(',')) high = this.next === '}' ? null : this.number();
        if (!this.accept('}')) throw this.error('expected }');
        if (high !== null && high < low) throw this.error('limits in the wrong order');
        node = new Repeat(node, low, high);
      } else {
        return node;
      }
    }
  }

  number() {
    const start = this.position;
    while (DIGITS.has(this.next)) this.position++;
    if (start === this.position) throw this.error('expected a number');
    return Number(this.pattern.slice(start, this.position));
  }

  atom() {
    const character = this.take();
    if (character === '(') {
      const node = this.alternatives();
      if (!this.accept(')')) throw this.error('expected )');
      return node;
    }
    if (character === '[') return new Characters(this.setOfCharacters());
    if (character === '.') return new Characters(ANY);
    if (character === '\\') return new Characters(this.escape());
    if (Parser.SPECIAL.has(character)) {
      this.position--;
      throw this.error(`unexpected ${character}`);
    }
    return new Characters(new Set(character));
  }

  escape() {
    const character = this.take();
    if (CLASSES.has(character)) return CLASSES.get(character);
    if (WORD.has(character)) {
      this.position--;
      throw this.error(`unknown escape ${character}`);
    }
    return new Set(character);
  }

  setOfCharacters() {
    const negated = this.accept('^');
    const members = new Set();
    while (!this.accept(']')) {
      const character = this.take();
      const afterNext = this.pattern.charAt(this.position + 1);
      if (character === '\\') {
        for (const member of this.escape()) members.add(member);
      } else if (this.next === '-' && afterNext !== ']' && afterNext !== '') {
        this.position++;
        const last = this.take().charCodeAt(0);
        for (let code = character.charCodeAt(0); code <= last; code++) members.add(String.fromCharCode(code));
      } else {
        members.add(character);
      }
    }
    return negated ? without(members) : members;
  }
}

// -------------------------------------------------------------------------------------- automata

class Nfa {
  constructor(node) {
    this.edges = [];
    this.free = [];
    [this.start, this.end] = node.build(this);
  }

  newState() {
    this.edges.push([]);
    this.free.push([]);
    return this.edges.length - 1;
  }

  /** Return the states that can be reached without a character, in ascending order. */
  closure(states) {
    const reached = new Set(states);
    const todo = [...reached];
    while (todo.length > 0) {
      for (const state of this.free[todo.pop()]) {
        if (!reached.has(state)) {
          reached.add(state);
          todo.push(state);
        }
      }
    }
    return [...reached].sort((a, b) => a - b);
  }

  step(states, character) {
    const following = new Set();
    for (const state of states) {
      for (const [characters, target] of this.edges[state]) {
        if (characters.has(character)) following.add(target);
      }
    }
    return this.closure(following);
  }

  /** Return the end of the longest match that begins at `start`, or -1. */
  longest(text, start) {
    let states = this.closure([this.start]);
    let best = states.includes(this.end) ? start : -1;
    for (let position = start; position < text.length; position++) {
      states = this.step(states, text[position]);
      if (states.length === 0) break;
      if (states.includes(this.end)) best = position + 1;
    }
    return best;
  }
}

class DfaState {
  constructor(key, states, accepting) {
    this.key = key;
    this.states = states;
    this.accepting = accepting;
    this.moves = new Map();
  }
}

/** Deterministic states are made when they are needed, and kept. */
class LazyDfa {
  constructor(nfa) {
    this.nfa = nfa;
    this.known = new Map();
    this.made = 0;
    this.start = this.stateFor(nfa.closure([nfa.start]));
  }

  stateFor(states) {
    const key = states.join(',');
    let state = this.known.get(key);
    if (state === undefined) {
      state = new DfaState(key, states, states.includes(this.nfa.end));
      this.known.set(key, state);
      this.made++;
    }
    return state;
  }

  longest(text, start) {
    let state = this.start;
    let best = state.accepting ? start : -1;
    let position = start;
    while (position < text.length) {
      const character = text[position];
      let following = state.moves.get(character);
      if (following === undefined) {
        following = this.stateFor(this.nfa.step(state.states, character));
        state.moves.set(character, following);
      }
      if (following.states.length === 0) break;
      state = following;
      position++;
      if (state.accepting) best = position;
    }
    return best;
  }
}

/** The smallest deterministic automaton, by refinement of sets of equivalent states. */
class SmallDfa {
  constructor(nfa) {
    this.groups = SmallDfa.characterGroups(nfa);
    const lazy = new LazyDfa(nfa);
    const states = [lazy.start];
    const numbers = new Map([[lazy.start.key, 0]]);
    const table = [];
    for (const state of states) {
      const row = [];
      for (const group of this.groups) {
        const following = lazy.stateFor(nfa.step(state.states, group[0]));
        if (!numbers.has(following.key)) {
          numbers.set(following.key, states.length);
          states.push(following);
        }
        row.push(numbers.get(following.key));
      }
      table.push(row);
    }
    this.fullSize = states.length;
    this.minimise(table, states.map((state) => state.accepting));
    this.groupOf = new Map();
    for (const [k, group] of this.groups.entries()) {
      for (const character of group) this.groupOf.set(character, k);
    }
  }

  /** Split the alphabet into characters that no edge tells apart. */
  static characterGroups(nfa) {
    const groups = new Map();
    const sets = [];
    for (const edges of nfa.edges) {
      for (const [characters] of edges) {
        if (!sets.includes(characters)) sets.push(characters);
      }
    }
    for (const character of ALPHABET) {
      const signature = sets.map((characters) => (characters.has(character) ? '1' : '0')).join('');
      const group = groups.get(signature);
      if (group === undefined) groups.set(signature, [character]);
      else group.push(character);
    }
    return [...groups.values()];
  }

  minimise(table, accepting) {
    let blockOf = accepting.map((accepts) => (accepts ? 1 : 0));
    let count = new Set(blockOf).size;
    for (;;) {
      const signatures = new Map();
      const refined = [];
      for (const [state, row] of table.entries()) {
        const signature = `${blockOf[state]}:${row.map((target) => blockOf[target]).join(',')}`;
        if (!signatures.has(signature)) signatures.set(signature, signatures.size);
        refined.push(signatures.get(signature));
      }
      blockOf = refined;
      if (signatures.size === count) break;
      count = signatures.size;
    }
    this.size = count;
    this.table = Array(count).fill(null);
    this.accepting = Array(count).fill(false);
    for (const [state, row] of table.entries()) {
      this.table[blockOf[state]] = row.map((target) => blockOf[target]);
      this.accepting[blockOf[state]] = accepting[state];
    }
    this.start = blockOf[0];
  }

  longest(text, start) {
    let state = this.start;
    let best = this.accepting[state] ? start : -1;
    for (let position = start; position < text.length; position++) {
      state = this.table[state][this.groupOf.get(text[position])];
      if (this.accepting[state]) best = position + 1;
    }
    return best;
  }
}

class Regex {
  constructor(pattern) {
    this.pattern = pattern;
    this.nfa = new Nfa(new Parser(pattern).parse());
    this.automaton = new LazyDfa(this.nfa);
  }

  /** Generate begin and end of all matches that do not overlap, the longest at each place. */
  *findAll(text) {
    let position = 0;
    while (position < text.length) {
      const end = this.automaton.longest(text, position);
      if (end > position) {
        yield [position, end];
        position = end;
      } else {
        position++;
      }
    }
  }

  replace(text, make) {
    const pieces = [];
    let last = 0;
    for (const [start, end] of this.findAll(text)) {
      pieces.push(text.slice(last, start));
      pieces.push(make(text.slice(start, end)));
      last = end;
    }
    pieces.push(text.slice(last));
    return pieces.join('');
  }
}

// ------------------------------------------------------------------------------------------- use

const PATTERNS = [
  String.raw`\d{1,3}(\.\d{1,3}){3}`,
  String.raw`\d\d:\d\d(:\d\d)?`,
  String.raw`(GET|PUT|POST) /[\w/]*(\.\w+)?`,
  String.raw`[A-Z][a-z]+( [A-Z][a-z]+)*`,
  String.raw`\w+@\w+(\.\w+)+`,
  String.raw`(a|b)*abb`,
  String.raw`-?\d+(\.\d*)?([eE][+\-]?\d+)?`,
  String.raw`[^aeiou ]{4,}`,
  String.raw`user=(\w+|\?) id=\d*[02468]`,
  String.raw`(x+x+)+y`,
  String.raw`\w*([aeiou])\w*ing`,
  String.raw`([0-9a-f]{2}:){3,5}[0-9a-f]{2}`,
];

const WRONG = ['(ab', 'a)', '*a', '[abc', 'a{3', 'a{4,2}', '\\q', 'a{,2}', 'x|y)'];

class Random {
  constructor(seed) {
    this.state = seed;
  }

  below(limit) {
    this.state = (this.state * 9301 + 49297) % 233280;
    return Math.floor((this.state * limit) / 233280);
  }

  pick(items) {
    return items[this.below(items.length)];
  }
}

function many(length, make) {
  return Array.from({ length }, make);
}

class LogMaker {
  static NAMES = ['Anna Lind', 'Bo', 'Carl Otto Berg', 'Dora', 'Emil Falk'];
  static WORDS = ['loading', 'rhythm', 'abbabb', 'string', 'xxxxxxz', 'sphinx', 'waiting', 'aabb', 'crypt'];
  static PATHS = ['/', '/index.html', '/img/a.png', '/api/v2/items', '/x'];

  constructor(random) {
    this.random = random;
  }

  time() {
    return [24, 60, 60].map((limit) => String(this.random.below(limit)).padStart(2, '0')).join(':');
  }

  address() {
    return many(4, () => this.random.below(256)).join('.');
  }

  word() {
    return this.random.pick(LogMaker.WORDS);
  }

  line() {
    const { random } = this;
    switch (random.below(6)) {
      case 0: {
        const head = `${this.time()} ${this.address()}`;
        return `${head} ${random.pick(['GET', 'PUT', 'HEAD'])} ${random.pick(LogMaker.PATHS)} 200`;
      }
      case 1:
        return `${this.time()} mail from ${this.word()}@example.${random.pick(['org', 'co.uk'])} accepted`;
      case 2:
        return `${random.pick(LogMaker.NAMES)} wrote ${this.word()} ${this.word()}`;
      case 3: {
        const user = random.pick(['guest', '?', 'root']);
        return `user=${user} id=${random.below(5000)} load ${random.below(100)}.5e-3`;
      }
      case 4: {
        const digits = '0123456789abcdef';
        const device = many(6, () => random.pick(digits) + random.pick(digits)).join(':');
        return `device ${device} ${this.word()} -${random.below(50)}`;
      }
      default:
        return many(5, () => this.word()).join(' ');
    }
  }
}

function checksumOf(text, start) {
  let result = start;
  for (let k = 0; k < text.length; k++) result = (result * 31 + text.charCodeAt(k)) % 1000000007;
  return result;
}

function main() {
  const rounds = Number(process.argv[2] ?? 50);
  const maker = new LogMaker(new Random(777));
  const matches = Array(PATTERNS.length).fill(0);
  const lengths = Array(PATTERNS.length).fill(0);
  const sizes = [];
  let checksum = 0;
  let made = 0;
  for (let number = 0; number < rounds; number++) {
    const regexes = PATTERNS.map((pattern) => new Regex(pattern));
    const lines = many(16, () => maker.line());
    for (const line of lines) {
      for (const [k, regex] of regexes.entries()) {
        for (const [start, end] of regex.findAll(line)) {
          matches[k]++;
          lengths[k] += end - start;
        }
      }
    }
    for (const [k, regex] of regexes.entries()) {
      made += regex.automaton.made;
      const line = lines[(number + k) % lines.length];
      const replaced = regex.replace(line, (found) => `<${found.toUpperCase()}>`);
      checksum = checksumOf(replaced, checksum);
      const expected = regex.nfa.longest(line, number % line.length);
      if (expected !== regex.automaton.longest(line, number % line.length)) {
        throw new Error(`automata of ${regex.pattern} differ`);
      }
    }
    const chosen = regexes[number % PATTERNS.length];
    const small = new SmallDfa(chosen.nfa);
    if (number < PATTERNS.length) sizes.push(`${small.fullSize}>${small.size}`);
    for (const line of lines) {
      if (small.longest(line, 0) !== chosen.automaton.longest(line, 0)) {
        throw new Error('the smallest automaton differs');
      }
    }
  }
  for (const [k, pattern] of PATTERNS.entries()) {
    const counts = `${String(matches[k]).padStart(7)} matches, ${String(lengths[k]).padStart(8)} characters`;
    console.log(`${pattern.padEnd(34)} ${counts}`);
  }
  for (const pattern of WRONG) {
    try {
      new Regex(pattern);
      console.log(`${pattern} is fine`);
    } catch (error) {
      if (!(error instanceof RegexError)) throw error;
      console.log(`error: ${error.message}`);
    }
  }
  console.log(`${made} states made, sizes ${sizes.join(' ')}, checksum ${checksum}`);
}

main();
