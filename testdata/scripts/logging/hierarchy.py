# Loggers: parents and children, propagation, filters, classes, adapters, callers.
import copy
import io
import logging
import pickle
import threading

out = io.StringIO()


def said():
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text.splitlines()


c = logging.getLogger('a.b.c')
print(c.parent.name)
a = logging.getLogger('a')
print(c.parent.name, a.parent.name)
b = logging.getLogger('a.b')
print(c.parent.name, b.parent.name, logging.getLogger('a.b.c') is c, a.getChild('b.c') is c, logging.root.getChild('a') is a)
ab = logging.getLogger('ab')
print(ab.parent.name, sorted(x.name for x in a.getChildren()), sorted(x.name for x in logging.root.getChildren() if x.name.startswith('a')))

h = logging.StreamHandler(out)
h.setFormatter(logging.Formatter('%(name)s %(levelname)s %(funcName)s %(message)s'))
logging.root.addHandler(h)
logging.root.setLevel(logging.INFO)
c.info('up'), c.debug('no')
b.propagate = False
c.info('stopped')
b.addHandler(h)
c.info('by b'), a.info('by root')
a.setLevel('ERROR')
c.warning('quiet'), c.error('loud')
print(said(), c.getEffectiveLevel(), c.hasHandlers(), logging.getLogger('a.b').hasHandlers())
b.removeHandler(h)
print(c.hasHandlers())
b.propagate = True
a.setLevel(logging.NOTSET)


class Redact(logging.Filter):
    def filter(self, record):
        new = copy.copy(record)
        new.msg = new.getMessage().replace('secret', '***')
        new.args = ()
        return new


h.addFilter(Redact())
c.info('the %s', 'secret')
h.filters.clear()
h.addFilter(logging.Filter('a.b'))
a.info('filtered'), b.info('b'), c.info('c'), logging.getLogger('a.bc').info('bc')
h.filters.clear()
c.addFilter(lambda r: r.levelno > 20)
c.info('not'), c.warning('yes')
c.filters.clear()
print(said())


class Fancy(logging.Logger):
    def shout(self, msg, *args, **kw):
        self.info('%s!' % (msg % args), stacklevel=2, **kw)


logging.setLoggerClass(Fancy)
fancy = logging.getLogger('fancy.one')
logging.setLoggerClass(logging.Logger)


def shouting():
    fancy.shout('hey %s', 'you')


shouting()
print(type(fancy).__name__, logging.getLoggerClass().__name__, said())


class Record(logging.LogRecord):
    def getMessage(self):
        return str(self.msg).format(*self.args)


logging.setLogRecordFactory(Record)
c.info('{} and {:>3}', 1, 2)
logging.setLogRecordFactory(logging.LogRecord)
print(said(), logging.getLogRecordFactory() is logging.LogRecord)


class Tagged(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['id']}] {msg}", kwargs


t = Tagged(c, {'id': 7})


def tagging():
    t.info('tagged %d', 1)
    t.warning('w')
    t.error('e')
    t.critical('c')
    t.debug('not')
    t.log(25, 'n')


tagging()
print(said(), t.name, t.isEnabledFor(10), t.getEffectiveLevel(), t.hasHandlers(), t)
h.setFormatter(logging.Formatter('%(message)s %(ip)s %(user)s', defaults={'ip': '-', 'user': '-'}))
plain = logging.LoggerAdapter(c, {'ip': '::1'})
plain.info('replaced', extra={'user': 'x'})
logging.LoggerAdapter(c, {'ip': '::1'}, merge_extra=True).info('merged', extra={'user': 'x'})
logging.LoggerAdapter(c).info('none')
print(said())

h.setFormatter(logging.Formatter('%(funcName)s:%(lineno)d'))


def level1():
    level2()


def level2():
    for level in (1, 2, 3, 4, 50):
        c.info('x', stacklevel=level)
    c.log(logging.ERROR, 'x')
    logging.info('x')
    (lambda: c.info('x'))()
    [c.info('x') for _ in range(1)]


class K:
    def method(self):
        c.info('x')


level1()
K().method()
print(said())

h.setFormatter(logging.Formatter('%(message)s'))


def stack():
    c.info('with stack', stack_info=True)


stack()
lines = said()
print(lines[:2], [x.strip() for x in lines if x.startswith('    ') and not set(x.strip()) <= set('~^')])
try:
    1 / 0
except ZeroDivisionError as e:
    err = e
    c.exception('caught')
    c.error('also', exc_info=True)
    c.error('not', exc_info=False)
c.error('later', exc_info=err)
c.error('tuple', exc_info=(type(err), err, None))
c.error('nothing', exc_info=True)
lines = said()
print([x for x in lines if not x.startswith('  ')])

h.setFormatter(logging.Formatter('%(threadName)s %(message)s'))
th = [threading.Thread(target=c.info, args=('hello',), name=f'T{i}') for i in range(3)]
for x in th:
    x.start()
    x.join()
print(said())
print(pickle.loads(pickle.dumps(c)) is c, pickle.loads(pickle.dumps(logging.root)) is logging.root, copy.copy(c) is c)
try:
    pickle.dumps(logging.Logger('loose'))
except pickle.PicklingError as e:
    print(e)
h.terminator = '<EOL>\n'
c.info('ended')
print(said(), h.setStream(io.StringIO()) is out, h.setStream(h.stream))
logging.shutdown()
