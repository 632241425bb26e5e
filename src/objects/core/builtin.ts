/**
 * Functions and methods written in TypeScript: how they are declared, bound to arguments, called.
 *
 * A signature is written once, in the key: `'index(value, start?, stop?, /)'`, in Python's own
 * notation with `?` for "may be left out" (the implementation then gets `undefined`), `/`, `*`,
 * `*args` (a JS array) and `**kw` (a `Kwargs`). From it come arity checks, keyword matching and the
 * TypeErrors in CPython's wording. Implementations take positional JS arguments, `self` first for
 * methods, and return a `PyValue` (never undefined: return `None`).
 *
 * After the signature stands what the function may do, `'len(obj, /); pure if scalar | tuple'`, in the words
 * of `machine/effects.ts`; without, it may run Python.
 */
import { PyGetSet, PyStructMember } from './descriptors.ts';
import { PyObj, PyType, type PyValue } from './object.ts';
import {
  builtinFunctionType,
  classMethodDescriptorType,
  methodDescriptorType,
  methodWrapperType,
  native,
  wrapperDescriptorType,
  None,
  NotImplemented,
  objectType,
  typeOf,
} from './values.ts';
import { typeError } from './exceptions.ts';
import { bindArguments, parseSignature, type Param } from './signature.ts';

/** Keyword arguments of a call, in order. */
export type Kwargs = Map<string, PyValue>;

type BuiltinKind = 'function' | 'method' | 'wrapper' | 'classmethod' | 'static' | 'new';

/** A function implemented in TypeScript, or an unbound method or slot wrapper of a built-in type. */
export class PyBuiltin extends PyObj {
  declare type: PyType;
  private parsed: Param[] | null = null;
  /** Positional arguments accepted without matching: min and max, -1 = needs full binding. */
  private min = -1;
  private max = -1;
  /** Name under which `semantics/inlined.ts` may know it: `module.name` or `class.name`. */
  readonly key: string;
  private spreading: ((...args: PyValue[]) => PyValue) | null = null;
  doc: PyValue = None;
  /** What errors about arguments call it where CPython does not tell them its name. */
  anonymous: '' | 'function' | null = null;

  constructor(
    readonly name: string,
    readonly signature: string,
    readonly kind: BuiltinKind,
    readonly owner: PyType | null,
    readonly module: string | null,
    readonly impl: (...args: any[]) => PyValue,
    /** What calls may do (`machine/effects.ts`). */
    public effects: string = 'python',
  ) {
    super();
    this.key = `${owner === null ? (module ?? '') : owner.name}.${name}`;
    this.type =
      kind === 'method'
        ? methodDescriptorType
        : kind === 'wrapper'
          ? wrapperDescriptorType
          : kind === 'classmethod'
            ? classMethodDescriptorType
            : builtinFunctionType;
  }

  /** Parameters after self (or cls), parsed on first use. */
  get params(): Param[] {
    if (this.parsed === null) {
      this.parsed = parseSignature(this.signature);
      if (this.parsed.every((p) => p.kind === 'pos' || p.kind === 'any')) {
        this.max = this.parsed.length;
        this.min = this.parsed.filter((p) => !p.optional).length;
      }
    }
    return this.parsed;
  }

  /** Tells whether `n` positional arguments (without self) can be passed straight to `impl`. */
  accepts(n: number): boolean {
    if (this.parsed === null) void this.params;
    return n >= this.min && n <= this.max;
  }

  /** Tells whether `impl` takes self (or cls) before the parameters. */
  get takesSelf(): boolean {
    return this.kind === 'method' || this.kind === 'wrapper' || this.kind === 'classmethod' || this.kind === 'new';
  }

  /** Calls with all positional arguments in `args` (self included, for methods). */
  call(args: readonly PyValue[], kw: Kwargs | null): PyValue {
    const skip = this.takesSelf ? 1 : 0;
    if (skip === 1 && args.length === 0) {
      if (this.kind === 'new') typeError(`${this.owner!.name}.__new__(): not enough arguments`);
      if (this.kind === 'wrapper')
        typeError(`descriptor '${this.name}' of '${this.owner!.name}' object needs an argument`);
      typeError(`unbound method ${this.owner!.qualname}.${this.name}() needs an argument`);
    }
    if (this.kind === 'method' || this.kind === 'wrapper') this.checkSelf(args[0]!);
    else if (this.kind === 'new') this.checkClass(args[0]!);
    if (kw === null && this.accepts(args.length - skip)) return this.impl(...args);
    return this.impl(...(skip === 1 ? [args[0]] : []), ...this.bind(args, skip, kw));
  }

  /** Calls with any number of positional arguments, self included. */
  get spread(): (...args: PyValue[]) => PyValue {
    this.spreading ??= (...args) => this.call(args, null);
    return this.spreading;
  }

  /** Raises the TypeError of an unbound method called on something else. */
  checkSelf(self: PyValue): void {
    const t = typeOf(self);
    if (t !== this.owner && !t.isSubtype(this.owner!)) {
      if (this.kind === 'wrapper')
        typeError(`descriptor '${this.name}' requires a '${this.owner!.name}' object but received a '${t.name}'`);
      typeError(`descriptor '${this.name}' for '${this.owner!.name}' objects doesn't apply to a '${t.name}' object`);
    }
  }

  /** Raises the TypeError of `T.__new__(C)` for a C that is no subclass of T. */
  private checkClass(cls: PyValue): void {
    const owner = this.owner!;
    if (!(cls instanceof PyType)) typeError(`${owner.name}.__new__(X): X is not a type object (${typeOf(cls).name})`);
    if (!cls.isSubtype(owner))
      typeError(`${owner.name}.__new__(${cls.name}): ${cls.name} is not a subtype of ${owner.name}`);
  }

  /** Tells whether a constructor that takes no keywords leaves them to an `__init__` that a subclass has of its own. */
  private leavesKeywords(cls: PyType): boolean {
    return this.params.every((p) => p.kind === 'pos') && hasOwnInit(cls, this.owner!);
  }

  /** Matches arguments to parameters; raises CPython's TypeErrors. */
  private bind(args: readonly PyValue[], skip: number, kw: Kwargs | null): unknown[] {
    if (skip === 0) return bindArguments(this, args, kw, null);
    const cls = args[0] instanceof PyType ? args[0] : null;
    const left = this.kind === 'new' && cls !== null && this.leavesKeywords(cls) ? null : kw;
    return bindArguments(this, args.slice(1), left, cls);
  }
}

/** Tells whether a class has another `__init__` than the built-in type that it derives from. */
export function hasOwnInit(cls: PyType, base: PyType): boolean {
  return cls !== base && cls.lookup('__init__') !== base.lookup('__init__');
}

/** A method of a built-in type bound to its object, e.g. `[].append`. */
export class PyBoundBuiltin extends PyObj {
  declare type: PyType;
  constructor(
    readonly fn: PyBuiltin,
    readonly self: PyValue,
  ) {
    super();
    this.type = fn.kind === 'wrapper' ? methodWrapperType : builtinFunctionType;
  }
}

/** Has errors about arguments not name functions, as those of CPython that parse them without a name. */
export function withoutNames(functions: Iterable<PyValue>, anonymous: '' | 'function'): void {
  for (const f of functions) if (f instanceof PyBuiltin) f.anonymous = anonymous;
}

/** Splits `name(signature)` or `name(signature); effects`. */
function split(key: string, effects = 'python'): [name: string, signature: string, effects: string] {
  const open = key.indexOf('(');
  const close = key.indexOf(')', open);
  return [key.slice(0, open), key.slice(open + 1, close), close + 1 < key.length ? key.slice(close + 3) : effects];
}

type Impl = (...args: any[]) => PyValue;

/**
 * Defines methods of a built-in type, each a row `'pop(index?, /); write if list scalar': function`; `effects` are
 * those of the rows that declare none. Dunder names become slot wrappers.
 */
export function defMethods(type: PyType, table: Record<string, Impl>, effects?: string): void {
  for (const key of Object.keys(table)) {
    const [name, signature, declared] = split(key, effects);
    const kind = name.startsWith('__') && WRAPPERS.has(name) ? 'wrapper' : 'method';
    type.dict.set(name, new PyBuiltin(name, signature, kind, type, null, table[key]!, declared));
  }
  const equals = type.dict.get('__eq__');
  if (equals instanceof PyBuiltin && type !== objectType && !type.dict.has('__lt__')) addComparisons(type, equals);
}

/** Adds the comparisons that come with `==` in CPython, which has one slot for all six. */
function addComparisons(type: PyType, equals: PyBuiltin): void {
  const add = (name: string, impl: Impl, effects: string): void => {
    if (!type.dict.has(name))
      type.dict.set(name, new PyBuiltin(name, 'other, /', 'wrapper', type, null, impl, effects));
  };
  const differs = (x: PyValue, y: PyValue): PyValue => {
    const equal = equals.impl(x, y);
    return equal === NotImplemented ? equal : !equal;
  };
  add('__ne__', differs, equals.effects);
  for (const name of ['__lt__', '__le__', '__gt__', '__ge__']) add(name, () => NotImplemented, 'pure');
}

/**
 * Makes dunders of a type ordinary methods: those CPython defines in the method table beside the slot (METH_COEXIST).
 */
export function coexist(type: PyType, ...names: string[]): void {
  for (const name of names) {
    const b = type.dict.get(name) as PyBuiltin;
    type.dict.set(name, new PyBuiltin(name, b.signature, 'method', type, null, b.impl, b.effects));
  }
}

/** Dunders that are slots in CPython (`wrapper_descriptor`); other dunders are ordinary methods. */
const WRAPPERS = new Set(
  (
    'repr str hash eq ne lt le gt ge add radd sub rsub mul rmul matmul rmatmul truediv rtruediv floordiv rfloordiv ' +
    'mod rmod divmod rdivmod pow rpow lshift rlshift rshift rrshift ' +
    'and rand or ror xor rxor neg pos abs invert bool int float index ' +
    'iadd isub imul imatmul itruediv ifloordiv imod ipow ilshift ' +
    'irshift iand ior ixor len getitem setitem delitem contains iter next ' +
    'call getattribute getattr setattr delattr get set delete init del buffer'
  )
    .split(' ')
    .map((n) => `__${n}__`),
);

/** Defines class methods of a built-in type; implementations get the class first. */
export function defClassMethods(type: PyType, table: Record<string, Impl>): void {
  for (const key of Object.keys(table)) {
    const [name, signature, effects] = split(key);
    type.dict.set(name, new PyBuiltin(name, signature, 'classmethod', type, null, table[key]!, effects));
  }
}

/** Defines static methods of a built-in type. */
export function defStaticMethods(type: PyType, table: Record<string, Impl>): void {
  for (const key of Object.keys(table)) {
    const [name, signature, effects] = split(key);
    type.dict.set(name, new PyBuiltin(name, signature, 'static', type, null, table[key]!, effects));
  }
}

/** Defines `__new__`; the implementation gets the class, then the parameters of `signature`. */
export function defNew(type: PyType, signature: string, impl: Impl): void {
  type.dict.set('__new__', new PyBuiltin('__new__', signature, 'new', type, null, impl));
}

/** Defines computed attributes: a getter, or [getter, setter]; a setter gets undefined for `del`. */
export function defGetSet(
  type: PyType,
  table: Record<
    string,
    ((self: any) => PyValue) | [(self: any) => PyValue, (self: any, v: PyValue | undefined) => void]
  >,
): void {
  for (const name of Object.keys(table)) {
    const d = table[name]!;
    type.dict.set(
      name,
      typeof d === 'function' ? new PyGetSet(name, type, d, null) : new PyGetSet(name, type, d[0], d[1]),
    );
  }
}

/** Has computed attributes of a type, by their names in one text, show as members of its structure. */
export function showAsMembers(type: PyType, names: string): void {
  for (const name of names.split(' ')) {
    const { get, set } = type.dict.get(name) as PyGetSet;
    type.dict.set(name, new PyStructMember(name, type, get, set));
  }
}

/** Makes the functions of a module, name → function object, of rows as for `defMethods`. */
export function makeFunctions(module: string, table: Record<string, Impl>, effects?: string): Map<string, PyBuiltin> {
  const out = new Map<string, PyBuiltin>();
  for (const key of Object.keys(table)) {
    const [name, signature, declared] = split(key, effects);
    out.set(name, new PyBuiltin(name, signature, 'function', null, module, table[key]!, declared));
  }
  return out;
}

native(PyBuiltin, builtinFunctionType);
