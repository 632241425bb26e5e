/**
 * `--dump-traces[=STAGES][,PATH]`: what the compiler does, as text, while it does it. The stages are the table
 * of options/stages.ts.
 *
 * The log's lines extend those of LuaJIT's -jv: bracketed, trace number, what, where, sizes. Every
 * text that a program can choose (names of files, functions, messages) is escaped, so that one event
 * is one line and no terminal is programmed by a function's name.
 */
import { writeSync } from 'node:fs';
import type { Stage } from '../options/stages.ts';
import { type Events, type JitEvent, type Place, placeOf } from '../jit/events.ts';
import { Printer, printTrace, printable } from '../ir/print.ts';
import type { Ins, Trace, Tree } from '../ir/trace.ts';
import { ABORTS } from '../tracer/aborts.ts';
import { annotated, conditionText, sourceMapOf } from './code.ts';
import { PYTHON, headerOf, placeText, traceName, treeName } from './describe.ts';

/** Writes the chosen stages of everything the compiler does to a descriptor; returns what to do at the end. */
export function dumpTraces(events: Events, stages: ReadonlySet<Stage>, fd: number): () => void {
  const dump = new Dump(stages, (text) => {
    writeAll(fd, text);
  });
  events.listen((e) => {
    dump.on(e);
  });
  return () => {
    dump.finish();
  };
}

/** Writes all of a text; gives up quietly where nobody reads any more. */
export function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (e) {
      if ((e as NodeJS.ErrnoException).code !== 'EAGAIN') return;
    }
  }
}

/** Turns events into text. */
export class Dump {
  private readonly trees = new Set<Tree>();
  private readonly generationTime = new Map<Tree, number>();
  private readonly sizes = new Map<Tree, number>();
  private readonly aborted = new Map<string, number>();

  constructor(
    private readonly stages: ReadonlySet<Stage>,
    private readonly write: (text: string) => void,
  ) {}

  /** Takes in an event. */
  on(e: JitEvent): void {
    switch (e.kind) {
      case 'start':
        break;
      case 'generated':
        this.generationTime.set(e.tree, e.milliseconds);
        break;
      case 'stop':
        this.stop(e.tree, e.trace, e.raw, e.place);
        break;
      case 'abort':
        this.abort(e);
        break;
      case 'blacklist':
        this.log(
          `[T-    ${placeText(e.place)}  BLACKLIST after ` +
            `${count(this.aborted.get(keyOf(e.place)) ?? 1, 'abort')} (last ${e.reason})]`,
        );
        break;
      case 'flush':
        this.log(`[FLUSH ${treeName(e.tree)} ${headerOf(e.tree)}: a fact its code relies on no longer holds]`);
        break;
      case 'baseline':
        if (this.stages.has('baseline')) this.baseline(e);
        break;
      case 'refused':
        if (this.stages.has('baseline')) this.write(`[REFUSED ${placeText(placeOf(e.code, 0))}: ${e.why}]\n`);
        break;
      case 'fault':
        this.log(`[FAULT no code was generated: ${printable(e.message)}]`);
        break;
      case 'nocode':
        this.log(`[NOJIT new Function refused (${printable(e.message)}): interpreter only]`);
        break;
    }
  }

  /** Writes the table of exits. */
  finish(): void {
    if (!this.stages.has('guards')) return;
    for (const tree of this.trees) this.write(guardTable(tree));
  }

  private log(line: string): void {
    if (this.stages.has('log')) this.write(`${line}\n`);
  }

  private stop(tree: Tree, trace: Trace, raw: readonly Ins[], place: Place): void {
    this.trees.add(tree);
    const before = this.sizes.get(tree) ?? 0;
    this.sizes.set(tree, tree.source.length);
    const parent = trace.parent;
    const head =
      parent === null
        ? `loop ${placeText(place)}`
        : `${parent.trace.id}/${parent.id} side ${placeText(place)} -> ${endText(tree, trace)}`;
    const ms = trace.milliseconds + (this.generationTime.get(tree) ?? 0);
    this.log(
      `[${traceName(trace).padEnd(5)} ${head.padEnd(28)}  bc ` +
        `${trace.bytecodes}  ir ${trace.recorded}>${liveCount(trace)}  guards ` +
        `${guardCount(trace)}  js ${size(tree.source.length - before)}  ${ms.toFixed(1)}ms]`,
    );
    if (this.stages.has('raw')) this.section(`${traceName(trace)} recorded`, printRaw(raw));
    if (this.stages.has('ir')) this.section(`${traceName(trace)} optimised`, printTrace(trace, PYTHON));
    if (this.stages.has('js'))
      this.section(`${treeName(tree)} JavaScript, ${size(tree.source.length)}`, `${annotated(tree)}\n`);
    if (this.stages.has('map')) this.section(`${treeName(tree)} source map`, `${sourceMapOf(tree).map.toString()}\n`);
  }

  private section(title: string, text: string): void {
    this.write(`---- ${title}\n${text}\n`);
  }

  /** Writes baseline code: where it is from and how it is entered, then its JavaScript. */
  private baseline(e: Extract<JitEvent, { kind: 'baseline' }>): void {
    const how = e.entries.length === 0 ? 'called' : `entered at ${e.entries.join(', ')}`;
    const head = `${placeText(placeOf(e.code, 0))} ${how}, ${size(e.source.length)}`;
    this.section(head, `${e.source.replaceAll(';', ';\n')}\n`);
  }

  private abort(e: Extract<JitEvent, { kind: 'abort' }>): void {
    const { text, hint } = ABORTS[e.reason];
    this.aborted.set(keyOf(e.place), e.attempts);
    const head = e.parent === null ? '' : `${e.parent.trace.id}/${e.parent.id} side `;
    const detail = e.detail === '' ? '' : ` (${printable(e.detail)})`;
    this.log(
      `[T-    ${head}${placeText(e.place)}  abort ${e.reason} at ` +
        `${placeText(e.at)}: ${text}${detail}; attempt ${e.attempts}; ${hint}]`,
    );
  }
}

function keyOf(p: Place): string {
  return `${p.file}\n${p.line}\n${p.name}`;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

/** Writes a size in characters as kB. */
function size(n: number): string {
  return `${(n / 1000).toFixed(1)}kB`;
}

function bodyAndOps(t: Trace): Ins[] {
  return [...t.ops, ...(t.body?.ops ?? [])];
}

/** Counts the instructions that compiled code executes; of a loop the entry and the body apart. */
function liveCount(t: Trace): string {
  const live = (ops: readonly Ins[]): number => ops.filter((x) => x.live).length;
  return t.body === null ? String(live(t.ops)) : `${live(t.ops)}+${live(t.body.ops)}`;
}

/** Counts the guards of a trace. */
export function guardCount(t: Trace): number {
  return bodyAndOps(t).filter((x) => x.op === 'guard').length;
}

/** Says where a side trace goes. */
function endText(tree: Tree, t: Trace): string {
  if (t.end?.kind === 'exit') return t.end.exit.kind === 'link' ? 'another loop' : 'interpreter';
  return `${treeName(tree)}${t.end?.kind === 'loop' ? ' body' : ''}`;
}

function printRaw(raw: readonly Ins[]): string {
  const p = new Printer(PYTHON);
  p.raw(raw);
  return p.text();
}

/** Returns the table of a tree's exits. */
function guardTable(tree: Tree): string {
  const emitted = new Set(
    tree.traces.flatMap((t) => [...bodyAndOps(t).map((x) => x.exit), t.end?.kind === 'exit' ? t.end.exit : null]),
  );
  const rows = tree.exits
    .filter((x) => emitted.has(x))
    .map((x) => [
      String(x.id),
      traceName(x.trace),
      x.kind,
      String(Math.max(0, x.count)),
      x.side === null ? (x.state === 'dead' ? 'given up' : '') : traceName(x.side),
      x.position === null ? '' : PYTHON.place(x.position),
      x.guard === null ? '' : conditionText(new Printer(PYTHON), x),
    ]);
  const head = ['exit', 'trace', 'kind', 'taken', 'side', 'place', 'condition'];
  const widths = head.map((h, i) => Math.max(h.length, ...rows.map((r) => r[i]!.length)));
  const line = (r: readonly string[]): string =>
    r
      .map((c, i) => (i === 0 || i === 3 ? c.padStart(widths[i]!) : c.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd();
  return `---- ${treeName(tree)} exits, ${headerOf(tree)}\n${[head, ...rows].map(line).join('\n')}\n\n`;
}
