# Signals that are blocked wait; some can be waited for.
import os, signal

def handler(number, frame):
    print('handler', number)

signal.signal(signal.SIGUSR1, handler)
signal.signal(signal.SIGUSR2, handler)
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGUSR2]))  # expect: set()
os.kill(os.getpid(), signal.SIGUSR2)
os.kill(os.getpid(), signal.SIGUSR1)
os.kill(os.getpid(), signal.SIGUSR1)
print(sorted(signal.sigpending()))  # expect: [<Signals.SIGUSR1: 10>, <Signals.SIGUSR2: 12>]
print('now')  # expect: now
print(sorted(signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1, signal.SIGUSR2])))  # expect: handler 10
# expect: handler 12
# expect: [<Signals.SIGUSR1: 10>, <Signals.SIGUSR2: 12>]
print(signal.sigpending(), signal.pthread_sigmask(signal.SIG_BLOCK, []))  # expect: set() set()

signal.pthread_sigmask(signal.SIG_SETMASK, [signal.SIGUSR1, signal.SIGTERM, signal.SIGKILL])
print(sorted(signal.pthread_sigmask(signal.SIG_BLOCK, [])))  # expect: [<Signals.SIGUSR1: 10>, <Signals.SIGTERM: 15>]
os.kill(os.getpid(), signal.SIGTERM)
print(repr(signal.sigwait([signal.SIGTERM, signal.SIGUSR2])))  # expect: <Signals.SIGTERM: 15>
signal.raise_signal(signal.SIGUSR1)
info = signal.sigwaitinfo({signal.SIGUSR1})
print(info.si_signo, info.si_code, info.si_pid == os.getpid(), info.si_uid == os.getuid())  # expect: 10 0 True True
print(signal.sigtimedwait([signal.SIGUSR1], 0), signal.sigtimedwait([signal.SIGUSR1], 0.001))  # expect: None None
signal.pthread_sigmask(signal.SIG_SETMASK, [])

# A handler that raises at the end of blocking: in pthread_sigmask.
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
signal.raise_signal(signal.SIGINT)
try:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
except KeyboardInterrupt:
    print('interrupted', signal.pthread_sigmask(signal.SIG_BLOCK, []))  # expect: interrupted set()

def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)

attempt(signal.pthread_sigmask, 7, [])  # expect: OSError [Errno 22] Invalid argument
attempt(signal.pthread_sigmask, 'x', [])  # expect: TypeError 'str' object cannot be interpreted as an integer
attempt(signal.pthread_sigmask, 0, 3)  # expect: TypeError 'int' object is not iterable
for n in 'x', 0, 65, 2**70, 1.5:
    attempt(signal.pthread_sigmask, 0, [n])  # expect: TypeError 'str' object cannot be interpreted as an integer
    # expect: ValueError signal number 0 out of range [1; 64]
    # expect: ValueError signal number 65 out of range [1; 64]
    # expect: ValueError signal number -1 out of range [1; 64]
    # expect: TypeError 'float' object cannot be interpreted as an integer
for t in -1, 'x', 1e30, 2**70, float('nan'):
    attempt(signal.sigtimedwait, [signal.SIGUSR1], t)  # expect: ValueError timeout must be non-negative
    # expect: TypeError 'str' object cannot be interpreted as an integer
    # expect: OverflowError timestamp out of range for platform time_t
    # expect: OverflowError timestamp too large to convert to C PyTime_t
    # expect: ValueError Invalid value NaN (not a number)
attempt(signal.sigwait, 3)  # expect: TypeError 'int' object is not iterable
