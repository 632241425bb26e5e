#!/usr/bin/env python3
"""Writes src/lib/libm/tables.ts: the tables of the elementary functions, computed with mpmath.

usage: python3 scripts/make-libm-tables.py     (needs the package mpmath)

libm-nodes.json holds the points at which the published algorithms tabulate their functions: those of
ARM's optimized routines for log, log2 and pow, those of IBM's Accurate Mathematical Library for tan, atan
and asin. Everything else is computed here: values, their low parts, and polynomials on each interval.
"""
import base64
import json
import os
import struct

import mpmath as mp

mp.mp.prec = 400
HERE = os.path.dirname(os.path.abspath(__file__))
NODES = json.load(open(os.path.join(HERE, 'libm-nodes.json')))


def nodes(name):
    return [float.fromhex(x) for x in NODES[name]]


def bits(x):
    return struct.unpack('<Q', struct.pack('<d', x))[0]


def from_bits(b):
    return struct.unpack('<d', struct.pack('<Q', b & (2**64 - 1)))[0]


def fixed(x, n):
    """Rounds to a multiple of 2**-n."""
    return float(mp.nint(x * mp.mpf(2)**n) / mp.mpf(2)**n)


def exp_table():
    """2**(i/128): the relative error of the double, then its bits less i << 45."""
    out = []
    for i in range(128):
        v = mp.mpf(2)**(mp.mpf(i) / 128)
        h = float(v)
        out += [float(v / h - 1), from_bits(bits(h) - (i << 45))]
    return out


def powlog_table():
    """1/c, -log(1/c) to 43 bits, the rest."""
    out = []
    for invc in nodes('powlog'):
        v = -mp.log(mp.mpf(invc))
        h = fixed(v, 43)
        out += [invc, h, float(v - h)]
    return out


def log_table():
    return [y for invc in nodes('log') for y in (invc, fixed(-mp.log(mp.mpf(invc)), 43))]


def log2_table():
    return [y for invc in nodes('log2') for y in (invc, fixed(-mp.log(mp.mpf(invc), 2), 42))]


def sincos_table():
    """sin(k/128) and cos(k/128), each as a double and the rest."""
    out = []
    for k in range(110):
        for v in (mp.sin(mp.mpf(k) / 128), mp.cos(mp.mpf(k) / 128)):
            out += [float(v), float(v - float(v))]
    return out


def tan_table():
    out = []
    for x in nodes('tan'):
        t = mp.tan(mp.mpf(x))
        out += [x, float(t), float(1 / t)]
    return out


def chebyshev(f, low, high, degree):
    """Coefficients of the polynomial of the given degree through f at the Chebyshev points."""
    n = degree + 1
    xs = [(low + high) / 2 + (high - low) / 2 * mp.cos(mp.pi * (2 * k + 1) / (2 * n)) for k in range(n)]
    m = mp.matrix(n, n)
    for i, x in enumerate(xs):
        for j in range(n):
            m[i, j] = x**j
    return list(mp.lu_solve(m, mp.matrix([f(x) for x in xs])))


def series(first, terms, low, high, fixed_terms, degree):
    """Rounds `degree` coefficients: the first of the Taylor series, the rest refitted to the interval."""
    tail = terms[fixed_terms:]
    fit = chebyshev(lambda z: sum(c * z**k for k, c in enumerate(tail)), low, high, degree - fixed_terms)
    return [float(c) for c in terms[first:fixed_terms]] + [float(c) for c in fit]


def atan_terms(x, n):
    """Taylor coefficients of atan at x: the derivative d satisfies (1 + (x+h)^2) d = 1."""
    d = []
    for k in range(n):
        v = mp.mpf(1 if k == 0 else 0) - (2 * x * d[k - 1] if k else 0) - (d[k - 2] if k > 1 else 0)
        d.append(v / (1 + x * x))
    return [mp.atan(x)] + [d[k] / (k + 1) for k in range(n)]


def asin_terms(x, n):
    """Taylor coefficients of asin at x: the derivative g satisfies (1 - (x+h)^2) g' = (x+h) g."""
    a = 1 - x * x
    g = [1 / mp.sqrt(a)]
    for k in range(n - 1):
        g.append((x * (2 * k + 1) * g[k] + (k * g[k - 1] if k else 0)) / ((k + 1) * a))
    return [mp.asin(x)] + [g[k] / (k + 1) for k in range(n)]


def atan_table():
    """x, atan(x), coefficients of degree 1..5 on (i ± 1/2)/256."""
    out = []
    for i, x in enumerate(nodes('atan')):
        mid = mp.mpf(i + 16) / 256
        low, high = mid - mp.mpf(1) / 512 - x, mid + mp.mpf(1) / 512 - x
        terms = atan_terms(mp.mpf(x), 24)
        out += [x, float(terms[0])] + series(1, terms, low, high, 3, 5)
    return out


def asin_table():
    """x, coefficients of degree 1.., low part of asin(x), high part; six zones of growing degree."""
    out = []
    zones = ((0.125, 32, 6), (0.25, 64, 6), (0.5, 64, 7), (0.75, 44, 8), (0.921875, 8, 9), (0.953125, 4, 10))
    width = 1 / 256
    for (start, count, degree), highs in zip(zones, NODES['asin']):
        for i in range(count):
            low = start + i * width
            x = mp.mpf(low + width / 2)
            terms = asin_terms(x, 40)
            high = float.fromhex(highs[i])
            out += [float(x)] + series(1, terms, -mp.mpf(width) / 2, mp.mpf(width) / 2, 3, degree)
            out += [float(terms[0] - mp.mpf(high)), high]
    return out


TABLES = [
    ('EXP', 'exp: 128 x (relative error of 2^(i/128), its bits - i << 45)', exp_table),
    ('POW_LOG', 'pow: 128 x (1/c, log c, low part)', powlog_table),
    ('LOG', 'log: 128 x (1/c, log c)', log_table),
    ('LOG2', 'log2: 64 x (1/c, log2 c)', log2_table),
    ('SINCOS', 'sin, cos: 110 x (sin, low part, cos, low part) of k/128', sincos_table),
    ('TAN', 'tan: 186 x (x, tan x, cot x)', tan_table),
    ('ATAN', 'atan: 241 x (x, atan x, coefficients 1..5)', atan_table),
    ('ASIN', 'asin: zones of (x, coefficients, low part, asin x)', asin_table),
    ('INVERSE_ROOT', 'asin: 128 first guesses of 1/sqrt', lambda: nodes('inroot')),
]

if __name__ == '__main__':
    lines = ['/**', ' * Tables of the elementary functions, as base64 of little-endian doubles; decoded on first use.',
             ' * Written by scripts/make-libm-tables.py. Do not edit.', ' */',
             '/** Decodes a table. */',
             'export function table(text: string): Float64Array {',
             "  const bytes = Buffer.from(text, 'base64');",
             '  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));',
             '}']
    for name, doc, make in TABLES:
        values = make()
        text = base64.b64encode(struct.pack('<%dd' % len(values), *values)).decode()
        lines += ['', '/** %s. */' % doc, "export const %s = '%s';" % (name, text)]
    with open(os.path.join(HERE, '..', 'src', 'lib', 'libm', 'tables.ts'), 'w') as f:
        f.write('\n'.join(lines) + '\n')
