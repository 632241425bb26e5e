/** Seeds and states of a generator. */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, PyBytes, PyFloat, PyTuple, intOf, strOf } from '../../objects/core/values.ts';
import { defMethods, defNew } from '../../objects/core/builtin.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { type Int, intAdd } from '../../numbers/int-ops.ts';
import { bufferOf, latin1 } from '../../objects/core/buffer.ts';
import { hash } from '../../objects/slots/compare.ts';
import { PyRandom, PySystemRandom, bitCount, coreType, nodeCrypto, randomType, systemRandomType } from './core.ts';
import { real } from './distributions.ts';

/* ---- seeding and state ---- */

coreType.allocate = (type) => (type.isSubtype(systemRandomType) ? new PySystemRandom(type) : new PyRandom(type));
randomType.allocate = coreType.allocate;
systemRandomType.allocate = coreType.allocate;
defNew(coreType, '*args, **kwargs', (cls: PyType) => coreType.allocate!(cls));

/** Seeds as `_random.Random.seed` does: from an int, the hash of another object, or the system. */
function seedCore(self: PyRandom, arg: PyValue | undefined): void {
  if (arg === undefined || arg === None) self.seedFresh();
  else self.seedInt(intOf(arg) ?? intAdd(BigInt.asUintN(64, BigInt(hash(arg))), 0));
}

/** Seeds as `random.Random.seed` does. Throws TypeError. */
export function seed(self: PyRandom, a: PyValue, version: PyValue): void {
  self.gaussNext = null;
  const text = strOf(a);
  const bytes = text === undefined ? bufferOf(a) : null;
  if (version === 1 && (text !== undefined || a instanceof PyBytes)) self.seedInt(firstVersion(text ?? latin1(bytes!)));
  else if (version === 2 && (text !== undefined || bytes !== null)) {
    const data = text !== undefined ? Buffer.from(text, 'utf8') : Buffer.from(bytes!);
    const digest = nodeCrypto().createHash('sha512').update(data).digest();
    self.seedInt(intAdd(BigInt(`0x${Buffer.concat([data, digest]).toString('hex')}`), 0));
  } else {
    if (a !== None && intOf(a) === undefined && !(a instanceof PyFloat) && text === undefined && bytes === null) {
      typeError('The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.');
    }
    seedCore(self, a);
  }
}

/** Makes the seed that version 1 made of a text. */
function firstVersion(text: string): Int {
  const points = [...text].map((c) => BigInt(c.codePointAt(0)!));
  let x = points.length > 0 ? points[0]! << 7n : 0n;
  for (const c of points) x = BigInt.asUintN(64, (1000003n * x) ^ c);
  return intAdd(x ^ BigInt(points.length), 0);
}

/** Returns the state of the generator as a tuple of words and the index. */
export function coreState(self: PyRandom): PyTuple {
  const items: PyValue[] = Array.from(self.words, (w) => w >>> 0);
  items.push(self.index);
  return new PyTuple(items);
}

/** Restores the state of the generator. Throws TypeError, ValueError. */
export function setCoreState(self: PyRandom, state: PyValue): void {
  if (!(state instanceof PyTuple)) typeError('state vector must be a tuple');
  if (state.items.length !== 625) valueError('state vector is the wrong size');
  const values = state.items.map((x) => intOf(x) ?? typeError('an integer is required'));
  const index = Number(values[624]);
  if (index < 0 || index > 624) valueError('invalid state');
  for (let i = 0; i < 624; i++) self.words[i] = Number(BigInt.asIntN(32, BigInt(values[i]!)));
  self.index = index;
}

defMethods(coreType, {
  '__init__(*args, **kwargs)': (self: PyRandom, args: PyValue[]) => {
    if (args.length > 1) typeError(`Random() takes at most 1 argument (${args.length} given)`);
    seedCore(self, args[0]);
    return None;
  },
  'random(); hidden': (self: PyRandom) => real(self.random()),
  'seed(n?, /)': (self: PyRandom, n?: PyValue) => {
    seedCore(self, n);
    return None;
  },
  'getstate()': coreState,
  'setstate(state, /)': (self: PyRandom, state: PyValue) => {
    setCoreState(self, state);
    return None;
  },
  'getrandbits(k, /); hidden if any scalar': (self: PyRandom, k: PyValue) => self.bits(bitCount(k)),
});
