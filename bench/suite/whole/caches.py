"""A simulation of caches: six policies of replacement under four patterns of access.

Usage: caches.py [accesses in thousands]

The caches are write-back: a page that was written to costs a write when it is thrown out. Hits,
misses and writes of each policy are counted, and an LRU cache with linked nodes is checked against
the simple one with an ordered dictionary.
"""
import sys
from collections import OrderedDict, deque

CAPACITY = 64
PAGES = 400


class Random:
    MODULUS = 2147483647

    def __init__(self, seed):
        self.state = seed

    def uniform(self):
        self.state = self.state * 48271 % self.MODULUS
        return self.state / self.MODULUS

    def below(self, limit):
        self.state = self.state * 48271 % self.MODULUS
        return self.state % limit


class Cache:
    """Counts hits and misses; subclasses decide what to keep."""

    def __init__(self, capacity, on_evict):
        if capacity < 1:
            raise ValueError(f"a cache needs room for one page at least, not {capacity}")
        self.capacity = capacity
        self.on_evict = on_evict
        self.hits = 0
        self.misses = 0
        self.dirty = set()

    @property
    def name(self):
        return type(self).__name__

    @property
    def hit_rate(self):
        total = self.hits + self.misses
        return self.hits / total if total else 0.0

    def access(self, page, writes):
        """Use a page; return whether it was in the cache."""
        hit = self.touch(page)
        if hit:
            self.hits += 1
        else:
            self.misses += 1
            self.admit(page)
        if writes:
            self.dirty.add(page)
        return hit

    def evict(self, page):
        was_dirty = page in self.dirty
        if was_dirty:
            self.dirty.remove(page)
        self.on_evict(page, was_dirty)

    def touch(self, page):
        raise NotImplementedError

    def admit(self, page):
        raise NotImplementedError

    def contents(self):
        raise NotImplementedError


class Fifo(Cache):
    """Throws out what came first."""

    def __init__(self, capacity, on_evict):
        super().__init__(capacity, on_evict)
        self.queue = deque()
        self.present = set()

    def touch(self, page):
        return page in self.present

    def admit(self, page):
        if len(self.queue) >= self.capacity:
            victim = self.queue.popleft()
            self.present.remove(victim)
            self.evict(victim)
        self.queue.append(page)
        self.present.add(page)

    def contents(self):
        return list(self.queue)


class LruNode:
    def __init__(self, page):
        self.page = page
        self.newer = self.older = self


class Lru(Cache):
    """Throws out what was not used for the longest time; nodes in a ring, the newest after the anchor."""

    def __init__(self, capacity, on_evict):
        super().__init__(capacity, on_evict)
        self.anchor = LruNode(-1)
        self.nodes = {}

    @staticmethod
    def unlink(node):
        node.older.newer = node.newer
        node.newer.older = node.older

    def link(self, node):
        anchor = self.anchor
        node.newer = anchor
        node.older = anchor.older
        anchor.older.newer = node
        anchor.older = node

    def touch(self, page):
        node = self.nodes.get(page)
        if node is None:
            return False
        self.unlink(node)
        self.link(node)
        return True

    def admit(self, page):
        if len(self.nodes) >= self.capacity:
            oldest = self.anchor.newer
            self.unlink(oldest)
            del self.nodes[oldest.page]
            self.evict(oldest.page)
        node = LruNode(page)
        self.nodes[page] = node
        self.link(node)

    def contents(self):
        pages = []
        node = self.anchor.newer
        while node is not self.anchor:
            pages.append(node.page)
            node = node.newer
        return pages


class OrderedLru(Cache):
    """The same policy, left to an ordered dictionary."""

    def __init__(self, capacity, on_evict):
        super().__init__(capacity, on_evict)
        self.pages = OrderedDict()

    def touch(self, page):
        if page not in self.pages:
            return False
        self.pages.move_to_end(page)
        return True

    def admit(self, page):
        if len(self.pages) >= self.capacity:
            victim, _ = self.pages.popitem(last=False)
            self.evict(victim)
        self.pages[page] = True

    def contents(self):
        return list(self.pages)


class Clock(Cache):
    """A hand goes round and throws out the first page that was not used since it came by."""

    def __init__(self, capacity, on_evict):
        super().__init__(capacity, on_evict)
        self.slots = []
        self.used = []
        self.slot_of = {}
        self.hand = 0

    def touch(self, page):
        slot = self.slot_of.get(page, -1)
        if slot < 0:
            return False
        self.used[slot] = True
        return True

    def admit(self, page):
        if len(self.slots) < self.capacity:
            self.slot_of[page] = len(self.slots)
            self.slots.append(page)
            self.used.append(False)
            return
        while self.used[self.hand]:
            self.used[self.hand] = False
            self.advance()
        victim = self.slots[self.hand]
        del self.slot_of[victim]
        self.evict(victim)
        self.slots[self.hand] = page
        self.slot_of[page] = self.hand
        self.advance()

    def advance(self):
        self.hand = (self.hand + 1) % self.capacity

    def contents(self):
        return list(self.slots)


class Lfu(Cache):
    """Throws out what was used least often; among equals what came to that count first."""

    def __init__(self, capacity, on_evict):
        super().__init__(capacity, on_evict)
        self.count_of = {}
        self.buckets = {}
        self.least = 1

    def touch(self, page):
        count = self.count_of.get(page)
        if count is None:
            return False
        bucket = self.buckets[count]
        del bucket[page]
        if not bucket:
            del self.buckets[count]
            if self.least == count:
                self.least = count + 1
        self.place(page, count + 1)
        return True

    def place(self, page, count):
        self.count_of[page] = count
        bucket = self.buckets.setdefault(count, {})
        bucket[page] = True

    def admit(self, page):
        if len(self.count_of) >= self.capacity:
            bucket = self.buckets[self.least]
            victim = next(iter(bucket))
            del bucket[victim]
            if not bucket:
                del self.buckets[self.least]
            del self.count_of[victim]
            self.evict(victim)
        self.least = 1
        self.place(page, 1)

    def contents(self):
        return [page for count in sorted(self.buckets) for page in self.buckets[count]]


class TwoQueues(Cache):
    """New pages pass a short queue; those that come back soon after get into a long LRU list."""

    def __init__(self, capacity, on_evict):
        super().__init__(capacity, on_evict)
        self.recent = OrderedDict()
        self.ghosts = OrderedDict()
        self.main = OrderedDict()
        self.recent_limit = capacity // 4
        self.ghost_limit = capacity // 2

    def touch(self, page):
        if page in self.main:
            self.main.move_to_end(page)
            return True
        return page in self.recent

    def admit(self, page):
        returns = page in self.ghosts
        self.make_room()
        if returns:
            self.ghosts.pop(page, None)
            self.main[page] = True
        else:
            self.recent[page] = True

    def make_room(self):
        if len(self.recent) + len(self.main) < self.capacity:
            return
        if len(self.recent) > self.recent_limit or not self.main:
            victim, _ = self.recent.popitem(last=False)
            self.ghosts[victim] = True
            if len(self.ghosts) > self.ghost_limit:
                self.ghosts.popitem(last=False)
        else:
            victim, _ = self.main.popitem(last=False)
        self.evict(victim)

    def contents(self):
        return list(self.recent) + list(self.main)


def skewed(random, count):
    """Few pages very often, most seldom."""
    for _ in range(count):
        u = random.uniform()
        yield int(PAGES * u * u * u), random.below(5) == 0


def scanning(random, count):
    """The same sequence of pages again and again, a bit longer than the cache."""
    length = CAPACITY + 8
    for k in range(count):
        yield k % length, random.below(10) == 0


def local(random, count):
    """A window of pages that moves now and then."""
    base = 0
    for _ in range(count):
        if random.below(200) == 0:
            base = random.below(PAGES - 80)
        yield base + random.below(80), random.below(4) == 0


def mixed(random, count):
    """Skewed access, interrupted by scans of pages that never return."""
    scan = PAGES
    left = 0
    for _ in range(count):
        if left:
            left -= 1
            scan += 1
            yield scan, False
        else:
            if random.below(400) == 0:
                left = 100
            u = random.uniform()
            yield int(PAGES * u * u), random.below(5) == 0


PATTERNS = [("skewed", skewed), ("scanning", scanning), ("local", local), ("mixed", mixed)]
POLICIES = [Fifo, Lru, OrderedLru, Clock, Lfu, TwoQueues]


class Device:
    """What stands behind a cache: sees the pages that are thrown out."""

    def __init__(self):
        self.writes = 0
        self.checksum = 0

    def observer(self):
        def on_evict(page, was_dirty):
            if was_dirty:
                self.writes += 1
            self.checksum = (self.checksum * 33 + page * 2 + was_dirty) % 1000003
        return on_evict


def simulate(policy, pattern, count):
    device = Device()
    cache = policy(CAPACITY, device.observer())
    for page, writes in pattern(Random(4711), count):
        cache.access(page, writes)
    return cache, device


def main():
    thousands = int(sys.argv[1]) if len(sys.argv) > 1 else 31
    count = thousands * 1000 // 4
    try:
        Lru(0, print)
    except ValueError as error:
        print(f"error: {error}")
    totals = {}
    for pattern_name, pattern in PATTERNS:
        print(f"{pattern_name}: {count} accesses")
        results = {}
        for policy in POLICIES:
            cache, device = simulate(policy, pattern, count)
            results[cache.name] = cache, device
            totals[cache.name] = totals.get(cache.name, 0) + cache.hits
            print(f"  {cache.name:10} {cache.hits:8} hits {cache.misses:8} misses {cache.hit_rate:.6f} "
                  f"{device.writes:7} writes, checksum {device.checksum}")
        (linked, _), (ordered, _) = results["Lru"], results["OrderedLru"]
        if linked.contents() != ordered.contents():
            raise AssertionError("the two LRU caches differ")
        print(f"  in the end {linked.contents()[:5]} {results['Lfu'][0].contents()[-5:]}")
    best = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    print("best: " + ", ".join(f"{name} {hits}" for name, hits in best))


if __name__ == "__main__":
    main()
