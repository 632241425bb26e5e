/**
 * Adapters: a call with boxed values to code that takes some of them as unboxed floats.
 *
 *   function (d, p0, p1) { if (p0 != null && p0.type === float) return entry.fast(d, p0.value, p1); return other(d,
 *   p0, p1); }
 *
 * Written out for each number of parameters, because a closure over a list of them costs five times
 * the call it serves.
 */
import { generate } from 'astring';
import type * as ES from 'estree';
import type { Entrance } from '../ir/trace.ts';
import { instantiate } from './generate.ts';
import * as n from './nodes.ts';
import { expand } from './templates.ts';

type Call = (depth: number, ...values: any[]) => unknown;

/** Makes an adapter for an entry of `count` values; `other` is called where one of `floats` is none. */
export function adapter(
  entry: Entrance,
  count: number,
  floats: readonly number[],
  floatType: unknown,
  other: Call,
): Call {
  const [d, k0, k1, k2] = ['d', 'k0', 'k1', 'k2'].map(n.name) as [
    ES.Identifier,
    ES.Identifier,
    ES.Identifier,
    ES.Identifier,
  ];
  const params = Array.from({ length: count }, (_, i) => n.name(`p${i}`));
  const passed = params.map((p, i) => (floats.includes(i) ? expand('unbox_float', [p]) : p));
  const tests = floats.flatMap((i) => [expand('is_bound', [params[i]!]), expand('has_type', [params[i]!, k1])]);
  const fn = {
    type: 'FunctionDeclaration',
    id: n.name('adapter'),
    params: [d, ...params],
    generator: false,
    async: false,
    expression: false,
    body: n.block([
      ...tests.map((t) => n.when(n.not(t), [n.ret(n.call(k2, [d, ...params]))])),
      n.ret(n.call(n.member(k0, 'fast'), [d, ...passed])),
    ]),
  };
  const source = generate(fn as Parameters<typeof generate>[0]);
  return instantiate({ source, constants: [entry, floatType, other] }, 'sidewinder-trace:///adapter.js') as Call;
}
