/**
 * The classes of `ast`, made from the front end's table of fields and the types of the fields.
 *
 * A field has one type under one name nearly everywhere, so types are kept by name; `*` marks a list, `?` what may
 * be left out. From them come `_field_types`, the documentation and what a constructor fills in.
 */
import { PyInstance, PyType, type PyValue } from '../../objects/core/object.ts';
import { None, PyTuple, intType, objectType, strOf, strType } from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { FIELDS } from '../../front/tree/dump.ts';
import { type Kwargs, defMethods } from '../../objects/core/builtin.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { dictOf, ownAttr, setOwnAttr } from '../../objects/core/instance.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { makeUnion } from '../../types/classes/generic-alias.ts';
import { dictGetSet } from '../../types/classes/new.ts';
import { world } from '../../objects/core/world.ts';
import { toArray } from '../../protocol/iterate.ts';
import { repr } from '../../objects/slots/format.ts';

export const POSITIONS = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'];

/** Abstract classes and their constructors. */
const SUMS: Record<string, string> = {
  mod: 'Module Interactive Expression FunctionType',
  stmt:
    'FunctionDef AsyncFunctionDef ClassDef Return Delete Assign TypeAlias ' +
    'AugAssign AnnAssign For AsyncFor While If With AsyncWith Match Raise Try TryStar ' +
    'Assert Import ImportFrom Global Nonlocal Expr Pass Break Continue',
  expr:
    'BoolOp NamedExpr BinOp UnaryOp Lambda IfExp Dict Set ListComp SetComp ' +
    'DictComp GeneratorExp Await Yield YieldFrom Compare Call FormattedValue ' +
    'JoinedStr Constant Attribute Subscript Starred Name List Tuple Slice',
  expr_context: 'Load Store Del',
  boolop: 'And Or',
  operator: 'Add Sub Mult MatMult Div Mod Pow LShift RShift BitOr BitXor BitAnd FloorDiv',
  unaryop: 'Invert Not UAdd USub',
  cmpop: 'Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn',
  excepthandler: 'ExceptHandler',
  pattern: 'MatchValue MatchSingleton MatchSequence MatchMapping MatchClass MatchStar MatchAs MatchOr',
  type_ignore: 'TypeIgnore',
  type_param: 'TypeVar ParamSpec TypeVarTuple',
};
const PRODUCTS = ['comprehension', 'arguments', 'arg', 'keyword', 'alias', 'withitem', 'match_case'];
const LOCATED = new Set(['stmt', 'expr', 'excepthandler', 'pattern', 'type_param', 'arg', 'keyword', 'alias']);

/** Fields by their type. */
const FIELDS_OF_TYPE: Record<string, string> = {
  'stmt*': 'body orelse finalbody',
  'type_ignore*': 'type_ignores',
  'expr*': 'argtypes decorator_list bases targets values keys elts comparators ifs kw_defaults defaults',
  'type_param*': 'type_params',
  'keyword*': 'keywords',
  'withitem*': 'items',
  'match_case*': 'cases',
  'excepthandler*': 'handlers',
  'alias*': 'names',
  'comprehension*': 'generators',
  'cmpop*': 'ops',
  'arg*': 'posonlyargs kwonlyargs',
  'pattern*': 'patterns kwd_patterns',
  'identifier*': 'kwd_attrs',
  'expr?': 'returns exc cause msg format_spec lower upper step type optional_vars guard bound default_value',
  'string?': 'type_comment kind',
  'identifier?': 'module asname rest',
  'int?': 'level',
  'arg?': 'vararg kwarg',
  expr: 'value target annotation iter test subject left right operand elt key func slice context_expr cls',
  identifier: 'name attr id arg',
  operator: 'op',
  int: 'simple conversion is_async lineno',
  expr_context: 'ctx',
  arguments: 'args',
  pattern: 'pattern',
  string: 'tag',
};
/** Fields that have another type in one place. */
const OTHERWISE: Record<string, string> = {
  'Expression.body': 'expr',
  'Lambda.body': 'expr',
  'IfExp.body': 'expr',
  'IfExp.orelse': 'expr',
  'FunctionType.returns': 'expr',
  'TypeAlias.name': 'expr',
  'ExceptHandler.name': 'identifier?',
  'MatchStar.name': 'identifier?',
  'MatchAs.name': 'identifier?',
  'Call.args': 'expr*',
  'arguments.args': 'arg*',
  'Return.value': 'expr?',
  'Yield.value': 'expr?',
  'AnnAssign.value': 'expr?',
  'Constant.value': 'constant',
  'MatchSingleton.value': 'constant',
  'BoolOp.op': 'boolop',
  'UnaryOp.op': 'unaryop',
  'arg.annotation': 'expr?',
  'Global.names': 'identifier*',
  'Nonlocal.names': 'identifier*',
  'keyword.arg': 'identifier?',
  'MatchAs.pattern': 'pattern?',
};
const BY_NAME = new Map(
  Object.entries(FIELDS_OF_TYPE).flatMap(([type, names]) => names.split(' ').map((n) => [n, type] as const)),
);

/** Returns the type of a field, e.g. `expr*`. */
export function fieldType(kind: string, field: string): string {
  return OTHERWISE[`${kind}.${field}`] ?? BY_NAME.get(field)!;
}

/** Returns the fields of a node. */
export function fieldsOf(kind: string): string[] {
  const text = FIELDS[kind] ?? '';
  return text === '' ? [] : text.split(' ');
}

/** All classes by name; empty until `astTypes` was called. */
export const types = new Map<string, PyType>();
/** The abstract class of each constructor; products stand for themselves. */
export const sumOf = new Map<string, string>();
const singletons = new Map<string, PyInstance>();

/** Returns the one instance of an operator or context. */
export function singleton(name: string): PyInstance {
  let s = singletons.get(name);
  if (s === undefined) {
    s = new PyInstance(types.get(name)!);
    singletons.set(name, s);
  }
  return s;
}

/** Writes a node's constructor as the grammar does. */
function signature(kind: string): string {
  const fields = fieldsOf(kind).map((f) => `${fieldType(kind, f)} ${f}`);
  return fields.length === 0 ? kind : `${kind}(${fields.join(', ')})`;
}

/** Writes an abstract class as the grammar does. */
function sumDoc(sum: string, kinds: readonly string[]): string {
  const plain = kinds.every((k) => fieldsOf(k).length === 0);
  return `${sum} = ${kinds.map(signature).join(plain ? ' | ' : `\n${' '.repeat(sum.length)} | `)}`;
}

/** Makes a class. */
function nodeType(name: string, base: PyType, kind: string | null, doc: string): PyType {
  const t = new PyType(name, [base], { heap: true, module: 'ast', weak: true });
  const fields = kind === null ? [] : fieldsOf(kind);
  t.dict.set('__module__', 'ast');
  t.dict.set('__doc__', doc);
  t.dict.set('_fields', new PyTuple(fields));
  t.dict.set('__match_args__', new PyTuple(fields));
  for (const f of fields) if (fieldType(name, f).endsWith('?')) t.dict.set(f, None);
  types.set(name, t);
  return t;
}

/** Gives a class its position attributes. */
function locate(t: PyType): void {
  t.dict.set('_attributes', new PyTuple(POSITIONS));
  for (const p of ['end_lineno', 'end_col_offset']) t.dict.set(p, None);
}

/** Makes `_field_types` of a class. */
function fieldTypes(kind: string): PyDict {
  const d = new PyDict();
  const plain: Record<string, PyType> = { identifier: strType, string: strType, int: intType, constant: objectType };
  for (const f of fieldsOf(kind)) {
    const text = fieldType(kind, f);
    const name = text.replace(/[*?]$/, '');
    const t = plain[name] ?? types.get(name)!;
    d.set(f, text.endsWith('*') ? makeGenericAlias(listType(), t) : text.endsWith('?') ? makeUnion(t, None)! : t);
  }
  return d;
}
const listType = (): PyType => listFrom([]).type;

/** Fills in the fields a constructor was not given. */
function fillIn(self: PyInstance, kind: string, fields: readonly string[]): void {
  for (const f of fields) {
    if (ownAttr(self, f) !== undefined || self.type.lookup(f) === None) continue;
    const type = fieldsOf(kind).includes(f) ? fieldType(kind, f) : undefined;
    if (type?.endsWith('*')) setOwnAttr(self, f, listFrom([]));
    else if (type === 'expr_context') setOwnAttr(self, f, singleton('Load'));
    else if (type !== undefined)
      world.warn(
        'DeprecationWarning',
        `${self.type.name}.__init__ missing 1 required positional ` +
          `argument: ${repr(f)}. This will become an error in Python 3.15.`,
      );
  }
}

/** Returns the name of the class of the grammar that a node is of. */
export function kindOf(x: PyInstance): string {
  return x.type.mro.find((t) => types.get(t.name) === t)!.name;
}

/** Initialises a node (`ast.AST.__init__`). */
function initialise(self: PyInstance, args: PyValue[], kw: Kwargs): PyValue {
  const fields = toArray(self.type.lookup('_fields')!).map((f) => strOf(f) ?? '');
  if (args.length > fields.length)
    typeError(
      `${self.type.name} constructor takes at most ` +
        `${fields.length} positional argument${fields.length === 1 ? '' : 's'}`,
    );
  args.forEach((a, i) => {
    setOwnAttr(self, fields[i]!, a);
  });
  const attributes = toArray(self.type.lookup('_attributes')!);
  for (const [k, v] of kw) {
    const at = fields.indexOf(k);
    if (at >= 0 && at < args.length) typeError(`${self.type.name} got multiple values for argument ${repr(k)}`);
    if (at < 0 && !attributes.includes(k))
      world.warn(
        'DeprecationWarning',
        `${self.type.name}.__init__ got an unexpected keyword argument ${repr(k)}. ` +
          'Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.',
      );
    setOwnAttr(self, k, v);
  }
  fillIn(self, kindOf(self), fields);
  return None;
}

/** Takes a node apart: the fields it has from the first on are arguments, the rest is its state. */
function reduceNode(self: PyInstance): PyValue {
  const args: PyValue[] = [];
  const rest = dictOf(self)!.copy();
  for (const f of toArray(self.type.lookup('_fields')!)) {
    const v = rest.get(f);
    if (v === undefined) break;
    args.push(v);
    rest.delete(f);
  }
  return new PyTuple([self.type, new PyTuple(args), rest]);
}

/** Makes all classes, once; returns `ast.AST`. */
export function astTypes(): PyType {
  const known = types.get('AST');
  if (known !== undefined) return known;
  const root = nodeType('AST', objectType, null, '');
  root.dict.set('__doc__', None);
  root.dict.set('_attributes', new PyTuple([]));
  root.dict.set('__dict__', dictGetSet(root));
  defMethods(root, {
    '__init__(*args, **kwargs)': initialise,
    '__reduce_ex__(protocol, /)': reduceNode,
  });
  for (const [sum, text] of Object.entries(SUMS)) {
    const kinds = text.split(' ');
    const base = nodeType(sum, root, null, sumDoc(sum, kinds));
    for (const k of kinds) {
      nodeType(k, base, k, signature(k));
      sumOf.set(k, sum);
    }
    if (LOCATED.has(sum)) locate(base);
  }
  for (const p of PRODUCTS) {
    const t = nodeType(p, root, p, signature(p));
    sumOf.set(p, p);
    if (LOCATED.has(p)) locate(t);
  }
  for (const kind of sumOf.keys()) types.get(kind)!.dict.set('_field_types', fieldTypes(kind));
  return root;
}
