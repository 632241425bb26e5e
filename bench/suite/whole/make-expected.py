"""Writes expected.json: what a Python prints for the programs of this folder, at all their sizes.

Usage: make-expected.py PYTHON [NAME]...

PYTHON is the command of the interpreter, which should be CPython 3.13. With names only these programs
run, and the rest of the file stays as it is.
"""
import json
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
SIZES = HERE / "sizes.json"
EXPECTED = HERE / "expected.json"
LABELS = ("S", "M", "L")


def output_of(python, name, size):
    """Return what a program prints; end if it fails."""
    command = [python, f"{name}.py", str(size)]
    result = subprocess.run(command, cwd=HERE, capture_output=True, text=True, encoding="utf-8")
    if result.returncode != 0 or result.stderr:
        sys.exit(f"{' '.join(command)} ended with {result.returncode}\n{result.stderr}")
    return result.stdout


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    python, *names = sys.argv[1:]
    sizes = json.loads(SIZES.read_text(encoding="utf-8"))
    expected = json.loads(EXPECTED.read_text(encoding="utf-8")) if EXPECTED.exists() else {}
    unknown = [name for name in names if name not in sizes]
    if unknown:
        sys.exit(f"not in {SIZES.name}: {', '.join(unknown)}")
    for name in names or sizes:
        started = time.perf_counter()
        expected[name] = {label: output_of(python, name, sizes[name][label]) for label in LABELS}
        print(f"{name} {time.perf_counter() - started:.1f} s", flush=True)
    ordered = {name: expected[name] for name in sizes if name in expected}
    EXPECTED.write_text(json.dumps(ordered, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
