/** Descriptions of objects, places and frames for dumps: short, printable, without addresses. */
import { basename, dirname } from 'node:path';
import { CodeObject } from '../bytecode/code.ts';
import { type Describe, printable } from '../ir/print.ts';
import type { Position, Trace, Tree } from '../ir/trace.ts';
import { PyBuiltin } from '../objects/core/builtin.ts';
import { PyDict } from '../objects/core/dict.ts';
import { PyType } from '../objects/core/object.ts';
import { Shape } from '../objects/core/shape.ts';
import {
  Ellipsis,
  None,
  NotImplemented,
  PyCode,
  PyFloat,
  PyFunction,
  PyList,
  PyModule,
  PyRange,
  PyTuple,
} from '../objects/core/values.ts';

/** Describes a host object that appears as a constant of a trace. */
function object(x: unknown): string {
  if (x === None) return 'None';
  if (x === Ellipsis) return 'Ellipsis';
  if (x === NotImplemented) return 'NotImplemented';
  if (x instanceof PyFloat) return `float ${x.value}`;
  if (x instanceof PyType) return `type ${x.qualname}`;
  if (x instanceof Shape)
    return (
      `shape ${x.owner.qualname} ` +
      `${x.dictMode ? 'with a dict' : [...x.fields].map(([k, f]) => (f.float ? `${k}:float` : k)).join(' ')}`
    ).trimEnd();
  if (x instanceof PyBuiltin) return `builtin ${x.owner === null ? '' : `${x.owner.name}.`}${x.name}`;
  if (x instanceof PyFunction) return `function ${x.qualname}`;
  if (x instanceof PyCode) return `code ${x.code.qualname}`;
  if (x instanceof PyModule) return `module ${x.name}`;
  if (x instanceof PyDict) return 'dict';
  if (x instanceof PyTuple) return `tuple of ${x.items.length}`;
  if (x instanceof PyList) return 'list';
  if (x instanceof PyRange) return `range ${x.start} ${x.stop} ${x.step}`;
  if (typeof x === 'function') return `host ${x.name}`;
  if (typeof x !== 'object' || x === null) return String(x);
  if ('entry' in x && 'above' in x && 'name' in x) return `function ${x.name} in frame ${x.above}`;
  if ('fn' in x && 'effects' in x && 'name' in x) return String(x.name);
  if ('valid' in x) return 'validity';
  const type = (x as { type?: unknown }).type;
  return type instanceof PyType ? `${type.qualname} object` : 'object';
}

/** Returns the last part of a file name; of a package's `__init__.py` the last two. */
function shortFile(file: string): string {
  const base = basename(file);
  return printable(base === '__init__.py' ? `${basename(dirname(file))}/${base}` : base === '' ? file : base, 60);
}

/** Names a place of a program: `file:line function`. */
export function placeText(p: { readonly file: string; readonly line: number; readonly name: string }): string {
  return `${shortFile(p.file)}:${p.line} ${printable(p.name, 60)}`;
}

/** Names the place an instruction comes from. */
function place(p: Position): string {
  const code = p.code;
  return code instanceof CodeObject
    ? placeText({ file: code.filename, line: code.lineOf(p.pc), name: code.qualname })
    : '?';
}

/** Names the function of a frame. */
function frame(shell: unknown): string {
  const code = (shell as { code?: unknown } | null)?.code;
  return code instanceof CodeObject ? code.qualname : '?';
}

export const PYTHON: Describe = { object, place, frame };

/** Names a trace: `T3`. */
export function traceName(t: Trace): string {
  return `T${t.id}`;
}

/** Names a tree by its root trace. */
export function treeName(tree: Tree): string {
  return traceName(tree.root);
}

/** Returns the place of a tree's loop header. */
export function headerOf(tree: Tree): string {
  return place({ code: tree.code, pc: tree.header });
}
