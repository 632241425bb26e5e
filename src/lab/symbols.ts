/** `sidewinder-lab symbols`: a symbol table in the form of `python -m symtable`, or as JSON. */
import { stringRepr } from '../front/tree/dump.ts';
import {
  CELL,
  DEF_ANNOT,
  DEF_BOUND,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  type Scope,
  SCOPE_MASK,
  SCOPE_OFFSET,
  USE,
} from '../front/symbols/scope.ts';

/** The flags `python -m symtable` names, in its order. */
const FLAGS: readonly (readonly [string, number])[] = [
  ['use', USE],
  ['def_global', DEF_GLOBAL],
  ['def_nonlocal', DEF_NONLOCAL],
  ['def_local', DEF_LOCAL],
  ['def_param', DEF_PARAM],
  ['def_import', DEF_IMPORT],
  ['def_bound', DEF_BOUND],
  ['def_annot', DEF_ANNOT],
];

const SCOPES = new Map<number, string>([
  [FREE, 'free'],
  [LOCAL, 'local'],
  [GLOBAL_IMPLICIT, 'global_implicit'],
  [GLOBAL_EXPLICIT, 'global_explicit'],
  [CELL, 'cell'],
]);

/** Returns what the analysis made of a symbol. */
function scopeName(flags: number): string {
  const scope = (flags >> SCOPE_OFFSET) & SCOPE_MASK;
  return SCOPES.get(scope) ?? String(scope);
}

/** Returns the names of the flags that are set. */
const flagNames = (flags: number): string[] => FLAGS.filter(([, bit]) => (flags & bit) === bit).map(([name]) => name);

/** Returns the listing of a block and of all blocks in it. */
export function formatSymbols(scope: Scope, filename: string, level = 0): string {
  const indent = '    '.repeat(level);
  const what = scope.type === 'module' ? `from file ${stringRepr(filename)}` : stringRepr(scope.name);
  let out = `${indent}symbol table for ${scope.nested ? 'nested ' : ''}${scope.type} ${what}:\n`;
  for (const [name, flags] of scope.symbols) {
    out += `    ${indent}${scopeName(flags)} symbol ${stringRepr(name)}: ${flagNames(flags).join(', ')}\n`;
  }
  out += '\n';
  for (const child of scope.children) out += formatSymbols(child, filename, level + 1);
  return out;
}

/** Returns a block as plain data. */
export function symbolData(scope: Scope): unknown {
  return {
    type: scope.type,
    name: scope.name,
    lineno: scope.loc.lineno,
    nested: scope.nested,
    parameters: scope.varnames,
    symbols: [...scope.symbols].map(([name, flags]) => ({ name, scope: scopeName(flags), flags: flagNames(flags) })),
    children: scope.children.map(symbolData),
  };
}
