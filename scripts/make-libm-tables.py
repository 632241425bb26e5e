#!/usr/bin/env python3
"""Writes src/numbers/libm/tables.ts: the tables of the elementary functions, computed with mpmath.

usage: python3 scripts/make-libm-tables.py     (needs the package mpmath)

libm-nodes.json holds the points at which the published algorithms tabulate their functions: those of
ARM's optimized routines for log, log2 and pow, those of IBM's Accurate Mathematical Library for tan, atan
and asin, with the published minimax coefficients of the latter two. Everything else is computed here.
"""
import base64
import json
import os
import struct

import mpmath as mp

from literal import literal

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


def coefficients(name):
    data = base64.b64decode(NODES[name + '-coefficients'])
    return list(struct.unpack('<%dd' % (len(data) // 8), data))


def atan_table():
    """x, atan(x), coefficients of degree 1..5: the derivative, then the published ones."""
    out = []
    rest = coefficients('atan')
    for i, x in enumerate(nodes('atan')):
        v = mp.mpf(x)
        out += [x, float(mp.atan(v)), float(1 / (1 + v * v))] + rest[4 * i:4 * i + 4]
    return out


def asin_table():
    """x, published coefficients of degree 1.., low part of asin(x), high part; six zones of growing degree."""
    out = []
    rest = coefficients('asin')
    zones = ((0.125, 32, 6), (0.25, 64, 6), (0.5, 64, 7), (0.75, 44, 8), (0.921875, 8, 9), (0.953125, 4, 10))
    at = 0
    for (start, count, degree), highs in zip(zones, NODES['asin']):
        for i in range(count):
            x = mp.mpf(start + i / 256 + 1 / 512)
            high = float.fromhex(highs[i])
            out += [float(x)] + rest[at:at + degree] + [float(mp.asin(x) - mp.mpf(high)), high]
            at += degree
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
        lines += ['', '/** %s. */' % doc, 'export const %s = %s;' % (name, literal(text))]
    with open(os.path.join(HERE, '..', 'src', 'numbers', 'libm', 'tables.ts'), 'w') as f:
        f.write('\n'.join(lines) + '\n')
