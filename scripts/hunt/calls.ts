/**
 * Random calls of everything that native code implements: functions, types, methods, attributes, with values of every
 * kind, in any number, by position and by keyword.
 *
 * A seed makes a program of some calls, each in a `try` of its own, that prints what came of each on a line: the class
 * and text of the value or of the exception. `suspicious` finds what no Python program may see, whatever CPython
 * says: messages of the host, values that are no Python objects, ints that are not what they print.
 */
import { Choices, joined } from './choices.ts';
import type { Callable } from './listing.ts';
import { CLASSES, INSTANCES, SMALL, VALUES } from './values.ts';

/** Whose numbers are sizes or exponents: they get small ones or such as no machine accepts. */
const SIZED = new RegExp(
  `
    pow shift factorial comb perm mul just zfill center expandtabs to_bytes repeat range bytes bytearray ldexp exp
    scaleb choices sample randrange random getrandbits product Context create_decimal islice batched nlargest
    nsmallest quantize next_ truncate seek zeros array dot gamma wrap fill fma logical rotate log sqrt ln prec
    adler deque text_ decompress read tee isqrt round format __init__ __new__ __i?mod__ Decimal power compare
  `
    .trim()
    .split(/\s+/)
    .join('|'),
);

const HEAD = `${CLASSES}
def short(v, n=0):
    t = type(v)
    if t is int:
        r = int.__repr__(v) if abs(v) < 10 ** 400 else 'big'
        if r != 'big' and ((x := int(r)) != v or hash(x) != hash(v) or {x: 1}.get(v) != 1): return 'NOT CANONICAL ' + r
        return r[:60]
    if t in (set, frozenset) and n < 4: return t.__name__ + str(sorted([short(k, n + 1) for k in v])[:9])
    if t in (list, tuple) and n < 4: return t.__name__ + '[' + ', '.join([short(k, n + 1) for k in v[:9]]) + ']'
    if t is dict and n < 4:
        return '{' + ', '.join([short(k, n + 1) + ': ' + short(w, n + 1) for k, w in list(v.items())[:9]]) + '}'
    if t is str: return ascii(v)[:120]
    try: r = repr(v)
    except BaseException as e: r = '! ' + type(e).__name__
    return type.__dict__['__name__'].__get__(t) + ' ' + ascii(r)[:120]
def told(e):
    try: text = ascii(str(e))[:200]
    except BaseException as f: text = '! ' + type(f).__name__
    return type(e).__name__ + ' ' + text
def managed(x):
    with x: pass
def item(x, v): x[0] = v
def noitem(x): del x[0]
def added(x, v): x += v
def described(x):
    C = type('C', (), {'a': x})
    try: C().a
    finally: C().a = 1
def base(x): return types.new_class('C', (x,))
OPERATIONS = {
    '__len__': lambda x, v: len(x),
    '__getitem__': lambda x, v: x[0],
    '__iter__': lambda x, v: [*x],
    '__next__': lambda x, v: next(x),
    '__hash__': lambda x, v: hash(x),
    '__repr__': lambda x, v: repr(x),
    '__str__': lambda x, v: str(x),
    '__contains__': lambda x, v: v in x,
    '__call__': lambda x, v: x(v),
    '__add__': lambda x, v: x + v,
    '__radd__': lambda x, v: v + x,
    '__eq__': lambda x, v: x == v,
    '__lt__': lambda x, v: sorted([x, v, x]),
    '__bool__': lambda x, v: not x,
    '__index__': lambda x, v: [1][x],
    '__int__': lambda x, v: int(x),
    '__float__': lambda x, v: math.sqrt(x),
    '__setitem__': item,
    '__delitem__': lambda x, v: noitem(x),
    '__format__': lambda x, v: f'{x:5}',
    '__reversed__': lambda x, v: list(reversed(x)),
    '__iadd__': added,
    '__neg__': lambda x, v: -x,
    '__abs__': lambda x, v: abs(x),
    '__enter__': lambda x, v: managed(x),
    '__getattr__': lambda x, v: x.zzz,
    '__getattribute__': lambda x, v: x.zzz,
    '__get__': lambda x, v: described(x),
    '__set__': lambda x, v: described(x),
    '__copy__': lambda x, v: copy.copy(x),
    '__deepcopy__': lambda x, v: copy.deepcopy(x),
    '__instancecheck__': lambda x, v: isinstance(v, x),
    '__round__': lambda x, v: round(x),
    '__bytes__': lambda x, v: bytes(x),
    '__pow__': lambda x, v: x ** v,
    '__divmod__': lambda x, v: divmod(x, v),
    '__length_hint__': lambda x, v: list(x),
    '__mro_entries__': lambda x, v: base(x),
    '__dir__': lambda x, v: len(dir(x)),
    '__class_getitem__': lambda x, v: type(x)[v],
    '__missing__': lambda x, v: x[v],
    '__setattr__': lambda x, v: setattr(x, 'q', v),
    '__delattr__': lambda x, v: delattr(x, 'q'),
}
def borrowed(name, m, base, v):
    C = type('C', (base,), {name: m})
    x = C('D', (), {}) if base is type else C()
    if name in OPERATIONS: return type(OPERATIONS[name](x, v)).__name__
    return type(getattr(x, name)(v)).__name__
def call(k, f, *seen):
    try:
        v = f()
        r = short(v)
        if hasattr(type(v), '__next__') and type(v).__name__ not in ('Raises', 'count', 'cycle', 'repeat'):
            try: r += ' -> ' + ' '.join([short(w) for w in itertools.islice(v, 5)])
            except BaseException as e: r += ' -> ' + told(e)
    except BaseException as e:
        r = told(e)
    print(f'\\x01{k} {r}', flush=True)
`;

/** Names under which the language itself looks for methods. */
const SPECIAL = `
  __len__ __getitem__ __iter__ __next__ __hash__ __repr__ __str__ __contains__ __call__ __add__ __radd__ __eq__ __lt__
  __bool__ __index__ __int__ __float__ __setitem__ __delitem__ __format__ __reversed__ __iadd__ __neg__ __abs__
  __enter__ __getattr__ __getattribute__ __setattr__ __delattr__ __get__ __set__ __delete__ __dir__ __copy__
  __deepcopy__ __instancecheck__ __length_hint__ __missing__ __round__ __trunc__ __bytes__ __pow__ __divmod__
  __class_getitem__ __set_name__ __mro_entries__ __prepare__ __init_subclass__ __subclasshook__ __init__ __new__
`
  .trim()
  .split(/\s+/);

class Maker {
  constructor(
    private readonly c: Choices,
    private readonly callables: readonly Callable[],
  ) {}

  private value(sized: boolean): string {
    const { c } = this;
    if (!sized) return c.pick(VALUES);
    const value = c.one(2) ? c.pick(SMALL.slice(0, 8)) : c.pick(VALUES);
    return /\*\*|1e|00|114112|55296|10\b|big/.test(value) ? c.pick(SMALL.slice(0, 5)) : value;
  }

  private arguments(sized: boolean, most: number): string[] {
    const { c } = this;
    const args = Array.from({ length: c.one(20) ? c.below(7) : c.below(most + 1) }, () => this.value(sized));
    if (c.one(12)) args.push(`*${c.pick(['(1, 2)', '[]', "'ab'", 'Odd()', '5', 'gen()', 'Raises()', '(None,)'])}`);
    if (c.one(8))
      args.push(
        joined(
          c.pick([
            'key',
            'x',
            'default',
            'sep',
            'encoding',
            'errors',
            'start',
            'reverse',
            'base',
            'strict',
            'a',
            'n',
            'self',
            'iterable',
            'end',
            'maxsplit',
            'byteorder',
            'signed',
            'initial',
            'object',
            'name',
            'repeat',
            'maxlen',
            'k',
            'r',
            'step',
            'stop',
            'flags',
            'constructor',
            'toString',
          ]),
          `=`,
          this.value(sized),
        ),
      );
    if (c.one(30))
      args.push(`**${c.pick(["{'a': 1}", "{'__proto__': 1}", '{1: 2}', 'Odd()', '5', "{'then': 2}", "{'x y': 3}"])}`);
    return args;
  }

  /** Returns an instance of a class, or sometimes of another. */
  private self(owner: string): string {
    const { c } = this;
    const own = INSTANCES[owner];
    return own === undefined || c.one(10) ? c.pick(VALUES) : c.pick(own);
  }

  /** Returns the use of a method or attribute in a class of another kind, under its own name or a special one. */
  private borrowed(path: string, name: string, kind: Callable['kind']): string {
    const { c } = this;
    const special = !name.startsWith('__') || c.one(4) ? c.pick(SPECIAL) : name;
    const base = c.pick(['object', 'object', 'int', 'str', 'list', 'dict', 'Exception', 'type', 'float']);
    const native = kind === 'method' ? `${path}.${name}` : `${path}.__dict__['${name}']`;
    return `borrowed('${special}', ${native}, ${base}, ${c.pick(VALUES)})`;
  }

  /** Returns one call. */
  one(): string {
    const { c } = this;
    const { kind, path, owner, name } = c.pick(this.callables);
    if ((kind === 'method' || kind === 'attribute') && c.one(6)) return this.borrowed(path, name, kind);
    const sized = SIZED.test(name) || SIZED.test(owner);
    const args = (most: number): string => this.arguments(sized, most).join(', ');
    switch (kind) {
      case 'function':
        return `${path}.${name}(${args(3)})`;
      case 'type':
        return `${/^type\(/.test(path) ? `(${path})` : path}(${args(3)})`;
      case 'method':
        return `${path}.${name}(${[this.self(owner), ...this.arguments(sized, 2)].join(', ')})`;
      case 'attribute':
        return c.make([
          () => `getattr(${this.self(owner)}, '${name}')`,
          () => `${path}.${name}.__get__(${this.self(owner)}, ${c.pick(VALUES)})`,
          () => `setattr(${this.self(owner)}, '${name}', ${this.value(true)})`,
          () => `delattr(${this.self(owner)}, '${name}')`,
        ]);
    }
  }

  /** Returns an operation by sign, an item, a slice, a format, a loop: what calls methods without naming them. */
  operation(): string {
    const { c } = this;
    const v = (): string => c.pick(VALUES);
    const s = (): string => this.value(true);
    return c.make([
      () =>
        joined(
          `(`,
          v(),
          `) `,
          c.pick([
            '+',
            '-',
            '/',
            '//',
            '%',
            '&',
            '|',
            '^',
            '@',
            '==',
            '!=',
            '<',
            '<=',
            '>',
            '>=',
            'in',
            'not in',
            'is',
          ]),
          ` (`,
          v(),
          `)`,
        ),
      () => `(${s()}) ${c.pick(['*', '**', '<<', '>>'])} (${s()})`,
      () => `${c.pick(['-', '+', '~', 'not '])}(${v()})`,
      () => `(${v()})[${c.pick(['0', '-1', '1:', '::-1', '::0', v(), v()])}]`,
      () =>
        joined(
          `operate(`,
          v(),
          `, '`,
          c.pick(['+=', '-=', '*=', '/=', '//=', '%=', '**=', '<<=', '>>=', '&=', '|=', '^=', '@=']),
          `', `,
          s(),
          `)`,
        ),
      () => `f'{(${v()})!${c.pick(['r', 's', 'a'])}:${c.pick(['', '>9', '.2', '05', 'x', '{1}', 'q', '>99999'])}}'`,
      () => `f'{(${v()}):${c.pick(['', '>9', '.2', '05', 'x', ',', 'n', '%', 'c', '+.3e', '#b', '=^10', '!'])}}'`,
      () => `[*${v()}]`,
      () => `(lambda a, *b: b)(*${v()})`,
      () => `{**${v()}}`,
      () => `(${v()})(${this.arguments(true, 2).join(', ')})`,
      () =>
        joined(
          `(`,
          v(),
          `).`,
          c.pick([
            '__class__',
            'x',
            'a',
            '__name__',
            '__doc__',
            '__module__',
            '__proto__',
            'constructor',
            'then',
            'toString',
            'items',
            '__len__',
            '__qualname__',
            '__self__',
            '__wrapped__',
            '__mro__',
            '__annotations__',
            '__type_params__',
          ]),
        ),
      () => `setitem(${v()}, ${v()}, ${v()})`,
      () => `delitem(${v()}, ${v()})`,
      () =>
        `setattr(${v()}, ${c.pick(["'a'", "'__class__'", "'__dict__'", "'__name__'", "'__proto__'", v()])}, ${v()})`,
      () => `delattr(${v()}, ${c.pick(["'a'", "'__class__'", "'__dict__'", v()])})`,
      () => `entered(${v()})`,
      () => `matched(${v()})`,
      () => `raised(${v()}, ${v()})`,
      () =>
        joined(
          `type(`,
          c.pick(["'T'", "'a.b'", "''", "'\\x00'", "'\\ud800'", v()]),
          `, (`,
          c.pick(['', 'int,', 'Full,', `${v()},`]),
          `), `,
          c.pick([
            '{}',
            "{'__slots__': ['a']}",
            "{'__slots__': 'a b'}",
            "{'__init_subclass__': 1}",
            "{'__qualname__': 3}",
            "{'__classcell__': 1}",
            v(),
          ]),
          `)`,
        ),
      () => `annotated(${v()})`,
    ]);
  }
}

const OPERATIONS = `
def operate(a, sign, b):
    space = {'a': a, 'b': b}
    exec(f'a {sign} b', space)
    return space['a']
def setitem(a, k, v):
    a[k] = v
    return a
def delitem(a, k):
    del a[k]
    return a
def entered(v):
    with v as w: return w
def matched(v):
    match v:
        case [a, *b]: return 'list', a, b
        case {'a': a, **b}: return 'dict', a, b
        case int(a) | str(a): return a
        case Full(a=a): return a
        case None: return 0
    return 'none'
def raised(v, w):
    try: raise v from w
    except v if isinstance(v, type) else Exception as e: return e, e.__cause__
def annotated(v):
    class T(v): a: int = 1
    return T, T.__mro__, T()
`;

/** Makes the program of a seed: so many calls. */
export function callsProgram(seed: number, callables: readonly Callable[], calls = 40): string {
  const c = new Choices(seed);
  const maker = new Maker(c, callables);
  const lines = Array.from(
    { length: calls },
    (_, k) => `call(${k}, lambda: ${c.one(4) ? maker.operation() : maker.one()})\n`,
  );
  return `${HEAD}${OPERATIONS}${lines.join('')}`;
}

/** Splits an outcome into the answers of the calls. */
export function answers(text: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const part of text.split('\x01').slice(1)) {
    const [, k, answer] = /^(\d+) ([^\n]*)/.exec(part) ?? [];
    if (k !== undefined) found.set(Number(k), answer!.replace(/0x[0-9a-f]{6,}/g, '0x'));
  }
  return found;
}

/** What only the host says. */
const HOST = [
  /Cannot (?:read|set|mix|convert|destructure|access|create)|is not a function|is not a constructor|Class constructor/,
  /is not iterable'?$|undefined|\[object|RangeError|\bNaN\b|Invalid array length|Maximum call|null is|BigInt|Symbol\(/,
  /in' operator|circular structure|NOT CANONICAL/,
];

/** Returns what in an answer no Python program may see. */
export function suspicious(answer: string): string | undefined {
  for (const pattern of HOST) {
    const found = pattern.exec(answer);
    if (found !== null) return found[0];
  }
  return undefined;
}
