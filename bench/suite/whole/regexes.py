"""Regular expressions: parser, NFA by Thompson's construction, DFA made on demand, smallest DFA.

Usage: regexes.py [rounds]

A dozen expressions search made-up lines of a log. The automata made on demand are compared with the
simulation of the NFA and with the smallest deterministic automaton.
"""
import sys


class RegexError(ValueError):
    def __init__(self, message, pattern, position):
        super().__init__(f"{message} at {position} in {pattern}")
        self.position = position


# -------------------------------------------------------------------------------------- alphabet

ALPHABET = [chr(code) for code in range(32, 127)]
DIGITS = frozenset("0123456789")
WORD = frozenset(c for c in ALPHABET if c.isalnum() or c == "_")
SPACE = frozenset(" ")
ANY = frozenset(ALPHABET)
CLASSES = {"d": DIGITS, "w": WORD, "s": SPACE, "D": ANY - DIGITS, "W": ANY - WORD, "S": ANY - SPACE}


# ------------------------------------------------------------------------------------------ tree

class Node:
    def build(self, nfa):
        """Add states for this expression to an automaton; return the first and the last."""
        raise NotImplementedError


class Empty(Node):
    def build(self, nfa):
        state = nfa.new_state()
        return state, state


class Characters(Node):
    def __init__(self, characters):
        self.characters = characters

    def build(self, nfa):
        start, end = nfa.new_state(), nfa.new_state()
        nfa.edges[start].append((self.characters, end))
        return start, end


class Sequence(Node):
    def __init__(self, parts):
        self.parts = parts

    def build(self, nfa):
        start, end = self.parts[0].build(nfa)
        for part in self.parts[1:]:
            next_start, next_end = part.build(nfa)
            nfa.free[end].append(next_start)
            end = next_end
        return start, end


class Alternatives(Node):
    def __init__(self, options):
        self.options = options

    def build(self, nfa):
        start, end = nfa.new_state(), nfa.new_state()
        for option in self.options:
            first, last = option.build(nfa)
            nfa.free[start].append(first)
            nfa.free[last].append(end)
        return start, end


class Repeat(Node):
    """At least `low` times, at most `high` times; without limit if that is None."""

    def __init__(self, body, low, high):
        self.body = body
        self.low = low
        self.high = high

    def build(self, nfa):
        start = end = nfa.new_state()
        for _ in range(self.low):
            first, last = self.body.build(nfa)
            nfa.free[end].append(first)
            end = last
        if self.high is None:
            first, last = self.body.build(nfa)
            after = nfa.new_state()
            nfa.free[end] += [first, after]
            nfa.free[last] += [first, after]
            return start, after
        after = nfa.new_state()
        for _ in range(self.high - self.low):
            first, last = self.body.build(nfa)
            nfa.free[end] += [first, after]
            end = last
        nfa.free[end].append(after)
        return start, after


class Parser:
    SPECIAL = set("()[]{}|*+?.\\")

    def __init__(self, pattern):
        self.pattern = pattern
        self.position = 0

    def error(self, message):
        return RegexError(message, self.pattern, self.position)

    @property
    def next(self):
        """The next character, or an empty string."""
        return self.pattern[self.position:self.position + 1]

    def take(self):
        character = self.next
        if not character:
            raise self.error("unexpected end")
        self.position += 1
        return character

    def accept(self, character):
        if self.next == character:
            self.position += 1
            return True
        return False

    def parse(self):
        node = self.alternatives()
        if self.next:
            raise self.error(f"unexpected {self.next}")
        return node

    def alternatives(self):
        options = [self.sequence()]
        while self.accept("|"):
            options.append(self.sequence())
        return options[0] if len(options) == 1 else Alternatives(options)

    def sequence(self):
        parts = []
        while self.next and self.next not in "|)":
            parts.append(self.repeated())
        if not parts:
            return Empty()
        return parts[0] if len(parts) == 1 else Sequence(parts)

    def repeated(self):
        node = self.atom()
        while True:
            if self.accept("*"):
                node = Repeat(node, 0, None)
            elif self.accept("+"):
                node = Repeat(node, 1, None)
            elif self.accept("?"):
                node = Repeat(node, 0, 1)
            elif self.accept("{"):
                low = self.number()
                high = low
                if self.accept(","):
                    high = None if self.next == "}" else self.number()
                if not self.accept("}"):
                    raise self.error("expected }")
                if high is not None and high < low:
                    raise self.error("limits in the wrong order")
                node = Repeat(node, low, high)
            else:
                return node

    def number(self):
        start = self.position
        while self.next in DIGITS:
            self.position += 1
        if start == self.position:
            raise self.error("expected a number")
        return int(self.pattern[start:self.position])

    def atom(self):
        character = self.take()
        if character == "(":
            node = self.alternatives()
            if not self.accept(")"):
                raise self.error("expected )")
            return node
        if character == "[":
            return Characters(self.set_of_characters())
        if character == ".":
            return Characters(ANY)
        if character == "\\":
            return Characters(self.escape())
        if character in self.SPECIAL:
            self.position -= 1
            raise self.error(f"unexpected {character}")
        return Characters(frozenset(character))

    def escape(self):
        character = self.take()
        if character in CLASSES:
            return CLASSES[character]
        if character in WORD:
            self.position -= 1
            raise self.error(f"unknown escape {character}")
        return frozenset(character)

    def set_of_characters(self):
        negated = self.accept("^")
        members = set()
        while not self.accept("]"):
            character = self.take()
            if character == "\\":
                members |= self.escape()
            elif self.next == "-" and self.pattern[self.position + 1:self.position + 2] not in ("]", ""):
                self.position += 1
                last = self.take()
                members.update(chr(code) for code in range(ord(character), ord(last) + 1))
            else:
                members.add(character)
        return frozenset(ANY - members) if negated else frozenset(members)


# -------------------------------------------------------------------------------------- automata

class Nfa:
    def __init__(self, node):
        self.edges = []
        self.free = []
        self.start, self.end = node.build(self)

    def new_state(self):
        self.edges.append([])
        self.free.append([])
        return len(self.edges) - 1

    def closure(self, states):
        """Return the states that can be reached without a character, as a sorted tuple."""
        reached = set(states)
        todo = list(reached)
        while todo:
            for state in self.free[todo.pop()]:
                if state not in reached:
                    reached.add(state)
                    todo.append(state)
        return tuple(sorted(reached))

    def step(self, states, character):
        following = set()
        for state in states:
            for characters, target in self.edges[state]:
                if character in characters:
                    following.add(target)
        return self.closure(following)

    def longest(self, text, start):
        """Return the end of the longest match that begins at `start`, or -1."""
        states = self.closure([self.start])
        best = start if self.end in states else -1
        for position in range(start, len(text)):
            states = self.step(states, text[position])
            if not states:
                break
            if self.end in states:
                best = position + 1
        return best


class DfaState:
    def __init__(self, states, accepting):
        self.states = states
        self.accepting = accepting
        self.moves = {}


class LazyDfa:
    """Deterministic states are made when they are needed, and kept."""

    def __init__(self, nfa):
        self.nfa = nfa
        self.known = {}
        self.made = 0
        self.start = self.state_for(nfa.closure([nfa.start]))

    def state_for(self, states):
        state = self.known.get(states)
        if state is None:
            state = self.known[states] = DfaState(states, self.nfa.end in states)
            self.made += 1
        return state

    def longest(self, text, start):
        state = self.start
        best = start if state.accepting else -1
        position = start
        while position < len(text):
            character = text[position]
            following = state.moves.get(character)
            if following is None:
                following = self.state_for(self.nfa.step(state.states, character))
                state.moves[character] = following
            if not following.states:
                break
            state = following
            position += 1
            if state.accepting:
                best = position
        return best


class SmallDfa:
    """The smallest deterministic automaton, by refinement of sets of equivalent states."""

    def __init__(self, nfa):
        self.groups = self.character_groups(nfa)
        lazy = LazyDfa(nfa)
        states = [lazy.start]
        numbers = {lazy.start.states: 0}
        table = []
        for state in states:
            row = []
            for group in self.groups:
                following = lazy.state_for(nfa.step(state.states, group[0]))
                if following.states not in numbers:
                    numbers[following.states] = len(states)
                    states.append(following)
                row.append(numbers[following.states])
            table.append(row)
        self.full_size = len(states)
        self.minimise(table, [state.accepting for state in states])
        self.group_of = {character: k for k, group in enumerate(self.groups) for character in group}

    @staticmethod
    def character_groups(nfa):
        """Split the alphabet into characters that no edge tells apart."""
        groups = {}
        sets = []
        for edges in nfa.edges:
            for characters, _ in edges:
                if characters not in sets:
                    sets.append(characters)
        for character in ALPHABET:
            signature = tuple(character in characters for characters in sets)
            groups.setdefault(signature, []).append(character)
        return list(groups.values())

    def minimise(self, table, accepting):
        block_of = [1 if accepts else 0 for accepts in accepting]
        count = len(set(block_of))
        while True:
            signatures = {}
            refined = []
            for state, row in enumerate(table):
                signature = (block_of[state],) + tuple(block_of[target] for target in row)
                refined.append(signatures.setdefault(signature, len(signatures)))
            block_of = refined
            if len(signatures) == count:
                break
            count = len(signatures)
        self.size = count
        self.table = [None] * count
        self.accepting = [False] * count
        for state, row in enumerate(table):
            self.table[block_of[state]] = [block_of[target] for target in row]
            self.accepting[block_of[state]] = accepting[state]
        self.start = block_of[0]

    def longest(self, text, start):
        state = self.start
        best = start if self.accepting[state] else -1
        for position in range(start, len(text)):
            state = self.table[state][self.group_of[text[position]]]
            if self.accepting[state]:
                best = position + 1
        return best


class Regex:
    def __init__(self, pattern):
        self.pattern = pattern
        self.nfa = Nfa(Parser(pattern).parse())
        self.automaton = LazyDfa(self.nfa)

    def find_all(self, text):
        """Generate begin and end of all matches that do not overlap, the longest at each place."""
        position = 0
        while position < len(text):
            end = self.automaton.longest(text, position)
            if end > position:
                yield position, end
                position = end
            else:
                position += 1

    def replace(self, text, make):
        pieces = []
        last = 0
        for start, end in self.find_all(text):
            pieces.append(text[last:start])
            pieces.append(make(text[start:end]))
            last = end
        pieces.append(text[last:])
        return "".join(pieces)


# ------------------------------------------------------------------------------------------- use

PATTERNS = [
    r"\d{1,3}(\.\d{1,3}){3}",
    r"\d\d:\d\d(:\d\d)?",
    r"(GET|PUT|POST) /[\w/]*(\.\w+)?",
    r"[A-Z][a-z]+( [A-Z][a-z]+)*",
    r"\w+@\w+(\.\w+)+",
    r"(a|b)*abb",
    r"-?\d+(\.\d*)?([eE][+\-]?\d+)?",
    r"[^aeiou ]{4,}",
    r"user=(\w+|\?) id=\d*[02468]",
    r"(x+x+)+y",
    r"\w*([aeiou])\w*ing",
    r"([0-9a-f]{2}:){3,5}[0-9a-f]{2}",
]

WRONG = ["(ab", "a)", "*a", "[abc", "a{3", "a{4,2}", "\\q", "a{,2}", "x|y)"]


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 9301 + 49297) % 233280
        return self.state * limit // 233280

    def pick(self, items):
        return items[self.below(len(items))]


class LogMaker:
    NAMES = ["Anna Lind", "Bo", "Carl Otto Berg", "Dora", "Emil Falk"]
    WORDS = ["loading", "rhythm", "abbabb", "string", "xxxxxxz", "sphinx", "waiting", "aabb", "crypt"]
    PATHS = ["/", "/index.html", "/img/a.png", "/api/v2/items", "/x"]

    def __init__(self, random):
        self.random = random

    def time(self):
        below = self.random.below
        return f"{below(24):02d}:{below(60):02d}:{below(60):02d}"

    def address(self):
        return ".".join(str(self.random.below(256)) for _ in range(4))

    def line(self):
        random = self.random
        kind = random.below(6)
        if kind == 0:
            return f"{self.time()} {self.address()} {random.pick(['GET', 'PUT', 'HEAD'])} {random.pick(self.PATHS)} 200"
        if kind == 1:
            return f"{self.time()} mail from {random.pick(self.WORDS)}@example.{random.pick(['org', 'co.uk'])} accepted"
        if kind == 2:
            return f"{random.pick(self.NAMES)} wrote {random.pick(self.WORDS)} {random.pick(self.WORDS)}"
        if kind == 3:
            return f"user={random.pick(['guest', '?', 'root'])} id={random.below(5000)} load {random.below(100)}.5e-3"
        if kind == 4:
            digits = "0123456789abcdef"
            device = ":".join(random.pick(digits) + random.pick(digits) for _ in range(6))
            return f"device {device} {random.pick(self.WORDS)} -{random.below(50)}"
        return " ".join(random.pick(self.WORDS) for _ in range(5))


def checksum_of(text, start):
    result = start
    for character in text:
        result = (result * 31 + ord(character)) % 1000000007
    return result


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    maker = LogMaker(Random(777))
    matches = [0] * len(PATTERNS)
    lengths = [0] * len(PATTERNS)
    sizes = []
    checksum = made = 0
    for number in range(rounds):
        regexes = [Regex(pattern) for pattern in PATTERNS]
        lines = [maker.line() for _ in range(16)]
        for line in lines:
            for k, regex in enumerate(regexes):
                for start, end in regex.find_all(line):
                    matches[k] += 1
                    lengths[k] += end - start
        for k, regex in enumerate(regexes):
            made += regex.automaton.made
            line = lines[(number + k) % len(lines)]
            replaced = regex.replace(line, lambda found: f"<{found.upper()}>")
            checksum = checksum_of(replaced, checksum)
            expected = regex.nfa.longest(line, number % len(line))
            if expected != regex.automaton.longest(line, number % len(line)):
                raise AssertionError(f"automata of {regex.pattern} differ")
        small = SmallDfa(regexes[number % len(PATTERNS)].nfa)
        if number < len(PATTERNS):
            sizes.append(f"{small.full_size}>{small.size}")
        for line in lines:
            if small.longest(line, 0) != regexes[number % len(PATTERNS)].automaton.longest(line, 0):
                raise AssertionError("the smallest automaton differs")
    for pattern, count, length in zip(PATTERNS, matches, lengths):
        print(f"{pattern:34} {count:7} matches, {length:8} characters")
    for pattern in WRONG:
        try:
            Regex(pattern)
            print(f"{pattern} is fine")
        except RegexError as error:
            print(f"error: {error}")
    print(f"{made} states made, sizes {' '.join(sizes)}, checksum {checksum}")


if __name__ == "__main__":
    main()
