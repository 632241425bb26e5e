// Compares our tree with the oracle's for the files of CPython's own library.
// Usage: npx tsx scripts/golden-ast-compare.mjs [every N-th file = 1] [offset = 0] [directory]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { dumpAst } from '../src/front/tree/dump.ts';
import { parseModule } from '../src/front/parse/parser.ts';

const step = Number(process.argv[2] ?? 1);
const offset = Number(process.argv[3] ?? 0);
const root = process.argv[4] ?? '/root/.pyenv/versions/3.13.0/lib/python3.13';

// One oracle process prints, for each file, its path, a digest of ast.dump() and its length, or the error.
const oracle = `
import ast, sys, pathlib, hashlib, warnings
warnings.simplefilter('ignore')
sys.setrecursionlimit(20000)
files = sorted(str(p) for p in pathlib.Path(sys.argv[1]).rglob('*.py'))
for path in files[int(sys.argv[3])::int(sys.argv[2])]:
    try:
        text = ast.dump(ast.parse(open(path, 'rb').read()), include_attributes=True)
        raw = text.encode('utf-8', 'surrogatepass')
        print(path, hashlib.md5(raw).hexdigest(), sep='\\t', flush=True)
    except (SyntaxError, RecursionError, UnicodeDecodeError) as error:
        print(path, 'error', str(error).replace('\\n', ' '), sep='\\t', flush=True)
`;
const child = spawn('python3.13', ['-c', oracle, root, String(step), String(offset)], {
  env: { ...process.env, PYENV_VERSION: '3.13.0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
let same = 0;
let different = 0;
for await (const line of createInterface(child.stdout)) {
  const [path, digest, detail] = line.split('\t');
  let ours;
  try {
    const dumped = dumpAst(parseModule(readFileSync(path), path));
    ours = createHash('md5').update(dumped).digest('hex');
  } catch (error) {
    ours = 'error';
    if (digest !== 'error') console.log(`${path}: ${error.message}`);
  }
  if (ours === digest) same++;
  else {
    different++;
    console.log(`different: ${path} ${detail ?? ''}`);
  }
}
console.log(`${same} same, ${different} different`);
process.exitCode = different === 0 ? 0 : 1;
