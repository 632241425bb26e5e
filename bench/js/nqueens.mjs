function solve(n, row, columns, diagonals, antidiagonals, placed, found) {
  if (row === n) {
    if (found.length === 0) found.push(placed.slice());
    return 1;
  }
  let count = 0;
  for (let column = 0; column < n; column++) {
    const down = row + column;
    const up = row - column + n;
    if (columns[column] || diagonals[down] || antidiagonals[up]) continue;
    columns[column] = diagonals[down] = antidiagonals[up] = true;
    placed.push(column);
    count += solve(n, row + 1, columns, diagonals, antidiagonals, placed, found);
    placed.pop();
    columns[column] = diagonals[down] = antidiagonals[up] = false;
  }
  return count;
}

const flags = (n) => new Array(n).fill(false);

export function main(args, print) {
  const n = args.length > 0 ? Number(args[0]) : 13;
  const found = [];
  const count = solve(n, 0, flags(n), flags(2 * n), flags(2 * n + 1), [], found);
  print(`${n} queens: ${count} solutions`);
  for (const column of found[0] ?? []) {
    print(Array.from({ length: n }, (_, c) => (c === column ? 'Q' : '.')).join(' '));
  }
}
