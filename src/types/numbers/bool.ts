/** bool: the two truth values, an int subclass (library reference, "Boolean Type - bool"). */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { boolType, intType } from '../../objects/core/values.ts';
import { type PyBuiltin, defMethods, defNew } from '../../objects/core/builtin.ts';
import { isTrue } from '../../protocol/compare.ts';
import { world } from '../../objects/core/world.ts';
import './int.ts';

defNew(boolType, 'object?, /', (_cls: PyType, x?: PyValue) => x !== undefined && isTrue(x));

/** Makes a method that stays in bool for two bools and is int's otherwise. */
function logical(name: string, f: (x: boolean, y: boolean) => boolean): (self: boolean, other: PyValue) => PyValue {
  const general = (intType.dict.get(name) as PyBuiltin).impl;
  return (self, other) =>
    typeof self === 'boolean' && typeof other === 'boolean' ? f(self, other) : general(self, other);
}

defMethods(
  boolType,
  {
    '__repr__()': (self: boolean) => (self ? 'True' : 'False'),
    '__and__(value, /)': logical('__and__', (x, y) => x && y),
    '__rand__(value, /)': logical('__rand__', (x, y) => x && y),
    '__or__(value, /)': logical('__or__', (x, y) => x || y),
    '__ror__(value, /)': logical('__ror__', (x, y) => x || y),
    '__xor__(value, /)': logical('__xor__', (x, y) => x !== y),
    '__rxor__(value, /)': logical('__rxor__', (x, y) => x !== y),
  },
  'pure',
);

defMethods(boolType, {
  '__invert__()': (self: boolean) => {
    world.warn(
      'DeprecationWarning',
      "Bitwise inversion '~' on bool is deprecated and will be " +
        'removed in Python 3.16. This returns the bitwise inversion of ' +
        'the underlying int object and is usually not what you expect ' +
        "from negating a bool. Use the 'not' operator for boolean negation or " +
        '~int(x) if you really want the bitwise inversion of the underlying int.',
    );
    return self ? -2 : -1;
  },
});
