// The ops of the live machine as the build ships them: the text that src/semantics/live-ops.ts makes of the
// op table, so that nothing is compiled from strings at start.
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Returns what stands for src/semantics/live-ops.ts in a build; `scratch` is a file to write and remove. */
export async function generateLiveOps(common, scratch) {
  await build({ ...common, entryPoints: ['src/semantics/live-ops.ts'], outfile: scratch, format: 'esm', plugins: [] });
  const { opsText } = await import(pathToFileURL(scratch).href);
  rmSync(scratch);
  return `import { NAMES as names } from '../objects/names.ts';\nexport function compileOps() { ${opsText()} }\n`;
}
