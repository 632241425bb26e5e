// The ops of the live machine as the build ships them: the text that src/machine/live-ops.ts makes of the
// op table, so that nothing is compiled from strings at start.
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Returns what stands for src/machine/live-ops.ts in a build; `scratch` is a file to write and remove. */
export async function generateLiveOps(common, scratch) {
  await build({ ...common, entryPoints: ['src/machine/live-ops.ts'], outfile: scratch, format: 'esm', plugins: [] });
  const { opsText } = await import(pathToFileURL(scratch).href);
  rmSync(scratch);
  return `import { NAMES as names } from './names.ts';\nexport function compileOps() { ${opsText()} }\n`;
}
