"""A long-lived CPython that runs one program after another and says what each printed.

Reads a JSON string, the source, per line; answers with a JSON list: what was printed, and the last line of what an
uncaught exception would have; null where the program took too long or ended the process. Each program runs in a fork,
so nothing that it does is seen by the next.
"""
import gc
import io
import json
import os
import resource
import signal
import sys
import traceback
import types
import warnings


def run(source):
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    saved = sys.stdout, sys.stderr
    error = ""
    sys.stdout, sys.stderr = out, io.StringIO()
    try:
        exec(compile(source, "p.py", "exec"), main.__dict__)
    except BaseException as e:
        try:
            error = traceback.format_exception_only(e)[-1].strip()
        except BaseException:
            error = type(e).__name__
    sys.stdout, sys.stderr = saved
    return out.buffer.getvalue().decode("utf-8", "replace"), error


def answer(source):
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        signal.alarm(20)
        resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
        text = json.dumps(run(source)).encode()
        while text:
            text = text[os.write(theirs, text):]
        os._exit(0)
    os.close(theirs)
    with open(ours, "rb") as file:
        text = file.read()
    os.waitpid(child, 0)
    return text.decode() or "null"


warnings.simplefilter("ignore")
gc.freeze()
for line in sys.stdin:
    print(answer(json.loads(line)), flush=True)
