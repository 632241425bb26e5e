"""A generator of texts by Markov chains over words and over letters.

Usage: markov.py [thousands of words]

Chains of several orders learn a small story. What they write is learnt again, compared with the
original and used to guess the next word, to see how much is left of the story.
"""
import sys
from bisect import bisect_right
from itertools import islice

STORY = """
On the first morning of the long winter the old baker opened his shop before the sun was up. The street was
white and the street was quiet. He lit the oven and he set the bread on the table, and he waited for the first
of his customers to come in from the cold. The first to come was the woman from the house on the hill. She had
walked down the hill with a lantern in her hand, and the snow had covered her coat and her hat. Good morning,
said the woman. Good morning, said the baker. The bread is not ready, but the oven is warm. Sit by the oven and
wait for the bread. So the woman sat by the oven and waited, and while she waited she told the baker about the
house on the hill, and about the wind that came over the hill in the night, and about the lantern that was lit
in the window of the house when the night was long. The second to come was the boy who carried the letters. He
had walked from the river to the hill and from the hill to the street, and his hands were cold. Good morning,
said the boy. There is a letter for the house on the hill, and there is a letter for the baker. The baker took
the letter and the woman took the letter, and the boy sat by the oven and warmed his hands. When the bread was
ready the baker cut the bread, and the three of them ate the warm bread by the oven while the snow fell on the
street. What does the letter say? said the boy. The letter says that the winter will be long, said the baker.
And what does the other letter say? said the boy. The other letter says that the river will be frozen before
the morning, said the woman, and that nobody will come over the river until the snow is gone. Then the boy
looked at the door and the boy looked at the snow. I live on the other side of the river, said the boy. Then
you will live in the house on the hill until the river is free, said the woman, and you will carry the lantern
in the night. And you will eat the bread that I bake in the morning, said the baker, and you will carry the
bread to the houses of the street. So the boy stayed on this side of the river. In the morning he carried the
bread, and in the night he carried the lantern, and when the wind came over the hill the light in the window
did not go out. At the end of the long winter the river was free, and the first letter that came over the
river was a letter for the boy. Come home, said the letter. The bread on this side of the river is not so
good, but the door is open and the oven is warm.
"""


class UnknownContext(KeyError):
    pass


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 8121 + 28411) % 134456
        return self.state * limit // 134456


def split_words(text):
    """Generate words and punctuation."""
    for piece in text.split():
        word = piece.rstrip(".,?")
        yield word
        yield from piece[len(word):]


def join_words(words):
    """Return the text that words and punctuation make, with capitals where sentences begin."""
    pieces = []
    begins = True
    for word in words:
        if word in ".,?":
            pieces.append(word)
        else:
            if pieces:
                pieces.append(" ")
            pieces.append(word[0].upper() + word[1:] if begins else word)
        begins = word in ".?"
    return "".join(pieces)


class Choices:
    """What may follow, with how often it did; draws from it in proportion."""

    def __init__(self):
        self.counts = {}
        self.total = 0
        self.items = None
        self.limits = None

    def add(self, item):
        self.counts[item] = self.counts.get(item, 0) + 1
        self.total += 1
        self.items = None

    def prepare(self):
        self.items = []
        self.limits = []
        limit = 0
        for item, count in self.counts.items():
            limit += count
            self.items.append(item)
            self.limits.append(limit)

    def draw(self, random):
        if self.items is None:
            self.prepare()
        return self.items[bisect_right(self.limits, random.below(self.total))]

    @property
    def likeliest(self):
        """The item that was seen most often; among equals the first in the order of the alphabet."""
        return min(self.counts, key=lambda item: (-self.counts[item], item))


class Chain:
    """Follows contexts of a fixed length; subclasses say what the parts are and how they are joined."""

    def __init__(self, order):
        if order < 1:
            raise ValueError("the order of a chain is at least 1")
        self.order = order
        self.table = {}
        self.starts = []

    @property
    def contexts(self):
        return len(self.table)

    @property
    def branching(self):
        """The mean number of different continuations."""
        return sum(len(choices.counts) for choices in self.table.values()) / len(self.table)

    def learn(self, items):
        context = ()
        is_start = True
        for item in items:
            if len(context) == self.order:
                if context in self.table:
                    choices = self.table[context]
                else:
                    choices = self.table[context] = Choices()
                choices.add(item)
                if is_start:
                    self.starts.append(context)
                is_start = self.is_end(context[0])
                context = context[1:] + (item,)
            else:
                context += (item,)

    def continuations(self, context):
        try:
            return self.table[context]
        except KeyError:
            raise UnknownContext(context) from None

    def walk(self, random):
        """Generate items without end; where the chain has no way on, it begins anew."""
        context = random_item(self.starts, random)
        yield from context
        while True:
            try:
                item = self.continuations(context).draw(random)
            except UnknownContext:
                context = random_item(self.starts, random)
                yield from context
                continue
            yield item
            context = context[1:] + (item,)

    def score(self, items):
        """Return how many items follow as the chain would expect, and how many contexts it knows."""
        right = known = 0
        context = ()
        for item in items:
            if len(context) == self.order:
                try:
                    choices = self.continuations(context)
                    known += 1
                    if choices.likeliest == item:
                        right += 1
                except UnknownContext:
                    pass
                context = context[1:] + (item,)
            else:
                context += (item,)
        return right, known

    def is_end(self, item):
        raise NotImplementedError

    def split(self, text):
        raise NotImplementedError

    def join(self, items):
        raise NotImplementedError


class WordChain(Chain):
    def is_end(self, item):
        return item == "." or item == "?"

    def split(self, text):
        return [word if word == "I" else word.lower() for word in split_words(text)]

    def join(self, items):
        return join_words(items)


class LetterChain(Chain):
    def is_end(self, item):
        return item == "."

    def split(self, text):
        return list(" ".join(text.split()))

    def join(self, items):
        return "".join(items)


def random_item(items, random):
    return items[random.below(len(items))]


def frequencies(items):
    counts = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    return counts


def similarity(one, other):
    """Return how much two tables of frequencies overlap, from 0 to 1."""
    total, other_total = sum(one.values()), sum(other.values())
    shared = 0
    for item, count in one.items():
        if item in other:
            shared += min(count * other_total, other[item] * total)
    return shared / (total * other_total)


def pairs(items):
    """Generate each two items that follow each other."""
    previous = None
    for item in items:
        if previous is not None:
            yield previous, item
        previous = item


def checksum_of(text, start):
    result = start
    for character in text:
        result = (result * 31 + ord(character)) % 1000000007
    return result


class Report:
    """What came of one chain."""

    def __init__(self, name, chain):
        self.name = name
        self.chain = chain
        self.items = 0
        self.checksum = 0
        self.right = self.known = 0
        self.overlap = self.pair_overlap = 0.0
        self.rounds = 0
        self.sample = ""

    def lines(self):
        chain = self.chain
        yield f"{self.name}: {chain.contexts} contexts, branching {chain.branching:.6f}, {len(chain.starts)} starts"
        overlap, pair_overlap = self.overlap / self.rounds, self.pair_overlap / self.rounds
        yield f"  {self.items} items, overlap {overlap:.6f}, of pairs {pair_overlap:.6f}, checksum {self.checksum}"
        yield f"  guessed {self.right} of {self.known}"
        yield f"  {self.sample}"


def study(report, text, count, random, rounds):
    """Let a chain write texts and compare them with the story."""
    chain = report.chain
    original = chain.split(text)
    chain.learn(original)
    expected = frequencies(original)
    expected_pairs = frequencies(pairs(original))
    for _ in range(rounds):
        items = list(islice(chain.walk(random), count))
        written = chain.join(items)
        again = type(chain)(chain.order)
        again.learn(chain.split(written))
        right, known = again.score(original)
        report.right += right
        report.known += known
        report.items += len(items)
        report.overlap += similarity(expected, frequencies(items))
        report.pair_overlap += similarity(expected_pairs, frequencies(pairs(items)))
        report.checksum = checksum_of(written, report.checksum)
        report.sample = written[:90]
        report.rounds += 1


def main():
    thousands = int(sys.argv[1]) if len(sys.argv) > 1 else 65
    random = Random(4321)
    reports = [
        Report("words, order 1", WordChain(1)),
        Report("words, order 2", WordChain(2)),
        Report("words, order 3", WordChain(3)),
        Report("letters, order 3", LetterChain(3)),
        Report("letters, order 5", LetterChain(5)),
    ]
    for report in reports:
        study(report, STORY, 1000, random, max(1, thousands // len(reports)))
        for line in report.lines():
            print(line)
    try:
        reports[1].chain.continuations(("old", "river"))
    except UnknownContext as error:
        print(f"unknown: {' '.join(error.args[0])}")


if __name__ == "__main__":
    main()
