"""A text indexer: inverted index with positions, ranking, phrases and a small language of queries.

Usage: textindex.py [shelves]

Articles are made up from a vocabulary of its own, as unevenly used as words are. They are split into
words, stop words are left out, endings stripped, and the index answers queries such as
`"two words" and (this or that*) and not other`.
"""
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from math import log

STOP_WORDS = {"the", "of", "and", "or", "not", "a", "in", "to", "is", "that", "it", "with"}
ENDINGS = ["ings", "ing", "edly", "ed", "ness", "es", "s", "ly"]
VOWELS = set("aeiou")
K1 = 1.2
B = 0.75


class QueryError(ValueError):
    pass


class Random:
    def __init__(self, seed):
        self.state = seed

    def uniform(self):
        self.state = self.state * 16807 % 2147483647
        return self.state / 2147483647

    def below(self, limit):
        return int(self.uniform() * limit)

    def pick(self, items):
        return items[self.below(len(items))]


# ------------------------------------------------------------------------------------- documents

ONSETS = ["b", "br", "c", "d", "f", "g", "gr", "h", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v"]
NUCLEI = ["a", "e", "i", "o", "u", "ea", "oo"]
CODAS = ["", "", "n", "r", "l", "t", "ck", "m"]


def make_vocabulary(random, count):
    """Return different words made of syllables, the short ones first."""
    words = set()
    result = []
    while len(result) < count:
        syllables = 1 + len(result) * 3 // count
        word = "".join(
            random.pick(ONSETS) + random.pick(NUCLEI) + random.pick(CODAS) for _ in range(syllables)
        )
        if word not in words and word not in STOP_WORDS:
            words.add(word)
            result.append(word)
    return result


class Writer:
    """Writes articles: sentences of words that belong to a few topics, with endings and stop words."""

    def __init__(self, random, vocabulary):
        self.random = random
        self.vocabulary = vocabulary
        self.stop_words = sorted(STOP_WORDS)

    def word(self, topic):
        random = self.random
        if random.below(3) == 0:
            return random.pick(self.stop_words)
        u = random.uniform()
        position = int(u * u * u * len(self.vocabulary))
        word = self.vocabulary[(position * 7 + topic) % len(self.vocabulary)]
        if random.below(4) == 0:
            word += random.pick(["s", "ed", "ing", "ly", "ness"])
        return word

    def sentence(self, topic):
        words = [self.word(topic) for _ in range(5 + self.random.below(10))]
        words[0] = words[0].capitalize()
        if len(words) > 9:
            words[5] += ","
        return " ".join(words) + self.random.pick([".", ".", "!", "?"])

    def article(self):
        topic = self.random.below(12) * 31
        return " ".join(self.sentence(topic) for _ in range(3 + self.random.below(6)))


# ----------------------------------------------------------------------------------------- words

def words_of(text):
    """Generate the words of a text in lower case."""
    start = -1
    for position, character in enumerate(text):
        if character.isalnum():
            if start < 0:
                start = position
        elif start >= 0:
            yield text[start:position].lower()
            start = -1
    if start >= 0:
        yield text[start:].lower()


def stem(word):
    """Strip an ending if what is left still looks like a word; undouble its last letter."""
    for ending in ENDINGS:
        if word.endswith(ending):
            rest = word[:-len(ending)]
            if len(rest) >= 3 and not VOWELS.isdisjoint(rest):
                if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "aeioul":
                    return rest[:-1]
                return rest
    return word


class Stemmer:
    """Remembers the stems of the words it has seen."""

    def __init__(self):
        self.known = {}
        self.lookups = 0

    def __call__(self, word):
        self.lookups += 1
        try:
            return self.known[word]
        except KeyError:
            result = self.known[word] = stem(word)
            return result


# ----------------------------------------------------------------------------------------- index

class Index:
    def __init__(self):
        self.postings = defaultdict(dict)
        self.lengths = []
        self.texts = []
        self.frequencies = Counter()
        self.stemmer = Stemmer()
        self.sorted_terms = None

    @property
    def document_count(self):
        return len(self.texts)

    @property
    def mean_length(self):
        return sum(self.lengths) / max(1, len(self.lengths))

    def add(self, text):
        """Add a document; positions count all words, also those that are left out."""
        number = len(self.texts)
        self.texts.append(text)
        length = 0
        for position, word in enumerate(words_of(text)):
            if word in STOP_WORDS:
                continue
            term = self.stemmer(word)
            self.postings[term].setdefault(number, []).append(position)
            self.frequencies[term] += 1
            length += 1
        self.lengths.append(length)
        self.sorted_terms = None

    def terms_with_prefix(self, prefix):
        if self.sorted_terms is None:
            self.sorted_terms = sorted(self.postings)
        terms = self.sorted_terms
        position = bisect_left(terms, prefix)
        while position < len(terms) and terms[position].startswith(prefix):
            yield terms[position]
            position += 1

    def documents_with(self, term):
        return set(self.postings[term]) if term in self.postings else set()

    def documents_with_phrase(self, words):
        """Return the documents where the words follow each other."""
        terms = [(offset, self.stemmer(word)) for offset, word in enumerate(words) if word not in STOP_WORDS]
        if not terms or any(term not in self.postings for _, term in terms):
            return set()
        found = set()
        first_offset, first = terms[0]
        for document, positions in self.postings[first].items():
            starts = {position - first_offset for position in positions}
            for offset, term in terms[1:]:
                others = self.postings[term].get(document)
                if others is None:
                    starts = set()
                    break
                starts &= {position - offset for position in others}
            if starts:
                found.add(document)
        return found

    def inverse_frequency(self, term):
        with_term = len(self.postings[term]) if term in self.postings else 0
        return log(1.0 + (self.document_count - with_term + 0.5) / (with_term + 0.5))

    def rank(self, terms, documents):
        """Return the documents with their scores, the best first; scores count in ten-thousandths."""
        scores = defaultdict(float)
        mean = self.mean_length
        for term in sorted(terms):
            if term not in self.postings:
                continue
            weight = self.inverse_frequency(term)
            for document, positions in self.postings[term].items():
                if document in documents:
                    count = len(positions)
                    norm = K1 * (1.0 - B + B * self.lengths[document] / mean)
                    scores[document] += weight * count * (K1 + 1.0) / (count + norm)
        rounded = [(int(score * 10000.0 + 0.5), document) for document, score in scores.items()]
        rounded.sort(key=lambda pair: (-pair[0], pair[1]))
        return rounded


# --------------------------------------------------------------------------------------- queries

class Query:
    """A parsed query: `select` finds documents, `terms` are those that count for the ranking."""

    def select(self, index):
        raise NotImplementedError

    def terms(self, index):
        return set()


class Word(Query):
    def __init__(self, word):
        self.word = word

    def select(self, index):
        return index.documents_with(index.stemmer(self.word))

    def terms(self, index):
        return {index.stemmer(self.word)}


class Prefix(Query):
    def __init__(self, prefix):
        self.prefix = prefix

    def select(self, index):
        found = set()
        for term in index.terms_with_prefix(self.prefix):
            found |= index.documents_with(term)
        return found

    def terms(self, index):
        return set(index.terms_with_prefix(self.prefix))


class Phrase(Query):
    def __init__(self, words):
        self.words = words

    def select(self, index):
        return index.documents_with_phrase(self.words)

    def terms(self, index):
        return {index.stemmer(word) for word in self.words if word not in STOP_WORDS}


class Both(Query):
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def select(self, index):
        return self.left.select(index) & self.right.select(index)

    def terms(self, index):
        return self.left.terms(index) | self.right.terms(index)


class Either(Both):
    def select(self, index):
        return self.left.select(index) | self.right.select(index)


class Without(Both):
    def select(self, index):
        return self.left.select(index) - self.right.select(index)

    def terms(self, index):
        return self.left.terms(index)


def split_query(text):
    """Generate the tokens of a query: words, parentheses, and phrases with their quote in front."""
    position = 0
    while position < len(text):
        character = text[position]
        if character in "()":
            yield character
            position += 1
        elif character == '"':
            end = text.find('"', position + 1)
            if end < 0:
                raise QueryError("phrase without an end")
            yield text[position:end]
            position = end + 1
        elif character.isspace():
            position += 1
        else:
            start = position
            while position < len(text) and not text[position].isspace() and text[position] not in '()"':
                position += 1
            yield text[start:position].lower()


class QueryParser:
    def __init__(self, text):
        self.tokens = list(split_query(text))
        self.position = 0

    def next(self):
        if self.position < len(self.tokens):
            return self.tokens[self.position]
        return None

    def accept(self, token):
        if self.next() == token:
            self.position += 1
            return True
        return False

    def parse(self):
        query = self.alternatives()
        if self.next() is not None:
            raise QueryError(f"unexpected {self.next()}")
        return query

    def alternatives(self):
        query = self.conjunction()
        while self.accept("or"):
            query = Either(query, self.conjunction())
        return query

    def conjunction(self):
        query = self.operand()
        while self.accept("and"):
            if self.accept("not"):
                query = Without(query, self.operand())
            else:
                query = Both(query, self.operand())
        return query

    def operand(self):
        token = self.next()
        if token is None:
            raise QueryError("unexpected end of the query")
        self.position += 1
        if token == "(":
            query = self.alternatives()
            if not self.accept(")"):
                raise QueryError("missing )")
            return query
        if token.startswith('"'):
            return Phrase(list(words_of(token)))
        if token in (")", "and", "or", "not"):
            raise QueryError(f"unexpected {token}")
        if token.endswith("*"):
            return Prefix(token[:-1])
        return Word(token)


class Engine:
    def __init__(self, index):
        self.index = index
        self.answered = 0
        self.failed = Counter()

    def answer(self, text, limit=5):
        """Return the number of documents that fit and the best of them with their scores."""
        try:
            query = QueryParser(text).parse()
        except QueryError as error:
            self.failed[str(error)] += 1
            return 0, []
        self.answered += 1
        documents = query.select(self.index)
        ranked = self.index.rank(query.terms(self.index), documents)
        return len(documents), ranked[:limit]


def make_query(random, index):
    """Make a query up from words of a random document."""
    words = [word for word in words_of(random.pick(index.texts)) if word not in STOP_WORDS]
    a, b, c = random.pick(words), random.pick(words), random.pick(words)
    start = random.below(len(words) - 1)
    kind = random.below(8)
    if kind == 0:
        return a
    if kind == 1:
        return f"{a} and {b}"
    if kind == 2:
        return f"{a} or {b} and not {c}"
    if kind == 3:
        return f'"{words[start]} {words[start + 1]}"'
    if kind == 4:
        return f"{a[:3]}* and ({b} or {c})"
    if kind == 5:
        return f"({a} or {b}) and not {c[:2]}*"
    if kind == 6:
        return f'"{words[start]} {words[start + 1]}" or ({a} and {b})'
    return random.pick([f"({a} or", f"{a} and and {b}", f'{a} or "{b}', f"{a})", "not"])


def fill_and_ask(writer, random, documents, queries):
    """Build an index of new articles, asking it queries as it grows; return it with hits and checksum."""
    index = Index()
    engine = Engine(index)
    checksum = hits = 0
    for number in range(documents):
        index.add(writer.article())
        if number % 25 != 24:
            continue
        for _ in range(queries):
            count, ranked = engine.answer(make_query(random, index))
            hits += count
            for score, document in ranked:
                checksum = (checksum * 31 + score * 7 + document) % 1000000007
    return engine, hits, checksum


def main():
    shelves = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    random = Random(31415)
    writer = Writer(random, make_vocabulary(random, 1200))
    failed = Counter()
    terms = postings = answered = checksum = total_hits = 0
    engine = None
    for _ in range(shelves):
        engine, hits, mixed = fill_and_ask(writer, random, 100, 15)
        terms += len(engine.index.postings)
        postings += sum(len(places) for places in engine.index.postings.values())
        answered += engine.answered
        total_hits += hits
        checksum = (checksum * 31 + mixed) % 1000000007
        failed.update(engine.failed)

    index = engine.index
    print(f"{shelves} shelves of {index.document_count} documents, {terms} terms, {postings} postings")
    stemmer = index.stemmer
    print(f"last shelf: {sum(index.lengths)} words, {stemmer.lookups} looked up, {len(stemmer.known)} known")
    print("most frequent: " + ", ".join(f"{term} {count}" for term, count in index.frequencies.most_common(6)))
    print(f"{answered} queries answered, {total_hits} hits, checksum {checksum}")
    for message, count in sorted(failed.items()):
        print(f"  {message}: {count}")
    term = index.frequencies.most_common(1)[0][0]
    count, ranked = engine.answer(f"{term} and not {term[:2]}x*")
    best = ", ".join(f"{document} {score / 10000:.4f}" for score, document in ranked)
    print(f"{term}: {count} documents, {best}")


if __name__ == "__main__":
    main()
