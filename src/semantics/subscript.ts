/**
 * `obj[key]`, its store, and growing a list by one: lists by storage strategy, tuples, and runtime
 * calls for the rest. A list's strategy is promoted, its bounds check is a guard.
 */
import { Kind } from '../machine/kinds.ts';
import { RT } from '../machine/runtime-fns.ts';
import { Store } from '../objects/core/values.ts';
import type { Machine } from '../machine/machine.ts';
import { MOST } from '../numbers/allocation.ts';

/** Returns a list or tuple index made non-negative, or undefined where it is out of range. */
function wrapIndex<R, I, F, B>(m: Machine<R, I, F, B>, i: I, length: I): I | undefined {
  if (m.branch(m.int_lt(i, m.int(0)))) {
    const j = m.int_add(i, length);
    return m.branch(m.int_ge(j, m.int(0))) ? j : undefined;
  }
  return m.branch(m.int_lt(i, length)) ? i : undefined;
}

/** Evaluates `obj[key]`. */
export function getItem<R, I, F, B>(m: Machine<R, I, F, B>, obj: R, key: R): R {
  const k = m.kindOf(obj);
  if (k === Kind.LIST) {
    if (m.kindOf(key) === Kind.INT) {
      const store = m.constantInt(m.list_store(obj));
      const items = m.list_items(obj);
      const i = wrapIndex(m, m.unbox_int(key), m.items_length(items));
      if (i === undefined) return m.call(RT.indexError, m.ref('list index out of range'));
      return listItem(m, store, items, i);
    }
  } else if (k === Kind.TUPLE) {
    if (m.kindOf(key) === Kind.INT) {
      const i = wrapIndex(m, m.unbox_int(key), m.tuple_length(obj));
      if (i === undefined) return m.call(RT.indexError, m.ref('tuple index out of range'));
      return m.tuple_item(obj, i);
    }
  }
  return m.call(RT.getItem, obj, key);
}

/** Loads an element within bounds, boxed. */
export function listItem<R, I, F, B>(m: Machine<R, I, F, B>, store: number, items: R, i: I): R {
  if (store === Store.INT) return m.box_int(m.items_int(items, i));
  if (store === Store.FLOAT) return m.box_float(m.items_float(items, i));
  return m.items_ref(items, i);
}

/** Evaluates `obj[key] = value`. */
export function setItem<R, I, F, B>(m: Machine<R, I, F, B>, obj: R, key: R, value: R): void {
  const k = m.kindOf(obj);
  if (k === Kind.LIST && m.kindOf(key) === Kind.INT) {
    const store = m.constantInt(m.list_store(obj));
    const fits = storeFits(m, store, value);
    const items = m.list_items(obj);
    const i = wrapIndex(m, m.unbox_int(key), m.items_length(items));
    if (i === undefined) {
      m.call(RT.indexError, m.ref('list assignment index out of range'));
      return;
    }
    if (fits) storeItem(m, store, items, i, value);
    else m.call(RT.setItem, obj, m.box_int(i), value);
    return;
  }
  m.call(RT.setItem, obj, key, value);
}

/** Tells whether a value can be stored under a strategy without changing it. */
function storeFits<R, I, F, B>(m: Machine<R, I, F, B>, store: number, value: R): boolean {
  if (store === Store.INT) return m.kindOf(value) === Kind.INT;
  if (store === Store.FLOAT) return m.kindOf(value) === Kind.FLOAT;
  return store === Store.OBJECT;
}

function storeItem<R, I, F, B>(m: Machine<R, I, F, B>, store: number, items: R, i: I, value: R): void {
  if (store === Store.INT) m.items_set_int(items, i, m.unbox_int(value));
  else if (store === Store.FLOAT) m.items_set_float(items, i, m.unbox_float(value));
  else m.items_set_ref(items, i, value);
}

/** Appends to a list. */
export function appendItem<R, I, F, B>(m: Machine<R, I, F, B>, list: R, value: R): void {
  const store = m.constantInt(m.list_store(list));
  if (!storeFits(m, store, value)) {
    m.call(RT.listAppend, list, value);
    return;
  }
  const items = m.list_items(list);
  if (!m.branch(m.int_lt(m.items_length(items), m.int(MOST.growing)))) {
    m.call(RT.listAppend, list, value);
    return;
  }
  if (store === Store.INT) m.items_push_int(items, m.unbox_int(value));
  else if (store === Store.FLOAT) m.items_push_float(items, m.unbox_float(value));
  else m.items_push_ref(items, value);
}
