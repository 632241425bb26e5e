/**
 * Integer ops by value range and by demanded bits.
 *
 * JS `%` on numbers beyond 2^31 costs ten times the float-quotient form, `& | ^` need 32-bit
 * operands, and a masked product needs only low bits. With the ranges of `facts.ts`, an op is
 * replaced by the cheapest row that is exact for every value in range.
 *
 * Demanded bits: `any_mask(e, m)` with 0 ≤ m < 2^31 needs the low 32 bits of e. The low bits of a
 * sum, difference or product are those of the low bits of the operands (two's complement), and a
 * small int's low bits are what JS's ToInt32 takes, so the chain turns into `Math.imul` and `| 0`.
 */
import type { OpName } from '../ir/ops.ts';
import { isI32, isU31 } from '../ir/ranges.ts';
import type { Ins } from '../ir/trace.ts';
import type { Context } from './context.ts';
import type { Facts } from './facts.ts';

type Emit = (op: OpName, args: Ins[]) => Ins;

/** Returns a cheaper equal of an op, or undefined. */
export function narrow(c: Context, facts: Facts, op: OpName, args: Ins[], emit: Emit): Ins | undefined {
  const [a, b] = args as [Ins, Ins];
  switch (op) {
    case 'int_fits': {
      const r = facts.range(a);
      if (r.lo >= -Number.MAX_SAFE_INTEGER && r.hi <= Number.MAX_SAFE_INTEGER && hasRange(a))
        return c.constant('bool', true);
      return undefined;
    }
    case 'int_lt':
    case 'int_le':
    case 'int_gt':
    case 'int_ge':
    case 'int_eq':
    case 'int_ne': {
      const d = facts.decide(op, a, b);
      return d === undefined ? undefined : c.constant('bool', d);
    }
    case 'int_mod':
      if (isU31(facts.range(a)) && isU31(facts.range(b))) return emit('int_mod_i32', args);
      return facts.range(b).hi <= 0x7fffffff && facts.range(a).hi > 2 ** 40 ? emit('int_mod_wide', args) : undefined;
    case 'int_floordiv':
      return isU31(facts.range(a)) && isU31(facts.range(b)) && facts.range(b).lo > 0
        ? emit('int_floordiv_i32', args)
        : undefined;
    case 'int_mul':
      return facts.range(a).lo > 0 || facts.range(b).lo > 0 || (facts.range(a).lo >= 0 && facts.range(b).lo >= 0)
        ? emit('int_mul_positive', args)
        : undefined;
    case 'int_and':
      if (isU31(facts.range(a)) || isU31(facts.range(b)) || (isI32(facts.range(a)) && isI32(facts.range(b))))
        return emit('i32_and', args);
      return undefined;
    case 'int_or':
      return isI32(facts.range(a)) && isI32(facts.range(b)) ? emit('i32_or', args) : undefined;
    case 'int_xor':
      return isI32(facts.range(a)) && isI32(facts.range(b)) ? emit('i32_xor', args) : undefined;
    case 'int_shr': {
      const s = facts.range(b);
      return isI32(facts.range(a)) && s.lo >= 0 && s.hi <= 31 ? emit('i32_shr', args) : undefined;
    }
    case 'any_mask': {
      const low = lowBits(c, a, emit, 8);
      return low === undefined ? undefined : emit('i32_and', [low, b]);
    }
    case 'any_mod': {
      if (a.op === 'any_mul') {
        const [x, y] = a.args as [Ins, Ins];
        if (facts.kind(x) === 'int' && facts.kind(y) === 'int')
          return emit('int_mulmod', [emit('unbox_int', [x]), emit('unbox_int', [y]), b]);
      }
      return undefined;
    }
    default:
      return undefined;
  }

  /** Tells whether a raw result has a derived range. */
  function hasRange(x: Ins): boolean {
    return x.op !== 'phi' || x.sort === 'int';
  }

  /** Returns an int with the low 32 bits of an int of any size, or undefined. */
  function lowBits(cx: Context, x: Ins, em: Emit, depth: number): Ins | undefined {
    if (depth === 0) return undefined;
    if (x.op === 'box_int') return x.args[0]!;
    if (x.op === 'const') {
      if (typeof x.value === 'number') return cx.constant('int', x.value);
      return typeof x.value === 'bigint' ? cx.constant('int', Number(BigInt.asIntN(32, x.value))) : undefined;
    }
    if (facts.kind(x) === 'int') return em('unbox_int', [x]);
    const op32 =
      x.op === 'any_add' ? 'i32_add' : x.op === 'any_sub' ? 'i32_sub' : x.op === 'any_mul' ? 'i32_mul' : undefined;
    if (op32 === undefined) return undefined;
    const l = lowBits(cx, x.args[0]!, em, depth - 1);
    const r = l === undefined ? undefined : lowBits(cx, x.args[1]!, em, depth - 1);
    if (l === undefined || r === undefined) return undefined;
    // i32_add of two ints near 2^53 would round before the cut: cut the operands first.
    return em(op32, op32 === 'i32_mul' ? [l, r] : [cut(cx, l, em), cut(cx, r, em)]);
  }

  /** Cuts an int to its low 32 bits where it may have more. */
  function cut(cx: Context, x: Ins, em: Emit): Ins {
    return isI32(facts.range(x)) ? x : em('i32_or', [x, cx.constant('int', 0)]);
  }
}
