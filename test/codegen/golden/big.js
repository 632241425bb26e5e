// k0 = object
// k1 = type range_iterator
function f$T1(s, X, d) {
  let c = k0.rounds | 0;
  let p0 = s[0];
  let p1 = s[1];
  let p2 = s[2];
  let p3 = s[3];
  let p4 = s[4];
  E: for (; ; ) {
    // big.py:5 f
    if (!(p4 != null)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      X[4] = p4;
      // exit 0 unless is_bound p4 at big.py:5 f
      return 0;
    }
    if (!(p4.type === k1)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      X[4] = p4;
      // exit 1 unless has_type p4, <type range_iterator> at big.py:5 f
      return 1;
    }
    const v11 = p4.step;
    const v12 = p4.current;
    const v13 = p4.stop;
    if (!(v11 > 0)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      X[4] = p4;
      // exit 2 unless int_gt v11, 0 at big.py:5 f
      return 2;
    }
    if (!(v12 < v13)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      X[4] = p4;
      // exit 3 unless int_lt v12, v13 at big.py:5 f
      return 3;
    }
    const v19 = v12 + v11;
    // big.py:6 f
    if (!(typeof p1 === 'number')) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v19;
      // exit 4 unless is_int p1 at big.py:6 f
      return 4;
    }
    const v26 = p1 * 1103515245;
    if (v26 >= -MAX_INT && v26 <= MAX_INT) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v19;
      // exit 5 if int_fits v26 at big.py:6 f
      return 5;
    }
    const v33 = Math.imul(p1, 1103515245);
    const v35 = v33 + 12345 | 0;
    const v36 = v35 & 2147483647;
    // big.py:7 f
    const v38 = v36 * v36;
    if (v38 >= -MAX_INT && v38 <= MAX_INT) {
      X[0] = p0;
      X[1] = v36;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v19;
      // exit 6 if int_fits v38 at big.py:7 f
      return 6;
    }
    const v41 = intMul(v36, v36);
    if (!(typeof p2 === 'bigint')) {
      X[0] = p0;
      X[1] = v36;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v41;
      X[6] = v19;
      // exit 7 unless is_big p2 at big.py:7 f
      return 7;
    }
    const v44 = intAdd(p2, v41);
    let l72 = v36;
    let l74 = v44;
    let l75 = v12;
    let l77 = v19;
    const q = l77 + c * v11;
    const m = q < v13 ? q : v13;
    L: for (; ; ) {
      // big.py:5 f
      if (!(l77 < m)) {
        if (l77 < v13) {
          X[0] = p0;
          X[1] = l72;
          X[2] = l74;
          X[3] = l75;
          X[4] = p4;
          X[5] = l77;
          return -3;
        }
        X[0] = p0;
        X[1] = l72;
        X[2] = l74;
        X[3] = l75;
        X[4] = p4;
        X[5] = l77;
        // exit 12 unless int_lt l77, v13 at big.py:5 f
        return 12;
      }
      const v80 = l77 + v11;
      // big.py:6 f
      const v82 = l72 * 1103515245;
      if (v82 >= -MAX_INT && v82 <= MAX_INT) {
        X[0] = p0;
        X[1] = l72;
        X[2] = l74;
        X[3] = l77;
        X[4] = p4;
        X[5] = v80;
        // exit 13 if int_fits v82 at big.py:6 f
        return 13;
      }
      const v87 = Math.imul(l72, 1103515245);
      const v88 = v87 + 12345 | 0;
      const v89 = v88 & 2147483647;
      // big.py:7 f
      const v91 = v89 * v89;
      if (v91 >= -MAX_INT && v91 <= MAX_INT) {
        if (!(typeof l74 === 'bigint')) {
          X[0] = p0;
          X[1] = v89;
          X[2] = l74;
          X[3] = l77;
          X[4] = p4;
          X[5] = v91;
          X[6] = v80;
          // exit 16 unless is_big l74 at big.py:7 f
          return 16;
        }
        const v101 = intAdd(l74, v91);
        const t0 = l77;
        l72 = v89;
        l74 = v101;
        l75 = t0;
        l77 = v80;
        continue L;
      }
      const v94 = intMul(v89, v89);
      if (!(typeof l74 === 'bigint')) {
        X[0] = p0;
        X[1] = v89;
        X[2] = l74;
        X[3] = l77;
        X[4] = p4;
        X[5] = v94;
        X[6] = v80;
        // exit 15 unless is_big l74 at big.py:7 f
        return 15;
      }
      const v97 = intAdd(l74, v94);
      const t1 = l77;
      l72 = v89;
      l74 = v97;
      l75 = t1;
      l77 = v80;
      continue L;
    }
  }
}
