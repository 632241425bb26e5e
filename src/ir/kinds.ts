/**
 * Kinds: what is known of the class of a value, in three grains.
 *
 * A row of the op table names the kind of its result; facts of the optimiser are coarser, because only
 * what has a representation of its own is worth a fact; what a host object is, the optimiser asks
 * `describe`, which it is handed: it knows no Python objects.
 */

/** The kind of an op's result: an exact class. */
export type ResultKind =
  | 'int'
  /** An int of any size: a number, or a bigint beyond ±(2^53-1). */
  | 'any_int'
  | 'float'
  | 'bool'
  | 'str'
  | 'tuple'
  | 'range'
  | 'range_iterator'
  | 'list_iterator'
  | 'tuple_iterator'
  /** Of a class written in Python, with a shape. */
  | 'instance';

/** What the optimiser keeps as a fact; all objects that are no floats are one kind. */
export type KindFact = 'int' | 'big' | 'float' | 'bool' | 'str' | 'object';

/** The fact that follows from a result's kind, if any. */
export const FACT_OF: Readonly<Record<ResultKind, KindFact | undefined>> = {
  int: 'int',
  any_int: undefined,
  float: 'float',
  bool: 'bool',
  str: 'str',
  tuple: 'object',
  range: 'object',
  range_iterator: 'object',
  list_iterator: 'object',
  tuple_iterator: 'object',
  instance: 'object',
};

/** What the optimiser may know of a host value. */
export interface Description {
  readonly kind: KindFact;
  /** Of a class: the kind that exactly its instances have, where ops make such. */
  readonly instances?: ResultKind;
  /** Of a class: the shape of a new instance. */
  readonly newShape?: unknown;
  /** Of a shape: the place of the attribute added last. */
  readonly lastPlace?: number;
}

/** Describes a host value. */
export type DescribeValue = (value: unknown) => Description;
