/**
 * THE op table: one row per primitive of the trace language.
 *
 * From a row come, and are never written again: the machine's method of that name (its type in
 * `machine/machine.ts`, its live form below), the constant folder, the IR evaluator, the emitted
 * JavaScript, whether CSE, DCE and load forwarding may touch it, and a conformance test.
 *
 * Sorts: `ref` any Python value; `int` an integral JS number with |n| ≤ 2^53-1 (or, between an
 * arithmetic op and the `int_fits` that follows it, any JS number); `float` an unboxed float;
 * `bool` a JS boolean. Templates are single expressions over `$0…`; free names come from
 * `machine/names.ts`. What is longer is a runtime function and is called.
 *
 * Effects: `pure` depends on operands only; `load` reads the heap class named by `heap`; `store`
 * writes it; `alloc` makes a fresh object whose fields are its operands.
 * Loads and stores with `field` are exact: operand 0 is the object, the last operand of a store the
 * value; two accesses of one field of different objects do not alias.
 */

export type Sort = 'ref' | 'int' | 'float' | 'bool';
export type Effect = 'pure' | 'load' | 'store' | 'alloc';

export interface OpRow {
  readonly args: readonly Sort[];
  readonly result: Sort | 'none';
  readonly effect: Effect;
  readonly js: string;
  readonly heap?: string;
  readonly commutes?: true;
  readonly negate?: string;
}

export const OPS = {
  // Boxes. An int is its own box; a float's is an object.
  box_int: { args: ['int'], result: 'ref', effect: 'pure', js: '$0' },
  unbox_int: { args: ['ref'], result: 'int', effect: 'pure', js: '$0' },
  box_bool: { args: ['bool'], result: 'ref', effect: 'pure', js: '$0' },
  unbox_bool: { args: ['ref'], result: 'bool', effect: 'pure', js: '$0' },
  box_float: { args: ['float'], result: 'ref', effect: 'alloc', js: 'new PyFloat($0)' },
  unbox_float: { args: ['ref'], result: 'float', effect: 'pure', js: '$0.value' },

  // Classes and identity.
  is_int: { args: ['ref'], result: 'bool', effect: 'pure', js: "(typeof $0 === 'number')" },
  is_big: { args: ['ref'], result: 'bool', effect: 'pure', js: "(typeof $0 === 'bigint')" },
  is_bool: { args: ['ref'], result: 'bool', effect: 'pure', js: "(typeof $0 === 'boolean')" },
  is_str: { args: ['ref'], result: 'bool', effect: 'pure', js: "(typeof $0 === 'string')" },
  is_bound: { args: ['ref'], result: 'bool', effect: 'pure', js: '($0 != null)' },
  has_type: { args: ['ref', 'ref'], result: 'bool', effect: 'pure', js: '($0.type === $1)' },
  has_shape: { args: ['ref', 'ref'], result: 'bool', effect: 'load', heap: 'shape', js: '($0.shape === $1)' },
  /** Identity; that of floats is of their bits. */
  same: { args: ['ref', 'ref'], result: 'bool', effect: 'pure', js: 'same($0, $1)', commutes: true },
  ref_eq: { args: ['ref', 'ref'], result: 'bool', effect: 'pure', js: '($0 === $1)', commutes: true, negate: 'ref_ne' },
  ref_ne: { args: ['ref', 'ref'], result: 'bool', effect: 'pure', js: '($0 !== $1)', commutes: true, negate: 'ref_eq' },
  bool_not: { args: ['bool'], result: 'bool', effect: 'pure', js: '!$0' },
  bool_to_int: { args: ['bool'], result: 'int', effect: 'pure', js: '($0 ? 1 : 0)' },

  // Integers. int_add, int_sub, int_mul may leave the range, int_invert, int_and, int_xor by one (-2^53): `int_fits` must follow.
  int_fits: { args: ['int'], result: 'bool', effect: 'pure', js: '($0 >= -MAX_INT && $0 <= MAX_INT)' },
  int_add: { args: ['int', 'int'], result: 'int', effect: 'pure', js: '($0 + $1)', commutes: true },
  int_sub: { args: ['int', 'int'], result: 'int', effect: 'pure', js: '($0 - $1)' },
  int_mul: { args: ['int', 'int'], result: 'int', effect: 'pure', js: '($0 * $1 + 0)', commutes: true },
  int_mul_positive: { args: ['int', 'int'], result: 'int', effect: 'pure', js: '($0 * $1)', commutes: true },
  int_neg: { args: ['int'], result: 'int', effect: 'pure', js: '(0 - $0)' },
  int_abs: { args: ['int'], result: 'int', effect: 'pure', js: 'Math.abs($0)' },
  int_invert: { args: ['int'], result: 'int', effect: 'pure', js: '(-1 - $0)' },
  /** floor division of any dividend by a divisor other than 0: exact below 2^53. */
  int_floordiv: { args: ['int', 'int'], result: 'int', effect: 'pure', js: '(Math.floor($0 / $1) + 0)' },
  /** floor division of 0 ≤ a by 0 < b, both below 2^31. */
  int_floordiv_i32: { args: ['int', 'int'], result: 'int', effect: 'pure', js: '(($0 / $1) | 0)' },
  /** a mod b for 0 ≤ a, 0 < b. */
  int_mod: {
    args: ['int', 'int'],
    result: 'int',
    effect: 'pure',
    js: '($0 <= 0x7fffffff ? $0 % $1 : $0 - Math.floor($0 / $1) * $1)',
  },
  int_mod_i32: { args: ['int', 'int'], result: 'int', effect: 'pure', js: '($0 % $1)' },
  int_mod_wide: { args: ['int', 'int'], result: 'int', effect: 'pure', js: '($0 - Math.floor($0 / $1) * $1)' },
  /** a mod b for any a and b ≠ 0, result with the sign of b. */
  int_mod_signed: { args: ['int', 'int'], result: 'int', effect: 'pure', js: 'modSigned($0, $1)' },
  int_and: { args: ['int', 'int'], result: 'int', effect: 'pure', js: 'and53($0, $1)', commutes: true },
  int_or: { args: ['int', 'int'], result: 'int', effect: 'pure', js: 'or53($0, $1)', commutes: true },
  int_xor: { args: ['int', 'int'], result: 'int', effect: 'pure', js: 'xor53($0, $1)', commutes: true },
  i32_and: { args: ['int', 'int'], result: 'int', effect: 'pure', js: '($0 & $1)', commutes: true },
  i32_or: { args: ['int', 'int'], result: 'int', effect: 'pure', js: '($0 | $1)', commutes: true },
  i32_xor: { args: ['int', 'int'], result: 'int', effect: 'pure', js: '($0 ^ $1)', commutes: true },
  i32_add: { args: ['int', 'int'], result: 'int', effect: 'pure', js: '(($0 + $1) | 0)', commutes: true },
  i32_sub: { args: ['int', 'int'], result: 'int', effect: 'pure', js: '(($0 - $1) | 0)' },
  i32_mul: { args: ['int', 'int'], result: 'int', effect: 'pure', js: 'Math.imul($0, $1)', commutes: true },
  /** a << b for 0 ≤ b ≤ 52: may leave the range, `int_fits` must follow. */
  int_shl: { args: ['int', 'int'], result: 'int', effect: 'pure', js: '($0 * 2 ** $1 + 0)' },
  /** a >> b for 0 ≤ b. */
  int_shr: { args: ['int', 'int'], result: 'int', effect: 'pure', js: '(Math.floor($0 / 2 ** Math.min($1, 99)) + 0)' },
  /** a >> b for |a| < 2^31, 0 ≤ b < 32. */
  i32_shr: { args: ['int', 'int'], result: 'int', effect: 'pure', js: '($0 >> $1)' },
  int_lt: { args: ['int', 'int'], result: 'bool', effect: 'pure', js: '($0 < $1)', negate: 'int_ge' },
  int_le: { args: ['int', 'int'], result: 'bool', effect: 'pure', js: '($0 <= $1)', negate: 'int_gt' },
  int_eq: { args: ['int', 'int'], result: 'bool', effect: 'pure', js: '($0 === $1)', commutes: true, negate: 'int_ne' },
  int_ne: { args: ['int', 'int'], result: 'bool', effect: 'pure', js: '($0 !== $1)', commutes: true, negate: 'int_eq' },
  int_gt: { args: ['int', 'int'], result: 'bool', effect: 'pure', js: '($0 > $1)', negate: 'int_le' },
  int_ge: { args: ['int', 'int'], result: 'bool', effect: 'pure', js: '($0 >= $1)', negate: 'int_lt' },
  int_to_float: { args: ['int'], result: 'float', effect: 'pure', js: '$0' },
  int_truediv: { args: ['int', 'int'], result: 'float', effect: 'pure', js: '($0 / $1)' },

  // Integers of any size, in one box: exact, never leave their range, no class is known of the result.
  any_add: { args: ['ref', 'ref'], result: 'ref', effect: 'pure', js: 'intAdd($0, $1)', commutes: true },
  any_sub: { args: ['ref', 'ref'], result: 'ref', effect: 'pure', js: 'intSub($0, $1)' },
  any_mul: { args: ['ref', 'ref'], result: 'ref', effect: 'pure', js: 'intMul($0, $1)', commutes: true },
  /** x & mask for any int x and 0 ≤ mask < 2^31. */
  any_mask: { args: ['ref', 'int'], result: 'int', effect: 'pure', js: 'maskInt($0, $1)' },
  /** x mod m for any int x and 0 < m ≤ 2^53-1. */
  any_mod: { args: ['ref', 'int'], result: 'int', effect: 'pure', js: 'modInt($0, $1)' },
  /** a * b mod m, for |a|, |b| ≤ 2^53-1 and 0 < m. */
  int_mulmod: { args: ['int', 'int', 'int'], result: 'int', effect: 'pure', js: 'mulMod($0, $1, $2)' },

  // Floats.
  float_add: { args: ['float', 'float'], result: 'float', effect: 'pure', js: '($0 + $1)', commutes: true },
  float_sub: { args: ['float', 'float'], result: 'float', effect: 'pure', js: '($0 - $1)' },
  float_mul: { args: ['float', 'float'], result: 'float', effect: 'pure', js: '($0 * $1)', commutes: true },
  float_div: { args: ['float', 'float'], result: 'float', effect: 'pure', js: '($0 / $1)' },
  float_neg: { args: ['float'], result: 'float', effect: 'pure', js: '(-$0)' },
  float_abs: { args: ['float'], result: 'float', effect: 'pure', js: 'Math.abs($0)' },
  float_sqrt: { args: ['float'], result: 'float', effect: 'pure', js: 'Math.sqrt($0)' },
  float_floor: { args: ['float'], result: 'float', effect: 'pure', js: 'Math.floor($0)' },
  /** x ** 2 with the digits of pow(), which are not always those of x * x. */
  float_square: { args: ['float'], result: 'float', effect: 'pure', js: 'floatSquare($0)' },
  float_mod: { args: ['float', 'float'], result: 'float', effect: 'pure', js: 'floatMod($0, $1)' },
  float_floordiv: { args: ['float', 'float'], result: 'float', effect: 'pure', js: 'floatFloorDiv($0, $1)' },
  float_lt: { args: ['float', 'float'], result: 'bool', effect: 'pure', js: '($0 < $1)' },
  float_le: { args: ['float', 'float'], result: 'bool', effect: 'pure', js: '($0 <= $1)' },
  float_eq: {
    args: ['float', 'float'],
    result: 'bool',
    effect: 'pure',
    js: '($0 === $1)',
    commutes: true,
    negate: 'float_ne',
  },
  float_ne: {
    args: ['float', 'float'],
    result: 'bool',
    effect: 'pure',
    js: '($0 !== $1)',
    commutes: true,
    negate: 'float_eq',
  },
  float_gt: { args: ['float', 'float'], result: 'bool', effect: 'pure', js: '($0 > $1)' },
  float_ge: { args: ['float', 'float'], result: 'bool', effect: 'pure', js: '($0 >= $1)' },
  /** Tells whether a float truncates to an int of sort `int`. */
  float_truncs: { args: ['float'], result: 'bool', effect: 'pure', js: '($0 > -MAX_INT && $0 < MAX_INT)' },
  float_trunc: { args: ['float'], result: 'int', effect: 'pure', js: '(Math.trunc($0) + 0)' },

  // Strings.
  str_concat: { args: ['ref', 'ref'], result: 'ref', effect: 'pure', js: '($0 + $1)' },
  str_eq: { args: ['ref', 'ref'], result: 'bool', effect: 'pure', js: '($0 === $1)', commutes: true },
  str_truth: { args: ['ref'], result: 'bool', effect: 'pure', js: "($0 !== '')" },

  // Lists. The storage strategy is a promoted small int; elements are typed by it.
  list_store: { args: ['ref'], result: 'int', effect: 'load', heap: 'list.store', js: '$0.store' },
  list_items: { args: ['ref'], result: 'ref', effect: 'load', heap: 'list.items', js: '$0.items' },
  items_length: { args: ['ref'], result: 'int', effect: 'load', heap: 'items.length', js: '$0.length' },
  items_int: { args: ['ref', 'int'], result: 'int', effect: 'load', heap: 'items.int', js: '$0[$1]' },
  items_float: { args: ['ref', 'int'], result: 'float', effect: 'load', heap: 'items.float', js: '$0[$1]' },
  items_ref: { args: ['ref', 'int'], result: 'ref', effect: 'load', heap: 'items.ref', js: '$0[$1]' },
  items_set_int: { args: ['ref', 'int', 'int'], result: 'none', effect: 'store', heap: 'items.int', js: '$0[$1] = $2' },
  items_set_float: {
    args: ['ref', 'int', 'float'],
    result: 'none',
    effect: 'store',
    heap: 'items.float',
    js: '$0[$1] = $2',
  },
  items_set_ref: { args: ['ref', 'int', 'ref'], result: 'none', effect: 'store', heap: 'items.ref', js: '$0[$1] = $2' },
  items_push_int: { args: ['ref', 'int'], result: 'none', effect: 'store', heap: 'items.length', js: '$0.push($1)' },
  items_push_float: {
    args: ['ref', 'float'],
    result: 'none',
    effect: 'store',
    heap: 'items.length',
    js: '$0.push($1)',
  },
  items_push_ref: { args: ['ref', 'ref'], result: 'none', effect: 'store', heap: 'items.length', js: '$0.push($1)' },

  // Tuples, never changed.
  tuple_items: { args: ['ref'], result: 'ref', effect: 'pure', js: '$0.items' },
  tuple_length: { args: ['ref'], result: 'int', effect: 'pure', js: '$0.items.length' },
  tuple_item: { args: ['ref', 'int'], result: 'ref', effect: 'pure', js: '$0.items[$1]' },

  // Functions and methods. What a function is made of changes only through Python; a method never does.
  runs_body: { args: ['ref', 'ref'], result: 'bool', effect: 'load', heap: 'function', js: '$1.isOf($0)' },
  function_cell: { args: ['ref', 'int'], result: 'ref', effect: 'load', heap: 'function', js: '$0.closure[$1]' },
  function_default: { args: ['ref', 'int'], result: 'ref', effect: 'load', heap: 'function', js: '$0.defaults[$1]' },
  is_bound_builtin: { args: ['ref'], result: 'bool', effect: 'pure', js: '($0.fn !== undefined)' },
  method_fn: { args: ['ref'], result: 'ref', effect: 'pure', js: '$0.fn' },
  method_self: { args: ['ref'], result: 'ref', effect: 'pure', js: '$0.self' },

  // Cells, namespaces, attributes.
  cell_load: { args: ['ref'], result: 'ref', effect: 'load', heap: 'cell', js: '$0.value' },
  cell_store: { args: ['ref', 'ref'], result: 'none', effect: 'store', heap: 'cell', js: '$0.value = $1' },
  dict_value: { args: ['ref', 'int'], result: 'ref', effect: 'load', heap: 'namespace', js: '$0.values[$1]' },
  dict_set_value: {
    args: ['ref', 'int', 'ref'],
    result: 'none',
    effect: 'store',
    heap: 'namespace',
    js: '$0.values[$1] = $2',
  },
  /** Tells whether a dict, set or frozenset finds a scalar without running Python (see `plain` there). */
  table_plain: { args: ['ref'], result: 'bool', effect: 'load', heap: 'table.plain', js: '$0.plain' },
  dict_keys_version: { args: ['ref'], result: 'int', effect: 'load', heap: 'dict.keys', js: '$0.keysVersion' },
  slot_load: { args: ['ref', 'int'], result: 'ref', effect: 'load', heap: 'slots', js: '$0.slots[$1]' },
  slot_store: { args: ['ref', 'int', 'ref'], result: 'none', effect: 'store', heap: 'slots', js: '$0.slots[$1] = $2' },
  slot_load_float: { args: ['ref', 'int'], result: 'float', effect: 'load', heap: 'slots.float', js: '$0.floats[$1]' },
  slot_store_float: {
    args: ['ref', 'int', 'float'],
    result: 'none',
    effect: 'store',
    heap: 'slots.float',
    js: '$0.floats[$1] = $2',
  },
  /** Adds an attribute by a transition to a shape. */
  slot_add: { args: ['ref', 'ref', 'ref'], result: 'none', effect: 'store', heap: 'shape', js: 'addSlot($0, $1, $2)' },
  slot_add_float: {
    args: ['ref', 'ref', 'float'],
    result: 'none',
    effect: 'store',
    heap: 'shape',
    js: 'addFloat($0, $1, $2)',
  },

  /** Tells whether every fact the tree relies on still holds. */
  still_valid: { args: ['ref'], result: 'bool', effect: 'load', heap: 'valid', js: '$0.valid' },

  // Iterators.
  range_current: { args: ['ref'], result: 'int', effect: 'load', heap: 'range.current', js: '$0.current' },
  range_stop: { args: ['ref'], result: 'int', effect: 'pure', js: '$0.stop' },
  range_step: { args: ['ref'], result: 'int', effect: 'pure', js: '$0.step' },
  range_set_current: {
    args: ['ref', 'int'],
    result: 'none',
    effect: 'store',
    heap: 'range.current',
    js: '$0.current = $1',
  },
  iter_list: { args: ['ref'], result: 'ref', effect: 'load', heap: 'iter.list', js: '$0.list' },
  iter_index: { args: ['ref'], result: 'int', effect: 'load', heap: 'iter.index', js: '$0.index' },
  iter_set_index: { args: ['ref', 'int'], result: 'none', effect: 'store', heap: 'iter.index', js: '$0.index = $1' },
  iter_finish: { args: ['ref'], result: 'none', effect: 'store', heap: 'iter.list', js: '$0.list = null' },
  iter_tuple: { args: ['ref'], result: 'ref', effect: 'pure', js: '$0.tuple' },
  new_range_iterator: {
    args: ['int', 'int', 'int'],
    result: 'ref',
    effect: 'alloc',
    js: 'new PyRangeIterator($0, $1, $2)',
  },
  new_range: { args: ['int', 'int', 'int', 'int'], result: 'ref', effect: 'alloc', js: 'new PyRange($0, $1, $2, $3)' },
  range_start: { args: ['ref'], result: 'int', effect: 'pure', js: '$0.start' },
  range_end: { args: ['ref'], result: 'int', effect: 'pure', js: '$0.stop' },
  range_by: { args: ['ref'], result: 'int', effect: 'pure', js: '$0.step' },
  /** Tells whether all bounds of a range object are small ints. */
  range_small: { args: ['ref'], result: 'bool', effect: 'pure', js: 'isSmallRange($0)' },
  range_length: { args: ['ref'], result: 'int', effect: 'pure', js: '$0.length' },
  /** The length of range(a, b, c): may leave the range, `int_fits` must follow. */
  range_count: { args: ['int', 'int', 'int'], result: 'int', effect: 'pure', js: 'rangeLength($0, $1, $2)' },
  new_list_iterator: { args: ['ref'], result: 'ref', effect: 'alloc', js: 'new PyListIterator($0)' },
  new_tuple_iterator: { args: ['ref'], result: 'ref', effect: 'alloc', js: 'new PyTupleIterator($0)' },
  new_tuple2: { args: ['ref', 'ref'], result: 'ref', effect: 'alloc', js: 'new PyTuple([$0, $1])' },
  new_tuple3: { args: ['ref', 'ref', 'ref'], result: 'ref', effect: 'alloc', js: 'new PyTuple([$0, $1, $2])' },
  new_tuple4: {
    args: ['ref', 'ref', 'ref', 'ref'],
    result: 'ref',
    effect: 'alloc',
    js: 'new PyTuple([$0, $1, $2, $3])',
  },
  new_instance: { args: ['ref'], result: 'ref', effect: 'alloc', js: 'new PyInstance($0)' },
} as const satisfies Record<string, OpRow>;

export type OpName = keyof typeof OPS;

/** Looks a row up with its declared (not literal) type. */
export function rowOf(op: OpName): OpRow {
  return OPS[op];
}
