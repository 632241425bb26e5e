"""Matrices with operators: LU, QR and Cholesky decompositions, eigenvalues, and arithmetic modulo a prime.

Usage: matrices.py [rounds]

Each round makes systems of equations up, solves them in several ways and compares the answers.
Determinants are also computed modulo a prime, with a class of numbers of its own.
"""
import math
import sys


class SingularMatrix(ArithmeticError):
    pass


class NoInverse(ZeroDivisionError):
    pass


class ShapeError(ValueError):
    pass


class NotPositiveDefinite(ArithmeticError):
    def __init__(self, index):
        super().__init__(f"pivot {index} is not positive")
        self.index = index


class Random:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state * 1664525 + 1013904223) % 4294967296
        return self.state

    def below(self, limit):
        return self.next() // 65536 % limit

    def uniform(self):
        """Return a number from -1 to 1."""
        return self.next() / 2147483648.0 - 1.0


class Vector:
    def __init__(self, items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]

    def __setitem__(self, index, value):
        self.items[index] = value

    def __iter__(self):
        return iter(self.items)

    def __add__(self, other):
        return Vector(a + b for a, b in zip(self.items, other.items))

    def __sub__(self, other):
        return Vector(a - b for a, b in zip(self.items, other.items))

    def __mul__(self, factor):
        return Vector(a * factor for a in self.items)

    __rmul__ = __mul__

    def dot(self, other):
        total = 0.0
        for a, b in zip(self.items, other.items):
            total += a * b
        return total

    @property
    def norm(self):
        return math.sqrt(self.dot(self))


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]

    @classmethod
    def filled(cls, height, width, make):
        """Return a matrix whose elements are what `make` returns for row and column."""
        return cls([[make(row, column) for column in range(width)] for row in range(height)])

    @classmethod
    def identity(cls, size):
        return cls.filled(size, size, lambda row, column: 1.0 if row == column else 0.0)

    @classmethod
    def random(cls, random, height, width):
        return cls.filled(height, width, lambda row, column: random.uniform())

    @property
    def height(self):
        return len(self.rows)

    @property
    def width(self):
        return len(self.rows[0])

    @property
    def shape(self):
        return self.height, self.width

    def __getitem__(self, position):
        row, column = position
        return self.rows[row][column]

    def __setitem__(self, position, value):
        row, column = position
        self.rows[row][column] = value

    def copy(self):
        return Matrix(self.rows)

    def column(self, index):
        return Vector(row[index] for row in self.rows)

    @property
    def transposed(self):
        return Matrix(zip(*self.rows))

    def check_shape(self, other):
        if self.shape != other.shape:
            raise ShapeError(f"shapes {self.shape} and {other.shape} do not fit")

    def __add__(self, other):
        self.check_shape(other)
        return Matrix([[a + b for a, b in zip(x, y)] for x, y in zip(self.rows, other.rows)])

    def __sub__(self, other):
        self.check_shape(other)
        return Matrix([[a - b for a, b in zip(x, y)] for x, y in zip(self.rows, other.rows)])

    def __mul__(self, factor):
        return Matrix([[a * factor for a in row] for row in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, other):
        """Multiply by a matrix or a vector."""
        if isinstance(other, Vector):
            if self.width != len(other):
                raise ShapeError(f"shapes {self.shape} and ({len(other)},) do not fit")
            return Vector(Vector(row).dot(other) for row in self.rows)
        if self.width != other.height:
            raise ShapeError(f"shapes {self.shape} and {other.shape} do not fit")
        result = []
        columns = list(zip(*other.rows))
        for row in self.rows:
            line = []
            for column in columns:
                total = 0.0
                for a, b in zip(row, column):
                    total += a * b
                line.append(total)
            result.append(line)
        return Matrix(result)

    def __pow__(self, exponent):
        result = Matrix.identity(self.height)
        base = self
        while exponent > 0:
            if exponent % 2 == 1:
                result = result @ base
            base = base @ base
            exponent //= 2
        return result

    @property
    def largest(self):
        """The largest absolute value of an element."""
        return max(abs(a) for row in self.rows for a in row)

    @property
    def trace(self):
        total = 0.0
        for k in range(self.height):
            total += self[k, k]
        return total


class LU:
    """P A = L U with pivoting; L and U share one matrix."""

    def __init__(self, matrix):
        self.matrix = matrix.copy()
        self.order = list(range(matrix.height))
        self.sign = 1.0
        self.decompose()

    def decompose(self):
        rows = self.matrix.rows
        size = len(rows)
        for k in range(size):
            pivot = max(range(k, size), key=lambda row: abs(rows[row][k]))
            if abs(rows[pivot][k]) < 1e-12:
                raise SingularMatrix(f"column {k} has no pivot")
            if pivot != k:
                rows[k], rows[pivot] = rows[pivot], rows[k]
                self.order[k], self.order[pivot] = self.order[pivot], self.order[k]
                self.sign = -self.sign
            top = rows[k]
            for row in rows[k + 1:]:
                factor = row[k] / top[k]
                row[k] = factor
                for column in range(k + 1, size):
                    row[column] -= factor * top[column]

    @property
    def determinant(self):
        result = self.sign
        for k in range(self.matrix.height):
            result *= self.matrix[k, k]
        return result

    def solve(self, right):
        size = self.matrix.height
        rows = self.matrix.rows
        x = [right[row] for row in self.order]
        for i in range(size):
            for k in range(i):
                x[i] -= rows[i][k] * x[k]
        for i in reversed(range(size)):
            for k in range(i + 1, size):
                x[i] -= rows[i][k] * x[k]
            x[i] /= rows[i][i]
        return Vector(x)

    def inverse(self):
        size = self.matrix.height
        columns = []
        for k in range(size):
            unit = Vector(1.0 if i == k else 0.0 for i in range(size))
            columns.append(self.solve(unit).items)
        return Matrix(columns).transposed


class QR:
    """A = Q R by reflections; for systems with more equations than unknowns as well."""

    def __init__(self, matrix):
        self.r = matrix.copy()
        self.reflections = []
        for k in range(matrix.width):
            self.reflect(k)

    def reflect(self, k):
        """Make the column below the diagonal zero."""
        rows = self.r.rows
        v = [rows[i][k] for i in range(k, len(rows))]
        norm = Vector(v).norm
        if norm < 1e-12:
            raise SingularMatrix(f"column {k} depends on those before")
        v[0] += norm if v[0] >= 0.0 else -norm
        vector = Vector(v)
        vector = vector * (1.0 / vector.norm)
        self.reflections.append(vector)
        for column in range(k, self.r.width):
            projection = 0.0
            for offset, a in enumerate(vector):
                projection += a * rows[k + offset][column]
            for offset, a in enumerate(vector):
                rows[k + offset][column] -= 2.0 * a * projection

    def solve(self, right):
        """Return the solution that makes the sum of squared errors smallest."""
        y = list(right)
        for k, vector in enumerate(self.reflections):
            projection = 0.0
            for offset, a in enumerate(vector):
                projection += a * y[k + offset]
            for offset, a in enumerate(vector):
                y[k + offset] -= 2.0 * a * projection
        width = self.r.width
        x = Vector(y[:width])
        for i in range(width - 1, -1, -1):
            for k in range(i + 1, width):
                x[i] -= self.r[i, k] * x[k]
            x[i] /= self.r[i, i]
        return x


def cholesky(matrix):
    """Return L with L L' = A for a symmetric positive definite matrix."""
    size = matrix.height
    result = Matrix.filled(size, size, lambda row, column: 0.0)
    for i in range(size):
        for k in range(i + 1):
            total = matrix[i, k]
            for m in range(k):
                total -= result[i, m] * result[k, m]
            if i == k:
                if total <= 0.0:
                    raise NotPositiveDefinite(i)
                result[i, i] = math.sqrt(total)
            else:
                result[i, k] = total / result[k, k]
    return result


def eigenvalues(matrix, sweeps=30):
    """Return the eigenvalues of a symmetric matrix, the smallest first, by rotations (Jacobi)."""
    a = matrix.copy()
    size = a.height
    for _ in range(sweeps):
        off = 0.0
        for p in range(size):
            for q in range(p + 1, size):
                off += a[p, q] * a[p, q]
        if off < 1e-20:
            break
        for p in range(size):
            for q in range(p + 1, size):
                rotate(a, p, q)
    return sorted(a[k, k] for k in range(size))


def rotate(a, p, q):
    """Make one pair of elements off the diagonal zero."""
    if abs(a[p, q]) < 1e-15:
        return
    theta = (a[q, q] - a[p, p]) / (2.0 * a[p, q])
    t = (1.0 if theta >= 0.0 else -1.0) / (abs(theta) + math.sqrt(theta * theta + 1.0))
    cosine = 1.0 / math.sqrt(t * t + 1.0)
    sine = t * cosine
    for k in range(a.height):
        x, y = a[k, p], a[k, q]
        a[k, p], a[k, q] = cosine * x - sine * y, sine * x + cosine * y
    for k in range(a.height):
        x, y = a[p, k], a[q, k]
        a[p, k], a[q, k] = cosine * x - sine * y, sine * x + cosine * y


class Residue:
    """A number modulo a prime."""

    PRIME = 30011

    def __init__(self, value):
        self.value = value % self.PRIME

    def __repr__(self):
        return f"{self.value} mod {self.PRIME}"

    def __eq__(self, other):
        return self.value == other.value

    def __bool__(self):
        return self.value != 0

    def __add__(self, other):
        return Residue(self.value + other.value)

    def __sub__(self, other):
        return Residue(self.value - other.value)

    def __mul__(self, other):
        return Residue(self.value * other.value)

    def __neg__(self):
        return Residue(-self.value)

    def inverse(self):
        """Return the reciprocal, by Euclid's algorithm."""
        if self.value == 0:
            raise NoInverse("no inverse of zero")
        a, b = self.value, self.PRIME
        x, y = 1, 0
        while b:
            quotient = a // b
            a, b = b, a - quotient * b
            x, y = y, x - quotient * y
        return Residue(x)

    def __truediv__(self, other):
        return self * other.inverse()


def residue_determinant(rows):
    """Return the determinant of a matrix of residues."""
    rows = [row[:] for row in rows]
    result = Residue(1)
    for k in range(len(rows)):
        pivot = next((i for i in range(k, len(rows)) if rows[i][k]), None)
        if pivot is None:
            return Residue(0)
        if pivot != k:
            rows[k], rows[pivot] = rows[pivot], rows[k]
            result = -result
        result = result * rows[k][k]
        for i in range(k + 1, len(rows)):
            factor = rows[i][k] / rows[k][k]
            if factor:
                rows[i] = [a - factor * b for a, b in zip(rows[i], rows[k])]
    return result


class Tally:
    def __init__(self):
        self.checksum = 0
        self.errors = {}
        self.worst = 0.0

    def mix(self, value):
        """Mix a number in, to six digits."""
        self.checksum = (self.checksum * 31 + math.floor(value * 1e6 + 0.5)) % 1000000007

    def close(self, value, limit=1e-6):
        if not value < limit:
            raise AssertionError(f"off by {value}")
        self.worst = max(self.worst, value)

    def complain(self, error):
        name = type(error).__name__
        self.errors[name] = self.errors.get(name, 0) + 1


def study_square(random, size, tally):
    a = Matrix.random(random, size, size) + Matrix.identity(size) * 3.0
    b = Vector(random.uniform() for _ in range(size))
    lu = LU(a)
    x = lu.solve(b)
    tally.close((a @ x - b).norm)
    y = QR(a).solve(b)
    tally.close((x - y).norm)
    inverse = lu.inverse()
    tally.close((a @ inverse - Matrix.identity(size)).largest)
    tally.close(abs(lu.determinant * LU(inverse).determinant - 1.0))
    for value in x:
        tally.mix(value)
    tally.mix(lu.determinant % 1000.0)


def study_symmetric(random, size, tally):
    half = Matrix.random(random, size, size)
    a = half @ half.transposed + 0.5 * Matrix.identity(size)
    lower = cholesky(a)
    tally.close((lower @ lower.transposed - a).largest)
    values = eigenvalues(a)
    total, product = 0.0, 1.0
    for value in values:
        total += value
        product *= value
        tally.mix(value)
    tally.close(abs(total - a.trace))
    tally.close(abs(product / LU(a).determinant - 1.0))
    try:
        cholesky(a - (values[0] + 0.1) * Matrix.identity(size))
    except NotPositiveDefinite as error:
        tally.complain(error)
        tally.mix(error.index)


def study_least_squares(random, tally):
    """Fit a cubic to points that lie near one; the normal equations must give the same."""
    xs = [k / 10.0 - 1.0 for k in range(21)]
    ys = Vector(2.0 - x + 0.5 * x * x * x + 0.05 * random.uniform() for x in xs)
    a = Matrix([[1.0, x, x * x, x * x * x] for x in xs])
    fitted = QR(a).solve(ys)
    normal = LU(a.transposed @ a).solve(a.transposed @ ys)
    tally.close((fitted - normal).norm)
    tally.mix((a @ fitted - ys).norm)
    power = (Matrix([[0.6, 0.3], [0.4, 0.7]]) ** (5 + random.below(10)))[0, 0]
    tally.mix(power)


def study_residues(random, size, tally):
    rows = [[Residue(random.below(30000)) for _ in range(size)] for _ in range(size)]
    determinant = residue_determinant(rows)
    swapped = [rows[1], rows[0]] + rows[2:]
    if residue_determinant(swapped) != -determinant:
        raise AssertionError("swapping rows should change the sign")
    rows[0] = [a + b for a, b in zip(rows[1], rows[2])]
    tally.mix(determinant.value)
    tally.mix(residue_determinant(rows).value)


def provoke(tally):
    """Do what cannot be done."""
    flat = Matrix([[1.0, 2.0], [2.0, 4.0]])
    attempts = (
        lambda: LU(flat), lambda: QR(flat @ flat), lambda: flat @ Vector([1.0]),
        lambda: flat + Matrix.identity(3), lambda: Residue(5) / Residue(0),
    )
    for attempt in attempts:
        try:
            attempt()
        except (ArithmeticError, ValueError) as error:
            tally.complain(error)


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    random = Random(161803)
    tally = Tally()
    for number in range(rounds):
        size = 5 + number % 6
        study_square(random, size, tally)
        study_symmetric(random, size, tally)
        study_least_squares(random, tally)
        study_residues(random, size, tally)
        provoke(tally)
    print(f"{rounds} rounds, checksum {tally.checksum}, {'accurate' if tally.worst < 1e-7 else 'inaccurate'}")
    for name, count in sorted(tally.errors.items()):
        print(f"{name}: {count}")
    hilbert = Matrix.filled(5, 5, lambda row, column: 1.0 / (row + column + 1))
    print("eigenvalues " + " ".join(f"{value:.6f}" for value in eigenvalues(hilbert)))
    print(f"determinant {LU(hilbert).determinant * 1e12:.6f}e-12, inverse up to {LU(hilbert).inverse().largest:.3f}")
    print(f"1/7 is {Residue(1) / Residue(7)}")


if __name__ == "__main__":
    main()
