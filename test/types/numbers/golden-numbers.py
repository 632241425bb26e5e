"""The part of test/types/numbers/golden-numbers.mjs that runs in the oracle: samples of the functions of libm.

Prints one JSON object: name of a function -> [number of arguments, base64 of rows of doubles], each row the
arguments and the result (NaN where Python raises).
"""
import base64
import json
import math
import random
import struct

R = random.uniform
COUNT = 60


def log_uniform(a, b):
    return math.exp(R(math.log(a), math.log(b)))


def sign():
    return random.choice((-1, 1))


def any_bits():
    while True:
        x = struct.unpack('<d', struct.pack('<Q', random.getrandbits(64)))[0]
        if math.isfinite(x):
            return x


TRIG = [lambda: R(-1, 1), lambda: R(-10, 10), lambda: R(-1e3, 1e3), lambda: R(-1e8, 1e8),
    lambda: sign() * log_uniform(1e8, 1e300)]
ARC = [lambda: R(-1, 1), lambda: sign() * log_uniform(1e-10, 1), lambda: sign() * R(.9, 1)]
HYPERBOLIC = [lambda: R(-3, 3), lambda: R(-700, 700), lambda: sign() * log_uniform(1e-10, 1)]
GROUPS = {
    'exp': [lambda: R(-10, 10), lambda: R(-745, 710), lambda: sign() * log_uniform(1e-20, 1)],
    'exp2': [lambda: R(-10, 10), lambda: R(-1075, 1024)],
    'pow': [lambda: (R(0, 10), R(-10, 10)), lambda: (log_uniform(1e-300, 1e300), R(-1, 1)),
    lambda: (R(.9, 1.1), R(-3000, 3000)),
            lambda: (log_uniform(1e-5, 1e5), random.choice((-1.5, .5, 1.5, 2.0, 3.0, -.5, 1 / 3, -2.0))),
            lambda: (-R(0, 100), float(random.randint(-100, 100))), lambda: (log_uniform(1e-8, 1e8), R(-38, 38))],
    'log': [lambda: R(0, 10), lambda: log_uniform(1e-300, 1e300), lambda: R(.9, 1.1)],
    'log2': [lambda: R(0, 10), lambda: log_uniform(1e-300, 1e300), lambda: R(.95, 1.05)],
    'log10': [lambda: R(0, 10), lambda: log_uniform(1e-300, 1e300), lambda: R(.95, 1.05)],
    'log1p': [lambda: R(-1, 1), lambda: log_uniform(1e-20, 1e20)],
    'expm1': [lambda: R(-5, 5), lambda: sign() * log_uniform(1e-20, 1), lambda: R(-100, 700)],
    'sin': TRIG, 'cos': TRIG, 'tan': TRIG, 'asin': ARC, 'acos': ARC,
    'atan': [lambda: R(-1, 1), lambda: R(-20, 20), lambda: sign() * log_uniform(1e-10, 1e10)],
    'atan2': [lambda: (R(-1, 1), R(-1, 1)), lambda: (R(-100, 100), R(-1, 1)), lambda: (any_bits(), any_bits()),
              lambda: (sign() * log_uniform(1e-10, 1e10), sign() * log_uniform(1e-10, 1e10))],
    'sinh': HYPERBOLIC, 'cosh': HYPERBOLIC,
    'tanh': [lambda: R(-3, 3), lambda: R(-30, 30), lambda: sign() * log_uniform(1e-10, 1)],
    'asinh': [lambda: R(-3, 3), lambda: sign() * log_uniform(1e-10, 1e30)],
    'acosh': [lambda: R(1, 3), lambda: log_uniform(1, 1e30)],
    'atanh': [lambda: R(-1, 1), lambda: sign() * log_uniform(1e-10, 1)],
    'erf': [lambda: R(-3, 3), lambda: R(-7, 7)], 'erfc': [lambda: R(-3, 3), lambda: R(-7, 28)],
    'gamma': [lambda: R(-10, 10), lambda: R(0, 171), lambda: R(-170, 0)],
    'lgamma': [lambda: R(-10, 10), lambda: R(0, 171), lambda: log_uniform(1e-5, 1e100)],
    'cbrt': [lambda: R(-10, 10), lambda: sign() * log_uniform(1e-300, 1e300)],
}

if __name__ == '__main__':
    random.seed(2024)
    out = {}
    for name, generators in GROUPS.items():
        f = getattr(math, name)
        rows = []
        for g in generators:
            for _ in range(COUNT):
                args = g()
                args = args if isinstance(args, tuple) else (args,)
                try:
                    r = f(*args)
                except (ValueError, OverflowError):
                    r = math.nan
                rows += [*args, r]
        out[name] = [len(args), base64.b64encode(struct.pack('<%dd' % len(rows), *rows)).decode()]
    print(json.dumps(out, indent=0))
