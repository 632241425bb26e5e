/** Operands for every row of the op table: edge values of the sorts, within what a row is for. */
import { type OpName, type Sort, rowOf } from '../../../src/ir/ops.ts';
import { PyDict } from '../../../src/objects/core/dict.ts';
import { PySet } from '../../../src/objects/core/set-table.ts';
import { PyInstance, PyType, type PyValue } from '../../../src/objects/core/object.ts';
import type { CodeObject } from '../../../src/bytecode/code.ts';
import { PyBoundBuiltin, type PyBuiltin } from '../../../src/objects/core/builtin.ts';
import { FunctionBody } from '../../../src/objects/core/function-body.ts';
import '../../../src/types/containers/list.ts';
import { listFrom } from '../../../src/objects/core/list-storage.ts';
import {
  None,
  PyCell,
  PyFloat,
  PyFunction,
  type PyList,
  PyListIterator,
  PyMethod,
  PyRange,
  PyRangeIterator,
  PyTuple,
  PyTupleIterator,
  floatType,
  intType,
  listType,
  objectType,
  rangeType,
  strType,
} from '../../../src/objects/core/values.ts';

const MAX = Number.MAX_SAFE_INTEGER;

export const INTS: readonly number[] = [
  0,
  1,
  -1,
  2,
  -2,
  3,
  7,
  -7,
  10,
  31,
  32,
  52,
  53,
  63,
  64,
  255,
  0x7fff,
  65536,
  -65536,
  1000003,
  0x3fffffff,
  0x40000000,
  0x7ffffffe,
  0x7fffffff,
  0x80000000,
  -0x7fffffff,
  -0x80000000,
  -0x80000001,
  0xffffffff,
  0x100000000,
  0x100000001,
  -0x100000000,
  0x123456789abcd,
  -0x123456789abcd,
  2 ** 52,
  2 ** 52 + 1,
  -(2 ** 52),
  MAX - 1,
  MAX,
  -MAX + 1,
  -MAX,
];

export const FLOATS: readonly number[] = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  1.5,
  2,
  -2,
  3,
  7.25,
  -7.25,
  0.1,
  1e-5,
  1e16,
  -1e16,
  1e300,
  -1e300,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 53),
  MAX,
  -MAX,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  1.7976931348623157e308,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
];

export const BIGS: readonly bigint[] = [
  2n ** 53n,
  -(2n ** 53n),
  2n ** 63n - 1n,
  2n ** 64n,
  -(2n ** 64n) - 1n,
  10n ** 30n,
  -(10n ** 30n),
  0x123456789abcdef0123456789n,
];

const ANY_INTS: readonly (number | bigint)[] = [...INTS, ...BIGS];

function cross(...lists: readonly (readonly unknown[])[]): unknown[][] {
  return lists.reduce<unknown[][]>((rows, list) => rows.flatMap((r) => list.map((v) => [...r, v])), [[]]);
}

const FEW: readonly number[] = [...INTS.filter((_, i) => i % 3 === 0), 1, MAX, -MAX];

const point = new PyType('Point', [objectType], { heap: true });
const shapeX = point.rootShape.add('x', false);
const shapeXY = shapeX.add('y', false);
const particle = new PyType('Particle', [objectType], { heap: true });
const shapeF = particle.rootShape.add('f', true);
const shapeFG = shapeF.add('g', true);

function instance(...slots: PyValue[]): PyInstance {
  const p = new PyInstance(point);
  if (slots.length > 0) {
    p.shape = slots.length === 1 ? shapeX : shapeXY;
    p.slots = slots;
  }
  return p;
}

function floating(...values: number[]): PyInstance {
  const p = new PyInstance(particle);
  if (values.length > 0) {
    p.shape = values.length === 1 ? shapeF : shapeFG;
    p.floats = values;
  }
  return p;
}

function namespace(): PyDict {
  const d = new PyDict();
  for (const [k, v] of [
    ['a', 1],
    ['__proto__', 'p'],
    ['constructor', None],
  ] as const)
    d.set(k, v);
  return d;
}

const code = { name: 'f', qualname: 'f', consts: [] } as unknown as CodeObject;
const globals = namespace();

function callee(...defaults: PyValue[]): PyFunction {
  const f = new PyFunction(code, globals);
  f.closure = [new PyCell('c')];
  if (defaults.length > 0) f.defaults = defaults;
  return f;
}

const boundAppend = new PyBoundBuiltin(listType.lookup('append') as PyBuiltin, 'self');
const half = new PyFloat(0.5);
const ints = (): PyList => listFrom([1, 2, 3]);
const floats = (): PyList => listFrom([new PyFloat(1.5), new PyFloat(-0)]);
const mixed = (): PyList => listFrom(['a', None, 2n ** 70n]);

/** Operands made anew for each evaluation, for rows that look into objects. */
const OBJECTS: Partial<Record<OpName, () => unknown[][]>> = {
  unbox_int: () => INTS.map((n) => [n]),
  unbox_bool: () => [[true], [false]],
  unbox_float: () => FLOATS.map((x) => [new PyFloat(x)]),
  has_type: () => [
    [half, floatType],
    [ints(), listType],
    [ints(), rangeType],
    [instance(), point],
    [None, listType],
    [intType, strType],
  ],
  has_shape: () => [
    [instance(1), shapeX],
    [instance(1), shapeXY],
    [instance(1, 2), shapeXY],
    [instance(), point.rootShape],
  ],
  any_add: () => cross(ANY_INTS, ANY_INTS),
  any_sub: () => cross(ANY_INTS, ANY_INTS),
  any_mul: () => cross(ANY_INTS, ANY_INTS),
  any_mask: () => cross(ANY_INTS, INTS),
  any_mod: () => cross(ANY_INTS, INTS),
  str_concat: () => cross(['', 'a', '\u{1f600}', '\ud800'], ['', 'b', '\udc00']),
  str_eq: () => cross(['', 'a', 'ab'], ['', 'a', 'ab']),
  str_truth: () => [[''], [' '], ['a']],
  list_store: () => [[listFrom([])], [ints()], [floats()], [mixed()]],
  list_items: () => [[ints()]],
  items_length: () => [[[]], [[1]], [[1, 2, 3]]],
  items_int: () => [
    [[1, -2, MAX], 2],
    [[5], 0],
  ],
  items_float: () => [
    [[0.5, -0, Number.NaN], 1],
    [[0.5, -0, Number.NaN], 2],
  ],
  items_ref: () => [[['a', None], 1]],
  items_set_int: () => [[[1, 2], 0, -5]],
  items_set_float: () => [[[0.5], 0, -0]],
  items_set_ref: () => [[['a'], 0, None]],
  items_push_int: () => [[[1], 2]],
  items_push_float: () => [[[1.5], -0]],
  items_push_ref: () => [[[None], 'x']],
  tuple_items: () => [[new PyTuple([1, 2])]],
  tuple_length: () => [[new PyTuple([])], [new PyTuple([1, 2])]],
  tuple_item: () => [
    [new PyTuple([1, 'b']), 0],
    [new PyTuple([1, 'b']), 1],
  ],
  runs_body: () => [
    [callee(), new FunctionBody(callee())],
    [callee(1), new FunctionBody(callee())],
    [callee(), new FunctionBody(new PyFunction(callee().code, namespace()))],
  ],
  function_cell: () => [[callee(), 0]],
  function_default: () => [
    [callee(1, 'd'), 0],
    [callee(1, 'd'), 1],
  ],
  is_bound_builtin: () => [[boundAppend], [boundAppend.fn]],
  method_fn: () => [[new PyMethod(callee(), 'self')], [boundAppend]],
  method_self: () => [[new PyMethod(callee(), 'self')], [boundAppend]],
  cell_load: () => [[new PyCell(1)], [new PyCell(undefined)]],
  cell_store: () => [[new PyCell(1), 'x']],
  dict_value: () => [
    [namespace(), 0],
    [namespace(), 1],
    [namespace(), 2],
  ],
  dict_set_value: () => [[namespace(), 1, 7]],
  table_plain: () => [[namespace()], [new PyDict()], [new PySet()]],
  dict_keys_version: () => [[namespace()]],
  slot_load: () => [
    [instance(1, 'y'), 0],
    [instance(1, 'y'), 1],
  ],
  slot_store: () => [[instance(1, 'y'), 1, None]],
  slot_add: () => [
    [instance(), shapeX, 1],
    [instance(1), shapeXY, 'y'],
  ],
  slot_load_float: () => [
    [floating(1.5, -0), 0],
    [floating(1.5, -0), 1],
    [floating(1.5, Number.NaN), 1],
  ],
  slot_store_float: () => [[floating(1.5, 2), 1, -0]],
  slot_add_float: () => [
    [floating(), shapeF, 0.5],
    [floating(1.5), shapeFG, Number.NaN],
  ],
  still_valid: () => [[{ valid: true }], [{ valid: false }]],
  range_current: () => [[new PyRangeIterator(3, 10, 2)]],
  range_stop: () => [[new PyRangeIterator(3, 10, 2)]],
  range_step: () => [[new PyRangeIterator(3, 10, -2)]],
  range_set_current: () => [[new PyRangeIterator(3, 10, 2), 5]],
  iter_list: () => [[new PyListIterator(ints())], [new PyListIterator(null)]],
  iter_index: () => [[new PyListIterator(ints())]],
  iter_set_index: () => [[new PyListIterator(ints()), 2]],
  iter_finish: () => [[new PyListIterator(ints())]],
  iter_tuple: () => [[new PyTupleIterator(new PyTuple([1]))]],
  range_start: () => [[new PyRange(1, 10, 3, 3)]],
  range_end: () => [[new PyRange(1, 10, 3, 3)]],
  range_by: () => [[new PyRange(1, 10, 3, 3)]],
  range_length: () => [[new PyRange(1, 10, 3, 3)]],
  range_small: () => [
    [new PyRange(1, 10, 3, 3)],
    [new PyRange(1, 2n ** 60n, 3, 5n)],
    [new PyRange(-(2n ** 60n), 0, 3, 5n)],
    [new PyRange(0, 1, 2n ** 60n, 1)],
  ],
  new_range: () => cross([0, -3, MAX], [10, -MAX], [1, -2], [0, 7, MAX]),
  new_range_iterator: () => cross([0, -3, MAX], [10, -MAX], [1, -2]),
  new_tuple: () => [[], [1], [1, 'b'], [None, 2, 'c', half, 5]],
  new_list_iterator: () => [[ints()]],
  new_tuple_iterator: () => [[new PyTuple([1])]],
  new_instance: () => [[point]],
};

/** Values of every kind, for rows that take any reference. */
const REFS: readonly unknown[] = [
  0,
  1,
  -1,
  MAX,
  2n ** 53n,
  true,
  false,
  '',
  'a',
  None,
  half,
  new PyFloat(0.5),
  new PyFloat(-0),
  new PyFloat(0),
  new PyFloat(Number.NaN),
  new PyFloat(Number.NaN),
  floatType,
];

function ofSort(sort: Sort, many: boolean): readonly unknown[] {
  switch (sort) {
    case 'int':
      return many ? FEW : INTS;
    case 'float':
      return FLOATS;
    case 'bool':
      return [true, false];
    case 'ref':
      return many ? REFS.slice(0, 5) : REFS;
  }
}

/** Returns lists of operands of a row's sorts, made anew by every call. */
export function allSamplesOf(op: OpName): unknown[][] {
  const { args } = rowOf(op);
  return (
    OBJECTS[op]?.() ??
    (op === 'is_bound' ? [...REFS, undefined].map((v) => [v]) : cross(...args.map((s) => ofSort(s, args.length > 2))))
  );
}

/** Returns those within what a row is for. */
export function samplesOf(op: OpName): unknown[][] {
  const { domain } = rowOf(op);
  return domain === undefined ? allSamplesOf(op) : allSamplesOf(op).filter((operands) => domain(...operands));
}
