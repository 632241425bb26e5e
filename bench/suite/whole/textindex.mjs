// A text indexer with ranking, phrases and a language of queries: the twin of textindex.py.
//
// Usage: node textindex.mjs [shelves]

const STOP_WORDS = new Set(['the', 'of', 'and', 'or', 'not', 'a', 'in', 'to', 'is', 'that', 'it', 'with']);
const ENDINGS = ['ings', 'ing', 'edly', 'ed', 'ness', 'es', 's', 'ly'];
const VOWELS = new Set('aeiou');
const K1 = 1.2;
const B = 0.75;

class QueryError extends Error {}

class Random {
  constructor(seed) {
    this.state = seed;
  }

  uniform() {
    this.state = (this.state * 16807) % 2147483647;
    return this.state / 2147483647;
  }

  below(limit) {
    return Math.floor(this.uniform() * limit);
  }

  pick(items) {
    return items[this.below(items.length)];
  }
}

function count(map, key, amount = 1) {
  map.set(key, (map.get(key) ?? 0) + amount);
}

/** Return an array of `length` results of `make`. */
function many(length, make) {
  return Array.from({ length }, make);
}

// ------------------------------------------------------------------------------------- documents

const ONSETS = ['b', 'br', 'c', 'd', 'f', 'g', 'gr', 'h', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'tr', 'v'];
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ea', 'oo'];
const CODAS = ['', '', 'n', 'r', 'l', 't', 'ck', 'm'];

/** Return different words made of syllables, the short ones first. */
function makeVocabulary(random, size) {
  const words = new Set();
  while (words.size < size) {
    const syllables = 1 + Math.floor((words.size * 3) / size);
    const word = many(syllables, () => random.pick(ONSETS) + random.pick(NUCLEI) + random.pick(CODAS)).join('');
    if (!STOP_WORDS.has(word)) words.add(word);
  }
  return [...words];
}

/** Writes articles: sentences of words that belong to a few topics, with endings and stop words. */
class Writer {
  constructor(random, vocabulary) {
    this.random = random;
    this.vocabulary = vocabulary;
    this.stopWords = [...STOP_WORDS].sort();
  }

  word(topic) {
    const { random, vocabulary } = this;
    if (random.below(3) === 0) return random.pick(this.stopWords);
    const u = random.uniform();
    const position = Math.floor(u * u * u * vocabulary.length);
    const word = vocabulary[(position * 7 + topic) % vocabulary.length];
    return random.below(4) === 0 ? word + random.pick(['s', 'ed', 'ing', 'ly', 'ness']) : word;
  }

  sentence(topic) {
    const words = many(5 + this.random.below(10), () => this.word(topic));
    words[0] = words[0][0].toUpperCase() + words[0].slice(1);
    if (words.length > 9) words[5] += ',';
    return words.join(' ') + this.random.pick(['.', '.', '!', '?']);
  }

  article() {
    const topic = this.random.below(12) * 31;
    return many(3 + this.random.below(6), () => this.sentence(topic)).join(' ');
  }
}

// ----------------------------------------------------------------------------------------- words

function isAlphanumeric(character) {
  return (
    (character >= 'a' && character <= 'z') ||
    (character >= 'A' && character <= 'Z') ||
    (character >= '0' && character <= '9')
  );
}

/** Generate the words of a text in lower case. */
function* wordsOf(text) {
  let start = -1;
  for (let position = 0; position < text.length; position++) {
    if (isAlphanumeric(text[position])) {
      if (start < 0) start = position;
    } else if (start >= 0) {
      yield text.slice(start, position).toLowerCase();
      start = -1;
    }
  }
  if (start >= 0) yield text.slice(start).toLowerCase();
}

/** Strip an ending if what is left still looks like a word; undouble its last letter. */
function stem(word) {
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (rest.length >= 3 && [...rest].some((character) => VOWELS.has(character))) {
      if (rest.length > 3 && rest.at(-1) === rest.at(-2) && !'aeioul'.includes(rest.at(-1))) return rest.slice(0, -1);
      return rest;
    }
  }
  return word;
}

/** Remembers the stems of the words it has seen. */
class Stemmer {
  constructor() {
    this.known = new Map();
    this.lookups = 0;
  }

  stem(word) {
    this.lookups++;
    let result = this.known.get(word);
    if (result === undefined) {
      result = stem(word);
      this.known.set(word, result);
    }
    return result;
  }
}

// ----------------------------------------------------------------------------------------- index

/** Return the first position in a sorted array where a string could be inserted. */
function bisectLeft(items, wanted) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

class Index {
  constructor() {
    this.postings = new Map();
    this.lengths = [];
    this.texts = [];
    this.frequencies = new Map();
    this.stemmer = new Stemmer();
    this.sortedTerms = null;
  }

  get documentCount() {
    return this.texts.length;
  }

  get wordCount() {
    return this.lengths.reduce((sum, length) => sum + length, 0);
  }

  get meanLength() {
    return this.wordCount / Math.max(1, this.lengths.length);
  }

  /** Add a document; positions count all words, also those that are left out. */
  add(text) {
    const number = this.texts.length;
    this.texts.push(text);
    let length = 0;
    let position = -1;
    for (const word of wordsOf(text)) {
      position++;
      if (STOP_WORDS.has(word)) continue;
      const term = this.stemmer.stem(word);
      let places = this.postings.get(term);
      if (places === undefined) this.postings.set(term, (places = new Map()));
      const positions = places.get(number);
      if (positions === undefined) places.set(number, [position]);
      else positions.push(position);
      count(this.frequencies, term);
      length++;
    }
    this.lengths.push(length);
    this.sortedTerms = null;
  }

  *termsWithPrefix(prefix) {
    this.sortedTerms ??= [...this.postings.keys()].sort();
    const terms = this.sortedTerms;
    let position = bisectLeft(terms, prefix);
    while (position < terms.length && terms[position].startsWith(prefix)) {
      yield terms[position];
      position++;
    }
  }

  documentsWith(term) {
    return new Set(this.postings.get(term)?.keys());
  }

  /** Return the documents where the words follow each other. */
  documentsWithPhrase(words) {
    const terms = [];
    for (const [offset, word] of words.entries()) {
      if (!STOP_WORDS.has(word)) terms.push([offset, this.stemmer.stem(word)]);
    }
    const found = new Set();
    if (terms.length === 0 || terms.some(([, term]) => !this.postings.has(term))) return found;
    const [[firstOffset, first], ...rest] = terms;
    for (const [document, positions] of this.postings.get(first)) {
      let starts = positions.map((position) => position - firstOffset);
      for (const [offset, term] of rest) {
        const others = new Set(this.postings.get(term).get(document));
        starts = starts.filter((start) => others.has(start + offset));
        if (starts.length === 0) break;
      }
      if (starts.length > 0) found.add(document);
    }
    return found;
  }

  inverseFrequency(term) {
    const withTerm = this.postings.get(term)?.size ?? 0;
    return Math.log(1 + (this.documentCount - withTerm + 0.5) / (withTerm + 0.5));
  }

  /** Return the documents with their scores, the best first; scores count in ten-thousandths. */
  rank(terms, documents) {
    const scores = new Map();
    const mean = this.meanLength;
    for (const term of [...terms].sort()) {
      if (!this.postings.has(term)) continue;
      const weight = this.inverseFrequency(term);
      for (const [document, positions] of this.postings.get(term)) {
        if (!documents.has(document)) continue;
        const times = positions.length;
        const norm = K1 * (1 - B + (B * this.lengths[document]) / mean);
        count(scores, document, (weight * times * (K1 + 1)) / (times + norm));
      }
    }
    const rounded = [];
    for (const [document, score] of scores) rounded.push([Math.floor(score * 10000 + 0.5), document]);
    return rounded.sort(([a, x], [b, y]) => b - a || x - y);
  }
}

// --------------------------------------------------------------------------------------- queries

function intersection(a, b) {
  return new Set([...a].filter((item) => b.has(item)));
}

function difference(a, b) {
  return new Set([...a].filter((item) => !b.has(item)));
}

/** A parsed query: `select` finds documents, `terms` are those that count for the ranking. */
class Query {
  terms(_index) {
    return new Set();
  }
}

class Word extends Query {
  constructor(word) {
    super();
    this.word = word;
  }

  select(index) {
    return index.documentsWith(index.stemmer.stem(this.word));
  }

  terms(index) {
    return new Set([index.stemmer.stem(this.word)]);
  }
}

class Prefix extends Query {
  constructor(prefix) {
    super();
    this.prefix = prefix;
  }

  select(index) {
    const found = new Set();
    for (const term of index.termsWithPrefix(this.prefix)) {
      for (const document of index.documentsWith(term)) found.add(document);
    }
    return found;
  }

  terms(index) {
    return new Set(index.termsWithPrefix(this.prefix));
  }
}

class Phrase extends Query {
  constructor(words) {
    super();
    this.words = words;
  }

  select(index) {
    return index.documentsWithPhrase(this.words);
  }

  terms(index) {
    return new Set(this.words.filter((word) => !STOP_WORDS.has(word)).map((word) => index.stemmer.stem(word)));
  }
}

class Both extends Query {
  constructor(left, right) {
    super();
    this.left = left;
    this.right = right;
  }

  select(index) {
    return intersection(this.left.select(index), this.right.select(index));
  }

  terms(index) {
    return new Set([...this.left.terms(index), ...this.right.terms(index)]);
  }
}

class Either extends Both {
  select(index) {
    return new Set([...this.left.select(index), ...this.right.select(index)]);
  }
}

class Without extends Both {
  select(index) {
    return difference(this.left.select(index), this.right.select(index));
  }

  terms(index) {
    return this.left.terms(index);
  }
}

function isSpace(character) {
  return character === ' ' || character === '\t' || character === '\n';
}

/** Generate the tokens of a query: words, parentheses, and phrases with their quote in front. */
function* splitQuery(text) {
  let position = 0;
  while (position < text.length) {
    const character = text[position];
    if (character === '(' || character === ')') {
      yield character;
      position++;
    } else if (character === '"') {
      const end = text.indexOf('"', position + 1);
      if (end < 0) throw new QueryError('phrase without an end');
      yield text.slice(position, end);
      position = end + 1;
    } else if (isSpace(character)) {
      position++;
    } else {
      const start = position;
      while (position < text.length && !isSpace(text[position]) && !'()"'.includes(text[position])) position++;
      yield text.slice(start, position).toLowerCase();
    }
  }
}

class QueryParser {
  constructor(text) {
    this.tokens = [...splitQuery(text)];
    this.position = 0;
  }

  next() {
    return this.position < this.tokens.length ? this.tokens[this.position] : null;
  }

  accept(token) {
    if (this.next() !== token) return false;
    this.position++;
    return true;
  }

  parse() {
    const query = this.alternatives();
    if (this.next() !== null) throw new QueryError(`unexpected ${this.next()}`);
    return query;
  }

  alternatives() {
    let query = this.conjunction();
    while (this.accept('or')) query = new Either(query, this.conjunction());
    return query;
  }

  conjunction() {
    let query = this.operand();
    while (this.accept('and')) {
      if (this.accept('not')) query = new Without(query, this.operand());
      else query = new Both(query, this.operand());
    }
    return query;
  }

  operand() {
    const token = this.next();
    if (token === null) throw new QueryError('unexpected end of the query');
    this.position++;
    if (token === '(') {
      const query = this.alternatives();
      if (!this.accept(')')) throw new QueryError('missing )');
      return query;
    }
    if (token.startsWith('"')) return new Phrase([...wordsOf(token)]);
    if ([')', 'and', 'or', 'not'].includes(token)) throw new QueryError(`unexpected ${token}`);
    if (token.endsWith('*')) return new Prefix(token.slice(0, -1));
    return new Word(token);
  }
}

class Engine {
  constructor(index) {
    this.index = index;
    this.answered = 0;
    this.failed = new Map();
  }

  /** Return the number of documents that fit and the best of them with their scores. */
  answer(text, limit = 5) {
    let query;
    try {
      query = new QueryParser(text).parse();
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      count(this.failed, error.message);
      return [0, []];
    }
    this.answered++;
    const documents = query.select(this.index);
    const ranked = this.index.rank(query.terms(this.index), documents);
    return [documents.size, ranked.slice(0, limit)];
  }
}

/** Make a query up from words of a random document. */
function makeQuery(random, index) {
  const words = [...wordsOf(random.pick(index.texts))].filter((word) => !STOP_WORDS.has(word));
  const a = random.pick(words);
  const b = random.pick(words);
  const c = random.pick(words);
  const start = random.below(words.length - 1);
  const phrase = `"${words[start]} ${words[start + 1]}"`;
  switch (random.below(8)) {
    case 0:
      return a;
    case 1:
      return `${a} and ${b}`;
    case 2:
      return `${a} or ${b} and not ${c}`;
    case 3:
      return phrase;
    case 4:
      return `${a.slice(0, 3)}* and (${b} or ${c})`;
    case 5:
      return `(${a} or ${b}) and not ${c.slice(0, 2)}*`;
    case 6:
      return `${phrase} or (${a} and ${b})`;
    default:
      return random.pick([`(${a} or`, `${a} and and ${b}`, `${a} or "${b}`, `${a})`, 'not']);
  }
}

/** Build an index of new articles, asking it queries as it grows; return it with hits and checksum. */
function fillAndAsk(writer, random, documents, queries) {
  const index = new Index();
  const engine = new Engine(index);
  let checksum = 0;
  let hits = 0;
  for (let number = 0; number < documents; number++) {
    index.add(writer.article());
    if (number % 25 !== 24) continue;
    for (let k = 0; k < queries; k++) {
      const [found, ranked] = engine.answer(makeQuery(random, index));
      hits += found;
      for (const [score, document] of ranked) checksum = (checksum * 31 + score * 7 + document) % 1000000007;
    }
  }
  return [engine, hits, checksum];
}

function mostCommon(map, limit) {
  return [...map].sort(([, a], [, b]) => b - a).slice(0, limit);
}

function main() {
  const shelves = Number(process.argv[2] ?? 10);
  const random = new Random(31415);
  const writer = new Writer(random, makeVocabulary(random, 1200));
  const failed = new Map();
  let terms = 0;
  let postings = 0;
  let answered = 0;
  let checksum = 0;
  let totalHits = 0;
  let engine = null;
  for (let shelf = 0; shelf < shelves; shelf++) {
    let hits;
    let mixed;
    [engine, hits, mixed] = fillAndAsk(writer, random, 100, 15);
    terms += engine.index.postings.size;
    for (const places of engine.index.postings.values()) postings += places.size;
    answered += engine.answered;
    totalHits += hits;
    checksum = (checksum * 31 + mixed) % 1000000007;
    for (const [message, times] of engine.failed) count(failed, message, times);
  }

  const { index } = engine;
  const { lookups, known } = index.stemmer;
  const frequent = mostCommon(index.frequencies, 6).map(([term, times]) => `${term} ${times}`);
  console.log(`${shelves} shelves of ${index.documentCount} documents, ${terms} terms, ${postings} postings`);
  console.log(`last shelf: ${index.wordCount} words, ${lookups} looked up, ${known.size} known`);
  console.log(`most frequent: ${frequent.join(', ')}`);
  console.log(`${answered} queries answered, ${totalHits} hits, checksum ${checksum}`);
  for (const message of [...failed.keys()].sort()) console.log(`  ${message}: ${failed.get(message)}`);
  const term = mostCommon(index.frequencies, 1)[0][0];
  const [found, ranked] = engine.answer(`${term} and not ${term.slice(0, 2)}x*`);
  const best = ranked.map(([score, document]) => `${document} ${(score / 10000).toFixed(4)}`).join(', ');
  console.log(`${term}: ${found} documents, ${best}`);
}

main();
