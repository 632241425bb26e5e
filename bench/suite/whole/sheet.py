"""A spreadsheet: formulas become closures, changes spread along the dependencies.

Usage: sheet.py [edits in hundreds]

A sheet of accounts is filled with numbers and formulas, then edited again and again. After every edit
only the cells that depend on it are computed anew, in order; cycles and wrong formulas give error
values that spread as well.
"""
import sys
from dataclasses import dataclass

COLUMNS = 8
ROWS = 30


class FormulaError(ValueError):
    """A formula that cannot be parsed."""


class CellError(Exception):
    """A value that cannot be computed; what the cell shows instead."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code

    def __repr__(self):
        return self.code


@dataclass(frozen=True)
class Address:
    column: int
    row: int

    @classmethod
    def parse(cls, text):
        column = 0
        position = 0
        while position < len(text) and text[position].isalpha():
            column = column * 26 + ord(text[position].upper()) - 64
            position += 1
        if position == 0 or not text[position:].isdigit():
            raise FormulaError(f"{text} is no address")
        return cls(column - 1, int(text[position:]) - 1)

    def __str__(self):
        return f"{chr(65 + self.column)}{self.row + 1}"


@dataclass(frozen=True)
class Token:
    kind: str
    text: str


def tokenize(text):
    """Generate the tokens of a formula."""
    position = 0
    while position < len(text):
        character = text[position]
        start = position
        if character == " ":
            position += 1
        elif character.isdigit() or character == ".":
            while position < len(text) and (text[position].isdigit() or text[position] == "."):
                position += 1
            yield Token("number", text[start:position])
        elif character.isalpha():
            while position < len(text) and text[position].isalnum():
                position += 1
            word = text[start:position].upper()
            yield Token("name" if word.isalpha() else "cell", word)
        elif text[position:position + 2] in ("<=", ">=", "<>"):
            position += 2
            yield Token("operator", text[start:position])
        elif character in "+-*/^<>=(),:":
            position += 1
            yield Token("operator", character)
        else:
            raise FormulaError(f"unexpected {character}")
    yield Token("end", "")


# ----------------------------------------------------------------------------------------- values

def number_of(value):
    """Return what a value counts as in arithmetic; errors are raised again."""
    if isinstance(value, CellError):
        raise value
    if value is None:
        return 0.0
    if isinstance(value, str):
        raise CellError("#VALUE!")
    return value


def divide(a, b):
    if b == 0.0:
        raise CellError("#DIV/0!")
    return a / b


def power(a, b):
    """Return a to a whole power; others are not supported."""
    if b != int(b) or b < 0 or b > 100:
        raise CellError("#NUM!")
    result = 1.0
    for _ in range(int(b)):
        result *= a
    return result


OPERATORS = {
    "+": (2, lambda a, b: a + b),
    "-": (2, lambda a, b: a - b),
    "*": (3, lambda a, b: a * b),
    "/": (3, divide),
    "^": (4, power),
    "<": (1, lambda a, b: 1.0 if a < b else 0.0),
    ">": (1, lambda a, b: 1.0 if a > b else 0.0),
    "<=": (1, lambda a, b: 1.0 if a <= b else 0.0),
    ">=": (1, lambda a, b: 1.0 if a >= b else 0.0),
    "=": (1, lambda a, b: 1.0 if a == b else 0.0),
    "<>": (1, lambda a, b: 1.0 if a != b else 0.0),
}


def numbers_in(values):
    """Generate the numbers among values; text and empty cells are left out."""
    for value in values:
        if isinstance(value, CellError):
            raise value
        if isinstance(value, float):
            yield value


def total(values):
    result = 0.0
    for value in numbers_in(values):
        result += value
    return result


def average(values):
    numbers = list(numbers_in(values))
    if not numbers:
        raise CellError("#DIV/0!")
    return total(numbers) / len(numbers)


def smallest(values):
    return min(numbers_in(values), default=0.0)


def greatest(values):
    return max(numbers_in(values), default=0.0)


def count(values):
    return float(sum(1 for _ in numbers_in(values)))


def median(values):
    numbers = sorted(numbers_in(values))
    if not numbers:
        raise CellError("#NUM!")
    middle = len(numbers) // 2
    return numbers[middle] if len(numbers) % 2 else (numbers[middle - 1] + numbers[middle]) / 2.0


FUNCTIONS = {"SUM": total, "AVERAGE": average, "MIN": smallest, "MAX": greatest, "COUNT": count, "MEDIAN": median}


# --------------------------------------------------------------------------------------- formulas

class Compiler:
    """Turns the text of a formula into a function of the sheet, and notes the cells it needs."""

    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.position = 0
        self.needs = {}

    @property
    def token(self):
        return self.tokens[self.position]

    def take(self):
        token = self.token
        self.position += 1
        return token

    def accept(self, operator):
        if self.token.kind == "operator" and self.token.text == operator:
            self.position += 1
            return True
        return False

    def expect(self, operator):
        if not self.accept(operator):
            raise FormulaError(f"expected {operator}, found {self.token.text or 'the end'}")

    def compile(self):
        function = self.expression(1)
        if self.token.kind != "end":
            raise FormulaError(f"unexpected {self.token.text}")
        return function, list(self.needs)

    def expression(self, least):
        left = self.operand()
        while self.token.kind == "operator" and self.token.text in OPERATORS:
            binding, operate = OPERATORS[self.token.text]
            if binding < least:
                break
            self.take()
            left = self.combine(operate, left, self.expression(binding + 1))
        return left

    @staticmethod
    def combine(operate, left, right):
        return lambda sheet: operate(number_of(left(sheet)), number_of(right(sheet)))

    def operand(self):
        token = self.take()
        if token.kind == "number":
            try:
                value = float(token.text)
            except ValueError:
                raise FormulaError(f"{token.text} is no number") from None
            return lambda sheet: value
        if token.kind == "cell":
            address = Address.parse(token.text)
            self.needs[address] = True
            return lambda sheet: sheet.value(address)
        if token.kind == "name":
            return self.call(token.text)
        if token.text == "-":
            inner = self.operand()
            return lambda sheet: -number_of(inner(sheet))
        if token.text == "(":
            inner = self.expression(1)
            self.expect(")")
            return inner
        raise FormulaError(f"unexpected {token.text or 'end'}")

    def call(self, name):
        self.expect("(")
        if name == "IF":
            condition = self.expression(1)
            self.expect(",")
            then = self.expression(1)
            self.expect(",")
            otherwise = self.expression(1)
            self.expect(")")
            return lambda sheet: then(sheet) if number_of(condition(sheet)) != 0.0 else otherwise(sheet)
        if name not in FUNCTIONS:
            raise FormulaError(f"unknown function {name}")
        function = FUNCTIONS[name]
        arguments = [self.argument()]
        while self.accept(","):
            arguments.append(self.argument())
        self.expect(")")
        return lambda sheet: function([value for argument in arguments for value in argument(sheet)])

    def argument(self):
        """Compile an expression or a range to a function that returns a list of values."""
        following = self.tokens[self.position + 1]
        if self.token.kind == "cell" and following.kind == "operator" and following.text == ":":
            first = Address.parse(self.take().text)
            self.expect(":")
            if self.token.kind != "cell":
                raise FormulaError("a range needs two cells")
            last = Address.parse(self.take().text)
            addresses = [
                Address(column, row)
                for row in range(first.row, last.row + 1)
                for column in range(first.column, last.column + 1)
            ]
            for address in addresses:
                self.needs[address] = True
            return lambda sheet: [sheet.value(address) for address in addresses]
        expression = self.expression(1)
        return lambda sheet: [expression(sheet)]


# ------------------------------------------------------------------------------------------ sheet

class Cell:
    def __init__(self, address):
        self.address = address
        self.source = ""
        self.function = None
        self.value = None
        self.needs = []
        self.used_by = {}

    def show(self):
        if self.value is None:
            return ""
        if isinstance(self.value, float):
            return f"{self.value:.9f}"
        return str(self.value)


class Sheet:
    def __init__(self):
        self.cells = {}
        self.computed = 0
        self.cycles = 0

    def value(self, address):
        cell = self.cells.get(address)
        return cell.value if cell is not None else None

    def cell(self, address):
        cell = self.cells.get(address)
        if cell is None:
            cell = self.cells[address] = Cell(address)
        return cell

    def set(self, address, source):
        """Change what a cell holds; return how many cells were computed."""
        cell = self.cell(address)
        for needed in cell.needs:
            del self.cells[needed].used_by[address]
        cell.source = source
        cell.function = None
        cell.needs = []
        if source.startswith("="):
            try:
                cell.function, cell.needs = Compiler(source[1:]).compile()
            except FormulaError:
                cell.value = CellError("#NAME?")
        else:
            try:
                cell.value = float(source)
            except ValueError:
                cell.value = source or None
        for needed in cell.needs:
            self.cell(needed).used_by[address] = cell
        return self.recalculate(cell)

    def recalculate(self, changed):
        """Compute a cell and all that depend on it, each after those it needs."""
        order = []
        state = {}
        in_cycle = set()
        stack = [(changed, iter(changed.used_by.values()))]
        state[changed.address] = "open"
        while stack:
            cell, users = stack[-1]
            user = next(users, None)
            if user is None:
                state[cell.address] = "done"
                order.append(cell)
                stack.pop()
            elif user.address not in state:
                state[user.address] = "open"
                stack.append((user, iter(user.used_by.values())))
            elif state[user.address] == "open":
                for member, _ in reversed(stack):
                    in_cycle.add(member.address)
                    if member is user:
                        break
        for cell in reversed(order):
            if cell.address in in_cycle:
                self.cycles += 1
                cell.value = CellError("#CYCLE!")
            elif cell.function is not None:
                self.compute(cell)
        return len(order)

    def compute(self, cell):
        self.computed += 1
        try:
            cell.value = cell.function(self)
        except CellError as error:
            cell.value = error

    def rows(self, count):
        for row in range(count):
            yield [self.cell(Address(column, row)).show() for column in range(COLUMNS)]


# --------------------------------------------------------------------------------------- scenario

class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 16807) % 2147483647
        return self.state // 64 % limit


def fill(sheet, random):
    """Columns: article, price, count, amount, share, balance, rating, notes; the last rows sum up."""
    def put(address, source):
        sheet.set(Address.parse(address), source)

    for row in range(1, ROWS + 1):
        put(f"A{row}", f"item {row}")
        put(f"B{row}", f"{5 + random.below(95)}.{random.below(4) * 25:02d}")
        put(f"C{row}", str(1 + random.below(20)))
        put(f"D{row}", f"=B{row}*C{row}")
        put(f"E{row}", f"=D{row}/D{ROWS + 1}*100")
        put(f"F{row}", f"=F{row - 1}+D{row}-B{row}" if row > 1 else "=D1")
        put(f"G{row}", f"=IF(E{row}>=AVERAGE(E{max(1, row - 3)}:E{row}), 2^(1+C{row}/C{row}), -(1.5))")
    put(f"D{ROWS + 1}", f"=SUM(D1:D{ROWS})")
    put(f"G{ROWS + 1}", f"=SUM(G1:G{ROWS})/COUNT(G1:G{ROWS})")
    put("H1", f"=MAX(B1:B{ROWS})-MIN(B1:B{ROWS})")
    put("H2", f"=MEDIAN(B1:B{ROWS},C1:C{ROWS}, 3)")
    put("H3", f"=(H1+H2)*D{ROWS + 1}<>G{ROWS + 1}")
    put("H4", "=IF(H1>H2, H1/(C1-C2), H2/(C3-C4))")
    put("H5", "=H4+1")


EDITS = ["price", "count", "price", "count", "text", "formula", "cycle", "wrong", "repair", "zero"]


def edit(sheet, random, kind):
    """Change a cell at random; return the number of cells computed."""
    row = 1 + random.below(ROWS)
    if kind == "price":
        return sheet.set(Address(1, row - 1), f"{1 + random.below(120)}.5")
    if kind == "count":
        return sheet.set(Address(2, row - 1), str(1 + random.below(30)))
    if kind == "text":
        return sheet.set(Address(2, row - 1), "unknown")
    if kind == "formula":
        return sheet.set(Address(7, 9), f"=AVERAGE(D{row}:G{min(ROWS, row + 4)}) * C{row}")
    if kind == "cycle":
        first = sheet.set(Address(7, 10), "=H12+1")
        return first + sheet.set(Address(7, 11), f"=H11*2+B{row}")
    if kind == "wrong":
        return sheet.set(Address(7, 12), random_wrong(random))
    if kind == "zero":
        return sheet.set(Address(7, 13), f"=B{row}/(C{row}-C{row})")
    computed = sheet.set(Address(7, 11), "12")
    for other in range(1, ROWS + 1):
        if sheet.value(Address(2, other - 1)) == "unknown":
            computed += sheet.set(Address(2, other - 1), str(1 + random.below(20)))
    return computed


def random_wrong(random):
    formulas = ["=B1+", "=SUM(A1:", "=FOO(1)", "=1.2.3", "=(B1", "=B1 B2", "=@", "=2^0.5", "=A1*2", "=IF(1,2)"]
    return formulas[random.below(len(formulas))]


def checksum_of(sheet, start):
    result = start
    for row in sheet.rows(ROWS + 1):
        for text in row:
            for character in text:
                result = (result * 31 + ord(character)) % 1000000007
    return result


def main():
    hundreds = int(sys.argv[1]) if len(sys.argv) > 1 else 6
    random = Random(5)
    sheet = Sheet()
    fill(sheet, random)
    checksum = visited = 0
    errors = {}
    watched = [Address(7, 3), Address(7, 10), Address(7, 12), Address(3, ROWS)]
    for number in range(hundreds * 100):
        visited += edit(sheet, random, EDITS[number % len(EDITS)])
        for address in watched:
            value = sheet.value(address)
            if isinstance(value, CellError):
                errors[value.code] = errors.get(value.code, 0) + 1
        if number % 50 == 49:
            checksum = checksum_of(sheet, checksum)
    for row in sheet.rows(6):
        print(" | ".join(f"{text:>16}" for text in row[3:]))
    print(f"sum {sheet.cell(Address(3, ROWS)).show()}")
    print(f"{len(sheet.cells)} cells, {visited} visited, {sheet.computed} computed, {sheet.cycles} in cycles")
    print(f"{', '.join(f'{code} {count}' for code, count in sorted(errors.items()))}; checksum {checksum}")


if __name__ == "__main__":
    main()
