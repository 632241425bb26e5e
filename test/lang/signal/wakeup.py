# A descriptor that is told of signals.
import os, signal, tempfile

path = os.path.join(tempfile.mkdtemp(), 'told')
fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NONBLOCK)
signal.signal(signal.SIGUSR1, lambda number, frame: print('handler', number))
print(signal.set_wakeup_fd(fd))  # expect: -1
signal.raise_signal(signal.SIGUSR1)  # expect: handler 10
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print('interrupted')  # expect: interrupted
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
signal.raise_signal(signal.SIGUSR1)
print(signal.set_wakeup_fd(-1) == fd, signal.set_wakeup_fd(-1))  # expect: True -1
os.close(fd)
with open(path, 'rb') as f:
    print(f.read())  # expect: b'\n\x02'
os.remove(path)

def attempt(*args, **kw):
    try:
        print(signal.set_wakeup_fd(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)
for n in 1000000, 'x', 1.5, 2**70, -5:
    attempt(n)  # expect: OSError [Errno 9] Bad file descriptor
    # expect: TypeError 'str' object cannot be interpreted as an integer
    # expect: TypeError 'float' object cannot be interpreted as an integer
    # expect: OverflowError Python int too large to convert to C int
    # expect: OSError [Errno 9] Bad file descriptor
attempt(-1, warn_on_full_buffer=False)  # expect: -1
attempt(-1, True)  # expect: TypeError set_wakeup_fd() takes exactly 1 positional argument (2 given)
