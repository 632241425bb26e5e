"""The Mandelbrot set: counts, a checksum and a small picture.

Usage: mandelbrot.py [size]
"""
import sys

MAX_ITERATIONS = 100


def escape_time(cr, ci, limit):
    zr = zi = 0.0
    for i in range(limit):
        zr2 = zr * zr
        zi2 = zi * zi
        if zr2 + zi2 > 4.0:
            return i
        zi = 2.0 * zr * zi + ci
        zr = zr2 - zi2 + cr
    return limit


def render(size):
    inside = 0
    checksum = 0
    for y in range(size):
        ci = 2.0 * y / size - 1.0
        for x in range(size):
            cr = 2.0 * x / size - 1.5
            count = escape_time(cr, ci, MAX_ITERATIONS)
            if count == MAX_ITERATIONS:
                inside += 1
            checksum = (checksum * 31 + count) % 1000003
    return inside, checksum


def picture(columns=64, rows=24):
    shades = " .:-=+*#%@"
    for row in range(rows):
        line = ""
        for column in range(columns):
            cr = 3.0 * column / columns - 2.2
            ci = 2.4 * row / rows - 1.2
            line += shades[escape_time(cr, ci, MAX_ITERATIONS) * 9 // MAX_ITERATIONS]
        print(line.rstrip())


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1200
    picture()
    inside, checksum = render(size)
    print(f"{size}x{size}: {inside} points inside, checksum {checksum}")


if __name__ == "__main__":
    main()
