// Sudoku by exact cover with dancing links and by candidates: the twin of sudoku.py.
//
// Usage: node sudoku.mjs [puzzles]

/** A cell is left without candidates. */
class Contradiction extends Error {}

class Random {
  constructor(seed) {
    this.state = seed;
  }

  below(limit) {
    this.state = (this.state * 1103 + 12345) % 8388593;
    return Math.floor((this.state * limit) / 8388593);
  }

  shuffle(items) {
    for (let last = items.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      [items[last], items[other]] = [items[other], items[last]];
    }
    return items;
  }
}

/** Return the numbers from `start` up to but without `end`. */
function range(start, end) {
  return Array.from({ length: end - start }, (_, k) => start + k);
}

// ----------------------------------------------------------------------------------- exact cover

/** An entry of the matrix, linked in its row and its column. */
class Node {
  constructor(column, row) {
    this.left = this;
    this.right = this;
    this.up = this;
    this.down = this;
    this.column = column;
    this.row = row;
  }
}

class Column extends Node {
  constructor(name) {
    super(null, null);
    this.name = name;
    this.size = 0;
  }
}

/** Chooses rows so that each primary column has one entry, and each optional one at most one. */
class ExactCover {
  constructor(primary, optional = []) {
    this.root = new Column('root');
    this.columns = new Map();
    this.chosen = [];
    this.steps = 0;
    for (const name of primary) {
      const column = new Column(name);
      this.columns.set(name, column);
      ExactCover.linkBefore(column, this.root);
    }
    for (const name of optional) this.columns.set(name, new Column(name));
  }

  static linkBefore(node, other) {
    node.left = other.left;
    node.right = other;
    other.left.right = node;
    other.left = node;
  }

  addRow(row, names) {
    let first = null;
    for (const name of names) {
      const column = this.columns.get(name);
      const node = new Node(column, row);
      node.up = column.up;
      node.down = column;
      column.up.down = node;
      column.up = node;
      column.size++;
      if (first === null) first = node;
      else ExactCover.linkBefore(node, first);
    }
    return first;
  }

  cover(column) {
    column.right.left = column.left;
    column.left.right = column.right;
    for (let row = column.down; row !== column; row = row.down) {
      for (let node = row.right; node !== row; node = node.right) {
        node.down.up = node.up;
        node.up.down = node.down;
        node.column.size--;
      }
    }
  }

  uncover(column) {
    for (let row = column.up; row !== column; row = row.up) {
      for (let node = row.left; node !== row; node = node.left) {
        node.column.size++;
        node.down.up = node;
        node.up.down = node;
      }
    }
    column.right.left = column;
    column.left.right = column;
  }

  coverOthers(node) {
    for (let other = node.right; other !== node; other = other.right) this.cover(other.column);
  }

  uncoverOthers(node) {
    for (let other = node.left; other !== node; other = other.left) this.uncover(other.column);
  }

  /** Take a row before the search begins. */
  choose(node) {
    this.cover(node.column);
    this.coverOthers(node);
    this.chosen.push(node);
  }

  smallestColumn() {
    let best = this.root.right;
    for (let column = best; column !== this.root; column = column.right) {
      if (column.size < best.size) best = column;
    }
    return best;
  }

  /** Generate the solutions, each an array of rows. */
  *solutions() {
    if (this.root.right === this.root) {
      yield this.chosen.map((node) => node.row);
      return;
    }
    const column = this.smallestColumn();
    this.steps++;
    this.cover(column);
    for (let node = column.down; node !== column; node = node.down) {
      this.chosen.push(node);
      this.coverOthers(node);
      yield* this.solutions();
      this.uncoverOthers(node);
      this.chosen.pop();
    }
    this.uncover(column);
  }
}

function boxOf(row, column) {
  return Math.floor(row / 3) * 3 + Math.floor(column / 3);
}

/** Sudoku as exact cover: a row for each cell and digit, a column for each of the four rules. */
class CoverSolver {
  constructor(grid) {
    const names = [];
    for (let i = 0; i < 9; i++) {
      for (let k = 0; k < 9; k++) {
        names.push(`cell${i}${k}`, `row${i}=${k + 1}`, `column${i}=${k + 1}`, `box${i}=${k + 1}`);
      }
    }
    this.cover = new ExactCover(names);
    const givens = [];
    for (let row = 0; row < 9; row++) {
      for (let column = 0; column < 9; column++) {
        const given = grid[row * 9 + column];
        for (const digit of given !== 0 ? [given] : range(1, 10)) {
          const node = this.cover.addRow([row, column, digit], [
            `cell${row}${column}`,
            `row${row}=${digit}`,
            `column${column}=${digit}`,
            `box${boxOf(row, column)}=${digit}`,
          ]);
          if (given !== 0) givens.push(node);
        }
      }
    }
    for (const node of givens) this.cover.choose(node);
  }

  /** Return up to `limit` solutions as grids. */
  solve(limit) {
    const found = [];
    for (const rows of this.cover.solutions()) {
      const grid = Array(81).fill(0);
      for (const [row, column, digit] of rows) grid[row * 9 + column] = digit;
      found.push(grid);
      if (found.length === limit) break;
    }
    return found;
  }
}

// ------------------------------------------------------------------------------------ candidates

/** Return for each cell the cells that share a row, a column or a box with it. */
function peersOfCells() {
  return range(0, 81).map((cell) => {
    const row = Math.floor(cell / 9);
    const column = cell % 9;
    return range(0, 81).filter((other) => {
      const otherRow = Math.floor(other / 9);
      const otherColumn = other % 9;
      if (other === cell) return false;
      return otherRow === row || otherColumn === column || boxOf(otherRow, otherColumn) === boxOf(row, column);
    });
  });
}

function allUnits() {
  const units = range(0, 9).map((row) => range(0, 9).map((column) => row * 9 + column));
  units.push(...range(0, 9).map((column) => range(0, 9).map((row) => row * 9 + column)));
  for (let box = 0; box < 9; box++) {
    const top = Math.floor(box / 3) * 3;
    const left = (box % 3) * 3;
    units.push(range(0, 9).map((k) => (top + Math.floor(k / 3)) * 9 + left + (k % 3)));
  }
  return units;
}

const PEERS = peersOfCells();
const UNITS = allUnits();

function only(set) {
  return set.values().next().value;
}

function ascending(items) {
  return [...items].sort((a, b) => a - b);
}

class CandidateSolver {
  constructor(grid) {
    this.candidates = Array.from({ length: 81 }, () => new Set(range(1, 10)));
    this.guesses = 0;
    this.contradictions = 0;
    for (const [cell, digit] of grid.entries()) {
      if (digit !== 0) this.assign(this.candidates, cell, digit);
    }
  }

  /** Fix a cell and follow all that this means for its peers. */
  assign(candidates, cell, digit) {
    if (!candidates[cell].has(digit)) throw new Contradiction(String(cell));
    const todo = [[cell, digit]];
    candidates[cell] = new Set([digit]);
    while (todo.length > 0) {
      const [current, value] = todo.pop();
      for (const peer of PEERS[current]) {
        const left = candidates[peer];
        if (left.delete(value)) {
          if (left.size === 0) throw new Contradiction(String(peer));
          if (left.size === 1) todo.push([peer, only(left)]);
        }
      }
    }
  }

  /** Fix digits that have one place only in a row, column or box; return whether there were any. */
  hiddenSingles(candidates) {
    let found = false;
    for (const unit of UNITS) {
      const places = new Map();
      for (const cell of unit) {
        for (const digit of candidates[cell]) {
          const cells = places.get(digit);
          if (cells === undefined) places.set(digit, [cell]);
          else cells.push(cell);
        }
      }
      if (places.size < 9) throw new Contradiction(String(unit[0]));
      for (const digit of ascending(places.keys())) {
        const cells = places.get(digit);
        if (cells.length === 1 && candidates[cells[0]].size > 1) {
          this.assign(candidates, cells[0], digit);
          found = true;
        }
      }
    }
    return found;
  }

  solve() {
    return this.search(this.candidates);
  }

  /** Return the first solution as a grid, trying small digits first, or null. */
  search(candidates) {
    try {
      while (this.hiddenSingles(candidates));
    } catch (error) {
      if (!(error instanceof Contradiction)) throw error;
      this.contradictions++;
      return null;
    }
    let best = -1;
    let least = 10;
    for (const [cell, { size }] of candidates.entries()) {
      if (size > 1 && size < least) {
        best = cell;
        least = size;
      }
    }
    if (best < 0) return candidates.map(only);
    for (const digit of ascending(candidates[best])) {
      this.guesses++;
      const copy = candidates.map((left) => new Set(left));
      try {
        this.assign(copy, best, digit);
      } catch (error) {
        if (!(error instanceof Contradiction)) throw error;
        this.contradictions++;
        continue;
      }
      const grid = this.search(copy);
      if (grid !== null) return grid;
    }
    return null;
  }
}

/** Shuffle a full grid in ways that keep it valid, then erase cells. */
function makePuzzle(random, erased) {
  const digits = random.shuffle(range(1, 10));
  const lines = () =>
    random.shuffle([0, 1, 2]).flatMap((band) => random.shuffle([0, 1, 2]).map((line) => 3 * band + line));
  const rows = lines();
  const columns = lines();
  const grid = rows.flatMap((row) =>
    columns.map((column) => digits[(3 * (row % 3) + Math.floor(row / 3) + column) % 9]),
  );
  const puzzle = [...grid];
  for (const cell of random.shuffle(range(0, 81)).slice(0, erased)) puzzle[cell] = 0;
  return [puzzle, grid];
}

function isSolution(grid, puzzle) {
  if (puzzle.some((given, cell) => given !== 0 && given !== grid[cell])) return false;
  return UNITS.every((unit) => new Set(unit.map((cell) => grid[cell])).size === 9);
}

function same(a, b) {
  return a.every((digit, cell) => digit === b[cell]);
}

function countSolutions(cover) {
  let count = 0;
  for (const _ of cover.solutions()) count++;
  return [count, cover.steps];
}

/** Count the placements of n queens: ranks and files are to be covered, diagonals need not be. */
function queens(n) {
  const lines = range(0, n);
  const diagonals = range(0, 2 * n - 1);
  const cover = new ExactCover(
    [...lines.map((i) => `rank${i}`), ...lines.map((i) => `file${i}`)],
    [...diagonals.map((i) => `rising${i}`), ...diagonals.map((i) => `falling${i}`)],
  );
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      cover.addRow([i, k], [`rank${i}`, `file${k}`, `rising${i + k}`, `falling${i - k + n - 1}`]);
    }
  }
  return countSolutions(cover);
}

/** Count the ways to tile a board with dominoes. */
function dominoes(width, height) {
  const cell = (x, y) => `${x},${y}`;
  const cover = new ExactCover(range(0, height).flatMap((y) => range(0, width).map((x) => cell(x, y))));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (x + 1 < width) cover.addRow(['across', x, y], [cell(x, y), cell(x + 1, y)]);
      if (y + 1 < height) cover.addRow(['down', x, y], [cell(x, y), cell(x, y + 1)]);
    }
  }
  return countSolutions(cover);
}

function show(grid) {
  return range(0, 9).map((row) =>
    grid.slice(row * 9, row * 9 + 9).map((digit) => (digit !== 0 ? String(digit) : '.')).join(' '),
  );
}

function main() {
  const puzzles = Number(process.argv[2] ?? 38);
  const random = new Random(271828);
  let checksum = 0;
  let steps = 0;
  let guesses = 0;
  let contradictions = 0;
  let unique = 0;
  const counts = [0, 0, 0, 0];
  let puzzle = [];
  let solution = [];
  for (let number = 0; number < puzzles; number++) {
    let grid;
    [puzzle, grid] = makePuzzle(random, 38 + (number % 15));
    const solver = new CoverSolver(puzzle);
    const solutions = solver.solve(3);
    steps += solver.cover.steps;
    counts[solutions.length]++;
    const other = new CandidateSolver(puzzle);
    solution = other.solve();
    guesses += other.guesses;
    contradictions += other.contradictions;
    if (![...solutions, solution].every((found) => isSolution(found, puzzle))) {
      throw new Error(`puzzle ${number} is solved wrongly`);
    }
    if (solutions.length === 1) {
      unique++;
      if (!same(solutions[0], grid) || !same(solution, grid)) throw new Error(`puzzle ${number} has another solution`);
    }
    for (const digit of solutions.at(-1)) checksum = (checksum * 31 + digit) % 1000000007;
    const size = 4 + (number % 3);
    for (const [count, tried] of [queens(size), dominoes(4, size)]) {
      checksum = (checksum * 31 + count) % 1000000007;
      steps += tried;
    }
  }
  const after = show(solution);
  for (const [row, before] of show(puzzle).entries()) console.log(`${before}   ${after[row]}`);
  console.log(`${puzzles} puzzles, ${unique} with one solution, ${counts[2]} with two, ${counts[3]} with more`);
  console.log(`${steps} steps, ${guesses} guesses, ${contradictions} contradictions, checksum ${checksum}`);
}

main();
