import { repr } from './format.mjs';

function makeMatrix(n, seed) {
  const factor = seed / n / n;
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => factor * (i - j) * (i + j)));
}

const transpose = (m) => m[0].map((_, j) => m.map((row) => row[j]));

function multiply(a, b) {
  const n = a.length;
  const columns = transpose(b);
  const product = [];
  for (let i = 0; i < n; i++) {
    const rowA = a[i];
    const row = [];
    for (let j = 0; j < n; j++) {
      const column = columns[j];
      let total = 0;
      for (let k = 0; k < n; k++) total += rowA[k] * column[k];
      row.push(total);
    }
    product.push(row);
  }
  return product;
}

export function main(args, print) {
  const n = args.length > 0 ? Number(args[0]) : 550;
  const c = multiply(makeMatrix(n, 1), makeMatrix(n, 2));
  let trace = 0;
  for (let i = 0; i < n; i++) trace += c[i][i];
  const middle = Math.floor(n / 2);
  print(`n = ${n}`);
  print(`middle ${repr(c[middle][middle])}`);
  print(`corner ${repr(c[0][n - 1])}`);
  print(`trace  ${repr(trace)}`);
}
