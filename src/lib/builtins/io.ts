/**
 * `print` and `input`.
 */
import { PyTextFile } from '../io/text-file.ts';
import { PyTextStream } from '../io/text-stream.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, strOf, typeOf } from '../../objects/core/values.ts';
import { makeFunctions } from '../../objects/core/builtin.ts';
import { PyRaise, makeException, raise, typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { isTrue } from '../../protocol/compare.ts';
import { str } from '../../objects/slots/format.ts';
import { textIoWrapperType } from '../io/types.ts';
import { sysAttribute } from '../host/sys-state.ts';

/** Reads a separator argument of `print`. */
function separator(x: PyValue | undefined, name: string, standard: string): string {
  if (x === undefined || x === None) return standard;
  return strOf(x) ?? typeError(`${name} must be None or a string, not ${typeOf(x).name}`);
}

/** Writes text to any object with `write`. */
export function writeTo(file: PyValue, text: string): void {
  if (file instanceof PyTextStream && !file.type.heap) file.writeText(text);
  else invoke(getAttr(file, 'write'), [text]);
}

/** `print(*args, sep, end, file, flush)`. */
function print(args: PyValue[], sep?: PyValue, end?: PyValue, file?: PyValue, flush?: PyValue): PyValue {
  const between = separator(sep, 'sep', ' ');
  const last = separator(end, 'end', '\n');
  let target = file;
  if (target === undefined || target === None) {
    target = sysAttribute('stdout');
    if (target === undefined) raise('RuntimeError', 'lost sys.stdout');
    if (target === None) return None;
  }
  if (target instanceof PyTextFile && target.type === textIoWrapperType) {
    if (args.length === 1) target.writeText(str(args[0]!) + last);
    else {
      let line = '';
      for (let i = 0; i < args.length; i++) {
        const x = args[i]!;
        if (i > 0) line += between;
        // What comes before an argument is out before its `__str__` runs, which may print, or raise.
        if (typeof x === 'object' && line !== '') {
          target.writeText(line);
          line = '';
        }
        line += str(x);
      }
      target.writeText(line + last);
    }
  } else {
    args.forEach((x, i) => {
      if (i > 0) writeTo(target, between);
      writeTo(target, str(x));
    });
    writeTo(target, last);
  }
  if (flush !== undefined && isTrue(flush)) invoke(getAttr(target, 'flush'), []);
  return None;
}

/** `input(prompt)`. */
function input(prompt?: PyValue): PyValue {
  const stdin = sysAttribute('stdin');
  const stdout = sysAttribute('stdout');
  if (stdin === undefined || stdin === None) raise('RuntimeError', 'input(): lost sys.stdin');
  if (stdout === undefined || stdout === None) raise('RuntimeError', 'input(): lost sys.stdout');
  if (prompt !== undefined) writeTo(stdout, str(prompt));
  try {
    invoke(getAttr(stdout, 'flush'), []);
  } catch (e) {
    if (!(e instanceof PyRaise)) throw e;
  }
  const line = stdin instanceof PyTextFile ? stdin.readLine(-1) : strOf(invoke(getAttr(stdin, 'readline'), []));
  if (line === undefined) typeError('object.readline() returned non-string');
  if (line === '') throw new PyRaise(makeException('EOFError', 'EOF when reading a line'));
  return line.endsWith('\n') ? line.slice(0, -1) : line;
}

export const ioFunctions = makeFunctions('builtins', {
  'print(*args, sep?, end?, file?, flush?)': print,
  'input(prompt?, /)': input,
});
