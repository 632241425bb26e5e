// Writes examples/data/measurements.csv (and a small one for tests): the log of a platinum
// resistance thermometer.
//
// 100,000 rows, the same bytes on every run: the only source of chance is a seeded 32-bit
// generator (mulberry32, public domain, Tommy Ettinger), and every number is printed with a fixed
// count of digits. The rows look like a real logger's: a daily and a yearly swing of temperature, a
// resistance by the Callendar-Van Dusen equation of IEC 60751, noise, a few spikes, and a few lines
// where the sensor said nothing, so that a reader has something to skip and something to reject.
//
// Usage: node scripts/make-csv.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

let state = 0;

/** Returns the next number in [0, 1). */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

/** Returns a nearly normal deviate (sum of twelve uniforms), with no transcendental function. */
function normal() {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

/** Returns a smooth wave of period 1 between -1 and 1, again by arithmetic only (a parabola arc). */
function wave(phase) {
  const t = (phase - Math.floor(phase)) * 2 - 1;
  return 4 * t * (1 - Math.abs(t));
}

/** Writes a log of `rows` rows to `path` (relative to the repository). */
function write(rows, path) {
  state = 20240229;
  const start = Date.UTC(2023, 0, 1);
  const lines = ['time,station,temperature_c,humidity_pct,resistance_ohm'];
  for (let i = 0; i < rows; i++) lines.push(row(start, i * 5));
  const target = resolve(ROOT, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${lines.join('\n')}\n`);
}

/** Returns the line logged `minutes` after `start`, sometimes with a value missing. */
function row(start, minutes) {
  const day = minutes / 1440;
  const time = new Date(start + minutes * 60_000).toISOString().slice(0, 16);
  const station = `S${String(1 + Math.floor(random() * 8)).padStart(2, '0')}`;
  const celsius = 11.5 + 9 * wave(day / 365.25 - 0.28) + 4.5 * wave(day - 0.38) + 1.3 * normal();
  const humidity = Math.min(99, Math.max(12, 68 - 1.4 * (celsius - 11.5) + 6 * normal()));
  let ohm = 100 * (1 + 3.9083e-3 * celsius - 5.775e-7 * celsius * celsius) + 0.02 * normal();
  if (random() < 0.0008) ohm += 5 + 40 * random();
  const gap = random();
  if (gap < 0.0005) return `${time},${station},${celsius.toFixed(3)},${humidity.toFixed(1)},`;
  if (gap < 0.0007) return `${time},${station},ERR,,${ohm.toFixed(4)}`;
  if (gap < 0.0008) return `${time},${station}`;
  return `${time},${station},${celsius.toFixed(3)},${humidity.toFixed(1)},${ohm.toFixed(4)}`;
}

write(100_000, 'examples/data/measurements.csv');
write(2_000, 'examples/data/measurements-small.csv');
