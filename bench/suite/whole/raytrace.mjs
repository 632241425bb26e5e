// A ray tracer with shadows, mirrors and glass: the twin of raytrace.py.
//
// Usage: node raytrace.mjs [frames]

const WIDTH = 24;
const HEIGHT = 16;
const MAX_DEPTH = 4;
const EPSILON = 1e-6;
const SHADES = ' .:-=+*#%@';

class Vector {
  constructor(x, y, z) {
    this.x = x;
    this.y = y;
    this.z = z;
  }

  plus(other) {
    return new Vector(this.x + other.x, this.y + other.y, this.z + other.z);
  }

  minus(other) {
    return new Vector(this.x - other.x, this.y - other.y, this.z - other.z);
  }

  times(factor) {
    return new Vector(this.x * factor, this.y * factor, this.z * factor);
  }

  negated() {
    return new Vector(-this.x, -this.y, -this.z);
  }

  toString() {
    return `(${this.x.toFixed(6)}, ${this.y.toFixed(6)}, ${this.z.toFixed(6)})`;
  }

  dot(other) {
    return this.x * other.x + this.y * other.y + this.z * other.z;
  }

  cross(other) {
    return new Vector(
      this.y * other.z - this.z * other.y,
      this.z * other.x - this.x * other.z,
      this.x * other.y - this.y * other.x,
    );
  }

  /** Return the product part by part, as for light on a coloured surface. */
  filtered(other) {
    return new Vector(this.x * other.x, this.y * other.y, this.z * other.z);
  }

  get length() {
    return Math.sqrt(this.x * this.x + this.y * this.y + this.z * this.z);
  }

  normalized() {
    return this.times(1 / this.length);
  }

  reflected(normal) {
    return this.minus(normal.times(2 * this.dot(normal)));
  }
}

const BLACK = new Vector(0, 0, 0);
const WHITE = new Vector(1, 1, 1);

class Ray {
  constructor(origin, direction) {
    this.origin = origin;
    this.direction = direction;
  }

  at(distance) {
    return this.origin.plus(this.direction.times(distance));
  }
}

class Material {
  constructor(color, { diffuse = 0.8, specular = 0.3, mirror = 0, glass = 0 } = {}) {
    this.color = color;
    this.diffuse = diffuse;
    this.specular = specular;
    this.mirror = mirror;
    this.glass = glass;
  }

  colorAt(_point) {
    return this.color;
  }
}

class Chequered extends Material {
  constructor(color, other, options) {
    super(color, options);
    this.other = other;
  }

  colorAt(point) {
    const even = (Math.floor(point.x) + Math.floor(point.z)) % 2 === 0;
    return even ? this.color : this.other;
  }
}

class Shape {
  constructor(material) {
    this.material = material;
  }
}

class Sphere extends Shape {
  constructor(center, radius, material) {
    super(material);
    this.center = center;
    this.radius = radius;
  }

  /** Return how far along the ray the surface is, or null. */
  distance(ray) {
    const toCenter = this.center.minus(ray.origin);
    const along = toCenter.dot(ray.direction);
    const squared = this.radius * this.radius - toCenter.dot(toCenter) + along * along;
    if (squared < 0) return null;
    const half = Math.sqrt(squared);
    if (along - half > EPSILON) return along - half;
    if (along + half > EPSILON) return along + half;
    return null;
  }

  normal(point) {
    return point.minus(this.center).times(1 / this.radius);
  }
}

class Floor extends Shape {
  constructor(height, material) {
    super(material);
    this.height = height;
  }

  distance(ray) {
    if (Math.abs(ray.direction.y) < EPSILON) return null;
    const distance = (this.height - ray.origin.y) / ray.direction.y;
    return distance > EPSILON ? distance : null;
  }

  normal(_point) {
    return new Vector(0, 1, 0);
  }
}

/** A box with sides along the axes. */
class Box extends Shape {
  constructor(low, high, material) {
    super(material);
    this.low = low;
    this.high = high;
  }

  distance(ray) {
    let nearest = -1e30;
    let farthest = 1e30;
    const { origin, direction } = ray;
    for (const [start, speed, low, high] of [
      [origin.x, direction.x, this.low.x, this.high.x],
      [origin.y, direction.y, this.low.y, this.high.y],
      [origin.z, direction.z, this.low.z, this.high.z],
    ]) {
      if (Math.abs(speed) < EPSILON) {
        if (start < low || start > high) return null;
        continue;
      }
      let enter = (low - start) / speed;
      let leave = (high - start) / speed;
      if (enter > leave) [enter, leave] = [leave, enter];
      nearest = Math.max(nearest, enter);
      farthest = Math.min(farthest, leave);
      if (nearest > farthest) return null;
    }
    if (nearest > EPSILON) return nearest;
    return farthest > EPSILON ? farthest : null;
  }

  normal(point) {
    let best = null;
    let least = 1e30;
    for (const [gap, normal] of [
      [Math.abs(point.x - this.low.x), new Vector(-1, 0, 0)],
      [Math.abs(point.x - this.high.x), new Vector(1, 0, 0)],
      [Math.abs(point.y - this.low.y), new Vector(0, -1, 0)],
      [Math.abs(point.y - this.high.y), new Vector(0, 1, 0)],
      [Math.abs(point.z - this.low.z), new Vector(0, 0, -1)],
      [Math.abs(point.z - this.high.z), new Vector(0, 0, 1)],
    ]) {
      if (gap < least) {
        best = normal;
        least = gap;
      }
    }
    return best;
  }
}

class Light {
  constructor(position, color) {
    this.position = position;
    this.color = color;
  }
}

class Camera {
  constructor(position, target, opening = 0.9) {
    this.position = position;
    this.forward = target.minus(position).normalized();
    this.right = this.forward.cross(new Vector(0, 1, 0)).normalized();
    this.up = this.right.cross(this.forward);
    this.opening = opening;
  }

  ray(column, row) {
    const x = ((2 * (column + 0.5)) / WIDTH - 1) * this.opening;
    const y = ((1 - (2 * (row + 0.5)) / HEIGHT) * this.opening * HEIGHT) / WIDTH;
    const direction = this.forward.plus(this.right.times(x)).plus(this.up.times(y));
    return new Ray(this.position, direction.normalized());
  }
}

class Scene {
  static AMBIENT = 0.12;

  constructor(shapes, lights) {
    this.shapes = shapes;
    this.lights = lights;
    this.rays = 0;
    this.shadowRays = 0;
  }

  /** Return the nearest shape and its distance. */
  hit(ray) {
    let nearest = 1e30;
    let shapeHit = null;
    for (const shape of this.shapes) {
      const distance = shape.distance(ray);
      if (distance !== null && distance < nearest) {
        nearest = distance;
        shapeHit = shape;
      }
    }
    return [shapeHit, nearest];
  }

  isShadowed(point, direction, limit) {
    this.shadowRays++;
    const ray = new Ray(point, direction);
    for (const shape of this.shapes) {
      if (shape.material.glass > 0) continue;
      const distance = shape.distance(ray);
      if (distance !== null && distance < limit) return true;
    }
    return false;
  }

  /** Return the colour that comes along a ray. */
  trace(ray, depth = 0) {
    this.rays++;
    const [shape, distance] = this.hit(ray);
    if (shape === null) return this.sky(ray.direction);
    const point = ray.at(distance);
    let normal = shape.normal(point);
    const inside = ray.direction.dot(normal) > 0;
    if (inside) normal = normal.negated();
    const { material } = shape;
    let color = this.shade(ray, point.plus(normal.times(1e-5)), normal, material);
    if (depth >= MAX_DEPTH) return color;
    if (material.mirror > 0) {
      const mirrored = new Ray(point.plus(normal.times(1e-5)), ray.direction.reflected(normal));
      color = color.times(1 - material.mirror).plus(this.trace(mirrored, depth + 1).times(material.mirror));
    }
    if (material.glass > 0) {
      const through = this.refract(ray, point, normal, inside ? 1.5 : 1 / 1.5, depth);
      color = color.times(1 - material.glass).plus(through.times(material.glass));
    }
    return color;
  }

  shade(ray, point, normal, material) {
    const surface = material.colorAt(point);
    let color = surface.times(Scene.AMBIENT);
    for (const light of this.lights) {
      const toLight = light.position.minus(point);
      const distance = toLight.length;
      const direction = toLight.times(1 / distance);
      const cosine = normal.dot(direction);
      if (cosine <= 0 || this.isShadowed(point, direction, distance)) continue;
      color = color.plus(surface.filtered(light.color).times(material.diffuse * cosine));
      let shine = ray.direction.reflected(normal).dot(direction);
      if (shine > 0 && material.specular > 0) {
        for (let k = 0; k < 4; k++) shine = shine * shine;
        color = color.plus(light.color.times(material.specular * shine));
      }
    }
    return color;
  }

  /** Follow a ray into or out of glass, split by how steeply it meets the surface. */
  refract(ray, point, normal, ratio, depth) {
    const cosine = -normal.dot(ray.direction);
    const squared = 1 - ratio * ratio * (1 - cosine * cosine);
    const reflected = new Ray(point.plus(normal.times(1e-5)), ray.direction.reflected(normal));
    if (squared < 0) return this.trace(reflected, depth + 1);
    const direction = ray.direction.times(ratio).plus(normal.times(ratio * cosine - Math.sqrt(squared)));
    const through = this.trace(new Ray(point.minus(normal.times(1e-5)), direction.normalized()), depth + 1);
    const away = 1 - cosine;
    const share = 0.04 + 0.96 * away * away * away * away * away;
    if (share < 0.06) return through;
    return through.times(1 - share).plus(this.trace(reflected, depth + 1).times(share));
  }

  sky(direction) {
    const t = 0.5 * (direction.y + 1);
    return WHITE.times(1 - t).plus(new Vector(0.3, 0.5, 0.9).times(t));
  }
}

function buildScene() {
  const red = new Material(new Vector(0.9, 0.2, 0.15), { mirror: 0.15 });
  const blue = new Material(new Vector(0.2, 0.3, 0.9), { specular: 0.6 });
  const mirror = new Material(new Vector(0.9, 0.9, 0.9), { diffuse: 0.2, mirror: 0.8 });
  const glass = new Material(new Vector(1, 1, 1), { diffuse: 0.1, specular: 0.8, glass: 0.9 });
  const wood = new Material(new Vector(0.6, 0.4, 0.2), { specular: 0 });
  const floor = new Chequered(new Vector(0.9, 0.9, 0.9), new Vector(0.1, 0.1, 0.1), { mirror: 0.1 });
  const shapes = [
    new Floor(0, floor),
    new Sphere(new Vector(0, 1, 0), 1, mirror),
    new Sphere(new Vector(2.1, 0.7, 0.6), 0.7, red),
    new Sphere(new Vector(-1.9, 0.6, 0.9), 0.6, glass),
    new Sphere(new Vector(0.8, 0.4, 2), 0.4, blue),
    new Box(new Vector(-3.2, 0, -1.6), new Vector(-2, 1.3, -0.4), wood),
  ];
  const lights = [
    new Light(new Vector(5, 7, 4), WHITE.times(0.9)),
    new Light(new Vector(-6, 4, 5), new Vector(0.4, 0.35, 0.3)),
  ];
  return new Scene(shapes, lights);
}

/** Generate cameras on a circle around the scene, without sine and cosine. */
function* cameraPath(count) {
  let x = 0;
  let z = 5.5;
  const t = 0.06;
  const cosine = (1 - t * t) / (1 + t * t);
  const sine = (2 * t) / (1 + t * t);
  for (let k = 0; k < count; k++) {
    yield new Camera(new Vector(x, 1.5 + 0.25 * (k % 7), z), new Vector(0, 0.7, 0));
    [x, z] = [x * cosine - z * sine, x * sine + z * cosine];
  }
}

function toByte(value) {
  return Math.min(255, Math.max(0, Math.trunc(value * 255)));
}

/** Generate the rows of a picture, each an array of colours. */
function* render(scene, camera) {
  for (let row = 0; row < HEIGHT; row++) {
    yield Array.from({ length: WIDTH }, (_, column) => scene.trace(camera.ray(column, row)));
  }
}

function main() {
  const frames = Number(process.argv[2] ?? 22);
  const scene = buildScene();
  let checksum = 0;
  let light = BLACK;
  let picture = [];
  for (const camera of cameraPath(frames)) {
    picture = [];
    for (const row of render(scene, camera)) {
      const line = [];
      for (const color of row) {
        light = light.plus(color);
        const red = toByte(color.x);
        const green = toByte(color.y);
        const blue = toByte(color.z);
        checksum = (checksum * 31 + red * 65536 + green * 256 + blue) % 1000000007;
        line.push(SHADES[Math.floor(((red + green + blue) * SHADES.length) / 766)]);
      }
      picture.push(line.join(''));
    }
  }
  console.log(`${frames} frames, ${scene.rays} rays, ${scene.shadowRays} to lights, checksum ${checksum}`);
  console.log(`mean light ${light.times(1 / (frames * WIDTH * HEIGHT))}`);
  for (const line of picture) console.log(`|${line}|`);
}

main();
