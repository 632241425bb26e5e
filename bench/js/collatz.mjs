function chainLength(n) {
  let length = 1;
  while (n !== 1) {
    if (n % 2 === 0) n = n / 2;
    else n = 3 * n + 1;
    length++;
  }
  return length;
}

export function main(args, print) {
  const limit = args.length > 0 ? Number(args[0]) : 800_000;
  let bestStart = 0, bestLength = 0, total = 0;
  for (let start = 1; start < limit; start++) {
    const length = chainLength(start);
    total += length;
    if (length > bestLength) {
      bestStart = start;
      bestLength = length;
    }
  }
  print(`longest chain below ${limit}: ${bestLength} steps from ${bestStart}`);
  print(`average ${(total / (limit - 1)).toFixed(4)}`);
}
