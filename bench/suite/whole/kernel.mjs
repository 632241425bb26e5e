// A small operating system, simulated: the twin of kernel.py.
//
// Usage: node kernel.mjs [thousands of ticks]

const LEVELS = 4;
const QUANTUM = [4, 8, 16, 32];
const TRACKS = 200;

class KernelError extends Error {}

class MailboxClosed extends KernelError {
  constructor(mailbox) {
    super(`mailbox ${mailbox.name} is closed`);
  }
}

class Random {
  constructor(seed) {
    this.state = seed;
  }

  below(limit) {
    this.state = (this.state * 69069 + 1) % 4294967296;
    return Math.floor(this.state / 65536) % limit;
  }

  between(low, high) {
    return low + this.below(high - low + 1);
  }
}

/** A binary heap of events, the earliest first; of the same time, the one that was made first. */
class EventQueue {
  constructor() {
    this.heap = [];
  }

  get size() {
    return this.heap.length;
  }

  get first() {
    return this.heap[0];
  }

  static before(a, b) {
    return a.time < b.time || (a.time === b.time && a.serial < b.serial);
  }

  push(event) {
    const heap = this.heap;
    let child = heap.length;
    heap.push(event);
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!EventQueue.before(event, heap[parent])) break;
      heap[child] = heap[parent];
      child = parent;
    }
    heap[child] = event;
  }

  pop() {
    const heap = this.heap;
    const top = heap[0];
    const last = heap.pop();
    if (heap.length === 0) return top;
    let parent = 0;
    for (;;) {
      let child = 2 * parent + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && EventQueue.before(heap[child + 1], heap[child])) child++;
      if (!EventQueue.before(heap[child], last)) break;
      heap[parent] = heap[child];
      parent = child;
    }
    heap[parent] = last;
    return top;
  }
}

/** What a process asks for; `perform` says whether the process may go on at once. */
class Request {
  perform(_kernel, _process) {
    throw new Error('not implemented');
  }
}

class Compute extends Request {
  constructor(ticks) {
    super();
    this.ticks = ticks;
  }

  perform(_kernel, process) {
    process.remaining = this.ticks;
    return true;
  }
}

class Sleep extends Request {
  constructor(ticks) {
    super();
    this.ticks = ticks;
  }

  perform(kernel, process) {
    process.state = 'asleep';
    kernel.after(this.ticks, () => kernel.wake(process));
    return false;
  }
}

class Send extends Request {
  constructor(mailbox, message) {
    super();
    this.mailbox = mailbox;
    this.message = message;
  }

  perform(kernel, process) {
    const mailbox = this.mailbox;
    if (mailbox.closed) {
      process.pendingError = new MailboxClosed(mailbox);
      return true;
    }
    kernel.messages++;
    if (mailbox.readers.length > 0) {
      kernel.wake(mailbox.readers.shift(), this.message);
      return true;
    }
    if (mailbox.queue.length < mailbox.capacity) {
      mailbox.queue.push(this.message);
      return true;
    }
    mailbox.writers.push([process, this.message]);
    process.state = 'sending';
    return false;
  }
}

class Receive extends Request {
  constructor(mailbox) {
    super();
    this.mailbox = mailbox;
  }

  perform(kernel, process) {
    const mailbox = this.mailbox;
    if (mailbox.queue.length > 0) {
      process.result = mailbox.queue.shift();
      if (mailbox.writers.length > 0) {
        const [writer, message] = mailbox.writers.shift();
        mailbox.queue.push(message);
        kernel.wake(writer);
      }
      return true;
    }
    if (mailbox.closed) {
      process.pendingError = new MailboxClosed(mailbox);
      return true;
    }
    mailbox.readers.push(process);
    process.state = 'receiving';
    return false;
  }
}

class Acquire extends Request {
  constructor(mutex) {
    super();
    this.mutex = mutex;
  }

  perform(_kernel, process) {
    const mutex = this.mutex;
    if (mutex.owner === null) {
      mutex.owner = process;
      return true;
    }
    mutex.waiting.push(process);
    mutex.contended++;
    if (process.level < mutex.owner.level) mutex.owner.inherited = process.level;
    process.state = 'waiting';
    return false;
  }
}

class Release extends Request {
  constructor(mutex) {
    super();
    this.mutex = mutex;
  }

  perform(kernel, process) {
    const mutex = this.mutex;
    if (mutex.owner !== process) throw new KernelError(`${process.name} releases a mutex of ${mutex.owner}`);
    process.inherited = LEVELS;
    if (mutex.waiting.length > 0) {
      mutex.owner = mutex.waiting.shift();
      kernel.wake(mutex.owner);
    } else {
      mutex.owner = null;
    }
    return true;
  }
}

class ReadBlock extends Request {
  constructor(track) {
    super();
    this.track = track;
  }

  perform(kernel, process) {
    process.state = 'disk';
    kernel.disk.request(process, this.track);
    return false;
  }
}

class Spawn extends Request {
  constructor(name, body) {
    super();
    this.name = name;
    this.body = body;
  }

  perform(kernel, process) {
    process.result = kernel.start(this.name, this.body, process.level);
    return true;
  }
}

class Mailbox {
  constructor(name, capacity) {
    this.name = name;
    this.capacity = capacity;
    this.queue = [];
    this.readers = [];
    this.writers = [];
    this.closed = false;
  }
}

class Mutex {
  constructor() {
    this.owner = null;
    this.waiting = [];
    this.contended = 0;
  }
}

class Process {
  constructor(number, name, body, level) {
    this.number = number;
    this.name = name;
    this.body = body;
    this.level = level;
    this.inherited = LEVELS;
    this.state = 'ready';
    this.remaining = 0;
    this.result = undefined;
    this.pendingError = null;
    this.cpu = 0;
    this.waited = 0;
    this.readySince = 0;
  }

  get priority() {
    return Math.min(this.level, this.inherited);
  }

  /** Run the process up to its next request. */
  resume() {
    if (this.pendingError !== null) {
      const error = this.pendingError;
      this.pendingError = null;
      return this.body.throw(error);
    }
    const result = this.result;
    this.result = undefined;
    return this.body.next(result);
  }
}

/** Serves requests in the manner of a lift: onward as long as there are some ahead, then back. */
class Disk {
  constructor(kernel) {
    this.kernel = kernel;
    this.pending = [];
    this.position = 0;
    this.direction = 1;
    this.busy = false;
    this.travelled = 0;
    this.served = 0;
  }

  request(process, track) {
    this.pending.push([track, process]);
    if (!this.busy) this.serveNext();
  }

  serveNext() {
    if (this.pending.length === 0) {
      this.busy = false;
      return;
    }
    this.busy = true;
    let ahead = this.pending.filter(([track]) => (track - this.position) * this.direction >= 0);
    if (ahead.length === 0) {
      this.direction = -this.direction;
      ahead = this.pending;
    }
    let chosen = ahead[0];
    for (const entry of ahead) {
      const difference = Math.abs(entry[0] - this.position) - Math.abs(chosen[0] - this.position);
      if (difference < 0 || (difference === 0 && entry[1].number < chosen[1].number)) chosen = entry;
    }
    this.pending.splice(this.pending.indexOf(chosen), 1);
    const [track, process] = chosen;
    const distance = Math.abs(track - this.position);
    this.position = track;
    this.travelled += distance;
    this.kernel.after(5 + Math.floor(distance / 8), () => this.complete(process, track));
  }

  complete(process, track) {
    this.served++;
    this.kernel.wake(process, (track * 7) % 101);
    this.serveNext();
  }
}

class Kernel {
  constructor() {
    this.clock = 0;
    this.events = new EventQueue();
    this.eventCount = 0;
    this.ready = Array.from({ length: LEVELS }, () => []);
    this.processes = new Map();
    this.nextNumber = 1;
    this.disk = new Disk(this);
    this.switches = 0;
    this.messages = 0;
    this.idle = 0;
    this.finished = 0;
    this.preempted = 0;
  }

  after(delay, action) {
    this.eventCount++;
    this.events.push({ time: this.clock + delay, serial: this.eventCount, action });
  }

  start(name, body, level = 1) {
    const process = new Process(this.nextNumber, name, body, level);
    this.processes.set(process.number, process);
    this.nextNumber++;
    this.enqueue(process);
    return process;
  }

  enqueue(process) {
    process.state = 'ready';
    process.readySince = this.clock;
    this.ready[process.priority].push(process);
  }

  /** Make a process that has waited ready again, one level higher than before. */
  wake(process, result) {
    process.result = result;
    process.level = Math.max(0, process.level - 1);
    this.enqueue(process);
  }

  fireDueEvents() {
    while (this.events.size > 0 && this.events.first.time <= this.clock) this.events.pop().action();
  }

  nextReady() {
    for (const queue of this.ready) {
      if (queue.length > 0) return queue.shift();
    }
    return null;
  }

  run(until) {
    while (this.clock < until) {
      this.fireDueEvents();
      const process = this.nextReady();
      if (process !== null) {
        this.dispatch(process);
      } else if (this.events.size > 0) {
        this.idle += this.events.first.time - this.clock;
        this.clock = this.events.first.time;
      } else {
        return;
      }
    }
  }

  /** Give a process the processor until it has to wait, ends or has used up its slice. */
  dispatch(process) {
    this.switches++;
    process.waited += this.clock - process.readySince;
    process.state = 'running';
    let budget = QUANTUM[process.priority];
    while (budget > 0) {
      if (process.remaining > 0) {
        const ticks = Math.min(process.remaining, budget);
        this.clock += ticks;
        process.remaining -= ticks;
        process.cpu += ticks;
        budget -= ticks;
        this.fireDueEvents();
        continue;
      }
      const { value: request, done } = process.resume();
      if (done) {
        this.finish(process);
        return;
      }
      budget--;
      this.clock++;
      if (!request.perform(this, process)) return;
    }
    this.preempted++;
    process.level = Math.min(LEVELS - 1, process.level + 1);
    this.enqueue(process);
  }

  finish(process) {
    process.state = 'ended';
    this.finished++;
    this.processes.delete(process.number);
  }
}

/** What the processes count up together. */
class Totals {
  constructor() {
    this.checksum = 0;
    this.items = new Map();
    this.log = [];
    this.closed = 0;
  }

  add(kind, value) {
    this.items.set(kind, (this.items.get(kind) ?? 0) + 1);
    this.checksum = (this.checksum * 31 + value) % 1000000007;
  }
}

function* producer(outbox, random, number) {
  let serial = 0;
  for (;;) {
    yield new Compute(random.between(2, 12));
    serial++;
    yield new Send(outbox, [number, serial]);
    if (serial % 5 === 0) yield new Sleep(random.between(100, 400));
  }
}

/** Digests what producers send, and passes a summary on after every eight messages. */
function* consumer(inbox, outbox, totals, mutex) {
  let digest = 0;
  let count = 0;
  for (;;) {
    const [number, serial] = yield new Receive(inbox);
    yield new Compute(3 + (serial % 4));
    digest = (digest * 17 + number * 1000 + serial) % 65521;
    count++;
    if (count % 8 === 0) {
      yield new Acquire(mutex);
      totals.add('digest', digest);
      yield new Compute(2);
      yield new Release(mutex);
      yield new Send(outbox, [0, digest]);
    }
  }
}

/** Looks blocks of the disk up, three for each message. */
function* indexer(inbox, totals, mutex) {
  for (;;) {
    const [, key] = yield new Receive(inbox);
    let total = 0;
    for (let k = 0; k < 3; k++) {
      total += yield new ReadBlock((key * 13 + k * 41) % TRACKS);
      yield new Compute(4);
    }
    yield new Acquire(mutex);
    totals.add('index', total);
    totals.log.push(total);
    if (totals.log.length > 10) totals.log.shift();
    yield new Release(mutex);
  }
}

function* numberCruncher(random, totals) {
  for (;;) {
    const ticks = random.between(20, 90);
    yield new Compute(ticks);
    totals.add('crunch', ticks);
    if (random.below(2) === 0) yield new Sleep(250);
  }
}

/** A short-lived child: works in pieces and reports to its parent. */
function* job(reply, random, number) {
  let done = 0;
  const pieces = random.between(1, 5);
  for (let k = 0; k < pieces; k++) {
    yield new Compute(random.between(1, 9));
    done++;
  }
  try {
    yield new Send(reply, [number, done]);
  } catch (error) {
    if (!(error instanceof MailboxClosed)) throw error;
    yield new Compute(1);
  }
}

/** Starts batches of children and collects what they report, but not from those that are late. */
function* shell(random, totals) {
  let batch = 0;
  for (;;) {
    batch++;
    const reply = new Mailbox(`reply${batch}`, 1);
    const children = random.between(2, 6);
    for (let number = 0; number < children; number++) {
      yield new Spawn(`job${batch}.${number}`, job(reply, random, number));
    }
    const patience = random.between(1, children);
    for (let k = 0; k < patience; k++) {
      const [number, done] = yield new Receive(reply);
      totals.add('job', number * 10 + done);
    }
    reply.closed = true;
    try {
      for (;;) {
        const [, done] = yield new Receive(reply);
        totals.add('late', done);
      }
    } catch (error) {
      if (!(error instanceof MailboxClosed)) throw error;
      totals.closed++;
    }
    yield new Sleep(random.between(20, 100));
  }
}

function boot(kernel, totals) {
  const random = new Random(12345);
  const work = new Mailbox('work', 6);
  const keys = new Mailbox('keys', 3);
  const mutex = new Mutex();
  for (let k = 1; k < 6; k++) kernel.start(`producer${k}`, producer(work, random, k), 1);
  for (let k = 1; k < 4; k++) kernel.start(`consumer${k}`, consumer(work, keys, totals, mutex), 0);
  for (let k = 1; k < 3; k++) kernel.start(`indexer${k}`, indexer(keys, totals, mutex), 1);
  for (let k = 1; k < 3; k++) kernel.start(`cruncher${k}`, numberCruncher(random, totals), 3);
  kernel.start('shell', shell(random, totals), 0);
  return mutex;
}

function main() {
  const thousands = Number(process.argv[2] ?? 530);
  const kernel = new Kernel();
  const totals = new Totals();
  const mutex = boot(kernel, totals);
  kernel.run(thousands * 1000);
  const { disk } = kernel;
  console.log(`clock ${kernel.clock}, idle ${kernel.idle}, events ${kernel.eventCount}`);
  console.log(`${kernel.switches} switches, ${kernel.preempted} preempted, ${kernel.messages} messages`);
  console.log(`${kernel.finished} processes ended, ${kernel.processes.size} left, ${totals.closed} mailboxes closed`);
  console.log(`disk: ${disk.served} blocks, ${disk.travelled} tracks; mutex waited for ${mutex.contended}`);
  for (const { number, name, state, level, cpu, waited } of kernel.processes.values()) {
    if (number >= 15) continue;
    const figures = `level ${level} cpu ${String(cpu).padStart(8)} waited ${String(waited).padStart(9)}`;
    console.log(`${name.padEnd(10)} ${state.padEnd(9)} ${figures}`);
  }
  const counts = [...totals.items.keys()].sort().map((kind) => `${kind} ${totals.items.get(kind)}`);
  console.log(`${counts.join(', ')}; log [${totals.log.join(', ')}]`);
  console.log(`checksum ${totals.checksum}`);
}

main();
