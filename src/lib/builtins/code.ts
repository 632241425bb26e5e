/**
 * Built-in functions that run code: compile, eval, exec, `__build_class__`, `__import__`.
 */
import { type CompileMode, type CompileRequest, world } from '../../objects/core/world.ts';
import type { PyValue } from '../../objects/core/object.ts';
import {
  None,
  PyCell,
  PyCode,
  codeObject,
  PyFunction,
  PyModule,
  PyTuple,
  intOf,
  strOf,
  typeOf,
} from '../../objects/core/values.ts';
import { PyBuiltin, makeFunctions } from '../../objects/core/builtin.ts';
import type { Kwargs } from '../../objects/core/builtin.ts';
import { PyRaise, makeException, raise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { buildClass } from '../../types/classes/class-build.ts';
import { freeNames } from '../../types/functions/function.ts';
import { bufferOf } from '../../objects/core/buffer.ts';
import { compileAst, isNode, parseToAst } from '../ast/ast.ts';
import { isTrue } from '../../protocol/compare.ts';
import { importBuiltin } from '../host/import.ts';
import { pathText } from '../io/open.ts';
import { loadedModules } from '../host/sys-state.ts';
import { compileSource } from '../host/syntax-error.ts';

/** Returns source given as text, or as bytes whose encoding the front end finds. */
function sourceOf(x: PyValue, what: string): string | Uint8Array {
  const text = strOf(x);
  const source = text ?? bufferOf(x)?.slice() ?? typeError(`${what} must be a string, bytes or code object`);
  const zero = typeof source === 'string' ? source.includes('\0') : source.includes(0);
  if (zero) throw new PyRaise(makeException('SyntaxError', 'source code string cannot contain null bytes'));
  return source;
}

/** Drops the blanks an expression may begin with. */
function withoutIndent(source: string | Uint8Array): string | Uint8Array {
  if (typeof source === 'string') return source.replace(/^[ \t]+/, '');
  let i = 0;
  while (source[i] === 32 || source[i] === 9) i++;
  return source.subarray(i);
}

/** Finds the namespaces `eval` and `exec` run in. */
function namespaces(name: string, globals: PyValue, locals: PyValue): [PyDict, PyValue] {
  if (globals !== None && !(globals instanceof PyDict)) {
    typeError(
      name === 'eval' ? 'globals must be a dict' : `exec() globals must be a dict, not ${typeOf(globals).name}`,
    );
  }
  const g = globals === None ? world.globals() : (globals as PyDict);
  if (g === null) raise('SystemError', 'globals and locals cannot be NULL');
  if (locals !== None && typeOf(locals).lookup('__getitem__') === undefined)
    typeError(`locals must be a mapping${name === 'eval' ? '' : ` or None, not ${typeOf(locals).name}`}`);
  const l = locals !== None ? locals : globals !== None ? g : (world.locals() ?? g);
  const own = g.get('__builtins__');
  if (own === undefined) {
    const b = loadedModules().get('builtins');
    if (b !== undefined) g.set('__builtins__', b);
  } else checkBuiltins(own);
  return [g, l];
}

/** Checks that names can be looked up in what a program gives as built-ins. */
function checkBuiltins(b: PyValue): void {
  if (b instanceof PyDict || b instanceof PyModule) return;
  const { name } = typeOf(b);
  if (typeOf(b).lookup('__getitem__') === undefined) typeError(`'${name}' object is not subscriptable`);
  raise('NotImplementedError', `sidewinder takes a dict or a module as __builtins__, not ${name}`);
}

function evalBuiltin(source: PyValue, globals: PyValue = None, locals: PyValue = None): PyValue {
  const [g, l] = namespaces('eval', globals, locals);
  if (source instanceof PyCode) {
    if (freeNames(source.code).length > 0) typeError('code object passed to eval() may not contain free variables');
    return world.run(source.code, g, l, null);
  }
  const text = withoutIndent(sourceOf(source, 'eval() arg 1'));
  return world.run(compileSource(text, '<string>', 'eval'), g, l, null);
}

function execBuiltin(
  source: PyValue,
  globals: PyValue = None,
  locals: PyValue = None,
  closure: PyValue = None,
): PyValue {
  const [g, l] = namespaces('exec', globals, locals);
  if (source instanceof PyCode) {
    const free = freeNames(source.code).length;
    const cells = closure instanceof PyTuple && closure.items.every((x) => x instanceof PyCell) ? closure.items : [];
    if (free === 0 && closure !== None) typeError('cannot use a closure with this code object');
    if (cells.length !== free) typeError(`code object requires a closure of exactly length ${free}`);
    world.run(source.code, g, l, cells);
    return None;
  }
  if (closure !== None) typeError('closure can only be used when source is a code object');
  world.run(compileSource(sourceOf(source, 'exec() arg 1'), '<string>', 'exec'), g, l, null);
  return None;
}

/** Flags of compile(): what it may be given, and which of them are future features. */
const KNOWN_FLAGS = 0x1fe7710;
const FUTURES = 0x1fe0000;
const ONLY_AST = 0x400;
const TYPE_COMMENTS = 0x1000;

/** Reads the flags and the like of compile(). */
function requestOf(flags: PyValue, dontInherit: PyValue, optimize: PyValue): CompileRequest & { bits: number } {
  const bits = Number(intOf(flags) ?? typeError(`'${typeOf(flags).name}' object cannot be interpreted as an integer`));
  if ((bits & ~(KNOWN_FLAGS | 0x8000)) !== 0) valueError('compile(): unrecognised flags');
  const level = Number(
    intOf(optimize) ?? typeError(`'${typeOf(optimize).name}' object cannot be interpreted as an integer`),
  );
  if (level < -1 || level > 2) valueError('compile(): invalid optimize value');
  return {
    bits,
    flags: bits & (FUTURES | 0x2000),
    optimize: level < 0 ? undefined : (level as 0 | 1 | 2),
    dontInherit: isTrue(dontInherit),
  };
}

/** Reads `_feature_version`: a minor number, or -1 for this version. */
function versionOf(version: PyValue): number | undefined {
  const n = Number(intOf(version) ?? typeError(`'${typeOf(version).name}' object cannot be interpreted as an integer`));
  return n < 0 ? undefined : n;
}

function compileBuiltin(
  source: PyValue,
  filename: PyValue,
  mode: PyValue,
  flags: PyValue = 0,
  dontInherit: PyValue = false,
  optimize: PyValue = -1,
  version: PyValue = -1,
): PyValue {
  const m = strOf(mode);
  if (m === undefined) typeError(`compile() argument 'mode' must be str, not ${typeOf(mode).name}`);
  if (!['exec', 'eval', 'single', 'func_type'].includes(m))
    valueError("compile() mode must be 'exec', 'eval' or 'single'");
  const request = requestOf(flags, dontInherit, optimize);
  const { bits } = request;
  if (m === 'func_type' && (bits & ONLY_AST) === 0)
    valueError("compile() mode 'func_type' requires flag PyCF_ONLY_AST");
  const isText = strOf(source) !== undefined || bufferOf(source) !== null;
  if (!isText && isNode(source))
    return (bits & ONLY_AST) !== 0
      ? source
      : codeObject(compileAst(source, pathText(filename), m as CompileMode, request));
  const text = sourceOf(source, 'compile() arg 1');
  if ((bits & ONLY_AST) !== 0)
    return parseToAst(text, pathText(filename), m as CompileMode, {
      typeComments: (bits & TYPE_COMMENTS) !== 0,
      featureVersion: versionOf(version),
    });
  return codeObject(compileSource(text, pathText(filename), m as CompileMode, request));
}

/** The function `__build_class__`. */
const buildClassObject = new PyBuiltin(
  '__build_class__',
  'func, name, /, *bases, **kwds',
  'function',
  null,
  'builtins',
  (body: PyValue, name: PyValue, bases: PyValue[], kw: Kwargs) => {
    if (!(body instanceof PyFunction)) typeError('__build_class__: func must be a function');
    if (strOf(name) === undefined) typeError('__build_class__: name is not a string');
    return buildClass(body, name, bases, kw.size === 0 ? null : kw, (fn, ns) => world.runClassBody(fn, ns));
  },
);

export const codeFunctions = new Map<string, PyBuiltin>([
  ...makeFunctions('builtins', {
    'eval(source, /, globals?, locals?); frame': evalBuiltin,
    'exec(source, /, globals?, locals?, *, closure?); frame': execBuiltin,
    'compile(source, filename, mode, flags?, dont_inherit?, optimize?, *, _feature_version?)': compileBuiltin,
    '__import__(name, globals?, locals?, fromlist?, level?)': importBuiltin,
  }),
  ['__build_class__', buildClassObject],
]);
