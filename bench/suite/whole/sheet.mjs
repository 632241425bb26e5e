// A spreadsheet whose formulas become closures: the twin of sheet.py.
//
// Usage: node sheet.mjs [edits in hundreds]

const COLUMNS = 8;
const ROWS = 30;

/** A formula that cannot be parsed. */
class FormulaError extends Error {}

/** A value that cannot be computed; what the cell shows instead. */
class CellError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

function isDigit(character) {
  return character >= '0' && character <= '9';
}

function isLetter(character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

class Address {
  constructor(column, row) {
    this.column = column;
    this.row = row;
  }

  static parse(text) {
    let column = 0;
    let position = 0;
    while (position < text.length && isLetter(text[position])) {
      column = column * 26 + text[position].toUpperCase().charCodeAt(0) - 64;
      position++;
    }
    if (position === 0 || !/^\d+$/.test(text.slice(position))) throw new FormulaError(`${text} is no address`);
    return new Address(column - 1, Number(text.slice(position)) - 1);
  }

  /** What stands for the address in maps. */
  get key() {
    return `${this.column},${this.row}`;
  }
}

class Token {
  constructor(kind, text) {
    this.kind = kind;
    this.text = text;
  }
}

/** Generate the tokens of a formula. */
function* tokenize(text) {
  let position = 0;
  while (position < text.length) {
    const character = text[position];
    const start = position;
    if (character === ' ') {
      position++;
    } else if (isDigit(character) || character === '.') {
      while (position < text.length && (isDigit(text[position]) || text[position] === '.')) position++;
      yield new Token('number', text.slice(start, position));
    } else if (isLetter(character)) {
      while (position < text.length && (isLetter(text[position]) || isDigit(text[position]))) position++;
      const word = text.slice(start, position).toUpperCase();
      yield new Token(/^[A-Z]+$/.test(word) ? 'name' : 'cell', word);
    } else if (['<=', '>=', '<>'].includes(text.slice(position, position + 2))) {
      position += 2;
      yield new Token('operator', text.slice(start, position));
    } else if ('+-*/^<>=(),:'.includes(character)) {
      position++;
      yield new Token('operator', character);
    } else {
      throw new FormulaError(`unexpected ${character}`);
    }
  }
  yield new Token('end', '');
}

// ----------------------------------------------------------------------------------------- values

/** Return what a value counts as in arithmetic; errors are raised again. */
function numberOf(value) {
  if (value instanceof CellError) throw value;
  if (value === null) return 0;
  if (typeof value === 'string') throw new CellError('#VALUE!');
  return value;
}

function divide(a, b) {
  if (b === 0) throw new CellError('#DIV/0!');
  return a / b;
}

/** Return a to a whole power; others are not supported. */
function power(a, b) {
  if (b !== Math.trunc(b) || b < 0 || b > 100) throw new CellError('#NUM!');
  let result = 1;
  for (let k = 0; k < b; k++) result *= a;
  return result;
}

const OPERATORS = new Map([
  ['+', [2, (a, b) => a + b]],
  ['-', [2, (a, b) => a - b]],
  ['*', [3, (a, b) => a * b]],
  ['/', [3, divide]],
  ['^', [4, power]],
  ['<', [1, (a, b) => (a < b ? 1 : 0)]],
  ['>', [1, (a, b) => (a > b ? 1 : 0)]],
  ['<=', [1, (a, b) => (a <= b ? 1 : 0)]],
  ['>=', [1, (a, b) => (a >= b ? 1 : 0)]],
  ['=', [1, (a, b) => (a === b ? 1 : 0)]],
  ['<>', [1, (a, b) => (a !== b ? 1 : 0)]],
]);

/** Generate the numbers among values; text and empty cells are left out. */
function* numbersIn(values) {
  for (const value of values) {
    if (value instanceof CellError) throw value;
    if (typeof value === 'number') yield value;
  }
}

function total(values) {
  let result = 0;
  for (const value of numbersIn(values)) result += value;
  return result;
}

function average(values) {
  const numbers = [...numbersIn(values)];
  if (numbers.length === 0) throw new CellError('#DIV/0!');
  return total(numbers) / numbers.length;
}

function smallest(values) {
  const numbers = [...numbersIn(values)];
  return numbers.length > 0 ? Math.min(...numbers) : 0;
}

function greatest(values) {
  const numbers = [...numbersIn(values)];
  return numbers.length > 0 ? Math.max(...numbers) : 0;
}

function count(values) {
  return [...numbersIn(values)].length;
}

function median(values) {
  const numbers = [...numbersIn(values)].sort((a, b) => a - b);
  if (numbers.length === 0) throw new CellError('#NUM!');
  const middle = numbers.length >> 1;
  return numbers.length % 2 === 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

const FUNCTIONS = new Map([
  ['SUM', total], ['AVERAGE', average], ['MIN', smallest], ['MAX', greatest], ['COUNT', count], ['MEDIAN', median],
]);

// --------------------------------------------------------------------------------------- formulas

/** Turns the text of a formula into a function of the sheet, and notes the cells it needs. */
class Compiler {
  constructor(text) {
    this.tokens = [...tokenize(text)];
    this.position = 0;
    this.needs = new Map();
  }

  get token() {
    return this.tokens[this.position];
  }

  take() {
    const token = this.token;
    this.position++;
    return token;
  }

  accept(operator) {
    if (this.token.kind !== 'operator' || this.token.text !== operator) return false;
    this.position++;
    return true;
  }

  expect(operator) {
    if (!this.accept(operator)) throw new FormulaError(`expected ${operator}, found ${this.token.text || 'the end'}`);
  }

  compile() {
    const compute = this.expression(1);
    if (this.token.kind !== 'end') throw new FormulaError(`unexpected ${this.token.text}`);
    return [compute, [...this.needs.values()]];
  }

  expression(least) {
    let left = this.operand();
    while (this.token.kind === 'operator' && OPERATORS.has(this.token.text)) {
      const [binding, operate] = OPERATORS.get(this.token.text);
      if (binding < least) break;
      this.take();
      left = Compiler.combine(operate, left, this.expression(binding + 1));
    }
    return left;
  }

  static combine(operate, left, right) {
    return (sheet) => operate(numberOf(left(sheet)), numberOf(right(sheet)));
  }

  operand() {
    const token = this.take();
    if (token.kind === 'number') {
      const value = Number(token.text);
      if (Number.isNaN(value)) throw new FormulaError(`${token.text} is no number`);
      return () => value;
    }
    if (token.kind === 'cell') {
      const address = Address.parse(token.text);
      this.needs.set(address.key, address);
      return (sheet) => sheet.value(address);
    }
    if (token.kind === 'name') return this.call(token.text);
    if (token.text === '-') {
      const inner = this.operand();
      return (sheet) => -numberOf(inner(sheet));
    }
    if (token.text === '(') {
      const inner = this.expression(1);
      this.expect(')');
      return inner;
    }
    throw new FormulaError(`unexpected ${token.text || 'end'}`);
  }

  call(name) {
    this.expect('(');
    if (name === 'IF') {
      const condition = this.expression(1);
      this.expect(',');
      const then = this.expression(1);
      this.expect(',');
      const otherwise = this.expression(1);
      this.expect(')');
      return (sheet) => (numberOf(condition(sheet)) !== 0 ? then(sheet) : otherwise(sheet));
    }
    if (!FUNCTIONS.has(name)) throw new FormulaError(`unknown function ${name}`);
    const compute = FUNCTIONS.get(name);
    const args = [this.argument()];
    while (this.accept(',')) args.push(this.argument());
    this.expect(')');
    return (sheet) => compute(args.flatMap((argument) => argument(sheet)));
  }

  /** Compile an expression or a range to a function that returns an array of values. */
  argument() {
    const following = this.tokens[this.position + 1];
    if (this.token.kind === 'cell' && following.kind === 'operator' && following.text === ':') {
      const first = Address.parse(this.take().text);
      this.expect(':');
      if (this.token.kind !== 'cell') throw new FormulaError('a range needs two cells');
      const last = Address.parse(this.take().text);
      const addresses = [];
      for (let row = first.row; row <= last.row; row++) {
        for (let column = first.column; column <= last.column; column++) addresses.push(new Address(column, row));
      }
      for (const address of addresses) this.needs.set(address.key, address);
      return (sheet) => addresses.map((address) => sheet.value(address));
    }
    const expression = this.expression(1);
    return (sheet) => [expression(sheet)];
  }
}

// ------------------------------------------------------------------------------------------ sheet

class Cell {
  constructor(address) {
    this.address = address;
    this.source = '';
    this.compute = null;
    this.value = null;
    this.needs = [];
    this.usedBy = new Map();
  }

  show() {
    if (this.value === null) return '';
    if (typeof this.value === 'number') return this.value.toFixed(9);
    return this.value instanceof CellError ? this.value.code : this.value;
  }
}

class Sheet {
  constructor() {
    this.cells = new Map();
    this.computed = 0;
    this.cycles = 0;
  }

  value(address) {
    return this.cells.get(address.key)?.value ?? null;
  }

  cell(address) {
    let cell = this.cells.get(address.key);
    if (cell === undefined) {
      cell = new Cell(address);
      this.cells.set(address.key, cell);
    }
    return cell;
  }

  /** Change what a cell holds; return how many cells were computed. */
  set(address, source) {
    const cell = this.cell(address);
    for (const needed of cell.needs) this.cells.get(needed.key).usedBy.delete(address.key);
    cell.source = source;
    cell.compute = null;
    cell.needs = [];
    if (source.startsWith('=')) {
      try {
        [cell.compute, cell.needs] = new Compiler(source.slice(1)).compile();
      } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        cell.value = new CellError('#NAME?');
      }
    } else if (source === '') {
      cell.value = null;
    } else {
      const value = Number(source);
      cell.value = Number.isNaN(value) ? source : value;
    }
    for (const needed of cell.needs) this.cell(needed).usedBy.set(address.key, cell);
    return this.recalculate(cell);
  }

  /** Compute a cell and all that depend on it, each after those it needs. */
  recalculate(changed) {
    const order = [];
    const state = new Map();
    const inCycle = new Set();
    const stack = [[changed, changed.usedBy.values()]];
    state.set(changed, 'open');
    while (stack.length > 0) {
      const [cell, users] = stack.at(-1);
      const { value: user, done } = users.next();
      if (done) {
        state.set(cell, 'done');
        order.push(cell);
        stack.pop();
      } else if (!state.has(user)) {
        state.set(user, 'open');
        stack.push([user, user.usedBy.values()]);
      } else if (state.get(user) === 'open') {
        for (let k = stack.length - 1; k >= 0; k--) {
          const [member] = stack[k];
          inCycle.add(member);
          if (member === user) break;
        }
      }
    }
    for (const cell of order.reverse()) {
      if (inCycle.has(cell)) {
        this.cycles++;
        cell.value = new CellError('#CYCLE!');
      } else if (cell.compute !== null) {
        this.compute(cell);
      }
    }
    return order.length;
  }

  compute(cell) {
    this.computed++;
    try {
      cell.value = cell.compute(this);
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      cell.value = error;
    }
  }

  *rows(count) {
    for (let row = 0; row < count; row++) {
      yield Array.from({ length: COLUMNS }, (_, column) => this.cell(new Address(column, row)).show());
    }
  }
}

// --------------------------------------------------------------------------------------- scenario

class Random {
  constructor(seed) {
    this.state = seed;
  }

  below(limit) {
    this.state = (this.state * 16807) % 2147483647;
    return Math.floor(this.state / 64) % limit;
  }
}

/** Columns: article, price, count, amount, share, balance, rating, notes; the last rows sum up. */
function fill(sheet, random) {
  function put(address, source) {
    sheet.set(Address.parse(address), source);
  }

  for (let row = 1; row <= ROWS; row++) {
    const from = Math.max(1, row - 3);
    put(`A${row}`, `item ${row}`);
    put(`B${row}`, `${5 + random.below(95)}.${String(random.below(4) * 25).padStart(2, '0')}`);
    put(`C${row}`, String(1 + random.below(20)));
    put(`D${row}`, `=B${row}*C${row}`);
    put(`E${row}`, `=D${row}/D${ROWS + 1}*100`);
    put(`F${row}`, row > 1 ? `=F${row - 1}+D${row}-B${row}` : '=D1');
    put(`G${row}`, `=IF(E${row}>=AVERAGE(E${from}:E${row}), 2^(1+C${row}/C${row}), -(1.5))`);
  }
  put(`D${ROWS + 1}`, `=SUM(D1:D${ROWS})`);
  put(`G${ROWS + 1}`, `=SUM(G1:G${ROWS})/COUNT(G1:G${ROWS})`);
  put('H1', `=MAX(B1:B${ROWS})-MIN(B1:B${ROWS})`);
  put('H2', `=MEDIAN(B1:B${ROWS},C1:C${ROWS}, 3)`);
  put('H3', `=(H1+H2)*D${ROWS + 1}<>G${ROWS + 1}`);
  put('H4', '=IF(H1>H2, H1/(C1-C2), H2/(C3-C4))');
  put('H5', '=H4+1');
}

const EDITS = ['price', 'count', 'price', 'count', 'text', 'formula', 'cycle', 'wrong', 'repair', 'zero'];

/** Change a cell at random; return the number of cells computed. */
function edit(sheet, random, kind) {
  const row = 1 + random.below(ROWS);
  switch (kind) {
    case 'price':
      return sheet.set(new Address(1, row - 1), `${1 + random.below(120)}.5`);
    case 'count':
      return sheet.set(new Address(2, row - 1), String(1 + random.below(30)));
    case 'text':
      return sheet.set(new Address(2, row - 1), 'unknown');
    case 'formula':
      return sheet.set(new Address(7, 9), `=AVERAGE(D${row}:G${Math.min(ROWS, row + 4)}) * C${row}`);
    case 'cycle': {
      const first = sheet.set(new Address(7, 10), '=H12+1');
      return first + sheet.set(new Address(7, 11), `=H11*2+B${row}`);
    }
    case 'wrong':
      return sheet.set(new Address(7, 12), randomWrong(random));
    case 'zero':
      return sheet.set(new Address(7, 13), `=B${row}/(C${row}-C${row})`);
    default: {
      let computed = sheet.set(new Address(7, 11), '12');
      for (let other = 0; other < ROWS; other++) {
        if (sheet.value(new Address(2, other)) === 'unknown') {
          computed += sheet.set(new Address(2, other), String(1 + random.below(20)));
        }
      }
      return computed;
    }
  }
}

function randomWrong(random) {
  const formulas = ['=B1+', '=SUM(A1:', '=FOO(1)', '=1.2.3', '=(B1', '=B1 B2', '=@', '=2^0.5', '=A1*2', '=IF(1,2)'];
  return formulas[random.below(formulas.length)];
}

function checksumOf(sheet, start) {
  let result = start;
  for (const row of sheet.rows(ROWS + 1)) {
    for (const text of row) {
      for (let k = 0; k < text.length; k++) result = (result * 31 + text.charCodeAt(k)) % 1000000007;
    }
  }
  return result;
}

function main() {
  const hundreds = Number(process.argv[2] ?? 6);
  const random = new Random(5);
  const sheet = new Sheet();
  fill(sheet, random);
  let checksum = 0;
  let visited = 0;
  const errors = new Map();
  const watched = [new Address(7, 3), new Address(7, 10), new Address(7, 12), new Address(3, ROWS)];
  for (let number = 0; number < hundreds * 100; number++) {
    visited += edit(sheet, random, EDITS[number % EDITS.length]);
    for (const address of watched) {
      const value = sheet.value(address);
      if (value instanceof CellError) errors.set(value.code, (errors.get(value.code) ?? 0) + 1);
    }
    if (number % 50 === 49) checksum = checksumOf(sheet, checksum);
  }
  for (const row of sheet.rows(6)) {
    console.log(row.slice(3).map((text) => text.padStart(16)).join(' | '));
  }
  console.log(`sum ${sheet.cell(new Address(3, ROWS)).show()}`);
  const { cells, computed, cycles } = sheet;
  console.log(`${cells.size} cells, ${visited} visited, ${computed} computed, ${cycles} in cycles`);
  const codes = [...errors.keys()].sort().map((code) => `${code} ${errors.get(code)}`);
  console.log(`${codes.join(', ')}; checksum ${checksum}`);
}

main();
