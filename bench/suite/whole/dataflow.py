"""One-way dataflow constraints, kept satisfied by an incremental planner.

Usage: dataflow.py [rounds]

A constraint owns methods; each method computes one variable of the constraint from the others. The
planner decides which method of which constraint is in force, so that the stronger constraints win,
and turns the decision into a plan: a list of methods to execute in order whenever an input changes.
Three models are used: a chain of equal variables, pairs related by a scale, and a row of boxes.
"""
import sys


class Strength:
    """How important a constraint is; the smaller the rank, the stronger."""

    def __init__(self, rank, name):
        self.rank = rank
        self.name = name

    def beats(self, other):
        return self.rank < other.rank

    def __repr__(self):
        return f"Strength({self.name})"


REQUIRED = Strength(0, "required")
STRONG = Strength(1, "strong")
PREFERRED = Strength(2, "preferred")
WEAK = Strength(3, "weak")
WEAKEST = Strength(4, "weakest")


def weaker(a, b):
    return b if a.beats(b) else a


class ConstraintError(Exception):
    """Base of what can go wrong while planning."""


class OverConstrained(ConstraintError):
    def __init__(self, constraint):
        super().__init__(f"cannot enforce {constraint.describe()}")
        self.constraint = constraint


class CyclicConstraints(ConstraintError):
    pass


class Variable:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.walk_strength = WEAKEST
        self.stay = True
        self.mark = 0

    def __repr__(self):
        return f"{self.name}={self.value}"


class Method:
    """One way to satisfy a constraint: `output` becomes `compute(*inputs)`."""

    def __init__(self, output, inputs, compute):
        self.output = output
        self.inputs = inputs
        self.compute = compute

    def execute(self):
        self.output.value = self.compute(*[variable.value for variable in self.inputs])


class Constraint:
    is_input = False

    def __init__(self, strength, variables):
        self.strength = strength
        self.variables = variables
        self.methods = self.make_methods()
        self.selected = None

    def make_methods(self):
        raise NotImplementedError

    @property
    def satisfied(self):
        return self.selected is not None

    @property
    def output(self):
        return self.selected.output

    def describe(self):
        names = ", ".join(variable.name for variable in self.variables)
        return f"{self.strength.name} {type(self).__name__}({names})"

    def attach(self):
        for variable in self.variables:
            variable.constraints.append(self)
        self.selected = None

    def detach(self):
        for variable in self.variables:
            variable.constraints.remove(self)
        self.selected = None

    def choose_method(self, mark):
        """Select the method whose output is the weakest that this constraint may overrule."""
        best = None
        for method in self.methods:
            output = method.output
            if output.mark == mark or not self.strength.beats(output.walk_strength):
                continue
            if best is None or best.output.walk_strength.beats(output.walk_strength):
                best = method
        self.selected = best

    def inputs_known(self, mark):
        for variable in self.selected.inputs:
            if not (variable.mark == mark or variable.stay or variable.determined_by is None):
                return False
        return True

    def recalculate(self):
        """Derive strength and staying of the output, and its value too if that cannot change any more."""
        output = self.output
        strength = self.strength
        for method in self.methods:
            if method is not self.selected:
                strength = weaker(strength, method.output.walk_strength)
        output.walk_strength = strength
        output.stay = not self.is_input and all(variable.stay for variable in self.selected.inputs)
        if output.stay:
            self.selected.execute()


class Stay(Constraint):
    def __init__(self, variable, strength):
        super().__init__(strength, [variable])

    def make_methods(self):
        return [Method(self.variables[0], [], self.keep)]

    def keep(self):
        return self.variables[0].value


class Edit(Stay):
    """Marks a variable as an input that is about to be changed from outside."""

    is_input = True


class Equal(Constraint):
    def __init__(self, a, b, strength=REQUIRED):
        super().__init__(strength, [a, b])

    def make_methods(self):
        a, b = self.variables
        return [Method(b, [a], lambda x: x), Method(a, [b], lambda x: x)]


class Scale(Constraint):
    """target = source * factor + offset, in integers."""

    def __init__(self, source, factor, offset, target, strength=REQUIRED):
        super().__init__(strength, [source, factor, offset, target])

    def make_methods(self):
        source, factor, offset, target = self.variables
        return [
            Method(target, [source, factor, offset], lambda s, f, o: s * f + o),
            Method(source, [target, factor, offset], lambda t, f, o: (t - o) // f),
        ]


class Sum(Constraint):
    """left + right = total; any of the three can be computed from the others."""

    def __init__(self, left, right, total, strength=REQUIRED):
        super().__init__(strength, [left, right, total])

    def make_methods(self):
        left, right, total = self.variables
        return [
            Method(total, [left, right], lambda x, y: x + y),
            Method(right, [total, left], lambda t, x: t - x),
            Method(left, [total, right], lambda t, y: t - y),
        ]


class Planner:
    def __init__(self):
        self.current_mark = 0
        self.additions = 0
        self.retractions = 0

    def new_mark(self):
        self.current_mark += 1
        return self.current_mark

    def add(self, constraint):
        constraint.attach()
        self.additions += 1
        self.enforce(constraint)
        return constraint

    def enforce(self, constraint):
        """Satisfy a constraint, then those it has overruled, one after the other."""
        mark = self.new_mark()
        while constraint is not None:
            constraint = self.satisfy(constraint, mark)

    def satisfy(self, constraint, mark):
        """Choose a method and put it in force; return the constraint that it has overruled, if any."""
        constraint.choose_method(mark)
        if not constraint.satisfied:
            if constraint.strength is REQUIRED:
                raise OverConstrained(constraint)
            return None
        for variable in constraint.selected.inputs:
            variable.mark = mark
        output = constraint.output
        overruled = output.determined_by
        if overruled is not None:
            overruled.selected = None
        output.determined_by = constraint
        self.propagate(constraint, mark)
        output.mark = mark
        return overruled

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            current = todo.pop()
            if current.output.mark == mark:
                self.remove(constraint)
                raise CyclicConstraints(constraint.describe())
            current.recalculate()
            todo.extend(self.consumers(current.output))

    @staticmethod
    def consumers(variable):
        """The satisfied constraints that use a variable as an input."""
        maker = variable.determined_by
        return [c for c in variable.constraints if c is not maker and c.satisfied]

    def remove(self, constraint):
        self.retractions += 1
        if not constraint.satisfied:
            constraint.detach()
            return
        output = constraint.output
        constraint.detach()
        for candidate in self.release(output):
            self.enforce(candidate)

    def release(self, output):
        """Free a variable and all that follows from it; return what may now be satisfied, strong ones first."""
        output.determined_by = None
        output.walk_strength = WEAKEST
        output.stay = True
        unsatisfied = []
        todo = [output]
        while todo:
            variable = todo.pop()
            unsatisfied.extend(c for c in variable.constraints if not c.satisfied)
            for consumer in self.consumers(variable):
                consumer.recalculate()
                todo.append(consumer.output)
        unsatisfied.sort(key=lambda c: c.strength.rank)
        return unsatisfied

    def plan(self, sources):
        """Return the methods that follow from the given input constraints, in an order to execute them."""
        mark = self.new_mark()
        steps = []
        todo = [source for source in sources if source.satisfied]
        while todo:
            constraint = todo.pop()
            output = constraint.output
            if output.mark != mark and constraint.inputs_known(mark):
                steps.append(constraint.selected)
                output.mark = mark
                todo.extend(self.consumers(output))
        return steps

    def edit(self, variable, values, strength=PREFERRED):
        """Change a variable from outside, value by value, and execute the plan after each change."""
        edit = self.add(Edit(variable, strength))
        steps = self.plan([edit])
        if edit.satisfied:
            for value in values:
                variable.value = value
                for step in steps:
                    step.execute()
        self.remove(edit)
        return len(steps)


class Random:
    """Park and Miller's generator."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = self.state * 16807 % 2147483647
        return self.state % limit


def mix(checksum, value):
    return (checksum * 31 + value) % 1000000007


def chain_model(length, edits):
    """Equal variables in a row, the last held weakly: an edit of the first runs through all of them."""
    planner = Planner()
    variables = [Variable(f"v{i}", i) for i in range(length)]
    for a, b in zip(variables, variables[1:]):
        planner.add(Equal(a, b))
    planner.add(Stay(variables[-1], WEAK))
    steps = planner.edit(variables[0], [7 * k + 1 for k in range(edits)])
    assert all(v.value == variables[0].value for v in variables)
    steps += planner.edit(variables[-1], [3 * k + 2 for k in range(edits)])
    return planner, mix(variables[length // 2].value, steps)


def scale_model(pairs, random):
    """Many scaled pairs that share factor and offset; each of the four roles is edited in turn."""
    planner = Planner()
    factor = Variable("factor", 10)
    offset = Variable("offset", 1000)
    sources, targets = [], []
    for i in range(pairs):
        source = Variable(f"source{i}", i)
        target = Variable(f"target{i}", i)
        planner.add(Stay(source, WEAK))
        planner.add(Scale(source, factor, offset, target))
        sources.append(source)
        targets.append(target)

    checksum = 0
    chosen = random.below(pairs)
    planner.edit(sources[chosen], [17])
    assert targets[chosen].value == 1170
    planner.edit(targets[chosen], [1050])
    assert sources[chosen].value == 5
    planner.edit(factor, [5, 3 + random.below(7)])
    planner.edit(offset, [2000, random.below(3000)])
    for source, target in zip(sources, targets):
        assert target.value == source.value * factor.value + offset.value
        checksum = mix(checksum, target.value)
    return planner, checksum


class Box:
    def __init__(self, planner, index, width):
        self.left = Variable(f"left{index}")
        self.width = Variable(f"width{index}", width)
        self.right = Variable(f"right{index}")
        planner.add(Stay(self.width, STRONG if index % 3 == 0 else WEAK))
        planner.add(Sum(self.left, self.width, self.right))

    @property
    def bounds(self):
        return self.left.value, self.right.value


def row_model(count, random):
    """Boxes side by side with a common gap; some are pinned for a while, which stretches others."""
    planner = Planner()
    gap = Variable("gap", 4)
    planner.add(Stay(gap, STRONG))
    boxes = [Box(planner, i, 10 + random.below(40)) for i in range(count)]
    planner.add(Stay(boxes[0].left, STRONG))
    for before, after in zip(boxes, boxes[1:]):
        planner.add(Sum(before.right, gap, after.left))

    checksum = 0
    refused = 0
    for k in range(6):
        box = boxes[random.below(count)]
        pin = planner.add(Stay(box.right, PREFERRED))
        wide = boxes[random.below(count)]
        planner.edit(wide.width, [20 + random.below(30) for _ in range(3)])
        try:
            planner.add(Stay(gap, REQUIRED))
            planner.add(Edit(gap, REQUIRED))
        except OverConstrained as error:
            refused += 1
            error.constraint.detach()
        for constraint in [c for c in gap.constraints if c.strength is REQUIRED and isinstance(c, Stay)]:
            planner.remove(constraint)
        planner.remove(pin)
        planner.edit(gap, [4 + k, 5 + k], REQUIRED)
        left, right = boxes[-1].bounds
        checksum = mix(mix(checksum, left % 1000), right % 1000)
    for before, after in zip(boxes, boxes[1:]):
        assert before.right.value + gap.value == after.left.value
        checksum = mix(checksum, after.width.value % 1000)
    return planner, mix(checksum, refused)


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 31
    random = Random(2024)
    chain = scale = row = 0
    additions = retractions = marks = 0
    for k in range(rounds):
        planners = []
        planner, value = chain_model(40 + random.below(40), 10)
        planners.append(planner)
        chain = mix(chain, value)
        planner, value = scale_model(20 + random.below(20), random)
        planners.append(planner)
        scale = mix(scale, value)
        planner, value = row_model(8 + k % 5, random)
        planners.append(planner)
        row = mix(row, value)
        for planner in planners:
            additions += planner.additions
            retractions += planner.retractions
            marks += planner.current_mark
    print(f"chain {chain}, scale {scale}, row {row}")
    print(f"{additions} constraints added, {retractions} removed, {marks} marks")


if __name__ == "__main__":
    main()
