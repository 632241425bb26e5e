# A dict or set of scalars gets a key whose class defines equality, in the middle of a loop that asks it for scalars.
hits = 0


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        global hits
        hits += 1
        return False


def lookups(n):
    table = {i: i for i in range(4)}
    seen = []
    for i in range(n):
        if i == n // 2:
            table[Key(9)] = 'key'
        table.get(9)
        9 in table
        table[3] = table[3] + 1
        seen.append(hits)
    return sum(seen), len(table), hits


print(lookups(300))  # expect: (22650, 5, 300)


def stores(n):
    tables = [{}, {Key(50): 0}]
    total = 0
    for i in range(n):
        table = tables[i * 2 // n]
        table[i % 100] = i
        total += hits + len(table)
        table.pop(i % 100, None)
        total += hits + len(table)
    return total


print(stores(300) > 0, hits > 0)  # expect: True True


def cleared(n):
    table = {Key(1): 1}
    total = 0
    for i in range(n):
        if i % 10 == 9:
            table.clear()
            table[Key(i % 3)] = i
        total += table.get(1, 0) + (1 in table) + hits
    return total - hits * n


print(cleared(300))  # expect: -31772


def sets(n):
    seen = {'a', 'b'}
    total = 0
    before = hits
    for i in range(n):
        if i == n // 3:
            seen = {1, 2, 3}
        if i == n // 2:
            seen.add(Key(5))
        total += (5 in seen) + ('five' in seen) + len(seen) + hits - before
        seen.discard(5)
        seen.add(i % 2)
        total += hits - before
    return total, len(seen)


print(sets(300))  # expect: (46496, 5)


def searched_by_key(n):
    table = {7: 'seven'}
    key = Key(7)
    total = 0
    before = hits
    for i in range(n):
        total += (key in table) + hits - before
        total += 7 in table
    return total


print(searched_by_key(300))  # expect: 45450
