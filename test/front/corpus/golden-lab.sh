#!/bin/sh
# Writes test/front/corpus/golden/lab: what CPython 3.13's own tools print for two files of test/front/compiler/cases.
cd "$(dirname "$0")/../compiler/cases" || exit 1
out=../../corpus/golden/lab
mkdir -p $out
export PYENV_VERSION=3.13.0 PYTHONUTF8=1
for name in comprehensions matching; do
  python3.13 -m tokenize $name.py > $out/$name.tokens
  python3.13 -m ast $name.py > $out/$name.ast
  python3.13 -m ast -a $name.py > $out/$name.ast-a
  python3.13 -m symtable $name.py > $out/$name.symbols
  python3.13 -m dis $name.py | sed -E 's/ at 0x[0-9a-f]+/ at 0x0/' > $out/$name.dis
done
