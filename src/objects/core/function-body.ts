/** What a function runs, apart from who it is: closures made anew in each round share one body. */
import type { CodeObject } from '../../bytecode/code.ts';
import type { PyDict } from './dict.ts';
import type { PyFunction } from './values.ts';

/**
 * What compiled code relies on of a function that it calls; its closure and positional defaults may have any values.
 */
export class FunctionBody {
  readonly code: CodeObject;
  readonly globals: PyDict;
  readonly defaults: number;
  constructor(f: PyFunction) {
    this.code = f.code;
    this.globals = f.globals;
    this.defaults = f.defaults === null ? 0 : f.defaults.length;
  }

  /** Tells whether a function runs this. */
  isOf(f: PyFunction): boolean {
    return (
      f.code === this.code &&
      f.globals === this.globals &&
      f.kwdefaults === null &&
      (f.defaults === null ? 0 : f.defaults.length) === this.defaults
    );
  }
}
