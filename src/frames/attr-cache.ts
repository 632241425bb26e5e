/** An inline cache: the last shape seen by one attribute instruction, and what came of it. */
import type { Shape } from '../objects/core/shape.ts';

export class AttrCache {
  shape: Shape | null = null;
  /** Version of the shape's class when `plan` was made. */
  version = -1;
  /** What `semantics/attribute.ts` decided; opaque here. */
  plan: unknown = null;

  /** Takes in how the attribute is found in instances of a shape. */
  remember(shape: Shape, plan: unknown): void {
    this.shape = shape;
    this.version = shape.owner.version;
    this.plan = plan;
  }
}
