"""Recognition of loops in control-flow graphs, also of those with more than one entry.

Usage: loops.py [functions]

Functions with random but structured control flow are made up (with some jumps into loops). Loops are
found in Havlak's way: depth-first numbering, then from the innermost header outwards with union-find.
For functions without wild jumps the result is compared with the natural loops that follow from
dominators.
"""
import sys


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1366 + 150889) % 714025
        return self.state * limit // 714025

    def chance(self, percent):
        return self.below(100) < percent


class Block:
    """A basic block; knows the blocks that come after and before it."""

    def __init__(self, number):
        self.number = number
        self.successors = []
        self.predecessors = []

    def __repr__(self):
        return f"B{self.number}"


class FlowGraph:
    def __init__(self):
        self.blocks = []
        self.entry = self.new_block()

    def __len__(self):
        return len(self.blocks)

    def new_block(self):
        block = Block(len(self.blocks))
        self.blocks.append(block)
        return block

    def connect(self, source, target):
        if target not in source.successors:
            source.successors.append(target)
            target.predecessors.append(source)

    @property
    def edge_count(self):
        return sum(len(block.successors) for block in self.blocks)


class Builder:
    """Makes up the flow of a function: sequences, branches and loops inside each other."""

    def __init__(self, random, wild):
        self.random = random
        self.wild = wild
        self.graph = FlowGraph()
        self.expected_loops = 0

    def build(self, size):
        last = self.sequence(self.graph.entry, size, 0)
        final = self.graph.new_block()
        self.graph.connect(last, final)
        if self.wild:
            for _ in range(1 + self.random.below(3)):
                source = self.graph.blocks[self.random.below(len(self.graph))]
                target = self.graph.blocks[1 + self.random.below(len(self.graph) - 1)]
                self.graph.connect(source, target)
        return self.graph

    def follow(self, block):
        """Add a block after another one."""
        following = self.graph.new_block()
        self.graph.connect(block, following)
        return following

    def sequence(self, block, size, depth):
        """Add statements worth `size`; return the block where the flow goes on."""
        while size > 0:
            part = 1 + self.random.below(size)
            kind = self.random.below(6)
            if part < 3 or depth > 8 or kind == 0:
                block = self.follow(block)
                part = min(part, 2)
            elif kind == 1:
                block = self.branch(block, part - 2, depth)
            elif kind == 2:
                block = self.choice(block, part - 2, depth)
            elif kind < 5:
                block = self.while_loop(block, part - 2, depth)
            else:
                block = self.repeat_loop(block, part - 2, depth)
            size -= part
        return block

    def branch(self, block, size, depth):
        half = size // 2
        then = self.sequence(self.follow(block), half, depth + 1)
        otherwise = self.sequence(self.follow(block), size - half, depth + 1)
        join = self.follow(then)
        self.graph.connect(otherwise, join)
        return join

    def choice(self, block, size, depth):
        count = 2 + self.random.below(3)
        join = self.graph.new_block()
        for _ in range(count):
            end = self.sequence(self.follow(block), size // count, depth + 1)
            self.graph.connect(end, join)
        return join

    def while_loop(self, block, size, depth):
        """A loop with the test at the head; the body may continue or break early."""
        self.expected_loops += 1
        head = self.follow(block)
        after = self.graph.new_block()
        self.graph.connect(head, after)
        end = self.sequence(self.follow(head), size, depth + 1)
        if self.random.chance(20):
            self.graph.connect(end, after)
            end = self.follow(end)
        if self.random.chance(20):
            side = self.follow(end)
            self.graph.connect(side, head)
            end = self.follow(end)
        self.graph.connect(end, head)
        return after

    def repeat_loop(self, block, size, depth):
        """A loop with the test at the end, often of one block only."""
        self.expected_loops += 1
        head = self.follow(block)
        end = self.sequence(head, size, depth + 1) if size > 2 else head
        self.graph.connect(end, head)
        return self.follow(end)


class Loop:
    def __init__(self, header, reducible):
        self.header = header
        self.reducible = reducible
        self.parent = None
        self.children = []
        self.blocks = [header]

    def adopt(self, loop):
        loop.parent = self
        self.children.append(loop)

    @property
    def depth(self):
        depth = 0
        loop = self
        while loop.parent is not None:
            depth += 1
            loop = loop.parent
        return depth

    def all_blocks(self):
        """Generate the blocks of the loop and of all inside it."""
        yield from self.blocks
        for child in self.children:
            yield from child.all_blocks()


class UnionFind:
    def __init__(self, size):
        self.parent = list(range(size))

    def find(self, item):
        parent = self.parent
        root = item
        while parent[root] != root:
            root = parent[root]
        while parent[item] != root:
            parent[item], item = root, parent[item]
        return root

    def join(self, item, target):
        self.parent[self.find(item)] = self.find(target)


def number_depth_first(graph):
    """Return the blocks in preorder, the numbers by block, and for each the last number below it."""
    order = [graph.entry]
    numbers = {graph.entry: 0}
    last = [0]
    stack = [(graph.entry, iter(graph.entry.successors))]
    while stack:
        block, successors = stack[-1]
        for successor in successors:
            if successor not in numbers:
                numbers[successor] = len(order)
                order.append(successor)
                last.append(0)
                stack.append((successor, iter(successor.successors)))
                break
        else:
            last[numbers[block]] = len(order) - 1
            stack.pop()
    return order, numbers, last


class LoopFinder:
    def __init__(self, graph):
        self.graph = graph
        self.order, self.numbers, self.last = number_depth_first(graph)
        self.loops = []

    def is_ancestor(self, one, other):
        return one <= other <= self.last[one]

    def split_predecessors(self):
        """For each block: the numbers of the predecessors below it, and of the others."""
        back, other = [], []
        for number, block in enumerate(self.order):
            below, above = [], []
            for predecessor in block.predecessors:
                if predecessor in self.numbers:
                    source = self.numbers[predecessor]
                    (below if self.is_ancestor(number, source) else above).append(source)
            back.append(below)
            other.append(above)
        return back, other

    def find(self):
        """Find all loops, the inner ones before the outer ones."""
        back, other = self.split_predecessors()
        count = len(self.order)
        sets = UnionFind(count)
        loop_of = [None] * count
        for head in range(count - 1, -1, -1):
            body = set()
            is_self_loop = False
            for source in back[head]:
                if source == head:
                    is_self_loop = True
                else:
                    body.add(sets.find(source))
            body.discard(head)
            if not body and not is_self_loop:
                continue
            reducible = self.collect(head, body, other, sets)
            loop = Loop(self.order[head], reducible)
            loop_of[head] = loop
            for member in sorted(body):
                sets.join(member, head)
                if loop_of[member] is not None:
                    loop.adopt(loop_of[member])
                else:
                    loop.blocks.append(self.order[member])
            self.loops.append(loop)
        return self.loops

    def collect(self, head, body, other, sets):
        """Add to the body all from which it can be reached without passing the head."""
        reducible = True
        todo = list(body)
        while todo:
            member = todo.pop()
            for source in other[member]:
                source = sets.find(source)
                if not self.is_ancestor(head, source):
                    reducible = False
                    if source not in other[head]:
                        other[head].append(source)
                elif source != head and source not in body:
                    body.add(source)
                    todo.append(source)
        return reducible


def immediate_dominators(order, numbers):
    """Return for each number the number of the nearest block that all ways to it pass."""
    count = len(order)
    postorder = []
    seen = {0}
    stack = [(0, 0)]
    while stack:
        number, position = stack.pop()
        successors = order[number].successors
        if position < len(successors):
            stack.append((number, position + 1))
            following = numbers[successors[position]]
            if following not in seen:
                seen.add(following)
                stack.append((following, 0))
        else:
            postorder.append(number)
    rank = {number: position for position, number in enumerate(postorder)}

    dominator = [None] * count
    dominator[0] = 0
    changed = True
    while changed:
        changed = False
        for number in reversed(postorder):
            if number == 0:
                continue
            best = None
            for predecessor in order[number].predecessors:
                one = numbers.get(predecessor)
                if one is None or dominator[one] is None:
                    continue
                if best is None:
                    best = one
                    continue
                while one != best:
                    while rank[one] < rank[best]:
                        one = dominator[one]
                    while rank[best] < rank[one]:
                        best = dominator[best]
            if dominator[number] != best:
                dominator[number] = best
                changed = True
    return dominator


def natural_loops(order, numbers):
    """Return the natural loops: a set of numbers of blocks for each header."""
    dominator = immediate_dominators(order, numbers)

    def dominates(one, other):
        while other != one:
            if other == 0:
                return False
            other = dominator[other]
        return True

    loops = {}
    for source, block in enumerate(order):
        for successor in block.successors:
            head = numbers[successor]
            if not dominates(head, source):
                continue
            body = loops.setdefault(head, {head})
            todo = [source]
            while todo:
                number = todo.pop()
                if number not in body:
                    body.add(number)
                    todo.extend(numbers[p] for p in order[number].predecessors if p in numbers)
    return loops


def compare_with_natural(finder):
    """Check that the loops found are the natural ones; return how many blocks they have together."""
    natural = natural_loops(finder.order, finder.numbers)
    if len(natural) != len(finder.loops):
        raise AssertionError(f"{len(natural)} natural loops, {len(finder.loops)} found")
    blocks = 0
    for loop in finder.loops:
        body = {finder.numbers[block] for block in loop.all_blocks()}
        if body != natural[finder.numbers[loop.header]]:
            raise AssertionError(f"loop at {loop.header} differs")
        blocks += len(body)
    return blocks


class Summary:
    def __init__(self):
        self.blocks = self.edges = self.loops = self.irreducible = self.natural_blocks = self.expected = 0
        self.by_depth = {}
        self.checksum = 0
        self.largest = 0

    def add(self, graph, loops):
        self.blocks += len(graph)
        self.edges += graph.edge_count
        self.loops += len(loops)
        for loop in loops:
            if not loop.reducible:
                self.irreducible += 1
            depth = loop.depth
            self.by_depth[depth] = self.by_depth.get(depth, 0) + 1
            size = sum(1 for _ in loop.all_blocks())
            self.largest = max(self.largest, size)
            self.mix(loop.header.number * 7 + depth * 1000 + size)

    def mix(self, value):
        self.checksum = (self.checksum * 31 + value) % 1000000007


def main():
    functions = int(sys.argv[1]) if len(sys.argv) > 1 else 310
    random = Random(99)
    tame, wild = Summary(), Summary()
    for number in range(functions):
        is_wild = number % 3 == 2
        builder = Builder(random, is_wild)
        graph = builder.build(60 + random.below(120))
        finder = LoopFinder(graph)
        loops = finder.find()
        summary = wild if is_wild else tame
        summary.add(graph, loops)
        summary.expected += builder.expected_loops
        if not is_wild:
            summary.natural_blocks += compare_with_natural(finder)
    for name, summary in (("tame", tame), ("wild", wild)):
        print(f"{name}: {summary.blocks} blocks, {summary.edges} edges, {summary.expected} loops written")
        print(f"  {summary.loops} loops found, {summary.irreducible} irreducible, largest {summary.largest}")
        depths = " ".join(f"{depth}:{count}" for depth, count in sorted(summary.by_depth.items()))
        print(f"  by depth {depths}, blocks of natural loops {summary.natural_blocks}, checksum {summary.checksum}")


if __name__ == "__main__":
    main()
