/**
 * The module `sys`. The streams, `argv` and `path` are put in by whoever starts the machine
 * (`startSys`).
 */
import { callBound } from '../../objects/slots/descriptor.ts';
import { world, connect } from '../../objects/core/world.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyFloat, type PyModule, PyTuple, intOf, strOf, typeOf } from '../../objects/core/values.ts';
import { makeFunctions } from '../../objects/core/builtin.ts';
import {
  PyException,
  PyRaise,
  exceptionType,
  makeException,
  raise,
  typeError,
  valueError,
} from '../../objects/core/exceptions.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { PyFrozenSet } from '../../objects/core/frozenset.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { indexOf } from '../../objects/slots/number.ts';
import type { StandardStreams } from '../io/io.ts';
import { namespace } from '../types/simple-namespace.ts';
import { builtinNames, stdlibNames } from '../host/stdlib-names.ts';
import { structSequence, makeStruct } from '../host/struct-sequence.ts';
import { breakpointhook, displayhook } from '../builtins/hooks.ts';
import { displayException } from './uncaught.ts';
import { intMaxStrDigits, setIntMaxStrDigits } from '../../numbers/int-text.ts';

/** Makes a struct of `sys` from pairs. */
function struct(name: string, fields: readonly (readonly [string, PyValue])[]): PyTuple {
  return makeStruct(
    structSequence(
      'sys',
      name,
      fields.map(([k]) => k),
      fields.length,
      false,
    ),
    fields.map(([, v]) => v),
  );
}

const float = (x: number): PyFloat => new PyFloat(x);

/** The exception being handled, as (type, value, traceback). */
function excInfo(): PyTuple {
  const e = world.exception();
  return e === null ? new PyTuple([None, None, None]) : new PyTuple([e.type, e, e.traceback ?? None]);
}

let switchInterval = 0.005;

function functions(): Iterable<[string, PyValue]> {
  return makeFunctions('sys', {
    'exit(status?, /)': (status?: PyValue): PyValue => {
      if (status instanceof PyException && status.type.isSubtype(exceptionType('SystemExit')))
        throw new PyRaise(status);
      const none = status === undefined || status === None;
      const args = none ? [] : status instanceof PyTuple ? status.items : [status];
      throw new PyRaise(makeException('SystemExit', ...args));
    },
    'exc_info(); frame': excInfo,
    'exception(); frame': () => world.exception() ?? None,
    'getrecursionlimit()': () => world.recursionLimit(),
    'setrecursionlimit(limit, /)': (n: PyValue) => {
      const limit = Number(indexOf(n));
      if (limit < 1) valueError('recursion limit must be greater or equal than 1');
      if (limit > 0x7fffffff) raise('OverflowError', 'Python int too large to convert to C int');
      world.recursionLimit(limit);
      return None;
    },
    'intern(string, /)': (s: PyValue) =>
      typeof s === 'string'
        ? s
        : typeError(
            strOf(s) === undefined
              ? `intern() argument must be str, not ${typeOf(s).name}`
              : `can't intern ${typeOf(s).name}`,
          ),
    'getsizeof(object, default?)': (x: PyValue, fallback?: PyValue) => {
      const f = typeOf(x).lookup('__sizeof__');
      if (f === undefined) return fallback ?? typeError(`Type ${typeOf(x).name} doesn't define __sizeof__`);
      return callBound(f, x);
    },
    '_getframe(depth?, /); frame': (depth: PyValue = 0) =>
      world.frame(Number(intOf(depth) ?? 0)) ?? valueError('call stack is not deep enough'),
    'getdefaultencoding()': () => 'utf-8',
    'getfilesystemencoding()': () => 'utf-8',
    'getfilesystemencodeerrors()': () => 'surrogateescape',
    'get_int_max_str_digits()': () => intMaxStrDigits(),
    'set_int_max_str_digits(maxdigits)': (n: PyValue) => {
      setIntMaxStrDigits(Number(indexOf(n)));
      return None;
    },
    'is_finalizing()': () => false,
    'getswitchinterval()': () => float(switchInterval),
    'setswitchinterval(interval, /)': (x: PyValue) => {
      switchInterval = x instanceof PyFloat ? x.value : Number(intOf(x) ?? 0);
      return None;
    },
    'getrefcount(object, /)': () => 2,
    'gettrace()': () => None,
    'getprofile()': () => None,
    'settrace(function, /)': (f: PyValue) =>
      f === None ? None : raise('NotImplementedError', 'sys.settrace() is not in sidewinder'),
    'setprofile(function, /)': (f: PyValue) =>
      f === None ? None : raise('NotImplementedError', 'sys.setprofile() is not in sidewinder'),
    '_is_gil_enabled()': () => true,
    '_is_interned(string, /)': () => true,
    'audit(event, /, *args)': () => None,
    'addaudithook(hook)': () => raise('NotImplementedError', 'sys.addaudithook() is not in sidewinder'),
    'displayhook(object, /)': displayhook,
    'breakpointhook(*args, **kws)': breakpointhook,
    'excepthook(exctype, value, traceback, /)': (_type: PyValue, value: PyValue) => {
      if (value instanceof PyException) displayException(value);
      return None;
    },
    'unraisablehook(unraisable, /)': () => None,
  });
}

/** What options of the command set of `sys.flags`. */
export interface SysFlags {
  readonly optimize: number;
  readonly no_user_site: boolean;
  readonly no_site: boolean;
  readonly ignore_environment: boolean;
  readonly quiet: boolean;
  readonly isolated: boolean;
  readonly safe_path: boolean;
}

export const NO_FLAGS: SysFlags = {
  optimize: 0,
  no_user_site: false,
  no_site: false,
  ignore_environment: false,
  quiet: false,
  isolated: false,
  safe_path: false,
};

const VERSION: readonly (readonly [string, PyValue])[] = [
  ['major', 3],
  ['minor', 13],
  ['micro', 0],
  ['releaselevel', 'final'],
  ['serial', 0],
];
const HEXVERSION = 0x030d00f0;

function data(flags: SysFlags): [string, PyValue][] {
  const versionInfo = struct('version_info', VERSION);
  return [
    ['version', '3.13.0 (sidewinder) [Node.js]'],
    ['version_info', versionInfo],
    ['hexversion', HEXVERSION],
    ['api_version', 1013],
    ['copyright', 'Copyright (c) the Sidewinder authors. All Rights Reserved.'],
    ['maxsize', 9223372036854775807n],
    ['maxunicode', 0x10ffff],
    ['byteorder', 'little'],
    ['platform', 'linux'],
    ['float_repr_style', 'short'],
    [
      'implementation',
      namespace([
        ['name', 'sidewinder'],
        ['cache_tag', None],
        ['version', versionInfo],
        ['hexversion', HEXVERSION],
      ]),
    ],
    [
      'float_info',
      struct('float_info', [
        ['max', float(Number.MAX_VALUE)],
        ['max_exp', 1024],
        ['max_10_exp', 308],
        ['min', float(2.2250738585072014e-308)],
        ['min_exp', -1021],
        ['min_10_exp', -307],
        ['dig', 15],
        ['mant_dig', 53],
        ['epsilon', float(Number.EPSILON)],
        ['radix', 2],
        ['rounds', 1],
      ]),
    ],
    [
      'int_info',
      struct('int_info', [
        ['bits_per_digit', 30],
        ['sizeof_digit', 4],
        ['default_max_str_digits', 4300],
        ['str_digits_check_threshold', 640],
      ]),
    ],
    [
      'hash_info',
      struct('hash_info', [
        ['width', 64],
        ['modulus', 2305843009213693951n],
        ['inf', 314159],
        ['nan', 0],
        ['imag', 1000003],
        ['algorithm', 'siphash13'],
        ['hash_bits', 64],
        ['seed_bits', 128],
        ['cutoff', 0],
      ]),
    ],
    [
      'thread_info',
      struct('thread_info', [
        ['name', None],
        ['lock', None],
        ['version', None],
      ]),
    ],
    [
      'flags',
      struct('flags', [
        ['debug', 0],
        ['inspect', 0],
        ['interactive', 0],
        ['optimize', flags.optimize],
        ['dont_write_bytecode', 1],
        ['no_user_site', Number(flags.no_user_site)],
        ['no_site', Number(flags.no_site)],
        ['ignore_environment', Number(flags.ignore_environment)],
        ['verbose', 0],
        ['bytes_warning', 0],
        ['quiet', Number(flags.quiet)],
        ['hash_randomization', 0],
        ['isolated', Number(flags.isolated)],
        ['dev_mode', false],
        ['utf8_mode', 1],
        ['warn_default_encoding', 0],
        ['safe_path', flags.safe_path],
        ['int_max_str_digits', 4300],
      ]),
    ],
    ['dont_write_bytecode', true],
    ['warnoptions', listFrom([])],
    ['_xoptions', new PyDict()],
    ['abiflags', ''],
    ['platlibdir', 'lib'],
    ['meta_path', listFrom([])],
    ['path_hooks', listFrom([])],
    ['path_importer_cache', new PyDict()],
    ['pycache_prefix', None],
    ['executable', ''],
    ['_base_executable', ''],
    ['prefix', '/usr'],
    ['exec_prefix', '/usr'],
    ['base_prefix', '/usr'],
    ['base_exec_prefix', '/usr'],
    ['builtin_module_names', new PyTuple(builtinNames())],
    ['stdlib_module_names', PyFrozenSet.of(stdlibNames())],
    ['argv', listFrom([''])],
    ['orig_argv', listFrom([])],
    ['path', listFrom([])],
    ['modules', new PyDict()],
    ['stdin', None],
    ['stdout', None],
    ['stderr', None],
  ];
}

/** Makes the module `sys` and installs it as the machine's. */
export function makeModule(flags: SysFlags = NO_FLAGS): PyModule {
  const m = nativeModule('sys', [...functions(), ...data(flags)]);
  m.dict.set('__displayhook__', m.dict.get('displayhook')!);
  m.dict.set('__breakpointhook__', m.dict.get('breakpointhook')!);
  m.dict.set('__excepthook__', m.dict.get('excepthook')!);
  m.dict.set('__unraisablehook__', m.dict.get('unraisablehook')!);
  connect({ sys: () => m });
  (m.dict.get('modules') as PyDict).set('sys', m);
  return m;
}

/** Gives `sys` the streams, the arguments and the search path of a run. */
export function startSys(
  m: PyModule,
  run: {
    readonly streams: StandardStreams;
    readonly argv: readonly string[];
    readonly originalArgv: readonly string[];
    readonly path: readonly string[];
  },
): void {
  for (const [name, stream] of Object.entries(run.streams)) {
    m.dict.set(name, stream);
    m.dict.set(`__${name}__`, stream);
  }
  m.dict.set('argv', listFrom([...run.argv]));
  m.dict.set('orig_argv', listFrom(['sidewinder', ...run.originalArgv]));
  m.dict.set('path', listFrom([...run.path]));
}
