/**
 * Native modules by name. A module's objects are made when it is first imported.
 */
import type { PyModule } from '../objects/values.ts';
import * as builtins from './builtins.ts';
import * as abc from './abc.ts';
import * as array from './array.ts';
import * as bisect from './bisect.ts';
import * as collections from './collections.ts';
import * as copy from './copy.ts';
import * as functools from './functools.ts';
import * as heapq from './heapq.ts';
import * as itertools from './itertools.ts';
import * as math from './math.ts';
import * as cmath from './cmath.ts';
import * as operator from './operator.ts';
import * as random from './random.ts';
import * as types from './types.ts';
import * as stringCore from './_string.ts';
import * as os from './os.ts';
import * as osPath from './os-path.ts';
import * as tracebackCore from './traceback-core.ts';
import * as json from './json.ts';
import * as re from './re.ts';
import * as typingCore from './typing-core.ts';
import * as io from './io.ts';
import * as sys from './sys.ts';
import * as time from './time.ts';

const MODULES = new Map<string, () => PyModule>([
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
  ['posixpath', osPath.makeModule],
  ['errno', os.makeErrno],
  ['_typing', typingCore.makeModule],
  ['re', re.makeModule],
  ['_json', json.makeModule],
  ['_traceback', tracebackCore.makeModule],
  ['sys', sys.makeModule],
  ['io', io.makeModule],
  ['_io', io.makeIoCore],
  ['time', time.makeModule],
]);

/** Returns the maker of a native module, or undefined. */
export function nativeMaker(name: string): (() => PyModule) | undefined { return MODULES.get(name); }

/** Returns the names of all native modules. */
export function nativeNames(): string[] { return [...MODULES.keys()]; }
