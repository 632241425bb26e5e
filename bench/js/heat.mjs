import { scientific } from './format.mjs';

function makePlate(n) {
  const plate = Array.from({ length: n }, () => new Array(n).fill(20));
  for (let j = 0; j < n; j++) {
    plate[0][j] = 100;
    plate[n - 1][j] = 0;
  }
  for (let i = Math.floor(n / 3); i < Math.floor(n / 2); i++) {
    for (let j = Math.floor(n / 3); j < Math.floor(n / 2); j++) plate[i][j] = 400;
  }
  return plate;
}

function step(old, next, alpha) {
  const n = old.length;
  let change = 0;
  for (let i = 1; i < n - 1; i++) {
    const above = old[i - 1];
    const row = old[i];
    const below = old[i + 1];
    const target = next[i];
    for (let j = 1; j < n - 1; j++) {
      const centre = row[j];
      const delta = alpha * (above[j] + below[j] + row[j - 1] + row[j + 1] - 4 * centre);
      target[j] = centre + delta;
      if (Math.abs(delta) > change) change = Math.abs(delta);
    }
  }
  return change;
}

/** Adds floats as Python's sum() does since 3.12: with Neumaier's compensation. */
function sum(values) {
  let total = 0, lost = 0;
  for (const x of values) {
    const t = total + x;
    lost += Math.abs(total) >= Math.abs(x) ? total - t + x : x - t + total;
    total = t;
  }
  return total + lost;
}

export function main(args, print) {
  const n = args.length > 0 ? Number(args[0]) : 300;
  const steps = args.length > 1 ? Number(args[1]) : 500;
  let plate = makePlate(n);
  let other = plate.map((row) => row.slice());
  let change = 0;
  for (let k = 0; k < steps; k++) {
    change = step(plate, other, 0.2);
    [plate, other] = [other, plate];
  }
  const total = sum(plate.map(sum));
  const middle = Math.floor(n / 2);
  print(`${n}x${n}, ${steps} steps`);
  print(`mean ${(total / (n * n)).toFixed(10)}`);
  print(`centre ${plate[middle][middle].toFixed(10)}`);
  print(`last change ${scientific(change, 3)}`);
  const shades = ' .:-=+*#%@';
  const down = Math.max(1, Math.floor(n / 16));
  const across = Math.max(1, Math.floor(n / 32));
  for (let i = 0; i < n; i += down) {
    let line = '';
    for (let j = 0; j < n; j += across) line += shades[Math.min(9, Math.floor(plate[i][j] / 25))];
    print(line);
  }
}
