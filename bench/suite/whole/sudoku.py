"""Sudoku by exact cover with dancing links, checked against a solver that narrows candidates down.

Usage: sudoku.py [puzzles]

Puzzles are made from a full grid by shuffling and erasing. The exact-cover solver looks for up to
three solutions of each; the other keeps sets of candidates, draws conclusions and guesses only when
it has to. The exact-cover solver also places queens and tiles a board with dominoes.
"""
import sys


class Contradiction(Exception):
    """A cell is left without candidates."""


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1103 + 12345) % 8388593
        return self.state * limit // 8388593

    def shuffle(self, items):
        for last in range(len(items) - 1, 0, -1):
            other = self.below(last + 1)
            items[last], items[other] = items[other], items[last]
        return items


# ----------------------------------------------------------------------------------- exact cover

class Node:
    """An entry of the matrix, linked in its row and its column."""

    def __init__(self, column, row):
        self.left = self.right = self.up = self.down = self
        self.column = column
        self.row = row


class Column(Node):
    def __init__(self, name):
        super().__init__(self, None)
        self.name = name
        self.size = 0


class ExactCover:
    """Chooses rows so that each primary column has one entry, and each optional one at most one."""

    def __init__(self, primary, optional=()):
        self.root = Column("root")
        self.columns = {}
        self.chosen = []
        self.steps = 0
        for name in primary:
            column = self.columns[name] = Column(name)
            self.link_before(column, self.root)
        for name in optional:
            self.columns[name] = Column(name)

    @staticmethod
    def link_before(node, other):
        node.left, node.right = other.left, other
        other.left.right = node
        other.left = node

    def add_row(self, row, names):
        first = None
        for name in names:
            column = self.columns[name]
            node = Node(column, row)
            node.up, node.down = column.up, column
            column.up.down = node
            column.up = node
            column.size += 1
            if first is None:
                first = node
            else:
                self.link_before(node, first)
        return first

    def cover(self, column):
        column.right.left = column.left
        column.left.right = column.right
        row = column.down
        while row is not column:
            node = row.right
            while node is not row:
                node.down.up = node.up
                node.up.down = node.down
                node.column.size -= 1
                node = node.right
            row = row.down

    def uncover(self, column):
        row = column.up
        while row is not column:
            node = row.left
            while node is not row:
                node.column.size += 1
                node.down.up = node
                node.up.down = node
                node = node.left
            row = row.up
        column.right.left = column
        column.left.right = column

    def cover_others(self, node):
        other = node.right
        while other is not node:
            self.cover(other.column)
            other = other.right

    def uncover_others(self, node):
        other = node.left
        while other is not node:
            self.uncover(other.column)
            other = other.left

    def choose(self, node):
        """Take a row before the search begins."""
        self.cover(node.column)
        self.cover_others(node)
        self.chosen.append(node)

    def smallest_column(self):
        best = column = self.root.right
        while column is not self.root:
            if column.size < best.size:
                best = column
            column = column.right
        return best

    def solutions(self):
        """Generate the solutions, each a list of rows."""
        if self.root.right is self.root:
            yield [node.row for node in self.chosen]
            return
        column = self.smallest_column()
        self.steps += 1
        self.cover(column)
        node = column.down
        while node is not column:
            self.chosen.append(node)
            self.cover_others(node)
            yield from self.solutions()
            self.uncover_others(node)
            self.chosen.pop()
            node = node.down
        self.uncover(column)


def box_of(row, column):
    return row // 3 * 3 + column // 3


class CoverSolver:
    """Sudoku as exact cover: a row for each cell and digit, a column for each of the four rules."""

    def __init__(self, grid):
        names = []
        for i in range(9):
            for k in range(9):
                names += [f"cell{i}{k}", f"row{i}={k + 1}", f"column{i}={k + 1}", f"box{i}={k + 1}"]
        self.cover = ExactCover(names)
        givens = []
        for row in range(9):
            for column in range(9):
                given = grid[row * 9 + column]
                for digit in [given] if given else range(1, 10):
                    node = self.cover.add_row((row, column, digit), [
                        f"cell{row}{column}", f"row{row}={digit}", f"column{column}={digit}",
                        f"box{box_of(row, column)}={digit}",
                    ])
                    if given:
                        givens.append(node)
        for node in givens:
            self.cover.choose(node)

    def solve(self, limit):
        """Return up to `limit` solutions as grids."""
        found = []
        for rows in self.cover.solutions():
            grid = [0] * 81
            for row, column, digit in rows:
                grid[row * 9 + column] = digit
            found.append(grid)
            if len(found) == limit:
                break
        return found


# ------------------------------------------------------------------------------------ candidates

def peers_of_cells():
    """Return for each cell the cells that share a row, a column or a box with it."""
    peers = []
    for cell in range(81):
        row, column = divmod(cell, 9)
        peers.append([
            other for other in range(81)
            if other != cell
            and (other // 9 == row or other % 9 == column or box_of(other // 9, other % 9) == box_of(row, column))
        ])
    return peers


def all_units():
    units = [[row * 9 + column for column in range(9)] for row in range(9)]
    units += [[row * 9 + column for row in range(9)] for column in range(9)]
    for box in range(9):
        top, left = box // 3 * 3, box % 3 * 3
        units.append([(top + k // 3) * 9 + left + k % 3 for k in range(9)])
    return units


PEERS = peers_of_cells()
UNITS = all_units()


class CandidateSolver:
    def __init__(self, grid):
        self.candidates = [set(range(1, 10)) for _ in range(81)]
        self.guesses = 0
        self.contradictions = 0
        for cell, digit in enumerate(grid):
            if digit:
                self.assign(self.candidates, cell, digit)

    def assign(self, candidates, cell, digit):
        """Fix a cell and follow all that this means for its peers."""
        if digit not in candidates[cell]:
            raise Contradiction(cell)
        todo = [(cell, digit)]
        candidates[cell] = {digit}
        while todo:
            current, value = todo.pop()
            for peer in PEERS[current]:
                left = candidates[peer]
                if value in left:
                    left.remove(value)
                    if not left:
                        raise Contradiction(peer)
                    if len(left) == 1:
                        todo.append((peer, next(iter(left))))

    def hidden_singles(self, candidates):
        """Fix digits that have one place only in a row, column or box; return whether there were any."""
        found = False
        for unit in UNITS:
            places = {}
            for cell in unit:
                for digit in candidates[cell]:
                    places.setdefault(digit, []).append(cell)
            if len(places) < 9:
                raise Contradiction(unit[0])
            for digit in sorted(places):
                cells = places[digit]
                if len(cells) == 1 and len(candidates[cells[0]]) > 1:
                    self.assign(candidates, cells[0], digit)
                    found = True
        return found

    def solve(self):
        return self.search(self.candidates)

    def search(self, candidates):
        """Return the first solution as a grid, trying small digits first, or None."""
        try:
            while self.hidden_singles(candidates):
                pass
        except Contradiction:
            self.contradictions += 1
            return None
        best, least = -1, 10
        for cell, left in enumerate(candidates):
            if 1 < len(left) < least:
                best, least = cell, len(left)
        if best < 0:
            return [next(iter(left)) for left in candidates]
        for digit in sorted(candidates[best]):
            self.guesses += 1
            copy = [set(left) for left in candidates]
            try:
                self.assign(copy, best, digit)
            except Contradiction:
                self.contradictions += 1
                continue
            grid = self.search(copy)
            if grid is not None:
                return grid
        return None


def make_puzzle(random, erased):
    """Shuffle a full grid in ways that keep it valid, then erase cells."""
    digits = random.shuffle(list(range(1, 10)))
    rows = [3 * band + row for band in random.shuffle([0, 1, 2]) for row in random.shuffle([0, 1, 2])]
    columns = [3 * stack + column for stack in random.shuffle([0, 1, 2]) for column in random.shuffle([0, 1, 2])]
    grid = [digits[(3 * (row % 3) + row // 3 + column) % 9] for row in rows for column in columns]
    puzzle = grid[:]
    for cell in random.shuffle(list(range(81)))[:erased]:
        puzzle[cell] = 0
    return puzzle, grid


def is_solution(grid, puzzle):
    if any(given and given != digit for given, digit in zip(puzzle, grid)):
        return False
    return all({grid[cell] for cell in unit} == set(range(1, 10)) for unit in UNITS)


def queens(n):
    """Count the placements of n queens: ranks and files are to be covered, diagonals need not be."""
    cover = ExactCover(
        [f"rank{i}" for i in range(n)] + [f"file{i}" for i in range(n)],
        [f"rising{i}" for i in range(2 * n - 1)] + [f"falling{i}" for i in range(2 * n - 1)],
    )
    for i in range(n):
        for k in range(n):
            cover.add_row((i, k), [f"rank{i}", f"file{k}", f"rising{i + k}", f"falling{i - k + n - 1}"])
    return sum(1 for _ in cover.solutions()), cover.steps


def dominoes(width, height):
    """Count the ways to tile a board with dominoes."""
    cover = ExactCover([(x, y) for y in range(height) for x in range(width)])
    for y in range(height):
        for x in range(width):
            if x + 1 < width:
                cover.add_row(("across", x, y), [(x, y), (x + 1, y)])
            if y + 1 < height:
                cover.add_row(("down", x, y), [(x, y), (x, y + 1)])
    return sum(1 for _ in cover.solutions()), cover.steps


def show(grid):
    for row in range(0, 81, 9):
        yield " ".join(str(digit) if digit else "." for digit in grid[row:row + 9])


def main():
    puzzles = int(sys.argv[1]) if len(sys.argv) > 1 else 38
    random = Random(271828)
    checksum = steps = guesses = contradictions = unique = 0
    counts = [0] * 4
    puzzle, solution = [], []
    for number in range(puzzles):
        puzzle, grid = make_puzzle(random, 38 + number % 15)
        solver = CoverSolver(puzzle)
        solutions = solver.solve(3)
        steps += solver.cover.steps
        counts[len(solutions)] += 1
        other = CandidateSolver(puzzle)
        solution = other.solve()
        guesses += other.guesses
        contradictions += other.contradictions
        if not all(is_solution(found, puzzle) for found in [*solutions, solution]):
            raise AssertionError(f"puzzle {number} is solved wrongly")
        if len(solutions) == 1:
            unique += 1
            if solutions[0] != grid or solution != grid:
                raise AssertionError(f"puzzle {number} has another solution")
        for digit in solutions[-1]:
            checksum = (checksum * 31 + digit) % 1000000007
        size = 4 + number % 3
        for count, tried in (queens(size), dominoes(4, size)):
            checksum = (checksum * 31 + count) % 1000000007
            steps += tried
    for before, after in zip(show(puzzle), show(solution)):
        print(f"{before}   {after}")
    print(f"{puzzles} puzzles, {unique} with one solution, {counts[2]} with two, {counts[3]} with more")
    print(f"{steps} steps, {guesses} guesses, {contradictions} contradictions, checksum {checksum}")


if __name__ == "__main__":
    main()
