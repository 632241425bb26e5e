// A small language and a stack machine to run it: the twin of tinyvm.py.
//
// Usage: node tinyvm.mjs [rounds]

/** An error in a program of the small language, with its line. */
class TinyError extends Error {
  constructor(message, line) {
    super(`line ${line}: ${message}`);
    this.line = line;
  }
}

class TinySyntaxError extends TinyError {}

class TinyRuntimeError extends TinyError {}

// ---------------------------------------------------------------------------------------- tokens

const KEYWORDS = new Set(
  ['var', 'func', 'if', 'else', 'while', 'return', 'true', 'false', 'and', 'or', 'not', 'print'],
);
const TWO_CHARACTERS = new Set(['==', '!=', '<=', '>=']);
const ONE_CHARACTER = new Set('+-*/%<>=!(){}[],;');

class Token {
  constructor(kind, text, line) {
    this.kind = kind;
    this.text = text;
    this.line = line;
  }
}

function isSpace(character) {
  return character === ' ' || character === '\t' || character === '\r';
}

function isDigit(character) {
  return character >= '0' && character <= '9';
}

function isLetter(character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character === '_';
}

/** Generate the tokens of a program; the last has the kind `end`. */
function* tokenize(source) {
  let position = 0;
  let line = 1;
  const length = source.length;
  while (position < length) {
    const character = source[position];
    if (character === '\n') {
      line++;
      position++;
    } else if (isSpace(character)) {
      position++;
    } else if (character === '#') {
      while (position < length && source[position] !== '\n') position++;
    } else if (isLetter(character)) {
      const start = position;
      while (position < length && (isLetter(source[position]) || isDigit(source[position]))) position++;
      const word = source.slice(start, position);
      yield new Token(KEYWORDS.has(word) ? word : 'name', word, line);
    } else if (isDigit(character)) {
      const start = position;
      while (position < length && isDigit(source[position])) position++;
      yield new Token('number', source.slice(start, position), line);
    } else if (character === '"') {
      const end = source.indexOf('"', position + 1);
      if (end < 0) throw new TinySyntaxError('string without an end', line);
      yield new Token('string', source.slice(position + 1, end), line);
      position = end + 1;
    } else if (TWO_CHARACTERS.has(source.slice(position, position + 2))) {
      yield new Token(source.slice(position, position + 2), source.slice(position, position + 2), line);
      position += 2;
    } else if (ONE_CHARACTER.has(character)) {
      yield new Token(character, character, line);
      position++;
    } else {
      throw new TinySyntaxError(`unexpected character ${character}`, line);
    }
  }
  yield new Token('end', '', line);
}

// ------------------------------------------------------------------------------------------ tree

/** A part of a program; the subclasses name the fields that come after the line. */
class Node {
  static fields = [];

  constructor(line, ...values) {
    this.line = line;
    for (const [k, field] of this.constructor.fields.entries()) this[field] = values[k];
  }
}

class Literal extends Node {
  static fields = ['value'];
}

class Name extends Node {
  static fields = ['name'];
}

class ArrayOf extends Node {
  static fields = ['items'];
}

class Index extends Node {
  static fields = ['array', 'index'];
}

class Unary extends Node {
  static fields = ['operator', 'operand'];
}

class Binary extends Node {
  static fields = ['operator', 'left', 'right'];
}

class Logical extends Node {
  static fields = ['operator', 'left', 'right'];
}

class Call extends Node {
  static fields = ['callee', 'args'];
}

class Assign extends Node {
  static fields = ['target', 'value', 'declares'];
}

class If extends Node {
  static fields = ['condition', 'then', 'otherwise'];
}

class While extends Node {
  static fields = ['condition', 'body'];
}

class Return extends Node {
  static fields = ['value'];
}

class Print extends Node {
  static fields = ['values'];
}

class Evaluate extends Node {
  static fields = ['value'];
}

class FunctionOf extends Node {
  static fields = ['name', 'parameters', 'body'];
}

const PRECEDENCE = new Map([
  ['or', 1], ['and', 2], ['==', 3], ['!=', 3], ['<', 4], ['<=', 4], ['>', 4], ['>=', 4],
  ['+', 5], ['-', 5], ['*', 6], ['/', 6], ['%', 6],
]);

class Parser {
  constructor(source) {
    this.tokens = [...tokenize(source)];
    this.position = 0;
  }

  get token() {
    return this.tokens[this.position];
  }

  advance() {
    const token = this.tokens[this.position];
    this.position++;
    return token;
  }

  accept(kind) {
    return this.token.kind === kind ? this.advance() : null;
  }

  expect(kind) {
    const token = this.accept(kind);
    if (token === null) {
      throw new TinySyntaxError(`expected ${kind}, found ${this.token.kind}`, this.token.line);
    }
    return token;
  }

  program() {
    const statements = [];
    while (this.token.kind !== 'end') statements.push(this.statement());
    return statements;
  }

  block() {
    this.expect('{');
    const statements = [];
    while (!this.accept('}')) statements.push(this.statement());
    return statements;
  }

  statement() {
    const line = this.token.line;
    if (this.accept('func')) {
      const name = this.expect('name').text;
      this.expect('(');
      const parameters = this.separated(')', () => this.expect('name').text);
      return new FunctionOf(line, name, parameters, this.block());
    }
    if (this.accept('if')) return this.ifRest(line);
    if (this.accept('while')) return new While(line, this.expression(), this.block());
    if (this.accept('var')) {
      const name = new Name(line, this.expect('name').text);
      this.expect('=');
      return this.ended(new Assign(line, name, this.expression(), true));
    }
    if (this.accept('return')) {
      const value = this.token.kind === ';' ? new Literal(line, 0) : this.expression();
      return this.ended(new Return(line, value));
    }
    if (this.accept('print')) return new Print(line, this.separated(';', () => this.expression()));
    const target = this.expression();
    if (this.accept('=')) {
      if (!(target instanceof Name || target instanceof Index)) {
        throw new TinySyntaxError('cannot assign to this', line);
      }
      return this.ended(new Assign(line, target, this.expression(), false));
    }
    return this.ended(new Evaluate(line, target));
  }

  ifRest(line) {
    const condition = this.expression();
    const then = this.block();
    let otherwise = [];
    if (this.accept('else')) {
      const inner = this.token.line;
      otherwise = this.accept('if') ? [this.ifRest(inner)] : this.block();
    }
    return new If(line, condition, then, otherwise);
  }

  ended(node) {
    this.expect(';');
    return node;
  }

  /** Parse things with commas between them, up to and including the closing token. */
  separated(closing, parse) {
    const items = [];
    if (!this.accept(closing)) {
      items.push(parse());
      while (this.accept(',')) items.push(parse());
      this.expect(closing);
    }
    return items;
  }

  /** Parse operators that bind at least as strongly as `least`. */
  expression(least = 1) {
    let left = this.unary();
    for (;;) {
      const { kind, line } = this.token;
      const binding = PRECEDENCE.get(kind) ?? 0;
      if (binding < least) return left;
      this.advance();
      const right = this.expression(binding + 1);
      const LogicalOrBinary = kind === 'and' || kind === 'or' ? Logical : Binary;
      left = new LogicalOrBinary(line, kind, left, right);
    }
  }

  unary() {
    const token = this.token;
    if (token.kind === '-' || token.kind === 'not') {
      this.advance();
      return new Unary(token.line, token.kind, this.unary());
    }
    return this.postfix();
  }

  postfix() {
    let node = this.primary();
    for (;;) {
      const line = this.token.line;
      if (this.accept('(')) {
        node = new Call(line, node, this.separated(')', () => this.expression()));
      } else if (this.accept('[')) {
        node = new Index(line, node, this.expression());
        this.expect(']');
      } else {
        return node;
      }
    }
  }

  primary() {
    const token = this.advance();
    if (token.kind === 'number') return new Literal(token.line, Number(token.text));
    if (token.kind === 'string') return new Literal(token.line, token.text);
    if (token.kind === 'true' || token.kind === 'false') return new Literal(token.line, token.kind === 'true');
    if (token.kind === 'name') return new Name(token.line, token.text);
    if (token.kind === '[') return new ArrayOf(token.line, this.separated(']', () => this.expression()));
    if (token.kind === '(') {
      const node = this.expression();
      this.expect(')');
      return node;
    }
    throw new TinySyntaxError(`unexpected ${token.kind}`, token.line);
  }
}

const FOLDABLE = new Map([
  ['+', (a, b) => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['<', (a, b) => a < b],
  ['>', (a, b) => a > b],
]);

function isNumber(node) {
  return node instanceof Literal && typeof node.value === 'number';
}

/** Compute operations on literal numbers now instead of at run time. */
function fold(node) {
  if (node instanceof Binary) {
    const left = fold(node.left);
    const right = fold(node.right);
    if (isNumber(left) && isNumber(right) && FOLDABLE.has(node.operator)) {
      return new Literal(node.line, FOLDABLE.get(node.operator)(left.value, right.value));
    }
    return new Binary(node.line, node.operator, left, right);
  }
  if (node instanceof Unary && node.operator === '-') {
    const operand = fold(node.operand);
    if (isNumber(operand)) return new Literal(node.line, -operand.value);
    return new Unary(node.line, node.operator, operand);
  }
  return node;
}

// -------------------------------------------------------------------------------------- compiler

const CONST = 0, LOAD = 1, STORE = 2, LOAD_GLOBAL = 3, STORE_GLOBAL = 4;
const ADD = 5, SUB = 6, MUL = 7, DIV = 8, MOD = 9, EQ = 10, NE = 11, LT = 12, LE = 13, GT = 14, GE = 15;
const NEG = 16, NOT = 17, JUMP = 18, JUMP_IF_FALSE = 19, JUMP_OR_POP = 20, JUMP_UNLESS_OR_POP = 21;
const CALL = 22, RETURN = 23, ARRAY = 24, GET = 25, SET = 26, PRINT = 27, POP = 28;

const BINARY_CODES = new Map([
  ['+', ADD], ['-', SUB], ['*', MUL], ['/', DIV], ['%', MOD], ['==', EQ], ['!=', NE], ['<', LT], ['<=', LE],
  ['>', GT], ['>=', GE],
]);

/** A compiled function. */
class Code {
  constructor(name, parameters) {
    this.name = name;
    this.arity = parameters.length;
    this.names = [...parameters];
    this.instructions = [];
    this.lines = [];
  }
}

class Compiler {
  constructor(name = 'main', parameters = [], isGlobal = true) {
    this.code = new Code(name, parameters);
    this.isGlobal = isGlobal;
  }

  compile(statements) {
    this.statements(statements);
    const line = statements.length > 0 ? statements.at(-1).line : 0;
    this.emit(CONST, 0, line);
    this.emit(RETURN, 0, line);
    return this.code;
  }

  emit(operation, argument, line) {
    this.code.lines.push(line);
    return this.code.instructions.push([operation, argument]) - 1;
  }

  get here() {
    return this.code.instructions.length;
  }

  /** Let a jump that was emitted earlier lead to here. */
  patch(position) {
    this.code.instructions[position][1] = this.here;
  }

  visit(node) {
    this[`visit${node.constructor.name}`](node);
  }

  statements(nodes) {
    for (const node of nodes) this.visit(node);
  }

  visitLiteral(node) {
    this.emit(CONST, node.value, node.line);
  }

  visitName(node) {
    const local = this.code.names.indexOf(node.name);
    if (local >= 0) this.emit(LOAD, local, node.line);
    else this.emit(LOAD_GLOBAL, node.name, node.line);
  }

  visitArrayOf(node) {
    for (const item of node.items) this.visit(item);
    this.emit(ARRAY, node.items.length, node.line);
  }

  visitIndex(node) {
    this.visit(node.array);
    this.visit(fold(node.index));
    this.emit(GET, 0, node.line);
  }

  visitUnary(node) {
    const folded = fold(node);
    if (folded instanceof Literal) {
      this.visit(folded);
    } else {
      this.visit(node.operand);
      this.emit(node.operator === '-' ? NEG : NOT, 0, node.line);
    }
  }

  visitBinary(node) {
    const folded = fold(node);
    if (folded instanceof Literal) {
      this.visit(folded);
    } else {
      this.visit(folded.left);
      this.visit(folded.right);
      this.emit(BINARY_CODES.get(node.operator), 0, node.line);
    }
  }

  visitLogical(node) {
    this.visit(node.left);
    const jump = this.emit(node.operator === 'or' ? JUMP_OR_POP : JUMP_UNLESS_OR_POP, 0, node.line);
    this.visit(node.right);
    this.patch(jump);
  }

  visitCall(node) {
    this.visit(node.callee);
    for (const argument of node.args) this.visit(argument);
    this.emit(CALL, node.args.length, node.line);
  }

  visitAssign(node) {
    const target = node.target;
    if (target instanceof Index) {
      this.visit(target.array);
      this.visit(target.index);
      this.visit(node.value);
      this.emit(SET, 0, node.line);
      return;
    }
    this.visit(node.value);
    const names = this.code.names;
    if (node.declares && !this.isGlobal && !names.includes(target.name)) names.push(target.name);
    const local = names.indexOf(target.name);
    if (local >= 0) this.emit(STORE, local, node.line);
    else this.emit(STORE_GLOBAL, target.name, node.line);
  }

  visitIf(node) {
    this.visit(node.condition);
    const skip = this.emit(JUMP_IF_FALSE, 0, node.line);
    this.statements(node.then);
    if (node.otherwise.length > 0) {
      const end = this.emit(JUMP, 0, node.line);
      this.patch(skip);
      this.statements(node.otherwise);
      this.patch(end);
    } else {
      this.patch(skip);
    }
  }

  visitWhile(node) {
    const start = this.here;
    this.visit(node.condition);
    const leave = this.emit(JUMP_IF_FALSE, 0, node.line);
    this.statements(node.body);
    this.emit(JUMP, start, node.line);
    this.patch(leave);
  }

  visitReturn(node) {
    this.visit(node.value);
    this.emit(RETURN, 0, node.line);
  }

  visitPrint(node) {
    for (const value of node.values) this.visit(value);
    this.emit(PRINT, node.values.length, node.line);
  }

  visitEvaluate(node) {
    this.visit(node.value);
    this.emit(POP, 0, node.line);
  }

  visitFunctionOf(node) {
    const code = new Compiler(node.name, node.parameters, false).compile(node.body);
    this.emit(CONST, code, node.line);
    this.emit(STORE_GLOBAL, node.name, node.line);
  }
}

// --------------------------------------------------------------------------------------- machine

/** What the operations throw; the machine adds the line. */
class ValueError extends Error {}

function wrongKind() {
  return new ValueError('operation on values of the wrong kind');
}

class Builtin {
  constructor(name, arity, call) {
    this.name = name;
    this.arity = arity;
    this.call = call;
  }
}

class Frame {
  constructor(code, args) {
    this.code = code;
    this.locals = args;
    while (args.length < code.names.length) args.push(0);
    this.next = 0;
  }
}

function show(value) {
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  return String(value);
}

function sizeOf(value) {
  if (typeof value !== 'string' && !Array.isArray(value)) throw wrongKind();
  return value.length;
}

function push(array, value) {
  if (!Array.isArray(array)) throw wrongKind();
  array.push(value);
  return 0;
}

function checkIndex(array, index) {
  if (typeof index !== 'number') throw wrongKind();
  if (index < 0 || index >= sizeOf(array)) throw new ValueError('index out of range');
}

function operate(operation, left, right) {
  if (operation === EQ) return left === right;
  if (operation === NE) return left !== right;
  if (typeof left !== typeof right || (typeof left === 'string' && SUB <= operation && operation <= MOD)) {
    throw wrongKind();
  }
  switch (operation) {
    case ADD:
      return left + right;
    case SUB:
      return left - right;
    case MUL:
      return left * right;
    case DIV:
      if (right === 0) throw new ValueError('division by zero');
      return Math.floor(left / right);
    case MOD:
      if (right === 0) throw new ValueError('division by zero');
      return left - Math.floor(left / right) * right;
    case LT:
      return left < right;
    case LE:
      return left <= right;
    case GT:
      return left > right;
    default:
      return left >= right;
  }
}

function isTrue(value) {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

class Machine {
  static MAX_FRAMES = 200;

  constructor() {
    this.output = [];
    this.executed = 0;
    this.globals = new Map();
    for (const builtin of [
      new Builtin('len', 1, sizeOf),
      new Builtin('push', 2, push),
      new Builtin('pop', 1, (array) => array.pop()),
      new Builtin('text', 1, show),
      new Builtin('code', 1, (text) => text.charCodeAt(0)),
    ]) {
      this.globals.set(builtin.name, builtin);
    }
  }

  /** Execute a program; errors of its values become errors with a line. */
  run(code) {
    try {
      this.execute(new Frame(code, []));
    } catch (error) {
      if (error instanceof ValueError) throw new TinyRuntimeError(error.message, this.line);
      throw error;
    }
  }

  get line() {
    const frame = this.frame;
    return frame.code.lines[frame.next - 1];
  }

  /** The loop of the machine, for all frames of the program. */
  execute(main) {
    const frames = [];
    const stack = [];
    let executed = 0;
    let frame = main;
    this.frame = frame;
    let instructions = frame.code.instructions;
    for (;;) {
      const [operation, argument] = instructions[frame.next];
      frame.next++;
      executed++;
      switch (operation) {
        case LOAD:
          stack.push(frame.locals[argument]);
          break;
        case CONST:
          stack.push(argument);
          break;
        case STORE:
          frame.locals[argument] = stack.pop();
          break;
        case LOAD_GLOBAL:
          if (!this.globals.has(argument)) throw new ValueError(`unknown name ${argument}`);
          stack.push(this.globals.get(argument));
          break;
        case STORE_GLOBAL:
          this.globals.set(argument, stack.pop());
          break;
        case ADD:
        case SUB:
        case MUL:
        case DIV:
        case MOD:
        case EQ:
        case NE:
        case LT:
        case LE:
        case GT:
        case GE: {
          const right = stack.pop();
          const left = stack.pop();
          stack.push(operate(operation, left, right));
          break;
        }
        case JUMP_IF_FALSE:
          if (!isTrue(stack.pop())) frame.next = argument;
          break;
        case JUMP:
          frame.next = argument;
          break;
        case GET: {
          const index = stack.pop();
          const array = stack.pop();
          checkIndex(array, index);
          stack.push(array[index]);
          break;
        }
        case SET: {
          const value = stack.pop();
          const index = stack.pop();
          const array = stack.pop();
          checkIndex(array, index);
          array[index] = value;
          break;
        }
        case CALL: {
          const args = stack.splice(stack.length - argument);
          const callee = stack.pop();
          if (callee.arity !== argument) {
            throw new TinyRuntimeError(`${callee.name} takes ${callee.arity} arguments`, this.line);
          }
          if (callee instanceof Builtin) {
            stack.push(callee.call(...args));
          } else {
            if (frames.length === Machine.MAX_FRAMES) {
              throw new TinyRuntimeError('calls nested too deeply', this.line);
            }
            frames.push(frame);
            this.frame = frame = new Frame(callee, args);
            instructions = callee.instructions;
          }
          break;
        }
        case RETURN:
          if (frames.length === 0) {
            this.executed += executed;
            return;
          }
          this.frame = frame = frames.pop();
          instructions = frame.code.instructions;
          break;
        case POP:
          stack.pop();
          break;
        case JUMP_OR_POP:
          if (isTrue(stack.at(-1))) frame.next = argument;
          else stack.pop();
          break;
        case JUMP_UNLESS_OR_POP:
          if (!isTrue(stack.at(-1))) frame.next = argument;
          else stack.pop();
          break;
        case NEG:
          stack.push(-stack.pop());
          break;
        case NOT:
          stack.push(!isTrue(stack.pop()));
          break;
        case ARRAY:
          stack.push(stack.splice(stack.length - argument));
          break;
        case PRINT:
          this.output.push(stack.splice(stack.length - argument).map(show).join(' '));
          break;
        default:
          throw new Error(`unknown operation ${operation}`);
      }
    }
  }
}

// -------------------------------------------------------------------------------------- programs

const SIEVE = `
# All primes below a limit.
func sieve(limit) {
    var flags = [];
    var i = 0;
    while i < limit { push(flags, true); i = i + 1; }
    var found = [];
    i = 2;
    while i < limit {
        if flags[i] {
            push(found, i);
            var k = i * i;
            while k < limit { flags[k] = false; k = k + i; }
        }
        i = i + 1;
    }
    return found;
}
var primes = sieve(200 + seed % 50);
print "primes", len(primes), primes[len(primes) - 1];
`;

const RECURSION = `
func fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }
func even(n) { if n == 0 { return true; } return odd(n - 1); }
func odd(n) { if n == 0 { return false; } return even(n - 1); }
func ackermann(m, n) {
    if m == 0 { return n + 1; }
    else if n == 0 { return ackermann(m - 1, 1); }
    return ackermann(m - 1, ackermann(m, n - 1));
}
print fib(10), even(seed % 40), odd(seed % 40), ackermann(2, 3 + seed % 3);
`;

const SORT = `
var state = seed;
func random(limit) { state = (state * 3877 + 29573) % 139968; return state % limit; }
func sort(values, low, high) {
    if low >= high { return 0; }
    var pivot = values[low + (high - low) / 2];
    var i = low;
    var k = high;
    while i <= k {
        while values[i] < pivot { i = i + 1; }
        while values[k] > pivot { k = k - 1; }
        if i <= k {
            var held = values[i];
            values[i] = values[k];
            values[k] = held;
            i = i + 1;
            k = k - 1;
        }
    }
    sort(values, low, k);
    sort(values, i, high);
}
var values = [];
while len(values) < 60 { push(values, random(1000)); }
sort(values, 0, len(values) - 1);
var ordered = true;
var i = 1;
while i < len(values) {
    if values[i - 1] > values[i] and not (values[i - 1] == values[i]) { ordered = false; }
    i = i + 1;
}
print ordered, values[0], values[30], values[59];
`;

const MATRIX = `
func row(n, value) { var r = []; while n > 0 { push(r, value); n = n - 1; } return r; }
func multiply(a, b, n) {
    var result = [];
    var i = 0;
    while i < n {
        var r = row(n, 0);
        var k = 0;
        while k < n {
            var sum = 0;
            var m = 0;
            while m < n { sum = (sum + a[i][m] * b[m][k]) % (10 * 10 * 10 - 3); m = m + 1; }
            r[k] = sum;
            k = k + 1;
        }
        push(result, r);
        i = i + 1;
    }
    return result;
}
var base = [[1, 1, 0, 2], [1, 0, -1 + 2, 3], [0, seed % 7, 1, 1], [2, 1, 1, 0]];
var power = base;
var n = 1;
while n < 6 { power = multiply(power, base, 4); n = n + 1; }
print "matrix", power[0], power[3];
`;

const STRINGS = `
func repeat(piece, count) {
    var result = "";
    while count > 0 { result = result + piece; count = count - 1; }
    return result;
}
func hash(string) {
    var h = 7;
    var i = 0;
    while i < len(string) { h = (h * 31 + code(string[i])) % 65521; i = i + 1; }
    return h;
}
var s = repeat("ab" + text(seed), 6);
print len(s), hash(s), s == s + "", "x" < "y" or "never";
`;

const PROGRAMS = [
  ['sieve', SIEVE], ['recursion', RECURSION], ['sort', SORT], ['matrix', MATRIX], ['strings', STRINGS],
];

const WRONG = [
  'print 1;\nprint 2 +;', 'var x = 1;\nx = y + 1;', 'print 1 / (2 - 2);', 'var a = [1];\n\nprint a[3];',
  'func f(x) { return x; }\nprint f(1, 2);', 'func f() { return f(); }\nf();', '1 + 2 = 3;', 'print "abc;',
  'print @;', 'print 1 - "a";', 'if true { print 1;', 'len(5);',
];

function runProgram(source, seed) {
  const code = new Compiler().compile(new Parser(source).program());
  const machine = new Machine();
  machine.globals.set('seed', seed);
  machine.run(code);
  return machine;
}

function main() {
  const rounds = Number(process.argv[2] ?? 23);
  let executed = 0;
  let checksum = 0;
  const last = new Map();
  for (let number = 0; number < rounds; number++) {
    for (const [name, source] of PROGRAMS) {
      const machine = runProgram(source, number * 17 + 5);
      executed += machine.executed;
      last.set(name, machine.output);
      for (const line of machine.output) {
        for (let k = 0; k < line.length; k++) checksum = (checksum * 31 + line.charCodeAt(k)) % 1000000007;
      }
    }
  }
  for (const [name, lines] of last) {
    for (const line of lines) console.log(`${name}: ${line}`);
  }
  for (const source of WRONG) {
    try {
      runProgram(source, 1);
      console.log('no error');
    } catch (error) {
      if (!(error instanceof TinyError)) throw error;
      console.log(`${error.constructor.name} in ${error.message}`);
    }
  }
  console.log(`${executed} instructions, checksum ${checksum}`);
}

main();
