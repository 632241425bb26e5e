import { signed } from './format.mjs';

const SOLAR_MASS = 4 * Math.PI * Math.PI;
const DAYS_PER_YEAR = 365.24;

class Body {
  constructor(name, [x, y, z], [vx, vy, vz], mass) {
    this.name = name;
    this.x = x;
    this.y = y;
    this.z = z;
    this.vx = vx * DAYS_PER_YEAR;
    this.vy = vy * DAYS_PER_YEAR;
    this.vz = vz * DAYS_PER_YEAR;
    this.mass = mass * SOLAR_MASS;
  }

  kineticEnergy() {
    return 0.5 * this.mass * (this.vx ** 2 + this.vy ** 2 + this.vz ** 2);
  }
}

function solarSystem() {
  return [
    new Body('Sun', [0, 0, 0], [0, 0, 0], 1),
    new Body(
      'Jupiter',
      [4.84143144246472090e00, -1.16032004402742839e00, -1.03622044471123109e-01],
      [1.66007664274403694e-03, 7.69901118419740425e-03, -6.90460016972063023e-05],
      9.54791938424326609e-04,
    ),
    new Body(
      'Saturn',
      [8.34336671824457987e00, 4.12479856412430479e00, -4.03523417114321381e-01],
      [-2.76742510726411899e-03, 4.99852801234917238e-03, 2.30417297573763929e-05],
      2.85885980666130812e-04,
    ),
    new Body(
      'Uranus',
      [1.28943695621391310e01, -1.51111514016986312e01, -2.23307578892655734e-01],
      [2.96460137564761618e-03, 2.37847173959480950e-03, -2.96589568540237556e-05],
      4.36624404335156298e-05,
    ),
    new Body(
      'Neptune',
      [1.53796971148509165e01, -2.59193146099879641e01, 1.79258772950371181e-01],
      [2.68067772490389322e-03, 1.62824170038242295e-03, -9.51592254519715870e-05],
      5.15138902046611451e-05,
    ),
  ];
}

function offsetMomentum(bodies) {
  let px = 0, py = 0, pz = 0;
  for (const body of bodies) {
    px += body.vx * body.mass;
    py += body.vy * body.mass;
    pz += body.vz * body.mass;
  }
  const sun = bodies[0];
  sun.vx = -px / SOLAR_MASS;
  sun.vy = -py / SOLAR_MASS;
  sun.vz = -pz / SOLAR_MASS;
}

function energy(bodies) {
  let total = 0;
  for (let i = 0; i < bodies.length; i++) {
    const a = bodies[i];
    total += a.kineticEnergy();
    for (const b of bodies.slice(i + 1)) {
      const dx = a.x - b.x;
      const dy = a.y - b.y;
      const dz = a.z - b.z;
      total -= (a.mass * b.mass) / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return total;
}

function advance(bodies, pairs, dt) {
  for (const [a, b] of pairs) {
    const dx = a.x - b.x;
    const dy = a.y - b.y;
    const dz = a.z - b.z;
    const squared = dx * dx + dy * dy + dz * dz;
    const magnitude = dt / (squared * Math.sqrt(squared));
    const aPull = b.mass * magnitude;
    const bPull = a.mass * magnitude;
    a.vx -= dx * aPull;
    a.vy -= dy * aPull;
    a.vz -= dz * aPull;
    b.vx += dx * bPull;
    b.vy += dy * bPull;
    b.vz += dz * bPull;
  }
  for (const body of bodies) {
    body.x += dt * body.vx;
    body.y += dt * body.vy;
    body.z += dt * body.vz;
  }
}

export function main(args, print) {
  const steps = args.length > 0 ? Number(args[0]) : 1_500_000;
  const bodies = solarSystem();
  const pairs = bodies.flatMap((a, i) => bodies.slice(i + 1).map((b) => [a, b]));
  offsetMomentum(bodies);
  print(energy(bodies).toFixed(9));
  for (let k = 0; k < steps; k++) advance(bodies, pairs, 0.01);
  print(energy(bodies).toFixed(9));
  for (const { name, x, y, z } of bodies) print(`${name.padEnd(8)} ${signed(x, 12)} ${signed(y, 12)} ${signed(z, 12)}`);
}
