/**
 * What hashes take: anything with bytes, no text.
 */
import type { PyValue } from '../../objects/core/object.ts';
import { strOf } from '../../objects/core/values.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { bufferOf } from '../../objects/core/buffer.ts';

/** Returns the bytes to be hashed. Throws TypeError. */
export function hashInput(data: PyValue): Uint8Array {
  if (strOf(data) !== undefined) typeError('Strings must be encoded before hashing');
  return bufferOf(data) ?? typeError('object supporting the buffer API required');
}
