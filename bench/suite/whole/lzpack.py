"""A compressor: repeats are found with hash chains, what is left is coded with canonical Huffman codes.

Usage: lzpack.py [kilobytes]

Three kinds of data are made up: text, records and noise. Each is packed in blocks, unpacked and
compared; damaged blocks have to be noticed.
"""
import sys
from heapq import heapify, heappop, heappush

WINDOW = 4096
MIN_MATCH = 3
MAX_MATCH = 130
CHAIN_LIMIT = 16
BLOCK = 2048
END = 256
FIRST_LENGTH = 257
LENGTH_SYMBOLS = FIRST_LENGTH + MAX_MATCH - MIN_MATCH + 1
MAX_CODE_LENGTH = 15


class CorruptData(Exception):
    pass


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 4096 + 150889) % 714025
        return self.state * limit // 714025


# ------------------------------------------------------------------------------------------ bits

class BitWriter:
    def __init__(self):
        self.data = bytearray()
        self.buffer = 0
        self.count = 0

    def write(self, value, bits):
        """Append the low bits of a value, the highest of them first."""
        self.buffer = (self.buffer << bits | value) & 0x3FFFFFFF
        self.count += bits
        while self.count >= 8:
            self.count -= 8
            self.data.append(self.buffer >> self.count & 0xFF)

    def finish(self):
        if self.count:
            self.write(0, 8 - self.count)
        return self.data


class BitReader:
    def __init__(self, data):
        self.data = data
        self.position = 0
        self.buffer = 0
        self.count = 0

    def bit(self):
        if self.count == 0:
            if self.position >= len(self.data):
                raise CorruptData("the data end early")
            self.buffer = self.data[self.position]
            self.position += 1
            self.count = 8
        self.count -= 1
        return self.buffer >> self.count & 1

    def read(self, bits):
        value = 0
        for _ in range(bits):
            value = value << 1 | self.bit()
        return value


# --------------------------------------------------------------------------------------- Huffman

def code_lengths(frequencies):
    """Return the lengths of the best codes for symbols that occur this often, by symbol."""
    heap = [(count, symbol, symbol) for symbol, count in frequencies.items()]
    heapify(heap)
    if len(heap) == 1:
        return {heap[0][1]: 1}
    serial = 1000
    while len(heap) > 1:
        count, _, left = heappop(heap)
        other_count, _, right = heappop(heap)
        heappush(heap, (count + other_count, serial, (left, right)))
        serial += 1
    lengths = {}

    def descend(tree, depth):
        if isinstance(tree, tuple):
            for part in tree:
                descend(part, depth + 1)
        else:
            lengths[tree] = depth

    descend(heap[0][2], 0)
    if max(lengths.values()) > MAX_CODE_LENGTH:
        return code_lengths({symbol: count // 2 + 1 for symbol, count in frequencies.items()})
    return lengths


class Codes:
    """Canonical codes: the lengths alone say which code each symbol has."""

    def __init__(self, lengths):
        self.lengths = lengths
        self.encode = {}
        self.decode = {}
        code = previous = 0
        for symbol in sorted(lengths, key=lambda symbol: (lengths[symbol], symbol)):
            length = lengths[symbol]
            code <<= length - previous
            previous = length
            self.encode[symbol] = code, length
            self.decode[length, code] = symbol
            code += 1

    @classmethod
    def for_symbols(cls, symbols):
        frequencies = {}
        for symbol in symbols:
            frequencies[symbol] = frequencies.get(symbol, 0) + 1
        return cls(code_lengths(frequencies))

    def write_lengths(self, writer, size):
        """Write the lengths of all symbols; of runs of absent ones only how long they are."""
        symbol = 0
        while symbol < size:
            length = self.lengths.get(symbol, 0)
            writer.write(length, 4)
            symbol += 1
            if length == 0:
                run = 0
                while symbol < size and run < 63 and symbol not in self.lengths:
                    run += 1
                    symbol += 1
                writer.write(run, 6)

    @classmethod
    def read_lengths(cls, reader, size):
        lengths = {}
        symbol = 0
        while symbol < size:
            length = reader.read(4)
            if length:
                lengths[symbol] = length
            else:
                symbol += reader.read(6)
            symbol += 1
        if symbol > size:
            raise CorruptData("too many code lengths")
        return cls(lengths)

    def write(self, writer, symbol):
        code, length = self.encode[symbol]
        writer.write(code, length)

    def read(self, reader):
        code = 0
        for length in range(1, MAX_CODE_LENGTH + 1):
            code = code << 1 | reader.bit()
            symbol = self.decode.get((length, code))
            if symbol is not None:
                return symbol
        raise CorruptData("unknown code")


# --------------------------------------------------------------------------------------- repeats

class Matcher:
    """Finds where the next bytes have stood before; remembers all places of each three bytes."""

    def __init__(self, data):
        self.data = data
        self.head = {}
        self.previous = [-1] * len(data)

    def hash(self, position):
        data = self.data
        return data[position] * 65536 + data[position + 1] * 256 + data[position + 2]

    def insert(self, position):
        if position + MIN_MATCH <= len(self.data):
            key = self.hash(position)
            self.previous[position] = self.head.get(key, -1)
            self.head[key] = position

    def longest(self, position):
        """Return length and distance of the longest repeat, or (0, 0)."""
        data = self.data
        if position + MIN_MATCH > len(data):
            return 0, 0
        limit = min(MAX_MATCH, len(data) - position)
        best_length, best_distance = 0, 0
        candidate = self.head.get(self.hash(position), -1)
        tries = CHAIN_LIMIT
        while candidate >= 0 and tries > 0 and position - candidate <= WINDOW:
            if best_length == 0 or data[candidate + best_length] == data[position + best_length]:
                length = MIN_MATCH
                while length < limit and data[candidate + length] == data[position + length]:
                    length += 1
                if length > best_length:
                    best_length, best_distance = length, position - candidate
                    if length == limit:
                        break
            candidate = self.previous[candidate]
            tries -= 1
        return best_length, best_distance


def tokens_of(data):
    """Generate bytes and pairs of length and distance; a repeat waits if the next one is longer."""
    matcher = Matcher(data)
    position = 0
    pending = None
    while position < len(data):
        length, distance = pending or matcher.longest(position)
        pending = None
        matcher.insert(position)
        if length >= MIN_MATCH and position + 1 < len(data):
            pending = matcher.longest(position + 1)
            if pending[0] > length:
                yield data[position]
                position += 1
                continue
        if length >= MIN_MATCH:
            yield length, distance
            for k in range(position + 1, position + length):
                matcher.insert(k)
            position += length
            pending = None
        else:
            yield data[position]
            position += 1


# ----------------------------------------------------------------------------------------- blocks

def checksum_of(data):
    low, high = 1, 0
    for byte in data:
        low = (low + byte) % 65521
        high = (high + low) % 65521
    return high * 65536 + low


def split_distance(distance):
    """Return a symbol for how many bits a distance has, these bits without the first, and their number."""
    bits = distance.bit_length() - 1
    return bits, distance - (1 << bits), bits


def pack_block(data):
    """Return a block compressed: checksum, code lengths, codes."""
    tokens = list(tokens_of(data))
    symbols = [token if isinstance(token, int) else FIRST_LENGTH + token[0] - MIN_MATCH for token in tokens]
    codes = Codes.for_symbols(symbols + [END])
    distances = [split_distance(token[1])[0] for token in tokens if not isinstance(token, int)]
    distance_codes = Codes.for_symbols(distances or [0])
    writer = BitWriter()
    checksum = checksum_of(data)
    writer.write(checksum // 65536, 16)
    writer.write(checksum % 65536, 16)
    codes.write_lengths(writer, LENGTH_SYMBOLS)
    distance_codes.write_lengths(writer, 13)
    for token, symbol in zip(tokens, symbols):
        codes.write(writer, symbol)
        if symbol > END:
            distance_symbol, extra, bits = split_distance(token[1])
            distance_codes.write(writer, distance_symbol)
            writer.write(extra, bits)
    codes.write(writer, END)
    return writer.finish()


def unpack_block(packed):
    reader = BitReader(packed)
    expected = reader.read(16) * 65536 + reader.read(16)
    codes = Codes.read_lengths(reader, LENGTH_SYMBOLS)
    distance_codes = Codes.read_lengths(reader, 13)
    output = bytearray()
    while True:
        symbol = codes.read(reader)
        if symbol < END:
            output.append(symbol)
        elif symbol == END:
            break
        else:
            bits = distance_codes.read(reader)
            distance = (1 << bits) + reader.read(bits)
            start = len(output) - distance
            if start < 0:
                raise CorruptData("distance before the beginning")
            for k in range(start, start + symbol - FIRST_LENGTH + MIN_MATCH):
                output.append(output[k])
        if len(output) > BLOCK:
            raise CorruptData("block too long")
    if checksum_of(output) != expected:
        raise CorruptData("wrong checksum")
    return output


# ------------------------------------------------------------------------------------------- data

WORDS = (
    "the quick wind over brown hills carries seeds of summer grass and slow water finds its way between "
    "stones where nobody has walked since winter came early that year"
).split()


def make_text(random, size):
    pieces = []
    length = 0
    while length < size:
        a, b = random.below(len(WORDS)), random.below(len(WORDS))
        word = WORDS[min(a, b)]
        pieces.append(word + (". " if random.below(9) == 0 else " "))
        length += len(pieces[-1])
    return bytearray("".join(pieces).encode("ascii")[:size])


def make_records(random, size):
    """Rows of a table: counters, a few names and small numbers."""
    lines = []
    length = 0
    serial = 100000
    while length < size:
        serial += 1 + random.below(3)
        name = WORDS[random.below(8)]
        lines.append(f"{serial};{name};{random.below(100)};{random.below(2)};open\n")
        length += len(lines[-1])
    return bytearray("".join(lines).encode("ascii")[:size])


def make_noise(random, size):
    return bytearray(random.below(256) if random.below(3) else 0 for _ in range(size))


MAKERS = [("text", make_text), ("records", make_records), ("noise", make_noise)]


def main():
    kilobytes = int(sys.argv[1]) if len(sys.argv) > 1 else 61
    random = Random(1977)
    plain, packed_size, blocks = {}, {}, {}
    checksum = 0
    complaints = {}
    for number in range(max(1, kilobytes * 1024 // BLOCK)):
        name, make = MAKERS[number % 3]
        data = make(random, BLOCK)
        packed = pack_block(data)
        if unpack_block(packed) != data:
            raise AssertionError(f"block {number} comes back changed")
        plain[name] = plain.get(name, 0) + len(data)
        packed_size[name] = packed_size.get(name, 0) + len(packed)
        blocks[name] = blocks.get(name, 0) + 1
        checksum = (checksum * 31 + checksum_of(packed)) % 1000000007
        if number % 4 == 0:
            bit = random.below(8)
            packed[random.below(len(packed))] ^= 1 << bit
            try:
                unpack_block(packed)
                complaint = "not noticed"
            except CorruptData as error:
                complaint = str(error)
            complaints[complaint] = complaints.get(complaint, 0) + 1
    for name in sorted(plain):
        ratio = packed_size[name] / plain[name]
        print(f"{name}: {blocks[name]} blocks, {plain[name]} bytes become {packed_size[name]}, {ratio:.6f}")
    for complaint, count in sorted(complaints.items()):
        print(f"damaged: {complaint}: {count}")
    print(f"checksum {checksum}")


if __name__ == "__main__":
    main()
