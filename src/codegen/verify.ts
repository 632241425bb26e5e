/**
 * The verifier of emitted text: parses it with acorn and lets through only what the generator means
 * to emit. It knows nothing of how the text was made, so a hole in the node builder (a name of the
 * program that became an identifier, a string that became code) shows here, whatever its way in.
 *
 * Allowed: one function declaration; the statement and expression types listed below;
 * identifiers that are declared in it, the helpers of `machine/names.ts`, constants `k0…`; members
 * by index or by a name that a template of the op table or a call through an entry uses; numbers, booleans, null,
 * undefined and
 * the results of `typeof`. Everything else is a fault.
 */
import { parse } from 'acorn';
import { OPS } from '../ir/ops.ts';
import { HOST_NAMES, NAMES } from '../machine/names.ts';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const TYPES = new Set([
  'Program',
  'FunctionDeclaration',
  'BlockStatement',
  'VariableDeclaration',
  'VariableDeclarator',
  'ExpressionStatement',
  'IfStatement',
  'ForStatement',
  'LabeledStatement',
  'ContinueStatement',
  'BreakStatement',
  'ReturnStatement',
  'TryStatement',
  'CatchClause',
  'Identifier',
  'Literal',
  'BinaryExpression',
  'LogicalExpression',
  'UnaryExpression',
  'ConditionalExpression',
  'AssignmentExpression',
  'MemberExpression',
  'CallExpression',
  'NewExpression',
  'ArrayExpression',
  'SequenceExpression',
]);
const UNARY = new Set(['!', '-', '+', '~', 'typeof']);
const TYPEOF = new Set(['number', 'bigint', 'boolean', 'string', 'object', 'undefined', 'function']);
/** Identifiers that must not be declared or used, whatever lists say. */
const NEVER = new Set(['eval', 'arguments', 'Function', 'this', 'globalThis', 'process', 'require', 'import']);

/** Members that the generator itself uses: of entries and limits of calls, of polling, and of the state. */
const OWN_MEMBERS = ['call', 'fast', 'callLimit', 'rounds', 'left', 'due', 'depth'];

/** Returns the names of members that may be used: those of templates and the generator's own. */
function templateMembers(): Set<string> {
  const members = new Set<string>(OWN_MEMBERS);
  for (const row of Object.values(OPS)) for (const m of row.js.matchAll(/\.([A-Za-z_]\w*)/g)) members.add(m[1]!);
  return members;
}

let allowedMembers: Set<string> | null = null;

/** Returns what is wrong with an emitted function's text; empty if nothing is. */
export function verifySource(source: string): string[] {
  let program: Node;
  try {
    program = parse(source, { ecmaVersion: 2022, sourceType: 'script' }) as unknown as Node;
  } catch (e) {
    return [`does not parse: ${(e as Error).message}`];
  }
  allowedMembers ??= templateMembers();
  const v = new SourceVerifier(allowedMembers);
  v.program(program);
  return v.faults;
}

class SourceVerifier {
  readonly faults: string[] = [];
  private readonly declared = new Set<string>([...Object.keys(NAMES), ...HOST_NAMES, 'undefined']);

  constructor(private readonly members: ReadonlySet<string>) {}

  program(p: Node): void {
    const body = p['body'] as Node[];
    const fn = body[0];
    if (body.length !== 1 || fn?.type !== 'FunctionDeclaration') {
      this.faults.push('is not one function');
      return;
    }
    if (fn['async'] === true || fn['generator'] === true) this.fault(fn, 'is async or a generator');
    for (const q of fn['params'] as Node[]) this.declare(q);
    this.scope(fn['body'], []);
  }

  private fault(n: Node, text: string): void {
    this.faults.push(`${n.start}: ${text}`);
  }

  private declare(n: Node): string[] {
    if (n.type !== 'Identifier') {
      this.fault(n, `declares a ${n.type}`);
      return [];
    }
    const name = n['name'] as string;
    if (!/^[a-zA-Z_$][a-zA-Z_$0-9]*$/.test(name) || NEVER.has(name)) this.fault(n, `declares ${name}`);
    this.declared.add(name);
    return [name];
  }

  /** Walks a block; what it declares is known in it only. */
  private scope(node: unknown, names: string[]): void {
    const own = [...names];
    for (const statement of (node as Node)['body'] as Node[]) {
      if (statement.type === 'VariableDeclaration') {
        if (statement['kind'] === 'var') this.fault(statement, 'declares with var');
        for (const d of statement['declarations'] as Node[]) {
          if (d['init'] !== null) this.visit(d['init'] as Node);
          const id = d['id'] as Node;
          if (id.type === 'Identifier' && own.includes(id['name'] as string))
            this.fault(id, `declares ${id['name']} twice`);
          own.push(...this.declare(id));
        }
      } else this.visit(statement);
    }
    for (const name of own) this.declared.delete(name);
  }

  private visit(n: Node | null): void {
    if (n === null) return;
    if (!TYPES.has(n.type)) {
      this.fault(n, `contains a ${n.type}`);
      return;
    }
    switch (n.type) {
      case 'FunctionDeclaration':
      case 'Program':
        this.fault(n, `contains a ${n.type}`);
        return;
      case 'BlockStatement':
        this.scope(n, []);
        return;
      case 'CatchClause':
        this.scope(n['body'], n['param'] === null ? [] : this.declare(n['param'] as Node));
        return;
      case 'Identifier':
        this.identifier(n);
        return;
      case 'Literal':
        this.literal(n, null);
        return;
      case 'MemberExpression':
        this.member(n);
        return;
      case 'LabeledStatement':
        this.visit(n['body'] as Node);
        return;
      case 'ContinueStatement':
      case 'BreakStatement':
        if (n['label'] === null) this.fault(n, 'jumps without a label');
        return;
      case 'UnaryExpression':
        if (!UNARY.has(n['operator'] as string)) this.fault(n, `uses ${n['operator']}`);
        break;
      case 'BinaryExpression':
        this.binary(n);
        return;
      case 'AssignmentExpression':
        if (n['operator'] !== '=') this.fault(n, `uses ${n['operator']}`);
        break;
      case 'ForStatement':
        if (n['init'] !== null || n['test'] !== null || n['update'] !== null) this.fault(n, 'has a head of a loop');
        break;
      case 'NewExpression':
        if ((n['callee'] as Node).type !== 'Identifier') this.fault(n, 'makes an object of a computed class');
        break;
      case 'CallExpression':
        this.callee(n['callee'] as Node);
        break;
    }
    this.children(n);
  }

  private children(n: Node): void {
    for (const [key, child] of Object.entries(n)) {
      if (key === 'label') continue;
      if (Array.isArray(child)) for (const c of child) this.visit(c as Node | null);
      else if (typeof child === 'object' && child !== null && typeof (child as Node).type === 'string')
        this.visit(child as Node);
    }
  }

  private identifier(n: Node): void {
    const name = n['name'] as string;
    if (NEVER.has(name) || !(this.declared.has(name) || /^k\d+$/.test(name)))
      this.fault(n, `uses the free name ${name}`);
  }

  /** Lets numbers, booleans and null through, and strings that are compared with a `typeof` or empty. */
  private literal(n: Node, other: Node | null): void {
    const v = n['value'];
    if (n['regex'] !== undefined || typeof v === 'bigint') {
      this.fault(n, `contains ${n['raw']}`);
      return;
    }
    if (typeof v !== 'string') return;
    const compared = other?.type === 'UnaryExpression' && other['operator'] === 'typeof';
    if (!(compared && TYPEOF.has(v)) && v !== '') this.fault(n, `contains the string ${n['raw']}`);
  }

  private binary(n: Node): void {
    const left = n['left'] as Node;
    const right = n['right'] as Node;
    if (n['operator'] === 'in' || n['operator'] === 'instanceof') this.fault(n, `uses ${n['operator']}`);
    if (left.type === 'Literal') this.literal(left, right);
    else this.visit(left);
    if (right.type === 'Literal') this.literal(right, left);
    else this.visit(right);
  }

  private member(n: Node): void {
    this.visit(n['object'] as Node);
    const p = n['property'] as Node;
    if (n['computed'] === true) {
      if (p.type === 'Literal' && typeof p['value'] !== 'number') this.fault(p, `has the member ${p['raw']}`);
      else this.visit(p);
    } else if (p.type !== 'Identifier' || !this.members.has(p['name'] as string))
      this.fault(p, `has the member ${p['name']}`);
    if (n['optional'] === true) this.fault(n, 'uses ?.');
  }

  private callee(c: Node): void {
    if (c.type !== 'Identifier' && c.type !== 'MemberExpression') this.fault(c, `calls a ${c.type}`);
  }
}
