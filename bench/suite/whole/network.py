"""Flows and shortest paths on made-up networks: Dinic, Dijkstra, Bellman-Ford and flows of least cost.

Usage: network.py [networks]

Every network is a layered graph with capacities and costs. The greatest flow is checked against the
smallest cut, the shortest paths of two algorithms against each other, and the cheapest flow must be
as great as the greatest flow.
"""
import sys
from collections import deque
from dataclasses import dataclass
from heapq import heappop, heappush

INFINITY = 10 ** 9


class NegativeCycle(Exception):
    def __init__(self, nodes):
        super().__init__(f"cycle of negative length: {' -> '.join(map(str, nodes))}")
        self.nodes = nodes


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 171 + 11213) % 53125
        return self.state * limit // 53125


@dataclass
class Edge:
    source: int
    target: int
    capacity: int
    cost: int
    flow: int = 0
    twin: object = None

    @property
    def residual(self):
        return self.capacity - self.flow

    def push(self, amount):
        self.flow += amount
        self.twin.flow -= amount


class Network:
    def __init__(self, size):
        self.size = size
        self.adjacent = [[] for _ in range(size)]
        self.edges = []

    def connect(self, source, target, capacity, cost):
        """Add an edge and its twin in the other direction, which has no capacity of its own."""
        edge = Edge(source, target, capacity, cost)
        twin = Edge(target, source, 0, -cost)
        edge.twin, twin.twin = twin, edge
        self.adjacent[source].append(edge)
        self.adjacent[target].append(twin)
        self.edges.append(edge)
        return edge

    def reset(self):
        for edge in self.edges:
            edge.flow = edge.twin.flow = 0

    def flow_value(self, source):
        return sum(edge.flow for edge in self.adjacent[source])

    def flow_cost(self):
        return sum(edge.flow * edge.cost for edge in self.edges)

    def check_flow(self, source, sink):
        """Raise an error unless as much flows into each node as out of it, within the capacities."""
        balance = [0] * self.size
        for edge in self.edges:
            if not 0 <= edge.flow <= edge.capacity:
                raise AssertionError(f"flow out of bounds: {edge.source} -> {edge.target}")
            balance[edge.source] -= edge.flow
            balance[edge.target] += edge.flow
        for node, surplus in enumerate(balance):
            if node not in (source, sink) and surplus != 0:
                raise AssertionError(f"node {node} is out of balance")


class Dinic:
    """Greatest flow: blocking flows in layered networks of shortest paths."""

    def __init__(self, network, source, sink):
        self.network = network
        self.source = source
        self.sink = sink
        self.level = []
        self.position = []
        self.phases = 0

    def run(self):
        total = 0
        while self.find_levels():
            self.phases += 1
            self.position = [0] * self.network.size
            while True:
                pushed = self.advance(self.source, INFINITY)
                if pushed == 0:
                    break
                total += pushed
        return total

    def find_levels(self):
        self.level = [-1] * self.network.size
        self.level[self.source] = 0
        queue = deque([self.source])
        while queue:
            node = queue.popleft()
            for edge in self.network.adjacent[node]:
                if edge.residual > 0 and self.level[edge.target] < 0:
                    self.level[edge.target] = self.level[node] + 1
                    queue.append(edge.target)
        return self.level[self.sink] >= 0

    def advance(self, node, limit):
        if node == self.sink:
            return limit
        edges = self.network.adjacent[node]
        while self.position[node] < len(edges):
            edge = edges[self.position[node]]
            if edge.residual > 0 and self.level[edge.target] == self.level[node] + 1:
                pushed = self.advance(edge.target, min(limit, edge.residual))
                if pushed > 0:
                    edge.push(pushed)
                    return pushed
            self.position[node] += 1
        return 0

    def smallest_cut(self):
        """Return the edges from the side of the source to the other, after `run`."""
        reached = {node for node, level in enumerate(self.level) if level >= 0}
        return [e for e in self.network.edges if e.source in reached and e.target not in reached]


def dijkstra(network, source, usable, length):
    """Return distances and the edges by which the nodes are reached, for lengths that are not negative."""
    distance = [INFINITY] * network.size
    reached_by = [None] * network.size
    distance[source] = 0
    heap = [(0, source)]
    while heap:
        so_far, node = heappop(heap)
        if so_far > distance[node]:
            continue
        for edge in network.adjacent[node]:
            if not usable(edge):
                continue
            candidate = so_far + length(edge)
            if candidate < distance[edge.target]:
                distance[edge.target] = candidate
                reached_by[edge.target] = edge
                heappush(heap, (candidate, edge.target))
    return distance, reached_by


def bellman_ford(network, source, usable):
    """Return distances by cost; negative costs are fine, but not negative cycles."""
    distance = [INFINITY] * network.size
    reached_by = [None] * network.size
    distance[source] = 0
    queue = deque([source])
    queued = {source}
    rounds = [0] * network.size
    while queue:
        node = queue.popleft()
        queued.remove(node)
        for edge in network.adjacent[node]:
            if usable(edge) and distance[node] + edge.cost < distance[edge.target]:
                target = edge.target
                distance[target] = distance[node] + edge.cost
                reached_by[target] = edge
                if target not in queued:
                    queued.add(target)
                    queue.append(target)
                    rounds[target] += 1
                    if rounds[target] > network.size:
                        raise NegativeCycle(trace_cycle(reached_by, target))
    return distance, reached_by


def trace_cycle(reached_by, node):
    """Follow the edges back until a node comes again; return the cycle, from its smallest node on."""
    for _ in range(len(reached_by)):
        node = reached_by[node].source
    cycle = [node]
    current = reached_by[node].source
    while current != node:
        cycle.append(current)
        current = reached_by[current].source
    cycle.reverse()
    start = cycle.index(min(cycle))
    return cycle[start:] + cycle[:start]


def path_to(node, reached_by):
    """Return the edges of the way to a node."""
    path = []
    while reached_by[node] is not None:
        path.append(reached_by[node])
        node = reached_by[node].source
    path.reverse()
    return path


def cheapest_flow(network, source, sink):
    """Push flow along the cheapest ways; potentials keep the lengths from becoming negative."""
    potential, _ = bellman_ford(network, source, lambda edge: edge.residual > 0)
    total = augmentations = 0
    while True:
        distance, reached_by = dijkstra(
            network,
            source,
            lambda edge: edge.residual > 0,
            lambda edge: edge.cost + potential[edge.source] - potential[edge.target],
        )
        if distance[sink] == INFINITY:
            return total, augmentations
        for node in range(network.size):
            if distance[node] < INFINITY:
                potential[node] += distance[node]
        path = path_to(sink, reached_by)
        amount = min(edge.residual for edge in path)
        for edge in path:
            edge.push(amount)
        total += amount
        augmentations += 1


def make_network(random, layers, width):
    """Return a network of layers between a source (0) and a sink (the last node)."""
    size = layers * width + 2
    network = Network(size)
    sink = size - 1

    def node(layer, place):
        return 1 + layer * width + place

    for place in range(width):
        network.connect(0, node(0, place), 20 + random.below(30), random.below(5))
        network.connect(node(layers - 1, place), sink, 20 + random.below(30), random.below(5))
    for layer in range(layers - 1):
        for place in range(width):
            for _ in range(3):
                network.connect(
                    node(layer, place), node(layer + 1, random.below(width)), 1 + random.below(20), 1 + random.below(20)
                )
            if random.below(3) == 0:
                network.connect(node(layer, place), node(layer, random.below(width)), 5, 1 + random.below(4))
    for _ in range(width):
        back = 1 + random.below(layers - 1)
        network.connect(node(back, random.below(width)), node(back - 1, random.below(width)), 4, 2)
    return network, 0, sink


def study(network, source, sink, mix):
    """Apply all algorithms to a network and mix the results into the checksum."""
    distance, reached_by = dijkstra(network, source, lambda e: e.capacity > 0, lambda e: e.cost)
    other, _ = bellman_ford(network, source, lambda e: e.capacity > 0)
    if distance != other:
        raise AssertionError("Dijkstra and Bellman-Ford disagree")
    for node, value in enumerate(distance):
        path = path_to(node, reached_by)
        if value < INFINITY and sum(edge.cost for edge in path) != value:
            raise AssertionError(f"the way to {node} is not as long as it should be")
        mix(value % 10007 + len(path))

    dinic = Dinic(network, source, sink)
    greatest = dinic.run()
    network.check_flow(source, sink)
    cut = dinic.smallest_cut()
    if sum(edge.capacity for edge in cut) != greatest or network.flow_value(source) != greatest:
        raise AssertionError("greatest flow and smallest cut disagree")
    mix(greatest)
    mix(len(cut))

    network.reset()
    total, augmentations = cheapest_flow(network, source, sink)
    network.check_flow(source, sink)
    if total != greatest:
        raise AssertionError("the cheapest flow is too small")
    cost = network.flow_cost()
    mix(cost)
    return distance[sink], greatest, cost, dinic.phases, augmentations


def find_negative_cycle(random):
    """Build a ring whose costs add up to less than nothing and let it be found."""
    size = 6 + random.below(5)
    network = Network(size)
    for node in range(size):
        network.connect(node, (node + 1) % size, 1, 1 if node else -size)
    try:
        bellman_ford(network, 0, lambda edge: edge.capacity > 0)
    except NegativeCycle as error:
        return len(error.nodes), str(error)
    return 0, "none"


def main():
    networks = int(sys.argv[1]) if len(sys.argv) > 1 else 54
    random = Random(7)
    checksum = 0

    def mix(value):
        nonlocal checksum
        checksum = (checksum * 31 + value) % 1000000007

    sums = [0] * 5
    message = ""
    for number in range(networks):
        network, source, sink = make_network(random, 4 + number % 4, 6 + number % 3)
        results = study(network, source, sink, mix)
        sums = [total + result for total, result in zip(sums, results)]
        length, message = find_negative_cycle(random)
        mix(length)
    way, flow, cost, phases, augmentations = sums
    print(f"{networks} networks, checksum {checksum}")
    print(f"shortest ways {way}, greatest flows {flow} in {phases} phases")
    print(f"cost {cost} in {augmentations} augmentations, {cost / flow:.6f} for each unit")
    print(message)


if __name__ == "__main__":
    main()
