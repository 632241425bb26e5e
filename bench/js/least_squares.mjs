import { scientific } from './format.mjs';
import { Mersenne } from './mersenne.mjs';

const NUMBER = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i;

function readColumns(text, xName, yName) {
  const [heading, ...lines] = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const names = heading.trim().split(',');
  const xIndex = names.indexOf(xName);
  const yIndex = names.indexOf(yName);
  const xs = [], ys = [];
  let skipped = 0;
  for (const line of lines) {
    const fields = line.split(',');
    const x = fields[xIndex];
    const y = fields[yIndex];
    if (x === undefined || y === undefined || !NUMBER.test(x) || !NUMBER.test(y)) {
      skipped++;
      continue;
    }
    xs.push(Number(x));
    ys.push(Number(y));
  }
  return [xs, ys, skipped];
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

function fit(xs, ys) {
  const n = xs.length;
  const meanX = sum(xs) / n;
  const meanY = sum(ys) / n;
  let sxx = 0, sxy = 0, syy = 0;
  for (let i = 0; i < n; i++) {
    const dx = xs[i] - meanX;
    const dy = ys[i] - meanY;
    sxx += dx * dx;
    sxy += dx * dy;
    syy += dy * dy;
  }
  const slope = sxy / sxx;
  return [meanY - slope * meanX, slope, sxy / Math.sqrt(sxx * syy)];
}

function residuals(xs, ys, intercept, slope) {
  let squares = 0, largest = 0;
  for (let i = 0; i < xs.length; i++) {
    const r = ys[i] - (intercept + slope * xs[i]);
    squares += r * r;
    if (Math.abs(r) > largest) largest = Math.abs(r);
  }
  return [Math.sqrt(squares / xs.length), largest];
}

function bootstrap(xs, ys, resamples) {
  const random = new Mersenne(1);
  const n = xs.length;
  const slopes = [];
  for (let r = 0; r < resamples; r++) {
    let sx = 0, sy = 0, sxx = 0, sxy = 0;
    for (let i = 0; i < n; i++) {
      const k = Math.floor(random.random() * n);
      const x = xs[k];
      const y = ys[k];
      sx += x;
      sy += y;
      sxx += x * x;
      sxy += x * y;
    }
    slopes.push((n * sxy - sx * sy) / (n * sxx - sx * sx));
  }
  const mean = sum(slopes) / resamples;
  return Math.sqrt(sum(slopes.map((slope) => (slope - mean) ** 2)) / (resamples - 1));
}

export function main(args, print, read) {
  const path = args[0] ?? 'examples/data/measurements.csv';
  const resamples = Number(args[1] ?? 25);
  const xName = args[2] ?? 'temperature_c';
  const yName = args[3] ?? 'resistance_ohm';
  let [xs, ys, skipped] = readColumns(read(path), xName, yName);

  let passes = 0, dropped = 0;
  let intercept, slope, correlation, rms, largest;
  for (;;) {
    passes++;
    [intercept, slope, correlation] = fit(xs, ys);
    [rms, largest] = residuals(xs, ys, intercept, slope);
    const keep = xs.map((x, i) => Math.abs(ys[i] - (intercept + slope * x)) <= 3 * rms);
    if (keep.every((ok) => ok) || passes === 20) break;
    dropped += keep.filter((ok) => !ok).length;
    xs = xs.filter((_, i) => keep[i]);
    ys = ys.filter((_, i) => keep[i]);
  }

  print(`rows      ${xs.length} used, ${skipped} unreadable, ${dropped} outliers in ${passes} passes`);
  print(`${yName} = ${intercept.toFixed(6)} + ${slope.toFixed(8)} * ${xName}`);
  print(`r         ${correlation.toFixed(8)}`);
  print(`rms       ${rms.toFixed(6)}`);
  print(`largest   ${largest.toFixed(6)}`);
  if (resamples > 1) {
    print(`error     ${scientific(bootstrap(xs, ys, resamples), 3)} in the slope, ${resamples} resamples`);
  }
}
