// k0 = object
// k1 = type range_iterator
// k2 = shape V x y:float
// k3 = type V
// k4 = shape V x
function f$T1(s, X, d) {
  let c = k0.rounds | 0;
  let p0 = s[0];
  let p1 = s[1];
  let p2 = s[2];
  let p3 = s[3];
  let p4 = s[4];
  E: for (; ; ) {
    c = c + -1 | 0;
    if (c < 0) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      X[4] = p4;
      return -1;
    }
    // objects.py:11 f
    if (!(p4 != null)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      X[4] = p4;
      // exit 0 unless is_bound p4 at objects.py:11 f
      return 0;
    }
    if (!(p4.type === k1)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      X[4] = p4;
      // exit 1 unless has_type p4, <type range_iterator> at objects.py:11 f
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
      // exit 2 unless int_gt v11, 0 at objects.py:11 f
      return 2;
    }
    if (!(v12 < v13)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = p3;
      X[4] = p4;
      // exit 3 unless int_lt v12, v13 at objects.py:11 f
      return 3;
    }
    const v19 = v12 + v11;
    // objects.py:12 f
    if (!(p1 != null)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v19;
      // exit 4 unless is_bound p1 at objects.py:12 f
      return 4;
    }
    if (!(p1.shape === k2)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v19;
      // exit 5 unless has_shape p1, <shape V x y:float> at objects.py:12 f
      return 5;
    }
    // objects.py:7 V.add
    const v26 = p1.slots[0];
    if (!(p2 != null)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v26;
      X[6] = v19;
      // exit 6 unless is_bound p2 at objects.py:7 V.add
      return 6;
    }
    if (!(p2.shape === k2)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v26;
      X[6] = v19;
      // exit 7 unless has_shape p2, <shape V x y:float> at objects.py:7 V.add
      return 7;
    }
    const v32 = p2.slots[0];
    if (!(typeof v26 === 'number')) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v26;
      X[6] = v32;
      X[7] = v19;
      // exit 8 unless is_int v26 at objects.py:7 V.add
      return 8;
    }
    if (!(typeof v32 === 'number')) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v26;
      X[6] = v32;
      X[7] = v19;
      // exit 9 unless is_int v32 at objects.py:7 V.add
      return 9;
    }
    const v39 = v26 + v32;
    if (!(v39 >= -MAX_INT && v39 <= MAX_INT)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v26;
      X[6] = v32;
      X[7] = v19;
      // exit 10 unless int_fits v39 at objects.py:7 V.add
      return 10;
    }
    const v43 = p1.floats[0];
    const v45 = p2.floats[0];
    const v47 = v43 + v45;
    const v49 = new PyInstance(k3);
    // objects.py:13 f
    if (!(v12 >= 0)) {
      X[0] = p0;
      X[1] = v49;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v39;
      X[6] = v47;
      X[7] = v19;
      // exit 11 unless int_ge v12, 0 at objects.py:13 f
      return 11;
    }
    const v57 = v12 - Math.floor(v12 / 50) * 50;
    const v60 = v57 === 49;
    if (v60) {
      X[0] = p0;
      X[1] = v49;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v60;
      X[6] = v39;
      X[7] = v47;
      X[8] = v19;
      // exit 12 if int_eq v57, 49 at objects.py:13 f
      return 12;
    }
    addSlot(v49, k4, v39);
    addFloat(v49, k2, v47);
    let l100 = v49;
    let l101 = v12;
    let l103 = v19;
    const q = l103 + c * v11;
    const m = q < v13 ? q : v13;
    L: for (; ; ) {
      // objects.py:11 f
      if (!(l103 < m)) {
        if (l103 < v13) {
          X[0] = p0;
          X[1] = l100;
          X[2] = p2;
          X[3] = l101;
          X[4] = p4;
          X[5] = l103;
          return -3;
        }
        X[0] = p0;
        X[1] = l100;
        X[2] = p2;
        X[3] = l101;
        X[4] = p4;
        X[5] = l103;
        // exit 20 unless int_lt l103, v13 at objects.py:11 f
        return 20;
      }
      const v106 = l103 + v11;
      // objects.py:12 f
      if (!(l100 != null)) {
        X[0] = p0;
        X[1] = l100;
        X[2] = p2;
        X[3] = l103;
        X[4] = p4;
        X[5] = v106;
        // exit 21 unless is_bound l100 at objects.py:12 f
        return 21;
      }
      if (!(l100.shape === k2)) {
        X[0] = p0;
        X[1] = l100;
        X[2] = p2;
        X[3] = l103;
        X[4] = p4;
        X[5] = v106;
        // exit 22 unless has_shape l100, <shape V x y:float> at objects.py:12 f
        return 22;
      }
      // objects.py:7 V.add
      const v112 = l100.slots[0];
      if (!(typeof v112 === 'number')) {
        X[0] = p0;
        X[1] = l100;
        X[2] = p2;
        X[3] = l103;
        X[4] = p4;
        X[5] = v112;
        X[6] = v32;
        X[7] = v106;
        // exit 23 unless is_int v112 at objects.py:7 V.add
        return 23;
      }
      const v116 = v112 + v32;
      if (!(v116 >= -MAX_INT && v116 <= MAX_INT)) {
        X[0] = p0;
        X[1] = l100;
        X[2] = p2;
        X[3] = l103;
        X[4] = p4;
        X[5] = v112;
        X[6] = v32;
        X[7] = v106;
        // exit 24 unless int_fits v116 at objects.py:7 V.add
        return 24;
      }
      const v120 = l100.floats[0];
      const v123 = v120 + v45;
      const v125 = new PyInstance(k3);
      // objects.py:13 f
      const v126 = l103 - Math.floor(l103 / 50) * 50;
      const v128 = v126 === 49;
      if (v128) {
        // objects.py:14 f
        const v136 = v45 + 1;
        const v138 = new PyInstance(k3);
        // objects.py:5 V.__init__
        addSlot(v125, k4, v116);
        addFloat(v125, k2, v123);
        addSlot(v138, k4, v32);
        addFloat(v138, k2, v136);
        p4.current = v106;
        c = (q - l103) / v11 | 0;
        p1 = v125;
        p2 = v138;
        p3 = l103;
        continue E;
      }
      // objects.py:13 f
      addSlot(v125, k4, v116);
      addFloat(v125, k2, v123);
      const t0 = l103;
      l100 = v125;
      l101 = t0;
      l103 = v106;
      continue L;
    }
  }
}
