# The module faulthandler.

import sys as _sys
import threading as _threading
import traceback as _traceback

_enabled = False
_timer = None


def enable(file=None, all_threads=True, c_stack=True):
    """Note that faults are to be reported: they are anyway."""
    global _enabled
    _enabled = True


def disable():
    """Take enable() back."""
    global _enabled
    was, _enabled = _enabled, False
    return was


def is_enabled():
    """Whether enable() has been called."""
    return _enabled


def dump_traceback(file=None, all_threads=True):
    """Write where the calling thread is, the innermost call first."""
    file = _sys.stderr if file is None else file
    lines = ['Stack (most recent call first):\n']
    for frame in reversed(_traceback.extract_stack()):
        if not frame.filename.startswith('<frozen faulthandler'):
            lines.append('  File "%s", line %d in %s\n' % (frame.filename, frame.lineno, frame.name))
    file.write(''.join(lines))


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Say after a time that the program is still running, and end it if exit is true."""
    global _timer
    cancel_dump_traceback_later()
    out = _sys.stderr if file is None else file

    def late():
        out.write('Timeout (%s)!\n' % timeout)
        if exit:
            import os
            out.flush()
            os._exit(1)
        if repeat:
            dump_traceback_later(timeout, repeat, out, exit)

    _timer = _threading.Timer(timeout, late)
    _timer.daemon = True
    _timer.start()


def cancel_dump_traceback_later():
    """Take dump_traceback_later() back."""
    global _timer
    if _timer is not None:
        _timer.cancel()
        _timer = None
