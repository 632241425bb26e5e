// Bundles src/vm.ts and src/cli/cli.ts into one script, dist/main.cjs, and beside it one script for each part
// of the machine that most runs do without (PARTS), loaded when something of it is first needed.
//
// What only a part's modules need is in its script; everything else is in main. A module of main that
// imports from a part gets stand-ins instead: functions that load the part at their first call and are
// then replaced by the part's own. So sources are written as if there were no parts (and unbundled there
// are none), but a module named in PARTS may export to static imports only functions; `import()` gets
// everything. A part takes what it needs of main from main's instances: main's export `shared`. It may stand
// on another part in the same way (ON).
//
// A script is one function expression, which bin/sidewinder.js calls.
import { parse } from 'acorn';
import { build } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Modules that are loaded late, by part; a part also has what only its modules import. */
const PARTS = {
  compiler: ['jit/jit', 'opt/context'],
  baseline: ['baseline/compile'],
  debug: ['debug/dump', 'debug/stats'],
  explain: ['front/explain/explain'],
  names: ['text/character-names'],
  collections: [
    'lib/collections/collections',
    'lib/functools/functools',
    'lib/itertools/itertools',
    'lib/operator',
    'lib/copy',
    'lib/weakref',
    'lib/types/types',
    'lib/contextvars',
  ],
  math: ['lib/math/math', 'lib/cmath/cmath', 'lib/random/random'],
  os: ['lib/os/os', 'lib/os/posix', 'lib/system/signal'],
  time: ['lib/system/time'],
  v8: ['memory/v8'],
  sockets: ['signals/sockets'],
  re: ['lib/re/re'],
  json: ['lib/json/json'],
  array: ['lib/array/array'],
  decimal: ['lib/decimal/decimal'],
  heapq: ['lib/heapq', 'lib/bisect'],
  syntax: ['lib/ast/ast', 'lib/tokenizer', 'lib/opcode'],
  text: ['lib/csv', 'lib/codecs', 'lib/locale', 'lib/_string'],
  binary: ['lib/binary/struct', 'lib/binary/binascii', 'lib/binary/zlib', 'lib/binary/blake2', 'lib/binary/hashlib'],
  system: ['lib/system/gc', 'lib/system/thread', 'lib/system/atexit', 'lib/importlib'],
  warnings: ['lib/warnings-core'],
};

/** Parts that take modules from another part as all do from main. */
const ON = { debug: 'compiler' };

const PART_OF = new Map(
  Object.entries(PARTS).flatMap(([part, files]) => files.map((file) => [`src/${file}.ts`, part])),
);

const MAIN = "export * from './src/vm.ts'; export { command } from './src/cli/cli.ts';";

/** Names the parts. */
export const PART_NAMES = Object.keys(PARTS);

/** Bundles main and the parts into a folder; `common` are the options of every build. */
export async function buildParts(common, into) {
  const root = common.absWorkingDir;
  const options = {
    ...common,
    format: 'esm',
    write: false,
    define: { 'import.meta.url': '__url' },
    external: ['source-map'],
  };
  const entry = (contents) => ({ stdin: { contents, resolveDir: root } });
  const { metafile } = await build({
    ...options,
    ...entry("import './src/vm.ts'; import './src/cli/cli.ts';"),
    metafile: true,
  });
  const owner = assignModules(metafile.inputs);
  const needed = new Map([...PART_NAMES, 'main'].map((script) => [script, new Map()]));
  // Those that others stand on come last: only then is it known what of them is shared.
  for (const script of [...PART_NAMES].reverse().concat('main')) {
    const files = [...PART_OF].filter(([, part]) => part === script).map(([file]) => file);
    const own =
      script === 'main'
        ? MAIN
        : files
            .map(
              (file) =>
                `export { ${exportsOf(root, file)
                  .map((name) => `${name} as ${key(file, name)}`)
                  .join(', ')} } from './${file}';`,
            )
            .join('\n');
    const contents = `${own}\n${shareModules(needed.get(script))}`;
    const built = await build({
      ...options,
      ...entry(contents),
      plugins: [...common.plugins, stubs(root, owner, script)],
    });
    writeFileSync(
      `${into}/${script}.cjs`,
      toScript(built.outputFiles[0].text, (from, path, names) => need(root, needed.get(from), path, names)),
    );
  }
}

/**
 * Decides for each module of the machine which script it is in: path → part or `main`, which has what several parts
 * need.
 */
function assignModules(inputs) {
  const common = ['src/vm.ts', 'src/cli/cli.ts'];
  for (;;) {
    const owner = new Map();
    claim(inputs, owner, 'main', common);
    const twice = PART_NAMES.flatMap((part) =>
      claim(
        inputs,
        owner,
        part,
        [...PART_OF].filter(([, p]) => p === part).map(([file]) => file),
      ),
    );
    if (twice.length === 0) return owner;
    common.push(...twice);
  }
}

/** Gives a script the modules reached from `starts` without entering another part; returns those another part has. */
function claim(inputs, owner, script, starts) {
  const todo = [...starts];
  const twice = [];
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    const at = owner.get(path);
    if (
      at === script ||
      at === 'main' ||
      (at !== undefined && at === ON[script]) ||
      (PART_OF.get(path) ?? script) !== script
    )
      continue;
    if (at !== undefined) {
      twice.push(path);
      continue;
    }
    owner.set(path, script);
    for (const { path: to, external } of inputs[path].imports) if (!external) todo.push(to);
  }
  return twice;
}

/** Lists what a module exports, types apart. */
function exportsOf(root, file, kinds = 'function|class|const') {
  return [
    ...new Set(
      [
        ...readFileSync(resolve(root, file), 'utf8').matchAll(
          new RegExp(`^export (?:async )?(?:${kinds}) (\\w+)`, 'gm'),
        ),
      ].map(([, name]) => name),
    ),
  ];
}

/** Returns the name under which a part exports a module's export. */
function key(file, name) {
  return `${file.replace(/\W/g, '_')}$${name}`;
}

/** Redirects a script's imports of modules that are in other scripts. */
function stubs(root, owner, script) {
  return {
    name: 'parts',
    setup(b) {
      b.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind, importer }) => {
        const file = resolve(resolveDir, path).slice(root.length + 1);
        const at = owner.get(file);
        if (at === undefined || at === script) return undefined;
        if (at === 'main' || (at === ON[script] && !PART_OF.has(file)))
          return { path: `from:${at}:${file}`, external: true };
        if (importer === '<stdin>') throw new Error(`${file} is in ${at}, not in ${script}`);
        return { path: file, namespace: kind === 'dynamic-import' ? 'whole-part' : 'part' };
      });
      b.onLoad({ filter: /./, namespace: 'whole-part' }, ({ path }) => ({
        contents: `const part = __load(${JSON.stringify(PART_OF.get(path))});\n${exportsOf(root, path)
          .map((name) => `export const ${name} = part.${key(path, name)};`)
          .join('\n')}`,
      }));
      b.onLoad({ filter: /./, namespace: 'part' }, ({ path }) => {
        const names = exportsOf(root, path, 'function');
        const fill = names.map((name) => `${name} = part.${key(path, name)};`).join(' ');
        return {
          contents:
            'function fill() { const part = __load(' +
            `${JSON.stringify(PART_OF.get(path))}); ${fill} }\n` +
            names.map((name) => `export let ${name} = (...args) => { fill(); return ${name}(...args); };`).join('\n'),
        };
      });
    },
  };
}

/** Notes that a part imports names of a module of another script. */
function need(root, needed, path, names) {
  const source = readFileSync(resolve(root, path), 'utf8');
  const known = needed.get(path) ?? new Set();
  needed.set(path, known);
  for (const name of names) {
    if (new RegExp(`^export let ${name}\\b`, 'm').test(source))
      throw new Error(`a part imports ${name} of ${path}, which changes`);
    known.add(name);
  }
}

/** Returns a script's export `shared`, which hands its modules' exports to the parts. */
function shareModules(needed) {
  if (needed.size === 0) return '';
  const modules = [...needed].map(([path, names]) => ({ path, names: [...names] }));
  const imports = modules.map(
    ({ path, names }, i) =>
      `import { ${names.map((name) => `${name} as m${i}_${name}`).join(', ')} } from './${path}';`,
  );
  const cases = modules.map(
    ({ path, names }, i) => `case '${path}': return { ${names.map((name) => `${name}: m${i}_${name}`).join(', ')} };`,
  );
  return `${imports.join('\n')}\nexport function shared(path) { switch (path) { ${cases.join(' ')} } }`;
}

/**
 * Turns a bundled module into a function: imports become `require` or another script's `shared`, exports assignments.
 */
function toScript(text, takeFrom) {
  const program = parse(text, { ecmaVersion: 2022, sourceType: 'module' });
  let out = '(function(exports,require,__filename,__load){"use strict";const __url=encodeURI("file://"+__filename);';
  let at = 0;
  for (const node of program.body) {
    if (!/^(Import|Export)/.test(node.type)) continue;
    out += text.slice(at, node.start);
    at = node.end;
    if (node.type === 'ImportDeclaration') out += importText(node, takeFrom);
    else if (node.type === 'ExportNamedDeclaration' && node.declaration === null && node.source === null) {
      out += `${node.specifiers.map((s) => `exports.${s.exported.name}=${s.local.name};`).join('')}`;
    } else throw new Error(`cannot turn ${text.slice(node.start, node.end)} into a script's text`);
  }
  return `${out}${text.slice(at)}\n})`;
}

/** Returns the statement that stands for an import declaration. */
function importText(node, takeFrom) {
  const from = node.source.value;
  const named = node.specifiers.filter((s) => s.type === 'ImportSpecifier');
  const pattern = `{${named.map((s) => `${s.imported.name}:${s.local.name}`).join(',')}}`;
  const [, script, path] = /^from:(\w+):(.*)/.exec(from) ?? [];
  if (script !== undefined) {
    if (named.length < node.specifiers.length) throw new Error(`a part imports all of ${from}: name what it needs`);
    if (named.length === 0) return '';
    takeFrom(
      script,
      path,
      named.map((s) => s.imported.name),
    );
    return `const ${pattern}=__load("${script}").shared("${path}");`;
  }
  const whole = node.specifiers
    .filter((s) => s.type !== 'ImportSpecifier')
    .map((s) => `const ${s.local.name}=require("${from}");`)
    .join('');
  return `${whole}${named.length > 0 ? `const ${pattern}=require("${from}");` : ''}`;
}
