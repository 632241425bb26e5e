// The oracle: what CPython 3.13 says. Every expected value in this repository comes through here.
//
// Two ways to reach a CPython 3.13, tried in this order:
//   1. a real one: the command in SIDEWINDER_PYTHON, else `python3.13` (with PYENV_VERSION=3.13.0,
//      which a pyenv shim needs and anything else ignores), accepted only if it says it is 3.13;
//   2. the `pyodide` npm package of the 0.29 line, which is CPython 3.13 compiled to WebAssembly.
// SIDEWINDER_ORACLE=pyodide forces the second. Programs are run with the root of the repository as
// the working directory, and the root is taken off the file names in tracebacks, so that they are the
// same on every machine.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const HELPER = join(ROOT, 'scripts', 'oracle.py');
const ENV = {
  ...process.env,
  PYENV_VERSION: '3.13.0',
  PYTHONHASHSEED: '0',
  PYTHONDONTWRITEBYTECODE: '1',
  PYTHONUTF8: '1',
  NO_COLOR: '1',
};
delete ENV['PYTHONUNBUFFERED'];

/**
 * @typedef {{ stdout: string, stderr: string, exitCode: number, lines: [string, number][] }} Outcome
 * `lines` pairs each line of stdout with the source line its expectation belongs to.
 * @typedef {{ path: string, args?: string[], stdin?: string, positions?: boolean }} Request
 * `path` is relative to the root; `positions` asks for `lines`.
 * @typedef {{ name: string, version: string, run: (request: Request) => Promise<Outcome> }} Oracle
 */

/** Finds the command of a real CPython 3.13, or returns undefined. */
export function findPython() {
  for (const command of [process.env['SIDEWINDER_PYTHON'], 'python3.13']) {
    if (!command) continue;
    try {
      const code = 'import sys; print(sys.implementation.name, "%d.%d.%d" % sys.version_info[:3])';
      const answer = execFileSync(command, ['-c', code], {
        env: ENV,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
      const [name, version] = answer.split(' ');
      if (name === 'cpython' && version?.startsWith('3.13.')) return { command, version, env: ENV };
    } catch {
      // Not there, or a shim with nothing behind it: try the next.
    }
  }
  return undefined;
}

/** Opens whichever oracle this machine has; throws if it has none. */
export async function openOracle() {
  const python = process.env['SIDEWINDER_ORACLE'] === 'pyodide' ? undefined : findPython();
  return python ? nativeOracle(python.command, python.version) : pyodideOracle();
}

/** Makes an oracle of a CPython command: the program runs as a user would run it. */
function nativeOracle(command, version) {
  const call = (args, input) => {
    const done = spawnSync(command, args, { cwd: ROOT, env: ENV, input, encoding: 'utf8', maxBuffer: 1 << 28 });
    if (done.error) throw done.error;
    return done;
  };
  return {
    name: command,
    version,
    async run({ path, args = [], stdin = '', positions = false }) {
      const done = call([path, ...args], stdin);
      const outcome = {
        stdout: done.stdout,
        stderr: done.stderr.replaceAll(`${ROOT}/`, ''),
        exitCode: done.status ?? 128,
        lines: [],
      };
      if (positions) {
        const recorded = JSON.parse(call([HELPER, path, ...args], '').stdout);
        if (recorded.stdout !== outcome.stdout)
          throw new Error(`${path}: prints another text when its lines are recorded`);
        outcome.lines = recorded.lines;
      }
      return outcome;
    },
  };
}

/** Makes an oracle of the npm package pyodide, with the repository mounted where it is. */
async function pyodideOracle() {
  const { loadPyodide, version } = await import('pyodide');
  const py = await loadPyodide({ env: { PYTHONHASHSEED: '0' } });
  py.FS.mkdirTree('/repo');
  py.FS.mount(py.FS.filesystems.NODEFS, { root: ROOT }, '/repo');
  const scope = py.toPy({ __name__: 'oracle' });
  py.runPython('import os; os.chdir("/repo")');
  py.runPython(readFileSync(HELPER, 'utf8'), { globals: scope, filename: 'oracle.py' });
  const runJson = scope.get('run_json');
  return {
    name: 'pyodide',
    version,
    async run({ path, args = [], stdin = '' }) {
      const source = readFileSync(join(ROOT, path), 'utf8');
      const list = py.toPy(args);
      const { exit_code: exitCode, ...rest } = JSON.parse(runJson(path, source, list, stdin));
      list.destroy();
      return { ...rest, exitCode };
    },
  };
}
