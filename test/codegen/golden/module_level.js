// k0 = object
// k1 = type range_iterator
// k2 = dict
// k3 = type list
function _module_$T1(s, X, d) {
  let c = k0.rounds | 0;
  let p0 = s[0];
  E: for (; ; ) {
    // module_level.py:4 <module>
    if (!(p0 != null)) {
      X[0] = p0;
      // exit 0 unless is_bound p0 at module_level.py:4 <module>
      return 0;
    }
    if (!(p0.type === k1)) {
      X[0] = p0;
      // exit 1 unless has_type p0, <type range_iterator> at module_level.py:4 <module>
      return 1;
    }
    const v7 = p0.step;
    const v8 = p0.current;
    const v9 = p0.stop;
    if (!(v7 > 0)) {
      X[0] = p0;
      // exit 2 unless int_gt v7, 0 at module_level.py:4 <module>
      return 2;
    }
    if (!(v8 < v9)) {
      X[0] = p0;
      // exit 3 unless int_lt v8, v9 at module_level.py:4 <module>
      return 3;
    }
    const v15 = v8 + v7;
    const v18 = k2.keysVersion;
    if (!(v18 === 11)) {
      X[0] = p0;
      X[1] = v8;
      X[2] = v15;
      // exit 4 unless int_eq v18, 11 at module_level.py:4 <module>
      return 4;
    }
    // module_level.py:5 <module>
    const v25 = k2.values[8];
    const v27 = k2.values[9];
    if (!(v8 >= 0)) {
      X[0] = p0;
      X[1] = v25;
      X[2] = v27;
      X[3] = v8;
      X[4] = v15;
      // exit 5 unless int_ge v8, 0 at module_level.py:5 <module>
      return 5;
    }
    const v31 = v8 - Math.floor(v8 / 8) * 8;
    if (!(v27.type === k3)) {
      X[0] = p0;
      X[1] = v25;
      X[2] = v27;
      X[3] = v31;
      X[4] = v15;
      X[5] = v8;
      // exit 6 unless has_type v27, <type list> at module_level.py:5 <module>
      return 6;
    }
    const v36 = v27.store;
    if (!(v36 === 1)) {
      X[0] = p0;
      X[1] = v25;
      X[2] = v27;
      X[3] = v31;
      X[4] = v15;
      X[5] = v8;
      // exit 7 unless int_eq v36, 1 at module_level.py:5 <module>
      return 7;
    }
    const v40 = v27.items;
    const v41 = v40.length;
    if (!(v31 < v41)) {
      X[0] = p0;
      X[1] = v25;
      X[2] = v27;
      X[3] = v31;
      X[4] = v15;
      X[5] = v8;
      // exit 8 unless int_lt v31, v41 at module_level.py:5 <module>
      return 8;
    }
    const v45 = v40[v31];
    const v48 = v45 * 2 ** 2 + 0;
    if (!(v48 >= -MAX_INT && v48 <= MAX_INT)) {
      X[0] = p0;
      X[1] = v25;
      X[2] = v45;
      X[3] = v15;
      X[4] = v8;
      // exit 9 unless int_fits v48 at module_level.py:5 <module>
      return 9;
    }
    if (!(typeof v25 === 'number')) {
      X[0] = p0;
      X[1] = v25;
      X[2] = v48;
      X[3] = v15;
      X[4] = v8;
      // exit 10 unless is_int v25 at module_level.py:5 <module>
      return 10;
    }
    const v56 = v25 + v48;
    if (!(v56 >= -MAX_INT && v56 <= MAX_INT)) {
      X[0] = p0;
      X[1] = v25;
      X[2] = v48;
      X[3] = v15;
      X[4] = v8;
      // exit 11 unless int_fits v56 at module_level.py:5 <module>
      return 11;
    }
    // module_level.py:6 <module>
    const v62 = v56 & 255;
    v40[v31] = v62;
    let l121 = v15;
    let l122 = v8;
    let l124 = v56;
    const q = l121 + c * v7;
    const m = q < v9 ? q : v9;
    L: for (; ; ) {
      // module_level.py:4 <module>
      if (!(l121 < m)) {
        if (l121 < v9) {
          X[0] = p0;
          X[1] = l121;
          X[2] = l122;
          X[3] = l124;
          return -4;
        }
        X[0] = p0;
        X[1] = l121;
        X[2] = l122;
        X[3] = l124;
        // exit 22 unless int_lt l121, v9 at module_level.py:4 <module>
        return 22;
      }
      const v128 = l121 + v7;
      // module_level.py:5 <module>
      const v130 = l121 - Math.floor(l121 / 8) * 8;
      if (!(v130 < v41)) {
        X[0] = p0;
        X[1] = l124;
        X[2] = v27;
        X[3] = v130;
        X[4] = v128;
        X[5] = l121;
        // exit 23 unless int_lt v130, v41 at module_level.py:5 <module>
        return 23;
      }
      const v134 = v40[v130];
      const v136 = v134 * 2 ** 2 + 0;
      if (!(v136 >= -MAX_INT && v136 <= MAX_INT)) {
        X[0] = p0;
        X[1] = l124;
        X[2] = v134;
        X[3] = v128;
        X[4] = l121;
        // exit 24 unless int_fits v136 at module_level.py:5 <module>
        return 24;
      }
      const v140 = l124 + v136;
      if (!(v140 >= -MAX_INT && v140 <= MAX_INT)) {
        X[0] = p0;
        X[1] = l124;
        X[2] = v136;
        X[3] = v128;
        X[4] = l121;
        // exit 25 unless int_fits v140 at module_level.py:5 <module>
        return 25;
      }
      // module_level.py:6 <module>
      const v144 = v140 & 255;
      v40[v130] = v144;
      const t0 = l121;
      l121 = v128;
      l122 = t0;
      l124 = v140;
      continue L;
    }
  }
}
