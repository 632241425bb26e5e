/** Names of characters for `\N{...}`. */
export function lookupName(_name: string): number {
  throw new Error('unicode names are not there yet');
}
