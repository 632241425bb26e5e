// Each pass alone, on the smallest recording that shows it: the text after it is what is below.
// After a change that is meant: npx vitest run test/opt/passes.test.ts -u, and read the difference.
import { describe, expect, it } from 'vitest';
import { floatType } from '../../src/objects/core/values.ts';
import { optimised, textAfter } from './optimise.ts';

const iterator = { name: 'iterator' };
const dict = { name: 'dict' };

describe('fold', () => {
  const recording = `
    p0 ref = param 0
    v1 int = unbox_int p0
    v2 int = int_add v1, 0
    v3 ref = box_int v2
    v4 int = unbox_int v3
    v5 int = int_mul v4, 1
    v6 int = int_add 2, 3
    v7 int = int_add v5, v6
    v8 bool = int_lt v7, v6
    v9 bool = bool_not v8
    guard v9
    v10 ref = box_int v7
    end closed v10`;
  it('simplifies by rules, folds constants, negates comparisons', () => {
    expect(textAfter(recording, { on: ['fold'] })).toMatchInlineSnapshot(`
      "
      root 1
          p0 ref = param 0
          v2 int = unbox_int p0
          v4 int = unbox_int p0
          v9 int = int_add v4, 5
          v10 bool = int_lt v9, 5
          v11 bool = int_ge v9, 5
          guard v11
          v13 ref = box_int v9
          end header v13
      "
    `);
  });
  it('is off', () => {
    expect(textAfter(recording, { on: [] })).toMatchInlineSnapshot(`
    "
    root 1
        p0 ref = param 0
        v2 int = unbox_int p0
        v4 int = int_add v2, 0
        v5 ref = box_int v4
        v6 int = unbox_int v5
        v8 int = int_mul v6, 1
        v11 int = int_add 2, 3
        v12 int = int_add v8, v11
        v13 bool = int_lt v12, v11
        v14 bool = bool_not v13
        guard !v13
        v16 ref = box_int v12
        end header v16
    "
  `);
  });
});

describe('facts', () => {
  it('drops a guard that an earlier one decides', () => {
    expect(
      textAfter(
        `
    p0 ref = param 0
    v1 bool = is_int p0
    guard v1
    guard v1
    v2 bool = is_str p0
    guard !v2
    v3 int = unbox_int p0
    v4 bool = int_lt v3, 10
    guard v4
    v5 bool = int_lt v3, 11
    guard v5
    v6 bool = int_ge v3, 10
    guard !v6
    end closed p0`,
        { on: ['facts', 'narrow', 'fold'] },
      ),
    ).toMatchInlineSnapshot(`
      "
      root 1
          p0 ref = param 0
          v2 bool = is_int p0
          guard v2
          v5 int = unbox_int p0
          v7 bool = int_lt v5, 10
          guard v7
          end header p0
      "
    `);
  });
  it('drops int_fits where the range is known', () => {
    expect(
      textAfter(
        `
    p0 ref = param 0
    v1 int = unbox_int p0
    v2 int = int_and v1, 255
    v3 int = int_mul v2, v2
    v4 bool = int_fits v3
    guard v4
    v5 ref = box_int v3
    end closed v5`,
        { on: ['facts', 'narrow'] },
      ),
    ).toMatchInlineSnapshot(`
      "
      root 1
          p0 ref = param 0
          v2 int = unbox_int p0
          v4 int = i32_and v2, 255
          v5 int = int_mul_positive v4, v4
          v7 ref = box_int v5
          end header v7
      "
    `);
  });
  it('replaces what is known to equal a constant', () => {
    expect(
      textAfter(
        `
    p0 ref = param 0
    v1 int = unbox_int p0
    v2 bool = int_eq v1, 7
    guard v2
    v3 int = int_add v1, v1
    v4 ref = box_int v3
    end closed v4`,
        { on: ['facts', 'fold'] },
      ),
    ).toMatchInlineSnapshot(`
      "
      root 1
          p0 ref = param 0
          v2 int = unbox_int p0
          v4 bool = int_eq v2, 7
          guard v4
          end header #14
      "
    `);
  });
  it('refuses a path on which a guard always fails', () => {
    expect(() =>
      optimised(
        `
    p0 ref = param 0
    v1 bool = is_int p0
    guard v1
    guard !v1
    end closed p0`,
        { on: ['facts'] },
      ),
    ).toThrow();
  });
});

describe('cse', () => {
  it('computes equal pure ops once, in either order of operands that commute', () => {
    expect(
      textAfter(
        `
    p0 ref = param 0
    p1 ref = param 1
    v1 float = unbox_float p0
    v2 float = unbox_float p1
    v3 float = float_mul v1, v2
    v4 float = unbox_float p0
    v5 float = float_mul v2, v4
    v6 float = float_sub v1, v2
    v7 float = float_sub v2, v1
    v8 float = float_add v3, v5
    v9 float = float_add v6, v7
    v10 ref = box_float v8
    v11 ref = box_float v9
    end closed v10 v11`,
        { on: ['cse'] },
      ),
    ).toMatchInlineSnapshot(`
      "
      root 1
          p0 ref = param 0
          p1 ref = param 1
          v3 float = unbox_float p0
          v4 float = unbox_float p1
          v5 float = float_mul v3, v4
          v6 float = float_sub v3, v4
          v7 float = float_sub v4, v3
          v8 float = float_add v5, v5
          v9 float = float_add v6, v7
          v10 ref = box_float v8
          v11 ref = box_float v9
          end header v10 v11
      "
    `);
  });
});

describe('forward', () => {
  it('takes loads from loads and stores of the same field, until a store may have changed it', () => {
    expect(
      textAfter(
        `
    p0 ref = param 0
    p1 ref = param 1
    p2 ref = param 2
    p3 ref = param 3
    v1 ref = slot_load p0, 0
    v2 ref = slot_load p0, 0
    v3 ref = slot_load p0, 1
    slot_store p1, 0, v3
    v4 ref = slot_load p1, 0
    v5 ref = slot_load p0, 0
    v6 ref = slot_load p0, 1
    end closed v2 v4 v5 v6`,
        { on: ['forward'] },
      ),
    ).toMatchInlineSnapshot(`
      "
      root 1
          p0 ref = param 0
          p1 ref = param 1
          p2 ref = param 2
          p3 ref = param 3
          v6 ref = slot_load p0, 0
          v8 ref = slot_load p0, 1
          slot_store p1, 0, v8
          v10 ref = slot_load p0, 0
          end header v6 v8 v10 v8
      "
    `);
  });
  it('forgets loads at a call that may run Python', () => {
    expect(
      textAfter(
        `
    p0 ref = param 0
    p1 ref = param 1
    v1 ref = slot_load p0, 0
    v2 ref = call @0 v1
    v3 ref = slot_load p0, 0
    v4 ref = call @1 v1
    v5 ref = slot_load p0, 0
    end closed v3 v5`,
        {
          on: ['forward'],
          objects: [
            { name: 'anything', effects: 'python' },
            { name: 'nothing', effects: 'pure' },
          ],
        },
      ),
    ).toMatchInlineSnapshot(`
      "
      root 1
          p0 ref = param 0
          p1 ref = param 1
          v4 ref = slot_load p0, 0
          v5 ref = call @0<anything> v4
          v6 ref = slot_load p0, 0
          v7 ref = call @1<nothing> v4
          end header v6 v6
      "
    `);
  });
  it('knows the fields of what is made on the path', () => {
    expect(
      textAfter(
        `
    p0 ref = param 0
    p1 ref = param 1
    v1 int = unbox_int p0
    v2 ref = new_range_iterator v1, 10, 1
    v3 int = range_current v2
    v4 ref = new_tuple p0, v2
    v5 ref = tuple_item v4, 0
    v6 ref = box_int v3
    end closed v5 v6`,
        { on: ['forward', 'fold'] },
      ),
    ).toMatchInlineSnapshot(`
      "
      root 1
          p0 ref = param 0
          p1 ref = param 1
          v3 int = unbox_int p0
          v6 ref = new_range_iterator v3, 10, 1
          v7 ref = new_tuple p0, v6
          end header p0 p0
      "
    `);
  });
});

describe('putoff', () => {
  const recording = `
    p0 ref = param 0
    v1 ref = dict_value @0, 3
    v2 int = unbox_int v1
    v3 int = int_add v2, 1
    v4 ref = box_int v3
    dict_set_value @0, 3, v4
    v5 int = range_current @1
    v6 int = int_add v5, 1
    range_set_current @1, v6
    v7 ref = dict_value @0, 3
    v8 bool = is_bound p0
    guard v8
    end closed v7`;
  it('keeps globals and iterator positions back: exits store them', () => {
    expect(textAfter(recording, { on: ['putoff'], objects: [dict, iterator], exits: true })).toMatchInlineSnapshot(`
      "
      root 1
          p0 ref = param 0
          v4 ref = dict_value @0<dict>, 3
          v5 int = unbox_int v4
          v7 int = int_add v5, 1
          v8 ref = box_int v7
          v10 int = range_current @1<iterator>
          v11 int = int_add v10, 1
          v12 bool = is_bound p0
          guard v12 -> exit 0 [p0 v8 v11] {f@0: p0; dict_set_value @0<dict>, 3, v8; range_set_current @1<iterator>, v11}
          dict_set_value @0<dict>, 3, v8
          range_set_current @1<iterator>, v11
          end header v8
      "
    `);
  });
  it('is off', () => {
    expect(textAfter(recording, { on: [], objects: [dict, iterator], exits: true })).toMatchInlineSnapshot(`
    "
    root 1
        p0 ref = param 0
        v4 ref = dict_value @0<dict>, 3
        v5 int = unbox_int v4
        v7 int = int_add v5, 1
        v8 ref = box_int v7
        dict_set_value @0<dict>, 3, v8
        v11 int = range_current @1<iterator>
        v12 int = int_add v11, 1
        range_set_current @1<iterator>, v12
        v14 ref = dict_value @0<dict>, 3
        v15 bool = is_bound p0
        guard v15 -> exit 0 [p0] {f@0: p0}
        end header v14
    "
  `);
  });
  it('performs a store before a call that could see it', () => {
    expect(
      textAfter(
        `
    p0 ref = param 0
    dict_set_value @0, 3, p0
    range_set_current @1, 7
    v1 ref = call @2 p0
    v2 ref = call @3 p0
    end closed v1`,
        {
          on: ['putoff'],
          objects: [dict, iterator, { name: 'reads', effects: 'read' }, { name: 'anything', effects: 'python' }],
          exits: true,
        },
      ),
    ).toMatchInlineSnapshot(`
      "
      root 1
          p0 ref = param 0
          dict_set_value @0<dict>, 3, p0
          v7 ref = call @1<reads> p0 -> exit 0 [p0] {f@0: p0; range_set_current @2<iterator>, 7}
          range_set_current @2<iterator>, 7
          v9 ref = call @3<anything> p0 -> exit 1 [p0] {f@0: p0}
          end header v7
      "
    `);
  });
});

describe('peel', () => {
  it('leaves in the body what varies, and unboxes loop variables', () => {
    expect(
      textAfter(
        `
    p0 ref = param 0
    p1 ref = param 1
    v1 bool = is_int p0
    guard v1
    v2 int = unbox_int p0
    v3 bool = has_type p1, @0
    guard v3
    v4 float = unbox_float p1
    v5 bool = int_lt v2, 100
    guard v5
    v6 int = int_add v2, 1
    v7 ref = box_int v6
    v8 float = float_mul v4, 0.5
    v9 float = float_add v8, 1.0
    v10 ref = box_float v9
    end closed v7 v10`,
        {
          on: ['peel', 'fold', 'cse', 'facts', 'forward', 'putoff', 'sink', 'narrow'],
          objects: [floatType],
        },
      ),
    ).toMatchInlineSnapshot(`
      "
      root 1
          p0 ref = param 0
          p1 ref = param 1
          v3 bool = is_int p0
          guard v3
          v5 int = unbox_int p0
          v7 bool = has_type p1, @0<float>
          guard v7
          v9 float = unbox_float p1
          v11 bool = int_lt v5, 100
          guard v11
          v14 int = int_add v5, 1
        - v15 ref = box_int v14
          v17 float = float_mul v9, 0.5
          v19 float = float_add v17, 1.0
        - v20 ref = box_float v19
      body
          slots v34 v36
          l33 int = phi v14, v39 for slot 0 in -9007199254740991..2147483647
          l35 float = phi v19, v42 for slot 1
        ~ v34 ref = box_int l33
        ~ v36 ref = box_float l35
          v37 bool = int_lt l33, 100
          guard v37
          v39 int = int_add l33, 1
        - v40 ref = box_int v39
          v41 float = float_mul l35, 0.5
          v42 float = float_add v41, 1.0
        - v43 ref = box_float v42
          end loop v39 v42
      "
    `);
  });
  it('carries a put-off store in a loop variable', () => {
    expect(
      textAfter(
        `
    p0 ref = param 0
    v1 int = range_current p0
    v2 int = range_stop p0
    v3 bool = int_lt v1, v2
    guard v3
    v4 int = int_add v1, 1
    range_set_current p0, v4
    end closed p0`,
        { on: ['peel', 'cse', 'facts', 'forward', 'putoff', 'sink'] },
      ),
    ).toMatchInlineSnapshot(`
      "
      root 1
          p0 ref = param 0
          v2 int = range_current p0
          v3 int = range_stop p0
          v4 bool = int_lt v2, v3
          guard v4
          v7 int = int_add v2, 1
      body
          slots p0
          l8 int = phi v7, v11 for store range_current:1
          v9 bool = int_lt l8, v3
          guard v9
          v11 int = int_add l8, 1
          end loop v11
      "
    `);
  });
  it('keeps in the body a load that the body changes', () => {
    expect(
      textAfter(
        `
    p0 ref = param 0
    v1 ref = slot_load p0, 0
    v2 bool = is_int v1
    guard v2
    v3 ref = slot_load p0, 1
    v4 bool = is_int v3
    guard v4
    v5 int = unbox_int v1
    v6 int = unbox_int v3
    v7 int = i32_add v5, v6
    v8 ref = box_int v7
    slot_store p0, 0, v8
    end closed p0`,
        { on: ['peel', 'cse', 'facts', 'forward', 'fold', 'sink'] },
      ),
    ).toMatchInlineSnapshot(`
      "
      root 1
          p0 ref = param 0
          v3 ref = slot_load p0, 0
          v4 bool = is_int v3
          guard v4
          v7 ref = slot_load p0, 1
          v8 bool = is_int v7
          guard v8
          v10 int = unbox_int v3
          v11 int = unbox_int v7
          v12 int = i32_add v10, v11
          v13 ref = box_int v12
          slot_store p0, 0, v13
      body
          slots p0
          relies slot_load:1:6=v7
          v19 ref = slot_load p0, 0
          v20 bool = is_int v19
          guard v20
          v22 int = unbox_int v19
          v23 int = i32_add v22, v11
          v24 ref = box_int v23
          slot_store p0, 0, v24
          end loop
      "
    `);
  });
});

describe('sink', () => {
  const recording = `
    p0 ref = param 0
    p1 ref = param 1
    v1 float = unbox_float p0
    v2 float = float_add v1, v1
    v3 ref = box_float v2
    v4 ref = new_tuple v3, p1
    v5 bool = is_bound p1
    guard v5 -> {f@1: v3 v4}
    v6 ref = box_float v1
    v7 int = items_length p1
    v8 ref = box_int v7
    guard v5 -> {f@2: v8 p1}
    end closed p0 p1`;
  it('leaves to the exits what only they need; loads are done in place', () => {
    expect(textAfter(recording, { on: ['sink'], exits: true })).toMatchInlineSnapshot(`
      "
      root 1
          p0 ref = param 0
          p1 ref = param 1
        ~ v3 float = unbox_float p0
        ~ v4 float = float_add v3, v3
        ~ v5 ref = box_float v4
        ~ v6 ref = new_tuple v5, p1
          v7 bool = is_bound p1
          guard v7 -> exit 0 [p0 p1] {f@1: v5 v6}
        - v9 ref = box_float v3
          v10 int = items_length p1
        ~ v11 ref = box_int v10
          guard v7 -> exit 1 [v10 p1] {f@2: v11 p1}
          end header p0 p1
      "
    `);
  });
  it('is off', () => {
    expect(textAfter(recording, { on: [], exits: true })).toMatchInlineSnapshot(`
    "
    root 1
        p0 ref = param 0
        p1 ref = param 1
        v3 float = unbox_float p0
        v4 float = float_add v3, v3
        v5 ref = box_float v4
        v6 ref = new_tuple v5, p1
        v7 bool = is_bound p1
        guard v7 -> exit 0 [v5 v6] {f@1: v5 v6}
        v9 ref = box_float v3
        v10 int = items_length p1
        v11 ref = box_int v10
        guard v7 -> exit 1 [v11 p1] {f@2: v11 p1}
        end header p0 p1
    "
  `);
  });
});

describe('narrow', () => {
  it('chooses ops by range', () => {
    expect(
      textAfter(
        `
    p0 ref = param 0
    p1 ref = param 1
    p2 ref = param 2
    p3 ref = param 3
    p4 ref = param 4
    v1 int = unbox_int p0
    v2 int = int_and v1, 65535
    v3 int = int_mod v2, 7
    v4 int = int_floordiv v2, 3
    v5 int = int_or v3, v4
    v6 int = int_xor v3, v1
    v7 int = int_shr v2, 4
    v8 int = int_mul v2, v3
    v9 bool = int_ge v1, 0
    guard v9
    v10 int = int_mod v1, 7
    v11 ref = box_int v5
    v12 ref = box_int v6
    v13 ref = box_int v7
    v14 ref = box_int v8
    v15 ref = box_int v10
    end closed v11 v12 v13 v14 v15`,
        { on: ['narrow', 'facts'] },
      ),
    ).toMatchInlineSnapshot(`
      "
      root 1
          p0 ref = param 0
          p1 ref = param 1
          p2 ref = param 2
          p3 ref = param 3
          p4 ref = param 4
          v6 int = unbox_int p0
          v8 int = i32_and v6, 65535
          v10 int = int_mod_i32 v8, 7
          v12 int = int_floordiv_i32 v8, 3
          v13 int = i32_or v10, v12
          v14 int = int_xor v10, v6
          v16 int = i32_shr v8, 4
          v17 int = int_mul_positive v8, v10
          v19 bool = int_ge v6, 0
          guard v19
          v21 int = int_mod_wide v6, 7
          v22 ref = box_int v13
          v23 ref = box_int v14
          v24 ref = box_int v16
          v25 ref = box_int v17
          v26 ref = box_int v21
          end header v22 v23 v24 v25 v26
      "
    `);
  });
  it('computes only the low bits of what is masked', () => {
    expect(
      textAfter(
        `
    p0 ref = param 0
    v1 bool = is_int p0
    guard v1
    v2 ref = any_mul p0, #1103515245
    v3 ref = any_add v2, #12345
    v4 int = any_mask v3, 2147483647
    v5 ref = box_int v4
    end closed v5`,
        { on: ['narrow', 'facts', 'sink'] },
      ),
    ).toMatchInlineSnapshot(`
      "
      root 1
          p0 ref = param 0
          v2 bool = is_int p0
          guard v2
        - v5 ref = any_mul p0, #1103515245
        - v7 ref = any_add v5, #12345
          v9 int = unbox_int p0
          v11 int = i32_mul v9, 1103515245
          v13 int = i32_add v11, 12345
          v14 int = i32_and v13, 2147483647
          v15 ref = box_int v14
          end header v15
      "
    `);
  });
  it('turns a product modulo into one op', () => {
    expect(
      textAfter(
        `
    p0 ref = param 0
    p1 ref = param 1
    v1 bool = is_int p0
    guard v1
    v2 bool = is_int p1
    guard v2
    v3 ref = any_mul p0, p1
    v4 int = any_mod v3, 1000000007
    v5 ref = box_int v4
    end closed v5 p1`,
        { on: ['narrow', 'facts', 'sink'] },
      ),
    ).toMatchInlineSnapshot(`
      "
      root 1
          p0 ref = param 0
          p1 ref = param 1
          v3 bool = is_int p0
          guard v3
          v5 bool = is_int p1
          guard v5
        - v7 ref = any_mul p0, p1
          v9 int = unbox_int p0
          v10 int = unbox_int p1
          v11 int = int_mulmod v9, v10, 1000000007
          v12 ref = box_int v11
          end header v12 p1
      "
    `);
  });
});
