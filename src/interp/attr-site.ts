/** An inline cache: the last shape seen by one attribute instruction, and what came of it. */
import type { Shape } from '../objects/object.ts';

export class AttrSite {
  shape: Shape | null = null;
  /** Version of the shape's class when `plan` was made. */
  version = -1;
  /** What `semantics/attribute.ts` decided; opaque here. */
  plan: unknown = null;
}
