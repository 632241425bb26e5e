/**
 * What native code does to objects, what the interpreter does to them and what CPython does are one thing.
 *
 * operations.py has the operations and the operands; golden.json what CPython answers (make-golden.py). In
 * the machine each row is done three times: by the syntax, which the interpreter runs by the semantics under
 * the live machine; by the functions of `protocol`, which the built-in types and the library call; and by
 * those of `objects/slots`, the way through the methods of classes, which the semantics take where they know nothing.
 *
 * SIDEWINDER_PROTOCOL_TEXTS=folder writes the texts of all rows there, for a comparison with `make-golden.py --show`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BINARY_OPERATORS, COMPARE_OPERATORS } from '../../src/bytecode/opcodes.ts';
import { state } from '../../src/frames/state.ts';
import { makeFunctions } from '../../src/objects/core/builtin.ts';
import { invoke } from '../../src/objects/core/invoke.ts';
import type { PyValue } from '../../src/objects/core/object.ts';
import { None, PyFloat, PyTuple, strOf, typeOf } from '../../src/objects/core/values.ts';
import { listFrom } from '../../src/objects/core/list-storage.ts';
import * as attributeSlots from '../../src/objects/slots/attribute.ts';
import * as compareSlots from '../../src/objects/slots/compare.ts';
import * as iterateSlots from '../../src/objects/slots/iterate.ts';
import * as numberSlots from '../../src/objects/slots/number.ts';
import * as setAttributeSlots from '../../src/objects/slots/set-attribute.ts';
import * as subscriptSlots from '../../src/objects/slots/subscript.ts';
import * as attribute from '../../src/protocol/attribute.ts';
import * as compare from '../../src/protocol/compare.ts';
import * as iterate from '../../src/protocol/iterate.ts';
import * as number from '../../src/protocol/number.ts';
import * as subscript from '../../src/protocol/subscript.ts';
import { MemoryFile } from '../../src/lib/io/raw.ts';
import { Sidewinder } from '../../src/vm.ts';

/** The arguments of the calls in operations.py. */
const CALLS: Record<string, { args: PyValue[]; kw: Record<string, PyValue> }> = {
  '': { args: [], kw: {} },
  '1': { args: [1], kw: {} },
  '1, 2': { args: [1, 2], kw: {} },
  '1, 2, 3, 4': { args: [1, 2, 3, 4], kw: {} },
  '1, c=4': { args: [1], kw: { c: 4 } },
  '1, d=5': { args: [1], kw: { d: 5 } },
  '*(1, 2)': { args: [1, 2], kw: {} },
  '**{"a": 1}': { args: [], kw: { a: 1 } },
  'a=1, b=2': { args: [], kw: { a: 1, b: 2 } },
  'b=2': { args: [], kw: { b: 2 } },
  '1, a=1': { args: [1], kw: { a: 1 } },
};

const HERE = new URL('.', import.meta.url).pathname;

/** What a way of doing operations has to have. */
interface Way {
  number: Pick<typeof number, 'binaryOp' | 'negative' | 'positive' | 'invert'>;
  compare: Pick<typeof compare, 'compareOp' | 'contains' | 'isTrue'>;
  subscript: Pick<typeof subscript, 'getItem' | 'setItem'>;
  iterate: Pick<typeof iterate, 'getIter'>;
  attribute: Pick<typeof attribute, 'getAttr' | 'setAttr'>;
}

const WAYS: Record<string, Way> = {
  protocol: { number, compare, subscript, iterate, attribute },
  slots: {
    number: numberSlots,
    compare: compareSlots,
    subscript: subscriptSlots,
    iterate: iterateSlots,
    attribute: { ...attributeSlots, ...setAttributeSlots },
  },
};

/** Takes at most four values of an iterator; where it ends, 'end' and what it answers then. */
function take(it: PyValue): PyValue {
  const out: PyValue[] = [];
  while (out.length < 4) {
    const x = iterateSlots.iterNext(it);
    out.push(x ?? 'end');
    if (x !== undefined) continue;
    out.push(iterateSlots.iterNext(it) ?? 'end');
    break;
  }
  return listFrom(out);
}

/** Returns what performs an operation on two operands; undefined for those that are only syntax. */
function perform(way: Way, name: string): ((x: any, y: any) => PyValue) | undefined {
  const [kind, sign] = name.split(' ') as [string, string?];
  switch (kind) {
    case 'binary': {
      const op = BINARY_OPERATORS.indexOf(sign as never);
      return (x, y) => way.number.binaryOp(op, x, y);
    }
    case 'in-place': {
      const op = BINARY_OPERATORS.indexOf(`${sign}=` as never);
      return (x, y) => way.number.binaryOp(op, x, y);
    }
    case 'compare': {
      const op = COMPARE_OPERATORS.indexOf(sign as never);
      return (x, y) => way.compare.compareOp(op, x, y);
    }
    case 'contains':
      return (c, x) => way.compare.contains(x, c);
    case 'isTrue':
      return (x) => way.compare.isTrue(x);
    case 'negative':
    case 'positive':
    case 'invert':
      return (x) => way.number[kind](x);
    case 'absolute':
      return (x) => numberSlots.absolute(x);
    case 'setItem':
      return (o, k) => {
        way.subscript.setItem(o, k, sign === undefined ? 7 : new PyFloat(7.5));
        return o;
      };
    case 'getItem':
      return (o, k) => way.subscript.getItem(o, k);
    case 'delItem':
      return (o, k) => {
        subscriptSlots.delItem(o, k);
        return o;
      };
    case 'lengthOf':
      return (o) => subscriptSlots.lengthOf(o);
    case 'getAttr':
      return (o, k) => way.attribute.getAttr(o, strOf(k)!);
    case 'setAttr':
      return (o, k) => {
        way.attribute.setAttr(o, strOf(k)!, 5);
        return way.attribute.getAttr(o, strOf(k)!);
      };
    case 'delAttr':
      return (o, k) => {
        setAttributeSlots.delAttr(o, strOf(k)!);
        return attributeSlots.lookupAttr(o, strOf(k)!) ?? 'gone';
      };
    case 'getIter':
      return (o) => {
        const it = way.iterate.getIter(o);
        return new PyTuple([typeOf(it).name, take(it)]);
      };
    case 'iterNext':
      return (it) => take(it);
    case 'call': {
      const { args, kw } = CALLS[name.slice(5)]!;
      return (f) => invoke(f, args, new Map(Object.entries(kw)));
    }
    default:
      return undefined;
  }
}

/** Runs all rows in one machine; returns the text of each. */
function runRows(perform: (name: string) => ((x: any, y: any) => PyValue) | undefined): Map<string, [number, string]> {
  const found = new Map<string, [number, string]>();
  const source = `${readFileSync(join(HERE, 'operations.py'), 'utf8')}
for _row, _text in rows(_native): _report(_row, checksum(_text), _text)
`;
  const nothing = new Uint8Array(0);
  let stderr = '';
  const machine = new Sidewinder({
    source,
    filename: 'operations.py',
    argv: ['operations.py'],
    path: [],
    streams: {
      stderr: new MemoryFile(2, nothing, (d) => {
        stderr += Buffer.from(d).toString();
      }),
    },
  });
  for (const [name, value] of makeFunctions('test', {
    '_native(name, /)': (name: string) => {
      const f = perform(name);
      return f === undefined ? None : makeFunctions('test', { 'native(x, y?, /)': f }).get('native')!;
    },
    '_report(row, sum, text, /)': (row: string, sum: number, text: string) => {
      found.set(row, [sum, text]);
      return None;
    },
  }))
    state.builtins.set(name, value);
  const status = machine.run();
  expect(status, stderr).toBe(0);
  return found;
}

const golden: Record<string, number> = JSON.parse(readFileSync(join(HERE, 'golden.json'), 'utf8'));
const texts = process.env['SIDEWINDER_PROTOCOL_TEXTS'];

for (const way of ['syntax', ...Object.keys(WAYS)])
  test(way, () => {
    const found = runRows((name) => (way === 'syntax' ? undefined : perform(WAYS[way]!, name)));
    if (texts !== undefined)
      writeFileSync(
        join(texts, `${way}.json`),
        JSON.stringify(Object.fromEntries([...found].map(([row, [, t]]) => [row, t]))),
      );
    expect([...found.keys()]).toEqual(Object.keys(golden));
    expect([...found].filter(([row, [sum]]) => sum !== golden[row]).map(([row]) => row)).toEqual([]);
  });
