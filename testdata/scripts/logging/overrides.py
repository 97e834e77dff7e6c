# Each part of a call on a logger in the hands of a script, and back.
import io
import logging
import sys
import time
from collections import UserDict

out = io.StringIO()
sys.stderr = out
log = logging.getLogger('app.part')
log.setLevel(logging.DEBUG)
log.propagate = False
handler = logging.StreamHandler(out)
log.addHandler(handler)


def said(what=''):
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    print(what, repr(text))


def style(fmt, **kwargs):
    handler.setFormatter(logging.Formatter(fmt, **kwargs))


def speak(*args, **kwargs):
    log.info(*args, **kwargs)


# Formats.
for fmt in ('%(message)s', '%(levelname)s:%(name)s:%(message)s', '%(levelname)-10s|%(message)8s|', '%(levelno)05d %(levelno)r %(message).3s',
            '100%% %(message)s', '%(funcName)s %(module)s %(filename)s %(lineno)d %(message)s', '%(nothing)s %(message)s',
            '%(message)s %(threadName)s %(processName)s', '%(message)d', 'plain', '%(exc_text)s %(taskName)s %(message)s'):
    style(fmt, validate=False)
    speak('number %d of %s', 3, 'many')
    text = out.getvalue()
    print(fmt, repr(text) if 'error' not in text else [x for x in text.splitlines() if 'Error:' in x])
    out.seek(0)
    out.truncate()

# Messages.
style('%(message)s')
for args in (('no args %d',), ('%s', (1, 2)), ('%(a)s-%(b)d', {'a': 1, 'b': 2}), ('%s', {}), ('%s', [1]), ('%s', None), (7,), (None,),
             ('%(a)s', UserDict(a='mapping')), ('é %s', 'ü'), ('%5.1f%%', 2.25), ('%s', ValueError('v')), (['a', 1],)):
    speak(*args)
    said(args[0])

# Times.
record = logging.makeLogRecord({'msg': 'then', 'created': 1700000000.25, 'msecs': 250.0, 'levelno': 20})
style('%(asctime)s %(message)s')
handler.formatter.converter = time.gmtime
log.handle(record)
said('gmtime')
handler.formatter.default_msec_format = '%s.%06d'
log.handle(record)
said('msec')
handler.formatter.default_msec_format = None
log.handle(record)
said('none')
style('%(asctime)s %(message)s', datefmt='%Y')
log.handle(record)
said('datefmt')
style('%(asctime)s %(message)s')
log.info('now')
shape = ''.join('9' if c.isdigit() else c for c in out.getvalue())
print(shape == '9999-99-99 99:99:99,999 now\n')
out.seek(0)
out.truncate()


# Formatters.
class Upper(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()


class Message(logging.Formatter):
    def formatMessage(self, record):
        return '<%s>' % super().formatMessage(record)


class Clock(logging.Formatter):
    def formatTime(self, record, datefmt=None):
        return 'noon'


for formatter in (Upper('%(message)s'), Message('%(message)s'), Clock('%(asctime)s %(message)s'), logging.Formatter('{message}!', style='{'),
                  logging.Formatter('%(message)s %(who)s', defaults={'who': 'nobody'}), None):
    handler.setFormatter(formatter)
    speak('text %s', 1)
    said(type(formatter).__name__)
one = logging.Formatter('%(message)s')
one.format = lambda record: 'instance ' + record.getMessage()
handler.setFormatter(one)
speak('hello')
said('instance')
style('%(message)s')

# Handlers.
handler.emit = lambda record: out.write('emit %s;' % record.msg)
speak('a')
del handler.emit
handler.terminator = '$'
speak('b')
del handler.terminator
handler.handle = lambda record: out.write('handle %s;' % record.msg)
speak('c')
del handler.handle
handler.setLevel(logging.WARNING)
speak('too low')
handler.setLevel(logging.NOTSET)
handler.format = lambda record: 'formatted'
speak('d')
del handler.format
locked = []
handler.acquire = lambda: locked.append('acquire')
handler.release = lambda: locked.append('release')
speak('e')
del handler.acquire, handler.release
handler.flush = lambda: locked.append('flush')
speak('f')
del handler.flush
handler.createLock()
speak('g')
said('handlers')
print(locked)


class Loud(logging.StreamHandler):
    terminator = '!\n'

    def emit(self, record):
        record.msg += ' (loud)'
        super().emit(record)


loud = Loud(out)
log.addHandler(loud)
speak('two')
log.removeHandler(loud)
said('subclass')


# Filters.
class Secret(logging.Filter):
    def filter(self, record):
        return 'secret' not in record.getMessage()


for target in (log, handler):
    f = Secret()
    target.addFilter(f)
    speak('a %s', 'secret')
    speak('a word')
    target.removeFilter(f)
    target.addFilter(lambda record: record.levelno > logging.INFO)
    log.warning('w')
    speak('i')
    target.filters.clear()
said('filters')


# Records.
class Mine(logging.LogRecord):
    def getMessage(self):
        return 'mine: ' + super().getMessage()


before = logging.getLogRecordFactory()
logging.setLogRecordFactory(Mine)
speak('r %d', 1)


def factory(*args, **kwargs):
    record = before(*args, **kwargs)
    record.msg = 'made ' + record.msg
    return record


logging.setLogRecordFactory(factory)
speak('r %d', 2)
logging.setLogRecordFactory(before)
speak('r %d', 3)
said('records')


class Logger(logging.Logger):
    def makeRecord(self, *args, **kwargs):
        record = super().makeRecord(*args, **kwargs)
        record.extra = 'extra'
        return record

    def isEnabledFor(self, level):
        return level != logging.ERROR and super().isEnabledFor(level)


style('%(message)s %(extra)s %(funcName)s', defaults={'extra': '-'})
own = Logger('own')
own.addHandler(handler)


def through():
    own.info('own')
    own.error('never')
    log.info('plain', extra={'extra': 'given'})
    log.info('above', stacklevel=2)


def outermost():
    through()


outermost()
log.makeRecord = lambda *args, **kwargs: logging.makeLogRecord({'msg': 'replaced', 'funcName': 'f', 'levelno': 20})
speak('x')
del log.makeRecord
log.findCaller = lambda *args: ('file', 1, 'found', None)
speak('y')
del log.findCaller
speak('z')
said('loggers')

# The hierarchy.
parent = logging.getLogger('app')
above = logging.StreamHandler(out)
above.setFormatter(logging.Formatter('above %(message)s'))
parent.addHandler(above)
style('%(message)s')
log.propagate = True
speak('both')
parent.propagate = False
parent.disabled = True
speak('handlers of a disabled logger')
log.disabled = True
speak('nothing')
log.disabled = False
logging.disable(logging.INFO)
speak('nothing')
log.warning('warned')
logging.disable(logging.NOTSET)
speak('again')
logging.addLevelName(logging.INFO, 'Note')
style('%(levelname)s %(message)s')
speak('named')
logging.addLevelName(logging.INFO, 'INFO')
said('hierarchy')


# Streams that fail, and what is on the record afterwards.
class Broken:
    def write(self, text):
        raise OSError('no room')


class Bare:
    def write(self, text):
        out.write('bare ' + text)


log.removeHandler(handler)
parent.removeHandler(above)
for stream in (Bare(), Broken()):
    h = logging.StreamHandler(stream)
    log.addHandler(h)
    speak('stream')
    log.removeHandler(h)
    lines = out.getvalue().splitlines()
    print(lines[0], [x for x in lines if x.startswith('OSError')], lines[-2:])
    out.seek(0)
    out.truncate()
errors = []
h = logging.StreamHandler(Broken())
h.handleError = lambda record: errors.append((record.msg, type(sys.exception()).__name__))
log.addHandler(h)
speak('handled %s', 1)
print(errors)
log.removeHandler(h)


class Keep(logging.Handler):
    def emit(self, record):
        print(list(vars(record)))
        print(record.name, record.msg, record.args, record.levelname, record.exc_info, record.taskName, record.getMessage())
        record.later = 1
        del record.args
        print(sorted(set(vars(record)) - {'later'})[:3], hasattr(record, 'args'), record.later)


log.addHandler(Keep())
speak('kept %s', 1)
