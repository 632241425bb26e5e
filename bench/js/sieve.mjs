function sieve(limit) {
  const isPrime = new Array(limit).fill(true);
  isPrime[0] = isPrime[1] = false;
  for (let i = 2; i * i < limit; i++) {
    if (isPrime[i]) {
      for (let multiple = i * i; multiple < limit; multiple += i) isPrime[multiple] = false;
    }
  }
  return isPrime;
}

export function main(args, print) {
  const limit = args.length > 0 ? Number(args[0]) : 30_000_000;
  const isPrime = sieve(limit);
  let count = 0, largest = 0, gap = 0;
  for (let n = 0; n < limit; n++) {
    if (isPrime[n]) {
      count++;
      if (n - largest > gap) gap = n - largest;
      largest = n;
    }
  }
  print(`${count} primes below ${limit}`);
  print(`largest ${largest}, widest gap ${gap}`);
}
