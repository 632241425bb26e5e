"""Heat on a square plate: a five-point stencil, explicit steps in time.

Usage: heat.py [n] [steps]
"""
import sys


def make_plate(n):
    plate = [[20.0] * n for _ in range(n)]
    for j in range(n):
        plate[0][j] = 100.0
        plate[n - 1][j] = 0.0
    for i in range(n // 3, n // 2):
        for j in range(n // 3, n // 2):
            plate[i][j] = 400.0
    return plate


def step(old, new, alpha):
    n = len(old)
    change = 0.0
    for i in range(1, n - 1):
        above = old[i - 1]
        row = old[i]
        below = old[i + 1]
        target = new[i]
        for j in range(1, n - 1):
            centre = row[j]
            delta = alpha * (above[j] + below[j] + row[j - 1] + row[j + 1] - 4.0 * centre)
            target[j] = centre + delta
            if abs(delta) > change:
                change = abs(delta)
    return change


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    plate = make_plate(n)
    other = [row[:] for row in plate]
    change = 0.0
    for _ in range(steps):
        change = step(plate, other, 0.2)
        plate, other = other, plate
    total = sum(sum(row) for row in plate)
    print(f"{n}x{n}, {steps} steps")
    print(f"mean {total / (n * n):.10f}")
    print(f"centre {plate[n // 2][n // 2]:.10f}")
    print(f"last change {change:.3e}")
    shades = " .:-=+*#%@"
    for i in range(0, n, max(1, n // 16)):
        print("".join(shades[min(9, int(plate[i][j] // 25))] for j in range(0, n, max(1, n // 32))))


if __name__ == "__main__":
    main()
