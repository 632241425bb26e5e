"""A small Prolog: parser, unification with a trail, and search by generators inside each other.

Usage: logic.py [rounds]

The program below knows lists, a map to be coloured, a family, a graph, queens and towers. Each round
asks all questions again, some with other numbers, and counts the inferences.
"""
import sys


class PrologError(Exception):
    pass


class PrologSyntaxError(PrologError):
    pass


# ------------------------------------------------------------------------------------------ terms

class Term:
    """Base of atoms, numbers, variables and compound terms."""


class Atom(Term):
    table = {}

    def __init__(self, name):
        self.name = name

    @classmethod
    def named(cls, name):
        """Return the one atom of this name."""
        atom = cls.table.get(name)
        if atom is None:
            atom = cls.table[name] = cls(name)
        return atom

    def __str__(self):
        return self.name


class Number(Term):
    def __init__(self, value):
        self.value = value

    def __str__(self):
        return str(self.value)


class Variable(Term):
    __slots__ = ("name", "binding")

    def __init__(self, name):
        self.name = name
        self.binding = None

    def __str__(self):
        return self.name if self.binding is None else str(self.binding)


class Compound(Term):
    __slots__ = ("functor", "arguments")

    def __init__(self, functor, arguments):
        self.functor = functor
        self.arguments = arguments

    def __str__(self):
        if self.functor == "." and len(self.arguments) == 2:
            return show_list(self)
        return f"{self.functor}({', '.join(str(resolve(argument)) for argument in self.arguments)})"


NIL = Atom.named("[]")


def resolve(term):
    """Follow bindings until there is none."""
    while type(term) is Variable and term.binding is not None:
        term = term.binding
    return term


def show_list(term):
    items = []
    while isinstance(term, Compound) and term.functor == ".":
        head, tail = term.arguments
        items.append(str(resolve(head)))
        term = resolve(tail)
    end = "" if term is NIL else f"|{term}"
    return f"[{', '.join(items)}{end}]"


def make_list(items, tail=NIL):
    result = tail
    for item in reversed(items):
        result = Compound(".", [item, result])
    return result


def rename(term, variables):
    """Return a copy of a term with fresh variables."""
    if type(term) is Variable:
        fresh = variables.get(term.name)
        if fresh is None:
            fresh = variables[term.name] = Variable(term.name)
        return fresh
    if type(term) is Compound:
        return Compound(term.functor, [rename(argument, variables) for argument in term.arguments])
    return term


# ----------------------------------------------------------------------------------------- parser

SYMBOLS = [":-", "=:=", "=\\=", "=<", ">=", "\\=", "\\+", "//", "<", ">", "=", "+", "-", "*", "(", ")", "[", "]", "|",
           ",", "."]


def tokenize(text):
    """Generate pairs of a kind and a text."""
    position = 0
    while position < len(text):
        character = text[position]
        start = position
        if character.isspace():
            position += 1
        elif character == "%":
            while position < len(text) and text[position] != "\n":
                position += 1
        elif character.isdigit():
            while position < len(text) and text[position].isdigit():
                position += 1
            yield "number", text[start:position]
        elif character.isalpha() or character == "_":
            while position < len(text) and (text[position].isalnum() or text[position] == "_"):
                position += 1
            word = text[start:position]
            yield ("variable" if character.isupper() or character == "_" else "atom"), word
        else:
            for symbol in SYMBOLS:
                if text.startswith(symbol, position):
                    position += len(symbol)
                    yield "symbol", symbol
                    break
            else:
                raise PrologSyntaxError(f"unexpected {character}")
    yield "end", ""


OPERATORS = {"is": 1, "=": 1, "\\=": 1, "<": 1, ">": 1, "=<": 1, ">=": 1, "=:=": 1, "=\\=": 1,
             "+": 2, "-": 2, "*": 3, "//": 3, "mod": 3}


class Clause:
    def __init__(self, head, body):
        self.head = head
        self.body = body

    def renamed(self):
        variables = {}
        head = rename(self.head, variables)
        return head, [rename(goal, variables) for goal in self.body]


class Parser:
    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.position = 0
        self.anonymous = 0

    @property
    def kind(self):
        return self.tokens[self.position][0]

    @property
    def text(self):
        return self.tokens[self.position][1]

    def take(self):
        token = self.tokens[self.position]
        self.position += 1
        return token

    def accept(self, text):
        if self.text == text and self.kind != "end":
            self.position += 1
            return True
        return False

    def expect(self, text):
        if not self.accept(text):
            raise PrologSyntaxError(f"expected {text}, found {self.text or 'the end'}")

    def clauses(self):
        while self.kind != "end":
            head = self.expression(1)
            body = self.goals() if self.accept(":-") else []
            self.expect(".")
            yield Clause(head, body)

    def goals(self):
        goals = [self.goal()]
        while self.accept(","):
            goals.append(self.goal())
        return goals

    def goal(self):
        if self.accept("\\+"):
            return Compound("\\+", [self.goal()])
        return self.expression(1)

    def expression(self, least):
        left = self.primary()
        while self.text in OPERATORS and OPERATORS[self.text] >= least:
            _, operator = self.take()
            right = self.expression(OPERATORS[operator] + 1)
            left = Compound(operator, [left, right])
        return left

    def primary(self):
        kind, text = self.take()
        if kind == "number":
            return Number(int(text))
        if kind == "variable":
            if text == "_":
                self.anonymous += 1
                return Variable(f"_{self.anonymous}")
            return Variable(text)
        if kind == "atom":
            if self.accept("("):
                arguments = [self.expression(1)]
                while self.accept(","):
                    arguments.append(self.expression(1))
                self.expect(")")
                return Compound(text, arguments)
            return Atom.named(text)
        if text == "[":
            return self.list_rest()
        if text == "(":
            term = self.expression(1)
            self.expect(")")
            return term
        raise PrologSyntaxError(f"unexpected {text or 'end'}")

    def list_rest(self):
        if self.accept("]"):
            return NIL
        items = [self.expression(1)]
        while self.accept(","):
            items.append(self.expression(1))
        tail = self.expression(1) if self.accept("|") else NIL
        self.expect("]")
        return make_list(items, tail)


# ----------------------------------------------------------------------------------------- engine

class Goals:
    """A linked list of what is still to be shown."""

    __slots__ = ("first", "rest")

    def __init__(self, first, rest):
        self.first = first
        self.rest = rest


class Engine:
    def __init__(self, text):
        self.database = {}
        self.trail = []
        self.inferences = 0
        self.unifications = 0
        self.builtins = {
            ("=", 2): lambda a, b: self.unify(a, b),
            ("\\=", 2): self.differ,
            ("is", 2): lambda a, b: self.unify(a, Number(self.evaluate(b))),
            ("<", 2): lambda a, b: self.evaluate(a) < self.evaluate(b),
            (">", 2): lambda a, b: self.evaluate(a) > self.evaluate(b),
            ("=<", 2): lambda a, b: self.evaluate(a) <= self.evaluate(b),
            (">=", 2): lambda a, b: self.evaluate(a) >= self.evaluate(b),
            ("=:=", 2): lambda a, b: self.evaluate(a) == self.evaluate(b),
            ("=\\=", 2): lambda a, b: self.evaluate(a) != self.evaluate(b),
            ("\\+", 1): self.fails,
        }
        for clause in Parser(text).clauses():
            self.database.setdefault(self.key(clause.head), []).append(clause)

    @staticmethod
    def key(goal):
        if type(goal) is Compound:
            return goal.functor, len(goal.arguments)
        if type(goal) is Atom:
            return goal.name, 0
        raise PrologError(f"{goal} cannot be called")

    def bind(self, variable, term):
        variable.binding = term
        self.trail.append(variable)

    def undo(self, mark):
        trail = self.trail
        while len(trail) > mark:
            trail.pop().binding = None

    def unify(self, a, b):
        """Make two terms equal by binding variables; return whether that is possible."""
        self.unifications += 1
        a, b = resolve(a), resolve(b)
        if a is b:
            return True
        if type(a) is Variable:
            self.bind(a, b)
            return True
        if type(b) is Variable:
            self.bind(b, a)
            return True
        if type(a) is Compound and type(b) is Compound:
            if a.functor != b.functor or len(a.arguments) != len(b.arguments):
                return False
            for x, y in zip(a.arguments, b.arguments):
                if not self.unify(x, y):
                    return False
            return True
        return type(a) is Number and type(b) is Number and a.value == b.value

    def differ(self, a, b):
        mark = len(self.trail)
        same = self.unify(a, b)
        self.undo(mark)
        return not same

    def fails(self, goal):
        mark = len(self.trail)
        for _ in self.prove(Goals(goal, None)):
            self.undo(mark)
            return False
        return True

    def evaluate(self, term):
        term = resolve(term)
        if type(term) is Number:
            return term.value
        if type(term) is Compound and len(term.arguments) == 2:
            left, right = (self.evaluate(argument) for argument in term.arguments)
            if term.functor == "+":
                return left + right
            if term.functor == "-":
                return left - right
            if term.functor == "*":
                return left * right
            if right == 0:
                raise PrologError("division by zero")
            if term.functor == "//":
                return left // right
            if term.functor == "mod":
                return left % right
        raise PrologError(f"{term} is no number")

    def prove(self, goals):
        """Generate once for each way to show all goals; the bindings hold until the next is asked for."""
        if goals is None:
            yield
            return
        goal = resolve(goals.first)
        key = self.key(goal)
        self.inferences += 1
        mark = len(self.trail)
        builtin = self.builtins.get(key)
        if builtin is not None:
            if builtin(*goal.arguments):
                yield from self.prove(goals.rest)
            self.undo(mark)
            return
        clauses = self.database.get(key)
        if clauses is None:
            raise PrologError(f"unknown predicate {key[0]}/{key[1]}")
        for clause in clauses:
            head, body = clause.renamed()
            if self.unify(goal, head):
                rest = goals.rest
                for part in reversed(body):
                    rest = Goals(part, rest)
                yield from self.prove(rest)
            self.undo(mark)

    def ask(self, question, limit=None):
        """Generate the solutions as texts of the values of the variables."""
        parser = Parser(question)
        variables = {}
        goals = None
        for part in reversed([rename(goal, variables) for goal in parser.goals()]):
            goals = Goals(part, goals)
        if parser.kind != "end":
            raise PrologSyntaxError(f"unexpected {parser.text}")
        shown = [(name, variable) for name, variable in variables.items() if not name.startswith("_")]
        found = 0
        try:
            for _ in self.prove(goals):
                yield ", ".join(f"{name} = {resolve(variable)}" for name, variable in shown) or "yes"
                found += 1
                if found == limit:
                    break
        finally:
            self.undo(0)


PROGRAM = """
% Lists.
append([], L, L).
append([X|A], B, [X|C]) :- append(A, B, C).
member(X, [X|_]).
member(X, [_|R]) :- member(X, R).
reverse([], []).
reverse([X|R], L) :- reverse(R, S), append(S, [X], L).
length([], 0).
length([_|R], N) :- length(R, M), N is M + 1.
select(X, [X|R], R).
select(X, [Y|R], [Y|S]) :- select(X, R, S).
permutation([], []).
permutation(L, [X|P]) :- select(X, L, R), permutation(R, P).
sum([], 0).
sum([X|R], S) :- sum(R, T), S is T + X.
range(N, N, [N]).
range(A, N, [A|R]) :- A < N, B is A + 1, range(B, N, R).

% A family.
parent(ann, bea). parent(ann, carl). parent(bea, dora). parent(bea, emil). parent(carl, fay). parent(dora, gus).
ancestor(X, Y) :- parent(X, Y).
ancestor(X, Y) :- parent(X, Z), ancestor(Z, Y).
sibling(X, Y) :- parent(P, X), parent(P, Y), X \\= Y.
cousin(X, Y) :- parent(A, X), parent(B, Y), sibling(A, B).

% A map.
color(red). color(green). color(blue).
neighbours(A, B) :- color(A), color(B), A \\= B.
map(A, B, C, D, E) :- neighbours(A, B), neighbours(A, C), neighbours(B, C), neighbours(B, D), neighbours(C, D),
    neighbours(D, E), A \\= E.

% A graph.
edge(a, b, 4). edge(a, c, 2). edge(c, b, 1). edge(b, d, 5). edge(c, d, 8). edge(d, e, 3). edge(e, a, 7).
path(X, X, _, [X], 0).
path(X, Y, Seen, [X|P], L) :- edge(X, Z, D), \\+ member(Z, Seen), path(Z, Y, [Z|Seen], P, M), L is M + D.

% Queens.
queens(N, Q) :- range(1, N, L), place(L, [], Q).
place([], Q, Q).
place(L, Placed, Q) :- select(X, L, R), safe(X, 1, Placed), place(R, [X|Placed], Q).
safe(_, _, []).
safe(X, D, [Y|R]) :- X =\\= Y + D, X =\\= Y - D, E is D + 1, safe(X, E, R).

% Towers: the number of moves, and the moves.
hanoi(0, _, _, _, []).
hanoi(N, A, B, C, M) :- N > 0, K is N - 1, hanoi(K, A, C, B, M1), hanoi(K, C, B, A, M2),
    append(M1, [move(A, B)|M2], M).

% Numbers.
gcd(A, 0, A).
gcd(A, B, G) :- B > 0, R is A mod B, gcd(B, R, G).
"""

QUESTIONS = [
    ("append(X, Y, [1, 2, 3])", None),
    ("ancestor(ann, X)", None),
    ("cousin(dora, X)", None),
    ("map(A, B, C, D, E)", 4),
    ("path(a, e, [a], P, L)", None),
    ("range(1, 9, L), reverse(L, R)", 1),
    ("permutation([1, 2, 3, 4], P), P = [A, _, _, B], A > B", 5),
    ("queens(4, Q)", None),
    ("queens(5, Q)", 1),
    ("hanoi(3, left, right, middle, M), length(M, N)", 1),
    ("gcd(NUMBER, 84, G)", 1),
    ("range(1, COUNT, L), sum(L, S), S > 10, \\+ member(0, L)", 1),
]

WRONG = ["foo(X)", "X is 1 + a", "append(X, Y", "X is 3 // 0", "member(1, [1|]) ", "1", "a :- b", "X = ?"]


def checksum_of(text, start):
    result = start
    for character in text:
        result = (result * 31 + ord(character)) % 1000000007
    return result


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 28
    engine = None
    inferences = unifications = checksum = solutions = 0
    for number in range(rounds):
        engine = Engine(PROGRAM)
        for template, limit in QUESTIONS:
            question = template.replace("NUMBER", str(1000 + 36 * number)).replace("COUNT", str(5 + number % 10))
            for answer in engine.ask(question, limit):
                solutions += 1
                checksum = checksum_of(answer, checksum)
                if number == rounds - 1:
                    print(f"{question}: {answer}"[:110])
        inferences += engine.inferences
        unifications += engine.unifications
    for question in WRONG:
        try:
            answers = list(engine.ask(question))
            print(f"{question}: {len(answers)} answers")
        except PrologError as error:
            print(f"{question}: {type(error).__name__}: {error}")
    print(f"{solutions} solutions, {inferences} inferences, {unifications} unifications, checksum {checksum}")


if __name__ == "__main__":
    main()
