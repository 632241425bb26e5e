// The verifier of trees refuses what is broken; the parser and the evaluator refuse what they cannot do.
import { describe, expect, it } from 'vitest';
import { evaluateTree } from '../../src/ir/evaluate.ts';
import { parseRecording, parseTree } from '../../src/ir/parse.ts';
import { printTree } from '../../src/ir/print.ts';
import { verifyTree } from '../../src/ir/verify.ts';
import { compileOps } from '../../src/machine/live-ops.ts';

const OPS = compileOps();

const GOOD = `tree 1 f header 4 sp 2
root 1
    p0 ref = param 0
    p1 ref = param 1
    v3 bool = is_int p0
    guard v3 -> exit 0 [p0 p1] {f@4: p0 p1}
    v4 int = unbox_int p0
  - v5 ref = box_int v4
body
    slots v11 p1
    l10 int = phi v4, v12 for slot 0
  ~ v11 ref = box_int l10
    v20 bool = int_lt l10, 10
    guard v20 -> exit 1 [l10 p1] {f@4: v11 p1}
    v12 int = int_add l10, 1
    end loop v12
side 2 of exit 1
    v30 ref = box_int l10
    v31 ref = new_tuple v30, p1
    end stop exit 2 direct {f@9!: v31}
`;

describe('verifyTree', () => {
  it('finds nothing wrong with a tree that is right', () => {
    expect(verifyTree(parseTree(GOOD))).toEqual([]);
    expect(printTree(parseTree(GOOD))).toBe(GOOD);
  });
  it.each([
    [
      'a use of what does not dominate it',
      'end stop exit 2 direct {f@9!: v31}\n',
      'end stop exit 2 direct {f@9!: v31}\nside 3 of exit 0\n    v40 ref = box_int v4\n    end header v40 p1\n',
      /v4, which is not computed before it/,
    ],
    ['an operand of another sort', 'v12 int = int_add l10, 1', 'v12 int = int_add l10, 1.5', /sort float as int/],
    [
      'a use of what is not computed',
      'v20 bool = int_lt l10, 10',
      'v20 bool = is_int v5',
      /v5, which compiled code does not compute/,
    ],
    ['a missing leaf', 'exit 1 [l10 p1]', 'exit 1 [p1]', /needs l10 \(phi\)/],
    ['an unboxed value in a slot', '{f@4: v11 p1}', '{f@4: l10 p1}', /of sort int into a slot/],
    [
      'a slot that becomes unbound',
      'end stop exit 2 direct {f@9!: v31}',
      'end header v31 _',
      /slot 1 is unbound at the end and bound at the header/,
    ],
    ['a loop with too few values', 'end loop v12', 'end loop', /another next value|0 next values/],
    [
      'a direct exit of two frames',
      'direct {f@9!: v31}',
      'direct {f@9!: v31 / g@1: p1}',
      /more than the slots of one frame/,
    ],
    [
      'a sunk store',
      '    v12 int = int_add l10, 1\n',
      '    v12 int = int_add l10, 1\n  ~ items_push_int p1, v12\n',
      /store that is not live/,
    ],
  ] as const)('finds %s', (_name, from, to, fault) => {
    expect(GOOD).toContain(from);
    const faults = verifyTree(parseTree(GOOD.replace(from, to)));
    expect(faults.join('\n')).toMatch(fault);
  });
});

describe('evaluateTree', () => {
  it('runs entry, body and side traces', () => {
    const tree = parseTree(GOOD);
    const slots: unknown[] = [3, 'x'];
    const out: unknown[] = [];
    expect(evaluateTree(tree, OPS, slots, out)).toBe(2);
    expect(slots[0]).toMatchObject({ items: [10, 'x'] });
    expect(evaluateTree(tree, OPS, ['a', 'x'], out)).toBe(0);
    expect(out.slice(0, 2)).toEqual(['a', 'x']);
  });
  it('stops when the fuel is used up, and takes exits it is told to', () => {
    const tree = parseTree(GOOD.replace('int_add l10, 1', 'int_add l10, 0'));
    expect(() => evaluateTree(tree, OPS, [3, 'x'], [], { fuel: 1000 })).toThrow('does not end');
    const out: unknown[] = [];
    expect(evaluateTree(tree, OPS, [3, 'x'], out, { force: (g) => g.exit!.id === 1 })).toBe(1);
    expect(out).toEqual([3, 'x']);
  });
});

describe('the parser', () => {
  it.each([
    ['tree 1 f header 4 sp 2', 'no trace'],
    ['root 1', 'a tree expected'],
    [`${GOOD}nonsense`, 'no operand|an instruction expected|a trace expected|no op'],
    [GOOD.replace('unbox_int p0', 'no_such_op p0'), 'no op no_such_op'],
    [GOOD.replace('int_lt l10, 10', 'int_lt v99, 10'), 'v99 is not defined'],
    [GOOD.replace('of exit 1', 'of exit 7'), 'no exit 7'],
  ])('refuses %#', (text, message) => {
    expect(() => parseTree(text)).toThrow(new RegExp(message));
  });
  it('reads recordings', () => {
    const r = parseRecording(
      'p0 ref = param 0\nv1 bool = is_int p0\nguard v1\nv2 ref = call @0 p0, "a -> b {c} / ' +
        'd", #-5, #true -> {f@3: p0 / g@1: "x; y" _ new p0; range_set_current p0, 7}\nend closed v2',
      [{ name: 'fn' }],
    );
    expect(r.ops.map((x) => x.op)).toEqual(['is_int', 'guard', 'call']);
    expect(r.ops[2]!.args.map((a) => a.value)).toEqual([0, 'a -> b {c} / d', -5, true]);
    expect(r.ops[1]!.snapshot!.frames[0]!.slots).toEqual([r.params[0]]);
    const s = r.ops[2]!.snapshot!;
    expect(s.frames.length).toBe(2);
    expect(s.frames[1]!.slots.map((x) => x?.value)).toEqual(['x; y', undefined]);
    expect(s.frames[1]!.instance).toBe(r.params[0]);
    expect(s.pending.map((p) => [p.op, p.args[1]!.value])).toEqual([['range_set_current', 7]]);
  });
});
