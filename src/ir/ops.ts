/**
 * THE op table: one row per primitive of the trace language.
 *
 * From a row come, and are never written again: the machine's method of that name (its type in
 * `machine/machine.ts`, its live form in `machine/live-ops.ts`), the constant folder, the evaluator of
 * traces, the emitted JavaScript, whether CSE, DCE and load forwarding may touch it, what the optimiser
 * knows of its result, and conformance tests.
 *
 * Sorts: `ref` any Python value; `int` an integral JS number with |n| ≤ 2^53-1 (or, between an op that
 * `overflows` and the `int_fits` that follows it, any JS number); `float` an unboxed float; `bool` a JS
 * boolean. Templates are single expressions over `$0…`; free names come from `machine/names.ts`. What is
 * longer is a runtime function and is called.
 *
 * Effects: `pure` depends on operands only; `load` reads a class of the heap; `store` writes it; `alloc`
 * makes an object. Loads and stores are exact: two accesses of one class to different objects do not alias.
 * All other columns are explained in `rows.ts`.
 */
import * as D from './domains.ts';
import * as R from './ranges.ts';
import { type OpRow, type Sort, alloc, load, pure, store } from './rows.ts';

export type { Effect, OpRow, Sort } from './rows.ts';

export const OPS = {
  // Boxes. An int is its own box; a float's is an object.
  box_int: pure(['int'], 'ref', '$0', { kind: 'int' }),
  unbox_int: pure(['ref'], 'int', '$0', { range: R.sameAs }),
  box_bool: pure(['bool'], 'ref', '$0', { kind: 'bool' }),
  unbox_bool: pure(['ref'], 'bool', '$0'),
  /** A float has no identity, so its box is not `fresh`: it may be made twice, or not at all. */
  box_float: alloc(['float'], 'new PyFloat($0)', { kind: 'float' }),
  unbox_float: pure(['ref'], 'float', '$0.value'),

  // Classes and identity.
  is_int: pure(['ref'], 'bool', "(typeof $0 === 'number')", { tests: 'int' }),
  is_big: pure(['ref'], 'bool', "(typeof $0 === 'bigint')", { tests: 'big' }),
  is_bool: pure(['ref'], 'bool', "(typeof $0 === 'boolean')", { tests: 'bool' }),
  is_str: pure(['ref'], 'bool', "(typeof $0 === 'string')", { tests: 'str' }),
  is_bound: pure(['ref'], 'bool', '($0 != null)'),
  has_type: pure(['ref', 'ref'], 'bool', '($0.type === $1)'),
  has_shape: load('shape', ['ref', 'ref'], 'bool', '($0.shape === $1)'),
  /** Identity; that of floats is of their bits. */
  same: pure(['ref', 'ref'], 'bool', 'same($0, $1)', { commutes: true }),
  ref_eq: pure(['ref', 'ref'], 'bool', '($0 === $1)', { commutes: true, negate: 'ref_ne' }),
  ref_ne: pure(['ref', 'ref'], 'bool', '($0 !== $1)', { commutes: true, negate: 'ref_eq' }),
  bool_not: pure(['bool'], 'bool', '!$0'),
  bool_to_int: pure(['bool'], 'int', '($0 ? 1 : 0)', { range: R.within(0, 1) }),

  // Integers.
  int_fits: pure(['int'], 'bool', '($0 >= -MAX_INT && $0 <= MAX_INT)'),
  int_add: pure(['int', 'int'], 'int', '($0 + $1)', { commutes: true, overflows: true, range: R.sum }),
  int_sub: pure(['int', 'int'], 'int', '($0 - $1)', { overflows: true, range: R.difference }),
  int_mul: pure(['int', 'int'], 'int', '($0 * $1 + 0)', { commutes: true, overflows: true, range: R.product }),
  int_mul_positive: pure(['int', 'int'], 'int', '($0 * $1)', {
    commutes: true,
    overflows: true,
    range: R.product,
    domain: D.signless,
  }),
  int_neg: pure(['int'], 'int', '(0 - $0)', { range: R.negated }),
  int_abs: pure(['int'], 'int', 'Math.abs($0)', { range: R.absolute }),
  int_invert: pure(['int'], 'int', '(-1 - $0)', { overflows: true, range: R.inverted }),
  /** floor division of any dividend by a divisor other than 0: exact below 2^53. */
  int_floordiv: pure(['int', 'int'], 'int', '(Math.floor($0 / $1) + 0)', { range: R.quotient, domain: D.divisible }),
  int_floordiv_i32: pure(['int', 'int'], 'int', '(($0 / $1) | 0)', { range: R.quotient, domain: D.positive31 }),
  /** a mod b for 0 ≤ a, 0 < b. */
  int_mod: pure(['int', 'int'], 'int', '($0 <= 0x7fffffff ? $0 % $1 : $0 - Math.floor($0 / $1) * $1)', {
    range: R.remainder,
    domain: D.positive,
  }),
  int_mod_i32: pure(['int', 'int'], 'int', '($0 % $1)', { range: R.remainder, domain: D.positive31 }),
  int_mod_wide: pure(['int', 'int'], 'int', '($0 - Math.floor($0 / $1) * $1)', {
    range: R.remainder,
    domain: D.positive,
  }),
  /** a mod b for any a and b ≠ 0, result with the sign of b. */
  int_mod_signed: pure(['int', 'int'], 'int', 'modSigned($0, $1)', { domain: D.divisible }),
  int_and: pure(['int', 'int'], 'int', 'and53($0, $1)', { commutes: true, overflows: true, range: R.and53 }),
  int_or: pure(['int', 'int'], 'int', 'or53($0, $1)', { commutes: true, range: R.or53 }),
  int_xor: pure(['int', 'int'], 'int', 'xor53($0, $1)', { commutes: true, overflows: true, range: R.or53 }),
  i32_and: pure(['int', 'int'], 'int', '($0 & $1)', { commutes: true, range: R.and32, domain: D.maskable }),
  i32_or: pure(['int', 'int'], 'int', '($0 | $1)', { commutes: true, range: R.or32, domain: D.both32 }),
  i32_xor: pure(['int', 'int'], 'int', '($0 ^ $1)', { commutes: true, range: R.or32, domain: D.both32 }),
  i32_add: pure(['int', 'int'], 'int', '(($0 + $1) | 0)', { commutes: true, range: R.signed32, domain: D.both32 }),
  i32_sub: pure(['int', 'int'], 'int', '(($0 - $1) | 0)', { range: R.signed32, domain: D.both32 }),
  i32_mul: pure(['int', 'int'], 'int', 'Math.imul($0, $1)', { commutes: true, range: R.signed32 }),
  int_shl: pure(['int', 'int'], 'int', '($0 * 2 ** $1 + 0)', {
    overflows: true,
    range: R.shiftedLeft,
    domain: D.shift52,
  }),
  int_shr: pure(['int', 'int'], 'int', '(Math.floor($0 / 2 ** Math.min($1, 99)) + 0)', {
    range: R.shiftedRight,
    domain: D.shift,
  }),
  i32_shr: pure(['int', 'int'], 'int', '($0 >> $1)', { range: R.shiftedRight, domain: D.shift32 }),
  int_lt: pure(['int', 'int'], 'bool', '($0 < $1)', { negate: 'int_ge' }),
  int_le: pure(['int', 'int'], 'bool', '($0 <= $1)', { negate: 'int_gt' }),
  int_eq: pure(['int', 'int'], 'bool', '($0 === $1)', { commutes: true, negate: 'int_ne' }),
  int_ne: pure(['int', 'int'], 'bool', '($0 !== $1)', { commutes: true, negate: 'int_eq' }),
  int_gt: pure(['int', 'int'], 'bool', '($0 > $1)', { negate: 'int_le' }),
  int_ge: pure(['int', 'int'], 'bool', '($0 >= $1)', { negate: 'int_lt' }),
  int_to_float: pure(['int'], 'float', '$0'),
  int_truediv: pure(['int', 'int'], 'float', '($0 / $1)', { domain: D.divisible }),

  // Integers of any size, in one box: exact, never leave their range.
  any_add: pure(['ref', 'ref'], 'ref', 'intAdd($0, $1)', { commutes: true, kind: 'any_int' }),
  any_sub: pure(['ref', 'ref'], 'ref', 'intSub($0, $1)', { kind: 'any_int' }),
  any_mul: pure(['ref', 'ref'], 'ref', 'intMul($0, $1)', { commutes: true, kind: 'any_int' }),
  /** x & mask for any int x and 0 ≤ mask < 2^31. */
  any_mask: pure(['ref', 'int'], 'int', 'maskInt($0, $1)', { range: R.masked, domain: D.mask31 }),
  /** x mod m for any int x and 0 < m ≤ 2^53-1. */
  any_mod: pure(['ref', 'int'], 'int', 'modInt($0, $1)', { range: R.remainder, domain: D.modulus }),
  /** a * b mod m, for |a|, |b| ≤ 2^53-1 and 0 < m. */
  int_mulmod: pure(['int', 'int', 'int'], 'int', 'mulMod($0, $1, $2)', {
    range: R.remainderOfProduct,
    domain: D.modulus3,
  }),

  // Floats. An ordering has no negation: of NaN, neither is true.
  float_add: pure(['float', 'float'], 'float', '($0 + $1)', { commutes: true }),
  float_sub: pure(['float', 'float'], 'float', '($0 - $1)'),
  float_mul: pure(['float', 'float'], 'float', '($0 * $1)', { commutes: true }),
  float_div: pure(['float', 'float'], 'float', '($0 / $1)', { domain: D.divisible }),
  float_neg: pure(['float'], 'float', '(-$0)'),
  float_abs: pure(['float'], 'float', 'Math.abs($0)'),
  float_sqrt: pure(['float'], 'float', 'Math.sqrt($0)'),
  float_floor: pure(['float'], 'float', 'Math.floor($0)'),
  /** x ** 2 with the digits of pow(), which are not always those of x * x. */
  float_square: pure(['float'], 'float', 'floatSquare($0)', { domain: D.squarable }),
  float_mod: pure(['float', 'float'], 'float', 'floatMod($0, $1)', { domain: D.divisible }),
  float_floordiv: pure(['float', 'float'], 'float', 'floatFloorDiv($0, $1)', { domain: D.divisible }),
  float_lt: pure(['float', 'float'], 'bool', '($0 < $1)'),
  float_le: pure(['float', 'float'], 'bool', '($0 <= $1)'),
  float_eq: pure(['float', 'float'], 'bool', '($0 === $1)', { commutes: true, negate: 'float_ne' }),
  float_ne: pure(['float', 'float'], 'bool', '($0 !== $1)', { commutes: true, negate: 'float_eq' }),
  float_gt: pure(['float', 'float'], 'bool', '($0 > $1)'),
  float_ge: pure(['float', 'float'], 'bool', '($0 >= $1)'),
  /** Tells whether a float truncates to an int of sort `int`. */
  float_truncs: pure(['float'], 'bool', '($0 > -MAX_INT && $0 < MAX_INT)'),
  float_trunc: pure(['float'], 'int', '(Math.trunc($0) + 0)', { domain: D.truncatable }),

  // Strings.
  str_concat: pure(['ref', 'ref'], 'ref', '($0 + $1)', { kind: 'str' }),
  str_eq: pure(['ref', 'ref'], 'bool', '($0 === $1)', { commutes: true }),
  str_truth: pure(['ref'], 'bool', "($0 !== '')"),

  // Lists. The storage strategy is a promoted small int; elements are typed by it.
  list_store: load('list.store', ['ref'], 'int', '$0.store'),
  list_items: load('list.items', ['ref'], 'ref', '$0.items'),
  items_length: load('items.length', ['ref'], 'int', '$0.length', { range: R.within(0, 0xffffffff) }),
  items_int: load('items.int', ['ref', 'int'], 'int', '$0[$1]'),
  items_float: load('items.float', ['ref', 'int'], 'float', '$0[$1]'),
  items_ref: load('items.ref', ['ref', 'int'], 'ref', '$0[$1]'),
  items_set_int: store('items.int', ['ref', 'int', 'int'], '$0[$1] = $2', { answers: 'items_int' }),
  items_set_float: store('items.float', ['ref', 'int', 'float'], '$0[$1] = $2', { answers: 'items_float' }),
  items_set_ref: store('items.ref', ['ref', 'int', 'ref'], '$0[$1] = $2', { answers: 'items_ref' }),
  items_push_int: store('items.length', ['ref', 'int'], '$0.push($1)'),
  items_push_float: store('items.length', ['ref', 'float'], '$0.push($1)'),
  items_push_ref: store('items.length', ['ref', 'ref'], '$0.push($1)'),

  // Tuples, never changed.
  tuple_items: pure(['ref'], 'ref', '$0.items'),
  tuple_length: pure(['ref'], 'int', '$0.items.length', { range: R.within(0, 0xffffffff) }),
  tuple_item: pure(['ref', 'int'], 'ref', '$0.items[$1]'),
  new_tuple: alloc([], 'new PyTuple($0)', {
    variadic: true,
    kind: 'tuple',
    fresh: true,
    elements: { item: 'tuple_item', length: 'tuple_length' },
  }),

  // Functions and methods. What a function is made of changes only through Python; a method never does.
  runs_body: load('function', ['ref', 'ref'], 'bool', '$1.isOf($0)'),
  function_cell: load('function', ['ref', 'int'], 'ref', '$0.closure[$1]'),
  function_default: load('function', ['ref', 'int'], 'ref', '$0.defaults[$1]'),
  is_bound_builtin: pure(['ref'], 'bool', '($0.fn !== undefined)'),
  method_fn: pure(['ref'], 'ref', '$0.fn'),
  method_self: pure(['ref'], 'ref', '$0.self'),

  // Cells, namespaces, attributes.
  cell_load: load('cell', ['ref'], 'ref', '$0.value'),
  cell_store: store('cell', ['ref', 'ref'], '$0.value = $1', { answers: 'cell_load', putOff: true }),
  dict_value: load('namespace', ['ref', 'int'], 'ref', '$0.values[$1]'),
  dict_set_value: store('namespace', ['ref', 'int', 'ref'], '$0.values[$1] = $2', {
    answers: 'dict_value',
    putOff: true,
  }),
  /** Tells whether a dict, set or frozenset finds a scalar without running Python (see `plain` there). */
  table_plain: load('table.plain', ['ref'], 'bool', '$0.plain'),
  dict_keys_version: load('dict.keys', ['ref'], 'int', '$0.keysVersion'),
  slot_load: load('slots', ['ref', 'int'], 'ref', '$0.slots[$1]'),
  slot_store: store('slots', ['ref', 'int', 'ref'], '$0.slots[$1] = $2', { answers: 'slot_load' }),
  slot_load_float: load('slots.float', ['ref', 'int'], 'float', '$0.floats[$1]'),
  slot_store_float: store('slots.float', ['ref', 'int', 'float'], '$0.floats[$1] = $2', { answers: 'slot_load_float' }),
  slot_add: store('shape', ['ref', 'ref', 'ref'], 'addSlot($0, $1, $2)', { answers: 'slot_load', adds: true }),
  slot_add_float: store('shape', ['ref', 'ref', 'float'], 'addFloat($0, $1, $2)', {
    answers: 'slot_load_float',
    adds: true,
  }),
  /** Makes an instance of a class without attributes. */
  new_instance: alloc(['ref'], 'new PyInstance($0)', { kind: 'instance', fresh: true }),

  /** Tells whether every fact the tree relies on still holds. */
  still_valid: load('valid', ['ref'], 'bool', '$0.valid'),

  // Ranges: objects of ints, and `range_small` says that they are small.
  new_range: alloc(['int', 'int', 'int', 'int'], 'new PyRange($0, $1, $2, $3)', {
    kind: 'range',
    fresh: true,
    fields: { range_start: '$0', range_end: '$1', range_by: '$2', range_length: '$3', range_small: true },
  }),
  range_start: pure(['ref'], 'int', '$0.start'),
  range_end: pure(['ref'], 'int', '$0.stop'),
  range_by: pure(['ref'], 'int', '$0.step'),
  range_small: pure(['ref'], 'bool', 'isSmallRange($0)'),
  range_length: pure(['ref'], 'int', '$0.length', { range: R.within(0, R.MAX_INT) }),
  /** The length of range(a, b, c). */
  range_count: pure(['int', 'int', 'int'], 'int', 'rangeLength($0, $1, $2)', {
    overflows: true,
    range: R.within(0, 2 ** 54),
    domain: D.step,
  }),

  // Iterators.
  range_current: load('range.current', ['ref'], 'int', '$0.current'),
  range_set_current: store('range.current', ['ref', 'int'], '$0.current = $1', {
    answers: 'range_current',
    putOff: true,
  }),
  range_stop: pure(['ref'], 'int', '$0.stop'),
  range_step: pure(['ref'], 'int', '$0.step'),
  new_range_iterator: alloc(['int', 'int', 'int'], 'new PyRangeIterator($0, $1, $2)', {
    kind: 'range_iterator',
    fresh: true,
    fields: { range_current: '$0', range_stop: '$1', range_step: '$2' },
  }),
  iter_list: load('iter.list', ['ref'], 'ref', '$0.list'),
  iter_tuple: pure(['ref'], 'ref', '$0.tuple'),
  iter_index: load('iter.index', ['ref'], 'int', '$0.index'),
  iter_set_index: store('iter.index', ['ref', 'int'], '$0.index = $1', { answers: 'iter_index', putOff: true }),
  iter_finish: store('iter.list', ['ref'], '$0.list = null'),
  new_list_iterator: alloc(['ref'], 'new PyListIterator($0)', {
    kind: 'list_iterator',
    fresh: true,
    fields: { iter_list: '$0', iter_index: 0 },
  }),
  new_tuple_iterator: alloc(['ref'], 'new PyTupleIterator($0)', {
    kind: 'tuple_iterator',
    fresh: true,
    fields: { iter_tuple: '$0', iter_index: 0 },
  }),
};

export type OpName = keyof typeof OPS;

/** Looks a row up with its declared (not literal) type. */
export function rowOf(op: OpName): OpRow<OpName> {
  return OPS[op];
}

/** Returns the sorts of `count` operands of an op. */
export function sortsOf(op: OpName, count: number): readonly Sort[] {
  const row = rowOf(op);
  return row.variadic === true ? Array.from({ length: count }, () => 'ref' as const) : row.args;
}

/** The ops that box and unbox a value of a sort. */
export const BOX = { int: 'box_int', float: 'box_float', bool: 'box_bool' } as const;
export const UNBOX = { int: 'unbox_int', float: 'unbox_float', bool: 'unbox_bool' } as const;
