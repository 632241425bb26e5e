// k0 = type range_iterator
// k1 = shape V x y
// k2 = type float
// k3 = type V
// k4 = shape V x
function f$T1(s, X, d) {
  let p0 = s[0];
  let p1 = s[1];
  let p2 = s[2];
  let p3 = s[3];
  let p4 = s[4];
  E: for (; ; ) {
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
    if (!(p4.type === k0)) {
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
    if (!(p1.shape === k1)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v19;
      // exit 5 unless has_shape p1, <shape V x y> at objects.py:12 f
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
    if (!(p2.shape === k1)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v26;
      X[6] = v19;
      // exit 7 unless has_shape p2, <shape V x y> at objects.py:7 V.add
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
    const v44 = p1.slots[1];
    const v45 = p2.slots[1];
    if (!(v44.type === k2)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v39;
      X[6] = v44;
      X[7] = v45;
      X[8] = v19;
      // exit 11 unless has_type v44, <type float> at objects.py:7 V.add
      return 11;
    }
    if (!(v45.type === k2)) {
      X[0] = p0;
      X[1] = p1;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v39;
      X[6] = v44;
      X[7] = v45;
      X[8] = v19;
      // exit 12 unless has_type v45, <type float> at objects.py:7 V.add
      return 12;
    }
    const v51 = v44.value;
    const v52 = v45.value;
    const v53 = v51 + v52;
    const v54 = new PyFloat(v53);
    const v55 = new PyInstance(k3);
    // objects.py:4 V.__init__
    addSlot(v55, k4, v39);
    // objects.py:5 V.__init__
    addSlot(v55, k1, v54);
    // objects.py:13 f
    if (!(v12 >= 0)) {
      X[0] = p0;
      X[1] = v55;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v19;
      // exit 13 unless int_ge v12, 0 at objects.py:13 f
      return 13;
    }
    const v65 = v12 - Math.floor(v12 / 50) * 50;
    const v68 = v65 === 49;
    if (v68) {
      X[0] = p0;
      X[1] = v55;
      X[2] = p2;
      X[3] = v12;
      X[4] = p4;
      X[5] = v68;
      X[6] = v19;
      // exit 14 if int_eq v65, 49 at objects.py:13 f
      return 14;
    }
    let l107 = v55;
    let l108 = v12;
    let l110 = v19;
    L: for (; ; ) {
      // objects.py:11 f
      if (!(l110 < v13)) {
        X[0] = p0;
        X[1] = l107;
        X[2] = p2;
        X[3] = l108;
        X[4] = p4;
        X[5] = l110;
        // exit 23 unless int_lt l110, v13 at objects.py:11 f
        return 23;
      }
      const v113 = l110 + v11;
      // objects.py:12 f
      if (!(l107 != null)) {
        X[0] = p0;
        X[1] = l107;
        X[2] = p2;
        X[3] = l110;
        X[4] = p4;
        X[5] = v113;
        // exit 24 unless is_bound l107 at objects.py:12 f
        return 24;
      }
      if (!(l107.shape === k1)) {
        X[0] = p0;
        X[1] = l107;
        X[2] = p2;
        X[3] = l110;
        X[4] = p4;
        X[5] = v113;
        // exit 25 unless has_shape l107, <shape V x y> at objects.py:12 f
        return 25;
      }
      // objects.py:7 V.add
      const v119 = l107.slots[0];
      if (!(typeof v119 === 'number')) {
        X[0] = p0;
        X[1] = l107;
        X[2] = p2;
        X[3] = l110;
        X[4] = p4;
        X[5] = v119;
        X[6] = v32;
        X[7] = v113;
        // exit 26 unless is_int v119 at objects.py:7 V.add
        return 26;
      }
      const v123 = v119 + v32;
      if (!(v123 >= -MAX_INT && v123 <= MAX_INT)) {
        X[0] = p0;
        X[1] = l107;
        X[2] = p2;
        X[3] = l110;
        X[4] = p4;
        X[5] = v119;
        X[6] = v32;
        X[7] = v113;
        // exit 27 unless int_fits v123 at objects.py:7 V.add
        return 27;
      }
      const v127 = l107.slots[1];
      if (!(v127.type === k2)) {
        X[0] = p0;
        X[1] = l107;
        X[2] = p2;
        X[3] = l110;
        X[4] = p4;
        X[5] = v123;
        X[6] = v127;
        X[7] = v45;
        X[8] = v113;
        // exit 28 unless has_type v127, <type float> at objects.py:7 V.add
        return 28;
      }
      const v130 = v127.value;
      const v131 = v130 + v52;
      const v132 = new PyFloat(v131);
      const v133 = new PyInstance(k3);
      // objects.py:4 V.__init__
      addSlot(v133, k4, v123);
      // objects.py:5 V.__init__
      addSlot(v133, k1, v132);
      // objects.py:13 f
      const v136 = l110 - Math.floor(l110 / 50) * 50;
      const v138 = v136 === 49;
      if (v138) {
        // objects.py:14 f
        const v144 = v52 + 1;
        const v145 = new PyFloat(v144);
        const v146 = new PyInstance(k3);
        // objects.py:4 V.__init__
        addSlot(v146, k4, v32);
        // objects.py:5 V.__init__
        addSlot(v146, k1, v145);
        p4.current = v113;
        p1 = v133;
        p2 = v146;
        p3 = l110;
        continue E;
      }
      const t0 = l110;
      l107 = v133;
      l108 = t0;
      l110 = v113;
      continue L;
    }
  }
}
