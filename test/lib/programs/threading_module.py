import threading, queue
from threading import Thread, Lock, RLock, Event, Condition, Semaphore, local, current_thread, main_thread
results = []
lock = Lock()
def work(n):
    with lock: results.append((n, current_thread().name))
ts = [Thread(target=work, args=(i,), name=f'w{i}') for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(results, threading.active_count(), current_thread().name, main_thread() is current_thread(), ts[0].is_alive())
class Mine(Thread):
    def run(self): self.result = 42
m = Mine(); m.start(); m.join(); print(m.result, m.name, m.daemon)
print(lock.locked(), lock.acquire(), lock.acquire(False), lock.locked(), lock.release())
try: lock.release()
except RuntimeError as e: print(e)
r = RLock()
with r:
    with r: print('nested', r._is_owned())
try: r.release()
except RuntimeError as e: print(e)
q = queue.Queue()
def producer():
    for i in range(3): q.put(i)
    q.put(None)
t = Thread(target=producer); t.start()
while (x := q.get()) is not None: print(x, end=' ')
t.join(); print(q.empty(), q.qsize())
l = local(); l.x = 1
def other():
    print(hasattr(l, 'x')); l.x = 2; print(l.x)
t = Thread(target=other); t.start(); t.join(); print(l.x)
e = Event(); Thread(target=e.set).start(); print(e.wait(), e.is_set())
s = Semaphore(2); print(s.acquire(), s.acquire(), s.acquire(blocking=False)); s.release()
try: t.start()
except RuntimeError as x: print(x)
pq = queue.PriorityQueue(); [pq.put(v) for v in (3, 1, 2)]; print([pq.get() for _ in range(3)])
lq = queue.LifoQueue(maxsize=2); lq.put(1); lq.put(2)
try: lq.put(3, block=False)
except queue.Full: print('full', lq.full())
try: q.get_nowait()
except queue.Empty: print('empty')
sq = queue.SimpleQueue(); sq.put('a'); print(sq.get(), sq.empty())
b = threading.Timer(0.001, lambda: print('timer')); b.start(); b.join()
c = threading.Condition()
with c: c.notify_all()
done = []
q2 = queue.Queue()
def worker():
    while True:
        item = q2.get()
        if item is None: break
        done.append(item * item); q2.task_done()
for i in range(5): q2.put(i)
q2.put(None)
w = Thread(target=worker); w.start(); w.join(); print(done)
print(repr(main_thread()).split(',')[0], threading.get_ident() == main_thread().ident)
import contextvars
v = contextvars.ContextVar('v', default=1)
tok = v.set(5); print(v.get()); v.reset(tok); print(v.get())
ctx = contextvars.copy_context()
print(ctx.run(lambda: (v.set(9), v.get())[1]), v.get(), ctx[v], v in ctx, len(ctx), list(ctx))
