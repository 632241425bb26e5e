/**
 * Case and classification of bytes: ASCII only, whatever the byte means elsewhere.
 */

const isLower = (c: number): boolean => c >= 97 && c <= 122;
const isUpper = (c: number): boolean => c >= 65 && c <= 90;
const isAlpha = (c: number): boolean => isLower(c) || isUpper(c);
const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const toLower = (c: number): number => (isUpper(c) ? c + 32 : c);
const toUpper = (c: number): number => (isLower(c) ? c - 32 : c);

type CaseMapping = 'lower' | 'upper' | 'swapcase' | 'title' | 'capitalize';

/** Returns bytes in another case. */
export function caseMap(data: Uint8Array, how: CaseMapping): Uint8Array {
  switch (how) {
    case 'lower':
      return data.map(toLower);
    case 'upper':
      return data.map(toUpper);
    case 'swapcase':
      return data.map((c) => (isLower(c) ? c - 32 : toLower(c)));
    case 'capitalize':
      return data.map((c, i) => (i === 0 ? toUpper(c) : toLower(c)));
    case 'title':
      return data.map((c, i) => (i > 0 && isAlpha(data[i - 1]!) ? toLower(c) : toUpper(c)));
  }
}

export type Kind = 'isalnum' | 'isalpha' | 'isascii' | 'isdigit' | 'islower' | 'isspace' | 'istitle' | 'isupper';

/** Answers the `is…` methods. */
export function classify(data: Uint8Array, kind: Kind): boolean {
  const all = (test: (c: number) => boolean): boolean => data.length > 0 && data.every(test);
  switch (kind) {
    case 'isascii':
      return data.every((c) => c < 128);
    case 'isalnum':
      return all((c) => isAlpha(c) || isDigit(c));
    case 'isalpha':
      return all(isAlpha);
    case 'isdigit':
      return all(isDigit);
    case 'isspace':
      return all((c) => c === 32 || (c >= 9 && c <= 13));
    case 'islower':
      return data.some(isLower) && !data.some(isUpper);
    case 'isupper':
      return data.some(isUpper) && !data.some(isLower);
    case 'istitle':
      return isTitle(data);
  }
}

/** Tells whether upper case letters start words and lower case ones continue them. */
function isTitle(data: Uint8Array): boolean {
  let found = false;
  for (let i = 0; i < data.length; i++) {
    const c = data[i]!;
    if (!isAlpha(c)) continue;
    if (isUpper(c) === (i > 0 && isAlpha(data[i - 1]!))) return false;
    found = true;
  }
  return found;
}
