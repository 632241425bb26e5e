"""A small operating system, simulated: processes, priorities, mailboxes, mutexes, a disk and a clock.

Usage: kernel.py [thousands of ticks]

Processes are generators. What they yield are requests to the kernel: to compute for some ticks, to
sleep, to send and receive, to read a block of the disk, to take and give back a mutex, to start a
child. The scheduler is a multi-level feedback queue: who uses up a time slice sinks, who waits rises.
"""
import sys
from collections import deque
from heapq import heappop, heappush

LEVELS = 4
QUANTUM = [4, 8, 16, 32]
TRACKS = 200


class KernelError(Exception):
    pass


class MailboxClosed(KernelError):
    def __init__(self, mailbox):
        super().__init__(f"mailbox {mailbox.name} is closed")


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 69069 + 1) % 4294967296
        return self.state // 65536 % limit

    def between(self, low, high):
        return low + self.below(high - low + 1)


class Request:
    """What a process asks for; `perform` says whether the process may go on at once."""

    def perform(self, kernel, process):
        raise NotImplementedError


class Compute(Request):
    def __init__(self, ticks):
        self.ticks = ticks

    def perform(self, kernel, process):
        process.remaining = self.ticks
        return True


class Sleep(Request):
    def __init__(self, ticks):
        self.ticks = ticks

    def perform(self, kernel, process):
        process.state = "asleep"
        kernel.after(self.ticks, lambda: kernel.wake(process))
        return False


class Send(Request):
    def __init__(self, mailbox, message):
        self.mailbox = mailbox
        self.message = message

    def perform(self, kernel, process):
        mailbox = self.mailbox
        if mailbox.closed:
            process.pending_error = MailboxClosed(mailbox)
            return True
        kernel.messages += 1
        if mailbox.readers:
            kernel.wake(mailbox.readers.popleft(), self.message)
            return True
        if len(mailbox.queue) < mailbox.capacity:
            mailbox.queue.append(self.message)
            return True
        mailbox.writers.append((process, self.message))
        process.state = "sending"
        return False


class Receive(Request):
    def __init__(self, mailbox):
        self.mailbox = mailbox

    def perform(self, kernel, process):
        mailbox = self.mailbox
        if mailbox.queue:
            process.result = mailbox.queue.popleft()
            if mailbox.writers:
                writer, message = mailbox.writers.popleft()
                mailbox.queue.append(message)
                kernel.wake(writer)
            return True
        if mailbox.closed:
            process.pending_error = MailboxClosed(mailbox)
            return True
        mailbox.readers.append(process)
        process.state = "receiving"
        return False


class Acquire(Request):
    def __init__(self, mutex):
        self.mutex = mutex

    def perform(self, kernel, process):
        mutex = self.mutex
        if mutex.owner is None:
            mutex.owner = process
            return True
        mutex.waiting.append(process)
        mutex.contended += 1
        if process.level < mutex.owner.level:
            mutex.owner.inherited = process.level
        process.state = "waiting"
        return False


class Release(Request):
    def __init__(self, mutex):
        self.mutex = mutex

    def perform(self, kernel, process):
        mutex = self.mutex
        if mutex.owner is not process:
            raise KernelError(f"{process.name} releases a mutex of {mutex.owner}")
        process.inherited = LEVELS
        if mutex.waiting:
            mutex.owner = mutex.waiting.popleft()
            kernel.wake(mutex.owner)
        else:
            mutex.owner = None
        return True


class ReadBlock(Request):
    def __init__(self, track):
        self.track = track

    def perform(self, kernel, process):
        process.state = "disk"
        kernel.disk.request(process, self.track)
        return False


class Spawn(Request):
    def __init__(self, name, body):
        self.name = name
        self.body = body

    def perform(self, kernel, process):
        process.result = kernel.start(self.name, self.body, process.level)
        return True


class Mailbox:
    def __init__(self, name, capacity):
        self.name = name
        self.capacity = capacity
        self.queue = deque()
        self.readers = deque()
        self.writers = deque()
        self.closed = False


class Mutex:
    def __init__(self):
        self.owner = None
        self.waiting = deque()
        self.contended = 0


class Process:
    def __init__(self, number, name, body, level):
        self.number = number
        self.name = name
        self.body = body
        self.level = level
        self.inherited = LEVELS
        self.state = "ready"
        self.remaining = 0
        self.result = None
        self.pending_error = None
        self.cpu = 0
        self.waited = 0
        self.ready_since = 0

    @property
    def priority(self):
        return min(self.level, self.inherited)

    def resume(self):
        """Run the process up to its next request."""
        if self.pending_error is not None:
            error, self.pending_error = self.pending_error, None
            return self.body.throw(error)
        result, self.result = self.result, None
        return self.body.send(result)


class Disk:
    """Serves requests in the manner of a lift: onward as long as there are some ahead, then back."""

    def __init__(self, kernel):
        self.kernel = kernel
        self.pending = []
        self.position = 0
        self.direction = 1
        self.busy = False
        self.travelled = 0
        self.served = 0

    def request(self, process, track):
        self.pending.append((track, process))
        if not self.busy:
            self.serve_next()

    def serve_next(self):
        if not self.pending:
            self.busy = False
            return
        self.busy = True
        ahead = [entry for entry in self.pending if (entry[0] - self.position) * self.direction >= 0]
        if not ahead:
            self.direction = -self.direction
            ahead = self.pending
        chosen = min(ahead, key=lambda entry: (abs(entry[0] - self.position), entry[1].number))
        self.pending.remove(chosen)
        track, process = chosen
        distance = abs(track - self.position)
        self.position = track
        self.travelled += distance
        self.kernel.after(5 + distance // 8, lambda: self.complete(process, track))

    def complete(self, process, track):
        self.served += 1
        self.kernel.wake(process, track * 7 % 101)
        self.serve_next()


class Kernel:
    def __init__(self):
        self.clock = 0
        self.events = []
        self.event_count = 0
        self.ready = [deque() for _ in range(LEVELS)]
        self.processes = {}
        self.next_number = 1
        self.disk = Disk(self)
        self.switches = self.messages = self.idle = self.finished = self.preempted = 0

    def after(self, delay, action):
        self.event_count += 1
        heappush(self.events, (self.clock + delay, self.event_count, action))

    def start(self, name, body, level=1):
        process = Process(self.next_number, name, body, level)
        self.processes[process.number] = process
        self.next_number += 1
        self.enqueue(process)
        return process

    def enqueue(self, process):
        process.state = "ready"
        process.ready_since = self.clock
        self.ready[process.priority].append(process)

    def wake(self, process, result=None):
        """Make a process that has waited ready again, one level higher than before."""
        process.result = result
        process.level = max(0, process.level - 1)
        self.enqueue(process)

    def fire_due_events(self):
        while self.events and self.events[0][0] <= self.clock:
            _, _, action = heappop(self.events)
            action()

    def next_ready(self):
        for queue in self.ready:
            if queue:
                return queue.popleft()
        return None

    def run(self, until):
        while self.clock < until:
            self.fire_due_events()
            process = self.next_ready()
            if process is not None:
                self.dispatch(process)
            elif self.events:
                self.idle += self.events[0][0] - self.clock
                self.clock = self.events[0][0]
            else:
                return

    def dispatch(self, process):
        """Give a process the processor until it has to wait, ends or has used up its slice."""
        self.switches += 1
        process.waited += self.clock - process.ready_since
        process.state = "running"
        budget = QUANTUM[process.priority]
        while budget > 0:
            if process.remaining:
                ticks = min(process.remaining, budget)
                self.clock += ticks
                process.remaining -= ticks
                process.cpu += ticks
                budget -= ticks
                self.fire_due_events()
                continue
            try:
                request = process.resume()
            except StopIteration:
                self.finish(process)
                return
            budget -= 1
            self.clock += 1
            if not request.perform(self, process):
                return
        self.preempted += 1
        process.level = min(LEVELS - 1, process.level + 1)
        self.enqueue(process)

    def finish(self, process):
        process.state = "ended"
        self.finished += 1
        del self.processes[process.number]


class Totals:
    """What the processes count up together."""

    def __init__(self):
        self.checksum = 0
        self.items = {}
        self.log = deque()
        self.closed = 0

    def add(self, kind, value):
        self.items[kind] = self.items.get(kind, 0) + 1
        self.checksum = (self.checksum * 31 + value) % 1000000007


def producer(outbox, random, number):
    serial = 0
    while True:
        yield Compute(random.between(2, 12))
        serial += 1
        yield Send(outbox, (number, serial))
        if serial % 5 == 0:
            yield Sleep(random.between(10, 60))


def consumer(inbox, outbox, totals, mutex):
    """Digests what producers send, and passes a summary on after every eight messages."""
    digest = count = 0
    while True:
        number, serial = yield Receive(inbox)
        yield Compute(3 + serial % 4)
        digest = (digest * 17 + number * 1000 + serial) % 65521
        count += 1
        if count % 8 == 0:
            yield Acquire(mutex)
            totals.add("digest", digest)
            yield Compute(2)
            yield Release(mutex)
            yield Send(outbox, (0, digest))


def indexer(inbox, totals, mutex):
    """Looks blocks of the disk up, three for each message."""
    while True:
        _, key = yield Receive(inbox)
        total = 0
        for k in range(3):
            block = yield ReadBlock((key * 13 + k * 41) % TRACKS)
            total += block
            yield Compute(4)
        yield Acquire(mutex)
        totals.add("index", total)
        totals.log.append(total)
        if len(totals.log) > 10:
            totals.log.popleft()
        yield Release(mutex)


def number_cruncher(random, totals):
    while True:
        ticks = random.between(20, 90)
        yield Compute(ticks)
        totals.add("crunch", ticks)
        if random.below(4) == 0:
            yield Sleep(25)


def job(reply, random, number):
    """A short-lived child: works in pieces and reports to its parent."""
    done = 0
    for _ in range(random.between(1, 5)):
        yield Compute(random.between(1, 9))
        done += 1
    try:
        yield Send(reply, (number, done))
    except MailboxClosed:
        yield Compute(1)


def shell(random, totals):
    """Starts batches of children and collects what they report, but not from those that are late."""
    batch = 0
    while True:
        batch += 1
        reply = Mailbox(f"reply{batch}", 1)
        for number in range(random.between(2, 6)):
            yield Spawn(f"job{batch}.{number}", job(reply, random, number))
        patience = random.between(1, 3)
        for _ in range(patience):
            number, done = yield Receive(reply)
            totals.add("job", number * 10 + done)
        reply.closed = True
        try:
            while True:
                number, done = yield Receive(reply)
                totals.add("late", done)
        except MailboxClosed:
            totals.closed += 1
        yield Sleep(random.between(20, 100))


def boot(kernel, totals):
    random = Random(12345)
    work = Mailbox("work", 6)
    keys = Mailbox("keys", 3)
    mutex = Mutex()
    for number in range(1, 6):
        kernel.start(f"producer{number}", producer(work, random, number), 1)
    for number in range(1, 4):
        kernel.start(f"consumer{number}", consumer(work, keys, totals, mutex), 0)
    for number in range(1, 3):
        kernel.start(f"indexer{number}", indexer(keys, totals, mutex), 1)
    for number in range(1, 3):
        kernel.start(f"cruncher{number}", number_cruncher(random, totals), 3)
    kernel.start("shell", shell(random, totals), 0)
    return mutex


def main():
    thousands = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    kernel = Kernel()
    totals = Totals()
    mutex = boot(kernel, totals)
    kernel.run(thousands * 1000)
    print(f"clock {kernel.clock}, idle {kernel.idle}, events {kernel.event_count}")
    print(f"{kernel.switches} switches, {kernel.preempted} preempted, {kernel.messages} messages")
    print(f"{kernel.finished} processes ended, {len(kernel.processes)} left, {totals.closed} mailboxes closed")
    print(f"disk: {kernel.disk.served} blocks, {kernel.disk.travelled} tracks; mutex waited for {mutex.contended}")
    for process in kernel.processes.values():
        if process.number < 15:
            print(f"{process.name:10} {process.state:9} level {process.level} cpu {process.cpu:8} waited {
                process.waited:9}")
    counts = ", ".join(f"{kind} {count}" for kind, count in sorted(totals.items.items()))
    print(f"{counts}; log {list(totals.log)}")
    print(f"checksum {totals.checksum}")


if __name__ == "__main__":
    main()
