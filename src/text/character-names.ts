/**
 * Names of characters, for `\N{...}` (and `unicodedata.lookup`): name to code point.
 *
 * The table is deflated text, unpacked on the first lookup (about 20 ms); ideographs and Hangul
 * syllables are named by rule (Unicode Standard, section 4.8).
 */
import { createRequire } from 'node:module';
import { NAMES, NUMBERED } from './character-names-data.ts';

let table: Map<string, number> | null = null;

/** Returns the table, name to code point. */
function unpack(): Map<string, number> {
  const codes = new Map<string, number>();
  let code = 0;
  for (const line of (createRequire(import.meta.url)('node:zlib') as typeof import('node:zlib'))
    .inflateSync(Buffer.from(NAMES, 'base64'))
    .toString('latin1')
    .split('\n')) {
    if (line.charCodeAt(0) === 61) code = Number.parseInt(line.slice(1), 16);
    else codes.set(line, code++);
  }
  return codes;
}

const LEADS = ['G', 'GG', 'N', 'D', 'DD', 'R', 'M', 'B', 'BB', 'S', 'SS', '', 'J', 'JJ', 'C', 'K', 'T', 'P', 'H'];
const VOWELS = [
  'A',
  'AE',
  'YA',
  'YAE',
  'EO',
  'E',
  'YEO',
  'YE',
  'O',
  'WA',
  'WAE',
  'OE',
  'YO',
  'U',
  'WEO',
  'WE',
  'WI',
  'YU',
  'EU',
  'YI',
  'I',
];
const TAILS = [
  '',
  'G',
  'GG',
  'GS',
  'N',
  'NJ',
  'NH',
  'D',
  'L',
  'LG',
  'LM',
  'LB',
  'LS',
  'LT',
  'LP',
  'LH',
  'M',
  'B',
  'BS',
  'S',
  'SS',
  'NG',
  'J',
  'C',
  'K',
  'T',
  'P',
  'H',
];

/** Returns the code of the Hangul syllable named by its letters, or -1. */
function hangul(letters: string): number {
  const match = /^([BCDGHJKMNPRST]*)([AEIOUWY]+)([BCDGHJKLMNPST]*)$/.exec(letters);
  if (match === null) return -1;
  const lead = LEADS.indexOf(match[1]!);
  const vowel = VOWELS.indexOf(match[2]!);
  const tail = TAILS.indexOf(match[3]!);
  return lead < 0 || vowel < 0 || tail < 0 ? -1 : 0xac00 + (lead * 21 + vowel) * 28 + tail;
}

/**
 * Returns the code point of a character's name or alias, -1 where there is none. Case does not matter,
 * except (as in CPython) in names made by rule.
 */
export function lookupName(name: string): number {
  const upper = name.toUpperCase();
  const code = (table ??= unpack()).get(upper);
  if (code !== undefined) return code;
  if (name.startsWith('HANGUL SYLLABLE ')) return hangul(name.slice(16));
  for (const [prefix, ranges] of NUMBERED) {
    const plain = prefix === 'CJK UNIFIED IDEOGRAPH' ? name : upper;
    if (!plain.startsWith(`${prefix}-`)) continue;
    const digits = plain.slice(prefix.length + 1);
    if (!/^[0-9A-F]{4,5}$/.test(digits)) return -1;
    const value = Number.parseInt(digits, 16);
    return ranges.some(([first, last]) => value >= first && value <= last) ? value : -1;
  }
  return -1;
}
