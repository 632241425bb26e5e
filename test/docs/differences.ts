// The claims of docs/differences.md, each with a small program that shows it.
//
// `quote` is text of the document (white space apart). CPython's answer is recorded by
// `npx tsx test/docs/golden-differences.ts` in test/docs/differences.json; `here` is ours, written as the
// document says it. A claim that both agree is one without `here`. What no program can show is in
// UNSHOWN, with the reason.
import { readText } from '../support/programs.ts';

export type Claim = {
  quote: string;
  program: string;
  /** What we print: the last line of stdout, or of stderr where there is an uncaught exception. */
  here?: string;
  args?: string[];
  env?: Record<string, string>;
};

/** Makes claims of expressions that share a quote. */
const rows = (quote: string, ...pairs: [program: string, here?: string][]): Claim[] =>
  pairs.map(([program, here]) => ({ quote, program, ...(here === undefined ? {} : { here }) }));

const DYING = 'gone = []\nclass A:\n    def __del__(self, say=print): gone.append(1); say("gone")\n';

export const CLAIMS: readonly Claim[] = [
  /* What raises an error that names itself */
  {
    quote: 'Importing another module of the standard library says',
    program: 'import socket; print("there")',
    here: "ModuleNotFoundError: No module named 'socket' (part of Python's standard library, not in sidewinder yet)",
  },
  {
    quote: 'importing a module that CPython has not either says what CPython says',
    program: 'import no_such_module',
  },
  ...rows(
    'No `asyncio`, `socket`, `subprocess`, no `logging.handlers`, no C extensions.',
    ...['asyncio', 'subprocess'].map((name): [string, string] => [
      `import ${name}; print("there")`,
      `ModuleNotFoundError: No module named '${name}' (part of Python's standard library, not in sidewinder yet)`,
    ]),
    [
      'import logging.handlers; print("there")',
      "ModuleNotFoundError: No module named 'logging.handlers' " +
        "(part of Python's standard library, not in sidewinder yet)",
    ],
  ),
  ...rows(
    '**`await`, `async for`, `async with`** raise ' +
      '`NotImplementedError: sidewinder does not support this construct yet (await)`',
    [
      'async def f():\n    return 1\nasync def g():\n    ' +
        'print(await f())\ntry: g().send(None)\nexcept StopIteration: pass',
      'NotImplementedError: sidewinder does not support this construct yet (await)',
    ],
    [
      'class It:\n    def __aiter__(self): return self\n    async def ' +
        '__anext__(self): raise StopAsyncIteration\nasync def g():\n    async for x in ' +
        'It(): pass\n    print("done")\ntry: g().send(None)\nexcept StopIteration: pass',
      'NotImplementedError: sidewinder does not support this construct yet (async for)',
    ],
    [
      'class C:\n    async def __aenter__(self): print("in")\n    async def __aexit__(self, *a): ' +
        'pass\nasync def g():\n    async with C(): pass\ntry: g().send(None)\nexcept StopIteration: pass',
      'NotImplementedError: sidewinder does not support this construct yet (async with)',
    ],
  ),
  ...rows(
    '**`sys.settrace`, `sys.setprofile`, `sys.addaudithook`** raise NotImplementedError.',
    ...['settrace', 'setprofile', 'addaudithook'].map((name): [string, string] => [
      `import sys\nsys.${name}(lambda *a: None)\nsys.${name}.__name__`,
      `NotImplementedError: sys.${name}() is not in sidewinder`,
    ]),
  ),
  ...rows(
    '**Codecs**: `utf-7`, `idna`, `punycode` and the East Asian ones are `LookupError: unknown encoding`.',
    ...['utf-7', 'idna', 'punycode', 'shift_jis', 'gb2312', 'euc_kr', 'big5'].map((name): [string, string] => [
      `print("a".encode("${name}"))`,
      `LookupError: unknown encoding: ${name}`,
    ]),
  ),
  ...rows(
    'builtins `anext copyright credits help license`',
    ...['anext', 'copyright', 'credits', 'help', 'license'].map((name): [string, string] => [
      `try: print(callable(${name}))\nexcept NameError: print("NameError")`,
      'NameError',
    ]),
  ),
  ...rows(
    '`sys.call_tracing`, `sys.getallocatedblocks`, `sys.monitoring`',
    ...['call_tracing', 'getallocatedblocks', 'monitoring'].map((name): [string, string] => [
      `import sys; print(hasattr(sys, "${name}"))`,
      'False',
    ]),
  ),
  ...rows(
    '`os.popen`, `os.execv`, `os.pipe`, `os.lseek`; ' +
      '`time.tzset`, `time.clock_gettime`; `signal.pidfd_send_signal`',
    ...[
      'os.popen',
      'os.execv',
      'os.pipe',
      'os.lseek',
      'time.tzset',
      'time.clock_gettime',
      'signal.pidfd_send_signal',
    ].map((name): [string, string] => {
      const [module, attribute] = name.split('.');
      return [`import ${module}; print(hasattr(${module}, "${attribute}"))`, 'False'];
    }),
  ),
  ...rows(
    'of code objects `co_lnotab`, `co_linetable`',
    ['print(hasattr((lambda: 0).__code__, "co_linetable"))', 'False'],
    ['import warnings; warnings.simplefilter("ignore"); print(hasattr((lambda: 0).__code__, "co_lnotab"))', 'False'],
  ),

  /* Coroutines */
  ...rows(
    '`async def` compiles, and calling one gives an object of type `generator`',
    ['async def f(): pass\nc = f(); print(type(c).__name__); c.close()', 'generator'],
    ['async def f(): yield 1\nprint(type(f()).__name__)', 'generator'],
  ),
  ...rows('`asend` and its kin are missing', ['async def f(): yield 1\nprint(hasattr(f(), "asend"))', 'False']),
  ...rows('a coroutine that is never awaited gives no warning', [
    'import sys, io\nsys.stderr = io.StringIO()\nasync def ' +
      'f(): pass\nf()\nprint("never awaited" in sys.stderr.getvalue())',
    'False',
  ]),
  ...rows('An asynchronous generator raises NotImplementedError where it yields first.', [
    'async def f(): yield 1\ntry:\n    g = f(); (g.asend(None) if ' +
      'hasattr(g, "asend") else g).send(None)\nexcept StopIteration as e: ' +
      'print(e.value)\nexcept NotImplementedError: print("NotImplementedError")',
    'NotImplementedError',
  ]),
  ...rows('Driving a coroutine that awaits nothing by `send` works.', [
    'async def f(): return 42\ntry: f().send(None)\nexcept StopIteration as e: print(e.value)',
  ]),

  /* When objects die */
  ...rows(
    '`__del__` is never called',
    [`${DYING}a = A()\ndel a\nprint(gone)`, '[]'],
    [`${DYING}import atexit\na = A()\natexit.register(lambda: print("end"))`, 'end'],
  ),
  ...rows('A generator that is dropped is not closed', [
    'out = []\ndef g():\n    try: yield 1\n    finally: out.append("finally")\nfor x in g(): break\nprint(out)',
    '[]',
  ]),
  ...rows('`g.close()` works as in CPython.', [
    'def g():\n    try: yield 1\n    finally: print("finally")\ni = g(); next(i); i.close(); print("x")',
  ]),
  ...rows('`sys.getrefcount(x)` is always 2.', ['import sys\nx = []\ny = [x, x]\nprint(sys.getrefcount(x))', '2']),
  ...rows('What is still in the buffers of `sys.stdout` is written at the end.', [
    'import sys; sys.stdout.write("no newline")',
  ]),

  /* Threads */
  ...rows("`Thread.start()` runs the thread's function to its end before it returns.", [
    'import threading, time\nout = []\ndef f():\n    time.sleep(0.2); ' +
      'out.append(1)\nt = threading.Thread(target=f); t.start(); print(out); t.join()',
    '[1]',
  ]),
  ...rows('A program that starts threads and joins them works', [
    'import threading\nout = []\nts = [threading.Thread(target=out.append, args=(i,)) ' +
      'for i in range(5)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint(sorted(out))',
  ]),
  ...rows('`RuntimeError: waiting for a lock that no running thread can release`', [
    'import threading\ne = threading.Event()\nout = []\ndef f():\n    ' +
      'try: e.wait()\n    except RuntimeError as x: out.append(str(x))\nt ' +
      '= threading.Thread(target=f); t.start(); e.set(); t.join(); print(out)',
    "['waiting for a lock that no running thread can release (sidewinder runs threads one after another)']",
  ]),
  ...rows('Daemon threads cannot be started.', [
    'import threading\ntry:\n    threading.Thread(target=print, ' +
      'daemon=True).start(); print("started")\nexcept RuntimeError as e: print("refused")',
    'refused',
  ]),
  ...rows('Handlers of signals run in whichever thread runs.', [
    'import signal, threading\nsignal.signal(signal.SIGUSR1, lambda n, f: ' +
      'print(threading.current_thread() is threading.main_thread()))\n' +
      't = threading.Thread(target=lambda: signal.raise_signal(signal.SIGUSR1))\nt.start()\nt.join()',
    'False',
  ]),

  /* Signals */
  ...rows('are called for those that the program sends itself', [
    'import signal, os\nsignal.signal(signal.SIGRTMIN, lambda n, f: print("handler", n))\n' +
      'os.kill(os.getpid(), signal.SIGRTMIN)',
  ]),

  /* Modules whose core is in C in CPython */
  ...rows("`date(2023, 2, 29)` is `ValueError: ('day must be in 1..28', 29)`", [
    'import datetime; datetime.date(2023, 2, 29)',
    "ValueError: ('day must be in 1..28', 29)",
  ]),
  ...rows('A power of Decimals that underflows far below the smallest number is rounded up to it', [
    'from decimal import *\nc = Context(prec=1, Emin=-999, Emax=999, ' +
      'rounding=ROUND_UP, traps=[])\nprint(c.power(Decimal("0.1"), Decimal("1e5")))',
    '1E-999',
  ]),
  ...rows('Compressed data of `zlib` decompresses to the same', [
    'import zlib; d = bytes(range(256)) * 20; print(zlib.decompress(zlib.compress(d)) == d)',
  ]),
  ...rows(
    '`inspect.signature` knows the parameters of built-in functions only where none has a default',
    ['import inspect; print(inspect.signature(len))'],
    ['import inspect; print(inspect.signature(sorted))', '(*args, **kw)'],
  ),

  /* Weak references */
  ...rows('`ref()` still gives it, `WeakValueDictionary` still holds it, callbacks are not called.', [
    'import weakref\nclass A: pass\na = A(); out = []\nr = weakref.ref(a, lambda r: ' +
      'out.append("called"))\nd = weakref.WeakValueDictionary(); d[1] = a\ndel a\nprint(r() is None, len(d), out)',
    'False 1 []',
  ]),
  ...rows('`gc.collect()` is 0.', ['import gc\nl = []\nl.append(l)\ndel l\nprint(min(gc.collect(), 1))', '0']),

  /* Identity */
  ...rows('Two floats with the same bits are one object: `float("1.5") is float("1.5")` is true, in CPython false.', [
    'print(float("1.5") is float("1.5"))',
    'True',
  ]),
  { quote: '`0.0 is -0.0` is false.', program: 'a, b = 0.0, -0.0\nprint(a is b)' },
  ...rows('So is `float("nan") is float("nan")` where they are two results of a call, in CPython; here it is true.', [
    'print(float("nan") is float("nan"))',
    'True',
  ]),
  ...rows('`[float("nan")] == [float("nan")]` is false in both.', ['print([float("nan")] == [float("nan")])']),
  ...rows('`int("1000") is int("1000")` is true', ['print(int("1000") is int("1000"))', 'True']),
  ...rows('between any two equal strings, however they were made', [
    's = "ab"\nprint("".join([s, s]) is "".join([s, s]))',
    'True',
  ]),
  ...rows('CPython promises that for -5 to 256 only.', ['print(int("256") is int("256"))']),
  ...rows('`bytes([1]) is bytes([1])` is true in CPython (it keeps single bytes) and false here.', [
    'print(bytes([1]) is bytes([1]))',
    'False',
  ]),
  ...rows('`id([]) == id([])` is true there and false here', ['print(id([]) == id([]))', 'False']),

  /* Hashes and the order of sets */
  ...rows("Hashes of numbers, tuples, frozensets of ints, `None` are CPython's.", [
    'print(hash(12345), hash(2**61), hash(1.5), hash(-1), ' +
      'hash(3j), hash((1, 2.5, None)), hash(frozenset([1, 2, 3])), hash(None))',
  ]),
  {
    quote: 'Hashes of `str` and `bytes` are not, and do not change from run to run',
    program: 'print(hash("a") == 4644417185603328019, hash("a") == hash(b"a"))',
    here: 'False True',
    env: { PYTHONHASHSEED: '0' },
  },
  ...rows("Sets of ints and floats are in CPython's order.", [
    'print({100, 3, 2**40, 7, -5, 33, 1}, {0.5, 2.25, 1e300, -3.0}, set(range(50, 0, -7)))',
  ]),

  /* Strings */
  ...rows('`len("\\ud83d" + "\\ude00")` is 1, in CPython 2', ['print(len("\\ud83d" + "\\ude00"))', '1']),
  ...rows('encoding it works where CPython raises', [
    'try: print(("\\ud83d" + "\\ude00").encode())\nexcept UnicodeEncodeError: print("error")',
    "b'\\xf0\\x9f\\x98\\x80'",
  ]),
  ...rows('A surrogate that stays alone is as in CPython.', [
    's = "a\\ud83d"\nprint(len(s), ascii(s), s.encode("utf-8", "surrogatepass"))',
  ]),

  /* Recursion */
  ...rows('`sys.getrecursionlimit()` is 1000', ['import sys; print(sys.getrecursionlimit())']),
  ...rows('calls between Python functions then go as deep as memory allows', [
    'import sys\nsys.setrecursionlimit(10**6)\ndef f(n): return 0 if n == 0 else 1 + f(n - 1)\nprint(f(100000))',
  ]),
  {
    quote: 'with a raised limit both machines stop with RecursionError at their own depth',
    program:
      'import sys\nsys.setrecursionlimit(10**6)\nclass A:\n    def __repr__(self): ' +
      'return repr(self)\ntry: repr(A())\nexcept RecursionError: print("RecursionError")',
    // The test runner's own handling of stacks must not be part of it.
    args: ['-c'],
  },
  ...rows('The message is always `maximum recursion depth exceeded`', [
    'l = []\nfor i in range(100000): l = [l]\ntry: repr(l)\nexcept RecursionError as e: print(e)',
    'maximum recursion depth exceeded',
  ]),

  /* Frames */
  ...rows('`sys._getframe().f_locals` of a function is a copy', [
    'import sys\ndef f():\n    x = 1\n    sys._getframe().f_locals["x"] = 2\n    return x\nprint(f())',
    '1',
  ]),
  ...rows('Line numbers of tracebacks are exact.', [
    'import traceback\ndef f(x):\n    y = 1\n    return (y +\n            1 / x)\ntry: f(0)\n' +
      'except ZeroDivisionError as e: print([t.lineno for t in traceback.extract_tb(e.__traceback__)])',
  ]),

  /* The command */
  {
    quote: "CPython's others (`-b`, `-d`, `-i`, `-m`, `-v`, `-x`, `-X` and the long ones) are refused",
    program: 'print(1)',
    args: ['-X', 'utf8', '-c'],
    here: '-X is an option of CPython that sidewinder does not have',
  },
  {
    quote: 'Of the variables `PYTHON…` of the environment those count that `--help` lists.',
    program: 'import sys; print(sys.flags.dev_mode)',
    env: { PYTHONDEVMODE: '1' },
    here: 'False',
  },

  /* Sizes and versions */
  ...rows(
    '`sys.getsizeof` agrees for ints, bools, `None` and strings, not for floats, tuples, lists, dicts and others',
    [
      'import sys; print(sys.getsizeof(1), sys.getsizeof(2**100), ' +
        'sys.getsizeof(True), sys.getsizeof(None), sys.getsizeof("abc"), sys.getsizeof("\u20ac"))',
    ],
    ['import sys; print(sys.getsizeof([]) == 56)', 'False'],
    ['import sys; print(sys.getsizeof({}) == 64)', 'False'],
    ['import sys; print(sys.getsizeof(1.5) == 24, sys.getsizeof(()) == 40)', 'False False'],
  ),
  ...rows('`__basicsize__` differs as well', ['print(list.__basicsize__ == 40)', 'False']),
  ...rows(
    '`sys.version`, `sys.implementation` (`sidewinder`), `sys.executable` (empty) and `sys.prefix` are our own',
    ['import sys; print(sys.implementation.name)', 'sidewinder'],
    ['import sys; print(bool(sys.executable))', 'False'],
    ['import sys; print("sidewinder" in sys.version)', 'True'],
  ),
  ...rows('`utf8_mode` is 1', ['import sys; print(sys.flags.utf8_mode)', '1']),
  ...rows('`hash_randomization` 0', ['import sys; print(sys.flags.hash_randomization)', '0']),
  ...rows('`dont_write_bytecode` 1', ['import sys; print(sys.flags.dont_write_bytecode)', '1']),
  ...rows('`site-packages` and the library are not in `sys.path`', [
    'import sys, os.path\nprint(any(os.path.exists(p + "/datetime.py") for p in sys.path))',
    'False',
  ]),
  ...rows('`collections` shows itself as a built-in module', [
    'import collections; print("built-in" in repr(collections))',
    'True',
  ]),
  ...rows('`math` has no `__file__`', ['import math; print(hasattr(math, "__file__"))', 'False']),

  /* Very large values */
  ...rows(
    'is a `MemoryError`',
    ['try: print(len("a" * 2**30))\nexcept MemoryError: print("MemoryError")', 'MemoryError'],
    ['try: print((1 << (2**30 + 100)).bit_length())\nexcept MemoryError: print("MemoryError")', 'MemoryError'],
    ['try: [0] * 2**40; print("made")\nexcept MemoryError: print("MemoryError")'],
  ),
];

/** Parts of the document that no short program can show, with the reason. */
export const UNSHOWN: Readonly<Record<string, string>> = {
  'Everything else is meant to be the same': 'what the rest of the tests are about',
  "JavaScript's collector frees objects; nothing counts references.": 'the reason of what follows',
  'Close generators, or use `with`.': 'advice',
  'Who sent a signal is known only': 'about signals of other processes',
  'Timers are looked at between bytecodes': 'about the times at which things happen',
  'What was ignored when the process began': 'about the process that starts it',
  'Off Linux, signals from outside': 'about other systems',
  'So a set of strings is printed in an order which is always the same': 'about several runs',
};

/** Splits the document into what makes statements: bullets and paragraphs, white space made one. */
export function statements(): string[] {
  const text = readText('docs/differences.md').replace(/^#.*$/gm, '');
  return text
    .split(/\n\n+|\n(?=\* )/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '');
}
