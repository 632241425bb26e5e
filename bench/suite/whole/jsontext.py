"""A parser and a writer for JSON, by hand, on documents that are made up on the spot.

Usage: jsontext.py [documents]

Every document is written compactly, parsed, compared, written prettily with sorted keys, parsed again
and walked through for statistics. Now and then a text is damaged, to see the parser complain.
"""
import sys

WHITESPACE = " \t\n\r"
DIGITS = "0123456789"
HEX_DIGITS = set("0123456789abcdefABCDEF")
ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class JsonError(ValueError):
    """A text that is not JSON; knows the line and the column."""

    def __init__(self, message, text, position):
        self.line = text.count("\n", 0, position) + 1
        self.column = position - text.rfind("\n", 0, position)
        super().__init__(f"{message} at line {self.line}, column {self.column}")


class Parser:
    LITERALS = {"t": ("true", True), "f": ("false", False), "n": ("null", None)}

    def __init__(self, text, max_depth=100):
        self.text = text
        self.position = 0
        self.depth = 0
        self.max_depth = max_depth

    def error(self, message, position=None):
        return JsonError(message, self.text, self.position if position is None else position)

    def parse(self):
        value = self.parse_value()
        self.skip_whitespace()
        if self.position < len(self.text):
            raise self.error("text after the end")
        return value

    def skip_whitespace(self):
        text = self.text
        position = self.position
        while position < len(text) and text[position] in WHITESPACE:
            position += 1
        self.position = position

    def peek(self):
        """Return the next character that is not white space."""
        self.skip_whitespace()
        if self.position >= len(self.text):
            raise self.error("unexpected end")
        return self.text[self.position]

    def expect(self, character):
        if self.peek() != character:
            raise self.error(f"expected {character}")
        self.position += 1

    def parse_value(self):
        character = self.peek()
        if character == '"':
            return self.parse_string()
        if character == "{":
            return self.nested(self.parse_object)
        if character == "[":
            return self.nested(self.parse_array)
        if character == "-" or character in DIGITS:
            return self.parse_number()
        if character in self.LITERALS:
            word, value = self.LITERALS[character]
            if self.text.startswith(word, self.position):
                self.position += len(word)
                return value
        raise self.error("expected a value")

    def nested(self, parse):
        self.depth += 1
        if self.depth > self.max_depth:
            raise self.error("nested too deeply")
        value = parse()
        self.depth -= 1
        return value

    def parse_object(self):
        self.expect("{")
        members = {}
        if self.peek() == "}":
            self.position += 1
            return members
        while True:
            if self.peek() != '"':
                raise self.error("expected a key")
            start = self.position
            key = self.parse_string()
            if key in members:
                raise self.error(f"duplicate key {key}", start)
            self.expect(":")
            members[key] = self.parse_value()
            if self.peek() == ",":
                self.position += 1
            else:
                self.expect("}")
                return members

    def parse_array(self):
        self.expect("[")
        items = []
        if self.peek() == "]":
            self.position += 1
            return items
        while True:
            items.append(self.parse_value())
            if self.peek() == ",":
                self.position += 1
            else:
                self.expect("]")
                return items

    def parse_string(self):
        """Read a string in pieces: stretches without a backslash are taken over as they are."""
        text = self.text
        start = position = self.position + 1
        pieces = []
        while True:
            if position >= len(text):
                raise self.error("string without an end")
            character = text[position]
            if character == '"':
                pieces.append(text[start:position])
                self.position = position + 1
                return "".join(pieces)
            if character == "\\":
                pieces.append(text[start:position])
                decoded, position = self.parse_escape(position + 1)
                pieces.append(decoded)
                start = position
            elif character < " ":
                raise self.error("control character in a string", position)
            else:
                position += 1

    def parse_escape(self, position):
        character = self.text[position:position + 1]
        if character in ESCAPES:
            return ESCAPES[character], position + 1
        if character == "u":
            digits = self.text[position + 1:position + 5]
            if len(digits) < 4 or not HEX_DIGITS.issuperset(digits):
                raise self.error("bad unicode escape", position)
            return chr(int(digits, 16)), position + 5
        raise self.error("unknown escape", position)

    def skip_digits(self):
        start = self.position
        text = self.text
        while self.position < len(text) and text[self.position] in DIGITS:
            self.position += 1
        if self.position == start:
            raise self.error("expected a digit")

    def parse_number(self):
        text = self.text
        start = self.position
        if text[start] == "-":
            self.position += 1
        if text[self.position:self.position + 1] == "0":
            self.position += 1
        else:
            self.skip_digits()
        whole = True
        if text[self.position:self.position + 1] == ".":
            whole = False
            self.position += 1
            self.skip_digits()
        if text[self.position:self.position + 1] in ("e", "E"):
            whole = False
            self.position += 1
            if text[self.position:self.position + 1] in ("+", "-"):
                self.position += 1
            self.skip_digits()
        number = text[start:self.position]
        return int(number) if whole else float(number)


class Writer:
    """Collects pieces of text; subclasses say what stands between the parts of a container."""

    def __init__(self):
        self.pieces = []

    def dump(self, value):
        self.pieces = []
        self.write(value, 0)
        return "".join(self.pieces)

    def write(self, value, depth):
        if value is None:
            self.pieces.append("null")
        elif value is True:
            self.pieces.append("true")
        elif value is False:
            self.pieces.append("false")
        elif isinstance(value, str):
            self.pieces.append(quote(value))
        elif isinstance(value, (int, float)):
            self.pieces.append(repr(value))
        elif isinstance(value, list):
            self.write_container("[", "]", value, depth, self.write)
        elif isinstance(value, dict):
            self.write_container("{", "}", self.members(value), depth, self.write_member)
        else:
            raise TypeError(f"cannot write a {type(value).__name__}")

    def write_member(self, member, depth):
        key, value = member
        self.pieces.append(quote(key))
        self.pieces.append(self.colon)
        self.write(value, depth)

    def write_container(self, opening, closing, items, depth, write):
        pieces = self.pieces
        pieces.append(opening)
        if items:
            first = True
            for item in items:
                if not first:
                    pieces.append(",")
                first = False
                self.new_line(depth + 1)
                write(item, depth + 1)
            self.new_line(depth)
        pieces.append(closing)


class CompactWriter(Writer):
    colon = ":"

    def members(self, value):
        return list(value.items())

    def new_line(self, depth):
        pass


class PrettyWriter(Writer):
    colon = ": "

    def __init__(self, indent=2):
        super().__init__()
        self.indent = " " * indent

    def members(self, value):
        return sorted(value.items())

    def new_line(self, depth):
        self.pieces.append("\n" + self.indent * depth)


def quote(text):
    """Return a string as JSON, everything beyond ASCII as an escape."""
    pieces = ['"']
    for character in text:
        if character in SHORT_ESCAPES:
            pieces.append(SHORT_ESCAPES[character])
        elif " " <= character <= "~":
            pieces.append(character)
        else:
            pieces.append(f"\\u{ord(character):04x}")
    pieces.append('"')
    return "".join(pieces)


class Maker:
    """Makes documents up: orders of a shop, with everything JSON has."""

    NAMES = ["Ada", "Bjørn", "Chloé", "Dmitri", "Esra", "Fílip", "Gudrun", "Hélène", "Ivan", "Jürgen"]
    WORDS = "tea cup lamp chair table \"oak\" back\\slash tab\tbed line\nbreak ½ kg 20 € sofa shelf rug".split(" ")

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 3877 + 29573) % 139968
        return self.state * limit // 139968

    def pick(self, choices):
        return choices[self.below(len(choices))]

    def text(self, count):
        return " ".join(self.pick(self.WORDS) for _ in range(count))

    def price(self):
        return self.below(500) + (2 * self.below(32) + 1) / 64

    def line(self):
        line = {"article": self.text(1 + self.below(2)), "count": 1 + self.below(9), "price": self.price()}
        if self.below(3) == 0:
            line["discount"] = -self.price() / 8
        return line

    def address(self):
        return {"street": self.text(2), "number": self.below(200), "zip": f"{self.below(99999):05d}", "floor": None}

    def tree(self, depth):
        if depth == 0:
            return self.below(1000) - 500
        return [self.tree(depth - 1) for _ in range(self.below(4))]

    def document(self, number):
        return {
            "id": number,
            "customer": {"name": self.pick(self.NAMES), "address": self.address(), "vip": self.below(4) == 0},
            "lines": [self.line() for _ in range(2 + self.below(5))],
            "notes": [self.text(4) for _ in range(self.below(3))],
            "tree": self.tree(3),
            "empty": [{}, [], ""],
        }


def walk(value, path=()):
    """Generate all pairs of a path and a value without parts."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from walk(part, path + (key,))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from walk(part, path + (index,))
    else:
        yield path, value


class Statistics:
    def __init__(self):
        self.kinds = {}
        self.deepest = 0
        self.characters = 0
        self.sum = 0

    def count(self, document):
        for path, value in walk(document):
            if value is None or value is True or value is False:
                kind = "literal"
            elif isinstance(value, str):
                kind = "string"
                self.characters += len(value)
            else:
                kind = "number"
                self.sum += value
            self.kinds[kind] = self.kinds.get(kind, 0) + 1
            self.deepest = max(self.deepest, len(path))


def checksum(text, start=7):
    result = start
    for character in text[::3]:
        result = (result * 33 + ord(character)) % 1000003
    return result


def damage(text, position):
    """Replace one character by something that is seldom right."""
    return text[:position] + "?" + text[position + 1:]


BROKEN = [
    "", "{", "[1, 2", '{"a" 1}', '{"a": 1,}', "[01]", "[1.]", "[-]", '["\\x"]', '["\\u12"]', "[1]\n\n  x", "nul",
    '{"a": 1, "a": 2}', '["a\nb"]', "[" * 101, '\n["abc', "[1e]",
]


def try_parse(text):
    try:
        return Parser(text).parse(), None
    except JsonError as error:
        return None, error


def main():
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else 240
    maker = Maker(42)
    compact, pretty = CompactWriter(), PrettyWriter()
    statistics = Statistics()
    total = sum_compact = sum_pretty = 0
    complaints = {}
    for number in range(documents):
        document = maker.document(number)
        text = compact.dump(document)
        parsed = Parser(text).parse()
        if parsed != document:
            raise AssertionError(f"document {number} comes back changed")
        long_text = pretty.dump(parsed)
        again = Parser(long_text).parse()
        if compact.dump(again) != compact.dump(Parser(pretty.dump(document)).parse()):
            raise AssertionError(f"document {number} is not written the same twice")
        statistics.count(again)
        total += len(text) + len(long_text)
        sum_compact = checksum(text, sum_compact)
        sum_pretty = checksum(long_text, sum_pretty)
        _, error = try_parse(damage(text, maker.below(len(text))))
        complaint = "none" if error is None else str(error).split(" at ")[0]
        complaints[complaint] = complaints.get(complaint, 0) + 1

    for text in BROKEN:
        _, error = try_parse(text)
        print(f"{len(text):4} {error}")
    number, _ = try_parse('{"small": 2.5E-2, "list": [1.25e1, -0.5, 12345678901]}')
    print(compact.dump(number))
    print(f"{documents} documents, {total} characters, checksums {sum_compact} {sum_pretty}")
    kinds = ", ".join(f"{count} {kind}s" for kind, count in sorted(statistics.kinds.items()))
    print(f"{kinds}, depth {statistics.deepest}, {statistics.characters} in strings, sum {statistics.sum:.6f}")
    print(", ".join(f"{complaint}: {count}" for complaint, count in sorted(complaints.items())))


if __name__ == "__main__":
    main()
