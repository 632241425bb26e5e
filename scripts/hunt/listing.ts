/** What there is to call: everything that native code implements, less what would block, end or change the process. */

/** A thing that can be called: `builtins.len`, `str.upper`, `str` itself. */
export interface Callable {
  /** The expression that finds it. */
  readonly path: string;
  /** The name of the class that it is a method or attribute of. */
  readonly owner: string;
  /** The last name. */
  readonly name: string;
  readonly kind: 'function' | 'method' | 'attribute' | 'type';
}

const MODULES = `
  builtins math cmath operator itertools functools collections re _sre json _json struct binascii zlib hashlib
  random heapq bisect array decimal string _string types weakref copy contextvars codecs _codecs csv _csv io ast
  _ast abc warnings sys typing _typing contextlib enum unicodedata opcode marshal locale errno _locale statistics
  textwrap reprlib keyword base64 fractions
`
  .trim()
  .split(/\s+/);

/** What would block, end or change the process, is about it, or differs from run to run. */
const LEFT_OUT = `
  input exit quit breakpoint open help __import__ globals locals vars dir id print __build_class__ exec compile
  license copyright credits __sizeof__ __dir__ __subclasses__ __reduce__ __reduce_ex__ __doc__ FileIO open_code
  BufferedReader BufferedWriter BufferedRandom BufferedRWPair TextIOWrapper text_encoding SystemRandom urandom
  __getstate__ __loader__ __spec__ __builtins__ __file__ __path__ __cached__ stdin stdout stderr __stdin__
  __stdout__ __stderr__ modules meta_path path_hooks path_importer_cache path seed getstate setstate _randbelow
  default_rng test _test setlocale resetlocale _current_frames _git call_tracing settrace setprofile gettrace
  getprofile setrecursionlimit setswitchinterval _debugmallocstats activate_stack_trampoline addaudithook audit
  displayhook excepthook unraisablehook __excepthook__ __displayhook__ __unraisablehook__ breakpointhook
  __breakpointhook__ set_int_max_str_digits set_coroutine_origin_tracking_depth set_asyncgen_hooks
  getallocatedblocks getsizeof intern getrefcount _clear_type_cache _clear_internal_caches flags hash_info
  float_info int_info thread_info version_info implementation setdlopenflags getdlopenflags getwindowsversion
  getunicodeinternedsize is_finalizing monitoring _framework _home _xoptions _base_executable executable argv
  orig_argv prefix exec_prefix base_prefix base_exec_prefix platlibdir pycache_prefix stdlib_module_names
  builtin_module_names warnoptions api_version hexversion copyright byteorder maxsize maxunicode abiflags platform
  dont_write_bytecode ps1 ps2 last_exc last_type last_value last_traceback simplefilter filterwarnings
  resetwarnings warn warn_explicit showwarning formatwarning _warn_unawaited_coroutine catch_warnings registry
  _filters_mutated _filters_mutated_lock_held filters register_error unregister register lookup __hash__ hash
  _lookup_error_handler count cycle repeat getnode setcontext getcontext localcontext randbytes getrandbits
  token_bytes sys_version _getframemodulename _getframe callstats exc_info exception gettotalrefcount gi_frame
  cr_frame ag_frame f_globals f_builtins f_locals __globals__ __dict__ co_code _co_code_adaptive co_linetable
  co_exceptiontable co_qualname pattern_cache purge cached_property f_back tb_frame
`
  .trim()
  .split(/\s+/);
const SKIPPED = new Set(LEFT_OUT);

/** A program that prints what there is to call, a line each. */
export const LISTING = `
import sys, types
skipped = set(${JSON.stringify([...SKIPPED])})
natives = (
    types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType,
    types.ClassMethodDescriptorType, types.MethodWrapperType,
)
done = set()
def members(path, t):
    if t in done: return
    done.add(t)
    print('type', path, t.__name__, t.__name__)
    for name in sorted(dir(t)):
        if name in skipped: continue
        try: v = getattr(t, name)
        except Exception: continue
        k = type(v)
        if k in natives: print('method', path, t.__name__, name)
        elif k in (types.GetSetDescriptorType, types.MemberDescriptorType): print('attribute', path, t.__name__, name)
for m in ${JSON.stringify(MODULES)}:
    try: module = __import__(m)
    except ImportError: continue
    for name in sorted(vars(module)):
        if name in skipped: continue
        v = vars(module)[name]
        if isinstance(v, natives):
            if getattr(v, '__module__', m) in (m, '_' + m, None, 'builtins'):
                print('function', f"__import__({m!r})", m, name)
        elif isinstance(v, type) and any(type(x) in natives for x in vars(v).values()):
            members(f"__import__({m!r}).{name}", v)
def gen(): yield
async def coro(): pass
async def agen(): yield
for text in ${JSON.stringify([
  'type(gen())',
  'type(gen)',
  'type(gen.__code__)',
  'types.FrameType',
  'types.TracebackType',
  'types.CellType',
  'types.MethodType',
  'types.ModuleType',
  'types.MappingProxyType',
  'types.SimpleNamespace',
  'types.GenericAlias',
  'types.UnionType',
  'types.CoroutineType',
  'types.AsyncGeneratorType',
  'type({}.keys())',
  'type({}.items())',
  'type({}.values())',
  'type(iter([]))',
  'type(iter(()))',
  'type(iter(range(0)))',
  'type(iter(""))',
  'type(iter({}))',
  'type(iter(set()))',
  'type(iter(b""))',
  'type(iter(len, 1))',
  'type(reversed([]))',
  'type(len)',
  'type(str.upper)',
  'type(int.__add__)',
  'type(type.__dict__["__name__"])',
  'type(None)',
  'type(...)',
  'type(NotImplemented)',
  'type(reversed({}))',
  'type(iter({}.items()))',
])}: members(text, eval(text))
`;

/** Reads the answer of the listing. */
export function readListing(text: string): Callable[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [kind, ...rest] = line.split(' ');
      const name = rest.at(-1)!;
      const owner = rest.at(-2)!;
      const path = rest.slice(0, -2).join(' ');
      return { kind: kind as Callable['kind'], path, owner, name };
    });
}
