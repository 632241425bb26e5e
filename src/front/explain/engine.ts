/**
 * An interpreter of the grammar, which finds the error of a program that does not parse.
 *
 * It does what CPython's generated parser does, step for step: alternatives in order, memo tables on
 * the same rules, left recursion by growing a seed, tokens asked for one at a time. It runs twice at
 * most: once with the rules of valid programs, to find the last token they reach, and once with the
 * `invalid_` rules. Stack frames are objects in a list (kept and used again), never host frames, so
 * that CPython's limit of 6000 nested rules is the only one.
 *
 * Four shortcuts, none of which reads a token more or less, save most of the work: an alternative that
 * cannot begin with the token at hand is passed over; a left-recursive rule looks only for what may
 * follow its seed (its other alternatives would give the seed again); a name or number that no operator
 * follows is an operand at once, without the rules from `disjunction` down to `atom`; and what was remembered inside a
 * statement of the file is forgotten when the statement is complete, since nothing goes back there.
 *
 * Two details of the generated code matter and are kept: an action without a value fails its rule at
 * once (later alternatives are not tried), and a first error ends everything.
 */
import { type Alternative, type Item, Kind, Look, Repeat, type Rule } from './grammar.ts';
import { tokenNode } from './errors.ts';
import type { Grammar } from './load.ts';
import { PythonSyntaxError } from '../source/errors.ts';
import { T } from '../lex/tokens.ts';
import {
  CHAIN_LEVELS,
  CONSTANTS,
  MAX_STACK,
  NO_PARTS,
  NO_VALUES,
  STATEMENT_DEPTH,
  newFrame,
  type Frame,
  type Memo,
  type Value,
} from './frames.ts';
import { GrammarSteps } from './steps.ts';

export class GrammarEngine extends GrammarSteps {
  private memos: (Memo | undefined)[] = [];
  private readonly stack: Frame[] = [];
  private depth = 0;
  /** The rule of the statements of the file, after each of which memories go. */
  private statement: Rule | null = null;
  private primary: Rule | null = null;
  private grammar: Grammar | null = null;
  private level = 0;

  /** Tries the rule at a token. Returns its value; null leaves `failed` and `error` to be looked at. */
  run(grammar: Grammar, name: string, withInvalid: boolean, from = 0): Value {
    this.memos = new Array<Memo | undefined>(this.lexer.kinds.length).fill(undefined);
    this.grammar = grammar;
    this.depth = 0;
    this.level = 0;
    this.mark = from;
    this.statement = grammar.named('statement');
    this.primary = grammar.named('primary');
    this.invalidRules = withInvalid;
    return this.runRule(grammar.named(name));
  }

  /** Runs frames until the first one is finished. */
  private runRule(root: Rule): Value {
    let value = this.call(root);
    if (value !== undefined) return value;
    for (;;) {
      value = this.step(this.stack[this.depth - 1]!);
      if (this.failed) return null;
      while (value !== undefined) {
        // The frame is finished: hand its value to the one that called it.
        if (--this.depth === 0) return value;
        value = this.receive(this.stack[this.depth - 1]!, value);
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
    if (rule.chain) {
      const operand = this.operand();
      if (operand !== undefined) return operand;
    }
    if (++this.level > MAX_STACK) {
      this.failed = true;
      const message = 'Parser stack overflowed - Python source too complex to parse';
      this.error = new PythonSyntaxError('MemoryError', message, this.job.filename, null, null, null, null, null);
      return null;
    }
    if (rule.memo || rule.leftRecursive) {
      if (!this.fill()) return null;
      const memo = this.recall(rule, this.mark);
      if (memo !== undefined) {
        this.level--;
        this.mark = memo.mark;
        return memo.value;
      }
    }
    const frame = (this.stack[this.depth++] ??= newFrame(rule));
    frame.rule = rule;
    frame.mark = frame.start = this.mark;
    frame.alternative = 0;
    frame.cut = false;
    frame.results = rule.repeat === Repeat.NONE ? NO_VALUES : [];
    frame.savedInvalid = this.invalidRules;
    if (rule.withoutInvalid) this.invalidRules = false;
    if (rule.leftRecursive) {
      this.level++;
      frame.grown = null;
      frame.grownMark = this.mark;
      if (rule.indirect) this.remember(rule, this.mark, null, this.mark);
    }
    frame.skipped = -1;
    if (rule.chain && rule.name !== 'primary' && this.grammar!.prefixes[this.kindAt(this.mark)] === 0) {
      frame.skipped = rule.below[this.invalidRules ? 1 : 0];
      this.level += frame.skipped;
    } else this.restart(frame);
    return undefined;
  }

  /** Tries `primary` for a rule of the chain above it. */
  private tryPrimary(frame: Frame): Value | undefined {
    const value = this.call(this.primary!);
    if (value === undefined || this.failed) return undefined;
    return this.receivePrimary(frame, value);
  }

  /** Takes the value of `primary`: that of the rule, too, unless an operator follows. */
  private receivePrimary(frame: Frame, value: Value): Value | undefined {
    const { rule } = frame;
    this.level -= frame.skipped;
    frame.skipped = -1;
    if (value !== null && this.grammar!.continues[this.kindAt(this.mark)] === 1) {
      this.mark = frame.mark;
      this.restart(frame);
      return undefined;
    }
    if (rule.memo || rule.leftRecursive) this.remember(rule, frame.mark, value, this.mark);
    this.level -= rule.leftRecursive ? 2 : 1;
    return value;
  }

  /** Takes the name or number at hand if it is a whole operand; undefined = the rules must tell. */
  private operand(): Value | undefined {
    const at = this.mark;
    const kind = this.kindAt(at);
    const name = kind === T.NAME ? 'Name' : CONSTANTS[kind];
    if ((name === undefined && kind !== T.NUMBER) || this.level + CHAIN_LEVELS > MAX_STACK) return undefined;
    // A number that cannot be made is refused before the next token is read.
    const value = name === undefined ? this.number(at) : tokenNode(name, this, at);
    if (this.failed) return null;
    this.mark++;
    if (!this.fill()) return null;
    if (this.grammar!.continues[this.kindAt(this.mark)] === 0) return value;
    this.mark = at;
    return undefined;
  }

  /** Returns what is remembered of a rule at a token. */
  private recall(rule: Rule, at: number): Memo | undefined {
    let memo = this.memos[at];
    while (memo !== undefined && memo.rule !== rule) memo = memo.next;
    return memo;
  }

  /** Records the value of a rule at a token. */
  private remember(rule: Rule, at: number, value: Value, mark: number): void {
    const memo = rule.indirect ? this.recall(rule, at) : undefined;
    if (memo === undefined) this.memos[at] = { rule, value, mark, next: this.memos[at] };
    else {
      memo.value = value;
      memo.mark = mark;
    }
  }

  /** Forgets what is remembered of the tokens from `from` to the mark. */
  private forget(from: number): void {
    for (let at = from; at < this.mark; at++) this.memos[at] = undefined;
  }

  /** Goes on with a frame; returns the rule's value when it is finished, undefined when another was called. */
  private step(frame: Frame): Value | undefined {
    if (frame.skipped >= 0) return this.tryPrimary(frame);
    const { rule } = frame;
    for (;;) {
      const alternative = rule.alternatives[frame.alternative];
      if (alternative === undefined) return rule.repeat === Repeat.NONE ? this.finish(frame, null) : this.reject(frame);
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
    if (frame.skipped >= 0) return this.receivePrimary(frame, value);
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

  /** Goes to the first part of the next alternative that the token at hand may begin. */
  private restart(frame: Frame): void {
    const { alternatives, leftRecursive } = frame.rule;
    const growing = leftRecursive && frame.grown !== null && !frame.rule.indirect;
    frame.values = 0;
    frame.first = null;
    frame.parts = NO_PARTS;
    frame.item = growing ? 1 : 0;
    if (growing) this.mark = frame.grownMark;
    const kind = this.mark < this.lexer.count ? this.kindAt(this.mark) : -1;
    for (; frame.alternative < alternatives.length; frame.alternative++) {
      const { self, invalid, first } = alternatives[frame.alternative]!;
      if (self === growing && (!invalid || this.invalidRules) && (first === null || kind < 0 || first[kind] === 1))
        return;
    }
  }

  /** All parts of the alternative were found. */
  private succeed(frame: Frame, alternative: Alternative): Value | undefined {
    const { rule } = frame;
    let value: Value;
    if (alternative.since !== null && this.job.featureVersion < alternative.since.version) {
      this.refuseVersion(alternative.since.version, alternative.since.what);
      return null;
    }
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
    if (rule.leftRecursive) {
      if (value !== null && this.mark > frame.grownMark) return this.grow(frame, value);
      this.mark = frame.grownMark;
      this.level -= 2;
      if (!rule.indirect) this.remember(rule, frame.mark, frame.grown, this.mark);
      return frame.grown;
    }
    if (rule === this.statement && this.depth === STATEMENT_DEPTH) this.forget(frame.mark);
    if (rule.memo) this.remember(rule, frame.mark, value, this.mark);
    if (rule.withoutInvalid) this.invalidRules = frame.savedInvalid;
    this.level--;
    return value;
  }

  /** Takes the value as the new seed of a left-recursive rule, and tries to go on from it. */
  private grow(frame: Frame, value: Value): Value | undefined {
    const { rule } = frame;
    frame.grown = value;
    frame.grownMark = this.mark;
    if (!rule.indirect && !this.fill()) return null;
    if (rule.indirect) this.remember(rule, frame.mark, value, this.mark);
    this.mark = frame.start = frame.mark;
    frame.alternative = 0;
    frame.cut = false;
    this.restart(frame);
    return undefined;
  }
}
