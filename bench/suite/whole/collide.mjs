// Collision detection for aircraft with a red-black tree of voxels: the twin of collide.py.
//
// Usage: node collide.mjs [frames]

const RADIUS = 5;
const VOXEL = 4 * RADIUS;
const AIRCRAFT = 40;

const RED = true;
const BLACK = false;

class TreeNode {
  constructor(key, value, color, parent, nil) {
    this.key = key;
    this.value = value;
    this.color = color;
    this.parent = parent;
    this.left = nil;
    this.right = nil;
  }
}

/** A map whose keys are kept in the order of a comparison function. */
class RedBlackTree {
  constructor(compare) {
    this.compare = compare;
    this.nil = new TreeNode(null, null, BLACK, null, null);
    this.root = this.nil;
    this.size = 0;
    this.rotations = 0;
  }

  find(key) {
    const { nil, compare } = this;
    let node = this.root;
    while (node !== nil) {
      const order = compare(key, node.key);
      if (order === 0) return node;
      node = order < 0 ? node.left : node.right;
    }
    return null;
  }

  get(key) {
    return this.find(key)?.value;
  }

  has(key) {
    return this.find(key) !== null;
  }

  /** Insert a key or replace its value; return whether the key is new. */
  put(key, value) {
    let parent = null;
    let node = this.root;
    let order = 0;
    while (node !== this.nil) {
      parent = node;
      order = this.compare(key, node.key);
      if (order === 0) {
        node.value = value;
        return false;
      }
      node = order < 0 ? node.left : node.right;
    }
    const fresh = new TreeNode(key, value, RED, parent, this.nil);
    if (parent === null) this.root = fresh;
    else if (order < 0) parent.left = fresh;
    else parent.right = fresh;
    this.size++;
    this.repairAfterPut(fresh);
    return true;
  }

  repairAfterPut(fresh) {
    let node = fresh;
    while (node.parent !== null && node.parent.color === RED) {
      let parent = node.parent;
      const grandparent = parent.parent;
      const onLeft = parent === grandparent.left;
      const uncle = onLeft ? grandparent.right : grandparent.left;
      if (uncle.color === RED) {
        parent.color = uncle.color = BLACK;
        grandparent.color = RED;
        node = grandparent;
        continue;
      }
      if (onLeft) {
        if (node === parent.right) {
          this.rotateLeft(parent);
          [node, parent] = [parent, node];
        }
        this.rotateRight(grandparent);
      } else {
        if (node === parent.left) {
          this.rotateRight(parent);
          [node, parent] = [parent, node];
        }
        this.rotateLeft(grandparent);
      }
      parent.color = BLACK;
      grandparent.color = RED;
    }
    this.root.color = BLACK;
  }

  rotateLeft(node) {
    this.rotations++;
    const child = node.right;
    node.right = child.left;
    if (child.left !== this.nil) child.left.parent = node;
    this.replace(node, child);
    child.left = node;
    node.parent = child;
  }

  rotateRight(node) {
    this.rotations++;
    const child = node.left;
    node.left = child.right;
    if (child.right !== this.nil) child.right.parent = node;
    this.replace(node, child);
    child.right = node;
    node.parent = child;
  }

  /** Hang a subtree where another was. */
  replace(node, child) {
    const parent = node.parent;
    child.parent = parent;
    if (parent === null) this.root = child;
    else if (node === parent.left) parent.left = child;
    else parent.right = child;
  }

  /** Delete a key; return whether there was one. */
  remove(key) {
    let node = this.find(key);
    if (node === null) return false;
    this.size--;
    if (node.left !== this.nil && node.right !== this.nil) {
      let heir = node.right;
      while (heir.left !== this.nil) heir = heir.left;
      node.key = heir.key;
      node.value = heir.value;
      node = heir;
    }
    const child = node.left === this.nil ? node.right : node.left;
    this.replace(node, child);
    if (node.color === BLACK) this.repairAfterRemove(child);
    this.nil.parent = null;
    return true;
  }

  /** Give the side that lost a black node one back. */
  repairAfterRemove(child) {
    let node = child;
    while (node !== this.root && node.color === BLACK) {
      const parent = node.parent;
      if (node === parent.left) {
        let sibling = parent.right;
        if (sibling.color === RED) {
          sibling.color = BLACK;
          parent.color = RED;
          this.rotateLeft(parent);
          sibling = parent.right;
        }
        if (sibling.left.color === BLACK && sibling.right.color === BLACK) {
          sibling.color = RED;
          node = parent;
          continue;
        }
        if (sibling.right.color === BLACK) {
          sibling.left.color = BLACK;
          sibling.color = RED;
          this.rotateRight(sibling);
          sibling = parent.right;
        }
        sibling.color = parent.color;
        parent.color = BLACK;
        sibling.right.color = BLACK;
        this.rotateLeft(parent);
      } else {
        let sibling = parent.left;
        if (sibling.color === RED) {
          sibling.color = BLACK;
          parent.color = RED;
          this.rotateRight(parent);
          sibling = parent.left;
        }
        if (sibling.left.color === BLACK && sibling.right.color === BLACK) {
          sibling.color = RED;
          node = parent;
          continue;
        }
        if (sibling.left.color === BLACK) {
          sibling.right.color = BLACK;
          sibling.color = RED;
          this.rotateLeft(sibling);
          sibling = parent.left;
        }
        sibling.color = parent.color;
        parent.color = BLACK;
        sibling.left.color = BLACK;
        this.rotateRight(parent);
      }
      node = this.root;
    }
    node.color = BLACK;
  }

  /** Generate keys and values in order. */
  *entries() {
    const stack = [];
    let node = this.root;
    while (stack.length > 0 || node !== this.nil) {
      while (node !== this.nil) {
        stack.push(node);
        node = node.left;
      }
      node = stack.pop();
      yield [node.key, node.value];
      node = node.right;
    }
  }

  /** Check the rules of the tree; return the number of black nodes on every way down. */
  blackHeight(node = this.root) {
    if (node === this.nil) return 1;
    const left = this.blackHeight(node.left);
    const right = this.blackHeight(node.right);
    if (left !== right) throw new Error(`unequal black heights at ${node.key}`);
    if (node.color === RED && (node.left.color === RED || node.right.color === RED)) {
      throw new Error(`red child of a red node at ${node.key}`);
    }
    return left + (node.color === RED ? 0 : 1);
  }
}

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

  dot(other) {
    return this.x * other.x + this.y * other.y + this.z * other.z;
  }
}

/** What an aircraft has done in a frame. */
class Motion {
  constructor(sign, start, end) {
    this.sign = sign;
    this.start = start;
    this.end = end;
  }

  get velocity() {
    return this.end.minus(this.start);
  }

  /** Return the time of the first contact with another motion, from 0 to 1, or null. */
  meets(other) {
    const apart = this.start.minus(other.start);
    const closing = this.velocity.minus(other.velocity);
    const a = closing.dot(closing);
    const b = 2 * apart.dot(closing);
    const c = apart.dot(apart) - 4 * RADIUS * RADIUS;
    if (c <= 0) return 0;
    if (a === 0) return null;
    const discriminant = b * b - 4 * a * c;
    if (discriminant < 0) return null;
    const time = (-b - Math.sqrt(discriminant)) / (2 * a);
    return time >= 0 && time <= 1 ? time : null;
  }

  at(time) {
    return this.start.plus(this.velocity.times(time));
  }
}

/** Flies in a circle, whose radius, speed and height depend on the number of the aircraft. */
class Aircraft {
  constructor(sign) {
    this.sign = sign;
    this.cx = 100 + 37 * (sign % 7);
    this.cy = 100 + 29 * (sign % 5);
    this.x = 30 + 5 * (sign % 11);
    this.y = 0;
    const t = 0.01 + 0.003 * (sign % 9);
    this.cosine = (1 - t * t) / (1 + t * t);
    this.sine = (sign % 2 === 1 ? 2 * t : -2 * t) / (1 + t * t);
    this.height = 20 + 10 * (sign % 4);
  }

  move() {
    const { x, y } = this;
    this.x = x * this.cosine - y * this.sine;
    this.y = x * this.sine + y * this.cosine;
  }

  position(frame) {
    let wave = (frame + 13 * this.sign) % 80;
    if (wave > 40) wave = 80 - wave;
    return new Vector(this.cx + this.x, this.cy + this.y, this.height + 0.25 * wave);
  }

  isAirborne(frame) {
    return (Math.floor(frame / 25) + this.sign) % 6 !== 0;
  }
}

/** Generate, frame after frame, the signs and positions of the aircraft in the air. */
function* simulate(count, frames) {
  const fleet = Array.from({ length: count }, (_, sign) => new Aircraft(sign));
  for (let frame = 0; frame < frames; frame++) {
    for (const aircraft of fleet) aircraft.move();
    yield fleet
      .filter((aircraft) => aircraft.isAirborne(frame))
      .map((aircraft) => [aircraft.sign, aircraft.position(frame)]);
  }
}

function compareNumbers(a, b) {
  return a - b;
}

/** Compare pairs of numbers. */
function compareVoxels(a, b) {
  if (a[0] !== b[0]) return a[0] - b[0];
  return a[1] - b[1];
}

/** Whether the way of a motion, widened by the radius, runs through a voxel (seen from above). */
function touches(motion, column, row) {
  let low = 0;
  let high = 1;
  const velocity = motion.velocity;
  for (const [start, speed, edge] of [
    [motion.start.x, velocity.x, column * VOXEL],
    [motion.start.y, velocity.y, row * VOXEL],
  ]) {
    const near = edge - RADIUS - start;
    const far = edge + VOXEL + RADIUS - start;
    if (speed === 0) {
      if (near > 0 || far < 0) return false;
      continue;
    }
    let first = near / speed;
    let second = far / speed;
    if (first > second) [first, second] = [second, first];
    low = Math.max(low, first);
    high = Math.min(high, second);
    if (low > high) return false;
  }
  return true;
}

class Detector {
  constructor() {
    this.positions = new RedBlackTree(compareNumbers);
    this.tests = 0;
    this.voxels = 0;
    this.deepest = 0;
    this.rotations = 0;
  }

  /** Turn positions into motions, and forget the aircraft that have landed. */
  motions(frame) {
    const result = [];
    const seen = new Set();
    for (const [sign, position] of frame) {
      seen.add(sign);
      const before = this.positions.get(sign) ?? position;
      this.positions.put(sign, position);
      result.push(new Motion(sign, before, position));
    }
    const landed = [];
    for (const [sign] of this.positions.entries()) {
      if (!seen.has(sign)) landed.push(sign);
    }
    for (const sign of landed) this.positions.remove(sign);
    return result;
  }

  /** Enter a motion into all voxels that it touches. */
  enter(motion, voxels) {
    const { start, end } = motion;
    const left = Math.floor((Math.min(start.x, end.x) - RADIUS) / VOXEL);
    const right = Math.floor((Math.max(start.x, end.x) + RADIUS) / VOXEL);
    const bottom = Math.floor((Math.min(start.y, end.y) - RADIUS) / VOXEL);
    const top = Math.floor((Math.max(start.y, end.y) + RADIUS) / VOXEL);
    for (let column = left; column <= right; column++) {
      for (let row = bottom; row <= top; row++) {
        if (!touches(motion, column, row)) continue;
        const key = [column, row];
        const entry = voxels.get(key);
        if (entry === undefined) voxels.put(key, [motion]);
        else entry.push(motion);
      }
    }
  }

  /** Return the collisions of a frame as arrays of two signs and the place. */
  detect(frame) {
    const voxels = new RedBlackTree(compareVoxels);
    for (const motion of this.motions(frame)) this.enter(motion, voxels);
    const found = new Map();
    for (const [, together] of voxels.entries()) {
      for (const [k, one] of together.entries()) {
        for (const other of together.slice(k + 1)) {
          const pair = one.sign * 1000 + other.sign;
          if (found.has(pair)) continue;
          this.tests++;
          const time = one.meets(other);
          if (time !== null) found.set(pair, [one.sign, other.sign, one.at(time)]);
        }
      }
    }
    this.voxels += voxels.size;
    this.rotations += voxels.rotations;
    this.deepest = Math.max(this.deepest, voxels.blackHeight());
    return [...found.values()];
  }
}

function main() {
  const frames = Number(process.argv[2] ?? 400);
  const detector = new Detector();
  let collisions = 0;
  let checksum = 0;
  const perAircraft = Array(AIRCRAFT).fill(0);
  let placeSum = new Vector(0, 0, 0);
  for (const frame of simulate(AIRCRAFT, frames)) {
    for (const [one, other, place] of detector.detect(frame)) {
      collisions++;
      perAircraft[one]++;
      perAircraft[other]++;
      placeSum = placeSum.plus(place);
      checksum = (checksum * 31 + one * 100 + other + Math.floor(place.x * 16)) % 1000000007;
    }
  }
  console.log(`${frames} frames, ${collisions} collisions in ${detector.tests} tests, checksum ${checksum}`);
  console.log(`${detector.voxels} voxels, black height ${detector.deepest}, ${detector.rotations} rotations`);
  const mean = placeSum.times(1 / Math.max(collisions, 1));
  console.log(`mean place ${mean.x.toFixed(6)} ${mean.y.toFixed(6)} ${mean.z.toFixed(6)}`);
  console.log(`per aircraft ${perAircraft.join(' ')}`);
  const { rotations, size } = detector.positions;
  console.log(`${rotations} rotations for positions, ${size} in the air at the end`);
}

main();
