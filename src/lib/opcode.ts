/**
 * The module `_opcode`: what the table of instructions knows, for `opcode` and `dis`.
 */
import type { PyValue } from '../objects/core/object.ts';
import { None, type PyModule, PyTuple, intOf, typeOf } from '../objects/core/values.ts';
import { makeFunctions } from '../objects/core/builtin.ts';
import { typeError, valueError } from '../objects/core/exceptions.ts';
import { listFrom } from '../objects/core/list-storage.ts';
import { nativeModule } from '../types/functions/module.ts';
import { OP_ROWS } from '../bytecode/names.ts';
import { BINARY_OPERATORS, INTRINSIC_1, INTRINSIC_2, type OperandKind } from '../bytecode/opcodes.ts';

const EXTENDED_ARG = 71;
/** The last instruction without an argument. */
const HAVE_ARGUMENT = 44;

/** Names of the operators of BINARY_OP by symbol. */
const NUMBERS: Record<string, string> = {
  '+': 'ADD',
  '&': 'AND',
  '//': 'FLOOR_DIVIDE',
  '<<': 'LSHIFT',
  '@': 'MATRIX_MULTIPLY',
  '*': 'MULTIPLY',
  '%': 'REMAINDER',
  '|': 'OR',
  '**': 'POWER',
  '>>': 'RSHIFT',
  '-': 'SUBTRACT',
  '/': 'TRUE_DIVIDE',
  '^': 'XOR',
};

/** What questions about an instruction ask of its argument. */
const QUESTIONS: Record<string, readonly OperandKind[]> = {
  has_const: ['const'],
  has_name: ['name', 'attr', 'global', 'super'],
  has_jump: ['jump'],
  has_free: ['free'],
  has_local: ['local', 'localpair'],
  has_exc: [],
};

/** Reads the number of an instruction. */
function number(x: PyValue): number {
  return Number(intOf(x) ?? typeError(`'${typeOf(x).name}' object cannot be interpreted as an integer`));
}

/** Returns the effect of an instruction on the stack; `jump` None is the larger of both ways. */
function stackEffect(op: PyValue, arg: PyValue, jump: PyValue): number {
  const row = OP_ROWS[number(op)];
  if (row === undefined && number(op) !== EXTENDED_ARG) valueError('invalid opcode or oparg');
  if (number(op) > HAVE_ARGUMENT && arg === None)
    valueError('stack_effect: opcode requires oparg but oparg was not specified');
  if (row === undefined) return 0;
  const effect = typeof row.effect === 'number' ? row.effect : row.effect(number(arg === None ? 0 : arg));
  const jumping = row.jumpEffect ?? effect;
  return jump === None ? Math.max(effect, jumping) : jump === true ? jumping : effect;
}

/** Makes the module `_opcode`. */
export function makeModule(): PyModule {
  const questions = Object.entries(QUESTIONS).map(
    ([name, kinds]) =>
      [
        `${name}(opcode)`,
        (op: PyValue) => {
          const row = OP_ROWS[number(op)];
          return row !== undefined && kinds.includes(row.arg);
        },
      ] as const,
  );
  return nativeModule('_opcode', [
    ...makeFunctions('_opcode', {
      ...Object.fromEntries(questions),
      'has_arg(opcode)': (op: PyValue) =>
        number(op) === EXTENDED_ARG || (number(op) > HAVE_ARGUMENT && OP_ROWS[number(op)] !== undefined),
      'is_valid(opcode)': (op: PyValue) => number(op) === EXTENDED_ARG || OP_ROWS[number(op)] !== undefined,
      'stack_effect(opcode, oparg?, /, *, jump?)': (op: PyValue, arg: PyValue = None, jump: PyValue = None) =>
        stackEffect(op, arg, jump),
      'get_nb_ops()': () =>
        listFrom(
          BINARY_OPERATORS.map(
            (op, i) => new PyTuple([i < 13 ? `NB_${NUMBERS[op]}` : `NB_INPLACE_${NUMBERS[op.slice(0, -1)]}`, op]),
          ),
        ),
      'get_intrinsic1_descs()': () => listFrom([...INTRINSIC_1]),
      'get_intrinsic2_descs()': () => listFrom([...INTRINSIC_2]),
      'get_executor(*, code, offset)': () => valueError('no executor exists at address'),
      'get_specialization_stats()': () => None,
    }),
    ['ENABLE_SPECIALIZATION', false],
  ]);
}
