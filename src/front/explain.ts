import type { Mod } from './ast.ts';
import { PythonSyntaxError } from './errors.ts';
import type { ParseJob } from './parser.ts';

export function explain(job: ParseJob, levelOnly = false): Mod {
  if (levelOnly) return null as never;
  throw new PythonSyntaxError('SyntaxError', 'invalid syntax', job.filename, 1, 1, '', 1, 1);
}
