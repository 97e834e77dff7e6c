# Handlers that write files, memory and queues.
import logging
import logging.handlers
import os
import queue
import tempfile
import time

log = logging.getLogger('files')
log.propagate = False
log.setLevel(logging.DEBUG)


def use(handler, fmt='%(message)s'):
    handler.setFormatter(logging.Formatter(fmt))
    log.handlers[:] = [handler]
    return handler


def read(path):
    with open(path, encoding='utf-8') as f:
        return f.read().splitlines()


with tempfile.TemporaryDirectory() as d:
    path = os.path.join(d, 'app.log')
    h = use(logging.FileHandler(path, encoding='utf-8'))
    log.info('grün')
    h.close()
    log.info('again: the file is opened')
    h.close()
    h = use(logging.FileHandler(path, mode='w', delay=True))
    print(os.path.basename(h.baseFilename), h.stream, h.mode)
    print(read(path))
    log.info('new')
    h.close()
    log.info('lost: mode w is not opened twice')
    print(read(path))
    h = use(logging.FileHandler(path, mode='w', encoding='ascii', errors='backslashreplace'))
    log.info('grün')
    h.close()
    print(read(path))

    path = os.path.join(d, 'rot.log')
    h = use(logging.handlers.RotatingFileHandler(path, maxBytes=30, backupCount=3))
    for i in range(12):
        log.info('message %d', i)
    h.close()
    for name in sorted(os.listdir(d)):
        print(name, read(os.path.join(d, name)))
    h = use(logging.handlers.RotatingFileHandler(path, maxBytes=10, backupCount=0))
    log.info('first of this'), log.info('second of this')
    h.close()
    print(read(path), sorted(os.listdir(d)))

    path = os.path.join(d, 'named.log')
    h = use(logging.handlers.RotatingFileHandler(path, maxBytes=10, backupCount=2))
    h.namer = lambda name: name + '.old'

    def rotator(source, dest):
        with open(source) as f, open(dest, 'w') as g:
            g.write(f.read().upper())
        os.remove(source)

    h.rotator = rotator
    log.info('one long line'), log.info('two long lines'), log.info('three')
    h.close()
    print([(n, read(os.path.join(d, n))) for n in sorted(os.listdir(d)) if n.startswith('named')])

    path = os.path.join(d, 'timed.log')
    h = use(logging.handlers.TimedRotatingFileHandler(path, when='S', interval=60, backupCount=2, utc=True))
    log.info('before')
    for k in range(4):
        h.rolloverAt = 1700000000 + 60 * k
        log.info('after %d', k)
    h.close()
    print([(n, read(os.path.join(d, n))) for n in sorted(os.listdir(d)) if n.startswith('timed')])
    now = 1700000000  # a Tuesday, 22:13:20
    import datetime
    for when, kw in [('S', {}), ('m', {'interval': 5}), ('H', {}), ('D', {}), ('midnight', {}), ('W0', {}), ('W1', {}), ('W2', {}), ('w6', {}),
                     ('midnight', {'interval': 3}), ('midnight', {'atTime': datetime.time(23, 30)}), ('midnight', {'atTime': datetime.time(4)}), ('W1', {'atTime': datetime.time(1)})]:
        h = logging.handlers.TimedRotatingFileHandler(path, when=when, utc=True, delay=True, **kw)
        print(when, h.suffix, h.interval, h.computeRollover(now) - now)
        h.close()
    for when in ('x', 'W', 'W9'):
        try:
            logging.handlers.TimedRotatingFileHandler(path, when=when)
        except ValueError as e:
            print(e)

    path = os.path.join(d, 'watched.log')
    h = use(logging.handlers.WatchedFileHandler(path))
    log.info('one')
    os.rename(path, path + '.moved')
    log.info('two')
    os.remove(path)
    log.info('three')
    h.close()
    print(read(path + '.moved'), read(path))


class Collect(logging.Handler):
    def __init__(self):
        super().__init__()
        self.got = []

    def emit(self, record):
        self.got.append(self.format(record))


target = Collect()
m = use(logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=target))
log.info('1'), log.info('2')
print(target.got, len(m.buffer))
log.info('3'), log.info('4')
print(target.got, len(m.buffer))
log.error('5'), log.info('6')
print(target.got, len(m.buffer))
m.close()
print(target.got, m.target)
m = use(logging.handlers.MemoryHandler(10, flushOnClose=False))
log.info('dropped')
m.setTarget(target)
m.close()
print(target.got)
b = use(logging.handlers.BufferingHandler(2))
log.info('a')
print(len(b.buffer))
log.info('b')
print(len(b.buffer))

q = queue.Queue()
one, two = Collect(), Collect()
two.setLevel(logging.ERROR)
listener = logging.handlers.QueueListener(q, one, two, respect_handler_level=True)
listener.start()
qh = use(logging.handlers.QueueHandler(q), '%(levelname)s %(message)s')
log.info('to %s', 'the queue')
try:
    1 / 0
except ZeroDivisionError:
    log.exception('failed')
listener.stop()
print(one.got[0], one.got[1].splitlines()[0], one.got[1].splitlines()[-1], len(two.got), q.empty())
log.info('waiting')
r = q.get()
print(r.msg, r.args, r.exc_info, r.message, type(r).__name__)
listener.stop()
