/**
 * Which attributes of built-in types are members of CPython's structures.
 *
 * They are computed here like the others; what differs is their class, their repr and the words of the error when one
 * that cannot be set is set.
 */
import { showAsMembers } from '../objects/core/builtin.ts';
import {
  classmethodType,
  codeType,
  complexType,
  functionType,
  methodType,
  propertyType,
  rangeType,
  sliceType,
  staticmethodType,
  superType,
  tracebackType,
} from '../objects/core/values.ts';

showAsMembers(classmethodType, '__func__ __wrapped__');
showAsMembers(
  codeType,
  'co_argcount co_consts co_exceptiontable co_filename co_firstlineno co_flags co_kwonlyargcount co_name co_names ' +
    'co_nlocals co_posonlyargcount co_qualname co_stacksize',
);
showAsMembers(complexType, 'imag real');
showAsMembers(functionType, '__builtins__ __closure__ __globals__');
showAsMembers(methodType, '__func__ __self__');
showAsMembers(propertyType, 'fdel fget fset');
showAsMembers(rangeType, 'start step stop');
showAsMembers(sliceType, 'start step stop');
showAsMembers(staticmethodType, '__func__ __wrapped__');
showAsMembers(superType, '__self__ __self_class__ __thisclass__');
showAsMembers(tracebackType, 'tb_frame tb_lasti');
