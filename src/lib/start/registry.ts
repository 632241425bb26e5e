/**
 * Native modules by name. A module's objects are made when it is first imported.
 */
import { registerNatives } from '../host/natives.ts';
import * as builtins from '../builtins/builtins.ts';
import * as abc from '../abc.ts';
import * as array from '../array/array.ts';
import * as bisect from '../bisect.ts';
import * as collections from '../collections/collections.ts';
import * as copy from '../copy.ts';
import * as functools from '../functools/functools.ts';
import * as gc from '../system/gc.ts';
import * as heapq from '../heapq.ts';
import * as itertools from '../itertools/itertools.ts';
import * as math from '../math/math.ts';
import * as cmath from '../cmath/cmath.ts';
import * as operator from '../operator.ts';
import * as random from '../random/random.ts';
import * as types from '../types/types.ts';
import * as stringCore from '../_string.ts';
import * as opcode from '../opcode.ts';
import * as os from '../os/os.ts';
import * as posix from '../os/posix.ts';
import * as osPath from '../os/path.ts';
import * as json from '../json/json.ts';
import * as re from '../re/re.ts';
import * as ast from '../ast/ast.ts';
import * as codecs from '../codecs.ts';
import * as struct from '../binary/struct.ts';
import * as binascii from '../binary/binascii.ts';
import * as blake2 from '../binary/blake2.ts';
import * as zlib from '../binary/zlib.ts';
import * as hashlib from '../binary/hashlib.ts';
import * as weakref from '../weakref.ts';
import * as thread from '../system/thread.ts';
import * as csv from '../csv.ts';
import * as locale from '../locale.ts';
import * as decimal from '../decimal/decimal.ts';
import * as contextvars from '../contextvars.ts';
import * as signal from '../system/signal.ts';
import * as atexit from '../system/atexit.ts';
import * as importlib from '../importlib.ts';
import * as typingCore from '../types/typing.ts';
import * as io from '../io/io.ts';
import * as sys from '../system/sys.ts';
import * as time from '../system/time.ts';
import * as tokenizer from '../tokenizer.ts';
import * as warnings from '../warnings-core.ts';

registerNatives([
  ['builtins', builtins.makeModule],
  ['_string', stringCore.makeModule],
  ['types', types.makeModule],
  ['math', math.makeModule],
  ['cmath', cmath.makeModule],
  ['random', random.makeModule],
  ['_random', random.makeCore],
  ['operator', operator.makeModule],
  ['itertools', itertools.makeModule],
  ['heapq', heapq.makeModule],
  ['functools', functools.makeModule],
  ['collections', collections.makeModule],
  ['array', array.makeModule],
  ['bisect', bisect.makeModule],
  ['copy', copy.makeModule],
  ['abc', abc.makeModule],
  ['os', os.makeModule],
  ['posix', posix.makeModule],
  ['posixpath', osPath.makeModule],
  ['errno', os.makeErrno],
  ['_ast', ast.makeModule],
  ['_struct', struct.makeModule],
  ['_hashlib', hashlib.makeModule],
  ['_decimal', decimal.makeModule],
  ['_opcode', opcode.makeModule],
  ['_blake2', blake2.makeModule],
  ['binascii', binascii.makeModule],
  ['zlib', zlib.makeModule],
  ['_operator', operator.makeCore],
  ['_weakref', weakref.makeModule],
  ['gc', gc.makeModule],
  ['_thread', thread.makeModule],
  ['_contextvars', contextvars.makeModule],
  ['_csv', csv.makeModule],
  ['_locale', locale.makeModule],
  ['_codecs', codecs.makeModule],
  ['atexit', atexit.makeModule],
  ['_signal', signal.makeModule],
  ['importlib', importlib.makeModule],
  ['importlib.util', importlib.makeUtil],
  ['importlib.machinery', importlib.makeMachinery],
  ['importlib.abc', importlib.makeAbc],
  ['_typing', typingCore.makeModule],
  ['re', re.makeModule],
  ['_json', json.makeModule],
  ['sys', sys.makeModule],
  ['io', io.makeModule],
  ['_io', io.makeIoCore],
  ['time', time.makeModule],
  ['_tokenize', tokenizer.makeModule],
  ['_warnings', warnings.makeModule],
]);
