/**
 * The module `_warnings`: the filters, and what decides whether a warning is shown, ignored or raised.
 *
 * Python's own `warnings.py` runs on it, as on CPython's (Python/_warnings.c). Until a program imports
 * `warnings`, a warning is written here: importing it for every misspelt escape would cost more than
 * compiling the program. A registry (`__warningregistry__` of the module warned of) holds what has been
 * shown; it counts only as long as the filters are those it was made under (`version`).
 */
import { callBound } from '../objects/slots/descriptor.ts';
import { world } from '../objects/core/world.ts';
import type { PyType, PyValue } from '../objects/core/object.ts';
import { None, type PyList, type PyModule, PyTuple, intOf, strOf, typeOf } from '../objects/core/values.ts';
import { makeFunctions } from '../objects/core/builtin.ts';
import { PyDict } from '../objects/core/dict.ts';
import { PyException, PyRaise, exceptionType, raise, typeError } from '../objects/core/exceptions.ts';
import { invoke } from '../objects/core/invoke.ts';
import { listFrom, listGet, listInsert } from '../objects/core/list-storage.ts';
import { nativeModule } from '../types/functions/module.ts';
import { lookupAttr } from '../objects/slots/attribute.ts';
import { getAttr } from '../protocol/attribute.ts';
import { isSubclass } from '../objects/slots/compare.ts';
import { isTrue, sameOrEqual } from '../protocol/compare.ts';
import { str } from '../objects/slots/format.ts';
import { getItem } from '../protocol/subscript.ts';
import { loadedModules, sysAttribute } from './host/sys-state.ts';
import { sourceLine } from './system/uncaught.ts';

/** What the filters are in a run of CPython's release build without options. */
const DEFAULT_FILTERS = [
  ['default', 'DeprecationWarning', '__main__'],
  ['ignore', 'DeprecationWarning', null],
  ['ignore', 'PendingDeprecationWarning', null],
  ['ignore', 'ImportWarning', null],
  ['ignore', 'ResourceWarning', null],
] as const;

/** The state of one run. */
interface State {
  readonly filters: PyList;
  readonly onceRegistry: PyDict;
  readonly defaultAction: string;
  version: number;
}

/** State by the `sys` of its run. */
const states = new WeakMap<PyModule, State>();

function stateOfRun(): State {
  const sys = world.sys();
  let s = states.get(sys);
  if (s === undefined) {
    const filters = DEFAULT_FILTERS.map(
      ([action, category, module]) => new PyTuple([action, None, exceptionType(category), module ?? None, 0]),
    );
    s = { filters: listFrom(filters), onceRegistry: new PyDict(), defaultAction: 'default', version: 0 };
    states.set(sys, s);
  }
  return s;
}

/** Returns a name of the module `warnings`, if the program has imported it. */
function ofWarnings(name: string): PyValue | undefined {
  const m = loadedModules().get('warnings');
  return m === undefined ? undefined : lookupAttr(m, name);
}

/** Tells whether a filter's pattern lets a text through: None, an exact text, or a compiled pattern. */
function matches(pattern: PyValue, text: PyValue): boolean {
  if (pattern === None) return true;
  return strOf(pattern) !== undefined
    ? sameOrEqual(pattern, text)
    : isTrue(callBound(getAttr(typeOf(pattern), 'match'), pattern, text));
}

/** Finds what the filters say of a warning, and the filter that says it. */
function actionFor(category: PyValue, text: PyValue, lineno: number, module: PyValue): [action: string, item: PyValue] {
  const s = stateOfRun();
  const filters = ofWarnings('filters') ?? s.filters;
  if (typeOf(filters) !== typeOf(s.filters)) raise('ValueError', '_warnings.filters must be a list');
  const list = filters as PyList;
  for (let i = 0; i < list.items.length; i++) {
    const item = listGet(list, i);
    if (!(item instanceof PyTuple) || item.items.length !== 5)
      raise('ValueError', `_warnings.filters item ${i} isn't a 5-tuple`);
    const [action, message, cat, mod, line] = item.items as [PyValue, PyValue, PyValue, PyValue, PyValue];
    const at = Number(intOf(line) ?? 0);
    if (matches(message, text) && isSubclass(category, cat) && matches(mod, module) && (at === 0 || at === lineno))
      return [strOf(action) ?? str(action), item];
  }
  const other = ofWarnings('defaultaction') ?? s.defaultAction;
  return [strOf(other) ?? typeError(`warnings.defaultaction must be a string, not '${typeOf(other).name}'`), None];
}

/** Tells whether a registry has a key, under the filters of now; enters it if asked to. */
function alreadyWarned(registry: PyDict, key: PyValue, enter: boolean): boolean {
  const { version } = stateOfRun();
  if (registry.get('version') !== version) {
    registry.clear();
    registry.set('version', version);
  } else {
    const known = registry.get(key);
    if (known !== undefined && isTrue(known)) return true;
  }
  if (enter) registry.set(key, true);
  return false;
}

/** Returns the module's name where only the file is known. */
function moduleOf(filename: string): string {
  if (filename === '') return '<unknown>';
  return filename.endsWith('.py') ? filename.slice(0, -3) : filename;
}

/** One warning on its way. */
interface Warning {
  readonly category: PyValue;
  readonly message: PyValue;
  readonly filename: PyValue;
  readonly lineno: number;
  readonly module: PyValue | undefined;
  readonly registry: PyDict | null;
  readonly line: string | undefined;
  readonly source: PyValue;
}

/** Raises, ignores or shows a warning, as the filters say. */
function decide(w: Warning): void {
  const module = w.module ?? moduleOf(strOf(w.filename) ?? '');
  if (module === None) return;
  const given = w.message instanceof PyException && isSubclass(typeOf(w.message), exceptionType('Warning'));
  const text = given ? str(w.message) : w.message;
  const category = given ? typeOf(w.message) : w.category;
  const message = given ? w.message : invoke(category, [w.message]);
  const key = new PyTuple([text, category, w.lineno]);
  if (w.registry !== null && alreadyWarned(w.registry, key, false)) return;
  const [action, item] = actionFor(category, text, w.lineno, module);
  if (action === 'error') throw new PyRaise(message as PyException);
  if (action === 'ignore') return;
  if (action !== 'always' && action !== 'all') {
    if (w.registry !== null) w.registry.set(key, true);
    const short = new PyTuple([text, category]);
    if (action === 'once') {
      const registry = (ofWarnings('onceregistry') as PyDict | undefined) ?? stateOfRun().onceRegistry;
      if (alreadyWarned(w.registry ?? registry, short, true)) return;
    } else if (action === 'module') {
      if (w.registry !== null && alreadyWarned(w.registry, short, true)) return;
    } else if (action !== 'default')
      raise(
        'RuntimeError',
        `Unrecognized action (${JSON.stringify(action).replaceAll('"', "'")}) in warnings.filters:\n ${str(item)}`,
      );
  }
  show(w, text, category as PyType, message);
}

/** Shows a warning: by `warnings`, if the program has imported it, so that its hooks work. */
function show(w: Warning, text: PyValue, category: PyType, message: PyValue): void {
  const shown = ofWarnings('_showwarnmsg');
  if (shown !== undefined) {
    const make = ofWarnings('WarningMessage');
    if (make === undefined) raise('RuntimeError', 'unable to get warnings.WarningMessage');
    invoke(shown, [
      invoke(make, [message, category, w.filename, w.lineno, None, w.line === undefined ? None : w.line, w.source]),
    ]);
    return;
  }
  const stderr = sysAttribute('stderr');
  if (stderr === undefined || stderr === None) return;
  const filename = strOf(w.filename) ?? str(w.filename);
  const line = (w.line ?? (filename.startsWith('<') ? undefined : sourceLine(filename, w.lineno)))?.trim();
  invoke(getAttr(stderr, 'write'), [
    `${filename}:${w.lineno}: ${category.name}: ${str(text)}\n` +
      `${line === undefined || line === '' ? '' : `  ${line}\n`}`,
  ]);
}

/** Returns the category a call of `warn` means. */
function categoryOf(message: PyValue, category: PyValue): PyValue {
  if (message instanceof PyException && isSubclass(typeOf(message), exceptionType('Warning'))) return typeOf(message);
  if (category === None) return exceptionType('UserWarning');
  if (
    typeOf(category).lookup('__subclasscheck__') === undefined ||
    !isClass(category) ||
    !isSubclass(category, exceptionType('Warning'))
  ) {
    typeError(`category must be a Warning subclass, not '${typeOf(category).name}'`);
  }
  return category;
}

function isClass(x: PyValue): x is PyType {
  return typeof x === 'object' && 'mro' in x;
}

/** Tells whether a frame is the import system's, which warnings look past. */
function isInternal(frame: PyValue): boolean {
  const name = str(getAttr(getAttr(frame, 'f_code'), 'co_filename'));
  return name.includes('importlib') && name.includes('_bootstrap');
}

/** Finds the frame a warning is about. */
function frameFor(level: number, skip: readonly string[]): PyValue | null {
  let frame: PyValue | null = world.frame(0);
  const back = (f: PyValue): PyValue | null => {
    const b = getAttr(f, 'f_back');
    return b === None ? null : b;
  };
  const skipped = (f: PyValue): boolean =>
    isInternal(f) || skip.some((p) => str(getAttr(getAttr(f, 'f_code'), 'co_filename')).startsWith(p));
  const plain = level <= 0 || (frame !== null && isInternal(frame));
  for (let n = level; --n > 0 && frame !== null; ) {
    frame = back(frame);
    while (!plain && frame !== null && skipped(frame)) frame = back(frame);
  }
  return frame;
}

/** Issues a warning about the code that called, `level` calls up. */
function warnFrom(message: PyValue, category: PyValue, level: number, source: PyValue, skip: readonly string[]): void {
  const frame = frameFor(skip.length > 0 ? Math.max(level, 2) : level, skip);
  const globals = frame === null ? world.sys().dict : (getAttr(frame, 'f_globals') as PyDict);
  const filename = frame === null ? '<sys>' : getAttr(getAttr(frame, 'f_code'), 'co_filename');
  const lineno = frame === null ? 0 : Number(intOf(getAttr(frame, 'f_lineno')) ?? 0);
  let registry = globals.get('__warningregistry__');
  if (registry === undefined) {
    registry = new PyDict();
    globals.set('__warningregistry__', registry);
  }
  const name = globals.get('__name__');
  decide({
    category,
    message,
    filename,
    lineno,
    module: name !== undefined && (name === None || strOf(name) !== undefined) ? name : '<string>',
    registry: registry instanceof PyDict ? registry : null,
    line: undefined,
    source,
  });
}

/** Issues a warning of a built-in category about the code that is running. */
export function warnNative(category: string, message: string, level = 1): void {
  warnFrom(message, exceptionType(category), level, None, []);
}

/** Issues a warning about a place in source text; `line` is its text where no file has it. */
export function warnAt(category: string, message: string, filename: string, lineno: number, line?: string): void {
  decide({
    category: exceptionType(category),
    message,
    filename,
    lineno,
    module: undefined,
    registry: null,
    line,
    source: None,
  });
}

/** Adds a filter in front of the others, as `-W` does. */
export function addFilter(filter: PyTuple): void {
  listInsert(stateOfRun().filters, 0, filter);
  stateOfRun().version++;
}

/** Makes the module `_warnings`. */
export function makeModule(): PyModule {
  const s = stateOfRun();
  return nativeModule('_warnings', [
    ...makeFunctions('_warnings', {
      'warn(message, category?, stacklevel?, source?, *, skip_file_prefixes?); frame': (
        message: PyValue,
        category: PyValue = None,
        level: PyValue = 1,
        source: PyValue = None,
        skip: PyValue = new PyTuple([]),
      ) => {
        if (!(skip instanceof PyTuple))
          typeError(`warn() argument 'skip_file_prefixes' must be tuple, not ${typeOf(skip).name}`);
        const prefixes = skip.items.map(
          (p) => strOf(p) ?? typeError(`Found non-str '${typeOf(p).name}' in skip_file_prefixes.`),
        );
        warnFrom(
          message,
          categoryOf(message, category),
          Number(intOf(level) ?? typeError(`'${typeOf(level).name}' object cannot be interpreted as an integer`)),
          source,
          prefixes,
        );
        return None;
      },
      'warn_explicit(message, category, filename, lineno, module?, registry?, module_globals?, source?)': (
        message: PyValue,
        category: PyValue,
        filename: PyValue,
        lineno: PyValue,
        module?: PyValue,
        registry: PyValue = None,
        globals: PyValue = None,
        source: PyValue = None,
      ) => {
        if (registry !== None && !(registry instanceof PyDict))
          typeError(`'registry' must be a dict or None, not '${typeOf(registry).name}'`);
        const n = Number(
          intOf(lineno) ?? typeError(`'${typeOf(lineno).name}' object cannot be interpreted as an integer`),
        );
        decide({
          category,
          message,
          filename,
          lineno: n,
          module,
          registry: registry instanceof PyDict ? registry : null,
          line: lineFrom(globals, n),
          source,
        });
        return None;
      },
      '_filters_mutated()': () => {
        stateOfRun().version++;
        return None;
      },
    }),
    ['filters', s.filters],
    ['_defaultaction', s.defaultAction],
    ['_onceregistry', s.onceRegistry],
  ]);
}

/** Returns the line of source that a module's loader has. */
function lineFrom(globals: PyValue, lineno: number): string | undefined {
  if (!(globals instanceof PyDict)) return undefined;
  const loader = globals.get('__loader__');
  const get = loader === undefined || loader === None ? undefined : lookupAttr(loader, 'get_source');
  if (get === undefined) return undefined;
  const source = invoke(get, [globals.get('__name__') ?? None]);
  return source === None
    ? undefined
    : strOf(getItem(callBound(getAttr(typeOf(source), 'splitlines'), source), lineno - 1));
}
