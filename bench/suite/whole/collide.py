"""Collision detection for aircraft: motions are hashed to voxels that a red-black tree keeps in order.

Usage: collide.py [frames]

In every frame each aircraft has moved along a straight segment. The segments are entered into the
voxels they touch; aircraft that share a voxel are tested exactly: do two points that move evenly come
closer than the safety distance at any time of the frame?
"""
import sys
from dataclasses import dataclass
from math import floor, sqrt

RADIUS = 5.0
VOXEL = 4 * RADIUS
AIRCRAFT = 40

RED = True
BLACK = False


class TreeNode:
    def __init__(self, key, value, color, parent, nil):
        self.key = key
        self.value = value
        self.color = color
        self.parent = parent
        self.left = nil
        self.right = nil


class RedBlackTree:
    """A map whose keys are kept in the order of a comparison function."""

    def __init__(self, compare):
        self.compare = compare
        self.nil = TreeNode(None, None, BLACK, None, None)
        self.root = self.nil
        self.size = 0
        self.rotations = 0

    def __len__(self):
        return self.size

    def find(self, key):
        node = self.root
        nil = self.nil
        compare = self.compare
        while node is not nil:
            order = compare(key, node.key)
            if order == 0:
                return node
            node = node.left if order < 0 else node.right
        return None

    def get(self, key, default=None):
        node = self.find(key)
        return default if node is None else node.value

    def __contains__(self, key):
        return self.find(key) is not None

    def put(self, key, value):
        """Insert a key or replace its value; return whether the key is new."""
        parent = None
        node = self.root
        order = 0
        while node is not self.nil:
            parent = node
            order = self.compare(key, node.key)
            if order == 0:
                node.value = value
                return False
            node = node.left if order < 0 else node.right
        fresh = TreeNode(key, value, RED, parent, self.nil)
        if parent is None:
            self.root = fresh
        elif order < 0:
            parent.left = fresh
        else:
            parent.right = fresh
        self.size += 1
        self.repair_after_put(fresh)
        return True

    def repair_after_put(self, node):
        while node.parent is not None and node.parent.color is RED:
            parent = node.parent
            grandparent = parent.parent
            on_left = parent is grandparent.left
            uncle = grandparent.right if on_left else grandparent.left
            if uncle.color is RED:
                parent.color = uncle.color = BLACK
                grandparent.color = RED
                node = grandparent
                continue
            if on_left:
                if node is parent.right:
                    self.rotate_left(parent)
                    node, parent = parent, node
                self.rotate_right(grandparent)
            else:
                if node is parent.left:
                    self.rotate_right(parent)
                    node, parent = parent, node
                self.rotate_left(grandparent)
            parent.color = BLACK
            grandparent.color = RED
        self.root.color = BLACK

    def rotate_left(self, node):
        self.rotations += 1
        child = node.right
        node.right = child.left
        if child.left is not self.nil:
            child.left.parent = node
        self.replace(node, child)
        child.left = node
        node.parent = child

    def rotate_right(self, node):
        self.rotations += 1
        child = node.left
        node.left = child.right
        if child.right is not self.nil:
            child.right.parent = node
        self.replace(node, child)
        child.right = node
        node.parent = child

    def replace(self, node, child):
        """Hang a subtree where another was."""
        parent = node.parent
        child.parent = parent
        if parent is None:
            self.root = child
        elif node is parent.left:
            parent.left = child
        else:
            parent.right = child

    def remove(self, key):
        """Delete a key; return whether there was one."""
        node = self.find(key)
        if node is None:
            return False
        self.size -= 1
        if node.left is not self.nil and node.right is not self.nil:
            heir = node.right
            while heir.left is not self.nil:
                heir = heir.left
            node.key, node.value = heir.key, heir.value
            node = heir
        child = node.right if node.left is self.nil else node.left
        self.replace(node, child)
        if node.color is BLACK:
            self.repair_after_remove(child)
        self.nil.parent = None
        return True

    def repair_after_remove(self, node):
        """Give the side that lost a black node one back."""
        while node is not self.root and node.color is BLACK:
            parent = node.parent
            if node is parent.left:
                sibling = parent.right
                if sibling.color is RED:
                    sibling.color, parent.color = BLACK, RED
                    self.rotate_left(parent)
                    sibling = parent.right
                if sibling.left.color is BLACK and sibling.right.color is BLACK:
                    sibling.color = RED
                    node = parent
                    continue
                if sibling.right.color is BLACK:
                    sibling.left.color, sibling.color = BLACK, RED
                    self.rotate_right(sibling)
                    sibling = parent.right
                sibling.color, parent.color = parent.color, BLACK
                sibling.right.color = BLACK
                self.rotate_left(parent)
            else:
                sibling = parent.left
                if sibling.color is RED:
                    sibling.color, parent.color = BLACK, RED
                    self.rotate_right(parent)
                    sibling = parent.left
                if sibling.left.color is BLACK and sibling.right.color is BLACK:
                    sibling.color = RED
                    node = parent
                    continue
                if sibling.left.color is BLACK:
                    sibling.right.color, sibling.color = BLACK, RED
                    self.rotate_left(sibling)
                    sibling = parent.left
                sibling.color, parent.color = parent.color, BLACK
                sibling.left.color = BLACK
                self.rotate_right(parent)
            node = self.root
        node.color = BLACK

    def items(self):
        """Generate keys and values in order."""
        stack = []
        node = self.root
        while stack or node is not self.nil:
            while node is not self.nil:
                stack.append(node)
                node = node.left
            node = stack.pop()
            yield node.key, node.value
            node = node.right

    def black_height(self, node=None):
        """Check the rules of the tree; return the number of black nodes on every way down."""
        if node is None:
            node = self.root
        if node is self.nil:
            return 1
        left, right = self.black_height(node.left), self.black_height(node.right)
        if left != right:
            raise AssertionError(f"unequal black heights at {node.key}")
        if node.color is RED and (node.left.color is RED or node.right.color is RED):
            raise AssertionError(f"red child of a red node at {node.key}")
        return left + (0 if node.color is RED else 1)


@dataclass
class Vector:
    x: float
    y: float
    z: float

    def plus(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def minus(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def times(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z


@dataclass
class Motion:
    """What an aircraft has done in a frame."""

    sign: int
    start: Vector
    end: Vector

    @property
    def velocity(self):
        return self.end.minus(self.start)

    def meets(self, other):
        """Return the time of the first contact with another motion, from 0 to 1, or None."""
        apart = self.start.minus(other.start)
        closing = self.velocity.minus(other.velocity)
        a = closing.dot(closing)
        b = 2.0 * apart.dot(closing)
        c = apart.dot(apart) - 4.0 * RADIUS * RADIUS
        if c <= 0.0:
            return 0.0
        if a == 0.0:
            return None
        discriminant = b * b - 4.0 * a * c
        if discriminant < 0.0:
            return None
        time = (-b - sqrt(discriminant)) / (2.0 * a)
        return time if 0.0 <= time <= 1.0 else None

    def at(self, time):
        return self.start.plus(self.velocity.times(time))


class Aircraft:
    """Flies in a circle, whose radius, speed and height depend on the number of the aircraft."""

    def __init__(self, sign):
        self.sign = sign
        self.cx = 100.0 + 37.0 * (sign % 7)
        self.cy = 100.0 + 29.0 * (sign % 5)
        self.x = 30.0 + 5.0 * (sign % 11)
        self.y = 0.0
        t = 0.01 + 0.003 * (sign % 9)
        self.cosine = (1.0 - t * t) / (1.0 + t * t)
        self.sine = (2.0 * t if sign % 2 else -2.0 * t) / (1.0 + t * t)
        self.height = 20.0 + 10.0 * (sign % 4)

    def move(self):
        x, y = self.x, self.y
        self.x = x * self.cosine - y * self.sine
        self.y = x * self.sine + y * self.cosine

    def position(self, frame):
        wave = (frame + 13 * self.sign) % 80
        if wave > 40:
            wave = 80 - wave
        return Vector(self.cx + self.x, self.cy + self.y, self.height + 0.25 * wave)

    def is_airborne(self, frame):
        return (frame // 25 + self.sign) % 6 != 0


def simulate(count, frames):
    """Generate, frame after frame, the signs and positions of the aircraft in the air."""
    fleet = [Aircraft(sign) for sign in range(count)]
    for frame in range(frames):
        for aircraft in fleet:
            aircraft.move()
        yield [(aircraft.sign, aircraft.position(frame)) for aircraft in fleet if aircraft.is_airborne(frame)]


def compare_numbers(a, b):
    return a - b


def compare_voxels(a, b):
    """Compare pairs of numbers."""
    if a[0] != b[0]:
        return a[0] - b[0]
    return a[1] - b[1]


def touches(motion, column, row):
    """Whether the way of a motion, widened by the radius, runs through a voxel (seen from above)."""
    low, high = 0.0, 1.0
    velocity = motion.velocity
    for start, speed, edge in (
        (motion.start.x, velocity.x, column * VOXEL),
        (motion.start.y, velocity.y, row * VOXEL),
    ):
        near, far = edge - RADIUS - start, edge + VOXEL + RADIUS - start
        if speed == 0.0:
            if near > 0.0 or far < 0.0:
                return False
            continue
        first, second = near / speed, far / speed
        if first > second:
            first, second = second, first
        low = max(low, first)
        high = min(high, second)
        if low > high:
            return False
    return True


class Detector:
    def __init__(self):
        self.positions = RedBlackTree(compare_numbers)
        self.tests = 0
        self.voxels = 0
        self.deepest = 0
        self.rotations = 0

    def motions(self, frame):
        """Turn positions into motions, and forget the aircraft that have landed."""
        result = []
        seen = set()
        for sign, position in frame:
            seen.add(sign)
            before = self.positions.get(sign, position)
            self.positions.put(sign, position)
            result.append(Motion(sign, before, position))
        landed = [sign for sign, _ in self.positions.items() if sign not in seen]
        for sign in landed:
            self.positions.remove(sign)
        return result

    def enter(self, motion, voxels):
        """Enter a motion into all voxels that it touches."""
        start, end = motion.start, motion.end
        left = floor((min(start.x, end.x) - RADIUS) / VOXEL)
        right = floor((max(start.x, end.x) + RADIUS) / VOXEL)
        bottom = floor((min(start.y, end.y) - RADIUS) / VOXEL)
        top = floor((max(start.y, end.y) + RADIUS) / VOXEL)
        for column in range(left, right + 1):
            for row in range(bottom, top + 1):
                if touches(motion, column, row):
                    key = (column, row)
                    entry = voxels.get(key)
                    if entry is None:
                        voxels.put(key, [motion])
                    else:
                        entry.append(motion)

    def detect(self, frame):
        """Return the collisions of a frame as tuples of two signs and the place."""
        voxels = RedBlackTree(compare_voxels)
        for motion in self.motions(frame):
            self.enter(motion, voxels)
        found = {}
        for _, together in voxels.items():
            for k, one in enumerate(together):
                for other in together[k + 1:]:
                    pair = one.sign * 1000 + other.sign
                    if pair in found:
                        continue
                    self.tests += 1
                    time = one.meets(other)
                    if time is not None:
                        found[pair] = (one.sign, other.sign, one.at(time))
        self.voxels += len(voxels)
        self.rotations += voxels.rotations
        self.deepest = max(self.deepest, voxels.black_height())
        return list(found.values())


def main():
    frames = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    detector = Detector()
    collisions = checksum = 0
    per_aircraft = [0] * AIRCRAFT
    place_sum = Vector(0.0, 0.0, 0.0)
    for frame in simulate(AIRCRAFT, frames):
        for one, other, place in detector.detect(frame):
            collisions += 1
            per_aircraft[one] += 1
            per_aircraft[other] += 1
            place_sum = place_sum.plus(place)
            checksum = (checksum * 31 + one * 100 + other + floor(place.x * 16)) % 1000000007
    print(f"{frames} frames, {collisions} collisions in {detector.tests} tests, checksum {checksum}")
    print(f"{detector.voxels} voxels, black height {detector.deepest}, {detector.rotations} rotations")
    mean = place_sum.times(1.0 / max(collisions, 1))
    print(f"mean place {mean.x:.6f} {mean.y:.6f} {mean.z:.6f}")
    print("per aircraft " + " ".join(str(count) for count in per_aircraft))
    print(f"{detector.positions.rotations} rotations for positions, {len(detector.positions)} in the air at the end")


if __name__ == "__main__":
    main()
