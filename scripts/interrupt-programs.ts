/**
 * The programs that scripts/interrupts.ts interrupts. Each is the body of a function `work`; `step` prints a line of
 * progress, which nobody flushes.
 */

/** What an interrupt finds: Python or a wait, which must end within 50 ms, or native work, which has 300. */
export type Kind = 'python' | 'native';

export interface InterruptProgram {
  readonly kind: Kind;
  readonly body: string;
  /** Its output is not read before it has been interrupted. */
  readonly unread?: true;
}

const rounds = (round: string): string => `while True:\n    step()\n    ${round.trim().split('\n').join('\n    ')}`;
const python = (body: string): InterruptProgram => ({ kind: 'python', body });
const native = (body: string): InterruptProgram => ({ kind: 'native', body });

export const PROGRAMS: Record<string, InterruptProgram> = {
  'while loop': python('i = 0\nwhile True:\n    i += 1\n    if i % 1000000 == 0: step()'),
  'range loop': python(rounds('for i in range(3000000): pass')),
  'nested loops': python(rounds('for i in range(1000):\n    for j in range(1000):\n        k = i * j')),
  'function calls': python(`def f(x): return x + 1
def g(x): return f(x) * 2
${rounds('for i in range(300000): g(i)')}`),
  recursion: python(`def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\n${rounds('fib(20)')}`),
  generator: python(`def numbers():
    i = 0
    while True:
        yield i
        i += 1
for i in numbers():
    if i % 300000 == 0: step()`),
  comprehension: python(rounds('len([i * i for i in range(300000)])')),
  sleep: python(rounds('time.sleep(10)')),
  input: python(rounds('input()')),
  'lock with timeout': python(
    `import threading\nlock = threading.Lock()\nlock.acquire()\n${rounds('lock.acquire(timeout=10)')}`,
  ),
  'sorted with key': native(rounds('sorted(range(200000), key=lambda x: -x)')),
  'sum of a range': native(rounds('sum(range(10**12))')),
  'big ints': native(rounds('x = 7 ** 2000000\ny = x * x')),
  'regular expression': native(`import re\n${rounds("re.match('(a+)+b', 'a' * 40)")}`),
  'unread output': { kind: 'python', body: rounds("write('x' * 200 + '\\n')"), unread: true },
  classes: python(`class Vector:
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, other): return Vector(self.x + other.x, self.y + other.y)
    @property
    def size(self): return self.x * self.x + self.y * self.y
${rounds('v = Vector(0, 0)\nfor i in range(100000):\n    v = v + Vector(i, 1)\n    v.size')}`),
  exceptions: python(
    rounds('for i in range(30000):\n    try: [][i]\n    except IndexError as e: str(e)\n    finally: i += 1'),
  ),
  'code by exec': python(`exec(${JSON.stringify(rounds('for i in range(500000): x = i'))}, globals())`),
  'with and finally': python(`class Manager:
    def __enter__(self): return self
    def __exit__(self, *args): left.append(len(args))
left = []
def deep(n):
    if n == 0:
        ${rounds('for i in range(300000): pass').split('\n').join('\n        ')}
    try:
        with Manager(): deep(n - 1)
    finally: left.append(n)
try: deep(10)
finally: assert len(left) == 20, left`),
  atexit: python(`for i in range(5): atexit.register(lambda i=i: write(f'last {i}\\n'))
${rounds('d = {}\nfor i in range(100000): d[i % 100] = i')}`),
};

/** Returns the whole program. */
export function sourceOf(program: InterruptProgram): string {
  return `import atexit, sys, time
count = 0
write = sys.stdout.write
def step():
    global count
    write(f'p {count}\\n')
    count += 1
atexit.register(lambda: write(f'atexit {count}\\n'))
def work():
    ${program.body.split('\n').join('\n    ')}
try:
    print('ready', file=sys.stderr, flush=True)
    work()
finally:
    now = time.time()
    write(f'finally {count} {now}\\n')
`;
}
