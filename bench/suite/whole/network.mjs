// Flows and shortest paths on made-up networks: the twin of network.py.
//
// Usage: node network.mjs [networks]

const INFINITY = 10 ** 9;

class NegativeCycle extends Error {
  constructor(nodes) {
    super(`cycle of negative length: ${nodes.join(' -> ')}`);
    this.nodes = nodes;
  }
}

function check(condition, message) {
  if (!condition) throw new Error(message);
}

class Random {
  constructor(seed) {
    this.state = seed;
  }

  below(limit) {
    this.state = (this.state * 171 + 11213) % 53125;
    return Math.floor((this.state * limit) / 53125);
  }
}

/** A binary heap of pairs of a distance and a node. */
class Heap {
  constructor() {
    this.items = [];
  }

  get size() {
    return this.items.length;
  }

  static less([a, x], [b, y]) {
    return a < b || (a === b && x < y);
  }

  push(item) {
    const { items } = this;
    let child = items.length;
    items.push(item);
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!Heap.less(item, items[parent])) break;
      items[child] = items[parent];
      child = parent;
    }
    items[child] = item;
  }

  pop() {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    if (items.length === 0) return top;
    let parent = 0;
    for (;;) {
      let child = 2 * parent + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && Heap.less(items[child + 1], items[child])) child++;
      if (!Heap.less(items[child], last)) break;
      items[parent] = items[child];
      parent = child;
    }
    items[parent] = last;
    return top;
  }
}

class Edge {
  constructor(source, target, capacity, cost) {
    this.source = source;
    this.target = target;
    this.capacity = capacity;
    this.cost = cost;
    this.flow = 0;
    this.twin = null;
  }

  get residual() {
    return this.capacity - this.flow;
  }

  push(amount) {
    this.flow += amount;
    this.twin.flow -= amount;
  }
}

class Network {
  constructor(size) {
    this.size = size;
    this.adjacent = Array.from({ length: size }, () => []);
    this.edges = [];
  }

  /** Add an edge and its twin in the other direction, which has no capacity of its own. */
  connect(source, target, capacity, cost) {
    const edge = new Edge(source, target, capacity, cost);
    const twin = new Edge(target, source, 0, -cost);
    edge.twin = twin;
    twin.twin = edge;
    this.adjacent[source].push(edge);
    this.adjacent[target].push(twin);
    this.edges.push(edge);
    return edge;
  }

  reset() {
    for (const edge of this.edges) {
      edge.flow = 0;
      edge.twin.flow = 0;
    }
  }

  flowValue(source) {
    return this.adjacent[source].reduce((sum, edge) => sum + edge.flow, 0);
  }

  flowCost() {
    return this.edges.reduce((sum, edge) => sum + edge.flow * edge.cost, 0);
  }

  /** Raise an error unless as much flows into each node as out of it, within the capacities. */
  checkFlow(source, sink) {
    const balance = Array(this.size).fill(0);
    for (const edge of this.edges) {
      check(edge.flow >= 0 && edge.flow <= edge.capacity, `flow out of bounds: ${edge.source} -> ${edge.target}`);
      balance[edge.source] -= edge.flow;
      balance[edge.target] += edge.flow;
    }
    for (const [node, surplus] of balance.entries()) {
      check(node === source || node === sink || surplus === 0, `node ${node} is out of balance`);
    }
  }
}

/** Greatest flow: blocking flows in layered networks of shortest paths. */
class Dinic {
  constructor(network, source, sink) {
    this.network = network;
    this.source = source;
    this.sink = sink;
    this.level = [];
    this.position = [];
    this.phases = 0;
  }

  run() {
    let total = 0;
    while (this.findLevels()) {
      this.phases++;
      this.position = Array(this.network.size).fill(0);
      for (;;) {
        const pushed = this.advance(this.source, INFINITY);
        if (pushed === 0) break;
        total += pushed;
      }
    }
    return total;
  }

  findLevels() {
    this.level = Array(this.network.size).fill(-1);
    this.level[this.source] = 0;
    const queue = [this.source];
    while (queue.length > 0) {
      const node = queue.shift();
      for (const edge of this.network.adjacent[node]) {
        if (edge.residual > 0 && this.level[edge.target] < 0) {
          this.level[edge.target] = this.level[node] + 1;
          queue.push(edge.target);
        }
      }
    }
    return this.level[this.sink] >= 0;
  }

  advance(node, limit) {
    if (node === this.sink) return limit;
    const edges = this.network.adjacent[node];
    while (this.position[node] < edges.length) {
      const edge = edges[this.position[node]];
      if (edge.residual > 0 && this.level[edge.target] === this.level[node] + 1) {
        const pushed = this.advance(edge.target, Math.min(limit, edge.residual));
        if (pushed > 0) {
          edge.push(pushed);
          return pushed;
        }
      }
      this.position[node]++;
    }
    return 0;
  }

  /** Return the edges from the side of the source to the other, after `run`. */
  smallestCut() {
    const reached = new Set();
    for (const [node, level] of this.level.entries()) {
      if (level >= 0) reached.add(node);
    }
    return this.network.edges.filter((e) => reached.has(e.source) && !reached.has(e.target));
  }
}

/** Return distances and the edges by which the nodes are reached, for lengths that are not negative. */
function dijkstra(network, source, usable, length) {
  const distance = Array(network.size).fill(INFINITY);
  const reachedBy = Array(network.size).fill(null);
  distance[source] = 0;
  const heap = new Heap();
  heap.push([0, source]);
  while (heap.size > 0) {
    const [soFar, node] = heap.pop();
    if (soFar > distance[node]) continue;
    for (const edge of network.adjacent[node]) {
      if (!usable(edge)) continue;
      const candidate = soFar + length(edge);
      if (candidate < distance[edge.target]) {
        distance[edge.target] = candidate;
        reachedBy[edge.target] = edge;
        heap.push([candidate, edge.target]);
      }
    }
  }
  return [distance, reachedBy];
}

/** Return distances by cost; negative costs are fine, but not negative cycles. */
function bellmanFord(network, source, usable) {
  const distance = Array(network.size).fill(INFINITY);
  const reachedBy = Array(network.size).fill(null);
  distance[source] = 0;
  const queue = [source];
  const queued = new Set([source]);
  const rounds = Array(network.size).fill(0);
  while (queue.length > 0) {
    const node = queue.shift();
    queued.delete(node);
    for (const edge of network.adjacent[node]) {
      if (!usable(edge) || distance[node] + edge.cost >= distance[edge.target]) continue;
      const { target } = edge;
      distance[target] = distance[node] + edge.cost;
      reachedBy[target] = edge;
      if (!queued.has(target)) {
        queued.add(target);
        queue.push(target);
        rounds[target]++;
        if (rounds[target] > network.size) throw new NegativeCycle(traceCycle(reachedBy, target));
      }
    }
  }
  return [distance, reachedBy];
}

/** Follow the edges back until a node comes again; return the cycle, from its smallest node on. */
function traceCycle(reachedBy, end) {
  let node = end;
  for (let k = 0; k < reachedBy.length; k++) node = reachedBy[node].source;
  const cycle = [node];
  let current = reachedBy[node].source;
  while (current !== node) {
    cycle.push(current);
    current = reachedBy[current].source;
  }
  cycle.reverse();
  const start = cycle.indexOf(Math.min(...cycle));
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}

/** Return the edges of the way to a node. */
function pathTo(end, reachedBy) {
  const path = [];
  let node = end;
  while (reachedBy[node] !== null) {
    path.push(reachedBy[node]);
    node = reachedBy[node].source;
  }
  return path.reverse();
}

/** Push flow along the cheapest ways; potentials keep the lengths from becoming negative. */
function cheapestFlow(network, source, sink) {
  const [potential] = bellmanFord(network, source, (edge) => edge.residual > 0);
  let total = 0;
  let augmentations = 0;
  for (;;) {
    const [distance, reachedBy] = dijkstra(
      network,
      source,
      (edge) => edge.residual > 0,
      (edge) => edge.cost + potential[edge.source] - potential[edge.target],
    );
    if (distance[sink] === INFINITY) return [total, augmentations];
    for (let node = 0; node < network.size; node++) {
      if (distance[node] < INFINITY) potential[node] += distance[node];
    }
    const path = pathTo(sink, reachedBy);
    const amount = Math.min(...path.map((edge) => edge.residual));
    for (const edge of path) edge.push(amount);
    total += amount;
    augmentations++;
  }
}

/** Return a network of layers between a source (0) and a sink (the last node). */
function makeNetwork(random, layers, width) {
  const size = layers * width + 2;
  const network = new Network(size);
  const sink = size - 1;

  function node(layer, place) {
    return 1 + layer * width + place;
  }

  for (let place = 0; place < width; place++) {
    network.connect(0, node(0, place), 20 + random.below(30), random.below(5));
    network.connect(node(layers - 1, place), sink, 20 + random.below(30), random.below(5));
  }
  for (let layer = 0; layer < layers - 1; layer++) {
    for (let place = 0; place < width; place++) {
      for (let k = 0; k < 3; k++) {
        const target = node(layer + 1, random.below(width));
        network.connect(node(layer, place), target, 1 + random.below(20), 1 + random.below(20));
      }
      if (random.below(3) === 0) {
        network.connect(node(layer, place), node(layer, random.below(width)), 5, 1 + random.below(4));
      }
    }
  }
  for (let k = 0; k < width; k++) {
    const back = 1 + random.below(layers - 1);
    network.connect(node(back, random.below(width)), node(back - 1, random.below(width)), 4, 2);
  }
  return [network, 0, sink];
}

/** Apply all algorithms to a network and mix the results into the checksum. */
function study(network, source, sink, mix) {
  const [distance, reachedBy] = dijkstra(network, source, (e) => e.capacity > 0, (e) => e.cost);
  const [other] = bellmanFord(network, source, (e) => e.capacity > 0);
  check(distance.every((value, node) => value === other[node]), 'Dijkstra and Bellman-Ford disagree');
  for (const [node, value] of distance.entries()) {
    const path = pathTo(node, reachedBy);
    const length = path.reduce((sum, edge) => sum + edge.cost, 0);
    check(value === INFINITY || length === value, `the way to ${node} is not as long as it should be`);
    mix((value % 10007) + path.length);
  }

  const dinic = new Dinic(network, source, sink);
  const greatest = dinic.run();
  network.checkFlow(source, sink);
  const cut = dinic.smallestCut();
  const cutCapacity = cut.reduce((sum, edge) => sum + edge.capacity, 0);
  check(cutCapacity === greatest && network.flowValue(source) === greatest, 'greatest flow and smallest cut disagree');
  mix(greatest);
  mix(cut.length);

  network.reset();
  const [total, augmentations] = cheapestFlow(network, source, sink);
  network.checkFlow(source, sink);
  check(total === greatest, 'the cheapest flow is too small');
  const cost = network.flowCost();
  mix(cost);
  return [distance[sink], greatest, cost, dinic.phases, augmentations];
}

/** Build a ring whose costs add up to less than nothing and let it be found. */
function findNegativeCycle(random) {
  const size = 6 + random.below(5);
  const network = new Network(size);
  for (let node = 0; node < size; node++) network.connect(node, (node + 1) % size, 1, node === 0 ? -size : 1);
  try {
    bellmanFord(network, 0, (edge) => edge.capacity > 0);
  } catch (error) {
    if (!(error instanceof NegativeCycle)) throw error;
    return [error.nodes.length, error.message];
  }
  return [0, 'none'];
}

function main() {
  const networks = Number(process.argv[2] ?? 54);
  const random = new Random(7);
  let checksum = 0;

  function mix(value) {
    checksum = (checksum * 31 + value) % 1000000007;
  }

  let sums = [0, 0, 0, 0, 0];
  let message = '';
  for (let number = 0; number < networks; number++) {
    const [network, source, sink] = makeNetwork(random, 4 + (number % 4), 6 + (number % 3));
    const results = study(network, source, sink, mix);
    sums = sums.map((total, k) => total + results[k]);
    let length;
    [length, message] = findNegativeCycle(random);
    mix(length);
  }
  const [way, flow, cost, phases, augmentations] = sums;
  console.log(`${networks} networks, checksum ${checksum}`);
  console.log(`shortest ways ${way}, greatest flows ${flow} in ${phases} phases`);
  console.log(`cost ${cost} in ${augmentations} augmentations, ${(cost / flow).toFixed(6)} for each unit`);
  console.log(message);
}

main();
