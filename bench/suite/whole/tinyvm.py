"""A small language: tokenizer, parser, constant folder, compiler and a stack machine to run it.

Usage: tinyvm.py [rounds]

Every round compiles the programs below anew and runs them: a sieve, recursion, sorting, matrices and
strings. The language has integers, booleans, strings, arrays and functions.
"""
import sys
from collections import namedtuple


class TinyError(Exception):
    """An error in a program of the small language, with its line."""

    def __init__(self, message, line):
        super().__init__(f"line {line}: {message}")
        self.line = line


class TinySyntaxError(TinyError):
    pass


class TinyRuntimeError(TinyError):
    pass


# ---------------------------------------------------------------------------------------- tokens

KEYWORDS = {"var", "func", "if", "else", "while", "return", "true", "false", "and", "or", "not", "print"}
TWO_CHARACTERS = {"==", "!=", "<=", ">="}
ONE_CHARACTER = set("+-*/%<>=!(){}[],;")


class Token:
    def __init__(self, kind, text, line):
        self.kind = kind
        self.text = text
        self.line = line


def tokenize(source):
    """Generate the tokens of a program; the last has the kind `end`."""
    position = 0
    line = 1
    length = len(source)
    while position < length:
        character = source[position]
        if character == "\n":
            line += 1
            position += 1
        elif character.isspace():
            position += 1
        elif character == "#":
            while position < length and source[position] != "\n":
                position += 1
        elif character.isalpha() or character == "_":
            start = position
            while position < length and (source[position].isalnum() or source[position] == "_"):
                position += 1
            word = source[start:position]
            yield Token(word if word in KEYWORDS else "name", word, line)
        elif character.isdigit():
            start = position
            while position < length and source[position].isdigit():
                position += 1
            yield Token("number", source[start:position], line)
        elif character == '"':
            end = source.find('"', position + 1)
            if end < 0:
                raise TinySyntaxError("string without an end", line)
            yield Token("string", source[position + 1:end], line)
            position = end + 1
        elif source[position:position + 2] in TWO_CHARACTERS:
            yield Token(source[position:position + 2], source[position:position + 2], line)
            position += 2
        elif character in ONE_CHARACTER:
            yield Token(character, character, line)
            position += 1
        else:
            raise TinySyntaxError(f"unexpected character {character}", line)
    yield Token("end", "", line)


# ------------------------------------------------------------------------------------------ tree

class Node:
    fields = ()

    def __init__(self, line, *values):
        self.line = line
        for field, value in zip(self.fields, values):
            setattr(self, field, value)


class Literal(Node):
    fields = ("value",)


class Name(Node):
    fields = ("name",)


class ArrayOf(Node):
    fields = ("items",)


class Index(Node):
    fields = ("array", "index")


class Unary(Node):
    fields = ("operator", "operand")


class Binary(Node):
    fields = ("operator", "left", "right")


class Logical(Node):
    fields = ("operator", "left", "right")


class Call(Node):
    fields = ("function", "arguments")


class Assign(Node):
    fields = ("target", "value", "declares")


class If(Node):
    fields = ("condition", "then", "otherwise")


class While(Node):
    fields = ("condition", "body")


class Return(Node):
    fields = ("value",)


class Print(Node):
    fields = ("values",)


class Evaluate(Node):
    fields = ("value",)


class Function(Node):
    fields = ("name", "parameters", "body")


PRECEDENCE = {
    "or": 1, "and": 2, "==": 3, "!=": 3, "<": 4, "<=": 4, ">": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6,
}


class Parser:
    def __init__(self, source):
        self.tokens = list(tokenize(source))
        self.position = 0

    @property
    def token(self):
        return self.tokens[self.position]

    def advance(self):
        token = self.tokens[self.position]
        self.position += 1
        return token

    def accept(self, kind):
        if self.token.kind == kind:
            return self.advance()
        return None

    def expect(self, kind):
        token = self.accept(kind)
        if token is None:
            raise TinySyntaxError(f"expected {kind}, found {self.token.kind}", self.token.line)
        return token

    def program(self):
        statements = []
        while self.token.kind != "end":
            statements.append(self.statement())
        return statements

    def block(self):
        self.expect("{")
        statements = []
        while not self.accept("}"):
            statements.append(self.statement())
        return statements

    def statement(self):
        line = self.token.line
        if self.accept("func"):
            name = self.expect("name").text
            self.expect("(")
            parameters = self.separated(")", lambda: self.expect("name").text)
            return Function(line, name, parameters, self.block())
        if self.accept("if"):
            return self.if_rest(line)
        if self.accept("while"):
            return While(line, self.expression(), self.block())
        if self.accept("var"):
            name = Name(line, self.expect("name").text)
            self.expect("=")
            return self.ended(Assign(line, name, self.expression(), True))
        if self.accept("return"):
            value = Literal(line, 0) if self.token.kind == ";" else self.expression()
            return self.ended(Return(line, value))
        if self.accept("print"):
            return Print(line, self.separated(";", self.expression))
        target = self.expression()
        if self.accept("="):
            if not isinstance(target, (Name, Index)):
                raise TinySyntaxError("cannot assign to this", line)
            return self.ended(Assign(line, target, self.expression(), False))
        return self.ended(Evaluate(line, target))

    def if_rest(self, line):
        condition = self.expression()
        then = self.block()
        otherwise = []
        if self.accept("else"):
            inner = self.token.line
            otherwise = [self.if_rest(inner)] if self.accept("if") else self.block()
        return If(line, condition, then, otherwise)

    def ended(self, node):
        self.expect(";")
        return node

    def separated(self, closing, parse):
        """Parse things with commas between them, up to and including the closing token."""
        items = []
        if not self.accept(closing):
            items.append(parse())
            while self.accept(","):
                items.append(parse())
            self.expect(closing)
        return items

    def expression(self, least=1):
        """Parse operators that bind at least as strongly as `least`."""
        left = self.unary()
        while True:
            operator = self.token
            binding = PRECEDENCE.get(operator.kind, 0)
            if binding < least:
                return left
            self.advance()
            right = self.expression(binding + 1)
            node = Logical if operator.kind in ("and", "or") else Binary
            left = node(operator.line, operator.kind, left, right)

    def unary(self):
        token = self.token
        if token.kind in ("-", "not"):
            self.advance()
            return Unary(token.line, token.kind, self.unary())
        return self.postfix()

    def postfix(self):
        node = self.primary()
        while True:
            line = self.token.line
            if self.accept("("):
                node = Call(line, node, self.separated(")", self.expression))
            elif self.accept("["):
                node = Index(line, node, self.expression())
                self.expect("]")
            else:
                return node

    def primary(self):
        token = self.advance()
        if token.kind == "number":
            return Literal(token.line, int(token.text))
        if token.kind == "string":
            return Literal(token.line, token.text)
        if token.kind == "true" or token.kind == "false":
            return Literal(token.line, token.kind == "true")
        if token.kind == "name":
            return Name(token.line, token.text)
        if token.kind == "[":
            return ArrayOf(token.line, self.separated("]", self.expression))
        if token.kind == "(":
            node = self.expression()
            self.expect(")")
            return node
        raise TinySyntaxError(f"unexpected {token.kind}", token.line)


FOLDABLE = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
}


def is_number(value):
    return isinstance(value, int) and not isinstance(value, bool)


def fold(node):
    """Compute operations on literal numbers now instead of at run time."""
    if isinstance(node, Binary):
        left, right = fold(node.left), fold(node.right)
        if isinstance(left, Literal) and isinstance(right, Literal) and node.operator in FOLDABLE:
            if is_number(left.value) and is_number(right.value):
                return Literal(node.line, FOLDABLE[node.operator](left.value, right.value))
        return Binary(node.line, node.operator, left, right)
    if isinstance(node, Unary) and node.operator == "-":
        operand = fold(node.operand)
        if isinstance(operand, Literal) and is_number(operand.value):
            return Literal(node.line, -operand.value)
        return Unary(node.line, node.operator, operand)
    return node


# -------------------------------------------------------------------------------------- compiler

(CONST, LOAD, STORE, LOAD_GLOBAL, STORE_GLOBAL, ADD, SUB, MUL, DIV, MOD, EQ, NE, LT, LE, GT, GE, NEG, NOT,
 JUMP, JUMP_IF_FALSE, JUMP_OR_POP, JUMP_UNLESS_OR_POP, CALL, RETURN, ARRAY, GET, SET, PRINT, POP) = range(29)

BINARY_CODES = {
    "+": ADD, "-": SUB, "*": MUL, "/": DIV, "%": MOD, "==": EQ, "!=": NE, "<": LT, "<=": LE, ">": GT, ">=": GE,
}


class Code:
    """A compiled function."""

    def __init__(self, name, parameters):
        self.name = name
        self.arity = len(parameters)
        self.names = list(parameters)
        self.instructions = []
        self.lines = []


class Compiler:
    def __init__(self, name="main", parameters=(), is_global=True):
        self.code = Code(name, parameters)
        self.is_global = is_global

    def compile(self, statements):
        self.statements(statements)
        line = statements[-1].line if statements else 0
        self.emit(CONST, 0, line)
        self.emit(RETURN, 0, line)
        return self.code

    def emit(self, operation, argument, line):
        self.code.instructions.append((operation, argument))
        self.code.lines.append(line)
        return len(self.code.instructions) - 1

    def patch(self, position):
        """Let a jump that was emitted earlier lead to here."""
        operation, _ = self.code.instructions[position]
        self.code.instructions[position] = (operation, len(self.code.instructions))

    def visit(self, node):
        getattr(self, "visit_" + type(node).__name__)(node)

    def statements(self, nodes):
        for node in nodes:
            self.visit(node)

    def visit_Literal(self, node):
        self.emit(CONST, node.value, node.line)

    def visit_Name(self, node):
        names = self.code.names
        if node.name in names:
            self.emit(LOAD, names.index(node.name), node.line)
        else:
            self.emit(LOAD_GLOBAL, node.name, node.line)

    def visit_ArrayOf(self, node):
        for item in node.items:
            self.visit(item)
        self.emit(ARRAY, len(node.items), node.line)

    def visit_Index(self, node):
        self.visit(node.array)
        self.visit(fold(node.index))
        self.emit(GET, 0, node.line)

    def visit_Unary(self, node):
        folded = fold(node)
        if isinstance(folded, Literal):
            self.visit(folded)
        else:
            self.visit(node.operand)
            self.emit(NEG if node.operator == "-" else NOT, 0, node.line)

    def visit_Binary(self, node):
        folded = fold(node)
        if isinstance(folded, Literal):
            self.visit(folded)
        else:
            self.visit(folded.left)
            self.visit(folded.right)
            self.emit(BINARY_CODES[node.operator], 0, node.line)

    def visit_Logical(self, node):
        self.visit(node.left)
        jump = self.emit(JUMP_OR_POP if node.operator == "or" else JUMP_UNLESS_OR_POP, 0, node.line)
        self.visit(node.right)
        self.patch(jump)

    def visit_Call(self, node):
        self.visit(node.function)
        for argument in node.arguments:
            self.visit(argument)
        self.emit(CALL, len(node.arguments), node.line)

    def visit_Assign(self, node):
        target = node.target
        if isinstance(target, Index):
            self.visit(target.array)
            self.visit(target.index)
            self.visit(node.value)
            self.emit(SET, 0, node.line)
            return
        self.visit(node.value)
        names = self.code.names
        if node.declares and not self.is_global and target.name not in names:
            names.append(target.name)
        if target.name in names:
            self.emit(STORE, names.index(target.name), node.line)
        else:
            self.emit(STORE_GLOBAL, target.name, node.line)

    def visit_If(self, node):
        self.visit(node.condition)
        skip = self.emit(JUMP_IF_FALSE, 0, node.line)
        self.statements(node.then)
        if node.otherwise:
            end = self.emit(JUMP, 0, node.line)
            self.patch(skip)
            self.statements(node.otherwise)
            self.patch(end)
        else:
            self.patch(skip)

    def visit_While(self, node):
        start = len(self.code.instructions)
        self.visit(node.condition)
        leave = self.emit(JUMP_IF_FALSE, 0, node.line)
        self.statements(node.body)
        self.emit(JUMP, start, node.line)
        self.patch(leave)

    def visit_Return(self, node):
        self.visit(node.value)
        self.emit(RETURN, 0, node.line)

    def visit_Print(self, node):
        for value in node.values:
            self.visit(value)
        self.emit(PRINT, len(node.values), node.line)

    def visit_Evaluate(self, node):
        self.visit(node.value)
        self.emit(POP, 0, node.line)

    def visit_Function(self, node):
        code = Compiler(node.name, node.parameters, False).compile(node.body)
        self.emit(CONST, code, node.line)
        self.emit(STORE_GLOBAL, node.name, node.line)


# --------------------------------------------------------------------------------------- machine

Builtin = namedtuple("Builtin", "name arity function")


class Frame:
    def __init__(self, code, arguments):
        self.code = code
        self.locals = arguments + [0] * (len(code.names) - len(arguments))
        self.next = 0


SELDOM_USED = {
    DIV: lambda a, b: a // b, MOD: lambda a, b: a % b, EQ: lambda a, b: a == b, NE: lambda a, b: a != b,
    LE: lambda a, b: a <= b, GT: lambda a, b: a > b, GE: lambda a, b: a >= b,
}


def show(value):
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(show(item) for item in value) + "]"
    return str(value)


class Machine:
    MAX_FRAMES = 200

    def __init__(self):
        self.output = []
        self.executed = 0
        self.globals = {}
        for builtin in (
            Builtin("len", 1, len),
            Builtin("push", 2, lambda array, value: array.append(value) or 0),
            Builtin("pop", 1, lambda array: array.pop()),
            Builtin("text", 1, show),
            Builtin("code", 1, lambda text: ord(text[0])),
        ):
            self.globals[builtin.name] = builtin

    def run(self, code):
        """Execute a program; errors of Python on its values become errors with a line."""
        frame = Frame(code, [])
        try:
            self.execute(frame)
        except (TypeError, AttributeError):
            raise TinyRuntimeError("operation on values of the wrong kind", self.line) from None
        except ZeroDivisionError:
            raise TinyRuntimeError("division by zero", self.line) from None
        except IndexError:
            raise TinyRuntimeError("index out of range", self.line) from None
        except KeyError as error:
            raise TinyRuntimeError(f"unknown name {error.args[0]}", self.line) from None

    @property
    def line(self):
        frame = self.frame
        return frame.code.lines[frame.next - 1]

    def execute(self, frame):
        """The loop of the machine, for all frames of the program."""
        frames = []
        stack = []
        executed = 0
        self.frame = frame
        instructions = frame.code.instructions
        while True:
            operation, argument = instructions[frame.next]
            frame.next += 1
            executed += 1
            if operation == LOAD:
                stack.append(frame.locals[argument])
            elif operation == CONST:
                stack.append(argument)
            elif operation == STORE:
                frame.locals[argument] = stack.pop()
            elif operation == LOAD_GLOBAL:
                stack.append(self.globals[argument])
            elif operation == STORE_GLOBAL:
                self.globals[argument] = stack.pop()
            elif ADD <= operation <= GE:
                right = stack.pop()
                left = stack.pop()
                if operation == ADD:
                    stack.append(left + right)
                elif operation == SUB:
                    stack.append(left - right)
                elif operation == LT:
                    stack.append(left < right)
                elif operation == MUL:
                    stack.append(left * right)
                else:
                    stack.append(SELDOM_USED[operation](left, right))
            elif operation == JUMP_IF_FALSE:
                if not stack.pop():
                    frame.next = argument
            elif operation == JUMP:
                frame.next = argument
            elif operation == GET:
                index = stack.pop()
                array = stack.pop()
                if index < 0:
                    raise IndexError
                stack.append(array[index])
            elif operation == SET:
                value = stack.pop()
                index = stack.pop()
                array = stack.pop()
                if index < 0:
                    raise IndexError
                array[index] = value
            elif operation == CALL:
                first = len(stack) - argument
                arguments = stack[first:]
                del stack[first:]
                function = stack.pop()
                if function.arity != argument:
                    raise TinyRuntimeError(f"{function.name} takes {function.arity} arguments", self.line)
                if isinstance(function, Builtin):
                    stack.append(function.function(*arguments))
                else:
                    if len(frames) == self.MAX_FRAMES:
                        raise TinyRuntimeError("calls nested too deeply", self.line)
                    frames.append(frame)
                    self.frame = frame = Frame(function, arguments)
                    instructions = function.instructions
            elif operation == RETURN:
                if not frames:
                    self.executed += executed
                    return
                self.frame = frame = frames.pop()
                instructions = frame.code.instructions
            elif operation == POP:
                stack.pop()
            elif operation == JUMP_OR_POP or operation == JUMP_UNLESS_OR_POP:
                if bool(stack[-1]) == (operation == JUMP_OR_POP):
                    frame.next = argument
                else:
                    stack.pop()
            elif operation == NEG:
                stack.append(-stack.pop())
            elif operation == NOT:
                stack.append(not stack.pop())
            elif operation == ARRAY:
                first = len(stack) - argument
                items = stack[first:]
                del stack[first:]
                stack.append(items)
            elif operation == PRINT:
                first = len(stack) - argument
                self.output.append(" ".join(show(value) for value in stack[first:]))
                del stack[first:]
            else:
                raise AssertionError(f"unknown operation {operation}")


# -------------------------------------------------------------------------------------- programs

SIEVE = """
# All primes below a limit.
func sieve(limit) {
    var flags = [];
    var i = 0;
    while i < limit { push(flags, true); i = i + 1; }
    var found = [];
    i = 2;
    while i < limit {
        if flags[i] {
            push(found, i);
            var k = i * i;
            while k < limit { flags[k] = false; k = k + i; }
        }
        i = i + 1;
    }
    return found;
}
var primes = sieve(200 + seed % 50);
print "primes", len(primes), primes[len(primes) - 1];
"""

RECURSION = """
func fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }
func even(n) { if n == 0 { return true; } return odd(n - 1); }
func odd(n) { if n == 0 { return false; } return even(n - 1); }
func ackermann(m, n) {
    if m == 0 { return n + 1; }
    else if n == 0 { return ackermann(m - 1, 1); }
    return ackermann(m - 1, ackermann(m, n - 1));
}
print fib(10), even(seed % 40), odd(seed % 40), ackermann(2, 3 + seed % 3);
"""

SORT = """
var state = seed;
func random(limit) { state = (state * 3877 + 29573) % 139968; return state % limit; }
func sort(values, low, high) {
    if low >= high { return 0; }
    var pivot = values[low + (high - low) / 2];
    var i = low;
    var k = high;
    while i <= k {
        while values[i] < pivot { i = i + 1; }
        while values[k] > pivot { k = k - 1; }
        if i <= k {
            var held = values[i];
            values[i] = values[k];
            values[k] = held;
            i = i + 1;
            k = k - 1;
        }
    }
    sort(values, low, k);
    sort(values, i, high);
}
var values = [];
while len(values) < 60 { push(values, random(1000)); }
sort(values, 0, len(values) - 1);
var ordered = true;
var i = 1;
while i < len(values) {
    if values[i - 1] > values[i] and not (values[i - 1] == values[i]) { ordered = false; }
    i = i + 1;
}
print ordered, values[0], values[30], values[59];
"""

MATRIX = """
func row(n, value) { var r = []; while n > 0 { push(r, value); n = n - 1; } return r; }
func multiply(a, b, n) {
    var result = [];
    var i = 0;
    while i < n {
        var r = row(n, 0);
        var k = 0;
        while k < n {
            var sum = 0;
            var m = 0;
            while m < n { sum = (sum + a[i][m] * b[m][k]) % (10 * 10 * 10 - 3); m = m + 1; }
            r[k] = sum;
            k = k + 1;
        }
        push(result, r);
        i = i + 1;
    }
    return result;
}
var base = [[1, 1, 0, 2], [1, 0, -1 + 2, 3], [0, seed % 7, 1, 1], [2, 1, 1, 0]];
var power = base;
var n = 1;
while n < 6 { power = multiply(power, base, 4); n = n + 1; }
print "matrix", power[0], power[3];
"""

STRINGS = """
func repeat(piece, count) {
    var result = "";
    while count > 0 { result = result + piece; count = count - 1; }
    return result;
}
func hash(string) {
    var h = 7;
    var i = 0;
    while i < len(string) { h = (h * 31 + code(string[i])) % 65521; i = i + 1; }
    return h;
}
var s = repeat("ab" + text(seed), 6);
print len(s), hash(s), s == s + "", "x" < "y" or "never";
"""

PROGRAMS = [("sieve", SIEVE), ("recursion", RECURSION), ("sort", SORT), ("matrix", MATRIX), ("strings", STRINGS)]

WRONG = [
    "print 1;\nprint 2 +;", "var x = 1;\nx = y + 1;", "print 1 / (2 - 2);", "var a = [1];\n\nprint a[3];",
    "func f(x) { return x; }\nprint f(1, 2);", "func f() { return f(); }\nf();", "1 + 2 = 3;", 'print "abc;',
    "print @;", 'print 1 - "a";', "if true { print 1;", "len(5);",
]


def run_program(source, seed):
    code = Compiler().compile(Parser(source).program())
    machine = Machine()
    machine.globals["seed"] = seed
    machine.run(code)
    return machine


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 23
    executed = checksum = 0
    last = {}
    for number in range(rounds):
        for name, source in PROGRAMS:
            machine = run_program(source, number * 17 + 5)
            executed += machine.executed
            last[name] = machine.output
            for line in machine.output:
                for character in line:
                    checksum = (checksum * 31 + ord(character)) % 1000000007
    for name, lines in last.items():
        for line in lines:
            print(f"{name}: {line}")
    for source in WRONG:
        try:
            run_program(source, 1)
            print("no error")
        except TinyError as error:
            print(f"{type(error).__name__} in {error}")
    print(f"{executed} instructions, checksum {checksum}")


if __name__ == "__main__":
    main()
