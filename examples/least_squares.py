"""A straight line through measurements in a CSV file, by least squares.

Usage: least_squares.py [FILE | -] [resamples] [x-column] [y-column]

FILE is comma-separated with a line of headings; `-` reads standard input.
Rows with an empty or unreadable value are counted and left out. The standard
error of the slope comes from the bootstrap: fits to rows drawn at random.
"""
import random
import sys
from math import sqrt

DEFAULT_FILE = "examples/data/measurements.csv"


def read_columns(lines, x_name, y_name):
    """Return two lists of floats and the number of rows left out."""
    lines = iter(lines)
    names = next(lines).strip().split(",")
    x_index = names.index(x_name)
    y_index = names.index(y_name)
    xs, ys = [], []
    skipped = 0
    for line in lines:
        fields = line.rstrip("\n").split(",")
        try:
            x = float(fields[x_index])
            y = float(fields[y_index])
        except (ValueError, IndexError):
            skipped += 1
            continue
        xs.append(x)
        ys.append(y)
    return xs, ys, skipped


def fit(xs, ys):
    """Return intercept, slope and correlation."""
    n = len(xs)
    mean_x = sum(xs) / n
    mean_y = sum(ys) / n
    sxx = sxy = syy = 0.0
    for x, y in zip(xs, ys):
        dx = x - mean_x
        dy = y - mean_y
        sxx += dx * dx
        sxy += dx * dy
        syy += dy * dy
    slope = sxy / sxx
    return mean_y - slope * mean_x, slope, sxy / sqrt(sxx * syy)


def residuals(xs, ys, intercept, slope):
    """Return root mean square and largest absolute residual."""
    squares = 0.0
    largest = 0.0
    for x, y in zip(xs, ys):
        r = y - (intercept + slope * x)
        squares += r * r
        if abs(r) > largest:
            largest = abs(r)
    return sqrt(squares / len(xs)), largest


def bootstrap(xs, ys, resamples):
    """Return the standard deviation of the slope over `resamples` random samples."""
    n = len(xs)
    slopes = []
    for _ in range(resamples):
        sx = sy = sxx = sxy = 0.0
        for _ in range(n):
            k = int(random.random() * n)
            x = xs[k]
            y = ys[k]
            sx += x
            sy += y
            sxx += x * x
            sxy += x * y
        slopes.append((n * sxy - sx * sy) / (n * sxx - sx * sx))
    mean = sum(slopes) / resamples
    return sqrt(sum((slope - mean) ** 2 for slope in slopes) / (resamples - 1))


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else DEFAULT_FILE
    resamples = int(sys.argv[2]) if len(sys.argv) > 2 else 25
    x_name = sys.argv[3] if len(sys.argv) > 3 else "temperature_c"
    y_name = sys.argv[4] if len(sys.argv) > 4 else "resistance_ohm"
    if path == "-":
        xs, ys, skipped = read_columns(sys.stdin, x_name, y_name)
    else:
        with open(path, encoding="utf-8") as file:
            xs, ys, skipped = read_columns(file, x_name, y_name)

    passes = 0
    dropped = 0
    while True:  # Fit, drop outliers beyond three sigma, fit again until none is left.
        passes += 1
        intercept, slope, correlation = fit(xs, ys)
        rms, largest = residuals(xs, ys, intercept, slope)
        keep = [abs(y - (intercept + slope * x)) <= 3.0 * rms for x, y in zip(xs, ys)]
        if all(keep) or passes == 20:
            break
        dropped += keep.count(False)
        xs = [x for x, ok in zip(xs, keep) if ok]
        ys = [y for y, ok in zip(ys, keep) if ok]

    print(f"rows      {len(xs)} used, {skipped} unreadable, {dropped} outliers in {passes} passes")
    print(f"{y_name} = {intercept:.6f} + {slope:.8f} * {x_name}")
    print(f"r         {correlation:.8f}")
    print(f"rms       {rms:.6f}")
    print(f"largest   {largest:.6f}")
    if resamples > 1:
        random.seed(1)
        print(f"error     {bootstrap(xs, ys, resamples):.3e} in the slope, {resamples} resamples")


if __name__ == "__main__":
    main()
