/** Signatures of built-in functions: binding arguments, and CPython's words for wrong ones. */
import type { PyType, PyValue } from './object.ts';
import { typeError } from './exceptions.ts';
import type { PyBuiltin, Kwargs } from './builtin.ts';

export interface Param {
  name: string;
  optional: boolean;
  kind: 'pos' | 'any' | 'kw' | 'args' | 'kwargs';
}

/** Parses `a, b?, /, c?, *, d?, **kw` into parameters. */
export function parseSignature(text: string): Param[] {
  const out: Param[] = [];
  let kwOnly = false;
  for (const raw of text.split(',')) {
    const p = raw.trim();
    if (p === '') continue;
    if (p === '/') {
      for (const q of out) q.kind = 'pos';
      continue;
    }
    if (p === '*') {
      kwOnly = true;
      continue;
    }
    if (p.startsWith('**')) {
      out.push({ name: p.slice(2), optional: true, kind: 'kwargs' });
      continue;
    }
    if (p.startsWith('*')) {
      kwOnly = true;
      out.push({ name: p.slice(1), optional: true, kind: 'args' });
      continue;
    }
    const optional = p.endsWith('?');
    out.push({ name: optional ? p.slice(0, -1) : p, optional, kind: kwOnly ? 'kw' : 'any' });
  }
  return out;
}

/**
 * Matches arguments to the parameters of a built-in, in the wording of CPython's Argument Clinic. `cls` is the class a
 * class method was called on.
 */
export function bindArguments(
  b: PyBuiltin,
  args: readonly PyValue[],
  kw: Kwargs | null,
  cls: PyType | null,
): unknown[] {
  const params = b.params;
  if (params.length === 2 && params[0]!.kind === 'args' && params[1]!.kind === 'kwargs') return [args, kw ?? new Map()];
  const call = callName(b);
  const called = calledAs(b, call);
  const positional = params.filter((p) => p.kind === 'pos' || p.kind === 'any');
  const variadic = params.some((p) => p.kind === 'args');
  const takesKw = params.some((p) => p.kind === 'any' || p.kind === 'kw' || p.kind === 'kwargs');
  if (kw !== null && kw.size > 0 && !takesKw)
    typeError(
      `${b.kind === 'wrapper' && b.name !== '__init__' ? `wrapper ${call}` : dottedName(b, call, cls)}` +
        '() takes no keyword arguments',
    );
  if (!variadic) checkMost(b, call, positional, params, args.length, kw?.size ?? 0, cls);
  const required = positional.filter((p) => !p.optional).length;
  if (!takesKw && args.length < required) tooFew(b, call, positional, required, args.length, variadic, cls);
  const used = new Set<string>();
  const out: unknown[] = [];
  let position = 0;
  for (const p of params) {
    switch (p.kind) {
      case 'args':
        out.push(args.slice(positional.length));
        break;
      case 'kwargs':
        break;
      default: {
        const i = p.kind === 'kw' ? -1 : position++;
        const named = p.kind !== 'pos' ? kw?.get(p.name) : undefined;
        if (i >= 0 && i < args.length) {
          if (named !== undefined)
            typeError(`argument for ${called} given by name ('${p.name}') and position (${i + 1})`);
          out.push(args[i]);
        } else if (named !== undefined) {
          used.add(p.name);
          out.push(named);
        } else if (p.optional) out.push(undefined);
        else if (p.kind === 'kw') typeError(`${called} missing required keyword-only argument: '${p.name}'`);
        else if (p.kind === 'pos') {
          if (!variadic && b.kind !== 'wrapper' && params.some(isNamed))
            tooFewPositional(call, positional, args.length);
          tooFew(b, call, positional, required, args.length, variadic, cls);
        } else typeError(`${called} missing required argument '${p.name}' (pos ${i + 1})`);
      }
    }
  }
  const rest: Kwargs = new Map();
  if (kw !== null) for (const [k, v] of kw) if (!used.has(k)) rest.set(k, v);
  if (params.some((p) => p.kind === 'kwargs')) out.push(rest);
  else if (rest.size > 0)
    typeError(
      `${b.anonymous === 'function' ? 'this function' : called} got an unexpected keyword argument ` +
        `'${rest.keys().next().value}'`,
    );
  return out;
}

/** Names a built-in as its TypeErrors do: methods of one argument with their class, others alone. */
function callName(b: PyBuiltin): string {
  if (b.kind === 'new' || (b.name === '__init__' && b.owner !== null)) return b.owner!.qualname;
  return b.name;
}

/** Writes the beginning of an error about a call. */
function calledAs({ anonymous }: PyBuiltin, call: string): string {
  return anonymous === 'function' ? anonymous : `${call}()`;
}

const isNamed = ({ kind }: Param): boolean => kind === 'any' || kind === 'kw';
const plural = (n: number): string => (n === 1 ? '' : 's');

/** Raises for more arguments than there are parameters, or more positional ones than can be positional. */
function checkMost(
  b: PyBuiltin,
  call: string,
  positional: Param[],
  params: Param[],
  given: number,
  named: number,
  cls: PyType | null,
): void {
  const max = positional.length;
  const required = positional.filter((p) => !p.optional).length;
  if ((b.kind !== 'wrapper' || b.name === '__init__') && (params.some(isNamed) || (max === 0 && params.length > 0))) {
    if (given + named > params.length && params.every((p) => p.kind !== 'kwargs')) {
      typeError(
        `${calledAs(b, call)} takes at most ${params.length} ` +
          `${given === 0 ? 'keyword ' : ''}argument${plural(params.length)} (${given + named} given)`,
      );
    }
    if (given <= max) return;
    if (max === 0) typeError(`${calledAs(b, call)} takes no positional arguments`);
    typeError(
      `${calledAs(b, call)} takes ${required < max ? 'at most' : 'exactly'}` +
        ` ${max} positional argument${plural(max)} (${given} given)`,
    );
  }
  if (given > max) wrongCount(b, call, required, max, given, cls);
}

function tooFew(
  b: PyBuiltin,
  call: string,
  positional: Param[],
  required: number,
  given: number,
  variadic: boolean,
  cls: PyType | null,
): never {
  wrongCount(b, call, required, variadic ? Number.POSITIVE_INFINITY : positional.length, given, cls);
}

/** Raises for missing arguments that can only be positional, of a function that takes others by name. */
function tooFewPositional(call: string, positional: Param[], given: number): never {
  const required = positional.filter((p) => p.kind === 'pos' && !p.optional).length;
  typeError(
    `${call}() takes ${required < positional.length ? 'at least' : 'exactly'} ${required} ` +
      `positional argument${required === 1 ? '' : 's'} (${given} given)`,
  );
}

/** Names a built-in with its class or module, as errors about its calling convention do. */
function dottedName(b: PyBuiltin, call: string, cls: PyType | null): string {
  if (b.kind === 'classmethod' && cls !== null) return `${cls.qualname}.${call}`;
  return (b.kind === 'method' || b.kind === 'classmethod') && b.owner !== null
    ? `${b.owner.qualname}.${call}`
    : b.module !== null && b.module !== 'builtins'
      ? `${b.module}.${call}`
      : call;
}

/** Raises for a wrong number of positional-only arguments. */
function wrongCount(b: PyBuiltin, call: string, min: number, max: number, given: number, cls: PyType | null): never {
  const dotted = dottedName(b, call, cls);
  if (b.kind === 'wrapper') {
    if (min === max && !isUnpacked(b, max)) typeError(`expected ${max} argument${max === 1 ? '' : 's'}, got ${given}`);
  } else {
    if (max === 0) typeError(`${dotted}() takes no arguments (${given} given)`);
    if (min === 1 && max === 1 && b.kind !== 'new')
      typeError(`${dotted}() takes exactly one argument (${given} given)`);
    if (b.anonymous === 'function') {
      const word = min === max ? 'exactly' : given < min ? 'at least' : 'at most';
      const count = given < min ? min : max;
      typeError(`function takes ${word} ${count} argument${plural(count)} (${given} given)`);
    }
  }
  const bound = min === max ? '' : given < min ? 'at least ' : 'at most ';
  const n = given < min ? min : max;
  const name = b.anonymous ?? (b.kind === 'wrapper' && b.name !== '__init__' ? '' : call);
  typeError(`${name} expected ${bound}${n} argument${n === 1 ? '' : 's'}, got ${given}`);
}

/** Tells whether a slot's arguments are unpacked under the empty name (`wrap_indexargfunc`, `wrap_objobjargproc`). */
function isUnpacked({ name, owner }: PyBuiltin, count: number): boolean {
  if (count === 2 || name === '__buffer__') return true;
  return /^__[ir]?mul__$/.test(name) && owner!.dict.has('__getitem__');
}
