/**
 * The instruction set: THE table of bytecodes. CPython 3.13's instructions, names and numbers
 * (Include/opcode_ids.h of 3.13), without CACHE, EXTENDED_ARG and the specialised forms.
 *
 * `Op` is a const enum so that the dispatch loop's cases are literals (V8 needs literals to build
 * a jump table); `OPCODES` is keyed by the enum's names, so a missing or extra row is a type error.
 * Contracts read "before -- after", top of stack on the right.
 */

export const enum Op {
  BEFORE_ASYNC_WITH = 1, BEFORE_WITH = 2, BINARY_SLICE = 4, BINARY_SUBSCR = 5, CHECK_EG_MATCH = 6,
  CHECK_EXC_MATCH = 7, CLEANUP_THROW = 8, DELETE_SUBSCR = 9, END_ASYNC_FOR = 10, END_FOR = 11, END_SEND = 12,
  EXIT_INIT_CHECK = 13, FORMAT_SIMPLE = 14, FORMAT_WITH_SPEC = 15, GET_AITER = 16, GET_ANEXT = 18, GET_ITER = 19,
  GET_LEN = 20, GET_YIELD_FROM_ITER = 21, INTERPRETER_EXIT = 22, LOAD_ASSERTION_ERROR = 23, LOAD_BUILD_CLASS = 24,
  LOAD_LOCALS = 25, MAKE_FUNCTION = 26, MATCH_KEYS = 27, MATCH_MAPPING = 28, MATCH_SEQUENCE = 29, NOP = 30,
  POP_EXCEPT = 31, POP_TOP = 32, PUSH_EXC_INFO = 33, PUSH_NULL = 34, RETURN_GENERATOR = 35, RETURN_VALUE = 36,
  SETUP_ANNOTATIONS = 37, STORE_SLICE = 38, STORE_SUBSCR = 39, TO_BOOL = 40, UNARY_INVERT = 41, UNARY_NEGATIVE = 42,
  UNARY_NOT = 43, WITH_EXCEPT_START = 44, BINARY_OP = 45, BUILD_CONST_KEY_MAP = 46, BUILD_LIST = 47, BUILD_MAP = 48,
  BUILD_SET = 49, BUILD_SLICE = 50, BUILD_STRING = 51, BUILD_TUPLE = 52, CALL = 53, CALL_FUNCTION_EX = 54,
  CALL_INTRINSIC_1 = 55, CALL_INTRINSIC_2 = 56, CALL_KW = 57, COMPARE_OP = 58, CONTAINS_OP = 59, CONVERT_VALUE = 60,
  COPY = 61, COPY_FREE_VARS = 62, DELETE_ATTR = 63, DELETE_DEREF = 64, DELETE_FAST = 65, DELETE_GLOBAL = 66,
  DELETE_NAME = 67, DICT_MERGE = 68, DICT_UPDATE = 69, FOR_ITER = 72, GET_AWAITABLE = 73, IMPORT_FROM = 74,
  IMPORT_NAME = 75, IS_OP = 76, JUMP_BACKWARD = 77, JUMP_BACKWARD_NO_INTERRUPT = 78, JUMP_FORWARD = 79,
  LIST_APPEND = 80, LIST_EXTEND = 81, LOAD_ATTR = 82, LOAD_CONST = 83, LOAD_DEREF = 84, LOAD_FAST = 85,
  LOAD_FAST_AND_CLEAR = 86, LOAD_FAST_CHECK = 87, LOAD_FAST_LOAD_FAST = 88, LOAD_FROM_DICT_OR_DEREF = 89,
  LOAD_FROM_DICT_OR_GLOBALS = 90, LOAD_GLOBAL = 91, LOAD_NAME = 92, LOAD_SUPER_ATTR = 93, MAKE_CELL = 94,
  MAP_ADD = 95, MATCH_CLASS = 96, POP_JUMP_IF_FALSE = 97, POP_JUMP_IF_NONE = 98, POP_JUMP_IF_NOT_NONE = 99,
  POP_JUMP_IF_TRUE = 100, RAISE_VARARGS = 101, RERAISE = 102, RETURN_CONST = 103, SEND = 104, SET_ADD = 105,
  SET_FUNCTION_ATTRIBUTE = 106, SET_UPDATE = 107, STORE_ATTR = 108, STORE_DEREF = 109, STORE_FAST = 110,
  STORE_FAST_LOAD_FAST = 111, STORE_FAST_STORE_FAST = 112, STORE_GLOBAL = 113, STORE_NAME = 114, SWAP = 115,
  UNPACK_EX = 116, UNPACK_SEQUENCE = 117, YIELD_VALUE = 118, RESUME = 149,
}

/** What the argument of an instruction means. */
export type OperandKind =
  | 'none' | 'const' | 'name' | 'local' | 'localpair' | 'free' | 'jump' | 'count' | 'binop' | 'compare'
  | 'flag' | 'intrinsic1' | 'intrinsic2' | 'attr' | 'global' | 'super' | 'convert' | 'makefn' | 'oparg';

export interface OpcodeRow {
  readonly arg: OperandKind;
  /** Stack effect when the instruction falls through; a function of the argument where it varies. */
  readonly effect: number | ((arg: number) => number);
  /** Stack effect when the instruction jumps, where it differs. */
  readonly jumpEffect?: number;
  /** "before -- after", top on the right. */
  readonly doc: string;
}

export const OPCODES = {
  BEFORE_ASYNC_WITH: { arg: 'none', effect: 1, doc: 'mgr -- aexit, awaitable of __aenter__()' },
  BEFORE_WITH: { arg: 'none', effect: 1, doc: 'mgr -- exit, result of __enter__()' },
  BINARY_SLICE: { arg: 'none', effect: -2, doc: 'obj, start, stop -- obj[start:stop]' },
  BINARY_SUBSCR: { arg: 'none', effect: -1, doc: 'obj, key -- obj[key]' },
  CHECK_EG_MATCH: { arg: 'none', effect: 0, doc: 'group, type -- rest or None, match or None' },
  CHECK_EXC_MATCH: { arg: 'none', effect: 0, doc: 'exc, type -- exc, bool' },
  CLEANUP_THROW: { arg: 'none', effect: -1, doc: 'sub, last, exc -- None, value; or reraises' },
  DELETE_SUBSCR: { arg: 'none', effect: -2, doc: 'obj, key --' },
  END_ASYNC_FOR: { arg: 'none', effect: -2, doc: 'aiter, exc --; reraises unless StopAsyncIteration' },
  END_FOR: { arg: 'none', effect: -1, doc: 'value --' },
  END_SEND: { arg: 'none', effect: -1, doc: 'receiver, value -- value' },
  EXIT_INIT_CHECK: { arg: 'none', effect: -1, doc: 'should_be_none --' },
  FORMAT_SIMPLE: { arg: 'none', effect: 0, doc: 'value -- format(value, "")' },
  FORMAT_WITH_SPEC: { arg: 'none', effect: -1, doc: 'value, spec -- format(value, spec)' },
  GET_AITER: { arg: 'none', effect: 0, doc: 'obj -- obj.__aiter__()' },
  GET_ANEXT: { arg: 'none', effect: 1, doc: 'aiter -- aiter, awaitable' },
  GET_ITER: { arg: 'none', effect: 0, doc: 'iterable -- iter' },
  GET_LEN: { arg: 'none', effect: 1, doc: 'obj -- obj, len(obj)' },
  GET_YIELD_FROM_ITER: { arg: 'none', effect: 0, doc: 'iterable -- iter (generators and coroutines pass)' },
  INTERPRETER_EXIT: { arg: 'none', effect: -1, doc: 'value --; leaves the dispatch loop' },
  LOAD_ASSERTION_ERROR: { arg: 'none', effect: 1, doc: '-- AssertionError' },
  LOAD_BUILD_CLASS: { arg: 'none', effect: 1, doc: '-- __build_class__' },
  LOAD_LOCALS: { arg: 'none', effect: 1, doc: '-- locals mapping' },
  MAKE_FUNCTION: { arg: 'none', effect: 0, doc: 'code -- function' },
  MATCH_KEYS: { arg: 'none', effect: 1, doc: 'subject, keys -- subject, keys, values or None' },
  MATCH_MAPPING: { arg: 'none', effect: 1, doc: 'subject -- subject, bool' },
  MATCH_SEQUENCE: { arg: 'none', effect: 1, doc: 'subject -- subject, bool' },
  NOP: { arg: 'none', effect: 0, doc: '--' },
  POP_EXCEPT: { arg: 'none', effect: -1, doc: 'previous exception --; restores it as the current one' },
  POP_TOP: { arg: 'none', effect: -1, doc: 'value --' },
  PUSH_EXC_INFO: { arg: 'none', effect: 1, doc: 'exc -- previous exception, exc; exc becomes current' },
  PUSH_NULL: { arg: 'none', effect: 1, doc: '-- NULL' },
  RETURN_GENERATOR: { arg: 'none', effect: 1, doc: '--; returns a generator made from the frame' },
  RETURN_VALUE: { arg: 'none', effect: -1, doc: 'value --; returns it' },
  SETUP_ANNOTATIONS: { arg: 'none', effect: 0, doc: '--; makes __annotations__ in the locals' },
  STORE_SLICE: { arg: 'none', effect: -4, doc: 'value, obj, start, stop --' },
  STORE_SUBSCR: { arg: 'none', effect: -3, doc: 'value, obj, key --' },
  TO_BOOL: { arg: 'none', effect: 0, doc: 'value -- bool' },
  UNARY_INVERT: { arg: 'none', effect: 0, doc: 'x -- ~x' },
  UNARY_NEGATIVE: { arg: 'none', effect: 0, doc: 'x -- -x' },
  UNARY_NOT: { arg: 'none', effect: 0, doc: 'bool -- not bool' },
  WITH_EXCEPT_START: { arg: 'none', effect: 1, doc: 'exit, lasti, prev, exc -- exit, lasti, prev, exc, result' },
  BINARY_OP: { arg: 'binop', effect: -1, doc: 'x, y -- x op y' },
  BUILD_CONST_KEY_MAP: { arg: 'count', effect: (n: number) => -n, doc: 'v1..vn, keys tuple -- dict' },
  BUILD_LIST: { arg: 'count', effect: (n: number) => 1 - n, doc: 'v1..vn -- list' },
  BUILD_MAP: { arg: 'count', effect: (n: number) => 1 - 2 * n, doc: 'k1, v1..kn, vn -- dict' },
  BUILD_SET: { arg: 'count', effect: (n: number) => 1 - n, doc: 'v1..vn -- set' },
  BUILD_SLICE: { arg: 'count', effect: (n: number) => 1 - n, doc: 'start, stop[, step] -- slice' },
  BUILD_STRING: { arg: 'count', effect: (n: number) => 1 - n, doc: 's1..sn -- str' },
  BUILD_TUPLE: { arg: 'count', effect: (n: number) => 1 - n, doc: 'v1..vn -- tuple' },
  CALL: { arg: 'count', effect: (n: number) => -1 - n, doc: 'callable, self or NULL, a1..an -- result' },
  CALL_FUNCTION_EX: { arg: 'flag', effect: (n: number) => -2 - (n & 1), doc: 'callable, NULL, args[, kwargs] -- result' },
  CALL_INTRINSIC_1: { arg: 'intrinsic1', effect: 0, doc: 'x -- f(x)' },
  CALL_INTRINSIC_2: { arg: 'intrinsic2', effect: -1, doc: 'x, y -- f(x, y)' },
  CALL_KW: { arg: 'count', effect: (n: number) => -2 - n, doc: 'callable, self or NULL, a1..an, names -- result' },
  COMPARE_OP: { arg: 'compare', effect: -1, doc: 'x, y -- x op y; bit 4: converted to bool' },
  CONTAINS_OP: { arg: 'flag', effect: -1, doc: 'x, container -- x in container (1: not in)' },
  CONVERT_VALUE: { arg: 'convert', effect: 0, doc: 'x -- str(x) (1), repr(x) (2), ascii(x) (3)' },
  COPY: { arg: 'oparg', effect: 1, doc: 'xi.. -- xi.., xi (1 = top)' },
  COPY_FREE_VARS: { arg: 'count', effect: 0, doc: '--; copies the closure into the frame' },
  DELETE_ATTR: { arg: 'name', effect: -1, doc: 'obj --' },
  DELETE_DEREF: { arg: 'free', effect: 0, doc: '--' },
  DELETE_FAST: { arg: 'local', effect: 0, doc: '--' },
  DELETE_GLOBAL: { arg: 'name', effect: 0, doc: '--' },
  DELETE_NAME: { arg: 'name', effect: 0, doc: '--' },
  DICT_MERGE: { arg: 'oparg', effect: -1, doc: 'map --; merged into the dict i below, duplicates raise' },
  DICT_UPDATE: { arg: 'oparg', effect: -1, doc: 'map --; updates the dict i below' },
  FOR_ITER: { arg: 'jump', effect: 1, jumpEffect: 1, doc: 'iter -- iter, next; when exhausted jumps past END_FOR and POP_TOP: iter --' },
  GET_AWAITABLE: { arg: 'oparg', effect: 0, doc: 'obj -- awaitable iterator' },
  IMPORT_FROM: { arg: 'name', effect: 1, doc: 'module -- module, module.name' },
  IMPORT_NAME: { arg: 'name', effect: -1, doc: 'level, fromlist -- module' },
  IS_OP: { arg: 'flag', effect: -1, doc: 'x, y -- x is y (1: is not)' },
  JUMP_BACKWARD: { arg: 'jump', effect: 0, doc: '--' },
  JUMP_BACKWARD_NO_INTERRUPT: { arg: 'jump', effect: 0, doc: '--' },
  JUMP_FORWARD: { arg: 'jump', effect: 0, doc: '--' },
  LIST_APPEND: { arg: 'oparg', effect: -1, doc: 'value --; appended to the list i below' },
  LIST_EXTEND: { arg: 'oparg', effect: -1, doc: 'iterable --; extends the list i below' },
  LOAD_ATTR: { arg: 'attr', effect: (n: number) => n & 1, doc: 'obj -- attr, or with bit 0: method, self / attr, NULL' },
  LOAD_CONST: { arg: 'const', effect: 1, doc: '-- constant' },
  LOAD_DEREF: { arg: 'free', effect: 1, doc: '-- cell contents' },
  LOAD_FAST: { arg: 'local', effect: 1, doc: '-- local (known to be bound)' },
  LOAD_FAST_AND_CLEAR: { arg: 'local', effect: 1, doc: '-- local or NULL; unbinds it' },
  LOAD_FAST_CHECK: { arg: 'local', effect: 1, doc: '-- local; UnboundLocalError' },
  LOAD_FAST_LOAD_FAST: { arg: 'localpair', effect: 2, doc: '-- local[arg >> 4], local[arg & 15]' },
  LOAD_FROM_DICT_OR_DEREF: { arg: 'free', effect: 0, doc: 'mapping -- value' },
  LOAD_FROM_DICT_OR_GLOBALS: { arg: 'name', effect: 0, doc: 'mapping -- value' },
  LOAD_GLOBAL: { arg: 'global', effect: (n: number) => 1 + (n & 1), doc: '-- global names[arg >> 1], and with bit 0 a NULL above it' },
  LOAD_NAME: { arg: 'name', effect: 1, doc: '-- value from locals, globals or builtins' },
  LOAD_SUPER_ATTR: { arg: 'super', effect: (n: number) => -2 + (n & 1), doc: 'super, class, self -- attr names[arg >> 2]; bit 0 method form, bit 1 two-argument call' },
  MAKE_CELL: { arg: 'local', effect: 0, doc: '--; puts the local into a new cell' },
  MAP_ADD: { arg: 'oparg', effect: -2, doc: 'key, value --; stored in the dict i below' },
  MATCH_CLASS: { arg: 'count', effect: -2, doc: 'subject, type, names -- attrs tuple or None' },
  POP_JUMP_IF_FALSE: { arg: 'jump', effect: -1, doc: 'bool --' },
  POP_JUMP_IF_NONE: { arg: 'jump', effect: -1, doc: 'x --' },
  POP_JUMP_IF_NOT_NONE: { arg: 'jump', effect: -1, doc: 'x --' },
  POP_JUMP_IF_TRUE: { arg: 'jump', effect: -1, doc: 'bool --' },
  RAISE_VARARGS: { arg: 'count', effect: (n: number) => -n, doc: '[exc[, cause]] --; raises' },
  RERAISE: { arg: 'oparg', effect: -1, doc: '[lasti], exc --; reraises' },
  RETURN_CONST: { arg: 'const', effect: 0, doc: '--; returns the constant' },
  SEND: { arg: 'jump', effect: 0, jumpEffect: 0, doc: 'receiver, value -- receiver, yielded; when finished jumps: receiver, result' },
  SET_ADD: { arg: 'oparg', effect: -1, doc: 'value --; added to the set i below' },
  SET_FUNCTION_ATTRIBUTE: { arg: 'makefn', effect: -1, doc: 'value, function -- function (1 defaults, 2 kwdefaults, 4 annotations, 8 closure)' },
  SET_UPDATE: { arg: 'oparg', effect: -1, doc: 'iterable --; updates the set i below' },
  STORE_ATTR: { arg: 'name', effect: -2, doc: 'value, obj --' },
  STORE_DEREF: { arg: 'free', effect: -1, doc: 'value --' },
  STORE_FAST: { arg: 'local', effect: -1, doc: 'value --' },
  STORE_FAST_LOAD_FAST: { arg: 'localpair', effect: 0, doc: 'value -- local[arg & 15]; stores local[arg >> 4] first' },
  STORE_FAST_STORE_FAST: { arg: 'localpair', effect: -2, doc: 'y, x --; local[arg >> 4] = x, local[arg & 15] = y' },
  STORE_GLOBAL: { arg: 'name', effect: -1, doc: 'value --' },
  STORE_NAME: { arg: 'name', effect: -1, doc: 'value --' },
  SWAP: { arg: 'oparg', effect: 0, doc: 'xi..x1 -- x1..xi (exchanges top and ith)' },
  UNPACK_EX: { arg: 'oparg', effect: (n: number) => (n & 0xff) + (n >> 8), doc: 'seq -- xn..x1 with a list in the middle' },
  UNPACK_SEQUENCE: { arg: 'count', effect: (n: number) => n - 1, doc: 'seq -- xn..x1 (first on top)' },
  YIELD_VALUE: { arg: 'oparg', effect: 0, doc: 'value -- sent value; suspends the generator' },
  RESUME: { arg: 'oparg', effect: 0, doc: '--; 0 function start, 1 after yield, 2 after yield from, 3 after await' },
} as const satisfies Record<keyof typeof Op, OpcodeRow>;

export type OpName = keyof typeof OPCODES;

/** Operators of BINARY_OP by argument, as CPython's NB_* numbers; 13 and up are the in-place forms. */
export const BINARY_OPERATORS = [
  '+', '&', '//', '<<', '@', '*', '%', '|', '**', '>>', '-', '/', '^',
  '+=', '&=', '//=', '<<=', '@=', '*=', '%=', '|=', '**=', '>>=', '-=', '/=', '^=',
] as const;

/** Operators of COMPARE_OP by `arg >> 5`. */
export const COMPARE_OPERATORS = ['<', '<=', '==', '!=', '>', '>='] as const;

/** CALL_INTRINSIC_1 functions by argument. */
export const INTRINSIC_1 = [
  'INTRINSIC_1_INVALID', 'INTRINSIC_PRINT', 'INTRINSIC_IMPORT_STAR', 'INTRINSIC_STOPITERATION_ERROR',
  'INTRINSIC_ASYNC_GEN_WRAP', 'INTRINSIC_UNARY_POSITIVE', 'INTRINSIC_LIST_TO_TUPLE', 'INTRINSIC_TYPEVAR',
  'INTRINSIC_PARAMSPEC', 'INTRINSIC_TYPEVARTUPLE', 'INTRINSIC_SUBSCRIPT_GENERIC', 'INTRINSIC_TYPEALIAS',
] as const;

/** CALL_INTRINSIC_2 functions by argument. */
export const INTRINSIC_2 = [
  'INTRINSIC_2_INVALID', 'INTRINSIC_PREP_RERAISE_STAR', 'INTRINSIC_TYPEVAR_WITH_BOUND',
  'INTRINSIC_TYPEVAR_WITH_CONSTRAINTS', 'INTRINSIC_SET_FUNCTION_TYPE_PARAMS', 'INTRINSIC_SET_TYPEPARAM_DEFAULT',
] as const;
