// Recognition of loops in control-flow graphs: the twin of loops.py.
//
// Usage: node loops.mjs [functions]

class Random {
  constructor(seed) {
    this.state = seed;
  }

  below(limit) {
    this.state = (this.state * 1366 + 150889) % 714025;
    return Math.floor((this.state * limit) / 714025);
  }

  chance(percent) {
    return this.below(100) < percent;
  }
}

/** A basic block; knows the blocks that come after and before it. */
class Block {
  constructor(number) {
    this.number = number;
    this.successors = [];
    this.predecessors = [];
  }
}

class FlowGraph {
  constructor() {
    this.blocks = [];
    this.entry = this.newBlock();
  }

  get size() {
    return this.blocks.length;
  }

  newBlock() {
    const block = new Block(this.blocks.length);
    this.blocks.push(block);
    return block;
  }

  connect(source, target) {
    if (!source.successors.includes(target)) {
      source.successors.push(target);
      target.predecessors.push(source);
    }
  }

  get edgeCount() {
    return this.blocks.reduce((sum, block) => sum + block.successors.length, 0);
  }
}

/** Makes up the flow of a function: sequences, branches and loops inside each other. */
class Builder {
  constructor(random, wild) {
    this.random = random;
    this.wild = wild;
    this.graph = new FlowGraph();
    this.expectedLoops = 0;
  }

  build(size) {
    const last = this.sequence(this.graph.entry, size, 0);
    const final = this.graph.newBlock();
    this.graph.connect(last, final);
    if (this.wild) {
      const jumps = 1 + this.random.below(3);
      for (let k = 0; k < jumps; k++) {
        const source = this.graph.blocks[this.random.below(this.graph.size)];
        const target = this.graph.blocks[1 + this.random.below(this.graph.size - 1)];
        this.graph.connect(source, target);
      }
    }
    return this.graph;
  }

  /** Add a block after another one. */
  follow(block) {
    const following = this.graph.newBlock();
    this.graph.connect(block, following);
    return following;
  }

  /** Add statements worth `size`; return the block where the flow goes on. */
  sequence(start, size, depth) {
    let block = start;
    let left = size;
    while (left > 0) {
      let part = 1 + this.random.below(left);
      const kind = this.random.below(6);
      if (part < 3 || depth > 8 || kind === 0) {
        block = this.follow(block);
        part = Math.min(part, 2);
      } else if (kind === 1) {
        block = this.branch(block, part - 2, depth);
      } else if (kind === 2) {
        block = this.choice(block, part - 2, depth);
      } else if (kind < 5) {
        block = this.whileLoop(block, part - 2, depth);
      } else {
        block = this.repeatLoop(block, part - 2, depth);
      }
      left -= part;
    }
    return block;
  }

  branch(block, size, depth) {
    const half = size >> 1;
    const then = this.sequence(this.follow(block), half, depth + 1);
    const otherwise = this.sequence(this.follow(block), size - half, depth + 1);
    const join = this.follow(then);
    this.graph.connect(otherwise, join);
    return join;
  }

  choice(block, size, depth) {
    const count = 2 + this.random.below(3);
    const join = this.graph.newBlock();
    for (let k = 0; k < count; k++) {
      const end = this.sequence(this.follow(block), Math.floor(size / count), depth + 1);
      this.graph.connect(end, join);
    }
    return join;
  }

  /** A loop with the test at the head; the body may continue or break early. */
  whileLoop(block, size, depth) {
    this.expectedLoops++;
    const head = this.follow(block);
    const after = this.graph.newBlock();
    this.graph.connect(head, after);
    let end = this.sequence(this.follow(head), size, depth + 1);
    if (this.random.chance(20)) {
      this.graph.connect(end, after);
      end = this.follow(end);
    }
    if (this.random.chance(20)) {
      const side = this.follow(end);
      this.graph.connect(side, head);
      end = this.follow(end);
    }
    this.graph.connect(end, head);
    return after;
  }

  /** A loop with the test at the end, often of one block only. */
  repeatLoop(block, size, depth) {
    this.expectedLoops++;
    const head = this.follow(block);
    const end = size > 2 ? this.sequence(head, size, depth + 1) : head;
    this.graph.connect(end, head);
    return this.follow(end);
  }
}

class Loop {
  constructor(header, reducible) {
    this.header = header;
    this.reducible = reducible;
    this.parent = null;
    this.children = [];
    this.blocks = [header];
  }

  adopt(loop) {
    loop.parent = this;
    this.children.push(loop);
  }

  get depth() {
    let depth = 0;
    for (let loop = this; loop.parent !== null; loop = loop.parent) depth++;
    return depth;
  }

  /** Generate the blocks of the loop and of all inside it. */
  *allBlocks() {
    yield* this.blocks;
    for (const child of this.children) yield* child.allBlocks();
  }
}

class UnionFind {
  constructor(size) {
    this.parent = Array.from({ length: size }, (_, k) => k);
  }

  find(start) {
    const parent = this.parent;
    let root = start;
    while (parent[root] !== root) root = parent[root];
    let item = start;
    while (parent[item] !== root) {
      const next = parent[item];
      parent[item] = root;
      item = next;
    }
    return root;
  }

  join(item, target) {
    this.parent[this.find(item)] = this.find(target);
  }
}

/** Return the blocks in preorder, the numbers by block, and for each the last number below it. */
function numberDepthFirst(graph) {
  const order = [graph.entry];
  const numbers = new Map([[graph.entry, 0]]);
  const last = [0];
  const stack = [[graph.entry, graph.entry.successors.values()]];
  while (stack.length > 0) {
    const [block, successors] = stack.at(-1);
    const { value: successor, done } = successors.next();
    if (done) {
      last[numbers.get(block)] = order.length - 1;
      stack.pop();
    } else if (!numbers.has(successor)) {
      numbers.set(successor, order.length);
      order.push(successor);
      last.push(0);
      stack.push([successor, successor.successors.values()]);
    }
  }
  return [order, numbers, last];
}

class LoopFinder {
  constructor(graph) {
    this.graph = graph;
    [this.order, this.numbers, this.last] = numberDepthFirst(graph);
    this.loops = [];
  }

  isAncestor(one, other) {
    return one <= other && other <= this.last[one];
  }

  /** For each block: the numbers of the predecessors below it, and of the others. */
  splitPredecessors() {
    const back = [];
    const other = [];
    for (const [number, block] of this.order.entries()) {
      const below = [];
      const above = [];
      for (const predecessor of block.predecessors) {
        const source = this.numbers.get(predecessor);
        if (source !== undefined) (this.isAncestor(number, source) ? below : above).push(source);
      }
      back.push(below);
      other.push(above);
    }
    return [back, other];
  }

  /** Find all loops, the inner ones before the outer ones. */
  find() {
    const [back, other] = this.splitPredecessors();
    const count = this.order.length;
    const sets = new UnionFind(count);
    const loopOf = Array(count).fill(null);
    for (let head = count - 1; head >= 0; head--) {
      const body = new Set();
      let isSelfLoop = false;
      for (const source of back[head]) {
        if (source === head) isSelfLoop = true;
        else body.add(sets.find(source));
      }
      body.delete(head);
      if (body.size === 0 && !isSelfLoop) continue;
      const reducible = this.collect(head, body, other, sets);
      const loop = new Loop(this.order[head], reducible);
      loopOf[head] = loop;
      for (const member of [...body].sort((a, b) => a - b)) {
        sets.join(member, head);
        if (loopOf[member] !== null) loop.adopt(loopOf[member]);
        else loop.blocks.push(this.order[member]);
      }
      this.loops.push(loop);
    }
    return this.loops;
  }

  /** Add to the body all from which it can be reached without passing the head. */
  collect(head, body, other, sets) {
    let reducible = true;
    const todo = [...body];
    while (todo.length > 0) {
      const member = todo.pop();
      for (const entry of other[member]) {
        const source = sets.find(entry);
        if (!this.isAncestor(head, source)) {
          reducible = false;
          if (!other[head].includes(source)) other[head].push(source);
        } else if (source !== head && !body.has(source)) {
          body.add(source);
          todo.push(source);
        }
      }
    }
    return reducible;
  }
}

/** Return for each number the number of the nearest block that all ways to it pass. */
function immediateDominators(order, numbers) {
  const postorder = [];
  const seen = new Set([0]);
  const stack = [[0, 0]];
  while (stack.length > 0) {
    const [number, position] = stack.pop();
    const successors = order[number].successors;
    if (position < successors.length) {
      stack.push([number, position + 1]);
      const following = numbers.get(successors[position]);
      if (!seen.has(following)) {
        seen.add(following);
        stack.push([following, 0]);
      }
    } else {
      postorder.push(number);
    }
  }
  const rank = new Map(postorder.map((number, position) => [number, position]));

  const dominator = Array(order.length).fill(null);
  dominator[0] = 0;
  let changed = true;
  while (changed) {
    changed = false;
    for (let k = postorder.length - 1; k >= 0; k--) {
      const number = postorder[k];
      if (number === 0) continue;
      let best = null;
      for (const predecessor of order[number].predecessors) {
        let one = numbers.get(predecessor);
        if (one === undefined || dominator[one] === null) continue;
        if (best === null) {
          best = one;
          continue;
        }
        while (one !== best) {
          while (rank.get(one) < rank.get(best)) one = dominator[one];
          while (rank.get(best) < rank.get(one)) best = dominator[best];
        }
      }
      if (dominator[number] !== best) {
        dominator[number] = best;
        changed = true;
      }
    }
  }
  return dominator;
}

/** Return the natural loops: a set of numbers of blocks for each header. */
function naturalLoops(order, numbers) {
  const dominator = immediateDominators(order, numbers);

  function dominates(one, other) {
    let number = other;
    while (number !== one) {
      if (number === 0) return false;
      number = dominator[number];
    }
    return true;
  }

  const loops = new Map();
  for (const [source, block] of order.entries()) {
    for (const successor of block.successors) {
      const head = numbers.get(successor);
      if (!dominates(head, source)) continue;
      if (!loops.has(head)) loops.set(head, new Set([head]));
      const body = loops.get(head);
      const todo = [source];
      while (todo.length > 0) {
        const number = todo.pop();
        if (body.has(number)) continue;
        body.add(number);
        for (const p of order[number].predecessors) {
          if (numbers.has(p)) todo.push(numbers.get(p));
        }
      }
    }
  }
  return loops;
}

function sameSets(a, b) {
  if (a.size !== b.size) return false;
  for (const item of a) {
    if (!b.has(item)) return false;
  }
  return true;
}

/** Check that the loops found are the natural ones; return how many blocks they have together. */
function compareWithNatural(finder) {
  const natural = naturalLoops(finder.order, finder.numbers);
  if (natural.size !== finder.loops.length) {
    throw new Error(`${natural.size} natural loops, ${finder.loops.length} found`);
  }
  let blocks = 0;
  for (const loop of finder.loops) {
    const body = new Set();
    for (const block of loop.allBlocks()) body.add(finder.numbers.get(block));
    if (!sameSets(body, natural.get(finder.numbers.get(loop.header)))) {
      throw new Error(`loop at B${loop.header.number} differs`);
    }
    blocks += body.size;
  }
  return blocks;
}

class Summary {
  constructor() {
    this.blocks = 0;
    this.edges = 0;
    this.loops = 0;
    this.irreducible = 0;
    this.naturalBlocks = 0;
    this.expected = 0;
    this.byDepth = new Map();
    this.checksum = 0;
    this.largest = 0;
  }

  add(graph, loops) {
    this.blocks += graph.size;
    this.edges += graph.edgeCount;
    this.loops += loops.length;
    for (const loop of loops) {
      if (!loop.reducible) this.irreducible++;
      const depth = loop.depth;
      this.byDepth.set(depth, (this.byDepth.get(depth) ?? 0) + 1);
      let size = 0;
      for (const _ of loop.allBlocks()) size++;
      this.largest = Math.max(this.largest, size);
      this.mix(loop.header.number * 7 + depth * 1000 + size);
    }
  }

  mix(value) {
    this.checksum = (this.checksum * 31 + value) % 1000000007;
  }
}

function main() {
  const functions = Number(process.argv[2] ?? 310);
  const random = new Random(99);
  const tame = new Summary();
  const wild = new Summary();
  for (let number = 0; number < functions; number++) {
    const isWild = number % 3 === 2;
    const builder = new Builder(random, isWild);
    const graph = builder.build(60 + random.below(120));
    const finder = new LoopFinder(graph);
    const loops = finder.find();
    const summary = isWild ? wild : tame;
    summary.add(graph, loops);
    summary.expected += builder.expectedLoops;
    if (!isWild) summary.naturalBlocks += compareWithNatural(finder);
  }
  for (const [name, s] of [['tame', tame], ['wild', wild]]) {
    console.log(`${name}: ${s.blocks} blocks, ${s.edges} edges, ${s.expected} loops written`);
    console.log(`  ${s.loops} loops found, ${s.irreducible} irreducible, largest ${s.largest}`);
    const depths = [...s.byDepth].sort(([a], [b]) => a - b).map(([depth, count]) => `${depth}:${count}`).join(' ');
    console.log(`  by depth ${depths}, blocks of natural loops ${s.naturalBlocks}, checksum ${s.checksum}`);
  }
}

main();
