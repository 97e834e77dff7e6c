# The module signal; names.py has its enumerations.

NSIG = 65
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2

_handlers = {}
_DESCRIPTIONS = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 4: 'Illegal instruction', 5: 'Trace/breakpoint trap', 6: 'Aborted',
                 7: 'Bus error', 8: 'Floating point exception', 9: 'Killed', 10: 'User defined signal 1',
                 11: 'Segmentation fault', 12: 'User defined signal 2', 13: 'Broken pipe', 14: 'Alarm clock',
                 15: 'Terminated', 17: 'Child exited', 18: 'Continued', 19: 'Stopped (signal)', 20: 'Stopped'}


def default_int_handler(signalnum, frame, /):
    """The default handler for SIGINT installed by Python."""
    raise KeyboardInterrupt


def getsignal(signalnum):
    """Return the current action for the given signal."""
    if not 0 < signalnum < NSIG:
        raise ValueError('signal number out of range')
    found = _handlers.get(int(signalnum))
    if found is None:
        if signalnum == 2:
            return default_int_handler
        from signal import SIG_DFL
        return SIG_DFL
    return found


def signal(signalnum, handler):
    """Set the action for the given signal."""
    import threading
    from signal import Handlers, SIG_DFL, SIG_IGN
    if threading.current_thread() is not threading.main_thread():
        raise ValueError('signal only works in main thread of the main interpreter')
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    if not 0 < signalnum < NSIG:
        raise ValueError('signal number out of range')
    if signalnum in (9, 19):
        raise OSError(22, 'Invalid argument')
    previous = getsignal(signalnum)
    if not callable(handler) or isinstance(handler, Handlers):
        handler = Handlers(handler)
        _install(int(signalnum), int(handler), None)
    else:
        _install(int(signalnum), 2, handler)
    _handlers[int(signalnum)] = handler
    return previous


def raise_signal(signalnum, /):
    """Send a signal to the executing process."""
    from signal import SIG_DFL, SIG_IGN
    handler = getsignal(signalnum)
    if handler is SIG_IGN:
        return
    if handler is SIG_DFL:
        _kill(int(signalnum))
        return
    handler(int(signalnum), None)


def strsignal(signalnum, /):
    """Return the system description of the given signal."""
    if not 0 < signalnum < NSIG:
        raise ValueError('signal number out of range')
    return _DESCRIPTIONS.get(int(signalnum))


def valid_signals():
    """Return a set of valid signal numbers on this platform."""
    from signal import Signals
    return set(Signals)


def alarm(seconds, /):
    """Arrange for SIGALRM to arrive after the given number of seconds."""
    import math
    return math.ceil(_timer(float(seconds), 0.0)[0])


def setitimer(which, seconds, interval=0.0, /):
    """Sets given itimer to fire after value in seconds."""
    if which != ITIMER_REAL:
        raise ItimerError(22, 'Invalid argument')
    return _timer(float(seconds), float(interval))


def getitimer(which, /):
    """Returns current value of given itimer."""
    return _timer(None, 0.0)


def siginterrupt(signalnum, flag, /):
    """Change system call restart behaviour: calls always go on here."""


ItimerError = OSError
