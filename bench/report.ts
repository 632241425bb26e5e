// Numbers and tables of the benchmark report.

/** Returns the middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Returns the geometric mean of positive numbers, NaN of none. */
export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** Formats seconds for a column: milliseconds below ten seconds. */
export function seconds(value: number | undefined): string {
  if (value === undefined) return '-';
  if (value >= 9.9995) return `${value.toFixed(1)} s`;
  return value < 0.00995 ? `${(value * 1000).toFixed(2)} ms` : `${(value * 1000).toFixed(0)} ms`;
}

/** Formats a ratio. */
export function ratio(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '-';
  return `${value < 9.95 ? value.toFixed(2) : value.toFixed(1)}x`;
}

/** Lays out rows as a Markdown table, the first column to the left and the others to the right. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heading.map((text, i) => Math.max(text.length, ...rows.map((row) => row[i]!.length), 3));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, i) => (i === 0 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!))).join(' | ')} |`;
  const dashes = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  const rule = `| ${dashes.join(' | ')} |`;
  return [line(heading), rule, ...rows.map(line)].join('\n');
}
