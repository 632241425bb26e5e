// k0 = object
// k1 = type range_iterator
function f$T1(s, X, d) {
  let c = k0.rounds | 0;
  let p0 = s[0];
  let p1 = s[1];
  let p2 = s[2];
  let p3 = s[3];
  let p4 = s[4];
  let p5 = s[5];
  E: for (; ; ) {
    c = c + -1 | 0;
    if (c < 0) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      X[4] = p4;
      X[5] = p5;
      return -1;
    }
    // nested.py:5 f
    if (!(p5 != null)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      X[4] = p4;
      X[5] = p5;
      // exit 0 unless is_bound p5 at nested.py:5 f
      return 0;
    }
    if (!(p5.type === k1)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      X[4] = p4;
      X[5] = p5;
      // exit 1 unless has_type p5, <type range_iterator> at nested.py:5 f
      return 1;
    }
    const v12 = p5.step;
    const v13 = p5.current;
    const v14 = p5.stop;
    if (!(v12 > 0)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      X[4] = p4;
      X[5] = p5;
      // exit 2 unless int_gt v12, 0 at nested.py:5 f
      return 2;
    }
    if (!(v13 < v14)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      X[4] = p4;
      X[5] = p5;
      // exit 3 unless int_lt v13, v14 at nested.py:5 f
      return 3;
    }
    const v20 = v13 + v12;
    // nested.py:6 f
    if (!(typeof p2 === 'number')) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = v13;
      X[4] = p4;
      X[5] = p5;
      X[6] = v20;
      // exit 4 unless is_int p2 at nested.py:6 f
      return 4;
    }
    const v25 = xor53(v13, p2);
    if (!(v25 >= -MAX_INT && v25 <= MAX_INT)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = v13;
      X[4] = p4;
      X[5] = p5;
      X[6] = v20;
      // exit 5 unless int_fits v25 at nested.py:6 f
      return 5;
    }
    if (!(typeof p1 === 'number')) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = v13;
      X[4] = p4;
      X[5] = p5;
      X[6] = v25;
      X[7] = v20;
      // exit 6 unless is_int p1 at nested.py:6 f
      return 6;
    }
    const v32 = p1 + v25;
    if (!(v32 >= -MAX_INT && v32 <= MAX_INT)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = v13;
      X[4] = p4;
      X[5] = p5;
      X[6] = v25;
      X[7] = v20;
      // exit 7 unless int_fits v32 at nested.py:6 f
      return 7;
    }
    let l36 = v32;
    let l38 = v13;
    let l40 = v20;
    const q = l40 + c * v12;
    const m = q < v14 ? q : v14;
    L: for (; ; ) {
      // nested.py:5 f
      if (!(l40 < m)) {
        if (l40 < v14) {
          X[0] = p0;
          X[1] = l36;
          X[2] = p2;
          X[3] = l38;
          X[4] = p4;
          X[5] = p5;
          X[6] = l40;
          return -2;
        }
        // nested.py:4 f
        if (!(p4 != null)) {
          X[0] = p0;
          X[1] = l36;
          X[2] = p2;
          X[3] = l38;
          X[4] = p4;
          X[5] = p5;
          X[6] = l40;
          // exit 11 unless is_bound p4 at nested.py:4 f
          return 11;
        }
        if (!(p4.type === k1)) {
          X[0] = p0;
          X[1] = l36;
          X[2] = p2;
          X[3] = l38;
          X[4] = p4;
          X[5] = p5;
          X[6] = l40;
          // exit 12 unless has_type p4, <type range_iterator> at nested.py:4 f
          return 12;
        }
        const v58 = p4.step;
        p5.current = l40;
        const v60 = p4.current;
        const v61 = p4.stop;
        if (!(v58 > 0)) {
          X[0] = p0;
          X[1] = l36;
          X[2] = p2;
          X[3] = l38;
          X[4] = p4;
          // exit 13 unless int_gt v58, 0 at nested.py:4 f
          return 13;
        }
        if (!(v60 < v61)) {
          X[0] = p0;
          X[1] = l36;
          X[2] = p2;
          X[3] = l38;
          X[4] = p4;
          // exit 14 unless int_lt v60, v61 at nested.py:4 f
          return 14;
        }
        const v66 = v60 + v58;
        // nested.py:5 f
        const v69 = rangeLength(0, v60, 1);
        if (!(v69 >= -MAX_INT && v69 <= MAX_INT)) {
          X[0] = p0;
          X[1] = l36;
          X[2] = v60;
          X[3] = l38;
          X[4] = p4;
          X[5] = v66;
          // exit 15 unless int_fits v69 at nested.py:5 f
          return 15;
        }
        const v74 = new PyRangeIterator(0, v60, 1);
        p4.current = v66;
        c = (q - l40) / v12 | 0;
        p1 = l36;
        p2 = v60;
        p3 = l38;
        p5 = v74;
        continue E;
      }
      const v44 = l40 + v12;
      // nested.py:6 f
      const v46 = xor53(l40, p2);
      if (!(v46 >= -MAX_INT && v46 <= MAX_INT)) {
        X[0] = p0;
        X[1] = l36;
        X[2] = p2;
        X[3] = l40;
        X[4] = p4;
        X[5] = p5;
        X[6] = v44;
        // exit 9 unless int_fits v46 at nested.py:6 f
        return 9;
      }
      const v50 = l36 + v46;
      if (!(v50 >= -MAX_INT && v50 <= MAX_INT)) {
        X[0] = p0;
        X[1] = l36;
        X[2] = p2;
        X[3] = l40;
        X[4] = p4;
        X[5] = p5;
        X[6] = v46;
        X[7] = v44;
        // exit 10 unless int_fits v50 at nested.py:6 f
        return 10;
      }
      const t0 = l40;
      l36 = v50;
      l38 = t0;
      l40 = v44;
      continue L;
    }
  }
}
