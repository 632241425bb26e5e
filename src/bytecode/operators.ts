/** The arguments of BINARY_OP and COMPARE_OP by name; CPython's numbers (NB_*, Py_LT to Py_GE). */

/** Operators of BINARY_OP; the in-place forms are `IN_PLACE` further on. */
export const enum Binary {
  ADD = 0,
  AND = 1,
  FLOORDIV = 2,
  LSHIFT = 3,
  MATMUL = 4,
  MUL = 5,
  MOD = 6,
  OR = 7,
  POW = 8,
  RSHIFT = 9,
  SUB = 10,
  TRUEDIV = 11,
  XOR = 12,
  IN_PLACE = 13,
}

/** Comparisons, as `compareOp` and `arg >> 5` of COMPARE_OP have them. */
export const enum Comparison {
  LT = 0,
  LE = 1,
  EQ = 2,
  NE = 3,
  GT = 4,
  GE = 5,
}
