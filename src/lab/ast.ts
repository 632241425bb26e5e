/** `sidewinder-lab ast`: a tree in the form of `python -m ast`, or as JSON. */
import type { Const } from '../bytecode/code.ts';
import { constantRepr, FIELDS, stringRepr } from '../front/tree/dump.ts';
import type { Node } from '../front/tree/ast.ts';

const POSITIONS = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'];

type Fields = Record<string, unknown>;
type Shown = readonly [text: string, simple: boolean];

/** Lists the fields of a node that `ast.dump` shows: name and value, constants and operators already as text. */
function shownFields(node: Fields): [string, unknown, boolean][] {
  const kind = node['kind'] as string;
  const shown: [string, unknown, boolean][] = [];
  for (const name of FIELDS[kind]!.split(' ')) {
    if (name === '') continue;
    const value = node[name === 'kind' ? 'kind_' : name];
    const constant = name === 'value' && (kind === 'Constant' || kind === 'MatchSingleton');
    if (constant) shown.push([name, constantRepr(value as Const), true]);
    else if (value !== null && !(Array.isArray(value) && value.length === 0)) shown.push([name, value, false]);
  }
  return shown;
}

/** Tells whether the strings of a field name operators or contexts. */
const isUnion = (field: string): boolean => field === 'op' || field === 'ops' || field === 'ctx';

/** Returns what `ast.dump(node, indent=indent)` gives; `attributes` adds the places. */
export function dumpIndented(node: Node, attributes: boolean, indent = 3): string {
  return format(node, 'node', attributes, ' '.repeat(indent), 0)[0];
}

/** Prints a value at a depth, and tells whether it is simple: has nothing inside. */
function format(value: unknown, field: string, attributes: boolean, unit: string, depth: number): Shown {
  const level = depth + 1;
  const prefix = `\n${unit.repeat(level)}`;
  const separator = `,${prefix}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return ['[]', true];
    return [`[${prefix}${value.map((x) => format(x, field, attributes, unit, level)[0]).join(separator)}]`, false];
  }
  if (typeof value === 'string') return [isUnion(field) ? `${value}()` : stringRepr(value), true];
  if (value === null || typeof value !== 'object') return [value === null ? 'None' : String(value), true];
  const node = value as Fields;
  let simple = true;
  const args = shownFields(node).map(([name, item, done]) => {
    const [text, itemSimple] = done ? [item as string, true] : format(item, name, attributes, unit, level);
    simple &&= itemSimple;
    return `${name}=${text}`;
  });
  if (attributes && 'lineno' in node && node['kind'] !== 'TypeIgnore')
    for (const name of POSITIONS) args.push(`${name}=${node[name]}`);
  if (simple && args.length <= 3) return [`${node['kind']}(${args.join(', ')})`, args.length === 0];
  return [`${node['kind']}(${prefix}${args.join(separator)})`, false];
}

/** Returns a tree as plain data: `kind`, the fields shown, the places; constants as the text of their repr(). */
export function astData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(astData);
  if (value === null || typeof value !== 'object') return value;
  const node = value as Fields;
  const out: Fields = { kind: node['kind'] };
  for (const [name, item, done] of shownFields(node)) out[name] = done ? item : astData(item);
  if ('lineno' in node && node['kind'] !== 'TypeIgnore') for (const name of POSITIONS) out[name] = node[name];
  return out;
}
