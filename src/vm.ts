/**
 * Builds a machine (front end, interpreter, library, compiler unless switched off) and runs a
 * program in it. One machine per process at a time: modules and streams belong to the process.
 */
import type { CompileRequest } from './objects/core/world.ts';
import { isRaised } from './objects/slots/iterate.ts';
import './types/install.ts';
import { CodeObject } from './bytecode/code.ts';
import { compileModule } from './front/compile/compile.ts';
import { decodeSource } from './front/source/source.ts';
import type { Mod } from './front/tree/ast.ts';
import { parseModule } from './front/parse/parser.ts';
import { syntaxError } from './front/symbols/compile-errors.ts';
import { connectInterpreter, runCode } from './interp/install.ts';
import { P, running } from './frames/shadow.ts';
import { startSignals } from './frames/signals.ts';
import { setRecursionLimit, state } from './frames/state.ts';
import { type PyException, PyRaise, exceptionType, translateHostError } from './objects/core/exceptions.ts';
import { PyDict } from './objects/core/dict.ts';
import { None, PyModule, PyTuple, intOf } from './objects/core/values.ts';
import type { PyValue } from './objects/core/object.ts';
import { formatException } from './types/exceptions/traceback.ts';
import { str } from './objects/slots/format.ts';
import { decodeText } from './types/str/codecs.ts';
import { MemoryFile } from './lib/io/raw.ts';
import { type StandardStreams, type StreamTargets, flushStandardStreams, makeStandardStreams } from './lib/io/io.ts';
import { NO_FLAGS, type SysFlags } from './lib/system/sys.ts';
import { runExitFunctions } from './lib/system/exit-functions.ts';
import { rememberSource, reportUncaught } from './lib/system/uncaught.ts';
import { frontException } from './lib/host/syntax-error.ts';
import { importDotted } from './lib/host/import.ts';
import { warnAt } from './lib/warnings-core.ts';
import { type Startup, startLibrary } from './lib/start/startup.ts';
import { defaultOptions, parseOptions, passNames } from './options/tunables.ts';
import { Events } from './jit/events.ts';
import { connectTiers } from './jit/tiers.ts';
import { SIGINT } from './signals/numbers.ts';
import { OutOfMemory } from './memory/heap.ts';

export interface Program {
  /** Source text or bytes. */
  readonly source: string | Uint8Array;
  readonly filename: string;
  /** `sys.argv`, the program's name first. */
  readonly argv: readonly string[];
  /** `sys.orig_argv` without the command's name; `argv` if it is left out. */
  readonly originalArgv?: readonly string[];
  /** `sys.path`: directories searched for imports before the library. */
  readonly path: readonly string[];
  /** What options set of `sys.flags`. */
  readonly flags?: Partial<SysFlags>;
  /** Whether stdout and stderr are written at once, as by `-u`. */
  readonly unbuffered?: boolean;
  /** `sys.warnoptions`. */
  readonly warnoptions?: readonly string[];
  readonly streams?: StreamTargets;
  /** The machine is alone in its process, whose signals it handles. */
  readonly ownsProcess?: boolean;
}

/** Decodes a source whose cookie names an encoding; null for one that is not known. */
function decodeNamed(bytes: Uint8Array, encoding: string): string | null {
  try {
    return decodeText(bytes, encoding);
  } catch (e) {
    if (isRaised(e, 'LookupError')) return null;
    throw e;
  }
}

/** Returns source text for showing lines of it, whatever is wrong with it. */
function readable(source: string | Uint8Array, filename: string): string {
  if (typeof source === 'string') return source;
  try {
    return decodeSource(source, filename, false, decodeNamed);
  } catch {
    return new TextDecoder().decode(source);
  }
}

/** How much the running machine optimises, as `-O` says. */
let optimizing: 0 | 1 | 2 = 0;

/** Flags of code objects that code compiled by it inherits: the future features. */
const FUTURES = 0x1fe0000;

/** Issues a SyntaxWarning; tells whether the filters make it an error. */
function becomesError(filename: string, category: string, message: string, line: number): boolean {
  try {
    warnAt(category, message, filename, line);
  } catch (e) {
    if (isRaised(e, category)) return true;
    throw e;
  }
  return false;
}

/**
 * Compiles source text. SyntaxWarnings go the way of all warnings; those the filters make errors are
 * raised as SyntaxErrors.
 */
export function compile(
  source: string | Uint8Array,
  filename: string,
  mode: 'exec' | 'eval' | 'single',
  request: CompileRequest = {},
): CodeObject {
  const warn = (category: string, message: string, line: number): boolean =>
    becomesError(filename, category, message, line);
  return compileTree(
    parseModule(source, filename, { mode, script: request.script === true, decoder: decodeNamed, warn }),
    filename,
    request,
  );
}

/** Compiles a tree; what the request leaves open is as the machine and the running code have it. */
function compileTree(
  tree: Mod,
  filename: string,
  { flags = 0, optimize = optimizing, dontInherit = false }: CompileRequest,
): CodeObject {
  const code = compileModule(tree, filename, {
    flags: dontInherit ? flags : flags | ((running()?.code.flags ?? 0) & FUTURES),
    optimize,
    warn: (category, message, line, loc) => {
      if (becomesError(filename, category, message, line)) throw syntaxError(message, filename, loc);
    },
  });
  if (mentions(code, 'f_locals')) state.watched = true;
  return code;
}

/** Tells whether code, or code in it, uses an attribute or global of a name. */
function mentions(code: CodeObject, name: string): boolean {
  return code.names.includes(name) || code.consts.some((c) => c instanceof CodeObject && mentions(c, name));
}

/** The exit code of a program that went on after its MemoryErrors until there was no memory left. */
const NO_MEMORY = 71;

/** A machine ready to run one program. */
export class Sidewinder {
  private readonly streams: StandardStreams;
  private readonly main: PyModule;

  constructor(private readonly program: Program) {
    const flags = { ...NO_FLAGS, ...program.flags };
    optimizing = flags.optimize === 0 ? 0 : flags.optimize === 1 ? 1 : 2;
    state.frame = null;
    state.watched = false;
    P[0] = 0;
    state.exception = null;
    setRecursionLimit(1000);
    startSignals(program.ownsProcess ?? false);
    connectInterpreter({ compile, compileTree });
    if (program.filename !== '<stdin>') rememberSource(program.filename, readable(program.source, program.filename));
    this.streams = makeStandardStreams(program.streams ?? {}, program.unbuffered ?? false);
    const startup: Startup = startLibrary({
      argv: program.argv,
      originalArgv: program.originalArgv ?? program.argv,
      path: program.path,
      streams: this.streams,
      flags,
      warnoptions: program.warnoptions ?? [],
    });
    state.builtins = startup.builtins.dict;
    const dict = new PyDict();
    this.main = new PyModule('__main__', dict);
    for (const [k, v] of [
      ['__name__', '__main__'],
      ['__doc__', None],
      ['__package__', None],
      ['__loader__', None],
      ['__spec__', None],
      ['__annotations__', undefined],
      ['__builtins__', startup.builtins],
      ['__file__', program.filename.startsWith('<') ? undefined : program.filename],
      ['__cached__', None],
    ] as const) {
      if (v !== undefined) dict.set(k, v);
    }
    startup.modules.set('__main__', this.main);
  }

  /** Runs the program; returns the exit code: below 0 for an end by that signal. */
  run(): number {
    let code: CodeObject;
    try {
      if ((this.program.warnoptions ?? []).length > 0) importDotted('warnings');
      code = compile(this.program.source, this.program.filename, 'exec', {
        script: typeof this.program.source !== 'string',
      });
    } catch (e) {
      const exc =
        frontException(e, this.program.source, typeof this.program.source !== 'string') ?? translateHostError(e);
      if (exc === undefined) throw e;
      return this.uncaught(exc);
    }
    return this.finish(() => {
      runCode(code, this.main.dict, this.main.dict, null);
    });
  }

  /** Runs `work`, reports what it raises, writes out the streams; returns the exit code. */
  private finish(work: () => void): number {
    let status = 0;
    try {
      work();
    } catch (e) {
      const exc = translateHostError(e);
      if (exc === undefined) {
        this.flush();
        if (!(e instanceof OutOfMemory)) throw e;
        this.writeError(`sidewinder: ${e.message}\n`);
        return NO_MEMORY;
      }
      status = this.uncaught(exc);
    }
    runExitFunctions();
    return this.flush() ? status : 120;
  }

  /** Writes the streams out; tells whether that worked. */
  private flush(): boolean {
    try {
      flushStandardStreams(this.streams);
      return true;
    } catch (e) {
      if (e instanceof PyRaise) {
        this.writeError(`Exception ignored on flushing sys.stdout:\n${formatException(e.exc, () => undefined)}`);
        return false;
      }
      throw e;
    }
  }

  private writeError(text: string): void {
    try {
      this.streams.stderr.writeText(text);
      this.streams.stderr.flush();
    } catch {
      /* nowhere left to say it */
    }
  }

  /** Reports an uncaught exception; returns the exit code. */
  private uncaught(exc: PyException): number {
    if (exc.type.isSubtype(exceptionType('SystemExit'))) return this.exitCode(exc);
    try {
      this.streams.stdout.flush();
    } catch {
      /* reported by the last flush */
    }
    try {
      const exit = reportUncaught(exc);
      if (exit !== undefined) return this.exitCode(exit);
    } catch (e) {
      if (!(e instanceof PyRaise)) throw e;
      this.writeError(`${exc.type.name}\n`);
    }
    return exc.type.isSubtype(exceptionType('KeyboardInterrupt')) ? -SIGINT : 1;
  }

  private exitCode(exc: PyException): number {
    const args = exc.args.items;
    const code: PyValue = args.length === 0 ? None : args.length === 1 ? args[0]! : new PyTuple(args);
    if (code === None) return 0;
    const n = intOf(code);
    if (n !== undefined)
      return typeof n === 'number' || BigInt.asIntN(64, n) === n ? Number(BigInt.asUintN(8, BigInt(n))) : 255;
    try {
      this.streams.stdout.flush();
    } catch {
      /* reported by the last flush */
    }
    this.writeError(`${str(code)}\n`);
    return 1;
  }
}

export interface RunRequest {
  readonly source: string | Uint8Array;
  readonly filename?: string;
  /** The whole of `sys.argv`. */
  readonly argv?: readonly string[];
  readonly stdin?: string;
  readonly tier?: 'interp' | 'baseline' | 'trace';
  /** `NAME=VALUE,…` as for `--jit`. */
  readonly jit?: string;
  readonly path0?: string;
  readonly events?: Events;
}
export interface RunResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export { passNames };

/** Runs a program in this process with its streams in memory. */
export async function runProgram(q: RunRequest): Promise<RunResult> {
  const out: Uint8Array[] = [];
  const err: Uint8Array[] = [];
  const nothing = new Uint8Array(0);
  const streams = {
    stdin: new MemoryFile(0, new TextEncoder().encode(q.stdin ?? ''), () => {}),
    stdout: new MemoryFile(1, nothing, (d) => {
      out.push(d.slice());
    }),
    stderr: new MemoryFile(2, nothing, (d) => {
      err.push(d.slice());
    }),
  };
  const filename = q.filename ?? '<string>';
  const options = parseOptions(q.jit ?? '', defaultOptions());
  const events = q.events ?? new Events();
  const tiers = connectTiers(q.tier ?? 'trace', options, events);
  try {
    const machine = new Sidewinder({
      source: q.source,
      filename,
      argv: q.argv ?? [filename],
      path: [q.path0 ?? ''],
      streams,
    });
    const code = machine.run();
    const exitCode = code < 0 ? 128 - code : code;
    return { stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString(), exitCode };
  } finally {
    tiers.disconnect();
  }
}
