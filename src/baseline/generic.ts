/**
 * Operations too long to stand at every place: one function each, made of the same sketches, shared by all code.
 * V8 inlines them where they are hot.
 */
import { LIVE } from '../machine/live.ts';
import { NAMES } from '../machine/names.ts';
import { RT } from '../machine/runtime-fns.ts';
import { PyDict } from '../objects/core/dict.ts';
import type { PyValue } from '../objects/core/object.ts';
import {
  PyFloat,
  PyIterator,
  PyList,
  PyListIterator,
  PyRangeIterator,
  PyTuple,
  PyTupleIterator,
  Store,
  floatType,
} from '../objects/core/values.ts';
import { next } from '../semantics/iterate.ts';
import { getItem, setItem } from '../semantics/subscript.ts';
import type { Operand, Operation } from './sketch.ts';
import { fill, waysOf } from './ways.ts';

type Fn = (...args: any[]) => any;

const INTS = new PyList(Store.INT, [1, 2]);
const FLOATS = new PyList(Store.FLOAT, [0.5, 1.5]);
const OBJECTS = new PyList(Store.OBJECT, ['a', 'b']);

/** Makes the function of an operation: its fast paths, then `slow`. */
function makeGeneric(
  name: string,
  operation: Operation,
  count: number,
  samples: readonly (readonly PyValue[])[],
  slow: Fn,
): Fn {
  const params = Array.from({ length: count }, (_, i) => `x${i}`);
  const operands = params.map(
    (p): Operand => ({ name: p, text: p, isFloat: `${p}.type===FT`, raw: `${p}.value`, constant: undefined }),
  );
  const ways = waysOf(`generic ${name}`, operation, operands, samples);
  const constants: unknown[] = [];
  const text = fill(ways, operands, 'r', 'f', 'B', (v) => {
    constants.push(v);
    return `k${constants.length - 1}`;
  });
  const names = Object.keys(SCOPE).filter((n) => n === 'PyFloat' || new RegExp(`\\b${n}\\b`).test(text));
  const bound = constants.map((_, i) => `k${i}=K[${i}]`);
  const list = params.join(',');
  const given = `"use strict";const{${names.join(',')}}=S${bound.length > 0 ? `,${bound.join(',')}` : ''};`;
  const body = `let r,f=0,t0,t1,t2,t3,t4,t5,t6,t7;B:{${text}return slow(${list});}`;
  const result = ways.float ? 'r===null?new PyFloat(f):r' : 'r';
  const source = `${given}return function py$${name}(${list}){${body}return ${result};}`;
  return new Function('S', 'K', 'slow', source)(SCOPE, constants, slow) as Fn;
}

const SCOPE: Record<string, unknown> = { ...NAMES, FT: floatType };

/** Makes a function when it is first called. */
function lazily(make: () => Fn, put: (fn: Fn) => void): Fn {
  return (...args: unknown[]) => {
    const fn = make();
    put(fn);
    return fn(...args);
  };
}

export const G: { getItem: Fn; setItem: Fn; next: Fn } = {
  getItem: lazily(
    () =>
      makeGeneric(
        'getItem',
        getItem as Operation,
        2,
        [
          [OBJECTS, 1],
          [INTS, 1],
          [FLOATS, 1],
          [new PyTuple(['a', 'b']), 1],
          [OBJECTS, -1],
          [INTS, -1],
          [FLOATS, -1],
        ],
        (o, k) => (typeof k === 'string' && o instanceof PyDict ? getItem(LIVE, o, k) : getItem(LIVE, o, k)),
      ),
    (fn) => {
      G.getItem = fn;
    },
  ),
  setItem: lazily(
    () =>
      makeGeneric(
        'setItem',
        setItem as Operation,
        3,
        [
          [OBJECTS, 1, 'b'],
          [INTS, 1, 2],
          [FLOATS, 1, new PyFloat(1.5)],
        ],
        (o, k, v) => setItem(LIVE, o, k, v),
      ),
    (fn) => {
      G.setItem = fn;
    },
  ),
  next: lazily(
    () =>
      makeGeneric(
        'next',
        ((m: never, it: never) => next(m, it as never, null as never, 0, 0)) as Operation,
        1,
        [
          [new PyRangeIterator(0, 9, 1)],
          [new PyListIterator(OBJECTS)],
          [new PyListIterator(INTS)],
          [new PyListIterator(FLOATS)],
          [new PyTupleIterator(new PyTuple(['a']))],
        ],
        (it: PyValue) => (it instanceof PyIterator && !it.type.heap ? it.next() : RT.next.fn(it)),
      ),
    (fn) => {
      G.next = fn;
    },
  ),
};
