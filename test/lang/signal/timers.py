# Alarms and interval timers.
import signal, threading, time

seen = []
signal.signal(signal.SIGALRM, lambda number, frame: seen.append(number))
print(signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02))  # expect: (0.0, 0.0)
while len(seen) < 3:
    pass
print(seen[:3], signal.getitimer(signal.ITIMER_REAL)[1])  # expect: [14, 14, 14] 0.02
start = time.monotonic()
time.sleep(0.1)
print(len(seen) > 3, time.monotonic() - start >= 0.1)  # expect: True True
left, interval = signal.setitimer(signal.ITIMER_REAL, 0)
print(0 < left <= 0.02, interval, signal.getitimer(signal.ITIMER_REAL))  # expect: True 0.02 (0.0, 0.0)
print(signal.alarm(100), signal.alarm(0), signal.alarm(0))  # expect: 0 100 0

del seen[:]
signal.setitimer(signal.ITIMER_REAL, 0.01)
signal.pause()
print(seen)  # expect: [14]
lock = threading.Lock()
lock.acquire()
signal.setitimer(signal.ITIMER_REAL, 0.01)
print(lock.acquire(timeout=0.05), seen)  # expect: False [14, 14]
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
signal.setitimer(signal.ITIMER_REAL, 0.01)
print(signal.sigwait([signal.SIGALRM]), seen)  # expect: 14 [14, 14]
signal.pthread_sigmask(signal.SIG_SETMASK, [])
for timer, number in (signal.ITIMER_VIRTUAL, signal.SIGVTALRM), (signal.ITIMER_PROF, signal.SIGPROF):
    signal.signal(number, lambda number, frame: seen.append(number))
    signal.setitimer(timer, 0.01)
    while number not in seen:
        pass
print(seen[2:])  # expect: [26, 27]

# A handler that raises ends what runs.
class Late(Exception): pass
def late(number, frame): raise Late
signal.signal(signal.SIGALRM, late)
def forever():
    i = 0
    while True:
        i += 1
def sleeping():
    time.sleep(10)
def listing():
    while True: [i for i in range(1000)]
for f in forever, sleeping, listing:
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    try:
        f()
    except Late as e:
        print('late', e.__traceback__.tb_next.tb_frame.f_code.co_name)  # expect: late forever
        # expect: late sleeping
        # expect: late listing

def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e), e.args)
attempt(signal.setitimer, 5, 1)  # expect: <class 'signal.itimer_error'> (22, 'Invalid argument')
attempt(signal.setitimer, 0, -1)  # expect: <class 'signal.itimer_error'> (22, 'Invalid argument')
attempt(signal.setitimer, 0, 1, -1)  # expect: <class 'signal.itimer_error'> (22, 'Invalid argument')
attempt(signal.setitimer, 0, 'x')  # expect: <class 'TypeError'> ("'str' object cannot be interpreted as an integer",)
attempt(signal.setitimer, 0, None)  # expect: <class 'TypeError'> ("'NoneType' object cannot be interpreted as an integer",)
attempt(signal.setitimer, 0, 1e30)  # expect: <class 'OverflowError'> ('timestamp out of range for platform time_t',)
attempt(signal.setitimer, 0, float('nan'))  # expect: <class 'ValueError'> ('Invalid value NaN (not a number)',)
attempt(signal.getitimer, -1)  # expect: <class 'signal.itimer_error'> (22, 'Invalid argument')
attempt(signal.alarm, 1.5)  # expect: <class 'TypeError'> ("'float' object cannot be interpreted as an integer",)
attempt(signal.alarm, 2**40)  # expect: <class 'OverflowError'> ('Python int too large to convert to C int',)
