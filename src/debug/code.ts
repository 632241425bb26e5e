/** The emitted JavaScript of a tree as shown to people: with comments, or with its source map. */
import { generate } from 'astring';
import type * as ES from 'estree';
import { sourceOf } from '../codegen/generate.ts';
import { type Mapped, printMapped } from '../deopt/source-map.ts';
import { type Describe, Printer, printable } from '../ir/print.ts';
import type { Exit, Position, Tree } from '../ir/trace.ts';
import { PYTHON } from './describe.ts';

type Commented = {
  position?: Position;
  comments?: { type: 'Line'; value: string }[];
  argument?: { type: string; value?: unknown } | null;
  type: string;
};

/** Builds the function's node anew; its statements carry positions. */
function functionOf(tree: Tree): { fn: ES.Node; constants: readonly unknown[] } {
  const { source, body, constants } = sourceOf(tree);
  const head = /^function ([A-Za-z0-9_$]+)\(([^)]*)\)/.exec(source)!;
  const id = (name: string): ES.Identifier => ({ type: 'Identifier', name });
  return {
    fn: {
      type: 'FunctionDeclaration',
      id: id(head[1]!),
      params: head[2]!
        .split(', ')
        .filter((p) => p !== '')
        .map(id),
      body: { type: 'BlockStatement', body },
      generator: false,
      async: false,
    },
    constants,
  };
}

/** Returns the emitted text of a tree with its Source Map v3. */
export function sourceMapOf(tree: Tree): Mapped {
  return printMapped(functionOf(tree).fn, `T${tree.id}.js`);
}

/** Makes any text fit for a comment. */
function commentText(text: string): string {
  return printable(text, 200).replace(/\*\//g, '* /');
}

/** Returns the emitted text with comments that name Python lines and exits. */
export function annotated(tree: Tree, describe: Describe = PYTHON): string {
  const { fn, constants } = functionOf(tree);
  const printer = new Printer(describe);
  let place = '';
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const n of node) visit(n);
      return;
    }
    if (typeof node !== 'object' || node === null || typeof (node as Commented).type !== 'string') return;
    const n = node as Commented;
    const notes: string[] = [];
    if (n.position !== undefined && describe.place(n.position) !== place) {
      place = describe.place(n.position);
      notes.push(place);
    }
    if (n.type === 'ReturnStatement' && typeof n.argument?.value === 'number') {
      const exit = tree.exits[n.argument.value];
      if (exit !== undefined) notes.push(exitText(printer, exit, describe));
    }
    if (notes.length > 0) n.comments = notes.map((value) => ({ type: 'Line', value: ` ${commentText(value)}` }));
    for (const [key, child] of Object.entries(n)) if (key !== 'position' && key !== 'comments') visit(child);
  };
  visit(fn);
  const names = constants.map(
    (k, i) => `// k${i} = ${commentText(typeof k === 'string' ? JSON.stringify(k) : describe.object(k))}\n`,
  );
  return names.join('') + generate(fn as never, { comments: true });
}

/** Names an exit: its number, kind and condition. */
function exitText(printer: Printer, exit: Exit, describe: Describe = PYTHON): string {
  const what = exit.guard === null ? exit.kind : conditionText(printer, exit);
  const place = exit.position === null ? '' : ` at ${describe.place(exit.position)}`;
  return `exit ${exit.id} ${what}${place}`;
}

/** Says when a guard's exit is taken. */
export function conditionText(printer: Printer, exit: Exit): string {
  const guard = exit.guard!;
  const c = guard.args[0]!;
  return `${guard.expect ? 'unless' : 'if'} ${
    c.op === 'const'
      ? printer.operand(c)
      : printer
          .statement(c)
          .replace(/^\w+ \w+ = /, '')
          .replace(/@\d+</g, '<')
  }`;
}
