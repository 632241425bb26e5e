/**
 * Notes of exceptions (PEP 678): the list `__notes__` in the exception's own attributes.
 */
import type { PyException } from './exceptions.ts';
import { PyList } from './values.ts';
import { typeError } from './exceptions.ts';
import { listAppend, listFrom } from './list-storage.ts';
import { ownAttr, setOwnAttr } from './instance.ts';

/** Adds a note. Throws TypeError where `__notes__` is not a list. */
export function addNote(exc: PyException, note: string): void {
  const notes = ownAttr(exc, '__notes__');
  if (notes === undefined) setOwnAttr(exc, '__notes__', listFrom([note]));
  else if (notes instanceof PyList) listAppend(notes, note);
  else typeError('Cannot add note: __notes__ is not a list');
}
