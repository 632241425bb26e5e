/** Merging sketches: several ways through one operation become one nest of tests, asked once where they agree. */
import type { Step } from './sketch.ts';

interface Node {
  readonly step: Step;
  readonly next: Node[];
}

/** Returns statements that take the way whose tests hold and next `break label`; what none fits falls through. */
export function merge(
  sketches: readonly (readonly Step[])[],
  result: (step: Step & { kind: 'result' }) => string,
  label: string,
): string {
  const roots: Node[] = [];
  for (const steps of sketches) {
    let level = roots;
    for (const step of steps) {
      let node = level.find((n) => same(n.step, step));
      if (node === undefined) {
        node = { step, next: [] };
        level.push(node);
      }
      level = node.next;
    }
  }
  return roots.map((n) => write(n, result, label)).join('');
}

function same(a: Step, b: Step): boolean {
  return a.kind === b.kind && a.text === b.text && (a.kind !== 'result' || a.sort === (b as typeof a).sort);
}

function write(n: Node, result: (step: Step & { kind: 'result' }) => string, label: string): string {
  const { step } = n;
  if (step.kind === 'result') return `${result(step)}break ${label};`;
  const rest = n.next.map((m) => write(m, result, label)).join('');
  if (step.kind === 'do') return `${step.text};${rest}`;
  // Tests one after the other are one condition.
  if (n.next.length === 1 && n.next[0]!.step.kind === 'test') {
    const chain = [step.text];
    let last = n.next[0]!;
    chain.push(last.step.text);
    while (last.next.length === 1 && last.next[0]!.step.kind === 'test') {
      last = last.next[0]!;
      chain.push(last.step.text);
    }
    return `if(${chain.join('&&')}){${last.next.map((m) => write(m, result, label)).join('')}}`;
  }
  return `if(${step.text}){${rest}}`;
}
