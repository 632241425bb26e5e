/**
 * An interpreter of the grammar, which finds the error of a program that does not parse.
 *
 * It does what CPython's generated parser does, step for step: alternatives in order, memo tables on
 * the same rules, left recursion by growing a seed, tokens asked for one at a time. It runs twice at
 * most: once with the rules of valid programs, to find the last token they reach, and once with the
 * `invalid_` rules. Stack frames are objects in a list, never host frames, so that CPython's limit of
 * 6000 nested rules is the only one.
 *
 * Two details of the generated code matter and are kept: an action without a value fails its rule at
 * once (later alternatives are not tried), and a first error ends everything.
 */
import { ACTIONS } from './grammar-actions.ts';
import { errorName, GrammarErrors, type PartNode, tokenNode } from './grammar-errors.ts';
import {
  type Action, type Alternative, type Grammar, isSoftKeyword, type Item, Kind, Look, Repeat, type Rule,
} from './grammar-load.ts';
import { PythonSyntaxError } from './errors.ts';
import { STRIDE } from './lexer-state.ts';
import { T } from './tokens.ts';

const MAX_STACK = 6000;

/** What a rule or part gives: a node, a token, a list of them, or null for failure. */
export type Value = PartNode | Value[] | null;

/** The named parts of the alternative being tried. */
export type Parts = Record<string, Value>;

/** The parts of an alternative of which none is named yet; never written to. */
const NO_PARTS: Parts = {};
const NO_VALUES: Value[] = [];

/** A rule being tried. */
interface Frame {
  readonly rule: Rule;
  /** Where the rule began. */
  readonly mark: number;
  alternative: number;
  item: number;
  /** Where the alternative (or this turn of a repetition) began. */
  start: number;
  parts: Parts;
  /** The value of the only part that is not named otherwise. */
  first: Value;
  values: number;
  cut: boolean;
  results: Value[];
  lookMark: number;
  /** For left recursion: the best parse so far, and whether this is the frame of the seed itself. */
  grown: Value;
  grownMark: number;
  growing: boolean;
  savedInvalid: boolean;
}

interface Memo {
  value: Value;
  mark: number;
}

export class GrammarEngine extends GrammarErrors {
  private memos: (Map<number, Memo> | undefined)[] = [];
  private readonly stack: Frame[] = [];
  private level = 0;

  /** Tries the rule at the first token. Returns its value; null leaves `failed` and `error` to be looked at. */
  run(grammar: Grammar, name: string, withInvalid: boolean): Value {
    this.memos = [];
    this.stack.length = 0;
    this.level = 0;
    this.mark = 0;
    this.invalidRules = withInvalid;
    return this.evaluate(grammar.named(name));
  }

  /** Runs frames until the first one is finished. */
  private evaluate(root: Rule): Value {
    let value = this.call(root);
    if (value !== undefined) return value;
    for (;;) {
      const frame = this.stack[this.stack.length - 1]!;
      value = this.step(frame);
      if (this.failed) return null;
      while (value !== undefined) {
        // The frame is finished: hand its value to the one that called it.
        this.stack.pop();
        const caller = this.stack[this.stack.length - 1];
        if (caller === undefined) return value;
        value = this.receive(caller, value);
        if (this.failed) return null;
      }
    }
  }

  /** Begins a rule; returns its value if that is remembered. */
  private call(rule: Rule): Value | undefined {
    if (!rule.nullable && rule.repeat !== Repeat.ZERO) {
      if (!this.fill()) return null;
      if (rule.first[this.kindAt(this.mark)] === 0) return null;
    }
    if (++this.level > MAX_STACK) {
      this.failed = true;
      const message = 'Parser stack overflowed - Python source too complex to parse';
      this.error = new PythonSyntaxError('MemoryError', message, this.job.filename, null, null, null, null, null);
      return null;
    }
    if (rule.memo || rule.leftRecursive) {
      if (!this.fill()) return null;
      const memo = this.memos[this.mark]?.get(rule.id);
      if (memo !== undefined) {
        this.level--;
        this.mark = memo.mark;
        return memo.value;
      }
    }
    const { mark } = this;
    const frame: Frame = {
      rule, mark, alternative: 0, item: 0, start: mark, parts: NO_PARTS, first: null, values: 0, cut: false,
      results: rule.repeat === Repeat.NONE ? NO_VALUES : [],
      lookMark: mark, grown: null, grownMark: mark, growing: rule.leftRecursive, savedInvalid: this.invalidRules,
    };
    if (rule.withoutInvalid) this.invalidRules = false;
    if (rule.leftRecursive) {
      this.level++;
      this.remember(rule, mark, null, mark);
    }
    this.stack.push(frame);
    return undefined;
  }

  /** Records the value of a rule at a token. */
  private remember(rule: Rule, at: number, value: Value, mark: number): void {
    const memos = (this.memos[at] ??= new Map());
    memos.set(rule.id, { value, mark });
  }

  /** Goes on with a frame; returns the rule's value when it is finished, undefined when another was called. */
  private step(frame: Frame): Value | undefined {
    const { rule } = frame;
    for (;;) {
      const alternative = rule.alternatives[frame.alternative];
      if (alternative === undefined) return this.finish(frame, null);
      if (alternative.invalid && !this.invalidRules) {
        frame.alternative++;
        continue;
      }
      if (frame.item === alternative.items.length) {
        const done = this.succeed(frame, alternative);
        if (done !== undefined || this.failed) return done;
        continue;
      }
      const item = alternative.items[frame.item]!;
      let value: Value | undefined;
      frame.lookMark = this.mark;
      switch (item.kind) {
        case Kind.RULE:
          value = this.call(item.rule!);
          if (value === undefined) return undefined;
          break;
        case Kind.CUT:
          frame.cut = true;
          frame.item++;
          continue;
        default:
          value = this.token(item);
      }
      if (this.failed) return null;
      const done = this.accept(frame, item, value);
      if (done !== undefined || this.failed) return done;
    }
  }

  /** Gives a frame the value of the rule it called, and goes on with it. */
  private receive(frame: Frame, value: Value): Value | undefined {
    const item = frame.rule.alternatives[frame.alternative]!.items[frame.item]!;
    return this.accept(frame, item, value);
  }

  /** Takes the value of a part; returns the rule's value if that ends it. */
  private accept(frame: Frame, item: Item, value: Value): Value | undefined {
    if (item.look !== Look.NONE) {
      this.mark = frame.lookMark;
      if ((value !== null) !== (item.look === Look.POSITIVE)) return this.reject(frame);
      frame.item++;
      return undefined;
    }
    if (value === null && item.forced) {
      this.demand(item.text);
      return null;
    }
    if (value === null && !item.optional) return this.reject(frame);
    if (frame.values++ === 0) frame.first = value;
    if (item.name !== '') {
      if (frame.parts === NO_PARTS) frame.parts = {};
      frame.parts[item.name] = value;
    }
    frame.item++;
    return undefined;
  }

  /** The alternative failed: goes to the next, or ends the rule. */
  private reject(frame: Frame): Value | undefined {
    this.mark = frame.start;
    const { rule } = frame;
    if (rule.repeat !== Repeat.NONE) {
      const { results } = frame;
      return this.finish(frame, rule.repeat === Repeat.ONE && results.length === 0 ? null : results);
    }
    if (frame.cut) return this.finish(frame, null);
    frame.alternative++;
    this.restart(frame);
    return undefined;
  }

  /** Goes to the first part of an alternative. */
  private restart(frame: Frame): void {
    frame.item = 0;
    frame.values = 0;
    frame.first = null;
    frame.parts = NO_PARTS;
  }

  /** All parts of the alternative were found. */
  private succeed(frame: Frame, alternative: Alternative): Value | undefined {
    const { rule } = frame;
    let value: Value;
    if (rule.gather) value = [frame.parts['elem']!, ...(frame.parts['seq'] as Value[])];
    else if (alternative.action !== null) value = this.act(alternative.action, frame);
    else value = frame.values === 1 ? frame.first : tokenNode('part', this, frame.start);
    if (this.failed) return null;
    if (rule.repeat !== Repeat.NONE) {
      if (value === null) return this.reject(frame);
      frame.results.push(value);
      frame.start = this.mark;
      this.restart(frame);
      return undefined;
    }
    // An optional part that is absent is a value of its own, not a failure.
    if (value === null && alternative.action === null) value = tokenNode('part', this, frame.start);
    return this.finish(frame, value);
  }

  /** Ends a rule, or grows its seed once more. */
  private finish(frame: Frame, value: Value): Value | undefined {
    const { rule } = frame;
    if (frame.growing) {
      if (value !== null && this.mark > frame.grownMark) {
        frame.grown = value;
        frame.grownMark = this.mark;
        this.remember(rule, frame.mark, value, this.mark);
        this.mark = frame.mark;
        frame.start = frame.mark;
        frame.alternative = 0;
        frame.cut = false;
        this.restart(frame);
        return undefined;
      }
      this.mark = frame.grownMark;
      this.level -= 2;
      return frame.grown;
    }
    if (rule.memo) this.remember(rule, frame.mark, value, this.mark);
    if (rule.withoutInvalid) this.invalidRules = frame.savedInvalid;
    this.level--;
    return value;
  }

  /** Carries out the action of an alternative. */
  private act(action: Action, frame: Frame): Value {
    const { parts } = frame;
    switch (action.kind) {
      case 'part': return parts[action.name] ?? null;
      case 'node': return this.node(action.name, frame.start, parts);
      case 'call': return ACTIONS[action.name]!(this, parts, frame.start);
    }
    this.report(action, parts);
    return null;
  }

  /** Makes a node of the tokens from `start` to the last one taken, with the named parts as fields. */
  node(kind: string, start: number, parts: Parts): PartNode {
    let last = this.mark - 1;
    while (last > 0 && (this.kindAt(last) === T.ENDMARKER || isLayout(this.kindAt(last)))) last--;
    const { positions } = this.lexer;
    return {
      kind, lineno: positions[start * STRIDE + 2]!, col_offset: positions[start * STRIDE + 3]!,
      end_lineno: positions[last * STRIDE + 4]!, end_col_offset: positions[last * STRIDE + 5]!, token: start, text: '',
      parts,
    };
  }

  /** Tries a part that is a single token. */
  private token(item: Item): Value {
    if (!this.fill()) return null;
    const at = this.mark;
    const kind = this.kindAt(at);
    switch (item.kind) {
      case Kind.TOKEN:
        if (kind !== item.token) return null;
        this.mark++;
        return tokenNode('token', this, at);
      case Kind.SOFT:
        if (kind !== T.NAME || this.textAt(at) !== item.text) return null;
        this.mark++;
        return tokenNode('Name', this, at);
      case Kind.SOFT_KEYWORD:
        if (kind !== T.NAME || !isSoftKeyword(this.textAt(at))) return null;
        this.mark++;
        return tokenNode('Name', this, at);
      case Kind.NAME:
        if (kind !== T.NAME) return null;
        this.mark++;
        return tokenNode('Name', this, at);
    }
    if (kind !== T.NUMBER) return null;
    this.mark++;
    return this.number(at);
  }

  /** Reports a token that had to be there. */
  private demand(text: string): void {
    this.raiseAtToken(this.mark, `expected '${text}'`);
  }

  /** Reports the error of an action of grammar-invalid.ts. */
  private report(action: Action, parts: Parts): void {
    const a = parts['a'] ?? null;
    const message = action.message.replace(/%[asl]/g, (mark) => {
      const node = a as PartNode;
      if (mark === '%l') return String(node.lineno);
      return mark === '%s' ? this.textAt(node.token) : errorName(node);
    });
    switch (action.name) {
      case '': this.raiseAtLast('SyntaxError', message); break;
      case 'indent': this.raiseAtLast('IndentationError', message); break;
      case '>': this.raiseAtNext(message); break;
      case 'a': this.raiseRange(a, a, message); break;
      case 'a..b': this.raiseRange(a, parts['b']!, message); break;
      case 'a..a': this.raiseRange(a, a, message); break;
      case 'a..': this.raiseFrom(a as PartNode, message); break;
      default: this.raiseTarget(action.name, a as PartNode);
    }
  }
}

/** Tells whether a token is a line end, indent or dedent. */
function isLayout(kind: number): boolean {
  return kind === T.NEWLINE || kind === T.INDENT || kind === T.DEDENT;
}
