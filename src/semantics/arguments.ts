/**
 * Binding arguments to parameters (language reference, "Calls"): defaults, keywords, `*args`,
 * `**kwargs`, and the TypeErrors in CPython's wording. Runs on the host over operands.
 */
import { type CodeObject, CO_VARARGS, CO_VARKEYWORDS } from '../bytecode/code.ts';
import { typeError } from '../objects/core/exceptions.ts';
import { RT } from '../machine/runtime-fns.ts';
import type { PyFunction } from '../objects/core/values.ts';
import type { Frame } from '../frames/frame.ts';
import type { Machine } from '../machine/machine.ts';

/**
 * Fills the parameters of a new frame from `n` operands at `s[first]`, the last ones named; positional defaults are
 * those of `from` where it is given.
 */
export function bindArguments<R, I, F, B>(
  m: Machine<R, I, F, B>,
  nf: Frame<R>,
  fn: PyFunction,
  s: R[],
  first: number,
  n: number,
  names: readonly string[] | null,
  from?: R,
): void {
  const code = fn.code;
  const locals = nf.s;
  const argc = code.argcount;
  const total = argc + code.kwonlyargcount;
  const nkw = names === null ? 0 : names.length;
  const npos = n - nkw;
  const varargs = (code.flags & CO_VARARGS) !== 0;
  const varkw = (code.flags & CO_VARKEYWORDS) !== 0;
  const copied = Math.min(npos, argc);
  for (let i = 0; i < copied; i++) locals[i] = s[first + i]!;
  const extra: R[] = [];
  if (varargs) locals[total] = m.callArray(RT.buildTuple, s.slice(first + copied, first + npos));
  for (let k = 0; k < nkw; k++) {
    const name = names![k]!;
    const value = s[first + npos + k]!;
    const i = parameterIndex(code, name, total);
    if (i < 0) {
      if (!varkw) unexpectedKeyword(fn, code, name, names!);
      extra.push(m.ref(name), value);
    } else if (locals[i] !== undefined) typeError(`${fn.qualname}() got multiple values for argument '${name}'`);
    else locals[i] = value;
  }
  if (npos > argc && !varargs) tooManyPositional(fn, code, npos, locals);
  fillDefaults(m, fn, code, locals, npos, from);
  if (varkw) locals[total + (varargs ? 1 : 0)] = m.callArray(RT.buildKeywords, extra);
}

/** Returns the index of a parameter that may be passed by name, or -1. */
function parameterIndex(code: CodeObject, name: string, total: number): number {
  for (let i = code.posonlyargcount; i < total; i++) if (code.localsplusnames[i] === name) return i;
  return -1;
}

/** Puts defaults into parameters left unbound; raises for those without. */
function fillDefaults<R, I, F, B>(
  m: Machine<R, I, F, B>,
  fn: PyFunction,
  code: CodeObject,
  locals: R[],
  npos: number,
  from: R | undefined,
): void {
  const argc = code.argcount;
  const defaults = fn.defaults ?? [];
  const withoutDefault = argc - defaults.length;
  if (npos < argc) {
    const missing: string[] = [];
    for (let i = npos; i < withoutDefault; i++) if (locals[i] === undefined) missing.push(code.localsplusnames[i]!);
    if (missing.length > 0) missingArguments(fn, missing, 'positional');
    for (let i = Math.max(npos, withoutDefault); i < argc; i++) {
      if (locals[i] === undefined)
        locals[i] =
          from === undefined
            ? m.ref(defaults[i - withoutDefault]!)
            : m.function_default(from, m.int(i - withoutDefault));
    }
  }
  const missing: string[] = [];
  for (let i = argc; i < argc + code.kwonlyargcount; i++) {
    if (locals[i] !== undefined) continue;
    const name = code.localsplusnames[i]!;
    const d = fn.kwdefaults?.get(name);
    if (d === undefined) missing.push(name);
    // The program may have the dict, and change it without the function's knowing.
    else locals[i] = m.records && fn.kwShared ? m.call(RT.kwDefault, m.ref(fn), m.ref(name)) : m.ref(d);
  }
  if (missing.length > 0) missingArguments(fn, missing, 'keyword-only');
}

/** Raises for missing arguments: "f() missing 2 required positional arguments: 'a' and 'b'". */
function missingArguments(fn: PyFunction, names: string[], kind: string): never {
  const quoted = names.map((x) => `'${x}'`);
  const last = quoted.pop()!;
  const list =
    quoted.length === 0 ? last : quoted.length === 1 ? `${quoted[0]} and ${last}` : `${quoted.join(', ')}, and ${last}`;
  typeError(
    `${fn.qualname}() missing ${names.length} required ${kind} argument${names.length === 1 ? '' : 's'}: ${list}`,
  );
}

/** Raises for too many positional arguments. */
function tooManyPositional(fn: PyFunction, code: CodeObject, given: number, locals: unknown[]): never {
  const argc = code.argcount;
  const defaults = fn.defaults?.length ?? 0;
  let kwonly = 0;
  for (let i = argc; i < argc + code.kwonlyargcount; i++) if (locals[i] !== undefined) kwonly++;
  const takes = defaults > 0 ? `from ${argc - defaults} to ${argc}` : `${argc}`;
  const plural = defaults > 0 || argc !== 1 ? 's' : '';
  const also =
    kwonly > 0
      ? ` positional argument${given === 1 ? '' : 's'} (and ${kwonly} keyword-only argument${kwonly === 1 ? '' : 's'})`
      : '';
  typeError(
    `${fn.qualname}() takes ${takes} positional argument${plural} but ` +
      `${given}${also} ${given === 1 && kwonly === 0 ? 'was' : 'were'} given`,
  );
}

/** Raises for a keyword that names no parameter, or a positional-only one. */
function unexpectedKeyword(fn: PyFunction, code: CodeObject, name: string, names: readonly string[]): never {
  const only = code.localsplusnames.slice(0, code.posonlyargcount);
  const wrong = names.filter((x) => only.includes(x));
  if (wrong.length > 0) {
    typeError(`${fn.qualname}() got some positional-only arguments passed as keyword arguments: '${wrong.join(', ')}'`);
  }
  typeError(`${fn.qualname}() got an unexpected keyword argument '${name}'`);
}
