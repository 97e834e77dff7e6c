# Nanoseconds of processor time that calls on loggers take, the best of three rounds each.
import io
import logging
import sys
import tempfile
import time

def timed(name, f, n):
    if len(sys.argv) > 1 and not name.startswith(sys.argv[1]):
        return
    best = None
    for _ in range(3):
        t0 = time.process_time()
        f(n)
        d = time.process_time() - t0
        if best is None or d < best:
            best = d
    print('%s\t%.1f' % (name, best / n * 1e9))

class Null:
    def write(self, s):
        pass
    def flush(self):
        pass

log = logging.getLogger('a.b')
h = logging.StreamHandler(io.StringIO())
h.setFormatter(logging.Formatter('%(asctime)s %(levelname)s %(name)s %(message)s'))
log.addHandler(h)
log.propagate = False
log.setLevel(logging.INFO)

log2 = logging.getLogger('c.d')
h2 = logging.StreamHandler(Null())
h2.setFormatter(logging.Formatter('%(levelname)s %(name)s %(message)s'))
log2.addHandler(h2)
log2.propagate = False
log2.setLevel(logging.INFO)

def asctime(n):
    for i in range(n):
        log.info('number %d of %s', i, 'many')

def plain(n):
    for i in range(n):
        log2.info('number %d of %s', i, 'many')

def disabled(n):
    for i in range(n):
        log.debug('number %d', i)

f = tempfile.TemporaryFile('w')
logging.basicConfig(stream=f, level=logging.INFO, format='%(asctime)s %(levelname)s %(message)s')
def root_file(n):
    for i in range(n):
        logging.info('number %d', i)

timed('disabled', disabled, 100000)
timed('asctime', asctime, 20000)
timed('plain', plain, 20000)
timed('root_file', root_file, 20000)
