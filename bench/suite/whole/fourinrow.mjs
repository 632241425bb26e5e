// Four in a row: alpha-beta search with a transposition table, the twin of fourinrow.py.
//
// Usage: node fourinrow.mjs [games]

const COLUMNS = 7;
const ROWS = 6;
const CELLS = COLUMNS * ROWS;
const WEIGHTS = [0, 1, 6, 30, 0];
const WIN = 100000;
const INFINITY = 1000000;
const EXACT = 'exact';
const LOWER = 'lower';
const UPPER = 'upper';
const SYMBOLS = '.XO';

/** The search has used up what it may. */
class OutOfNodes extends Error {}

class IllegalMove extends Error {}

class Random {
  constructor(seed) {
    this.state = seed;
  }

  next() {
    this.state = (this.state * 16807) % 2147483647;
    return this.state;
  }

  below(limit) {
    return Math.floor(this.next() / 8) % limit;
  }
}

/** Return the cells of every possible four in a row. */
function allLines() {
  const lines = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      for (const [down, right] of [[0, 1], [1, 0], [1, 1], [1, -1]]) {
        const lastRow = row + 3 * down;
        const lastColumn = column + 3 * right;
        if (lastRow < ROWS && lastColumn >= 0 && lastColumn < COLUMNS) {
          lines.push([0, 1, 2, 3].map((k) => (row + k * down) * COLUMNS + column + k * right));
        }
      }
    }
  }
  return lines;
}

const LINES = allLines();
const LINES_OF = Array.from({ length: CELLS }, (_, cell) =>
  LINES.map((_line, number) => number).filter((number) => LINES[number].includes(cell)),
);

/** A position; keeps hash and score up to date with every move. */
class Board {
  constructor(keys) {
    this.keys = keys;
    this.cells = Array(CELLS).fill(0);
    this.heights = Array(COLUMNS).fill(0);
    this.counts = [null, Array(LINES.length).fill(0), Array(LINES.length).fill(0)];
    this.turn = 1;
    this.hash = 0;
    this.score = 0;
    this.winner = 0;
    this.moves = [];
  }

  toString() {
    const rows = [];
    for (let row = ROWS - 1; row >= 0; row--) {
      const cells = this.cells.slice(row * COLUMNS, (row + 1) * COLUMNS);
      rows.push(cells.map((cell) => SYMBOLS[cell]).join(''));
    }
    return rows.join('\n');
  }

  get isFull() {
    return this.moves.length === CELLS;
  }

  get isOver() {
    return this.winner !== 0 || this.isFull;
  }

  /** The score as the player whose turn it is sees it. */
  get relativeScore() {
    return this.turn === 1 ? this.score : -this.score;
  }

  legalMoves() {
    const moves = [];
    for (let column = 0; column < COLUMNS; column++) {
      if (this.heights[column] < ROWS) moves.push(column);
    }
    return moves;
  }

  play(column) {
    const height = this.heights[column];
    if (height >= ROWS || this.winner !== 0) throw new IllegalMove(`column ${column} cannot be played`);
    const player = this.turn;
    const cell = height * COLUMNS + column;
    this.cells[cell] = player;
    this.heights[column] = height + 1;
    this.hash ^= this.keys[player][cell];
    const own = this.counts[player];
    const others = this.counts[3 - player];
    let change = 0;
    for (const line of LINES_OF[cell]) {
      const count = own[line];
      own[line] = count + 1;
      if (others[line] === 0) {
        change += WEIGHTS[count + 1] - WEIGHTS[count];
        if (count === 3) this.winner = player;
      } else if (count === 0) {
        change += WEIGHTS[others[line]];
      }
    }
    this.score += player === 1 ? change : -change;
    this.moves.push([column, change]);
    this.turn = 3 - player;
  }

  undo() {
    const [column, change] = this.moves.pop();
    const player = 3 - this.turn;
    const height = this.heights[column] - 1;
    const cell = height * COLUMNS + column;
    this.cells[cell] = 0;
    this.heights[column] = height;
    this.hash ^= this.keys[player][cell];
    const own = this.counts[player];
    for (const line of LINES_OF[cell]) own[line]--;
    this.score -= player === 1 ? change : -change;
    this.winner = 0;
    this.turn = player;
  }
}

/** What the search has found out about a position. */
class Entry {
  constructor(depth, kind, value, move) {
    this.depth = depth;
    this.kind = kind;
    this.value = value;
    this.move = move;
  }
}

class Statistics {
  constructor() {
    this.nodes = 0;
    this.tableHits = 0;
    this.cutoffs = 0;
    this.depths = 0;
    this.searches = 0;
    this.interrupted = 0;
  }
}

class Player {
  constructor(name, nodeLimit, maxDepth = 10) {
    this.name = name;
    this.nodeLimit = nodeLimit;
    this.maxDepth = maxDepth;
    this.table = new Map();
    this.killers = new Map();
    this.nodes = 0;
    this.statistics = new Statistics();
  }

  /** Search deeper and deeper; return the best move of the last depth that was finished. */
  choose(board) {
    this.nodes = 0;
    this.killers = new Map();
    if (this.table.size > 20000) this.table.clear();
    let bestMove = board.legalMoves()[0];
    let bestValue = 0;
    const { statistics } = this;
    statistics.searches++;
    const made = board.moves.length;
    for (let depth = 1; depth <= this.maxDepth; depth++) {
      let value;
      try {
        value = this.search(board, depth, -INFINITY, INFINITY, 0);
      } catch (error) {
        if (!(error instanceof OutOfNodes)) throw error;
        while (board.moves.length > made) board.undo();
        statistics.interrupted++;
        break;
      }
      bestMove = this.table.get(Player.key(board)).move;
      bestValue = value;
      statistics.depths++;
      if (Math.abs(value) > WIN / 2) break;
    }
    statistics.nodes += this.nodes;
    return [bestMove, bestValue];
  }

  static key(board) {
    return board.hash * 2 + board.turn - 1;
  }

  /** Return the value of a position for the player whose turn it is. */
  search(board, depth, lowest, beta, ply) {
    this.nodes++;
    if (this.nodes > this.nodeLimit) throw new OutOfNodes();
    if (board.winner !== 0) return ply - WIN;
    if (board.isFull) return 0;
    if (depth === 0) return board.relativeScore;
    const key = Player.key(board);
    const entry = this.table.get(key);
    let first = -1;
    if (entry !== undefined) {
      first = entry.move;
      if (entry.depth >= depth && ply > 0) {
        if (
          entry.kind === EXACT ||
          (entry.kind === LOWER && entry.value >= beta) ||
          (entry.kind === UPPER && entry.value <= lowest)
        ) {
          this.statistics.tableHits++;
          return entry.value;
        }
      }
    }

    let best = -INFINITY;
    let bestMove = -1;
    let alpha = lowest;
    for (const move of this.ordered(board, first, ply)) {
      board.play(move);
      const value = -this.search(board, depth - 1, -beta, -alpha, ply + 1);
      board.undo();
      if (value > best) {
        best = value;
        bestMove = move;
      }
      alpha = Math.max(alpha, value);
      if (alpha >= beta) {
        this.killers.set(ply, move);
        this.statistics.cutoffs++;
        break;
      }
    }
    const kind = best <= lowest ? UPPER : best >= beta ? LOWER : EXACT;
    this.table.set(key, new Entry(depth, kind, best, bestMove));
    return best;
  }

  /** Sort the moves: the one of the table, then the killer, then from the middle outwards. */
  ordered(board, first, ply) {
    const killer = this.killers.get(ply) ?? -1;

    function rank(column) {
      if (column === first) return -2;
      if (column === killer) return -1;
      return Math.abs(column - (COLUMNS >> 1));
    }

    return board.legalMoves().sort((a, b) => rank(a) - rank(b));
  }
}

function opening(board, random, length) {
  while (board.moves.length < length) {
    const moves = board.legalMoves();
    board.play(moves[random.below(moves.length)]);
  }
}

/** Play a game from a random opening; return the final board and the sum of the values seen. */
function playGame(players, random, keys) {
  const board = new Board(keys);
  opening(board, random, 4);
  let total = 0;
  while (!board.isOver) {
    const [move, value] = players[board.moves.length % 2].choose(board);
    total += Math.max(-1000, Math.min(1000, value));
    board.play(move);
  }
  return [board, total];
}

function main() {
  const games = Number(process.argv[2] ?? 12);
  const random = new Random(20);
  const keys = [null];
  for (let player = 1; player <= 2; player++) keys.push(Array.from({ length: CELLS }, () => random.next()));
  const strong = new Player('strong', 400);
  const weak = new Player('weak', 120);
  const wins = new Map([['strong', 0], ['weak', 0], ['nobody', 0]]);
  let checksum = 0;
  let board = null;
  for (let game = 0; game < games; game++) {
    const players = game % 2 === 0 ? [strong, weak] : [weak, strong];
    let total;
    [board, total] = playGame(players, random, keys);
    const winner = board.winner !== 0 ? players[board.winner - 1].name : 'nobody';
    wins.set(winner, wins.get(winner) + 1);
    for (const [column] of board.moves) checksum = (checksum * 31 + column) % 1000000007;
    checksum = (checksum * 31 + total + 100000) % 1000000007;
    if (game < 10) {
      console.log(`game ${game}: ${winner} wins after ${board.moves.length} moves, values ${total}`);
    }
  }
  console.log(String(board));
  try {
    board.play(0);
  } catch (error) {
    if (!(error instanceof IllegalMove)) throw error;
    console.log(`error: ${error.message}`);
  }
  for (const player of [strong, weak]) {
    const s = player.statistics;
    const searches = `${s.searches} searches, ${s.nodes} nodes, ${s.depths} depths, ${s.interrupted} interrupted`;
    console.log(`${player.name}: ${wins.get(player.name)} wins, ${searches}`);
    console.log(`  ${s.tableHits} found in the table, ${s.cutoffs} cutoffs, ${player.table.size} entries`);
  }
  console.log(`${wins.get('nobody')} drawn, checksum ${checksum}`);
}

main();
