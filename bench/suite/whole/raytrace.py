"""A ray tracer: spheres, a box and a chequered floor, with shadows, mirrors and glass.

Usage: raytrace.py [frames]

The camera goes around the scene; every frame is a small picture, of which a checksum is kept. The
last frame is also printed in characters.
"""
import math
import sys

WIDTH = 24
HEIGHT = 16
MAX_DEPTH = 4
EPSILON = 1e-6
SHADES = " .:-=+*#%@"


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    __rmul__ = __mul__

    def __neg__(self):
        return Vector(-self.x, -self.y, -self.z)

    def __repr__(self):
        return f"({self.x:.6f}, {self.y:.6f}, {self.z:.6f})"

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def cross(self, other):
        return Vector(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )

    def filtered(self, other):
        """Return the product part by part, as for light on a coloured surface."""
        return Vector(self.x * other.x, self.y * other.y, self.z * other.z)

    @property
    def length(self):
        return math.sqrt(self.x * self.x + self.y * self.y + self.z * self.z)

    def normalized(self):
        return self * (1.0 / self.length)

    def reflected(self, normal):
        return self - normal * (2.0 * self.dot(normal))


BLACK = Vector(0.0, 0.0, 0.0)
WHITE = Vector(1.0, 1.0, 1.0)


class Ray:
    __slots__ = ("origin", "direction")

    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction

    def at(self, distance):
        return self.origin + self.direction * distance


class Material:
    def __init__(self, color, diffuse=0.8, specular=0.3, mirror=0.0, glass=0.0):
        self.color = color
        self.diffuse = diffuse
        self.specular = specular
        self.mirror = mirror
        self.glass = glass

    def color_at(self, point):
        return self.color


class Chequered(Material):
    def __init__(self, color, other, **options):
        super().__init__(color, **options)
        self.other = other

    def color_at(self, point):
        even = (math.floor(point.x) + math.floor(point.z)) % 2 == 0
        return self.color if even else self.other


class Shape:
    def __init__(self, material):
        self.material = material

    def distance(self, ray):
        """Return how far along the ray the surface is, or None."""
        raise NotImplementedError

    def normal(self, point):
        raise NotImplementedError


class Sphere(Shape):
    def __init__(self, center, radius, material):
        super().__init__(material)
        self.center = center
        self.radius = radius

    def distance(self, ray):
        to_center = self.center - ray.origin
        along = to_center.dot(ray.direction)
        squared = self.radius * self.radius - to_center.dot(to_center) + along * along
        if squared < 0.0:
            return None
        half = math.sqrt(squared)
        if along - half > EPSILON:
            return along - half
        if along + half > EPSILON:
            return along + half
        return None

    def normal(self, point):
        return (point - self.center) * (1.0 / self.radius)


class Floor(Shape):
    def __init__(self, height, material):
        super().__init__(material)
        self.height = height

    def distance(self, ray):
        if abs(ray.direction.y) < EPSILON:
            return None
        distance = (self.height - ray.origin.y) / ray.direction.y
        return distance if distance > EPSILON else None

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)


class Box(Shape):
    """A box with sides along the axes."""

    def __init__(self, low, high, material):
        super().__init__(material)
        self.low = low
        self.high = high

    def distance(self, ray):
        nearest, farthest = -1e30, 1e30
        origin, direction = ray.origin, ray.direction
        for start, speed, low, high in (
            (origin.x, direction.x, self.low.x, self.high.x),
            (origin.y, direction.y, self.low.y, self.high.y),
            (origin.z, direction.z, self.low.z, self.high.z),
        ):
            if abs(speed) < EPSILON:
                if start < low or start > high:
                    return None
                continue
            enter, leave = (low - start) / speed, (high - start) / speed
            if enter > leave:
                enter, leave = leave, enter
            nearest = max(nearest, enter)
            farthest = min(farthest, leave)
            if nearest > farthest:
                return None
        if nearest > EPSILON:
            return nearest
        return farthest if farthest > EPSILON else None

    def normal(self, point):
        best = None
        least = 1e30
        for gap, normal in (
            (abs(point.x - self.low.x), Vector(-1.0, 0.0, 0.0)),
            (abs(point.x - self.high.x), Vector(1.0, 0.0, 0.0)),
            (abs(point.y - self.low.y), Vector(0.0, -1.0, 0.0)),
            (abs(point.y - self.high.y), Vector(0.0, 1.0, 0.0)),
            (abs(point.z - self.low.z), Vector(0.0, 0.0, -1.0)),
            (abs(point.z - self.high.z), Vector(0.0, 0.0, 1.0)),
        ):
            if gap < least:
                best, least = normal, gap
        return best


class Light:
    def __init__(self, position, color):
        self.position = position
        self.color = color


class Camera:
    def __init__(self, position, target, opening=0.9):
        self.position = position
        self.forward = (target - position).normalized()
        self.right = self.forward.cross(Vector(0.0, 1.0, 0.0)).normalized()
        self.up = self.right.cross(self.forward)
        self.opening = opening

    def ray(self, column, row):
        x = (2.0 * (column + 0.5) / WIDTH - 1.0) * self.opening
        y = (1.0 - 2.0 * (row + 0.5) / HEIGHT) * self.opening * HEIGHT / WIDTH
        direction = self.forward + self.right * x + self.up * y
        return Ray(self.position, direction.normalized())


class Scene:
    AMBIENT = 0.12

    def __init__(self, shapes, lights):
        self.shapes = shapes
        self.lights = lights
        self.rays = 0
        self.shadow_rays = 0

    def hit(self, ray):
        """Return the nearest shape and its distance."""
        nearest, shape_hit = 1e30, None
        for shape in self.shapes:
            distance = shape.distance(ray)
            if distance is not None and distance < nearest:
                nearest, shape_hit = distance, shape
        return shape_hit, nearest

    def is_shadowed(self, point, direction, limit):
        self.shadow_rays += 1
        ray = Ray(point, direction)
        for shape in self.shapes:
            if shape.material.glass:
                continue
            distance = shape.distance(ray)
            if distance is not None and distance < limit:
                return True
        return False

    def trace(self, ray, depth=0):
        """Return the colour that comes along a ray."""
        self.rays += 1
        shape, distance = self.hit(ray)
        if shape is None:
            return self.sky(ray.direction)
        point = ray.at(distance)
        normal = shape.normal(point)
        inside = ray.direction.dot(normal) > 0.0
        if inside:
            normal = -normal
        material = shape.material
        color = self.shade(ray, point + normal * 1e-5, normal, material)
        if depth >= MAX_DEPTH:
            return color
        if material.mirror > 0.0:
            mirrored = Ray(point + normal * 1e-5, ray.direction.reflected(normal))
            color = color * (1.0 - material.mirror) + self.trace(mirrored, depth + 1) * material.mirror
        if material.glass > 0.0:
            through = self.refract(ray, point, normal, 1.5 if inside else 1.0 / 1.5, depth)
            color = color * (1.0 - material.glass) + through * material.glass
        return color

    def shade(self, ray, point, normal, material):
        surface = material.color_at(point)
        color = surface * self.AMBIENT
        for light in self.lights:
            to_light = light.position - point
            distance = to_light.length
            direction = to_light * (1.0 / distance)
            cosine = normal.dot(direction)
            if cosine <= 0.0 or self.is_shadowed(point, direction, distance):
                continue
            color = color + surface.filtered(light.color) * (material.diffuse * cosine)
            shine = ray.direction.reflected(normal).dot(direction)
            if shine > 0.0 and material.specular > 0.0:
                for _ in range(4):
                    shine = shine * shine
                color = color + light.color * (material.specular * shine)
        return color

    def refract(self, ray, point, normal, ratio, depth):
        """Follow a ray into or out of glass, split by how steeply it meets the surface."""
        cosine = -normal.dot(ray.direction)
        squared = 1.0 - ratio * ratio * (1.0 - cosine * cosine)
        reflected = Ray(point + normal * 1e-5, ray.direction.reflected(normal))
        if squared < 0.0:
            return self.trace(reflected, depth + 1)
        direction = ray.direction * ratio + normal * (ratio * cosine - math.sqrt(squared))
        through = self.trace(Ray(point - normal * 1e-5, direction.normalized()), depth + 1)
        away = 1.0 - cosine
        share = 0.04 + 0.96 * away * away * away * away * away
        if share < 0.06:
            return through
        return through * (1.0 - share) + self.trace(reflected, depth + 1) * share

    def sky(self, direction):
        t = 0.5 * (direction.y + 1.0)
        return WHITE * (1.0 - t) + Vector(0.3, 0.5, 0.9) * t


def build_scene():
    red = Material(Vector(0.9, 0.2, 0.15), mirror=0.15)
    blue = Material(Vector(0.2, 0.3, 0.9), specular=0.6)
    mirror = Material(Vector(0.9, 0.9, 0.9), diffuse=0.2, mirror=0.8)
    glass = Material(Vector(1.0, 1.0, 1.0), diffuse=0.1, specular=0.8, glass=0.9)
    wood = Material(Vector(0.6, 0.4, 0.2), specular=0.0)
    floor = Chequered(Vector(0.9, 0.9, 0.9), Vector(0.1, 0.1, 0.1), mirror=0.1)
    shapes = [
        Floor(0.0, floor),
        Sphere(Vector(0.0, 1.0, 0.0), 1.0, mirror),
        Sphere(Vector(2.1, 0.7, 0.6), 0.7, red),
        Sphere(Vector(-1.9, 0.6, 0.9), 0.6, glass),
        Sphere(Vector(0.8, 0.4, 2.0), 0.4, blue),
        Box(Vector(-3.2, 0.0, -1.6), Vector(-2.0, 1.3, -0.4), wood),
    ]
    lights = [Light(Vector(5.0, 7.0, 4.0), WHITE * 0.9), Light(Vector(-6.0, 4.0, 5.0), Vector(0.4, 0.35, 0.3))]
    return Scene(shapes, lights)


def camera_path(count):
    """Generate cameras on a circle around the scene, without sine and cosine."""
    x, z = 0.0, 5.5
    t = 0.06
    cosine, sine = (1.0 - t * t) / (1.0 + t * t), 2.0 * t / (1.0 + t * t)
    for k in range(count):
        yield Camera(Vector(x, 1.5 + 0.25 * (k % 7), z), Vector(0.0, 0.7, 0.0))
        x, z = x * cosine - z * sine, x * sine + z * cosine


def to_byte(value):
    return min(255, max(0, int(value * 255.0)))


def render(scene, camera):
    """Generate the rows of a picture, each a list of colours."""
    for row in range(HEIGHT):
        yield [scene.trace(camera.ray(column, row)) for column in range(WIDTH)]


def main():
    frames = int(sys.argv[1]) if len(sys.argv) > 1 else 22
    scene = build_scene()
    checksum = 0
    light = BLACK
    picture = []
    for camera in camera_path(frames):
        picture = []
        for row in render(scene, camera):
            line = []
            for color in row:
                light = light + color
                red, green, blue = to_byte(color.x), to_byte(color.y), to_byte(color.z)
                checksum = (checksum * 31 + red * 65536 + green * 256 + blue) % 1000000007
                line.append(SHADES[(red + green + blue) * len(SHADES) // 766])
            picture.append("".join(line))
    print(f"{frames} frames, {scene.rays} rays, {scene.shadow_rays} to lights, checksum {checksum}")
    print(f"mean light {light * (1.0 / (frames * WIDTH * HEIGHT))}")
    for line in picture:
        print(f"|{line}|")


if __name__ == "__main__":
    main()
