// A simulation of caches with six policies of replacement: the twin of caches.py.
//
// Usage: node caches.mjs [accesses in thousands]

const CAPACITY = 64;
const PAGES = 400;

class Random {
  static MODULUS = 2147483647;

  constructor(seed) {
    this.state = seed;
  }

  uniform() {
    this.state = (this.state * 48271) % Random.MODULUS;
    return this.state / Random.MODULUS;
  }

  below(limit) {
    this.state = (this.state * 48271) % Random.MODULUS;
    return this.state % limit;
  }
}

/** Remove the key of a map that was set first, and return it. */
function shiftKey(map) {
  const key = map.keys().next().value;
  map.delete(key);
  return key;
}

/** Let a key of a map be the one that was set last. */
function moveToEnd(map, key) {
  const value = map.get(key);
  map.delete(key);
  map.set(key, value);
}

/** Counts hits and misses; subclasses decide what to keep. */
class Cache {
  constructor(capacity, onEvict) {
    if (capacity < 1) throw new RangeError(`a cache needs room for one page at least, not ${capacity}`);
    this.capacity = capacity;
    this.onEvict = onEvict;
    this.hits = 0;
    this.misses = 0;
    this.dirty = new Set();
  }

  get name() {
    return this.constructor.name;
  }

  get hitRate() {
    const total = this.hits + this.misses;
    return total > 0 ? this.hits / total : 0;
  }

  /** Use a page; return whether it was in the cache. */
  access(page, writes) {
    const hit = this.touch(page);
    if (hit) {
      this.hits++;
    } else {
      this.misses++;
      this.admit(page);
    }
    if (writes) this.dirty.add(page);
    return hit;
  }

  evict(page) {
    const wasDirty = this.dirty.delete(page);
    this.onEvict(page, wasDirty);
  }
}

/** Throws out what came first. */
class Fifo extends Cache {
  constructor(capacity, onEvict) {
    super(capacity, onEvict);
    this.queue = [];
    this.present = new Set();
  }

  touch(page) {
    return this.present.has(page);
  }

  admit(page) {
    if (this.queue.length >= this.capacity) {
      const victim = this.queue.shift();
      this.present.delete(victim);
      this.evict(victim);
    }
    this.queue.push(page);
    this.present.add(page);
  }

  contents() {
    return [...this.queue];
  }
}

class LruNode {
  constructor(page) {
    this.page = page;
    this.newer = this;
    this.older = this;
  }
}

/** Throws out what was not used for the longest time; nodes in a ring, the newest after the anchor. */
class Lru extends Cache {
  constructor(capacity, onEvict) {
    super(capacity, onEvict);
    this.anchor = new LruNode(-1);
    this.nodes = new Map();
  }

  static unlink(node) {
    node.older.newer = node.newer;
    node.newer.older = node.older;
  }

  link(node) {
    const anchor = this.anchor;
    node.newer = anchor;
    node.older = anchor.older;
    anchor.older.newer = node;
    anchor.older = node;
  }

  touch(page) {
    const node = this.nodes.get(page);
    if (node === undefined) return false;
    Lru.unlink(node);
    this.link(node);
    return true;
  }

  admit(page) {
    if (this.nodes.size >= this.capacity) {
      const oldest = this.anchor.newer;
      Lru.unlink(oldest);
      this.nodes.delete(oldest.page);
      this.evict(oldest.page);
    }
    const node = new LruNode(page);
    this.nodes.set(page, node);
    this.link(node);
  }

  contents() {
    const pages = [];
    for (let node = this.anchor.newer; node !== this.anchor; node = node.newer) pages.push(node.page);
    return pages;
  }
}

/** The same policy, left to a map. */
class OrderedLru extends Cache {
  constructor(capacity, onEvict) {
    super(capacity, onEvict);
    this.pages = new Map();
  }

  touch(page) {
    if (!this.pages.has(page)) return false;
    moveToEnd(this.pages, page);
    return true;
  }

  admit(page) {
    if (this.pages.size >= this.capacity) this.evict(shiftKey(this.pages));
    this.pages.set(page, true);
  }

  contents() {
    return [...this.pages.keys()];
  }
}

/** A hand goes round and throws out the first page that was not used since it came by. */
class Clock extends Cache {
  constructor(capacity, onEvict) {
    super(capacity, onEvict);
    this.slots = [];
    this.used = [];
    this.slotOf = new Map();
    this.hand = 0;
  }

  touch(page) {
    const slot = this.slotOf.get(page);
    if (slot === undefined) return false;
    this.used[slot] = true;
    return true;
  }

  admit(page) {
    if (this.slots.length < this.capacity) {
      this.slotOf.set(page, this.slots.length);
      this.slots.push(page);
      this.used.push(false);
      return;
    }
    while (this.used[this.hand]) {
      this.used[this.hand] = false;
      this.advance();
    }
    const victim = this.slots[this.hand];
    this.slotOf.delete(victim);
    this.evict(victim);
    this.slots[this.hand] = page;
    this.slotOf.set(page, this.hand);
    this.advance();
  }

  advance() {
    this.hand = (this.hand + 1) % this.capacity;
  }

  contents() {
    return [...this.slots];
  }
}

/** Throws out what was used least often; among equals what came to that count first. */
class Lfu extends Cache {
  constructor(capacity, onEvict) {
    super(capacity, onEvict);
    this.countOf = new Map();
    this.buckets = new Map();
    this.least = 1;
  }

  touch(page) {
    const count = this.countOf.get(page);
    if (count === undefined) return false;
    const bucket = this.buckets.get(count);
    bucket.delete(page);
    if (bucket.size === 0) {
      this.buckets.delete(count);
      if (this.least === count) this.least = count + 1;
    }
    this.place(page, count + 1);
    return true;
  }

  place(page, count) {
    this.countOf.set(page, count);
    if (!this.buckets.has(count)) this.buckets.set(count, new Map());
    this.buckets.get(count).set(page, true);
  }

  admit(page) {
    if (this.countOf.size >= this.capacity) {
      const bucket = this.buckets.get(this.least);
      const victim = shiftKey(bucket);
      if (bucket.size === 0) this.buckets.delete(this.least);
      this.countOf.delete(victim);
      this.evict(victim);
    }
    this.least = 1;
    this.place(page, 1);
  }

  contents() {
    const counts = [...this.buckets.keys()].sort((a, b) => a - b);
    return counts.flatMap((count) => [...this.buckets.get(count).keys()]);
  }
}

/** New pages pass a short queue; those that come back soon after get into a long LRU list. */
class TwoQueues extends Cache {
  constructor(capacity, onEvict) {
    super(capacity, onEvict);
    this.recent = new Map();
    this.ghosts = new Map();
    this.main = new Map();
    this.recentLimit = Math.floor(capacity / 4);
    this.ghostLimit = Math.floor(capacity / 2);
  }

  touch(page) {
    if (this.main.has(page)) {
      moveToEnd(this.main, page);
      return true;
    }
    return this.recent.has(page);
  }

  admit(page) {
    const returns = this.ghosts.has(page);
    this.makeRoom();
    if (returns) {
      this.ghosts.delete(page);
      this.main.set(page, true);
    } else {
      this.recent.set(page, true);
    }
  }

  makeRoom() {
    if (this.recent.size + this.main.size < this.capacity) return;
    let victim;
    if (this.recent.size > this.recentLimit || this.main.size === 0) {
      victim = shiftKey(this.recent);
      this.ghosts.set(victim, true);
      if (this.ghosts.size > this.ghostLimit) shiftKey(this.ghosts);
    } else {
      victim = shiftKey(this.main);
    }
    this.evict(victim);
  }

  contents() {
    return [...this.recent.keys(), ...this.main.keys()];
  }
}

/** Few pages very often, most seldom. */
function* skewed(random, count) {
  for (let k = 0; k < count; k++) {
    const u = random.uniform();
    yield [Math.floor(PAGES * u * u * u), random.below(5) === 0];
  }
}

/** The same sequence of pages again and again, a bit longer than the cache. */
function* scanning(random, count) {
  const length = CAPACITY + 8;
  for (let k = 0; k < count; k++) yield [k % length, random.below(10) === 0];
}

/** A window of pages that moves now and then. */
function* local(random, count) {
  let base = 0;
  for (let k = 0; k < count; k++) {
    if (random.below(200) === 0) base = random.below(PAGES - 80);
    yield [base + random.below(80), random.below(4) === 0];
  }
}

/** Skewed access, interrupted by scans of pages that never return. */
function* mixed(random, count) {
  let scan = PAGES;
  let left = 0;
  for (let k = 0; k < count; k++) {
    if (left > 0) {
      left--;
      scan++;
      yield [scan, false];
    } else {
      if (random.below(400) === 0) left = 100;
      const u = random.uniform();
      yield [Math.floor(PAGES * u * u), random.below(5) === 0];
    }
  }
}

const PATTERNS = [['skewed', skewed], ['scanning', scanning], ['local', local], ['mixed', mixed]];
const POLICIES = [Fifo, Lru, OrderedLru, Clock, Lfu, TwoQueues];

/** What stands behind a cache: sees the pages that are thrown out. */
class Device {
  constructor() {
    this.writes = 0;
    this.checksum = 0;
  }

  observer() {
    return (page, wasDirty) => {
      if (wasDirty) this.writes++;
      this.checksum = (this.checksum * 33 + page * 2 + (wasDirty ? 1 : 0)) % 1000003;
    };
  }
}

function simulate(Policy, pattern, count) {
  const device = new Device();
  const cache = new Policy(CAPACITY, device.observer());
  for (const [page, writes] of pattern(new Random(4711), count)) cache.access(page, writes);
  return [cache, device];
}

function main() {
  const thousands = Number(process.argv[2] ?? 31);
  const count = Math.floor((thousands * 1000) / 4);
  try {
    new Lru(0, console.log);
  } catch (error) {
    console.log(`error: ${error.message}`);
  }
  const totals = new Map();
  for (const [patternName, pattern] of PATTERNS) {
    console.log(`${patternName}: ${count} accesses`);
    const results = new Map();
    for (const Policy of POLICIES) {
      const [cache, device] = simulate(Policy, pattern, count);
      const { name, hits, misses } = cache;
      results.set(name, cache);
      totals.set(name, (totals.get(name) ?? 0) + hits);
      const counts = `${String(hits).padStart(8)} hits ${String(misses).padStart(8)} misses`;
      const writes = String(device.writes).padStart(7);
      const rate = cache.hitRate.toFixed(6);
      console.log(`  ${name.padEnd(10)} ${counts} ${rate} ${writes} writes, checksum ${device.checksum}`);
    }
    const linked = results.get('Lru').contents();
    const ordered = results.get('OrderedLru').contents();
    if (linked.some((page, k) => page !== ordered[k])) throw new Error('the two LRU caches differ');
    const often = results.get('Lfu').contents().slice(-5);
    console.log(`  in the end [${linked.slice(0, 5).join(', ')}] [${often.join(', ')}]`);
  }
  const best = [...totals].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  console.log(`best: ${best.map(([name, hits]) => `${name} ${hits}`).join(', ')}`);
}

main();
