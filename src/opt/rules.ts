/**
 * Fold rules as data: a pattern, and what replaces it.
 *
 * `['int_add', 'x', 0]` matches int_add of anything and the constant 0; a name binds (the same name
 * twice must be the same value); the replacement is a name or a pattern to build. Every rule is
 * tested by evaluating both sides on edge values of the sorts (test/opt/rules.test.ts), so a rule
 * that is wrong for -0, NaN or the ends of the int range does not survive. Rules that depend on
 * value ranges are in `narrow.ts`; what an object holds that was made on the path is in the table's
 * columns `fields` and `elements`.
 */
import type { OpName } from '../ir/ops.ts';

export type Pattern = string | number | boolean | readonly [OpName, ...Pattern[]];
export interface Rule {
  readonly name: string;
  readonly from: readonly [OpName, ...Pattern[]];
  readonly to: Pattern;
}

function rule(name: string, from: readonly [OpName, ...Pattern[]], to: Pattern): Rule {
  return { name, from, to };
}

export const RULES: readonly Rule[] = [
  rule('unbox_box_int', ['unbox_int', ['box_int', 'x']], 'x'),
  rule('unbox_box_float', ['unbox_float', ['box_float', 'x']], 'x'),
  rule('unbox_box_bool', ['unbox_bool', ['box_bool', 'x']], 'x'),
  rule('box_unbox_int', ['box_int', ['unbox_int', 'x']], 'x'),
  rule('box_unbox_bool', ['box_bool', ['unbox_bool', 'x']], 'x'),
  rule('box_unbox_float', ['box_float', ['unbox_float', 'x']], 'x'),
  rule('not_not', ['bool_not', ['bool_not', 'x']], 'x'),
  rule('add_zero', ['int_add', 'x', 0], 'x'),
  rule('sub_zero', ['int_sub', 'x', 0], 'x'),
  rule('sub_self', ['int_sub', 'x', 'x'], 0),
  rule('mul_one', ['int_mul', 'x', 1], 'x'),
  rule('mul_zero', ['int_mul', 'x', 0], 0),
  rule('neg_neg', ['int_neg', ['int_neg', 'x']], 'x'),
  rule('floordiv_one', ['int_floordiv', 'x', 1], 'x'),
  rule('and_self', ['int_and', 'x', 'x'], 'x'),
  rule('or_self', ['int_or', 'x', 'x'], 'x'),
  rule('or_zero', ['int_or', 'x', 0], 'x'),
  rule('xor_zero', ['int_xor', 'x', 0], 'x'),
  rule('xor_self', ['int_xor', 'x', 'x'], 0),
  rule('shl_zero', ['int_shl', 'x', 0], 'x'),
  rule('shr_zero', ['int_shr', 'x', 0], 'x'),
  rule('invert_invert', ['int_invert', ['int_invert', 'x']], 'x'),
  rule('abs_abs', ['int_abs', ['int_abs', 'x']], ['int_abs', 'x']),
  rule('float_sub_zero', ['float_sub', 'x', 0], 'x'),
  rule('float_mul_one', ['float_mul', 'x', 1], 'x'),
  rule('float_div_one', ['float_div', 'x', 1], 'x'),
  rule('float_neg_neg', ['float_neg', ['float_neg', 'x']], 'x'),
  rule('float_abs_abs', ['float_abs', ['float_abs', 'x']], ['float_abs', 'x']),
  rule('ref_eq_self', ['ref_eq', 'x', 'x'], true),
  rule('ref_ne_self', ['ref_ne', 'x', 'x'], false),
];
