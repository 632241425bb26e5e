/**
 * THE table of the stages of `--dump-traces`, and the parsing of its value:
 *
 *   --dump-traces[=STAGES][,PATH]
 *
 * STAGES is a comma separated choice; `+x` and `-x` change the default. The first item that is no stage
 * begins the PATH of a file. A file must be recognisable, contain a `/` or a `.`: else a misspelt stage
 * would become one, and nobody would see the dump.
 */
export const STAGES = {
  log: 'one line per trace, abort and flush',
  raw: 'the recorded instructions',
  ir: 'the optimised trace',
  js: 'the emitted JavaScript',
  baseline: 'baseline code, and what is refused',
  map: 'the source map of the emitted JavaScript',
  guards: 'at the end, every exit and how often it was taken',
} as const;
export type Stage = keyof typeof STAGES;

export const DEFAULT_STAGES: readonly Stage[] = ['log', 'ir', 'js'];

/** What is to be dumped, and where: null is standard error. */
export interface DumpRequest {
  readonly stages: ReadonlySet<Stage>;
  readonly path: string | null;
}

/** Parses what follows `--dump-traces=`; throws Error with a message for the user. */
export function parseStages(spec: string): DumpRequest {
  const items = spec === '' ? [] : spec.split(',');
  const isStage = (s: string): s is Stage => Object.hasOwn(STAGES, s);
  let n = 0;
  while (n < items.length && isStage(items[n]!.replace(/^[+-]/, ''))) n++;
  const chosen = items.slice(0, n);
  const rest = items.slice(n);
  if (rest.length > 0 && !/[./]/.test(rest[0]!)) throw new Error(unknownStage(rest[0]!));
  const stages = new Set<Stage>(chosen.length === 0 || /^[+-]/.test(chosen[0]!) ? DEFAULT_STAGES : []);
  for (const item of chosen) {
    if (item.startsWith('-')) stages.delete(item.slice(1) as Stage);
    else stages.add(item.replace('+', '') as Stage);
  }
  return { stages, path: rest.length === 0 ? null : rest.join(',') };
}

/** Says what may stand where something else does. */
function unknownStage(item: string): string {
  const names = Object.keys(STAGES).join(', ');
  return `unknown stage ${JSON.stringify(item)} (stages: ${names}; a file's path contains / or ., as ./traces)`;
}
