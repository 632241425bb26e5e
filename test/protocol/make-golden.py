#!/usr/bin/env python3.13
"""Writes golden.json: what CPython answers to every row of operations.py, as checksums.

    python3.13 test/protocol/make-golden.py           write it
    python3.13 test/protocol/make-golden.py --check   say whether it is as it would be written
    python3.13 test/protocol/make-golden.py --show    print all texts, as JSON; the test writes its own to the folder
                                                      that SIDEWINDER_PROTOCOL_TEXTS names, to be compared
"""
import json, pathlib, sys, warnings
from operations import checksum, rows

warnings.simplefilter('ignore')
HERE = pathlib.Path(__file__).resolve().parent
table = dict(rows())
if '--show' in sys.argv:
    print(json.dumps(table, indent=0))
    sys.exit()
by_operation = {row: checksum(text) for row, text in table.items()}
written = json.dumps(by_operation, indent=0) + '\n'
path = HERE / 'golden.json'
if '--check' in sys.argv:
    sys.exit(path.read_text() != written)
path.write_text(written)
