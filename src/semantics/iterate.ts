/**
 * Iteration: making iterators, taking the next value, unpacking.
 *
 * Ranges, lists and tuples are looked into (their position is a field that compiled loops keep in a
 * variable); generators and all others are asked through the runtime.
 */
import { Kind } from '../machine/kinds.ts';
import { RT } from '../machine/runtime-fns.ts';
import type { Frame } from '../frames/frame.ts';
import type { Machine } from '../machine/machine.ts';
import { listItem } from './subscript.ts';

/** Evaluates `iter(x)`. */
export function getIter<R, I, F, B>(m: Machine<R, I, F, B>, x: R): R {
  switch (m.kindOf(x)) {
    case Kind.RANGE: {
      if (!m.branch(m.range_small(x))) break;
      return m.new_range_iterator(m.range_start(x), m.range_end(x), m.range_by(x));
    }
    case Kind.LIST:
      return m.new_list_iterator(x);
    case Kind.TUPLE:
      return m.new_tuple_iterator(x);
    case Kind.RANGE_ITER:
    case Kind.LIST_ITER:
    case Kind.TUPLE_ITER:
      return x;
  }
  return m.call(RT.getIter, x);
}

/** Takes the next value of a `range_iterator`; undefined when it is exhausted. */
export function nextOfRange<R, I, F, B>(m: Machine<R, I, F, B>, it: R): R | undefined {
  const step = m.range_step(it);
  const current = m.range_current(it);
  const stop = m.range_stop(it);
  if (!m.branch(m.branch(m.int_gt(step, m.int(0))) ? m.int_lt(current, stop) : m.int_gt(current, stop)))
    return undefined;
  m.range_set_current(it, m.int_add(current, step));
  return m.box_int(current);
}

/** Takes the next value of a `list_iterator`; undefined when it is exhausted, for good. */
export function nextOfList<R, I, F, B>(m: Machine<R, I, F, B>, it: R): R | undefined {
  const list = m.iter_list(it);
  if (!m.bound(list)) return undefined;
  const items = m.list_items(list);
  const i = m.iter_index(it);
  if (!m.branch(m.int_lt(i, m.items_length(items)))) {
    m.iter_finish(it);
    return undefined;
  }
  const store = m.constantInt(m.list_store(list));
  const value = listItem(m, store, items, i);
  m.iter_set_index(it, m.int_add(i, m.int(1)));
  return value;
}

/** Takes the next value of a `tuple_iterator`; undefined when it is exhausted. */
export function nextOfTuple<R, I, F, B>(m: Machine<R, I, F, B>, it: R): R | undefined {
  const tuple = m.iter_tuple(it);
  const i = m.iter_index(it);
  if (!m.branch(m.int_lt(i, m.tuple_length(tuple)))) return undefined;
  const value = m.tuple_item(tuple, i);
  m.iter_set_index(it, m.int_add(i, m.int(1)));
  return value;
}

/**
 * Takes the next value, or returns undefined when the iterator is exhausted. `f` continues at
 * `endPc` with `endSp` in the latter case: an exit after the call cannot repeat it.
 */
export function next<R, I, F, B>(
  m: Machine<R, I, F, B>,
  it: R,
  f: Frame<R>,
  endPc: number,
  endSp: number,
): R | undefined {
  switch (m.kindOf(it)) {
    case Kind.RANGE_ITER:
      return nextOfRange(m, it);
    case Kind.LIST_ITER:
      return nextOfList(m, it);
    case Kind.TUPLE_ITER:
      return nextOfTuple(m, it);
  }
  const value = m.call(RT.next, it);
  return m.boundAfter(value, f, endPc, endSp) ? value : undefined;
}

/** Unpacks into exactly `n` values, first value first. */
export function unpack<R, I, F, B>(m: Machine<R, I, F, B>, x: R, n: number): R[] {
  const out: R[] = [];
  const k = m.kindOf(x);
  if (k === Kind.TUPLE && m.constantInt(m.tuple_length(x)) === n) {
    for (let i = 0; i < n; i++) out.push(m.tuple_item(x, m.int(i)));
    return out;
  }
  if (k === Kind.LIST) {
    const items = m.list_items(x);
    if (m.constantInt(m.items_length(items)) === n) {
      const store = m.constantInt(m.list_store(x));
      for (let i = 0; i < n; i++) out.push(listItem(m, store, items, m.int(i)));
      return out;
    }
  }
  const all = m.call(RT.unpack, x, m.ref(n));
  for (let i = 0; i < n; i++) out.push(m.tuple_item(all, m.int(i)));
  return out;
}
