/**
 * The command `sidewinder`: options, reading the program, exit codes. The compiler is loaded only for
 * programs that could have a hot loop, because loading it costs more than all of a short run.
 */
import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { Events } from '../jit/events.ts';
import {
  UsageError,
  applyEnvironment,
  helpText,
  parseArguments,
  type Settings,
  usageText,
} from '../options/command-line.ts';
import { connectTiers } from '../jit/tiers.ts';
import { defaultOptions, parseOptions, tunablesHelp } from '../options/tunables.ts';
import { printable } from '../ir/print.ts';
import { heap } from '../memory/heap.ts';
import { dieBy } from '../signals/pipe.ts';
import { Sidewinder } from '../vm.ts';

declare const process: NodeJS.Process;

/** Version of sidewinder and of the language. */
export const VERSION = 'Python 3.13.0 (sidewinder 0.1.0)';

/** A program that cannot be read. */
class Unreadable extends Error {
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
  }
}

/** Returns a path from the root, as CPython does: nothing in it is simplified. */
function absolute(path: string): string {
  return path.startsWith('/') ? path : `${process.cwd()}/${path}`;
}

/** Reads the program the settings name. */
function readProgram(s: Settings): { source: string | Uint8Array; filename: string; path0: string } {
  switch (s.mode) {
    case 'code':
      return { source: s.target, filename: '<string>', path0: '' };
    case 'file':
      return {
        source: readFile(s.target),
        filename: absolute(s.target),
        path0: dirname(fs.realpathSync(s.target)),
      };
    default:
      return { source: readStdin(), filename: '<stdin>', path0: '' };
  }
}

function readFile(path: string): Uint8Array {
  try {
    return fs.readFileSync(path);
  } catch (e) {
    const { code, errno } = e as NodeJS.ErrnoException;
    const texts: Record<string, string> = {
      ENOENT: 'No such file or directory',
      EACCES: 'Permission denied',
      EISDIR: 'Is a directory',
      ENOTDIR: 'Not a directory',
      ELOOP: 'Too many levels of symbolic links',
      ENAMETOOLONG: 'File name too long',
    };
    if (code === 'EISDIR') throw new Unreadable(`sidewinder: can't find '__main__' module in '${absolute(path)}'`, 1);
    throw new Unreadable(
      `sidewinder: can't open file '${absolute(path)}': [Errno ${Math.abs(errno ?? 0)}] ${texts[code ?? ''] ?? code}`,
      2,
    );
  }
}

/** Reads all of stdin, which may be a terminal or a pipe that has nothing yet. */
function readStdin(): Uint8Array {
  const parts: Uint8Array[] = [];
  for (;;) {
    const part = new Uint8Array(65536);
    try {
      const n = fs.readSync(0, part);
      if (n === 0) return Buffer.concat(parts);
      parts.push(part.subarray(0, n));
    } catch (e) {
      const { code } = e as NodeJS.ErrnoException;
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
      else if (code === 'EOF') return Buffer.concat(parts);
      else throw e;
    }
  }
}

/** Tells whether a program could have a hot loop: anything but a few straight lines. */
function mayLoop(source: string | Uint8Array): boolean {
  const text = typeof source === 'string' ? source : Buffer.from(source).toString('latin1');
  return /\b(for|while|def|lambda|import|exec|eval)\b/.test(text);
}

/** Lists the directories searched for modules, the program's own first. */
function modulePath(s: Settings, path0: string): string[] {
  const more = s.modulePath.map((path) => (path === '' ? process.cwd() : absolute(path)));
  // Doublets go where CPython's module site would take them out.
  return [...(s.safePath ? [] : [path0]), ...(s.noSite ? more : new Set(more))];
}

/** Runs the command; returns the exit code, below 0 for an end by that signal. */
async function main(argv: readonly string[]): Promise<number> {
  const settings = parseArguments(argv);
  switch (settings.mode) {
    case 'help':
      process.stdout.write(helpText());
      return 0;
    case 'version':
      process.stdout.write(`${VERSION}\n`);
      return 0;
    case 'jit-help':
      process.stdout.write(tunablesHelp());
      return 0;
  }
  applyEnvironment(settings, process.env);
  heap.setLimit(settings.maxMemory);
  const program = readProgram(settings);
  const finish = await setUp(settings, program.source);
  const machine = new Sidewinder({
    source: program.source,
    filename: program.filename,
    argv: settings.argv,
    originalArgv: argv,
    path: modulePath(settings, program.path0),
    flags: {
      optimize: settings.optimize,
      no_user_site: settings.noUserSite,
      no_site: settings.noSite,
      ignore_environment: !settings.environment,
      quiet: settings.quiet,
      isolated: settings.isolated,
      safe_path: settings.safePath,
    },
    unbuffered: settings.unbuffered,
    ownsProcess: true,
    warnoptions: settings.warnings,
  });
  try {
    return machine.run();
  } finally {
    finish();
  }
}

/** Opens the file that traces are written to. Throws UsageError. */
function openDump(path: string): number {
  try {
    return fs.openSync(path, 'w');
  } catch (e) {
    throw new UsageError(`cannot write traces to '${printable(path)}': ${(e as NodeJS.ErrnoException).code}`);
  }
}

/** Loads the compiler and its listeners as the settings ask; returns what to do at the end. */
async function setUp(s: Settings, source: string | Uint8Array): Promise<() => void> {
  const asked = s.dump !== null || s.stats !== '' || s.jit.length > 0;
  if (!asked && (s.tier === 'interp' || !mayLoop(source))) return () => {};
  let options = defaultOptions();
  try {
    for (const text of s.jit) options = parseOptions(text, options);
  } catch (e) {
    throw new UsageError((e as Error).message);
  }
  const events = new Events();
  const finish: (() => void)[] = [];
  if (s.dump !== null) {
    const { stages, path } = s.dump;
    const fd = path === null ? 2 : openDump(path);
    finish.push((await import('../debug/dump.ts')).dumpTraces(events, stages, fd));
    if (path !== null) finish.push(() => fs.closeSync(fd));
  }
  const tiers = connectTiers(s.tier, options, events);
  if (s.stats !== '') finish.push((await import('../debug/stats.ts')).collectStats(events, tiers, s.stats));
  return () => {
    for (const f of finish) f();
  };
}

/** Says that sidewinder itself failed, and how to go on without the compiler. */
function reportFault(e: unknown, argv: readonly string[]): number {
  const again = argv
    .filter((a) => !a.startsWith('--tier'))
    .map((a) => (/^[\w./=,-]+$/.test(a) ? a : `'${a.replace(/'/g, "'\\''")}'`));
  const text = e instanceof Error ? (e.stack ?? e.message) : String(e);
  const trace = /sidewinder-trace:\/\/\/([^\s/]+)\/(T\d+)/.exec(text);
  process.stderr.write(
    `sidewinder: this is a bug in sidewinder ${VERSION}, node ${process.version}\n${text}\n` +
      `${trace === null ? '' : `while in trace ${trace[2]} of ${decodeURIComponent(trace[1]!)}\n`}` +
      `run again without the compiler: sidewinder --tier=interp ${again.join(' ')}\n`,
  );
  return 70;
}

/** Says why the command could not do its work; returns the exit code. */
function reportFailure(e: unknown, argv: readonly string[]): number {
  if (e instanceof UsageError) {
    process.stderr.write(usageText(e.message));
    return 2;
  }
  if (e instanceof Unreadable) {
    process.stderr.write(`${e.message}\n`);
    return e.exitCode;
  }
  return reportFault(e, argv);
}

/** Ends the process: its event loop would wait for signals that have been read already. */
function end(code: number): never {
  if (code >= 0) process.exit(code);
  process.on('exit', () => dieBy(-code));
  process.exit(128 - code);
}

/** Runs the command, to the end of the process. */
export function command(argv: readonly string[]): void {
  main(argv).then(end, (e: unknown) => end(reportFailure(e, argv)));
}
