/**
 * match statements (PEP 634).
 *
 * The subject stays on the stack while a case is tried; captured values pile up below what is being matched,
 * and are stored only when the whole pattern has matched. A test that fails jumps to a ladder of POP_TOPs at
 * the rung that pops all that is above the subject at that moment. Alternatives of an or-pattern must leave
 * their captures in the same order, so those of the later ones are rotated into the order of the first.
 */
import type { MatchAs, MatchClass, MatchMapping, MatchOr, MatchSequence, Pattern } from '../tree/patterns.ts';
import type { Match } from '../tree/statements.ts';
import { compareOp, jumpIf } from './conditions.ts';
import { ConstTuple } from '../../bytecode/code.ts';
import { type Location, NO_LOCATION, Pseudo } from '../emit/blocks.ts';
import { Op } from '../../bytecode/opcodes.ts';
import { constRepr } from '../../bytecode/constant-text.ts';
import { findRepeats } from './calls.ts';
import { equalKey } from './constants.ts';
import { binaryOp, visitExpr } from './expressions.ts';
import { checkName, nameOp } from './names.ts';
import { visitBody } from './statements.ts';
import type { Compiler } from './unit.ts';

/** State of one case. */
interface PatternContext {
  /** Names captured so far, in the order of their values on the stack. */
  stores: string[];
  /** Whether a pattern that always matches may stand here. */
  allowIrrefutable: boolean;
  /** Labels of the ladder of POP_TOPs. */
  failPop: number[];
  /** Items on the stack that the rest of the pattern needs. */
  onTop: number;
}

/** Tells whether a pattern is `_`. */
const isWildcard = (p: Pattern): boolean => p.kind === 'MatchAs' && p.pattern === null && p.name === null;
/** Tells whether a pattern is `*_`. */
const isStarWildcard = (p: Pattern): boolean => p.kind === 'MatchStar' && p.name === null;

/** Emits a match statement. */
export function visitMatch(c: Compiler, s: Match): void {
  visitExpr(c, s.subject);
  const end = c.label();
  const n = s.cases.length;
  const hasDefault = n > 1 && isWildcard(s.cases[n - 1]!.pattern);
  const tested = hasDefault ? n - 1 : n;
  for (let i = 0; i < tested; i++) {
    const m = s.cases[i]!;
    const loc = m.pattern;
    if (i !== tested - 1) c.opArg(Op.COPY, 1, loc);
    const pc: PatternContext = {
      stores: [],
      allowIrrefutable: m.guard !== null || i === n - 1,
      failPop: [],
      onTop: 0,
    };
    visitPattern(c, m.pattern, pc);
    for (const name of pc.stores) nameOp(c, name, 'Store', loc);
    if (m.guard !== null) {
      growLadder(c, pc, 0);
      jumpIf(c, loc, m.guard, pc.failPop[0]!, false);
    }
    if (i !== tested - 1) c.op(Op.POP_TOP, loc);
    visitBody(c, m.body);
    c.jump(Pseudo.JUMP, end, NO_LOCATION);
    emitLadder(c, pc, loc);
  }
  if (hasDefault) {
    const m = s.cases[n - 1]!;
    c.op(Op.NOP, m.pattern);
    if (m.guard !== null) jumpIf(c, m.pattern, m.guard, end, false);
    visitBody(c, m.body);
  }
  c.place(end);
}

/** Makes the ladder tall enough to pop n items. */
function growLadder(c: Compiler, pc: PatternContext, n: number): void {
  while (pc.failPop.length <= n) pc.failPop.push(c.label());
}

/** Emits a jump taken when the pattern fails here. */
function jumpToFail(c: Compiler, pc: PatternContext, op: number, loc: Location): void {
  const pops = pc.onTop + pc.stores.length;
  growLadder(c, pc, pops);
  c.jump(op, pc.failPop[pops]!, loc);
}

/** Emits the ladder. */
function emitLadder(c: Compiler, pc: PatternContext, loc: Location): void {
  for (let i = pc.failPop.length - 1; i >= 0; i--) {
    c.place(pc.failPop[i]!);
    if (i > 0) c.op(Op.POP_TOP, loc);
  }
  pc.failPop = [];
}

/** Emits the moving of the top of the stack below count - 1 items. */
function rotate(c: Compiler, count: number, loc: Location): void {
  for (; count > 1; count--) c.opArg(Op.SWAP, count, loc);
}

/** Emits the capture of the top of the stack, or its removal where there is no name. */
function capture(c: Compiler, pc: PatternContext, name: string | null, loc: Location): void {
  if (name === null) {
    c.op(Op.POP_TOP, loc);
    return;
  }
  if (pc.stores.includes(name)) failDuplicate(c, name, loc);
  rotate(c, pc.onTop + pc.stores.length + 1, loc);
  pc.stores.push(name);
}

/** Throws because a name is captured twice. */
function failDuplicate(c: Compiler, name: string, loc: Location): never {
  c.fail(`multiple assignments to name ${constRepr(name)} in pattern`, loc);
}

/** Emits a pattern inside another one. */
function visitSubpattern(c: Compiler, p: Pattern, pc: PatternContext): void {
  const { allowIrrefutable } = pc;
  pc.allowIrrefutable = true;
  visitPattern(c, p, pc);
  pc.allowIrrefutable = allowIrrefutable;
}

/** Emits a pattern: consumes the subject on top of the stack. */
function visitPattern(c: Compiler, p: Pattern, pc: PatternContext): void {
  switch (p.kind) {
    case 'MatchValue':
      if (p.value.kind !== 'Constant' && p.value.kind !== 'Attribute') {
        c.fail('patterns may only match literals and attribute lookups', p);
      }
      visitExpr(c, p.value);
      compareOp(c, 'Eq', p);
      c.op(Op.TO_BOOL, p);
      jumpToFail(c, pc, Op.POP_JUMP_IF_FALSE, p);
      break;
    case 'MatchSingleton':
      c.loadConst(p.value, p);
      compareOp(c, 'Is', p);
      jumpToFail(c, pc, Op.POP_JUMP_IF_FALSE, p);
      break;
    case 'MatchSequence':
      visitSequencePattern(c, p, pc);
      break;
    case 'MatchMapping':
      visitMappingPattern(c, p, pc);
      break;
    case 'MatchClass':
      visitClassPattern(c, p, pc);
      break;
    case 'MatchStar':
      capture(c, pc, p.name, p);
      break;
    case 'MatchAs':
      visitAsPattern(c, p, pc);
      break;
    case 'MatchOr':
      visitOrPattern(c, p, pc);
      break;
  }
}

/** Emits a capture pattern. */
function visitAsPattern(c: Compiler, p: MatchAs, pc: PatternContext): void {
  if (p.pattern === null) {
    if (!pc.allowIrrefutable) {
      if (p.name !== null) c.fail(`name capture ${constRepr(p.name)} makes remaining patterns unreachable`, p);
      c.fail('wildcard makes remaining patterns unreachable', p);
    }
    capture(c, pc, p.name, p);
    return;
  }
  pc.onTop++;
  c.opArg(Op.COPY, 1, p);
  visitPattern(c, p.pattern, pc);
  pc.onTop--;
  capture(c, pc, p.name, p);
}

/** Emits a test of the subject's length. */
function testLength(c: Compiler, p: Pattern, op: 'Eq' | 'GtE', length: number, pc: PatternContext): void {
  c.op(Op.GET_LEN, p);
  c.loadConst(length, p);
  compareOp(c, op, p);
  jumpToFail(c, pc, Op.POP_JUMP_IF_FALSE, p);
}

/** Emits a sequence pattern. */
function visitSequencePattern(c: Compiler, p: MatchSequence, pc: PatternContext): void {
  const { patterns } = p;
  const size = patterns.length;
  let star = -1;
  let onlyWildcard = true;
  let starWildcard = false;
  for (let i = 0; i < size; i++) {
    const sub = patterns[i]!;
    if (sub.kind === 'MatchStar') {
      if (star >= 0) c.fail('multiple starred names in sequence pattern', p);
      starWildcard = isStarWildcard(sub);
      onlyWildcard &&= starWildcard;
      star = i;
    } else {
      onlyWildcard &&= isWildcard(sub);
    }
  }
  pc.onTop++;
  c.op(Op.MATCH_SEQUENCE, p);
  jumpToFail(c, pc, Op.POP_JUMP_IF_FALSE, p);
  if (star < 0) testLength(c, p, 'Eq', size, pc);
  else if (size > 1) testLength(c, p, 'GtE', size - 1, pc);
  pc.onTop--;
  if (onlyWildcard) {
    c.op(Op.POP_TOP, p);
  } else if (starWildcard) {
    pc.onTop++;
    for (let i = 0; i < size; i++) {
      const sub = patterns[i]!;
      if (i === star || isWildcard(sub)) continue;
      c.opArg(Op.COPY, 1, p);
      if (i < star) {
        c.loadConst(i, p);
      } else {
        c.op(Op.GET_LEN, p);
        c.loadConst(size - i, p);
        binaryOp(c, 'Sub', false, p);
      }
      c.op(Op.BINARY_SUBSCR, p);
      visitSubpattern(c, sub, pc);
    }
    pc.onTop--;
    c.op(Op.POP_TOP, p);
  } else {
    if (star >= 0) {
      if (star >= 256 || size - star - 1 >= 0x7fffff) {
        c.fail('too many expressions in star-unpacking sequence pattern', p);
      }
      c.opArg(Op.UNPACK_EX, star + ((size - star - 1) << 8), p);
    } else {
      c.opArg(Op.UNPACK_SEQUENCE, size, p);
    }
    pc.onTop += size;
    for (const sub of patterns) {
      pc.onTop--;
      visitSubpattern(c, sub, pc);
    }
  }
}

/** Emits the test that MATCH_KEYS or MATCH_CLASS did not give None. */
function testNotNone(c: Compiler, p: Pattern, pc: PatternContext): void {
  c.loadConst(null, p);
  compareOp(c, 'IsNot', p);
  jumpToFail(c, pc, Op.POP_JUMP_IF_FALSE, p);
}

/** Emits a class pattern. */
function visitClassPattern(c: Compiler, p: MatchClass, pc: PatternContext): void {
  const { kwd_attrs: attrs, kwd_patterns: kwdPatterns } = p;
  const repeats = findRepeats(attrs);
  for (let i = 0; i < attrs.length; i++) {
    checkName(c, attrs[i]!, 'Store', kwdPatterns[i]!);
    const repeated = repeats[i]!;
    if (repeated > 0) c.fail(`attribute name repeated in class pattern: ${attrs[i]}`, kwdPatterns[repeated]!);
  }
  visitExpr(c, p.cls);
  c.loadConst(new ConstTuple(attrs), p);
  c.opArg(Op.MATCH_CLASS, p.patterns.length, p);
  c.opArg(Op.COPY, 1, p);
  pc.onTop++;
  testNotNone(c, p, pc);
  const all = [...p.patterns, ...kwdPatterns];
  c.opArg(Op.UNPACK_SEQUENCE, all.length, p);
  pc.onTop += all.length - 1;
  for (const sub of all) {
    pc.onTop--;
    if (isWildcard(sub)) c.op(Op.POP_TOP, p);
    else visitSubpattern(c, sub, pc);
  }
}

/** Emits a mapping pattern. */
function visitMappingPattern(c: Compiler, p: MatchMapping, pc: PatternContext): void {
  const size = p.keys.length;
  pc.onTop++;
  c.op(Op.MATCH_MAPPING, p);
  jumpToFail(c, pc, Op.POP_JUMP_IF_FALSE, p);
  if (size === 0 && p.rest === null) {
    pc.onTop--;
    c.op(Op.POP_TOP, p);
    return;
  }
  if (size > 0) testLength(c, p, 'GtE', size, pc);
  const seen = new Set<string>();
  for (const key of p.keys) {
    if (key.kind === 'Constant') {
      const value = equalKey(key.value);
      if (seen.has(value)) c.fail(`mapping pattern checks duplicate key (${constRepr(key.value)})`, p);
      seen.add(value);
    } else if (key.kind !== 'Attribute') {
      c.fail('mapping pattern keys may only match literals and attribute lookups', p);
    }
    visitExpr(c, key);
  }
  c.opArg(Op.BUILD_TUPLE, size, p);
  c.op(Op.MATCH_KEYS, p);
  pc.onTop += 2;
  c.opArg(Op.COPY, 1, p);
  testNotNone(c, p, pc);
  c.opArg(Op.UNPACK_SEQUENCE, size, p);
  pc.onTop += size - 1;
  for (const sub of p.patterns) {
    pc.onTop--;
    visitSubpattern(c, sub, pc);
  }
  pc.onTop -= 2;
  if (p.rest === null) {
    c.op(Op.POP_TOP, p);
    c.op(Op.POP_TOP, p);
    return;
  }
  c.opArg(Op.BUILD_MAP, 0, p);
  c.opArg(Op.SWAP, 3, p);
  c.opArg(Op.DICT_UPDATE, 2, p);
  c.opArg(Op.UNPACK_SEQUENCE, size, p);
  for (let i = size; i > 0; i--) {
    c.opArg(Op.COPY, 1 + i, p);
    c.opArg(Op.SWAP, 2, p);
    c.op(Op.DELETE_SUBSCR, p);
  }
  capture(c, pc, p.rest, p);
}

/** Emits an or-pattern. */
function visitOrPattern(c: Compiler, p: MatchOr, pc: PatternContext): void {
  const end = c.label();
  const size = p.patterns.length;
  let control: string[] = [];
  for (let i = 0; i < size; i++) {
    const alt = p.patterns[i]!;
    const inner: PatternContext = {
      stores: [],
      allowIrrefutable: i === size - 1 && pc.allowIrrefutable,
      failPop: [],
      onTop: 0,
    };
    c.opArg(Op.COPY, 1, alt);
    visitPattern(c, alt, inner);
    if (i === 0) {
      control = inner.stores;
    } else {
      const { stores } = inner;
      if (stores.length !== control.length) c.fail('alternative patterns bind different names', p);
      for (let k = stores.length - 1; k >= 0; k--) {
        const at = stores.indexOf(control[k]!);
        if (at < 0) c.fail('alternative patterns bind different names', p);
        if (at === k) continue;
        const rotated = stores.splice(0, at + 1);
        stores.splice(k - at, 0, ...rotated);
        for (let r = 0; r <= at; r++) rotate(c, k + 1, alt);
      }
    }
    c.jump(Pseudo.JUMP, end, alt);
    emitLadder(c, inner, alt);
  }
  c.op(Op.POP_TOP, p);
  jumpToFail(c, pc, Pseudo.JUMP, p);
  c.place(end);
  const rotations = control.length + 1 + pc.onTop + pc.stores.length;
  for (const name of control) {
    rotate(c, rotations, p);
    if (pc.stores.includes(name)) failDuplicate(c, name, p);
    pc.stores.push(name);
  }
  c.op(Op.POP_TOP, p);
}
