// Writes what CPython prints for the programs of test/types/model and test/lib: NAME.py -> NAME.out (stdout),
// and for tracebacks NAME.py -> NAME.err (stderr, with the root taken off file names) too.
//   node test/types/model/golden-model.mjs [part of a name]
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, openOracle } from '../../../scripts/oracle.mjs';

const only = process.argv[2] ?? '';
const oracle = await openOracle();
const hide = (text) => text.replaceAll(`${ROOT}/`, '').replace(/0x[0-9a-f]{6,}/g, '0xADDR');
for (const dir of ['test/types/model/programs', 'test/types/model/tracebacks', 'test/lib/programs']) {
  const folder = dir.slice(dir.lastIndexOf('/') + 1);
  for (const name of readdirSync(join(ROOT, dir)).filter((n) => n.endsWith('.py') && n.includes(only))) {
    const r = await oracle.run({ path: join(dir, name) });
    if (folder === 'programs' && r.exitCode !== 0) throw new Error(`${name}: ${r.stderr}`);
    writeFileSync(join(ROOT, dir, name.replace(/\.py$/, '.out')), hide(r.stdout));
    if (folder === 'tracebacks') writeFileSync(join(ROOT, dir, name.replace(/\.py$/, '.err')), hide(r.stderr));
  }
}
