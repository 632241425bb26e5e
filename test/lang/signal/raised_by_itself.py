# Signals that a program sends itself reach its handlers at once.
import os, signal

try:
    os.kill(os.getpid(), signal.SIGINT)
    [i for i in range(1000)]
except KeyboardInterrupt as e:
    print('caught', e.args)  # expect: caught ()
signal.signal(signal.SIGUSR1, lambda number, frame: print('usr', number))
os.kill(os.getpid(), signal.SIGUSR1)  # expect: usr 10
for i in range(100):
    pass
print('end')  # expect: end
