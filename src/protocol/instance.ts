/**
 * Native code's own instance of the semantics.
 *
 * Sort keys, `sum`, `in` and the rest of the library meet other values than a program's own loops do; run by
 * one function body, the type feedback of either would serve neither (see `tracer/instance.ts`). The build
 * gives this file's imports a copy of `semantics/*` (scripts/build.mjs); unbundled, as in tests, both share one.
 */
export { binaryOp, invert, negative, positive } from '../semantics/arithmetic.ts';
export { compareOp, compareTrue, containsOp, toBool } from '../semantics/compare.ts';
export { getItem, setItem } from '../semantics/subscript.ts';
export { getIter, nextOfList, nextOfRange, nextOfTuple } from '../semantics/iterate.ts';
export { Loaded, type Out, loadAttr, storeAttr } from '../semantics/attribute.ts';
