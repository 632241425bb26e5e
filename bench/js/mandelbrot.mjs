const MAX_ITERATIONS = 100;

function escapeTime(cr, ci, limit) {
  let zr = 0, zi = 0;
  for (let i = 0; i < limit; i++) {
    const zr2 = zr * zr;
    const zi2 = zi * zi;
    if (zr2 + zi2 > 4) return i;
    zi = 2 * zr * zi + ci;
    zr = zr2 - zi2 + cr;
  }
  return limit;
}

function render(size) {
  let inside = 0, checksum = 0;
  for (let y = 0; y < size; y++) {
    const ci = (2 * y) / size - 1;
    for (let x = 0; x < size; x++) {
      const cr = (2 * x) / size - 1.5;
      const count = escapeTime(cr, ci, MAX_ITERATIONS);
      if (count === MAX_ITERATIONS) inside++;
      checksum = (checksum * 31 + count) % 1000003;
    }
  }
  return [inside, checksum];
}

function picture(print, columns = 64, rows = 24) {
  const shades = ' .:-=+*#%@';
  for (let row = 0; row < rows; row++) {
    let line = '';
    for (let column = 0; column < columns; column++) {
      const cr = (3 * column) / columns - 2.2;
      const ci = (2.4 * row) / rows - 1.2;
      line += shades[Math.floor((escapeTime(cr, ci, MAX_ITERATIONS) * 9) / MAX_ITERATIONS)];
    }
    print(line.trimEnd());
  }
}

export function main(args, print) {
  const size = args.length > 0 ? Number(args[0]) : 1200;
  picture(print);
  const [inside, checksum] = render(size);
  print(`${size}x${size}: ${inside} points inside, checksum ${checksum}`);
}
