"""Four in a row: alpha-beta search with a transposition table, killer moves and a limit of nodes.

Usage: fourinrow.py [games]

Two players with different limits play games against each other from random openings. The search
deepens step by step; when its nodes are used up an exception takes it back to the last full depth.
"""
import sys

COLUMNS = 7
ROWS = 6
CELLS = COLUMNS * ROWS
WEIGHTS = [0, 1, 6, 30, 0]
WIN = 100000
INFINITY = 1000000
EXACT, LOWER, UPPER = "exact", "lower", "upper"
SYMBOLS = ".XO"


class OutOfNodes(Exception):
    """The search has used up what it may."""


class IllegalMove(ValueError):
    pass


class Random:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = self.state * 16807 % 2147483647
        return self.state

    def below(self, limit):
        return self.next() // 8 % limit


def all_lines():
    """Return the cells of every possible four in a row."""
    lines = []
    for row in range(ROWS):
        for column in range(COLUMNS):
            for down, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
                last_row, last_column = row + 3 * down, column + 3 * right
                if last_row < ROWS and 0 <= last_column < COLUMNS:
                    lines.append([(row + k * down) * COLUMNS + column + k * right for k in range(4)])
    return lines


LINES = all_lines()
LINES_OF = [[number for number, line in enumerate(LINES) if cell in line] for cell in range(CELLS)]


class Board:
    """A position; keeps hash and score up to date with every move."""

    def __init__(self, keys):
        self.keys = keys
        self.cells = [0] * CELLS
        self.heights = [0] * COLUMNS
        self.counts = [None, [0] * len(LINES), [0] * len(LINES)]
        self.turn = 1
        self.hash = 0
        self.score = 0
        self.winner = 0
        self.moves = []

    def __str__(self):
        rows = []
        for row in range(ROWS - 1, -1, -1):
            rows.append("".join(SYMBOLS[cell] for cell in self.cells[row * COLUMNS:(row + 1) * COLUMNS]))
        return "\n".join(rows)

    @property
    def is_full(self):
        return len(self.moves) == CELLS

    @property
    def is_over(self):
        return self.winner != 0 or self.is_full

    @property
    def relative_score(self):
        """The score as the player whose turn it is sees it."""
        return self.score if self.turn == 1 else -self.score

    def legal_moves(self):
        return [column for column in range(COLUMNS) if self.heights[column] < ROWS]

    def play(self, column):
        height = self.heights[column]
        if height >= ROWS or self.winner:
            raise IllegalMove(f"column {column} cannot be played")
        player = self.turn
        cell = height * COLUMNS + column
        self.cells[cell] = player
        self.heights[column] = height + 1
        self.hash ^= self.keys[player][cell]
        own, others = self.counts[player], self.counts[3 - player]
        change = 0
        for line in LINES_OF[cell]:
            count = own[line]
            own[line] = count + 1
            if others[line] == 0:
                change += WEIGHTS[count + 1] - WEIGHTS[count]
                if count == 3:
                    self.winner = player
            elif count == 0:
                change += WEIGHTS[others[line]]
        self.score += change if player == 1 else -change
        self.moves.append((column, change))
        self.turn = 3 - player

    def undo(self):
        column, change = self.moves.pop()
        player = 3 - self.turn
        height = self.heights[column] - 1
        cell = height * COLUMNS + column
        self.cells[cell] = 0
        self.heights[column] = height
        self.hash ^= self.keys[player][cell]
        own = self.counts[player]
        for line in LINES_OF[cell]:
            own[line] -= 1
        self.score -= change if player == 1 else -change
        self.winner = 0
        self.turn = player


class Entry:
    """What the search has found out about a position."""

    def __init__(self, depth, kind, value, move):
        self.depth = depth
        self.kind = kind
        self.value = value
        self.move = move


class Statistics:
    def __init__(self):
        self.nodes = self.table_hits = self.cutoffs = self.depths = self.searches = self.interrupted = 0


class Player:
    def __init__(self, name, node_limit, max_depth=10):
        self.name = name
        self.node_limit = node_limit
        self.max_depth = max_depth
        self.table = {}
        self.killers = {}
        self.nodes = 0
        self.statistics = Statistics()

    def choose(self, board):
        """Search deeper and deeper; return the best move of the last depth that was finished."""
        self.nodes = 0
        self.killers = {}
        if len(self.table) > 20000:
            self.table.clear()
        best_move, best_value = board.legal_moves()[0], 0
        statistics = self.statistics
        statistics.searches += 1
        made = len(board.moves)
        for depth in range(1, self.max_depth + 1):
            try:
                value = self.search(board, depth, -INFINITY, INFINITY, 0)
            except OutOfNodes:
                while len(board.moves) > made:
                    board.undo()
                statistics.interrupted += 1
                break
            best_move, best_value = self.table[self.key(board)].move, value
            statistics.depths += 1
            if abs(value) > WIN // 2:
                break
        statistics.nodes += self.nodes
        return best_move, best_value

    @staticmethod
    def key(board):
        return board.hash * 2 + board.turn - 1

    def search(self, board, depth, alpha, beta, ply):
        """Return the value of a position for the player whose turn it is."""
        self.nodes += 1
        if self.nodes > self.node_limit:
            raise OutOfNodes
        if board.winner:
            return ply - WIN
        if board.is_full:
            return 0
        if depth == 0:
            return board.relative_score
        key = self.key(board)
        entry = self.table.get(key)
        first = -1
        if entry is not None:
            first = entry.move
            if entry.depth >= depth and ply > 0:
                if (
                    entry.kind == EXACT
                    or (entry.kind == LOWER and entry.value >= beta)
                    or (entry.kind == UPPER and entry.value <= alpha)
                ):
                    self.statistics.table_hits += 1
                    return entry.value

        best, best_move = -INFINITY, -1
        floor = alpha
        for move in self.ordered(board, first, ply):
            board.play(move)
            value = -self.search(board, depth - 1, -beta, -alpha, ply + 1)
            board.undo()
            if value > best:
                best, best_move = value, move
            alpha = max(alpha, value)
            if alpha >= beta:
                self.killers[ply] = move
                self.statistics.cutoffs += 1
                break
        kind = UPPER if best <= floor else LOWER if best >= beta else EXACT
        self.table[key] = Entry(depth, kind, best, best_move)
        return best

    def ordered(self, board, first, ply):
        """Sort the moves: the one of the table, then the killer, then from the middle outwards."""
        killer = self.killers.get(ply, -1)

        def rank(column):
            if column == first:
                return -2
            if column == killer:
                return -1
            return abs(column - COLUMNS // 2)

        return sorted(board.legal_moves(), key=rank)


def opening(board, random, length):
    while len(board.moves) < length:
        moves = board.legal_moves()
        board.play(moves[random.below(len(moves))])


def play_game(players, random, keys):
    """Play a game from a random opening; return the final board and the sum of the values seen."""
    board = Board(keys)
    opening(board, random, 4)
    total = 0
    while not board.is_over:
        move, value = players[len(board.moves) % 2].choose(board)
        total += max(-1000, min(1000, value))
        board.play(move)
    return board, total


def main():
    games = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    random = Random(20)
    keys = [None] + [[random.next() for _ in range(CELLS)] for _ in range(2)]
    strong, weak = Player("strong", 400), Player("weak", 120)
    wins = {"strong": 0, "weak": 0, "nobody": 0}
    checksum = 0
    board = None
    for game in range(games):
        players = [strong, weak] if game % 2 == 0 else [weak, strong]
        board, total = play_game(players, random, keys)
        winner = players[board.winner - 1].name if board.winner else "nobody"
        wins[winner] += 1
        for column, _ in board.moves:
            checksum = (checksum * 31 + column) % 1000000007
        checksum = (checksum * 31 + total + 100000) % 1000000007
        if game < 10:
            print(f"game {game}: {winner} wins after {len(board.moves)} moves, values {total}")
    print(board)
    try:
        board.play(0)
    except IllegalMove as error:
        print(f"error: {error}")
    for player in (strong, weak):
        s = player.statistics
        print(f"{player.name}: {wins[player.name]} wins, {s.searches} searches, {s.nodes} nodes, "
              f"{s.depths} depths, {s.interrupted} interrupted")
        print(f"  {s.table_hits} found in the table, {s.cutoffs} cutoffs, {len(player.table)} entries")
    print(f"{wins['nobody']} drawn, checksum {checksum}")


if __name__ == "__main__":
    main()
