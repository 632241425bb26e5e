/**
 * Loads every file that defines methods of a built-in type, once. Order matters only for what is
 * imported first elsewhere: each file imports what it needs.
 */
import './classes/object.ts';
import './classes/call.ts';
import './classes/new.ts';
import './classes/type.ts';
import './classes/generic-alias.ts';
import './containers/mapping-proxy.ts';
import './classes/super.ts';
import './classes/property.ts';
import './functions/descriptor.ts';
import './functions/function.ts';
import './functions/method.ts';
import './functions/module.ts';
import './functions/code.ts';
import './numbers/singletons.ts';
import './exceptions/exceptions.ts';
import './exceptions/os-error.ts';
import './exceptions/text-errors.ts';
import './exceptions/group.ts';
import './containers/iterators.ts';
import './containers/list.ts';
import './containers/tuple.ts';
import './containers/dict.ts';
import './containers/dict-views.ts';
import './containers/set.ts';
import '../objects/core/frozenset.ts';
import './containers/range.ts';
import './containers/slice.ts';
import './str/str.ts';
import './bytes/bytes.ts';
import './bytes/bytearray.ts';
import './bytes/memoryview.ts';
import './numbers/int.ts';
import './numbers/bool.ts';
import './numbers/float.ts';
import './numbers/complex.ts';
import './members.ts';
