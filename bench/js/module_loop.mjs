import { repr } from './format.mjs';

export function main(args, print) {
  const n = args.length > 0 ? Number(args[0]) : 12_000_000;

  let total = 0;
  for (let i = 1; i <= n; i++) total += 1 / (i * i);
  print(`pi is about ${repr((6 * total) ** 0.5)}`);

  let digits = 0;
  for (let number = 0; number < Math.floor(n / 4); number++) {
    if (number % 3 === 0 || number % 5 === 0) {
      let rest = number;
      while (rest !== 0) {
        digits += rest % 10;
        rest = Math.floor(rest / 10);
      }
    }
  }
  print(`digit sum ${digits}`);

  const counts = new Array(16).fill(0);
  for (let k = 0; k < n; k++) counts[(k * k) % 16]++;
  counts.forEach((count, residue) => {
    if (count > 0) {
      const share = ((100 * count) / n).toFixed(2).padStart(6);
      print(`${String(residue).padStart(2)} ${String(count).padStart(8)} ${share}%`);
    }
  });
}
