/** The guard of `repr` against containers that contain themselves (`Py_ReprEnter`). */

const active = new Set<object>();

/** Runs `make` for the repr of a container, or returns `again` if that is already under way. */
export function guardedRepr(container: object, again: string, make: () => string): string {
  if (active.has(container)) return again;
  active.add(container);
  try {
    return make();
  } finally {
    active.delete(container);
  }
}
