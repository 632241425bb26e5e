/**
 * How the ground floor says that a number has no result.
 *
 * Arithmetic on plain numbers knows no Python objects, so it cannot make an exception. It names one, by
 * its built-in class and arguments, and hands it to `faults.raise`: a machine throws the Python exception
 * (`objects/core/exceptions.ts` puts that in when it is loaded), and without one (constant folding in the
 * front end, tests of this folder) a `Fault` is thrown.
 */
type FaultName = 'ZeroDivisionError' | 'OverflowError' | 'ValueError' | 'MemoryError';

/** A number without a result, where there are no Python exceptions. */
class Fault {
  constructor(
    readonly type: FaultName,
    readonly args: readonly (string | number)[],
  ) {}
}

/** The way out, one for the process. */
export const faults: { raise(type: FaultName, ...args: (string | number)[]): never } = {
  raise(type, ...args) {
    throw new Fault(type, args);
  },
};

export function overflowError(message: string): never {
  return faults.raise('OverflowError', message);
}
export function valueError(message: string): never {
  return faults.raise('ValueError', message);
}
export function zeroDivisionError(message: string): never {
  return faults.raise('ZeroDivisionError', message);
}

/** Returns what `f` computes, or undefined where that has no result; whatever a machine has put in is left out. */
export function attempt<T>(f: () => T): T | undefined {
  const outer = faults.raise;
  faults.raise = (type, ...args) => {
    throw new Fault(type, args);
  };
  try {
    return f();
  } catch (e) {
    if (e instanceof Fault) return undefined;
    throw e;
  } finally {
    faults.raise = outer;
  }
}
