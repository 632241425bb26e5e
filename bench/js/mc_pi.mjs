class Generator {
  static MODULUS = 2 ** 31;

  constructor(seed) {
    this.state = seed;
  }

  random() {
    // Only the low 31 bits of the product are wanted, and those Math.imul has.
    this.state = (Math.imul(this.state, 1103515245) + 12345) & 0x7fffffff;
    return this.state / Generator.MODULUS;
  }
}

function estimatePi(samples, generator) {
  let hits = 0;
  for (let k = 0; k < samples; k++) {
    const x = generator.random();
    const y = generator.random();
    if (x * x + y * y <= 1) hits++;
  }
  return (4 * hits) / samples;
}

export function main(args, print) {
  const samples = args.length > 0 ? Number(args[0]) : 15_000_000;
  const generator = new Generator(42);
  print(`pi is about ${estimatePi(samples, generator).toFixed(6)}`);
  print(`last state ${generator.state}`);
}
