# What logging says about its own faults, warnings, levels and its last resort.
import io
import logging
import sys
import warnings

err = io.StringIO()
sys.stderr = err


def said():
    text = err.getvalue()
    err.seek(0)
    err.truncate()
    return text


log = logging.getLogger('faulty')
log.warning('nobody listens: %s', 1)
log.info('unheard')
print(repr(said()))
logging.lastResort = None
log.warning('none at all')
log.warning('said once')
print(repr(said()))
logging.lastResort = logging._defaultLastResort

out = io.StringIO()
h = logging.StreamHandler(out)
log.addHandler(h)


def calls():
    log.error('%d and %d', 1)


calls()
lines = said().splitlines()
print(lines[0], lines[1], [x for x in lines if x.startswith('TypeError')])
at = lines.index('Call stack:')
print(len(lines[at + 1:-2]) >= 4, lines[at + 2].strip(), '|', lines[at + 4].strip(), lines[-2:])
logging.raiseExceptions = False
log.error('%d and %d', 1)
print(repr(said()))
logging.raiseExceptions = True


class Unprintable:
    def __repr__(self):
        raise ValueError('no text')

    __str__ = __repr__


log.error('arg %s', Unprintable())
print(said().splitlines()[-2:])

for bad in ('loud', None, 3.5):
    try:
        log.setLevel(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    log.log('INFO', 'x')
except TypeError as e:
    print(e)
try:
    logging.getLogger(7)
except TypeError as e:
    print(e)
try:
    log.error('x', extra={'message': 1})
except KeyError as e:
    print('KeyError', e)
try:
    log.error('x', extra={'name': 1})
except KeyError as e:
    print('KeyError', e)
try:
    logging.setLoggerClass(dict)
except TypeError as e:
    print(e)
for wrong in (dict(stream=out, filename='x'), dict(handlers=[h], stream=out), dict(style='?'), dict(nothing=1, level='INFO')):
    try:
        logging.basicConfig(**wrong)
    except ValueError as e:
        print(e)
    logging.root.handlers.clear()

logging.captureWarnings(True)
w = logging.getLogger('py.warnings')
cap = io.StringIO()
w.addHandler(logging.StreamHandler(cap))
warnings.simplefilter('always')
warnings.warn('old %s thing', DeprecationWarning)
print(cap.getvalue().split(': ', 1)[1].splitlines()[0])
logging.captureWarnings(False)
warnings.warn('to stderr now')
print(said().split(': ', 1)[1].splitlines()[0])

print(logging.getLevelNamesMapping())
logging.addLevelName(15, 'VERBOSE')
print(logging.getLevelName(15), logging.getLevelName('VERBOSE'), logging.getLevelName(16), logging.getLevelName('nope'))
log.setLevel('VERBOSE')
print(log, log.isEnabledFor(14), log.isEnabledFor(15), log.level, h, logging.NullHandler(), logging.root)
logging.disable(logging.WARNING)
print(log.isEnabledFor(30), log.isEnabledFor(31), logging.root.manager.disable)
logging.disable(logging.NOTSET)
print(log.isEnabledFor(30))
log.disabled = True
print(log.isEnabledFor(50))
log.disabled = False

h.name = 'first'
print(logging.getHandlerByName('first') is h, logging.getHandlerByName('x'), sorted(logging.getHandlerNames()), h.get_name())
h.name = 'second'
print(sorted(logging.getHandlerNames()))
h.close()
print(sorted(logging.getHandlerNames()))
