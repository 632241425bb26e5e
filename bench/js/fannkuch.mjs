function fannkuch(n) {
  const permutation = Array.from({ length: n }, (_, i) => i);
  const count = new Array(n).fill(0);
  let maxFlips = 0, checksum = 0, sign = 1, r = n;
  for (;;) {
    for (; r !== 1; r--) count[r - 1] = r;

    let first = permutation[0];
    if (first !== 0) {
      const work = permutation.slice();
      let flips = 0;
      while (first !== 0) {
        for (let low = 0, high = first; low < high; low++, high--) {
          const kept = work[low];
          work[low] = work[high];
          work[high] = kept;
        }
        flips++;
        first = work[0];
      }
      if (flips > maxFlips) maxFlips = flips;
      checksum += sign * flips;
    }

    for (;;) {
      if (r === n) return [checksum, maxFlips];
      const moved = permutation[0];
      for (let i = 0; i < r; i++) permutation[i] = permutation[i + 1];
      permutation[r] = moved;
      count[r]--;
      if (count[r] > 0) break;
      r++;
    }
    sign = -sign;
  }
}

export function main(args, print) {
  const n = args.length > 0 ? Number(args[0]) : 10;
  const [checksum, flips] = fannkuch(n);
  print(String(checksum));
  print(`Pfannkuchen(${n}) = ${flips}`);
}
