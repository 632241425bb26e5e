"""An interpreter for a small Lisp that turns expressions into closures.

Usage: lisp.py [rounds]

Lists are pairs, functions close over environments, calls in tail position do not nest. The programs
below sort, search, differentiate, place queens and count; each round runs them anew.
"""
import sys


class LispError(Exception):
    pass


class LispSyntaxError(LispError):
    pass


class UnboundSymbol(LispError):
    def __init__(self, name):
        super().__init__(f"unbound symbol {name}")


# ------------------------------------------------------------------------------------------- data

class Symbol:
    table = {}

    def __init__(self, name):
        self.name = name

    @classmethod
    def intern(cls, name):
        try:
            return cls.table[name]
        except KeyError:
            symbol = cls.table[name] = cls(name)
            return symbol


class Empty:
    """The type of the empty list."""


class Pair:
    def __init__(self, head, tail):
        self.head = head
        self.tail = tail

    def __iter__(self):
        """Generate the items of a proper list."""
        node = self
        while isinstance(node, Pair):
            yield node.head
            node = node.tail
        if node is not NIL:
            raise LispError("improper list")


NIL = Empty()


def make_list(items, tail=NIL):
    for item in reversed(items):
        tail = Pair(item, tail)
    return tail


def items_of(value):
    if value is NIL:
        return []
    if not isinstance(value, Pair):
        raise LispError(f"{show(value)} is no list")
    return list(value)


def show(value):
    """Return a value as it would be read."""
    if value is True:
        return "#t"
    if value is False:
        return "#f"
    if value is NIL:
        return "()"
    if isinstance(value, Symbol):
        return value.name
    if isinstance(value, Pair):
        parts = []
        while isinstance(value, Pair):
            parts.append(show(value.head))
            value = value.tail
        if value is not NIL:
            parts += [".", show(value)]
        return f"({' '.join(parts)})"
    if isinstance(value, (Closure, Primitive)):
        return f"<function {value.name}>"
    return str(value)


# ----------------------------------------------------------------------------------------- reader

def tokenize(text):
    position = 0
    while position < len(text):
        character = text[position]
        if character.isspace():
            position += 1
        elif character == ";":
            while position < len(text) and text[position] != "\n":
                position += 1
        elif character in "()'":
            yield character
            position += 1
        else:
            start = position
            while position < len(text) and not text[position].isspace() and text[position] not in "()';":
                position += 1
            yield text[start:position]


class Reader:
    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.position = 0

    def read_all(self):
        while self.position < len(self.tokens):
            yield self.read()

    def read(self):
        if self.position >= len(self.tokens):
            raise LispSyntaxError("unexpected end")
        token = self.tokens[self.position]
        self.position += 1
        if token == "(":
            items = []
            while self.position < len(self.tokens) and self.tokens[self.position] != ")":
                items.append(self.read())
            if self.position >= len(self.tokens):
                raise LispSyntaxError("missing )")
            self.position += 1
            return make_list(items)
        if token == ")":
            raise LispSyntaxError("unexpected )")
        if token == "'":
            return make_list([Symbol.intern("quote"), self.read()])
        return self.atom(token)

    @staticmethod
    def atom(token):
        if token == "#t":
            return True
        if token == "#f":
            return False
        digits = token[1:] if token[0] == "-" else token
        if digits.isdigit():
            return int(token)
        return Symbol.intern(token)


# ------------------------------------------------------------------------------------ environment

class Environment:
    __slots__ = ("values", "outer")

    def __init__(self, values, outer):
        self.values = values
        self.outer = outer

    def lookup(self, name):
        scope = self
        while scope is not None:
            values = scope.values
            if name in values:
                return values[name]
            scope = scope.outer
        raise UnboundSymbol(name)

    def assign(self, name, value):
        scope = self
        while scope is not None:
            if name in scope.values:
                scope.values[name] = value
                return
            scope = scope.outer
        raise UnboundSymbol(name)


class Closure:
    def __init__(self, name, parameters, body, environment):
        self.name = name
        self.parameters = parameters
        self.body = body
        self.environment = environment

    def scope_for(self, arguments):
        if len(arguments) != len(self.parameters):
            raise LispError(f"{self.name} takes {len(self.parameters)} arguments, not {len(arguments)}")
        return Environment(dict(zip(self.parameters, arguments)), self.environment)


class Primitive:
    def __init__(self, name, function):
        self.name = name
        self.function = function


class TailCall:
    """A call that is left to the loop in `apply`."""

    __slots__ = ("function", "arguments")

    def __init__(self, function, arguments):
        self.function = function
        self.arguments = arguments


# --------------------------------------------------------------------------------------- compiler

class Compiler:
    """Turns an expression into a Python function of an environment."""

    def __init__(self, interpreter):
        self.interpreter = interpreter
        self.forms = {
            "quote": self.quote, "if": self.conditional, "define": self.define, "set!": self.assign,
            "lambda": self.function, "let": self.let, "begin": self.begin, "cond": self.cond,
            "and": self.both, "or": self.either, "while": self.loop,
        }

    def compile(self, expression, tail=False):
        if isinstance(expression, Symbol):
            name = expression.name
            return lambda env: env.lookup(name)
        if not isinstance(expression, Pair):
            return lambda env: expression
        head = expression.head
        if isinstance(head, Symbol) and head.name in self.forms:
            parts = items_of(expression.tail)
            try:
                return self.forms[head.name](parts, tail)
            except (IndexError, ValueError):
                raise LispSyntaxError(f"bad {head.name}") from None
        return self.call(expression, tail)

    def call(self, expression, tail):
        interpreter = self.interpreter
        operator, *operands = [self.compile(part) for part in items_of(expression)]
        if tail:
            return lambda env: TailCall(operator(env), [operand(env) for operand in operands])
        return lambda env: interpreter.apply(operator(env), [operand(env) for operand in operands])

    def sequence(self, expressions, tail):
        if not expressions:
            return lambda env: NIL
        *first, last = expressions
        parts = [self.compile(expression) for expression in first]
        final = self.compile(last, tail)
        if not parts:
            return final

        def run(env):
            for part in parts:
                part(env)
            return final(env)
        return run

    def quote(self, parts, tail):
        value, = parts
        return lambda env: value

    def conditional(self, parts, tail):
        condition = self.compile(parts[0])
        then = self.compile(parts[1], tail)
        otherwise = self.compile(parts[2], tail) if len(parts) > 2 else self.compile(NIL)
        return lambda env: then(env) if condition(env) is not False else otherwise(env)

    def define(self, parts, tail):
        target = parts[0]
        if isinstance(target, Pair):
            name = target.head.name
            make = self.make_function(name, items_of(target.tail), parts[1:])
        else:
            name = target.name
            make = self.compile(parts[1])

        def run(env):
            env.values[name] = make(env)
            return NIL
        return run

    def assign(self, parts, tail):
        target, expression = parts
        name = target.name
        value = self.compile(expression)

        def run(env):
            env.assign(name, value(env))
            return NIL
        return run

    def function(self, parts, tail):
        return self.make_function("lambda", items_of(parts[0]), parts[1:])

    def make_function(self, name, parameters, body):
        names = [parameter.name for parameter in parameters]
        code = self.sequence(body, True)
        return lambda env: Closure(name, names, code, env)

    def let(self, parts, tail):
        bindings = [items_of(binding) for binding in items_of(parts[0])]
        names = [name.name for name, _ in bindings]
        values = [self.compile(value) for _, value in bindings]
        body = self.sequence(parts[1:], tail)

        def run(env):
            scope = {name: value(env) for name, value in zip(names, values)}
            return body(Environment(scope, env))
        return run

    def begin(self, parts, tail):
        return self.sequence(parts, tail)

    def cond(self, parts, tail):
        clauses = []
        for part in parts:
            test, *body = items_of(part)
            is_else = isinstance(test, Symbol) and test.name == "else"
            clauses.append((None if is_else else self.compile(test), self.sequence(body, tail)))

        def run(env):
            for test, body in clauses:
                if test is None or test(env) is not False:
                    return body(env)
            return NIL
        return run

    def both(self, parts, tail):
        tests = [self.compile(part) for part in parts]

        def run(env):
            value = True
            for test in tests:
                value = test(env)
                if value is False:
                    return False
            return value
        return run

    def either(self, parts, tail):
        tests = [self.compile(part) for part in parts]

        def run(env):
            for test in tests:
                value = test(env)
                if value is not False:
                    return value
            return False
        return run

    def loop(self, parts, tail):
        condition = self.compile(parts[0])
        body = self.sequence(parts[1:], False)

        def run(env):
            while condition(env) is not False:
                body(env)
            return NIL
        return run


# ------------------------------------------------------------------------------------ interpreter

def number(value):
    if isinstance(value, int) and value is not True and value is not False:
        return value
    raise LispError(f"{show(value)} is no number")


def fold(name, operate, start):
    """Return a primitive that combines any number of numbers."""
    def run(*values):
        if not values:
            return start
        if len(values) == 1 and name == "-":
            return -number(values[0])
        result = number(values[0])
        for value in values[1:]:
            result = operate(result, number(value))
        return result
    return Primitive(name, run)


def divide(a, b):
    if b == 0:
        raise LispError("division by zero")
    return a // b


def remainder(a, b):
    if b == 0:
        raise LispError("division by zero")
    return a % b


def pair(value):
    if isinstance(value, Pair):
        return value
    raise LispError(f"{show(value)} is no pair")


def same(a, b):
    """Whether two values look the same."""
    while isinstance(a, Pair) and isinstance(b, Pair):
        if not same(a.head, b.head):
            return False
        a, b = a.tail, b.tail
    if isinstance(a, Pair) or isinstance(b, Pair):
        return False
    return a is b or (type(a) is int and type(b) is int and a == b)


class Interpreter:
    def __init__(self):
        self.output = []
        self.calls = 0
        self.compiler = Compiler(self)
        self.globals = Environment({}, None)
        for primitive in self.primitives():
            self.globals.values[primitive.name] = primitive

    def primitives(self):
        yield fold("+", lambda a, b: a + b, 0)
        yield fold("-", lambda a, b: a - b, 0)
        yield fold("*", lambda a, b: a * b, 1)
        yield fold("quotient", divide, 1)
        yield fold("modulo", remainder, 1)
        for name, function in {
            "<": lambda a, b: number(a) < number(b),
            ">": lambda a, b: number(a) > number(b),
            "<=": lambda a, b: number(a) <= number(b),
            "=": lambda a, b: number(a) == number(b),
            "eq?": lambda a, b: a is b or (type(a) is int and type(b) is int and a == b),
            "equal?": same,
            "not": lambda a: a is False,
            "cons": Pair,
            "car": lambda a: pair(a).head,
            "cdr": lambda a: pair(a).tail,
            "list": lambda *items: make_list(items),
            "null?": lambda a: a is NIL,
            "pair?": lambda a: isinstance(a, Pair),
            "symbol?": lambda a: isinstance(a, Symbol),
            "number?": lambda a: type(a) is int,
            "apply": lambda function, arguments: self.apply(function, items_of(arguments)),
            "print": self.print,
        }.items():
            yield Primitive(name, function)

    def print(self, *values):
        self.output.append(" ".join(show(value) for value in values))
        return NIL

    def apply(self, function, arguments):
        """Call a function, and all that is called in tail position after that."""
        while True:
            self.calls += 1
            if isinstance(function, Closure):
                result = function.body(function.scope_for(arguments))
                if not isinstance(result, TailCall):
                    return result
                function, arguments = result.function, result.arguments
            elif isinstance(function, Primitive):
                try:
                    return function.function(*arguments)
                except TypeError:
                    raise LispError(f"wrong number of arguments for {function.name}") from None
            else:
                raise LispError(f"{show(function)} is no function")

    def run(self, text):
        value = NIL
        for expression in Reader(text).read_all():
            value = self.compiler.compile(expression)(self.globals)
        return value


PRELUDE = """
(define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l)))))
(define (filter f l) (cond ((null? l) '()) ((f (car l)) (cons (car l) (filter f (cdr l)))) (else (filter f (cdr l)))))
(define (fold f start l) (if (null? l) start (fold f (f start (car l)) (cdr l))))
(define (append a b) (if (null? a) b (cons (car a) (append (cdr a) b))))
(define (reverse l) (fold (lambda (r x) (cons x r)) '() l))
(define (length l) (fold (lambda (n x) (+ n 1)) 0 l))
(define (range a b) (let ((r '())) (while (< a b) (set! b (- b 1)) (set! r (cons b r))) r))
(define (cadr l) (car (cdr l)))
(define (caddr l) (car (cdr (cdr l))))
(define (compose f g) (lambda (x) (f (g x))))
"""

PROGRAMS = [
    """
; Random numbers from a closure, sorted in two ways.
(define (make-random state) (lambda (limit) (set! state (modulo (+ (* state 3877) 29573) 139968)) (modulo state limit)))
(define random (make-random seed))
(define (random-list n) (if (= n 0) '() (cons (random 1000) (random-list (- n 1)))))
(define (quicksort l)
  (if (null? l) l
    (let ((p (car l)) (r (cdr l)))
      (append (quicksort (filter (lambda (x) (< x p)) r))
              (cons p (quicksort (filter (lambda (x) (not (< x p))) r)))))))
(define (insert x l) (if (or (null? l) (<= x (car l))) (cons x l) (cons (car l) (insert x (cdr l)))))
(define numbers (random-list 25))
(define sorted (quicksort numbers))
(print 'sorted (equal? sorted (fold (lambda (l x) (insert x l)) '() numbers)) (car sorted) (fold + 0 numbers))
""",
    """
; Derivatives, simplified a little.
(define (sum a b) (cond ((equal? a 0) b) ((equal? b 0) a) ((and (number? a) (number? b)) (+ a b)) (else (list '+ a b))))
(define (product a b)
  (cond ((or (equal? a 0) (equal? b 0)) 0) ((equal? a 1) b) ((equal? b 1) a)
        ((and (number? a) (number? b)) (* a b)) (else (list '* a b))))
(define (derive e x)
  (cond ((number? e) 0)
        ((symbol? e) (if (eq? e x) 1 0))
        ((eq? (car e) '+) (sum (derive (cadr e) x) (derive (caddr e) x)))
        ((eq? (car e) '*) (sum (product (cadr e) (derive (caddr e) x)) (product (derive (cadr e) x) (caddr e))))
        (else (print 'unknown e))))
(define (value e x v)
  (cond ((number? e) e) ((symbol? e) v)
        ((eq? (car e) '+) (+ (value (cadr e) x v) (value (caddr e) x v)))
        (else (* (value (cadr e) x v) (value (caddr e) x v)))))
(define formula '(+ (* x (* x (+ x 3))) (* 5 (+ x (* 2 x)))))
(print (derive formula 'x))
(print (map (lambda (v) (value (derive (derive formula 'x) 'x) 'x v)) (list 0 1 2 (modulo seed 10))))
""",
    """
; Queens, as lists of columns.
(define (safe? column distance placed)
  (or (null? placed)
      (and (not (= (car placed) column)) (not (= (car placed) (+ column distance)))
           (not (= (car placed) (- column distance))) (safe? column (+ distance 1) (cdr placed)))))
(define (queens n)
  (define (place k placed)
    (if (= k 0) 1
      (fold (lambda (count column) (if (safe? column 1 placed) (+ count (place (- k 1) (cons column placed))) count))
            0 (range 0 n))))
  (place n '()))
(print 'queens (map queens '(1 4 5)))
""",
    """
; Primes with a loop in tail position, numerals made of functions, and a stream.
(define (prime? n) (define (try d) (cond ((< n (* d d)) #t) ((= (modulo n d) 0) #f) (else (try (+ d 1))))) (try 2))
(define (count-primes n found) (if (< n 2) found (count-primes (- n 1) (if (prime? n) (+ found 1) found))))
(define (numeral n) (if (= n 0) (lambda (f) (lambda (x) x)) (lambda (f) (compose f ((numeral (- n 1)) f)))))
(define (plus a b) (lambda (f) (compose (a f) (b f))))
(define (to-number c) ((c (lambda (x) (+ x 1))) 0))
(define (integers n) (cons n (lambda () (integers (+ n 1)))))
(define (take s n) (if (= n 0) '() (cons (car s) (take ((cdr s)) (- n 1)))))
(print 'primes (count-primes (+ 150 (modulo seed 50)) 0) (to-number (plus (numeral 7) (numeral (modulo seed 6)))))
(print (take (integers (modulo seed 100)) 5) (apply + (take (integers 1) 10)) (cons 1 2))
""",
]

WRONG = ["(car 1)", "(foo 1)", "((lambda (x) x))", "(1 2)", "(+ 1 'a)", "(if)", ")", "(print (list 1", "(quotient 1 0)",
         "(not 1 2)", "(set! y 1)", "(let ((x)) x)"]


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    calls = checksum = 0
    lines = []
    for number_of_round in range(rounds):
        lines = []
        for program in PROGRAMS:
            interpreter = Interpreter()
            interpreter.globals.values["seed"] = number_of_round * 7 + 3
            interpreter.run(PRELUDE)
            interpreter.run(program)
            calls += interpreter.calls
            lines += interpreter.output
        for line in lines:
            for character in line:
                checksum = (checksum * 31 + ord(character)) % 1000000007
    for line in lines:
        print(line)
    interpreter = Interpreter()
    for text in WRONG:
        try:
            print(f"{text} gives {show(interpreter.run(text))}")
        except LispError as error:
            print(f"{text}: {type(error).__name__}: {error}")
    print(f"{calls} calls, checksum {checksum}")


if __name__ == "__main__":
    main()
