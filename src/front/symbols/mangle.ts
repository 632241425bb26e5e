/** Private names: `__x` in class C is `_C__x` (reference, 6.2.1). */

/** Mangles a name in the class `owner` (null = none): names that begin with two underscores and do not end so. */
export function mangle(owner: string | null, name: string): string {
  if (owner === null || name.length < 3 || name.charCodeAt(0) !== 95 || name.charCodeAt(1) !== 95) return name;
  if (name.endsWith('__') || name.includes('.')) return name;
  const stripped = owner.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}
