// A small Prolog: parser, unification with a trail, search by generators; the twin of logic.py.
//
// Usage: node logic.mjs [rounds]

class PrologError extends Error {}

class PrologSyntaxError extends PrologError {}

// ------------------------------------------------------------------------------------------ terms

/** Base of atoms, numbers, variables and compound terms. */
class Term {}

class Atom extends Term {
  static table = new Map();

  constructor(name) {
    super();
    this.name = name;
  }

  /** Return the one atom of this name. */
  static named(name) {
    let atom = Atom.table.get(name);
    if (atom === undefined) {
      atom = new Atom(name);
      Atom.table.set(name, atom);
    }
    return atom;
  }

  toString() {
    return this.name;
  }
}

class NumberTerm extends Term {
  constructor(value) {
    super();
    this.value = value;
  }

  toString() {
    return String(this.value);
  }
}

class Variable extends Term {
  constructor(name) {
    super();
    this.name = name;
    this.binding = null;
  }

  toString() {
    return this.binding === null ? this.name : String(this.binding);
  }
}

class Compound extends Term {
  constructor(functor, args) {
    super();
    this.functor = functor;
    this.args = args;
  }

  toString() {
    if (this.functor === '.' && this.args.length === 2) return showList(this);
    return `${this.functor}(${this.args.map(resolve).join(', ')})`;
  }
}

const NIL = Atom.named('[]');

/** Follow bindings until there is none. */
function resolve(start) {
  let term = start;
  while (term instanceof Variable && term.binding !== null) term = term.binding;
  return term;
}

function showList(list) {
  const items = [];
  let term = list;
  while (term instanceof Compound && term.functor === '.') {
    const [head, tail] = term.args;
    items.push(String(resolve(head)));
    term = resolve(tail);
  }
  const end = term === NIL ? '' : `|${term}`;
  return `[${items.join(', ')}${end}]`;
}

function makeList(items, tail = NIL) {
  return items.reduceRight((rest, item) => new Compound('.', [item, rest]), tail);
}

/** Return a copy of a term with fresh variables. */
function rename(term, variables) {
  if (term instanceof Variable) {
    let fresh = variables.get(term.name);
    if (fresh === undefined) {
      fresh = new Variable(term.name);
      variables.set(term.name, fresh);
    }
    return fresh;
  }
  if (term instanceof Compound) {
    return new Compound(term.functor, term.args.map((argument) => rename(argument, variables)));
  }
  return term;
}

// ----------------------------------------------------------------------------------------- parser

const SYMBOLS = [
  ':-', '=:=', '=\\=', '=<', '>=', '\\=', '\\+', '//', '<', '>', '=', '+', '-', '*', '(', ')', '[', ']', '|', ',', '.',
];

function isSpace(character) {
  return character === ' ' || character === '\n' || character === '\t';
}

function isDigit(character) {
  return character >= '0' && character <= '9';
}

function isUpper(character) {
  return character >= 'A' && character <= 'Z';
}

function isLetter(character) {
  return isUpper(character) || (character >= 'a' && character <= 'z');
}

function isWordPart(character) {
  return isLetter(character) || isDigit(character) || character === '_';
}

/** Generate pairs of a kind and a text. */
function* tokenize(text) {
  let position = 0;
  while (position < text.length) {
    const character = text[position];
    const start = position;
    if (isSpace(character)) {
      position++;
    } else if (character === '%') {
      while (position < text.length && text[position] !== '\n') position++;
    } else if (isDigit(character)) {
      while (position < text.length && isDigit(text[position])) position++;
      yield ['number', text.slice(start, position)];
    } else if (isLetter(character) || character === '_') {
      while (position < text.length && isWordPart(text[position])) position++;
      yield [isUpper(character) || character === '_' ? 'variable' : 'atom', text.slice(start, position)];
    } else {
      const symbol = SYMBOLS.find((candidate) => text.startsWith(candidate, start));
      if (symbol === undefined) throw new PrologSyntaxError(`unexpected ${character}`);
      position += symbol.length;
      yield ['symbol', symbol];
    }
  }
  yield ['end', ''];
}

const OPERATORS = new Map([
  ['is', 1], ['=', 1], ['\\=', 1], ['<', 1], ['>', 1], ['=<', 1], ['>=', 1], ['=:=', 1], ['=\\=', 1],
  ['+', 2], ['-', 2], ['*', 3], ['//', 3], ['mod', 3],
]);

class Clause {
  constructor(head, body) {
    this.head = head;
    this.body = body;
  }

  renamed() {
    const variables = new Map();
    const head = rename(this.head, variables);
    return [head, this.body.map((goal) => rename(goal, variables))];
  }
}

class Parser {
  constructor(text) {
    this.tokens = [...tokenize(text)];
    this.position = 0;
    this.anonymous = 0;
  }

  get kind() {
    return this.tokens[this.position][0];
  }

  get text() {
    return this.tokens[this.position][1];
  }

  take() {
    const token = this.tokens[this.position];
    this.position++;
    return token;
  }

  accept(text) {
    if (this.text !== text || this.kind === 'end') return false;
    this.position++;
    return true;
  }

  expect(text) {
    if (!this.accept(text)) throw new PrologSyntaxError(`expected ${text}, found ${this.text || 'the end'}`);
  }

  *clauses() {
    while (this.kind !== 'end') {
      const head = this.expression(1);
      const body = this.accept(':-') ? this.goals() : [];
      this.expect('.');
      yield new Clause(head, body);
    }
  }

  goals() {
    const goals = [this.goal()];
    while (this.accept(',')) goals.push(this.goal());
    return goals;
  }

  goal() {
    if (this.accept('\\+')) return new Compound('\\+', [this.goal()]);
    return this.expression(1);
  }

  expression(least) {
    let left = this.primary();
    while ((OPERATORS.get(this.text) ?? 0) >= least) {
      const [, operator] = this.take();
      const right = this.expression(OPERATORS.get(operator) + 1);
      left = new Compound(operator, [left, right]);
    }
    return left;
  }

  primary() {
    const [kind, text] = this.take();
    if (kind === 'number') return new NumberTerm(Number(text));
    if (kind === 'variable') {
      if (text !== '_') return new Variable(text);
      this.anonymous++;
      return new Variable(`_${this.anonymous}`);
    }
    if (kind === 'atom') {
      if (!this.accept('(')) return Atom.named(text);
      const args = [this.expression(1)];
      while (this.accept(',')) args.push(this.expression(1));
      this.expect(')');
      return new Compound(text, args);
    }
    if (text === '[') return this.listRest();
    if (text === '(') {
      const term = this.expression(1);
      this.expect(')');
      return term;
    }
    throw new PrologSyntaxError(`unexpected ${text || 'end'}`);
  }

  listRest() {
    if (this.accept(']')) return NIL;
    const items = [this.expression(1)];
    while (this.accept(',')) items.push(this.expression(1));
    const tail = this.accept('|') ? this.expression(1) : NIL;
    this.expect(']');
    return makeList(items, tail);
  }
}

// ----------------------------------------------------------------------------------------- engine

/** A linked list of what is still to be shown. */
class Goals {
  constructor(first, rest) {
    this.first = first;
    this.rest = rest;
  }
}

class Engine {
  constructor(text) {
    this.database = new Map();
    this.trail = [];
    this.inferences = 0;
    this.unifications = 0;
    this.builtins = new Map([
      ['=/2', (a, b) => this.unify(a, b)],
      ['\\=/2', (a, b) => this.differ(a, b)],
      ['is/2', (a, b) => this.unify(a, new NumberTerm(this.evaluate(b)))],
      ['</2', (a, b) => this.evaluate(a) < this.evaluate(b)],
      ['>/2', (a, b) => this.evaluate(a) > this.evaluate(b)],
      ['=</2', (a, b) => this.evaluate(a) <= this.evaluate(b)],
      ['>=/2', (a, b) => this.evaluate(a) >= this.evaluate(b)],
      ['=:=/2', (a, b) => this.evaluate(a) === this.evaluate(b)],
      ['=\\=/2', (a, b) => this.evaluate(a) !== this.evaluate(b)],
      ['\\+/1', (goal) => this.fails(goal)],
    ]);
    for (const clause of new Parser(text).clauses()) {
      const key = Engine.key(clause.head);
      const clauses = this.database.get(key);
      if (clauses === undefined) this.database.set(key, [clause]);
      else clauses.push(clause);
    }
  }

  static key(goal) {
    if (goal instanceof Compound) return `${goal.functor}/${goal.args.length}`;
    if (goal instanceof Atom) return `${goal.name}/0`;
    throw new PrologError(`${goal} cannot be called`);
  }

  bind(variable, term) {
    variable.binding = term;
    this.trail.push(variable);
  }

  undo(mark) {
    while (this.trail.length > mark) this.trail.pop().binding = null;
  }

  /** Make two terms equal by binding variables; return whether that is possible. */
  unify(one, other) {
    this.unifications++;
    const a = resolve(one);
    const b = resolve(other);
    if (a === b) return true;
    if (a instanceof Variable) {
      this.bind(a, b);
      return true;
    }
    if (b instanceof Variable) {
      this.bind(b, a);
      return true;
    }
    if (a instanceof Compound && b instanceof Compound) {
      if (a.functor !== b.functor || a.args.length !== b.args.length) return false;
      return a.args.every((argument, k) => this.unify(argument, b.args[k]));
    }
    return a instanceof NumberTerm && b instanceof NumberTerm && a.value === b.value;
  }

  differ(a, b) {
    const mark = this.trail.length;
    const same = this.unify(a, b);
    this.undo(mark);
    return !same;
  }

  fails(goal) {
    const mark = this.trail.length;
    for (const _ of this.prove(new Goals(goal, null))) {
      this.undo(mark);
      return false;
    }
    return true;
  }

  evaluate(expression) {
    const term = resolve(expression);
    if (term instanceof NumberTerm) return term.value;
    if (term instanceof Compound && term.args.length === 2) {
      const [left, right] = term.args.map((argument) => this.evaluate(argument));
      if (term.functor === '+') return left + right;
      if (term.functor === '-') return left - right;
      if (term.functor === '*') return left * right;
      if (right === 0) throw new PrologError('division by zero');
      const quotient = Math.floor(left / right);
      if (term.functor === '//') return quotient;
      if (term.functor === 'mod') return left - quotient * right;
    }
    throw new PrologError(`${term} is no number`);
  }

  /** Generate once for each way to show all goals; the bindings hold until the next is asked for. */
  *prove(goals) {
    if (goals === null) {
      yield;
      return;
    }
    const goal = resolve(goals.first);
    const key = Engine.key(goal);
    this.inferences++;
    const mark = this.trail.length;
    const builtin = this.builtins.get(key);
    if (builtin !== undefined) {
      if (builtin(...goal.args)) yield* this.prove(goals.rest);
      this.undo(mark);
      return;
    }
    const clauses = this.database.get(key);
    if (clauses === undefined) throw new PrologError(`unknown predicate ${key}`);
    for (const clause of clauses) {
      const [head, body] = clause.renamed();
      if (this.unify(goal, head)) {
        yield* this.prove(body.reduceRight((rest, part) => new Goals(part, rest), goals.rest));
      }
      this.undo(mark);
    }
  }

  /** Generate the solutions as texts of the values of the variables. */
  *ask(question, limit = null) {
    const parser = new Parser(question);
    const variables = new Map();
    const parts = parser.goals().map((goal) => rename(goal, variables));
    const goals = parts.reduceRight((rest, part) => new Goals(part, rest), null);
    if (parser.kind !== 'end') throw new PrologSyntaxError(`unexpected ${parser.text}`);
    const shown = [...variables].filter(([name]) => !name.startsWith('_'));
    let found = 0;
    try {
      for (const _ of this.prove(goals)) {
        yield shown.map(([name, variable]) => `${name} = ${resolve(variable)}`).join(', ') || 'yes';
        found++;
        if (found === limit) break;
      }
    } finally {
      this.undo(0);
    }
  }
}

const PROGRAM = `
% Lists.
append([], L, L).
append([X|A], B, [X|C]) :- append(A, B, C).
member(X, [X|_]).
member(X, [_|R]) :- member(X, R).
reverse([], []).
reverse([X|R], L) :- reverse(R, S), append(S, [X], L).
length([], 0).
length([_|R], N) :- length(R, M), N is M + 1.
select(X, [X|R], R).
select(X, [Y|R], [Y|S]) :- select(X, R, S).
permutation([], []).
permutation(L, [X|P]) :- select(X, L, R), permutation(R, P).
sum([], 0).
sum([X|R], S) :- sum(R, T), S is T + X.
range(N, N, [N]).
range(A, N, [A|R]) :- A < N, B is A + 1, range(B, N, R).

% A family.
parent(ann, bea). parent(ann, carl). parent(bea, dora). parent(bea, emil). parent(carl, fay). parent(dora, gus).
ancestor(X, Y) :- parent(X, Y).
ancestor(X, Y) :- parent(X, Z), ancestor(Z, Y).
sibling(X, Y) :- parent(P, X), parent(P, Y), X \\= Y.
cousin(X, Y) :- parent(A, X), parent(B, Y), sibling(A, B).

% A map.
color(red). color(green). color(blue).
neighbours(A, B) :- color(A), color(B), A \\= B.
map(A, B, C, D, E) :- neighbours(A, B), neighbours(A, C), neighbours(B, C), neighbours(B, D), neighbours(C, D),
    neighbours(D, E), A \\= E.

% A graph.
edge(a, b, 4). edge(a, c, 2). edge(c, b, 1). edge(b, d, 5). edge(c, d, 8). edge(d, e, 3). edge(e, a, 7).
path(X, X, _, [X], 0).
path(X, Y, Seen, [X|P], L) :- edge(X, Z, D), \\+ member(Z, Seen), path(Z, Y, [Z|Seen], P, M), L is M + D.

% Queens.
queens(N, Q) :- range(1, N, L), place(L, [], Q).
place([], Q, Q).
place(L, Placed, Q) :- select(X, L, R), safe(X, 1, Placed), place(R, [X|Placed], Q).
safe(_, _, []).
safe(X, D, [Y|R]) :- X =\\= Y + D, X =\\= Y - D, E is D + 1, safe(X, E, R).

% Towers: the number of moves, and the moves.
hanoi(0, _, _, _, []).
hanoi(N, A, B, C, M) :- N > 0, K is N - 1, hanoi(K, A, C, B, M1), hanoi(K, C, B, A, M2),
    append(M1, [move(A, B)|M2], M).

% Numbers.
gcd(A, 0, A).
gcd(A, B, G) :- B > 0, R is A mod B, gcd(B, R, G).
`;

const QUESTIONS = [
  ['append(X, Y, [1, 2, 3])', null],
  ['ancestor(ann, X)', null],
  ['cousin(dora, X)', null],
  ['map(A, B, C, D, E)', 4],
  ['path(a, e, [a], P, L)', null],
  ['range(1, 9, L), reverse(L, R)', 1],
  ['permutation([1, 2, 3, 4], P), P = [A, _, _, B], A > B', 5],
  ['queens(4, Q)', null],
  ['queens(5, Q)', 1],
  ['hanoi(3, left, right, middle, M), length(M, N)', 1],
  ['gcd(NUMBER, 84, G)', 1],
  ['range(1, COUNT, L), sum(L, S), S > 10, \\+ member(0, L)', 1],
];

const WRONG = ['foo(X)', 'X is 1 + a', 'append(X, Y', 'X is 3 // 0', 'member(1, [1|]) ', '1', 'a :- b', 'X = ?'];

function checksumOf(text, start) {
  let result = start;
  for (let k = 0; k < text.length; k++) result = (result * 31 + text.charCodeAt(k)) % 1000000007;
  return result;
}

function main() {
  const rounds = Number(process.argv[2] ?? 28);
  let engine = null;
  let inferences = 0;
  let unifications = 0;
  let checksum = 0;
  let solutions = 0;
  for (let number = 0; number < rounds; number++) {
    engine = new Engine(PROGRAM);
    for (const [template, limit] of QUESTIONS) {
      const question = template.replace('NUMBER', 1000 + 36 * number).replace('COUNT', 5 + (number % 10));
      for (const answer of engine.ask(question, limit)) {
        solutions++;
        checksum = checksumOf(answer, checksum);
        if (number === rounds - 1) console.log(`${question}: ${answer}`.slice(0, 110));
      }
    }
    inferences += engine.inferences;
    unifications += engine.unifications;
  }
  for (const question of WRONG) {
    try {
      const answers = [...engine.ask(question)];
      console.log(`${question}: ${answers.length} answers`);
    } catch (error) {
      if (!(error instanceof PrologError)) throw error;
      console.log(`${question}: ${error.constructor.name}: ${error.message}`);
    }
  }
  const work = `${inferences} inferences, ${unifications} unifications`;
  console.log(`${solutions} solutions, ${work}, checksum ${checksum}`);
}

main();
