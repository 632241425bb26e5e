/**
 * Loads every file that defines methods of a built-in type, once. Order matters only for what is
 * imported first elsewhere: each file imports what it needs.
 */
import './object-methods.ts';
import './type-call.ts';
import './type-new.ts';
import './type.ts';
import './type-generic-methods.ts';
import './type-proxy.ts';
import './super.ts';
import './property.ts';
import './descriptor.ts';
import './function.ts';
import './method.ts';
import './module.ts';
import './cell.ts';
import './none.ts';
import './exception-methods.ts';
import './exception-group.ts';
import './iterators.ts';
import './list.ts';
import './tuple.ts';
import './dict-methods.ts';
import './dict-views.ts';
import './set.ts';
import './frozenset.ts';
import './range.ts';
import './slice.ts';
import './str.ts';
import './bytes.ts';
import './bytearray.ts';
import './bytes-memoryview.ts';
import './int.ts';
import './bool.ts';
import './float.ts';
import './complex.ts';
