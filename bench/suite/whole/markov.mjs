// A generator of texts by Markov chains over words and over letters: the twin of markov.py.
//
// Usage: node markov.mjs [thousands of words]

const STORY = `
On the first morning of the long winter the old baker opened his shop before the sun was up. The street was
white and the street was quiet. He lit the oven and he set the bread on the table, and he waited for the first
of his customers to come in from the cold. The first to come was the woman from the house on the hill. She had
walked down the hill with a lantern in her hand, and the snow had covered her coat and her hat. Good morning,
said the woman. Good morning, said the baker. The bread is not ready, but the oven is warm. Sit by the oven and
wait for the bread. So the woman sat by the oven and waited, and while she waited she told the baker about the
house on the hill, and about the wind that came over the hill in the night, and about the lantern that was lit
in the window of the house when the night was long. The second to come was the boy who carried the letters. He
had walked from the river to the hill and from the hill to the street, and his hands were cold. Good morning,
said the boy. There is a letter for the house on the hill, and there is a letter for the baker. The baker took
the letter and the woman took the letter, and the boy sat by the oven and warmed his hands. When the bread was
ready the baker cut the bread, and the three of them ate the warm bread by the oven while the snow fell on the
street. What does the letter say? said the boy. The letter says that the winter will be long, said the baker.
And what does the other letter say? said the boy. The other letter says that the river will be frozen before
the morning, said the woman, and that nobody will come over the river until the snow is gone. Then the boy
looked at the door and the boy looked at the snow. I live on the other side of the river, said the boy. Then
you will live in the house on the hill until the river is free, said the woman, and you will carry the lantern
in the night. And you will eat the bread that I bake in the morning, said the baker, and you will carry the
bread to the houses of the street. So the boy stayed on this side of the river. In the morning he carried the
bread, and in the night he carried the lantern, and when the wind came over the hill the light in the window
did not go out. At the end of the long winter the river was free, and the first letter that came over the
river was a letter for the boy. Come home, said the letter. The bread on this side of the river is not so
good, but the door is open and the oven is warm.
`;

class UnknownContext extends Error {
  constructor(context) {
    super(`unknown context ${context}`);
    this.context = context;
  }
}

class Random {
  constructor(seed) {
    this.state = seed;
  }

  below(limit) {
    this.state = (this.state * 8121 + 28411) % 134456;
    return Math.floor((this.state * limit) / 134456);
  }

  pick(items) {
    return items[this.below(items.length)];
  }
}

/** Return the words of a text between white space. */
function pieces(text) {
  return text.trim().split(/\s+/);
}

/** Generate words and punctuation. */
function* splitWords(text) {
  for (const piece of pieces(text)) {
    const word = piece.replace(/[.,?]+$/, '');
    yield word;
    yield* piece.slice(word.length);
  }
}

/** Return the text that words and punctuation make, with capitals where sentences begin. */
function joinWords(words) {
  const parts = [];
  let begins = true;
  for (const word of words) {
    if ('.,?'.includes(word)) {
      parts.push(word);
    } else {
      if (parts.length > 0) parts.push(' ');
      parts.push(begins ? word[0].toUpperCase() + word.slice(1) : word);
    }
    begins = '.?'.includes(word);
  }
  return parts.join('');
}

/** Return the first position in a sorted array that has something greater than a number. */
function bisectRight(limits, value) {
  let low = 0;
  let high = limits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < limits[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What may follow, with how often it did; draws from it in proportion. */
class Choices {
  constructor() {
    this.counts = new Map();
    this.total = 0;
    this.items = null;
    this.limits = null;
  }

  add(item) {
    this.counts.set(item, (this.counts.get(item) ?? 0) + 1);
    this.total++;
    this.items = null;
  }

  prepare() {
    this.items = [];
    this.limits = [];
    let limit = 0;
    for (const [item, count] of this.counts) {
      limit += count;
      this.items.push(item);
      this.limits.push(limit);
    }
  }

  draw(random) {
    if (this.items === null) this.prepare();
    return this.items[bisectRight(this.limits, random.below(this.total))];
  }

  /** The item that was seen most often; among equals the first in the order of the alphabet. */
  get likeliest() {
    let best = null;
    let most = 0;
    for (const [item, count] of this.counts) {
      if (count > most || (count === most && item < best)) {
        best = item;
        most = count;
      }
    }
    return best;
  }
}

/** Follows contexts of a fixed length; subclasses say what the parts are and how they are joined. */
class Chain {
  constructor(order) {
    if (order < 1) throw new RangeError('the order of a chain is at least 1');
    this.order = order;
    this.table = new Map();
    this.starts = [];
  }

  static key(context) {
    return context.join(' ');
  }

  get contexts() {
    return this.table.size;
  }

  /** The mean number of different continuations. */
  get branching() {
    let sum = 0;
    for (const choices of this.table.values()) sum += choices.counts.size;
    return sum / this.table.size;
  }

  learn(items) {
    let context = [];
    let isStart = true;
    for (const item of items) {
      if (context.length === this.order) {
        const key = Chain.key(context);
        let choices = this.table.get(key);
        if (choices === undefined) {
          choices = new Choices();
          this.table.set(key, choices);
        }
        choices.add(item);
        if (isStart) this.starts.push(context);
        isStart = this.isEnd(context[0]);
        context = [...context.slice(1), item];
      } else {
        context = [...context, item];
      }
    }
  }

  find(context) {
    return this.table.get(Chain.key(context));
  }

  continuations(context) {
    const choices = this.find(context);
    if (choices === undefined) throw new UnknownContext(context);
    return choices;
  }

  /** Generate items without end; where the chain has no way on, it begins anew. */
  *walk(random) {
    let context = random.pick(this.starts);
    yield* context;
    for (;;) {
      const choices = this.find(context);
      if (choices === undefined) {
        context = random.pick(this.starts);
        yield* context;
        continue;
      }
      const item = choices.draw(random);
      yield item;
      context = [...context.slice(1), item];
    }
  }

  /** Return how many items follow as the chain would expect, and how many contexts it knows. */
  score(items) {
    let right = 0;
    let known = 0;
    let context = [];
    for (const item of items) {
      if (context.length === this.order) {
        const choices = this.find(context);
        if (choices !== undefined) {
          known++;
          if (choices.likeliest === item) right++;
        }
        context = [...context.slice(1), item];
      } else {
        context = [...context, item];
      }
    }
    return [right, known];
  }
}

class WordChain extends Chain {
  isEnd(item) {
    return item === '.' || item === '?';
  }

  split(text) {
    return [...splitWords(text)].map((word) => (word === 'I' ? word : word.toLowerCase()));
  }

  join(items) {
    return joinWords(items);
  }
}

class LetterChain extends Chain {
  isEnd(item) {
    return item === '.';
  }

  split(text) {
    return [...pieces(text).join(' ')];
  }

  join(items) {
    return items.join('');
  }
}

function frequencies(items) {
  const counts = new Map();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function sumOf(counts) {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

/** Return how much two tables of frequencies overlap, from 0 to 1. */
function similarity(one, other) {
  const total = sumOf(one);
  const otherTotal = sumOf(other);
  let shared = 0;
  for (const [item, count] of one) {
    const otherCount = other.get(item);
    if (otherCount !== undefined) shared += Math.min(count * otherTotal, otherCount * total);
  }
  return shared / (total * otherTotal);
}

/** Generate each two items that follow each other, as one string. */
function* pairs(items) {
  let previous = null;
  for (const item of items) {
    if (previous !== null) yield `${previous} ${item}`;
    previous = item;
  }
}

function take(iterator, count) {
  const items = [];
  for (const item of iterator) {
    items.push(item);
    if (items.length === count) break;
  }
  return items;
}

function checksumOf(text, start) {
  let result = start;
  for (let k = 0; k < text.length; k++) result = (result * 31 + text.charCodeAt(k)) % 1000000007;
  return result;
}

/** What came of one chain. */
class Report {
  constructor(name, chain) {
    this.name = name;
    this.chain = chain;
    this.items = 0;
    this.checksum = 0;
    this.right = 0;
    this.known = 0;
    this.overlap = 0;
    this.pairOverlap = 0;
    this.rounds = 0;
    this.sample = '';
  }

  *lines() {
    const { contexts, branching, starts } = this.chain;
    yield `${this.name}: ${contexts} contexts, branching ${branching.toFixed(6)}, ${starts.length} starts`;
    const overlap = (this.overlap / this.rounds).toFixed(6);
    const pairOverlap = (this.pairOverlap / this.rounds).toFixed(6);
    yield `  ${this.items} items, overlap ${overlap}, of pairs ${pairOverlap}, checksum ${this.checksum}`;
    yield `  guessed ${this.right} of ${this.known}`;
    yield `  ${this.sample}`;
  }
}

/** Let a chain write texts and compare them with the story. */
function study(report, text, count, random, rounds) {
  const { chain } = report;
  const original = chain.split(text);
  chain.learn(original);
  const expected = frequencies(original);
  const expectedPairs = frequencies(pairs(original));
  for (let k = 0; k < rounds; k++) {
    const items = take(chain.walk(random), count);
    const written = chain.join(items);
    const again = new chain.constructor(chain.order);
    again.learn(chain.split(written));
    const [right, known] = again.score(original);
    report.right += right;
    report.known += known;
    report.items += items.length;
    report.overlap += similarity(expected, frequencies(items));
    report.pairOverlap += similarity(expectedPairs, frequencies(pairs(items)));
    report.checksum = checksumOf(written, report.checksum);
    report.sample = written.slice(0, 90);
    report.rounds++;
  }
}

function main() {
  const thousands = Number(process.argv[2] ?? 65);
  const random = new Random(4321);
  const reports = [
    new Report('words, order 1', new WordChain(1)),
    new Report('words, order 2', new WordChain(2)),
    new Report('words, order 3', new WordChain(3)),
    new Report('letters, order 3', new LetterChain(3)),
    new Report('letters, order 5', new LetterChain(5)),
  ];
  for (const report of reports) {
    study(report, STORY, 1000, random, Math.max(1, Math.floor(thousands / reports.length)));
    for (const line of report.lines()) console.log(line);
  }
  try {
    reports[1].chain.continuations(['old', 'river']);
  } catch (error) {
    if (!(error instanceof UnknownContext)) throw error;
    console.log(`unknown: ${error.context.join(' ')}`);
  }
}

main();
