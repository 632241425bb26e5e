/** What all traces of one tree share while they are optimised: ids, constants, what is asked of the host, switches. */
import { type OpEvaluator, evaluateOp } from '../ir/evaluate.ts';
import type { DescribeValue, Description } from '../ir/kinds.ts';
import type { OpName, Sort } from '../ir/ops.ts';
import { type Constant, Ins, type InsOf, type IrOp } from '../ir/trace.ts';

/** The passes that can be switched off by name (`--jit nopass=NAME`). */
export const PASSES = {
  fold: 'simplify ops by the rules of opt/rules.ts',
  facts: 'drop guards whose outcome earlier guards and value ranges decide',
  cse: 'compute equal pure ops once',
  forward: 'take loads from earlier loads and stores',
  putoff: 'keep globals, cells and iterator positions in variables and store them at exits',
  unseen: 'make instances only where other code may see them',
  peel: 'peel the first iteration, so that the loop body has only what varies',
  sink: 'leave to the exits what only exits need',
  narrow: 'choose integer ops by value range',
} as const;
export type PassName = keyof typeof PASSES;

/** Tells what the passes do, by name. */
export function describePasses(): Readonly<Record<string, string>> {
  return PASSES;
}

export class Context {
  private nextId = 1;
  private readonly constants = new Map<unknown, Constant>();

  constructor(
    private readonly ops: OpEvaluator,
    /** Tells what a host value is: all that is known here of Python objects. */
    private readonly describeValue: DescribeValue,
    readonly off: ReadonlySet<string>,
  ) {}

  /** Tells whether a pass is on. */
  on(pass: PassName): boolean {
    return !this.off.has(pass);
  }

  /** Computes an op on host values. */
  evaluate(op: OpName, args: readonly unknown[]): unknown {
    return evaluateOp(this.ops, op, args);
  }

  /** Describes a constant. */
  readonly describe = (x: Constant): Description => this.describeValue(x.value);

  /** Makes an instruction without emitting it. */
  make<O extends IrOp>(op: O, sort: Ins['sort'], args: Ins[], value: InsOf<O>['value']): InsOf<O> {
    return new Ins(this.nextId++, op, sort, args, value);
  }

  /** Returns the constant of a sort; equal constants are one instruction. */
  constant(sort: Sort, value: unknown): Constant {
    const key =
      typeof value === 'object' || typeof value === 'function'
        ? value
        : `${sort}:${typeof value}:${Object.is(value, -0) ? '-0' : String(value)}`;
    let c = this.constants.get(key);
    if (c === undefined) {
      c = this.make('const', sort, [], value);
      this.constants.set(key, c);
    }
    return c;
  }
}
