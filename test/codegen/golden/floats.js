// k0 = object
// k1 = type range_iterator
// k2 = type float
function f$T1(s, X, d) {
  let c = k0.rounds | 0;
  let p0 = s[0];
  let p1 = s[1];
  let p2 = s[2];
  let p3 = s[3];
  E: for (; ; ) {
    // floats.py:4 f
    if (!(p3 != null)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      // exit 0 unless is_bound p3 at floats.py:4 f
      return 0;
    }
    if (!(p3.type === k1)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      // exit 1 unless has_type p3, <type range_iterator> at floats.py:4 f
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
      // exit 2 unless int_gt v10, 0 at floats.py:4 f
      return 2;
    }
    if (!(v11 < v12)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      // exit 3 unless int_lt v11, v12 at floats.py:4 f
      return 3;
    }
    const v18 = v11 + v10;
    // floats.py:5 f
    if (!(p1 != null)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = v11;
      X[3] = p3;
      X[4] = v18;
      // exit 4 unless is_bound p1 at floats.py:5 f
      return 4;
    }
    if (!(p1.type === k2)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = v11;
      X[3] = p3;
      X[4] = v18;
      // exit 5 unless has_type p1, <type float> at floats.py:5 f
      return 5;
    }
    const v26 = p1.value;
    const v28 = v26 * 1.5;
    const v31 = v28 - 0.25;
    // floats.py:6 f
    const v34 = v31 > 100;
    if (v34) {
      X[0] = p0;
      X[1] = v31;
      X[2] = v11;
      X[3] = p3;
      X[4] = v34;
      X[5] = v18;
      // exit 6 if float_gt v31, 100.0 at floats.py:6 f
      return 6;
    }
    let l37 = v31;
    let l39 = v11;
    let l41 = v18;
    const q = l41 + c * v10;
    const m = q < v12 ? q : v12;
    L: for (; ; ) {
      // floats.py:4 f
      if (!(l41 < m)) {
        if (l41 < v12) {
          X[0] = p0;
          X[1] = l37;
          X[2] = l39;
          X[3] = p3;
          X[4] = l41;
          return -2;
        }
        X[0] = p0;
        X[1] = l37;
        X[2] = l39;
        X[3] = p3;
        X[4] = l41;
        // exit 7 unless int_lt l41, v12 at floats.py:4 f
        return 7;
      }
      const v45 = l41 + v10;
      // floats.py:5 f
      const v47 = l37 * 1.5;
      const v49 = v47 - 0.25;
      // floats.py:6 f
      const v51 = v49 > 100;
      if (v51) {
        X[0] = p0;
        X[1] = v49;
        X[2] = l41;
        X[3] = p3;
        X[4] = v51;
        X[5] = v45;
        // exit 8 if float_gt v49, 100.0 at floats.py:6 f
        return 8;
      }
      const t0 = l41;
      l37 = v49;
      l39 = t0;
      l41 = v45;
      continue L;
    }
  }
}
