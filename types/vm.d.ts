/**
 * The module `sidewinder`: Python programs run inside a Node process. One program at a time: modules and
 * streams belong to the process. `test/cli/package.test.ts` compiles src/vm.ts against this file.
 */

/** A program and its surroundings, streams in memory. */
export interface RunRequest {
  readonly source: string | Uint8Array;
  /** The name in tracebacks; `<string>` if it is left out. */
  readonly filename?: string;
  /** The whole of `sys.argv`; the file's name if it is left out. */
  readonly argv?: readonly string[];
  readonly stdin?: string;
  /** Interpret only, or compile hot loops as well (the default). */
  readonly tier?: 'interp' | 'baseline' | 'trace';
  /** `NAME=VALUE,…` as for `--jit`. */
  readonly jit?: string;
  /** Directory searched first for imports; the current one if it is left out. */
  readonly path0?: string;
}

export interface RunResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Runs a program to its end. Throws what is a fault of sidewinder itself, or a wrong `jit`. */
export function runProgram(request: RunRequest): Promise<RunResult>;

/** Names the optimiser passes that `jit: 'nopass=NAME'` switches off. */
export function passNames(): readonly string[];

/** A sequence of bytes with a position: what a standard stream leads to. */
export interface RawFile {
  readonly fd: number;
  readonly seekable: boolean;
  /** Reads up to `n` bytes; an empty array at the end. */
  read(n: number): Uint8Array;
  write(data: Uint8Array): void;
  /** Moves the position and returns it. */
  seek(position: number): number;
  position(): number;
  size(): number;
  truncate(size: number): void;
  isatty(): boolean;
  close(): void;
}

/** A program of a `Sidewinder`. */
export interface Program {
  readonly source: string | Uint8Array;
  readonly filename: string;
  /** `sys.argv`, the program's name first. */
  readonly argv: readonly string[];
  /** `sys.orig_argv` without the command's name; `argv` if it is left out. */
  readonly originalArgv?: readonly string[];
  /** `sys.path`: directories searched for imports before the library. */
  readonly path: readonly string[];
  /** What options set of `sys.flags`. */
  readonly flags?: {
    readonly optimize?: number;
    readonly no_user_site?: boolean;
    readonly no_site?: boolean;
    readonly ignore_environment?: boolean;
    readonly quiet?: boolean;
    readonly isolated?: boolean;
    readonly safe_path?: boolean;
  };
  /** Whether stdout and stderr are written at once, as by `-u`. */
  readonly unbuffered?: boolean;
  /** `sys.warnoptions`. */
  readonly warnoptions?: readonly string[];
  /** Where the standard streams lead; descriptors 0 to 2 if they are left out. */
  readonly streams?: { stdin?: RawFile; stdout?: RawFile; stderr?: RawFile };
}

/** A machine without the compiler, ready to run one program. */
export class Sidewinder {
  constructor(program: Program);
  /** Runs the program; returns the exit code. */
  run(): number;
}

/** Compiled code. */
export interface CodeObject {
  readonly name: string;
  readonly filename: string;
}

/** Compiles source text, under the warning filters of the last `Sidewinder`. Throws an error that names the syntax error. */
export function compile(source: string | Uint8Array, filename: string, mode: 'exec' | 'eval' | 'single'): CodeObject;
