/**
 * The fast paths of an operation, kept: sketching costs a tenth of a millisecond, and a program's thousand
 * additions are of a dozen forms.
 *
 * The form of an operation is its name and what is known of each operand: a variable that may hold a raw float
 * or may not, or a constant of a class of constants. The text of a form has places for the operands, the
 * result and the label, which `fill` puts in.
 */
import type { PyValue } from '../objects/core/object.ts';
import { PyFloat } from '../objects/core/values.ts';
import { merge } from './merge.ts';
import { type Condition, type NameConstant, type Operand, type Operation, type Step, sketch } from './sketch.ts';

interface Ways {
  readonly text: string;
  /** Whether a result may be a raw float. */
  readonly float: boolean;
  /** Host values that the text names. */
  readonly constants: readonly unknown[];
  /** What must hold of constant operands. */
  readonly conditions: readonly Condition[];
}

const known = new Map<string, Ways[]>();

/** Returns the fast paths of an operation on operands like these. */
export function waysOf(
  name: string,
  operation: Operation,
  operands: readonly Operand[],
  samples: readonly (readonly PyValue[])[],
): Ways {
  const key = `${name}${operands.map(formOf).join('')}`;
  let all = known.get(key);
  if (all === undefined) {
    all = [];
    known.set(key, all);
  }
  const values = operands.map((o) => o.constant as PyValue);
  const fits = all.find((w) => w.conditions.every((c) => Object.is(c.from(values), c.value)));
  if (fits !== undefined) return fits;
  const made = make(operation, operands, samples);
  all.push(made);
  return made;
}

/** Numbers of constants that are known by identity. */
const numbers = new Map<PyValue, number>();

/** Names the class of an operand. Constants of one class take the same paths where their conditions hold. */
function formOf(o: Operand): string {
  const c = o.constant;
  if (c === undefined) return o.isFloat.startsWith('(') ? ' raw' : ' var';
  if (c instanceof PyFloat) return ' float';
  if (typeof c !== 'object') return ` ${typeof c}`;
  let n = numbers.get(c);
  if (n === undefined) {
    n = numbers.size;
    numbers.set(c, n);
  }
  return ` object ${n}`;
}

/** Places of an operand in a text. */
const place = (i: number, what: string): string => `\u00ab${what}${i}\u00bb`;

function make(operation: Operation, operands: readonly Operand[], samples: readonly (readonly PyValue[])[]): Ways {
  const constants: unknown[] = [];
  const name: NameConstant = (value) => {
    let i = constants.indexOf(value);
    if (i < 0) i = constants.push(value) - 1;
    return place(i, 'k');
  };
  const places = operands.map((o, i): Operand => {
    if (o.constant !== undefined) return { ...o, name: place(i, 'n'), text: place(i, 'n') };
    return {
      name: place(i, 'n'),
      text: place(i, 't'),
      isFloat: place(i, 'f'),
      raw: place(i, 'r'),
      constant: undefined,
    };
  });
  const found: Step[][] = [];
  const conditions: Condition[] = [];
  for (const s of samples) {
    const one = sketch(operation, places, s, name, conditions);
    if (one !== null) found.push(one);
  }
  let float = false;
  const text = merge(
    found,
    (step) => {
      if (step.sort === 'none') return '';
      if (step.sort !== 'float') return `${place(0, 'R')}=${step.text};`;
      float = true;
      return `${place(0, 'F')}=${step.text};${place(0, 'R')}=null;`;
    },
    place(0, 'L'),
  );
  return { text, float, constants, conditions };
}

/** Puts operands, result and label into the text of a form. */
export function fill(
  ways: Ways,
  operands: readonly Operand[],
  result: string,
  raw: string,
  label: string,
  constant: NameConstant,
): string {
  return ways.text.replace(/\u00ab(\w)(\d+)\u00bb/g, (_, what: string, i: string) => {
    const n = Number(i);
    switch (what) {
      case 'n':
        return operands[n]!.name;
      case 't':
        return operands[n]!.text;
      case 'f':
        return operands[n]!.isFloat;
      case 'r':
        return operands[n]!.raw;
      case 'k':
        return constant(ways.constants[n]);
      case 'R':
        return result;
      case 'F':
        return raw;
      default:
        return label;
    }
  });
}
