/**
 * None, NotImplemented and Ellipsis.
 */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import {
  Ellipsis,
  None,
  NotImplemented,
  ellipsisType,
  noneType,
  notImplementedType,
} from '../../objects/core/values.ts';
import { type Kwargs, defMethods, defNew } from '../../objects/core/builtin.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { world } from '../../objects/core/world.ts';

for (const [type, value, name] of [
  [noneType, None, 'None'],
  [notImplementedType, NotImplemented, 'NotImplemented'],
  [ellipsisType, Ellipsis, 'Ellipsis'],
] as const) {
  defNew(type, '*args, **kwargs', (_cls: PyType, args: PyValue[], kw: Kwargs) => {
    if (args.length > 0 || kw.size > 0)
      typeError(`${type === ellipsisType ? 'EllipsisType' : type.name} takes no arguments`);
    return value;
  });
  defMethods(type, { '__repr__()': () => name, '__reduce__()': () => name });
}
defMethods(noneType, {
  '__bool__()': () => false,
  '__hash__()': () => 0xfca86420,
  '__eq__(other, /)': (_self: PyValue, other: PyValue) => (other === None ? true : NotImplemented),
});
defMethods(notImplementedType, {
  '__bool__()': () => {
    world.warn('DeprecationWarning', 'NotImplemented should not be used in a boolean context');
    return true;
  },
});
noneType.dict.delete('__reduce__');
