# Handlers: what may be set, what is returned, what they are called with.
import os, signal, threading

def handler(number, frame):
    print('handler', number, frame.f_code.co_name)

print(signal.signal(signal.SIGUSR1, handler))  # expect: 0
print(signal.getsignal(signal.SIGUSR1) is handler)  # expect: True
def work():
    signal.raise_signal(signal.SIGUSR1)
    print('after')
work()  # expect: handler 10 work
# expect: after
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler, signal.getsignal(signal.SIGUSR1))  # expect: True 1
signal.raise_signal(signal.SIGUSR1)
print(signal.signal(signal.SIGUSR1, handler))  # expect: 1
print(signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGPIPE), signal.getsignal(signal.SIGCHLD))  # expect: <built-in function default_int_handler> 1 0
os.kill(os.getpid(), 0)
os.killpg(os.getpgrp(), 0)
signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)  # expect: handler 10 <module>

# One that raises: in the frame that runs.
def alarm(number, frame):
    raise TimeoutError('too late')
signal.signal(signal.SIGALRM, alarm)
def slow():
    try:
        signal.raise_signal(signal.SIGALRM)
    finally:
        print('finally')
try:
    slow()  # expect: finally
except TimeoutError as e:
    frames = []
    tb = e.__traceback__
    while tb:
        frames.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(repr(e), frames)  # expect: TimeoutError('too late') ['<module>', 'slow', 'alarm']

# By default SIGINT is KeyboardInterrupt; with another handler it is not.
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as e:
    print(repr(e))  # expect: KeyboardInterrupt()
print(signal.signal(signal.SIGINT, handler) is signal.default_int_handler)  # expect: True
signal.raise_signal(signal.SIGINT)  # expect: handler 2 <module>
signal.signal(signal.SIGINT, signal.default_int_handler)

# Real-time signals, and those without effect.
signal.signal(signal.SIGRTMIN + 3, handler)
os.kill(os.getpid(), signal.SIGRTMIN + 3)  # expect: handler 37 <module>
for n in signal.SIGCHLD, signal.SIGURG, signal.SIGWINCH, signal.SIGCONT:
    os.kill(os.getpid(), n)

def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)

for n in 0, 65, -1, 2**40, 'x', None, signal.SIGKILL, signal.SIGSTOP, 32:
    attempt(signal.signal, n, handler)  # expect: ValueError signal number out of range
    # expect: ValueError signal number out of range
    # expect: ValueError signal number out of range
    # expect: OverflowError Python int too large to convert to C int
    # expect: TypeError 'str' object cannot be interpreted as an integer
    # expect: TypeError 'NoneType' object cannot be interpreted as an integer
    # expect: OSError [Errno 22] Invalid argument
    # expect: OSError [Errno 22] Invalid argument
    # expect: OSError [Errno 22] Invalid argument
for h in 3, None, -1, 'x':
    attempt(signal.signal, signal.SIGUSR2, h)  # expect: TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
    # expect: TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
    # expect: TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
    # expect: TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
for n in -1, 65, 32, 'x', 0:
    attempt(signal.raise_signal, n)  # expect: OSError [Errno 22] Invalid argument
    # expect: OSError [Errno 22] Invalid argument
    # expect: OSError [Errno 22] Invalid argument
    # expect: TypeError 'str' object cannot be interpreted as an integer
    # expect: None
attempt(os.kill, os.getpid(), 65)  # expect: OSError [Errno 22] Invalid argument
attempt(os.kill, 10**9, 0)  # expect: ProcessLookupError [Errno 3] No such process
attempt(os.kill, 2**40, 0)  # expect: OverflowError signed integer is greater than maximum
attempt(signal.getsignal, 32)  # expect: None
attempt(signal.siginterrupt, signal.SIGUSR1, False)  # expect: None
attempt(signal.siginterrupt, 9, True)  # expect: OSError [Errno 22] Invalid argument
attempt(signal.default_int_handler, 1)  # expect: TypeError default_int_handler expected 2 arguments, got 1
attempt(signal.pthread_kill, threading.get_ident(), 65)  # expect: OSError [Errno 22] Invalid argument
# expect: ValueError signal only works in main thread of the main interpreter
# expect: ValueError set_wakeup_fd only works in main thread of the main interpreter
def in_thread():
    attempt(signal.signal, signal.SIGUSR1, handler)
    attempt(signal.set_wakeup_fd, -1)
t = threading.Thread(target=in_thread)
t.start()
t.join()
