/** Whether all facts hold that one tree relies on. Generated code looks at `valid`. */
export class Validity {
  valid = true;
  /** Throws the tree away. */
  onBreak: () => void = () => {};

  /** Takes in that a fact has stopped holding. */
  invalidate(): void {
    if (!this.valid) return;
    this.valid = false;
    this.onBreak();
  }
}
