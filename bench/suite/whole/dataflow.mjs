// One-way dataflow constraints, kept satisfied by an incremental planner: the twin of dataflow.py.
//
// Usage: node dataflow.mjs [rounds]

/** How important a constraint is; the smaller the rank, the stronger. */
class Strength {
  constructor(rank, name) {
    this.rank = rank;
    this.name = name;
  }

  beats(other) {
    return this.rank < other.rank;
  }
}

const REQUIRED = new Strength(0, 'required');
const STRONG = new Strength(1, 'strong');
const PREFERRED = new Strength(2, 'preferred');
const WEAK = new Strength(3, 'weak');
const WEAKEST = new Strength(4, 'weakest');

function weaker(a, b) {
  return a.beats(b) ? b : a;
}

/** Base of what can go wrong while planning. */
class ConstraintError extends Error {}

class OverConstrained extends ConstraintError {
  constructor(constraint) {
    super(`cannot enforce ${constraint.describe()}`);
    this.constraint = constraint;
  }
}

class CyclicConstraints extends ConstraintError {}

class Variable {
  constructor(name, value = 0) {
    this.name = name;
    this.value = value;
    this.constraints = [];
    this.determinedBy = null;
    this.walkStrength = WEAKEST;
    this.stay = true;
    this.mark = 0;
  }
}

/** One way to satisfy a constraint: `output` becomes `compute(...inputs)`. */
class Method {
  constructor(output, inputs, compute) {
    this.output = output;
    this.inputs = inputs;
    this.compute = compute;
  }

  execute() {
    this.output.value = this.compute(...this.inputs.map((variable) => variable.value));
  }
}

class Constraint {
  constructor(strength, variables) {
    this.strength = strength;
    this.variables = variables;
    this.methods = this.makeMethods();
    this.selected = null;
  }

  get isInput() {
    return false;
  }

  makeMethods() {
    throw new Error('not implemented');
  }

  get satisfied() {
    return this.selected !== null;
  }

  get output() {
    return this.selected.output;
  }

  describe() {
    const names = this.variables.map((variable) => variable.name).join(', ');
    return `${this.strength.name} ${this.constructor.name}(${names})`;
  }

  attach() {
    for (const variable of this.variables) variable.constraints.push(this);
    this.selected = null;
  }

  detach() {
    for (const variable of this.variables) variable.constraints.splice(variable.constraints.indexOf(this), 1);
    this.selected = null;
  }

  /** Select the method whose output is the weakest that this constraint may overrule. */
  chooseMethod(mark) {
    let best = null;
    for (const method of this.methods) {
      const output = method.output;
      if (output.mark === mark || !this.strength.beats(output.walkStrength)) continue;
      if (best === null || best.output.walkStrength.beats(output.walkStrength)) best = method;
    }
    this.selected = best;
  }

  inputsKnown(mark) {
    for (const variable of this.selected.inputs) {
      if (!(variable.mark === mark || variable.stay || variable.determinedBy === null)) return false;
    }
    return true;
  }

  /** Derive strength and staying of the output, and its value too if that cannot change any more. */
  recalculate() {
    const output = this.output;
    let strength = this.strength;
    for (const method of this.methods) {
      if (method !== this.selected) strength = weaker(strength, method.output.walkStrength);
    }
    output.walkStrength = strength;
    output.stay = !this.isInput && this.selected.inputs.every((variable) => variable.stay);
    if (output.stay) this.selected.execute();
  }
}

class Stay extends Constraint {
  constructor(variable, strength) {
    super(strength, [variable]);
  }

  makeMethods() {
    return [new Method(this.variables[0], [], () => this.variables[0].value)];
  }
}

/** Marks a variable as an input that is about to be changed from outside. */
class Edit extends Stay {
  get isInput() {
    return true;
  }
}

class Equal extends Constraint {
  constructor(a, b, strength = REQUIRED) {
    super(strength, [a, b]);
  }

  makeMethods() {
    const [a, b] = this.variables;
    return [new Method(b, [a], (x) => x), new Method(a, [b], (x) => x)];
  }
}

/** target = source * factor + offset, in integers. */
class Scale extends Constraint {
  constructor(source, factor, offset, target, strength = REQUIRED) {
    super(strength, [source, factor, offset, target]);
  }

  makeMethods() {
    const [source, factor, offset, target] = this.variables;
    return [
      new Method(target, [source, factor, offset], (s, f, o) => s * f + o),
      new Method(source, [target, factor, offset], (t, f, o) => Math.floor((t - o) / f)),
    ];
  }
}

/** left + right = total; any of the three can be computed from the others. */
class Sum extends Constraint {
  constructor(left, right, total, strength = REQUIRED) {
    super(strength, [left, right, total]);
  }

  makeMethods() {
    const [left, right, total] = this.variables;
    return [
      new Method(total, [left, right], (x, y) => x + y),
      new Method(right, [total, left], (t, x) => t - x),
      new Method(left, [total, right], (t, y) => t - y),
    ];
  }
}

class Planner {
  constructor() {
    this.currentMark = 0;
    this.additions = 0;
    this.retractions = 0;
  }

  newMark() {
    this.currentMark++;
    return this.currentMark;
  }

  add(constraint) {
    constraint.attach();
    this.additions++;
    this.enforce(constraint);
    return constraint;
  }

  /** Satisfy a constraint, then those it has overruled, one after the other. */
  enforce(constraint) {
    const mark = this.newMark();
    let next = constraint;
    while (next !== null) next = this.satisfy(next, mark);
  }

  /** Choose a method and put it in force; return the constraint that it has overruled, if any. */
  satisfy(constraint, mark) {
    constraint.chooseMethod(mark);
    if (!constraint.satisfied) {
      if (constraint.strength === REQUIRED) throw new OverConstrained(constraint);
      return null;
    }
    for (const variable of constraint.selected.inputs) variable.mark = mark;
    const output = constraint.output;
    const overruled = output.determinedBy;
    if (overruled !== null) overruled.selected = null;
    output.determinedBy = constraint;
    this.propagate(constraint, mark);
    output.mark = mark;
    return overruled;
  }

  propagate(constraint, mark) {
    const todo = [constraint];
    while (todo.length > 0) {
      const current = todo.pop();
      if (current.output.mark === mark) {
        this.remove(constraint);
        throw new CyclicConstraints(constraint.describe());
      }
      current.recalculate();
      todo.push(...this.consumers(current.output));
    }
  }

  /** The satisfied constraints that use a variable as an input. */
  consumers(variable) {
    const maker = variable.determinedBy;
    return variable.constraints.filter((c) => c !== maker && c.satisfied);
  }

  remove(constraint) {
    this.retractions++;
    if (!constraint.satisfied) {
      constraint.detach();
      return;
    }
    const output = constraint.output;
    constraint.detach();
    for (const candidate of this.release(output)) this.enforce(candidate);
  }

  /** Free a variable and all that follows from it; return what may now be satisfied, strong ones first. */
  release(output) {
    output.determinedBy = null;
    output.walkStrength = WEAKEST;
    output.stay = true;
    const unsatisfied = [];
    const todo = [output];
    while (todo.length > 0) {
      const variable = todo.pop();
      unsatisfied.push(...variable.constraints.filter((c) => !c.satisfied));
      for (const consumer of this.consumers(variable)) {
        consumer.recalculate();
        todo.push(consumer.output);
      }
    }
    return unsatisfied.sort((a, b) => a.strength.rank - b.strength.rank);
  }

  /** Return the methods that follow from the given input constraints, in an order to execute them. */
  plan(sources) {
    const mark = this.newMark();
    const steps = [];
    const todo = sources.filter((source) => source.satisfied);
    while (todo.length > 0) {
      const constraint = todo.pop();
      const output = constraint.output;
      if (output.mark !== mark && constraint.inputsKnown(mark)) {
        steps.push(constraint.selected);
        output.mark = mark;
        todo.push(...this.consumers(output));
      }
    }
    return steps;
  }

  /** Change a variable from outside, value by value, and execute the plan after each change. */
  edit(variable, values, strength = PREFERRED) {
    const edit = this.add(new Edit(variable, strength));
    const steps = this.plan([edit]);
    if (edit.satisfied) {
      for (const value of values) {
        variable.value = value;
        for (const step of steps) step.execute();
      }
    }
    this.remove(edit);
    return steps.length;
  }
}

/** Park and Miller's generator. */
class Random {
  constructor(seed) {
    this.state = seed;
  }

  below(limit) {
    this.state = (this.state * 16807) % 2147483647;
    return this.state % limit;
  }
}

/** A remainder that is never negative, as Python has it. */
function modulo(a, b) {
  return ((a % b) + b) % b;
}

function mix(checksum, value) {
  return modulo(checksum * 31 + value, 1000000007);
}

function check(condition) {
  if (!condition) throw new Error('a model is inconsistent');
}

/** Equal variables in a row, the last held weakly: an edit of the first runs through all of them. */
function chainModel(length, edits) {
  const planner = new Planner();
  const variables = Array.from({ length }, (_, i) => new Variable(`v${i}`, i));
  for (let i = 1; i < length; i++) planner.add(new Equal(variables[i - 1], variables[i]));
  planner.add(new Stay(variables[length - 1], WEAK));
  let steps = planner.edit(variables[0], Array.from({ length: edits }, (_, k) => 7 * k + 1));
  check(variables.every((v) => v.value === variables[0].value));
  steps += planner.edit(variables[length - 1], Array.from({ length: edits }, (_, k) => 3 * k + 2));
  return [planner, mix(variables[length >> 1].value, steps)];
}

/** Many scaled pairs that share factor and offset; each of the four roles is edited in turn. */
function scaleModel(pairs, random) {
  const planner = new Planner();
  const factor = new Variable('factor', 10);
  const offset = new Variable('offset', 1000);
  const sources = [];
  const targets = [];
  for (let i = 0; i < pairs; i++) {
    const source = new Variable(`source${i}`, i);
    const target = new Variable(`target${i}`, i);
    planner.add(new Stay(source, WEAK));
    planner.add(new Scale(source, factor, offset, target));
    sources.push(source);
    targets.push(target);
  }

  let checksum = 0;
  const chosen = random.below(pairs);
  planner.edit(sources[chosen], [17]);
  check(targets[chosen].value === 1170);
  planner.edit(targets[chosen], [1050]);
  check(sources[chosen].value === 5);
  planner.edit(factor, [5, 3 + random.below(7)]);
  planner.edit(offset, [2000, random.below(3000)]);
  for (let i = 0; i < pairs; i++) {
    check(targets[i].value === sources[i].value * factor.value + offset.value);
    checksum = mix(checksum, targets[i].value);
  }
  return [planner, checksum];
}

class Box {
  constructor(planner, index, width) {
    this.left = new Variable(`left${index}`);
    this.width = new Variable(`width${index}`, width);
    this.right = new Variable(`right${index}`);
    planner.add(new Stay(this.width, index % 3 === 0 ? STRONG : WEAK));
    planner.add(new Sum(this.left, this.width, this.right));
  }

  get bounds() {
    return [this.left.value, this.right.value];
  }
}

/** Boxes side by side with a common gap; some are pinned for a while, which stretches others. */
function rowModel(count, random) {
  const planner = new Planner();
  const gap = new Variable('gap', 4);
  planner.add(new Stay(gap, STRONG));
  const boxes = [];
  for (let i = 0; i < count; i++) boxes.push(new Box(planner, i, 10 + random.below(40)));
  planner.add(new Stay(boxes[0].left, STRONG));
  for (let i = 1; i < count; i++) planner.add(new Sum(boxes[i - 1].right, gap, boxes[i].left));

  let checksum = 0;
  let refused = 0;
  for (let k = 0; k < 6; k++) {
    const box = boxes[random.below(count)];
    const pin = planner.add(new Stay(box.right, PREFERRED));
    const wide = boxes[random.below(count)];
    planner.edit(wide.width, [20 + random.below(30), 20 + random.below(30), 20 + random.below(30)]);
    try {
      planner.add(new Stay(gap, REQUIRED));
      planner.add(new Edit(gap, REQUIRED));
    } catch (error) {
      if (!(error instanceof OverConstrained)) throw error;
      refused++;
      error.constraint.detach();
    }
    const holding = gap.constraints.filter((c) => c.strength === REQUIRED && c instanceof Stay);
    for (const constraint of holding) planner.remove(constraint);
    planner.remove(pin);
    planner.edit(gap, [4 + k, 5 + k], REQUIRED);
    const [left, right] = boxes[count - 1].bounds;
    checksum = mix(mix(checksum, modulo(left, 1000)), modulo(right, 1000));
  }
  for (let i = 1; i < count; i++) {
    const before = boxes[i - 1];
    const after = boxes[i];
    check(before.right.value + gap.value === after.left.value);
    checksum = mix(checksum, modulo(after.width.value, 1000));
  }
  return [planner, mix(checksum, refused)];
}

function main() {
  const rounds = Number(process.argv[2] ?? 31);
  const random = new Random(2024);
  let chain = 0;
  let scale = 0;
  let row = 0;
  let additions = 0;
  let retractions = 0;
  let marks = 0;
  for (let k = 0; k < rounds; k++) {
    const results = [
      chainModel(40 + random.below(40), 10),
      scaleModel(20 + random.below(20), random),
      rowModel(8 + (k % 5), random),
    ];
    chain = mix(chain, results[0][1]);
    scale = mix(scale, results[1][1]);
    row = mix(row, results[2][1]);
    for (const [planner] of results) {
      additions += planner.additions;
      retractions += planner.retractions;
      marks += planner.currentMark;
    }
  }
  console.log(`chain ${chain}, scale ${scale}, row ${row}`);
  console.log(`${additions} constraints added, ${retractions} removed, ${marks} marks`);
}

main();
