// An interpreter for a small Lisp that turns expressions into closures: the twin of lisp.py.
//
// Usage: node lisp.mjs [rounds]

class LispError extends Error {}

class LispSyntaxError extends LispError {}

class UnboundSymbol extends LispError {
  constructor(name) {
    super(`unbound symbol ${name}`);
  }
}

// ------------------------------------------------------------------------------------------- data

class LispSymbol {
  static table = new Map();

  constructor(name) {
    this.name = name;
  }

  static intern(name) {
    let symbol = LispSymbol.table.get(name);
    if (symbol === undefined) {
      symbol = new LispSymbol(name);
      LispSymbol.table.set(name, symbol);
    }
    return symbol;
  }
}

/** The type of the empty list. */
class Empty {}

class Pair {
  constructor(head, tail) {
    this.head = head;
    this.tail = tail;
  }

  /** Generate the items of a proper list. */
  *[Symbol.iterator]() {
    let node = this;
    while (node instanceof Pair) {
      yield node.head;
      node = node.tail;
    }
    if (node !== NIL) throw new LispError('improper list');
  }
}

const NIL = new Empty();

function makeList(items, tail = NIL) {
  return items.reduceRight((rest, item) => new Pair(item, rest), tail);
}

function itemsOf(value) {
  if (value === NIL) return [];
  if (!(value instanceof Pair)) throw new LispError(`${show(value)} is no list`);
  return [...value];
}

/** Return a value as it would be read. */
function show(value) {
  if (value === true) return '#t';
  if (value === false) return '#f';
  if (value === NIL) return '()';
  if (value instanceof LispSymbol) return value.name;
  if (value instanceof Pair) {
    const parts = [];
    let node = value;
    while (node instanceof Pair) {
      parts.push(show(node.head));
      node = node.tail;
    }
    if (node !== NIL) parts.push('.', show(node));
    return `(${parts.join(' ')})`;
  }
  if (value instanceof Closure || value instanceof Primitive) return `<function ${value.name}>`;
  return String(value);
}

// ----------------------------------------------------------------------------------------- reader

function isSpace(character) {
  return character === ' ' || character === '\n' || character === '\t';
}

function* tokenize(text) {
  let position = 0;
  while (position < text.length) {
    const character = text[position];
    if (isSpace(character)) {
      position++;
    } else if (character === ';') {
      while (position < text.length && text[position] !== '\n') position++;
    } else if ("()'".includes(character)) {
      yield character;
      position++;
    } else {
      const start = position;
      while (position < text.length && !isSpace(text[position]) && !"()';".includes(text[position])) position++;
      yield text.slice(start, position);
    }
  }
}

class Reader {
  constructor(text) {
    this.tokens = [...tokenize(text)];
    this.position = 0;
  }

  *readAll() {
    while (this.position < this.tokens.length) yield this.read();
  }

  read() {
    if (this.position >= this.tokens.length) throw new LispSyntaxError('unexpected end');
    const token = this.tokens[this.position];
    this.position++;
    if (token === '(') {
      const items = [];
      while (this.position < this.tokens.length && this.tokens[this.position] !== ')') items.push(this.read());
      if (this.position >= this.tokens.length) throw new LispSyntaxError('missing )');
      this.position++;
      return makeList(items);
    }
    if (token === ')') throw new LispSyntaxError('unexpected )');
    if (token === "'") return makeList([LispSymbol.intern('quote'), this.read()]);
    return Reader.atom(token);
  }

  static atom(token) {
    if (token === '#t') return true;
    if (token === '#f') return false;
    if (/^-?\d+$/.test(token)) return Number(token);
    return LispSymbol.intern(token);
  }
}

// ------------------------------------------------------------------------------------ environment

class Environment {
  constructor(values, outer) {
    this.values = values;
    this.outer = outer;
  }

  lookup(name) {
    for (let scope = this; scope !== null; scope = scope.outer) {
      const value = scope.values.get(name);
      if (value !== undefined) return value;
    }
    throw new UnboundSymbol(name);
  }

  assign(name, value) {
    for (let scope = this; scope !== null; scope = scope.outer) {
      if (scope.values.has(name)) {
        scope.values.set(name, value);
        return;
      }
    }
    throw new UnboundSymbol(name);
  }
}

class Closure {
  constructor(name, parameters, body, environment) {
    this.name = name;
    this.parameters = parameters;
    this.body = body;
    this.environment = environment;
  }

  scopeFor(args) {
    const { parameters } = this;
    if (args.length !== parameters.length) {
      throw new LispError(`${this.name} takes ${parameters.length} arguments, not ${args.length}`);
    }
    const values = new Map();
    for (let k = 0; k < args.length; k++) values.set(parameters[k], args[k]);
    return new Environment(values, this.environment);
  }
}

/** A function of the host; without an arity it takes any number of arguments. */
class Primitive {
  constructor(name, run, arity = null) {
    this.name = name;
    this.run = run;
    this.arity = arity;
  }

  call(args) {
    if (this.arity !== null && args.length !== this.arity) {
      throw new LispError(`wrong number of arguments for ${this.name}`);
    }
    return this.run(...args);
  }
}

/** A call that is left to the loop in `apply`. */
class TailCall {
  constructor(callee, args) {
    this.callee = callee;
    this.args = args;
  }
}

// --------------------------------------------------------------------------------------- compiler

/** Turns an expression into a function of an environment. */
class Compiler {
  constructor(interpreter) {
    this.interpreter = interpreter;
    this.forms = new Map([
      ['quote', this.quote], ['if', this.conditional], ['define', this.define], ['set!', this.assign],
      ['lambda', this.lambda], ['let', this.let], ['begin', this.begin], ['cond', this.cond],
      ['and', this.both], ['or', this.either], ['while', this.loop],
    ]);
    this.least = new Map([
      ['quote', 1], ['if', 2], ['define', 2], ['set!', 2], ['lambda', 1], ['let', 1], ['while', 1],
    ]);
  }

  compile(expression, tail = false) {
    if (expression instanceof LispSymbol) {
      const { name } = expression;
      return (env) => env.lookup(name);
    }
    if (!(expression instanceof Pair)) return () => expression;
    const { head } = expression;
    if (head instanceof LispSymbol && this.forms.has(head.name)) {
      const parts = itemsOf(expression.tail);
      if (parts.length < (this.least.get(head.name) ?? 0)) throw new LispSyntaxError(`bad ${head.name}`);
      return this.forms.get(head.name).call(this, parts, tail);
    }
    return this.call(expression, tail);
  }

  call(expression, tail) {
    const { interpreter } = this;
    const [operator, ...operands] = itemsOf(expression).map((part) => this.compile(part));
    if (tail) return (env) => new TailCall(operator(env), operands.map((operand) => operand(env)));
    return (env) => interpreter.apply(operator(env), operands.map((operand) => operand(env)));
  }

  sequence(expressions, tail) {
    if (expressions.length === 0) return () => NIL;
    const parts = expressions.slice(0, -1).map((expression) => this.compile(expression));
    const final = this.compile(expressions.at(-1), tail);
    if (parts.length === 0) return final;
    return (env) => {
      for (const part of parts) part(env);
      return final(env);
    };
  }

  quote([value]) {
    return () => value;
  }

  conditional(parts, tail) {
    const condition = this.compile(parts[0]);
    const then = this.compile(parts[1], tail);
    const otherwise = parts.length > 2 ? this.compile(parts[2], tail) : this.compile(NIL);
    return (env) => (condition(env) !== false ? then(env) : otherwise(env));
  }

  define(parts) {
    const [target, ...body] = parts;
    let name;
    let make;
    if (target instanceof Pair) {
      name = target.head.name;
      make = this.makeFunction(name, itemsOf(target.tail), body);
    } else {
      name = target.name;
      make = this.compile(body[0]);
    }
    return (env) => {
      env.values.set(name, make(env));
      return NIL;
    };
  }

  assign([{ name }, expression]) {
    const value = this.compile(expression);
    return (env) => {
      env.assign(name, value(env));
      return NIL;
    };
  }

  lambda([parameters, ...body]) {
    return this.makeFunction('lambda', itemsOf(parameters), body);
  }

  makeFunction(name, parameters, body) {
    const names = parameters.map((parameter) => parameter.name);
    const code = this.sequence(body, true);
    return (env) => new Closure(name, names, code, env);
  }

  let([list, ...expressions], tail) {
    const bindings = itemsOf(list).map(itemsOf);
    if (bindings.some((binding) => binding.length !== 2)) throw new LispSyntaxError('bad let');
    const names = bindings.map(([{ name }]) => name);
    const values = bindings.map(([, value]) => this.compile(value));
    const body = this.sequence(expressions, tail);
    return (env) => {
      const scope = new Map();
      for (let k = 0; k < names.length; k++) scope.set(names[k], values[k](env));
      return body(new Environment(scope, env));
    };
  }

  begin(parts, tail) {
    return this.sequence(parts, tail);
  }

  cond(parts, tail) {
    const clauses = parts.map((part) => {
      const [test, ...body] = itemsOf(part);
      const isElse = test instanceof LispSymbol && test.name === 'else';
      return [isElse ? null : this.compile(test), this.sequence(body, tail)];
    });
    return (env) => {
      for (const [test, body] of clauses) {
        if (test === null || test(env) !== false) return body(env);
      }
      return NIL;
    };
  }

  both(parts) {
    const tests = parts.map((part) => this.compile(part));
    return (env) => {
      let value = true;
      for (const test of tests) {
        value = test(env);
        if (value === false) return false;
      }
      return value;
    };
  }

  either(parts) {
    const tests = parts.map((part) => this.compile(part));
    return (env) => {
      for (const test of tests) {
        const value = test(env);
        if (value !== false) return value;
      }
      return false;
    };
  }

  loop([test, ...expressions]) {
    const condition = this.compile(test);
    const body = this.sequence(expressions, false);
    return (env) => {
      while (condition(env) !== false) body(env);
      return NIL;
    };
  }
}

// ------------------------------------------------------------------------------------ interpreter

function number(value) {
  if (typeof value === 'number') return value;
  throw new LispError(`${show(value)} is no number`);
}

/** Return a primitive that combines any number of numbers. */
function fold(name, operate, start) {
  return new Primitive(name, (...values) => {
    if (values.length === 0) return start;
    if (values.length === 1 && name === '-') return -number(values[0]);
    let result = number(values[0]);
    for (let k = 1; k < values.length; k++) result = operate(result, number(values[k]));
    return result;
  });
}

function divide(a, b) {
  if (b === 0) throw new LispError('division by zero');
  return Math.floor(a / b);
}

function remainder(a, b) {
  return a - divide(a, b) * b;
}

function pair(value) {
  if (value instanceof Pair) return value;
  throw new LispError(`${show(value)} is no pair`);
}

/** Whether two values look the same. */
function same(one, other) {
  let a = one;
  let b = other;
  while (a instanceof Pair && b instanceof Pair) {
    if (!same(a.head, b.head)) return false;
    a = a.tail;
    b = b.tail;
  }
  return a === b;
}

class Interpreter {
  constructor() {
    this.output = [];
    this.calls = 0;
    this.compiler = new Compiler(this);
    this.globals = new Environment(new Map(), null);
    for (const primitive of this.primitives()) this.globals.values.set(primitive.name, primitive);
  }

  *primitives() {
    yield fold('+', (a, b) => a + b, 0);
    yield fold('-', (a, b) => a - b, 0);
    yield fold('*', (a, b) => a * b, 1);
    yield fold('quotient', divide, 1);
    yield fold('modulo', remainder, 1);
    yield new Primitive('<', (a, b) => number(a) < number(b), 2);
    yield new Primitive('>', (a, b) => number(a) > number(b), 2);
    yield new Primitive('<=', (a, b) => number(a) <= number(b), 2);
    yield new Primitive('=', (a, b) => number(a) === number(b), 2);
    yield new Primitive('eq?', (a, b) => a === b, 2);
    yield new Primitive('equal?', same, 2);
    yield new Primitive('not', (a) => a === false, 1);
    yield new Primitive('cons', (a, b) => new Pair(a, b), 2);
    yield new Primitive('car', (a) => pair(a).head, 1);
    yield new Primitive('cdr', (a) => pair(a).tail, 1);
    yield new Primitive('list', (...items) => makeList(items));
    yield new Primitive('null?', (a) => a === NIL, 1);
    yield new Primitive('pair?', (a) => a instanceof Pair, 1);
    yield new Primitive('symbol?', (a) => a instanceof LispSymbol, 1);
    yield new Primitive('number?', (a) => typeof a === 'number', 1);
    yield new Primitive('apply', (callee, args) => this.apply(callee, itemsOf(args)), 2);
    yield new Primitive('print', (...values) => this.print(values));
  }

  print(values) {
    this.output.push(values.map(show).join(' '));
    return NIL;
  }

  /** Call a function, and all that is called in tail position after that. */
  apply(first, firstArgs) {
    let callee = first;
    let args = firstArgs;
    for (;;) {
      this.calls++;
      if (callee instanceof Closure) {
        const result = callee.body(callee.scopeFor(args));
        if (!(result instanceof TailCall)) return result;
        callee = result.callee;
        args = result.args;
      } else if (callee instanceof Primitive) {
        return callee.call(args);
      } else {
        throw new LispError(`${show(callee)} is no function`);
      }
    }
  }

  run(text) {
    let value = NIL;
    for (const expression of new Reader(text).readAll()) {
      value = this.compiler.compile(expression)(this.globals);
    }
    return value;
  }
}

const PRELUDE = `
(define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l)))))
(define (filter f l) (cond ((null? l) '()) ((f (car l)) (cons (car l) (filter f (cdr l)))) (else (filter f (cdr l)))))
(define (fold f start l) (if (null? l) start (fold f (f start (car l)) (cdr l))))
(define (append a b) (if (null? a) b (cons (car a) (append (cdr a) b))))
(define (reverse l) (fold (lambda (r x) (cons x r)) '() l))
(define (length l) (fold (lambda (n x) (+ n 1)) 0 l))
(define (range a b) (let ((r '())) (while (< a b) (set! b (- b 1)) (set! r (cons b r))) r))
(define (cadr l) (car (cdr l)))
(define (caddr l) (car (cdr (cdr l))))
(define (compose f g) (lambda (x) (f (g x))))
`;

const PROGRAMS = [
  `
; Random numbers from a closure, sorted in two ways.
(define (make-random state) (lambda (limit) (set! state (modulo (+ (* state 3877) 29573) 139968)) (modulo state limit)))
(define random (make-random seed))
(define (random-list n) (if (= n 0) '() (cons (random 1000) (random-list (- n 1)))))
(define (quicksort l)
  (if (null? l) l
    (let ((p (car l)) (r (cdr l)))
      (append (quicksort (filter (lambda (x) (< x p)) r))
              (cons p (quicksort (filter (lambda (x) (not (< x p))) r)))))))
(define (insert x l) (if (or (null? l) (<= x (car l))) (cons x l) (cons (car l) (insert x (cdr l)))))
(define numbers (random-list 25))
(define sorted (quicksort numbers))
(print 'sorted (equal? sorted (fold (lambda (l x) (insert x l)) '() numbers)) (car sorted) (fold + 0 numbers))
`,
  `
; Derivatives, simplified a little.
(define (sum a b) (cond ((equal? a 0) b) ((equal? b 0) a) ((and (number? a) (number? b)) (+ a b)) (else (list '+ a b))))
(define (product a b)
  (cond ((or (equal? a 0) (equal? b 0)) 0) ((equal? a 1) b) ((equal? b 1) a)
        ((and (number? a) (number? b)) (* a b)) (else (list '* a b))))
(define (derive e x)
  (cond ((number? e) 0)
        ((symbol? e) (if (eq? e x) 1 0))
        ((eq? (car e) '+) (sum (derive (cadr e) x) (derive (caddr e) x)))
        ((eq? (car e) '*) (sum (product (cadr e) (derive (caddr e) x)) (product (derive (cadr e) x) (caddr e))))
        (else (print 'unknown e))))
(define (value e x v)
  (cond ((number? e) e) ((symbol? e) v)
        ((eq? (car e) '+) (+ (value (cadr e) x v) (value (caddr e) x v)))
        (else (* (value (cadr e) x v) (value (caddr e) x v)))))
(define formula '(+ (* x (* x (+ x 3))) (* 5 (+ x (* 2 x)))))
(print (derive formula 'x))
(print (map (lambda (v) (value (derive (derive formula 'x) 'x) 'x v)) (list 0 1 2 (modulo seed 10))))
`,
  `
; Queens, as lists of columns.
(define (safe? column distance placed)
  (or (null? placed)
      (and (not (= (car placed) column)) (not (= (car placed) (+ column distance)))
           (not (= (car placed) (- column distance))) (safe? column (+ distance 1) (cdr placed)))))
(define (queens n)
  (define (place k placed)
    (if (= k 0) 1
      (fold (lambda (count column) (if (safe? column 1 placed) (+ count (place (- k 1) (cons column placed))) count))
            0 (range 0 n))))
  (place n '()))
(print 'queens (map queens '(1 4 5)))
`,
  `
; Primes with a loop in tail position, numerals made of functions, and a stream.
(define (prime? n) (define (try d) (cond ((< n (* d d)) #t) ((= (modulo n d) 0) #f) (else (try (+ d 1))))) (try 2))
(define (count-primes n found) (if (< n 2) found (count-primes (- n 1) (if (prime? n) (+ found 1) found))))
(define (numeral n) (if (= n 0) (lambda (f) (lambda (x) x)) (lambda (f) (compose f ((numeral (- n 1)) f)))))
(define (plus a b) (lambda (f) (compose (a f) (b f))))
(define (to-number c) ((c (lambda (x) (+ x 1))) 0))
(define (integers n) (cons n (lambda () (integers (+ n 1)))))
(define (take s n) (if (= n 0) '() (cons (car s) (take ((cdr s)) (- n 1)))))
(print 'primes (count-primes (+ 150 (modulo seed 50)) 0) (to-number (plus (numeral 7) (numeral (modulo seed 6)))))
(print (take (integers (modulo seed 100)) 5) (apply + (take (integers 1) 10)) (cons 1 2))
`,
];

const WRONG = [
  '(car 1)', '(foo 1)', '((lambda (x) x))', '(1 2)', "(+ 1 'a)", '(if)', ')', '(print (list 1', '(quotient 1 0)',
  '(not 1 2)', '(set! y 1)', '(let ((x)) x)',
];

function main() {
  const rounds = Number(process.argv[2] ?? 8);
  let calls = 0;
  let checksum = 0;
  let lines = [];
  for (let round = 0; round < rounds; round++) {
    lines = [];
    for (const program of PROGRAMS) {
      const interpreter = new Interpreter();
      interpreter.globals.values.set('seed', round * 7 + 3);
      interpreter.run(PRELUDE);
      interpreter.run(program);
      calls += interpreter.calls;
      lines.push(...interpreter.output);
    }
    for (const line of lines) {
      for (let k = 0; k < line.length; k++) checksum = (checksum * 31 + line.charCodeAt(k)) % 1000000007;
    }
  }
  for (const line of lines) console.log(line);
  const interpreter = new Interpreter();
  for (const text of WRONG) {
    try {
      console.log(`${text} gives ${show(interpreter.run(text))}`);
    } catch (error) {
      if (!(error instanceof LispError)) throw error;
      console.log(`${text}: ${error.constructor.name}: ${error.message}`);
    }
  }
  console.log(`${calls} calls, checksum ${checksum}`);
}

main();
