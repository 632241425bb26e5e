// k0 = object
// k1 = type range_iterator
function f$T1(s, X, d) {
  let c = k0.rounds | 0;
  let p0 = s[0];
  let p1 = s[1];
  let p2 = s[2];
  let p3 = s[3];
  E: for (; ; ) {
    // sum.py:4 f
    if (!(p3 != null)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      // exit 0 unless is_bound p3 at sum.py:4 f
      return 0;
    }
    if (!(p3.type === k1)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      // exit 1 unless has_type p3, <type range_iterator> at sum.py:4 f
      return 1;
    }
    const v10 = p3.step;
    const v11 = p3.current;
    const v12 = p3.stop;
    if (!(v10 > 0)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      // exit 2 unless int_gt v10, 0 at sum.py:4 f
      return 2;
    }
    if (!(v11 < v12)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      // exit 3 unless int_lt v11, v12 at sum.py:4 f
      return 3;
    }
    const v18 = v11 + v10;
    // sum.py:5 f
    const v20 = v11 * v11 + 0;
    if (!(v20 >= -MAX_INT && v20 <= MAX_INT)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = v11;
      X[3] = p3;
      X[4] = v18;
      // exit 4 unless int_fits v20 at sum.py:5 f
      return 4;
    }
    const v27 = v20 - Math.floor(v20 / 7) * 7;
    if (!(typeof p1 === 'number')) {
      X[0] = p0;
      X[1] = p1;
      X[2] = v11;
      X[3] = p3;
      X[4] = v27;
      X[5] = v18;
      // exit 5 unless is_int p1 at sum.py:5 f
      return 5;
    }
    const v32 = p1 + v27;
    if (!(v32 >= -MAX_INT && v32 <= MAX_INT)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = v11;
      X[3] = p3;
      X[4] = v27;
      X[5] = v18;
      // exit 6 unless int_fits v32 at sum.py:5 f
      return 6;
    }
    let l36 = v32;
    let l38 = v11;
    let l40 = v18;
    const q = l40 + c * v10;
    const m = q < v12 ? q : v12;
    L: for (; ; ) {
      // sum.py:4 f
      if (!(l40 < m)) {
        if (l40 < v12) {
          X[0] = p0;
          X[1] = l36;
          X[2] = l38;
          X[3] = p3;
          X[4] = l40;
          return -2;
        }
        X[0] = p0;
        X[1] = l36;
        X[2] = l38;
        X[3] = p3;
        X[4] = l40;
        // exit 7 unless int_lt l40, v12 at sum.py:4 f
        return 7;
      }
      const v43 = l40 + v10;
      // sum.py:5 f
      const v45 = l40 * l40 + 0;
      if (!(v45 >= -MAX_INT && v45 <= MAX_INT)) {
        X[0] = p0;
        X[1] = l36;
        X[2] = l40;
        X[3] = p3;
        X[4] = v43;
        // exit 8 unless int_fits v45 at sum.py:5 f
        return 8;
      }
      const v49 = v45 - Math.floor(v45 / 7) * 7;
      const v51 = l36 + v49;
      if (!(v51 >= -MAX_INT && v51 <= MAX_INT)) {
        X[0] = p0;
        X[1] = l36;
        X[2] = l40;
        X[3] = p3;
        X[4] = v49;
        X[5] = v43;
        // exit 9 unless int_fits v51 at sum.py:5 f
        return 9;
      }
      const t0 = l40;
      l36 = v51;
      l38 = t0;
      l40 = v43;
      continue L;
    }
  }
}
