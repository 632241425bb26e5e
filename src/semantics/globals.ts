/**
 * Names of modules: LOAD_GLOBAL, LOAD_NAME, STORE_NAME and STORE_GLOBAL.
 *
 * A name is looked up once per code object and namespace version, on the host side; from then on it
 * is an index. Functions, classes and modules found there become constants of a trace (by an
 * assumption that breaks when the name is bound again); other values are loads.
 */
import type { PyDict } from '../objects/core/dict.ts';
import { nameError } from '../objects/core/exceptions.ts';
import type { Frame } from '../frames/frame.ts';
import type { Machine } from '../machine/machine.ts';

const UNKNOWN = -1;

/** Returns the index of name `i` in the frame's globals, or -(index in builtins) - 2, or -1. */
function indexOfName<R>(f: Frame<R>, i: number): number {
  const r = f.runtime;
  if (r.cachedVersion !== f.globals.keysVersion || r.cachedBuiltinsVersion !== f.builtins.keysVersion) {
    r.cachedVersion = f.globals.keysVersion;
    r.cachedBuiltinsVersion = f.builtins.keysVersion;
    r.globalIndex = new Int32Array(f.code.names.length).fill(UNKNOWN);
  }
  const cached = r.globalIndex![i]!;
  if (cached !== UNKNOWN) return cached;
  const name = f.code.names[i]!;
  const g = f.globals.find(name);
  const found = g >= 0 ? g : -f.builtins.find(name) - 2;
  r.globalIndex![i] = found;
  return found;
}

/** Loads a global or builtin name. Throws NameError. */
export function loadGlobal<R, I, F, B>(m: Machine<R, I, F, B>, f: Frame<R>, i: number): R {
  const index = indexOfName(f, i);
  const name = f.code.names[i]!;
  if (index >= 0) return m.namespaceLoad(f.globals, index, name);
  m.namespaceLacks(f.globals, name);
  if (index === UNKNOWN) nameError('NameError', `name '${name}' is not defined`, name);
  return m.namespaceLoad(f.builtins, -index - 2, name);
}

/** Stores a name of a module. */
export function storeGlobal<R, I, F, B>(m: Machine<R, I, F, B>, f: Frame<R>, d: PyDict, i: number, value: R): void {
  const index = d === f.globals ? indexOfName(f, i) : UNKNOWN;
  const name = f.code.names[i]!;
  m.namespaceStore(d, index >= 0 ? index : d.find(name), name, value);
}
