/**
 * Random programs: typed, so that most of what they do succeeds, and sure to end.
 *
 * A loop of some rounds in a function, at module level, in a method or in a generator; before it the classes, after
 * it a print of all state. What escapes a round is noted with its lines and the loop goes on, so that one early
 * exception does not hide the rest. The same seed makes the same program.
 */
import { Choices, joined } from './choices.ts';
import { randomClasses } from './classes.ts';
import { CONSTANTS } from './kinds.ts';
import { PRELUDE } from './prelude.ts';
import { Blocks } from './blocks.ts';

const HEADS = [
  'for i in range(14):',
  'for i in range(10):',
  'for i in range(14, 0, -1):',
  'for i in range(0, 40, 3):',
  'for i in [*range(9), True, 0.5, 2**53, "z"]:',
  'while (i := i + 1) < 15:',
  'for i in gen(9):',
  'for i, j in enumerate(range(13)):',
  'for i in (z % 7 for z in range(15)):',
  'for i in iter(step, 16):',
];

/** Returns the first values of all variables, one statement. */
function initial(s: Blocks): string {
  const { c } = s;
  const parts = ['i = 0', 'j = 1', 'step = counter()', 'e = y = None'];
  for (const [name, kind] of [
    ['a', 'int'],
    ['b', 'int'],
    ['c', 'int'],
    ['h', 'float'],
    ['k', 'float'],
    ['l', 'float'],
    ['p', 'bool'],
    ['s', 'str'],
    ['u', 'str'],
    ['bs', 'bytes'],
    ['t', 'tuple'],
    ['d', 'dict'],
    ['q', 'set'],
    ['v', 'any'],
  ] as const)
    parts.push(`${name} = ${c.pick(CONSTANTS[kind])}`);
  parts.push(`xs = ${c.pick(['[1, 2, 3, 4]', 'list(range(5))', CONSTANTS.list[4]!, '[2**53, 1, -1]'])}`);
  parts.push('fs = [0.5, 1.5, -0.0]', `ys = ${c.pick(['xs', '[4, 3, 2]', '[[1], [2]]'])}`);
  parts.push(
    `o = ${c.pick(['A(1, 2)', 'B(1)', 'T(1, 2)', 'A(0.5)'])}`,
    'o2 = o',
    `r = ${c.pick(['B(2)', 'o', 'T(3)', 'E(1)'])}`,
    'w = o',
  );
  return parts.join('; ');
}

/** Returns a loop with its rounds. */
function loop(s: Blocks, at: string, rounds: number): string {
  const { c } = s;
  const within = `${at}    `;
  const caught = !c.one(5);
  const into = caught ? `${within}    ` : within;
  const head = rounds > 0 ? `for i in range(${rounds}):` : c.pick(HEADS);
  const small = `${into}if len(xs) + len(fs) + len(ys) > 60: xs = ys = [1, 2]; fs = [0.5]\n`;
  let body = /^while|iter/.test(head) ? `${into}fuel()\n${small}` : small;
  for (let k = 1 + c.below(3); k > 0; k--) body += s.block(2, into);
  if (!caught) return `${at}${head}\n${body}`;
  return joined(
    at,
    head,
    `\n`,
    within,
    `try:\n`,
    body,
    within,
    `except `,
    c.pick(['Exception', 'Exception', 'Exception', 'ValueError']),
    ` as e:\n`,
    into,
    `note(*where(e))\n`,
  );
}

/** Makes the random program of a seed; `rounds` is how often its loop goes round, if not as it comes. */
export function typedProgram(seed: number, rounds = 0): string {
  const c = new Choices(seed);
  const s = new Blocks(c);
  const classes = randomClasses(c);
  const tail =
    "except BaseException as e: print('ends', *map(ascii, where(e)))\nfinally:\n    __builtins__['abs'] = real_abs\n" +
    'for line in log: print(line)\nprint(show(g), show(gf), show(gs), fuse, left, show(A.kind))\n';
  const start = joined(
    PRELUDE,
    `real_abs = abs\n__builtins__ = __builtins__ if type(__builtins__) is dict else __builtins__.__dict__\n`,
    classes,
  );
  if (c.one(4)) {
    s.inside = false;
    s.shared = [];
    return `${start}${initial(s)}\ntry:\n${loop(s, '    ', rounds)}    state(globals())
${tail}`;
  }
  const method = c.one(6);
  const at = method ? '        ' : '    ';
  const declared = `${at}global g, gf, gs, left\n${at}${initial(s)}\n`;
  const all = `${declared}${loop(s, at, rounds)}${c.one(3) ? loop(s, at, 0) : ''}${at}state(locals())
`;
  const made = method ? `class M(A):\n    def main(self):\n${all}` : `def f():\n${all}`;
  const call = method ? 'M().main()' : 'f()';
  const calls = c.pick([
    `print(show(${call}))`,
    `print(show(${call})); print(show(${call}))`,
    `print([show(${call}) for z in (1, 2, 3)])`,
  ]);
  return `${start}${made}try: ${calls}\n${tail}`;
}
