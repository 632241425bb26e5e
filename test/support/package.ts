// What `npm pack` would put into the package.
import { execFileSync } from 'node:child_process';
import { ROOT } from './programs.ts';

/** Lists the files of the package, as paths from the root. */
export function packedFiles(): string[] {
  const text = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // npm 11 answers with a list, older and newer ones with an object.
  const answer = JSON.parse(text) as Record<string, { files: { path: string }[] }>;
  return Object.values(answer)[0]!.files.map(({ path }) => path);
}
