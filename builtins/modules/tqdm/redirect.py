# The module tqdm.contrib.logging.

import logging as _logging
import sys as _sys
from contextlib import contextmanager as _contextmanager

from tqdm.std import tqdm as _bar

__all__ = ['logging_redirect_tqdm', 'tqdm_logging_redirect']


class _TqdmLoggingHandler(_logging.StreamHandler):
    def __init__(self, tqdm_class=_bar):
        super().__init__()
        self.tqdm_class = tqdm_class

    def emit(self, record):
        try:
            self.tqdm_class.write(self.format(record), file=self.stream)
            self.flush()
        except (KeyboardInterrupt, SystemExit):
            raise
        except Exception:
            self.handleError(record)


def _to_console(handler):
    return isinstance(handler, _logging.StreamHandler) and (handler.stream is _sys.stdout or handler.stream is _sys.stderr)


@_contextmanager
def logging_redirect_tqdm(loggers=None, tqdm_class=_bar):
    """Have what loggers write to the console appear above the bars."""
    loggers = [_logging.root] if loggers is None else loggers
    before = [logger.handlers for logger in loggers]
    try:
        for logger in loggers:
            handler = _TqdmLoggingHandler(tqdm_class)
            console = [h for h in logger.handlers if _to_console(h)]
            if console:
                handler.setFormatter(console[0].formatter)
                handler.stream = console[0].stream
                for f in console[0].filters:
                    handler.addFilter(f)
            logger.handlers = [h for h in logger.handlers if not _to_console(h)] + [handler]
        yield
    finally:
        for logger, handlers in zip(loggers, before):
            logger.handlers = handlers


@_contextmanager
def tqdm_logging_redirect(*args, loggers=None, tqdm_class=_bar, **kwargs):
    """A bar, with what loggers write to the console above it."""
    with tqdm_class(*args, **kwargs) as bar:
        with logging_redirect_tqdm(loggers=loggers, tqdm_class=tqdm_class):
            yield bar
