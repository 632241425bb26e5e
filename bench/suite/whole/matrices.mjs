// Matrices, their decompositions and eigenvalues, and arithmetic modulo a prime: the twin of matrices.py.
//
// Usage: node matrices.mjs [rounds]

class SingularMatrix extends Error {}

class NoInverse extends Error {}

class ShapeError extends Error {}

class NotPositiveDefinite extends Error {
  constructor(index) {
    super(`pivot ${index} is not positive`);
    this.index = index;
  }
}

class Random {
  constructor(seed) {
    this.state = seed;
  }

  next() {
    this.state = (this.state * 1664525 + 1013904223) % 4294967296;
    return this.state;
  }

  below(limit) {
    return Math.floor(this.next() / 65536) % limit;
  }

  /** Return a number from -1 to 1. */
  uniform() {
    return this.next() / 2147483648 - 1;
  }
}

class Vector {
  constructor(items) {
    this.items = items;
  }

  get length() {
    return this.items.length;
  }

  get(index) {
    return this.items[index];
  }

  set(index, value) {
    this.items[index] = value;
  }

  [Symbol.iterator]() {
    return this.items.values();
  }

  plus(other) {
    return new Vector(this.items.map((a, k) => a + other.items[k]));
  }

  minus(other) {
    return new Vector(this.items.map((a, k) => a - other.items[k]));
  }

  times(factor) {
    return new Vector(this.items.map((a) => a * factor));
  }

  dot(other) {
    let total = 0;
    for (let k = 0; k < this.items.length; k++) total += this.items[k] * other.items[k];
    return total;
  }

  get norm() {
    return Math.sqrt(this.dot(this));
  }
}

class Matrix {
  constructor(rows) {
    this.rows = rows.map((row) => [...row]);
  }

  /** Return a matrix whose elements are what `make` returns for row and column. */
  static filled(height, width, make) {
    return new Matrix(
      Array.from({ length: height }, (_x, row) => Array.from({ length: width }, (_y, column) => make(row, column))),
    );
  }

  static identity(size) {
    return Matrix.filled(size, size, (row, column) => (row === column ? 1 : 0));
  }

  static random(random, height, width) {
    return Matrix.filled(height, width, () => random.uniform());
  }

  get height() {
    return this.rows.length;
  }

  get width() {
    return this.rows[0].length;
  }

  get shape() {
    return [this.height, this.width];
  }

  get(row, column) {
    return this.rows[row][column];
  }

  set(row, column, value) {
    this.rows[row][column] = value;
  }

  copy() {
    return new Matrix(this.rows);
  }

  column(index) {
    return new Vector(this.rows.map((row) => row[index]));
  }

  get transposed() {
    return Matrix.filled(this.width, this.height, (row, column) => this.rows[column][row]);
  }

  checkShape(other) {
    if (this.height !== other.height || this.width !== other.width) {
      throw new ShapeError(`shapes (${this.shape}) and (${other.shape}) do not fit`);
    }
  }

  plus(other) {
    this.checkShape(other);
    return new Matrix(this.rows.map((row, i) => row.map((a, k) => a + other.rows[i][k])));
  }

  minus(other) {
    this.checkShape(other);
    return new Matrix(this.rows.map((row, i) => row.map((a, k) => a - other.rows[i][k])));
  }

  scaled(factor) {
    return new Matrix(this.rows.map((row) => row.map((a) => a * factor)));
  }

  /** Multiply by a matrix or a vector. */
  times(other) {
    if (other instanceof Vector) {
      if (this.width !== other.length) throw new ShapeError(`shapes (${this.shape}) and (${other.length}) do not fit`);
      return new Vector(this.rows.map((row) => new Vector(row).dot(other)));
    }
    if (this.width !== other.height) throw new ShapeError(`shapes (${this.shape}) and (${other.shape}) do not fit`);
    const result = [];
    const columns = other.transposed.rows;
    for (const row of this.rows) {
      const line = [];
      for (const column of columns) {
        let total = 0;
        for (let k = 0; k < row.length; k++) total += row[k] * column[k];
        line.push(total);
      }
      result.push(line);
    }
    return new Matrix(result);
  }

  power(exponent) {
    let result = Matrix.identity(this.height);
    let base = this;
    for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
      if (left % 2 === 1) result = result.times(base);
      base = base.times(base);
    }
    return result;
  }

  /** The largest absolute value of an element. */
  get largest() {
    return Math.max(...this.rows.flatMap((row) => row.map(Math.abs)));
  }

  get trace() {
    let total = 0;
    for (let k = 0; k < this.height; k++) total += this.get(k, k);
    return total;
  }
}

/** P A = L U with pivoting; L and U share one matrix. */
class LU {
  constructor(matrix) {
    this.matrix = matrix.copy();
    this.order = Array.from({ length: matrix.height }, (_, k) => k);
    this.sign = 1;
    this.decompose();
  }

  decompose() {
    const { rows } = this.matrix;
    const size = rows.length;
    for (let k = 0; k < size; k++) {
      let pivot = k;
      for (let row = k + 1; row < size; row++) {
        if (Math.abs(rows[row][k]) > Math.abs(rows[pivot][k])) pivot = row;
      }
      if (Math.abs(rows[pivot][k]) < 1e-12) throw new SingularMatrix(`column ${k} has no pivot`);
      if (pivot !== k) {
        [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
        [this.order[k], this.order[pivot]] = [this.order[pivot], this.order[k]];
        this.sign = -this.sign;
      }
      const top = rows[k];
      for (const row of rows.slice(k + 1)) {
        const factor = row[k] / top[k];
        row[k] = factor;
        for (let column = k + 1; column < size; column++) row[column] -= factor * top[column];
      }
    }
  }

  get determinant() {
    let result = this.sign;
    for (let k = 0; k < this.matrix.height; k++) result *= this.matrix.get(k, k);
    return result;
  }

  solve(right) {
    const size = this.matrix.height;
    const { rows } = this.matrix;
    const x = this.order.map((row) => right.get(row));
    for (let i = 0; i < size; i++) {
      for (let k = 0; k < i; k++) x[i] -= rows[i][k] * x[k];
    }
    for (let i = size - 1; i >= 0; i--) {
      for (let k = i + 1; k < size; k++) x[i] -= rows[i][k] * x[k];
      x[i] /= rows[i][i];
    }
    return new Vector(x);
  }

  inverse() {
    const size = this.matrix.height;
    const columns = [];
    for (let k = 0; k < size; k++) {
      const unit = new Vector(Array.from({ length: size }, (_, i) => (i === k ? 1 : 0)));
      columns.push(this.solve(unit).items);
    }
    return new Matrix(columns).transposed;
  }
}

/** A = Q R by reflections; for systems with more equations than unknowns as well. */
class QR {
  constructor(matrix) {
    this.r = matrix.copy();
    this.reflections = [];
    for (let k = 0; k < matrix.width; k++) this.reflect(k);
  }

  /** Make the column below the diagonal zero. */
  reflect(k) {
    const { rows } = this.r;
    const v = rows.slice(k).map((row) => row[k]);
    const norm = new Vector(v).norm;
    if (norm < 1e-12) throw new SingularMatrix(`column ${k} depends on those before`);
    v[0] += v[0] >= 0 ? norm : -norm;
    let vector = new Vector(v);
    vector = vector.times(1 / vector.norm);
    this.reflections.push(vector);
    for (let column = k; column < this.r.width; column++) {
      let projection = 0;
      for (const [offset, a] of vector.items.entries()) projection += a * rows[k + offset][column];
      for (const [offset, a] of vector.items.entries()) rows[k + offset][column] -= 2 * a * projection;
    }
  }

  /** Return the solution that makes the sum of squared errors smallest. */
  solve(right) {
    const y = [...right];
    for (const [k, vector] of this.reflections.entries()) {
      let projection = 0;
      for (const [offset, a] of vector.items.entries()) projection += a * y[k + offset];
      for (const [offset, a] of vector.items.entries()) y[k + offset] -= 2 * a * projection;
    }
    const { width } = this.r;
    const x = new Vector(y.slice(0, width));
    for (let i = width - 1; i >= 0; i--) {
      for (let k = i + 1; k < width; k++) x.set(i, x.get(i) - this.r.get(i, k) * x.get(k));
      x.set(i, x.get(i) / this.r.get(i, i));
    }
    return x;
  }
}

/** Return L with L L' = A for a symmetric positive definite matrix. */
function cholesky(matrix) {
  const size = matrix.height;
  const result = Matrix.filled(size, size, () => 0);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k <= i; k++) {
      let total = matrix.get(i, k);
      for (let m = 0; m < k; m++) total -= result.get(i, m) * result.get(k, m);
      if (i === k) {
        if (total <= 0) throw new NotPositiveDefinite(i);
        result.set(i, i, Math.sqrt(total));
      } else {
        result.set(i, k, total / result.get(k, k));
      }
    }
  }
  return result;
}

/** Return the eigenvalues of a symmetric matrix, the smallest first, by rotations (Jacobi). */
function eigenvalues(matrix, sweeps = 30) {
  const a = matrix.copy();
  const size = a.height;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let off = 0;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) off += a.get(p, q) * a.get(p, q);
    }
    if (off < 1e-20) break;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotate(a, p, q);
    }
  }
  return a.rows.map((row, k) => row[k]).sort((x, y) => x - y);
}

/** Make one pair of elements off the diagonal zero. */
function rotate(a, p, q) {
  if (Math.abs(a.get(p, q)) < 1e-15) return;
  const theta = (a.get(q, q) - a.get(p, p)) / (2 * a.get(p, q));
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(t * t + 1);
  const sine = t * cosine;
  for (let k = 0; k < a.height; k++) {
    const x = a.get(k, p);
    const y = a.get(k, q);
    a.set(k, p, cosine * x - sine * y);
    a.set(k, q, sine * x + cosine * y);
  }
  for (let k = 0; k < a.height; k++) {
    const x = a.get(p, k);
    const y = a.get(q, k);
    a.set(p, k, cosine * x - sine * y);
    a.set(q, k, sine * x + cosine * y);
  }
}

/** A remainder that is never negative, as Python has it. */
function modulo(a, b) {
  const rest = a % b;
  return rest < 0 ? rest + b : rest;
}

/** A number modulo a prime. */
class Residue {
  static PRIME = 30011;

  constructor(value) {
    this.value = modulo(value, Residue.PRIME);
  }

  toString() {
    return `${this.value} mod ${Residue.PRIME}`;
  }

  equals(other) {
    return this.value === other.value;
  }

  get isZero() {
    return this.value === 0;
  }

  plus(other) {
    return new Residue(this.value + other.value);
  }

  minus(other) {
    return new Residue(this.value - other.value);
  }

  times(other) {
    return new Residue(this.value * other.value);
  }

  negated() {
    return new Residue(-this.value);
  }

  /** Return the reciprocal, by Euclid's algorithm. */
  inverse() {
    if (this.value === 0) throw new NoInverse('no inverse of zero');
    let [a, b] = [this.value, Residue.PRIME];
    let [x, y] = [1, 0];
    while (b !== 0) {
      const quotient = Math.floor(a / b);
      [a, b] = [b, a - quotient * b];
      [x, y] = [y, x - quotient * y];
    }
    return new Residue(x);
  }

  dividedBy(other) {
    return this.times(other.inverse());
  }
}

/** Return the determinant of a matrix of residues. */
function residueDeterminant(matrix) {
  const rows = matrix.map((row) => [...row]);
  let result = new Residue(1);
  for (let k = 0; k < rows.length; k++) {
    const pivot = rows.findIndex((row, i) => i >= k && !row[k].isZero);
    if (pivot < 0) return new Residue(0);
    if (pivot !== k) {
      [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
      result = result.negated();
    }
    result = result.times(rows[k][k]);
    for (let i = k + 1; i < rows.length; i++) {
      const factor = rows[i][k].dividedBy(rows[k][k]);
      if (!factor.isZero) rows[i] = rows[i].map((a, column) => a.minus(factor.times(rows[k][column])));
    }
  }
  return result;
}

class Tally {
  constructor() {
    this.checksum = 0;
    this.errors = new Map();
    this.worst = 0;
  }

  /** Mix a number in, to six digits. */
  mix(value) {
    this.checksum = modulo(this.checksum * 31 + Math.floor(value * 1e6 + 0.5), 1000000007);
  }

  close(value, limit = 1e-6) {
    if (!(value < limit)) throw new Error(`off by ${value}`);
    this.worst = Math.max(this.worst, value);
  }

  complain(error) {
    const { name } = error.constructor;
    this.errors.set(name, (this.errors.get(name) ?? 0) + 1);
  }
}

function studySquare(random, size, tally) {
  const a = Matrix.random(random, size, size).plus(Matrix.identity(size).scaled(3));
  const b = new Vector(Array.from({ length: size }, () => random.uniform()));
  const lu = new LU(a);
  const x = lu.solve(b);
  tally.close(a.times(x).minus(b).norm);
  const y = new QR(a).solve(b);
  tally.close(x.minus(y).norm);
  const inverse = lu.inverse();
  tally.close(a.times(inverse).minus(Matrix.identity(size)).largest);
  tally.close(Math.abs(lu.determinant * new LU(inverse).determinant - 1));
  for (const value of x) tally.mix(value);
  tally.mix(modulo(lu.determinant, 1000));
}

function studySymmetric(random, size, tally) {
  const half = Matrix.random(random, size, size);
  const a = half.times(half.transposed).plus(Matrix.identity(size).scaled(0.5));
  const lower = cholesky(a);
  tally.close(lower.times(lower.transposed).minus(a).largest);
  const values = eigenvalues(a);
  let total = 0;
  let product = 1;
  for (const value of values) {
    total += value;
    product *= value;
    tally.mix(value);
  }
  tally.close(Math.abs(total - a.trace));
  tally.close(Math.abs(product / new LU(a).determinant - 1));
  try {
    cholesky(a.minus(Matrix.identity(size).scaled(values[0] + 0.1)));
  } catch (error) {
    if (!(error instanceof NotPositiveDefinite)) throw error;
    tally.complain(error);
    tally.mix(error.index);
  }
}

/** Fit a cubic to points that lie near one; the normal equations must give the same. */
function studyLeastSquares(random, tally) {
  const xs = Array.from({ length: 21 }, (_, k) => k / 10 - 1);
  const ys = new Vector(xs.map((x) => 2 - x + 0.5 * x * x * x + 0.05 * random.uniform()));
  const a = new Matrix(xs.map((x) => [1, x, x * x, x * x * x]));
  const fitted = new QR(a).solve(ys);
  const normal = new LU(a.transposed.times(a)).solve(a.transposed.times(ys));
  tally.close(fitted.minus(normal).norm);
  tally.mix(a.times(fitted).minus(ys).norm);
  const steps = new Matrix([[0.6, 0.3], [0.4, 0.7]]);
  tally.mix(steps.power(5 + random.below(10)).get(0, 0));
}

function studyResidues(random, size, tally) {
  const rows = Array.from({ length: size }, () =>
    Array.from({ length: size }, () => new Residue(random.below(30000))),
  );
  const determinant = residueDeterminant(rows);
  const swapped = [rows[1], rows[0], ...rows.slice(2)];
  if (!residueDeterminant(swapped).equals(determinant.negated())) {
    throw new Error('swapping rows should change the sign');
  }
  rows[0] = rows[1].map((a, k) => a.plus(rows[2][k]));
  tally.mix(determinant.value);
  tally.mix(residueDeterminant(rows).value);
}

/** Do what cannot be done. */
function provoke(tally) {
  const flat = new Matrix([[1, 2], [2, 4]]);
  const attempts = [
    () => new LU(flat), () => new QR(flat.times(flat)), () => flat.times(new Vector([1])),
    () => flat.plus(Matrix.identity(3)), () => new Residue(5).dividedBy(new Residue(0)),
  ];
  for (const attempt of attempts) {
    try {
      attempt();
    } catch (error) {
      tally.complain(error);
    }
  }
}

function main() {
  const rounds = Number(process.argv[2] ?? 100);
  const random = new Random(161803);
  const tally = new Tally();
  for (let number = 0; number < rounds; number++) {
    const size = 5 + (number % 6);
    studySquare(random, size, tally);
    studySymmetric(random, size, tally);
    studyLeastSquares(random, tally);
    studyResidues(random, size, tally);
    provoke(tally);
  }
  const verdict = tally.worst < 1e-7 ? 'accurate' : 'inaccurate';
  console.log(`${rounds} rounds, checksum ${tally.checksum}, ${verdict}`);
  for (const name of [...tally.errors.keys()].sort()) console.log(`${name}: ${tally.errors.get(name)}`);
  const hilbert = Matrix.filled(5, 5, (row, column) => 1 / (row + column + 1));
  console.log(`eigenvalues ${eigenvalues(hilbert).map((value) => value.toFixed(6)).join(' ')}`);
  const lu = new LU(hilbert);
  const determinant = (lu.determinant * 1e12).toFixed(6);
  console.log(`determinant ${determinant}e-12, inverse up to ${lu.inverse().largest.toFixed(3)}`);
  console.log(`1/7 is ${new Residue(1).dividedBy(new Residue(7))}`);
}

main();
