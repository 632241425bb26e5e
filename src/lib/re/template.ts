/**
 * Regular expressions: templates of `sub` and `expand`, read as CPython 3.13's Lib/re/_parser.py reads them.
 */
import { ESCAPES, MAX_GROUPS, Tokens, isDigit, isOctal, size } from './tokens.ts';

/** A replacement template: texts and group numbers. */
export type Template = (string | number)[];

/** Parses a replacement template. Throws `PatternSyntaxError`, and calls `unknown` for an unknown name. */
export function parseTemplate(
  text: string,
  isText: boolean,
  groups: number,
  names: Map<string, number>,
  unknown: (name: string) => never,
): Template {
  const t: Tokens = new Tokens(text, isText);
  const out: Template = [];
  let literal = '';
  const addGroup = (index: number, pos: number): void => {
    if (index > groups) t.fail(`invalid group reference ${index}`, pos);
    if (literal !== '') out.push(literal);
    literal = '';
    out.push(index);
  };
  for (let e = t.get(); e !== null; e = t.get()) {
    if (!e.startsWith('\\')) {
      literal += e;
      continue;
    }
    const c = e[1]!;
    if (c === 'g') {
      if (!t.match('<')) t.fail('missing <');
      const name = t.getUntil('>', 'group name');
      let index: number;
      if (/^[0-9]+$/.test(name)) {
        index = Number(name);
        if (index >= MAX_GROUPS) t.fail(`invalid group reference ${index}`, name.length + 1);
      } else {
        t.checkName(name, 1);
        index = names.get(name) ?? unknown(name);
      }
      addGroup(index, size(name) + 1);
    } else if (c === '0') {
      literal += String.fromCharCode(Number.parseInt(`0${t.getWhile(2, /^[0-7]$/)}`, 8) & 0xff);
    } else if (isDigit(c)) {
      let digits = e;
      let octal = false;
      if (isDigit(t.next)) {
        digits += t.get();
        if (isOctal(c) && isOctal(digits[2]!) && isOctal(t.next)) {
          digits += t.get();
          octal = true;
          const code = Number.parseInt(digits.slice(1), 8);
          if (code > 0o377) t.fail(`octal escape value ${digits} outside of range 0-0o377`, digits.length);
          literal += String.fromCharCode(code);
        }
      }
      if (!octal) addGroup(Number(digits.slice(1)), digits.length - 1);
    } else {
      const plain = ESCAPES[c];
      if (plain === undefined && /^[A-Za-z]$/.test(c)) t.fail(`bad escape ${e}`, size(e));
      literal += plain === undefined ? e : String.fromCharCode(plain);
    }
  }
  if (literal !== '' || out.length === 0) out.push(literal);
  return out;
}
