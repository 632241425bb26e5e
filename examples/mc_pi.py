"""Monte-Carlo pi with a linear congruential generator.

Usage: mc_pi.py [samples]

The generator is ANSI C's: its products go far above 2**53.
"""
import sys


class Generator:
    MODULUS = 2 ** 31

    def __init__(self, seed):
        self.state = seed

    def random(self):
        self.state = (self.state * 1103515245 + 12345) & 0x7fffffff
        return self.state / self.MODULUS


def estimate_pi(samples, generator):
    hits = 0
    for _ in range(samples):
        x = generator.random()
        y = generator.random()
        if x * x + y * y <= 1.0:
            hits += 1
    return 4.0 * hits / samples


def main():
    samples = int(sys.argv[1]) if len(sys.argv) > 1 else 15_000_000
    generator = Generator(42)
    print(f"pi is about {estimate_pi(samples, generator):.6f}")
    print(f"last state {generator.state}")


if __name__ == "__main__":
    main()
