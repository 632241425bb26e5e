"""The Python half of the oracle: run one program and say what it printed, and where.

Run by scripts/oracle.mjs, as a process of its own under CPython 3.13 or inside Pyodide. The result
is a dict: `stdout`, `stderr`, `exit_code`, and `lines`, a pair for every line of stdout: its text
and the number of the source line, at module level, whose statement was running when the line began.
That number is where an `# expect:` comment for it belongs.
"""
import ast
import io
import sys
import traceback
import types


class Recorder(io.StringIO):
    """A stdout that remembers which module-level line began each line of text."""

    def __init__(self, path):
        super().__init__()
        self.path = path
        self.starts = []
        self.at_start = True

    def write(self, text):
        if text:
            pieces = text.split("\n")
            number = self.module_line()
            for i, piece in enumerate(pieces):
                last = i == len(pieces) - 1
                if self.at_start and (piece or not last):
                    self.starts.append(number)
                self.at_start = not last or (self.at_start and not piece)
        return super().write(text)

    def module_line(self):
        frame = sys._getframe(2)
        number = 1
        while frame is not None:
            if frame.f_code.co_filename == self.path and frame.f_code.co_name == "<module>":
                number = frame.f_lineno
            frame = frame.f_back
        return number


def last_lines(source):
    """Map each line of a simple statement to the statement's last line."""
    ends = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.stmt) and not hasattr(node, "body"):
            for line in range(node.lineno, node.end_lineno + 1):
                ends[line] = node.end_lineno
    return ends


def run(path, source, argv, stdin):
    out, err = Recorder(path), io.StringIO()
    saved = sys.stdout, sys.stderr, sys.stdin, sys.argv, sys.modules.get("__main__")
    main = types.ModuleType("__main__")
    main.__file__ = path
    main.__builtins__ = __builtins__
    exit_code = 0
    try:
        sys.stdout, sys.stderr = out, err
        sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
        sys.argv = [path, *argv]
        sys.modules["__main__"] = main
        try:
            exec(compile(source, path, "exec"), main.__dict__)
        except SystemExit as stop:
            if stop.code is None:
                exit_code = 0
            elif isinstance(stop.code, int):
                exit_code = stop.code & 255
            else:
                exit_code = 1
                print(stop.code, file=err)
        except BaseException as error:
            exit_code = 1
            trace = error.__traceback__
            error.__traceback__ = trace.tb_next if trace else None
            traceback.print_exception(error, file=err)
    finally:
        sys.stdout, sys.stderr, sys.stdin, sys.argv = saved[:4]
        if saved[4] is not None:
            sys.modules["__main__"] = saved[4]
    text = out.getvalue()
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    try:
        ends = last_lines(source)
    except SyntaxError:
        ends = {}
    return {
        "stdout": text,
        "stderr": err.getvalue(),
        "exit_code": exit_code,
        "lines": [[line, ends.get(number, number)] for line, number in zip(lines, out.starts)],
    }


def run_json(path, source, argv, stdin):
    """For Pyodide: the same, as JSON text, with stdin as text."""
    import json

    return json.dumps(run(path, source, list(argv), stdin.encode()))


if __name__ == "__main__":
    import json

    with open(sys.argv[1], encoding="utf-8") as file:
        text = file.read()
    result = run(sys.argv[1], text, sys.argv[2:], b"")
    sys.stdout.buffer.write(json.dumps(result).encode())
