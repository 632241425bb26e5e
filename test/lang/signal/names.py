# Names, numbers and descriptions of signals.
import signal

for s in signal.Signals:
    print(repr(s), signal.strsignal(s))  # expect: <Signals.SIGHUP: 1> Hangup
    # expect: <Signals.SIGINT: 2> Interrupt
    # expect: <Signals.SIGQUIT: 3> Quit
    # expect: <Signals.SIGILL: 4> Illegal instruction
    # expect: <Signals.SIGTRAP: 5> Trace/breakpoint trap
    # expect: <Signals.SIGABRT: 6> Aborted
    # expect: <Signals.SIGBUS: 7> Bus error
    # expect: <Signals.SIGFPE: 8> Floating point exception
    # expect: <Signals.SIGKILL: 9> Killed
    # expect: <Signals.SIGUSR1: 10> User defined signal 1
    # expect: <Signals.SIGSEGV: 11> Segmentation fault
    # expect: <Signals.SIGUSR2: 12> User defined signal 2
    # expect: <Signals.SIGPIPE: 13> Broken pipe
    # expect: <Signals.SIGALRM: 14> Alarm clock
    # expect: <Signals.SIGTERM: 15> Terminated
    # expect: <Signals.SIGSTKFLT: 16> Stack fault
    # expect: <Signals.SIGCHLD: 17> Child exited
    # expect: <Signals.SIGCONT: 18> Continued
    # expect: <Signals.SIGSTOP: 19> Stopped (signal)
    # expect: <Signals.SIGTSTP: 20> Stopped
    # expect: <Signals.SIGTTIN: 21> Stopped (tty input)
    # expect: <Signals.SIGTTOU: 22> Stopped (tty output)
    # expect: <Signals.SIGURG: 23> Urgent I/O condition
    # expect: <Signals.SIGXCPU: 24> CPU time limit exceeded
    # expect: <Signals.SIGXFSZ: 25> File size limit exceeded
    # expect: <Signals.SIGVTALRM: 26> Virtual timer expired
    # expect: <Signals.SIGPROF: 27> Profiling timer expired
    # expect: <Signals.SIGWINCH: 28> Window changed
    # expect: <Signals.SIGIO: 29> I/O possible
    # expect: <Signals.SIGPWR: 30> Power failure
    # expect: <Signals.SIGSYS: 31> Bad system call
    # expect: <Signals.SIGRTMIN: 34> Real-time signal 0
    # expect: <Signals.SIGRTMAX: 64> Real-time signal 30
print(list(signal.Handlers), list(signal.Sigmasks))  # expect: [<Handlers.SIG_DFL: 0>, <Handlers.SIG_IGN: 1>] [<Sigmasks.SIG_BLOCK: 0>, <Sigmasks.SIG_UNBLOCK: 1>, <Sigmasks.SIG_SETMASK: 2>]
print(signal.SIGCLD, signal.SIGIOT, signal.SIGPOLL, signal.NSIG, repr(signal.SIG_DFL))  # expect: 17 6 29 65 <Handlers.SIG_DFL: 0>
print(signal.strsignal(34), signal.strsignal(64), signal.strsignal(32))  # expect: Real-time signal 0 Real-time signal 30 None
print(len(signal.valid_signals()), 32 in signal.valid_signals())  # expect: 62 False
print(signal.ItimerError, signal.ItimerError.__mro__)  # expect: <class 'signal.itimer_error'> (<class 'signal.itimer_error'>, <class 'OSError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
print(signal.struct_siginfo(range(7)))  # expect: signal.struct_siginfo(si_signo=0, si_code=1, si_errno=2, si_pid=3, si_uid=4, si_status=5, si_band=6)
for n in 0, 65, 'x':
    try:
        signal.strsignal(n)
    except Exception as e:
        print(type(e).__name__, e)  # expect: ValueError signal number out of range
        # expect: ValueError signal number out of range
        # expect: TypeError 'str' object cannot be interpreted as an integer
