# logging.config: dictConfig.
import io
import logging
import logging.config
import queue

buf = io.StringIO()


def said():
    text = buf.getvalue()
    buf.seek(0)
    buf.truncate()
    return text.splitlines()


class Upper(logging.Formatter):
    def __init__(self, fmt=None, suffix=''):
        super().__init__(fmt)
        self.suffix = suffix

    def format(self, record):
        return super().format(record).upper() + self.suffix


class Only:
    def __init__(self, word):
        self.word = word

    def filter(self, record):
        return self.word in record.getMessage()


def make_handler(stream, mark):
    h = logging.StreamHandler(stream)
    h.terminator = mark + '\n'
    return h


old = logging.getLogger('old')
old_child = logging.getLogger('app.child')
config = {
    'version': 1,
    'formatters': {
        'brief': {'format': '%(levelname)s %(name)s %(message)s'},
        'braces': {'format': '{levelname:.1} {message} {extra}', 'style': '{', 'defaults': {'extra': 'none'}},
        'upper': {'()': Upper, 'format': '%(message)s', 'suffix': '!'},
        'dated': {'class': 'logging.Formatter', 'format': '%(asctime)s', 'datefmt': 'DATE'},
    },
    'filters': {'word': {'()': Only, 'word': 'yes'}, 'sub': {'name': 'app.sub'}},
    'handlers': {
        'console': {'class': 'logging.StreamHandler', 'level': 'INFO', 'formatter': 'brief', 'stream': buf},
        'braces': {'class': 'logging.StreamHandler', 'formatter': 'braces', 'stream': buf, 'filters': ['word']},
        'custom': {'()': make_handler, 'stream': 'cfg://settings.stream', 'mark': 'cfg://settings.marks[1]', 'formatter': 'upper', '.': {'note': 'set'}},
        'memory': {'class': 'logging.handlers.MemoryHandler', 'capacity': 10, 'target': 'z_target', 'flushLevel': 'CRITICAL'},
        'z_target': {'class': 'logging.StreamHandler', 'formatter': 'dated', 'stream': buf},
        'err': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stderr', 'level': 50},
    },
    'loggers': {
        'app': {'level': 'DEBUG', 'handlers': ['console', 'braces'], 'propagate': False},
        'app.sub': {'handlers': ['custom'], 'filters': ['sub']},
        'mem': {'level': 'INFO', 'handlers': ['memory'], 'propagate': 'no' == 'yes'},
    },
    'root': {'level': 'WARNING', 'handlers': ['console']},
    'settings': {'stream': buf, 'marks': ['<', '>']},
}
logging.config.dictConfig(config)
app, sub, mem = logging.getLogger('app'), logging.getLogger('app.sub'), logging.getLogger('mem')
app.info('yes, info')
app.debug('debug')
sub.warning('yes, sub')
logging.warning('root')
logging.info('too low')
print(said())
mem.info('kept')
print(said())
mem.critical('flushes')
print(said())
print(old.disabled, old_child.disabled, old_child.level, sorted(logging.getHandlerNames()), logging.getHandlerByName('custom').note)
print(app.level, app.propagate, [h.name for h in app.handlers], [type(f).__name__ for f in sub.filters])

logging.config.dictConfig({'version': 1, 'incremental': True, 'handlers': {'console': {'level': 'ERROR'}}, 'loggers': {'app': {'level': 'ERROR'}}, 'root': {'level': 'CRITICAL'}})
print(logging.getHandlerByName('console').level, app.level, logging.root.level, len(app.handlers))

logging.config.dictConfig({'version': 1, 'disable_existing_loggers': False, 'root': {'level': 'INFO'}})
print(app.disabled, app.handlers, logging.root.handlers, sorted(logging.getHandlerNames()))

logging.config.dictConfig({
    'version': 1, 'disable_existing_loggers': False,
    'handlers': {
        'q': {'class': 'logging.handlers.QueueHandler', 'queue': 'queue.SimpleQueue', 'handlers': ['out'], 'respect_handler_level': True},
        'out': {'class': 'logging.StreamHandler', 'stream': buf},
    },
    'root': {'handlers': ['q']},
})
q = logging.getHandlerByName('q')
print(type(q.queue).__name__, type(q.listener).__name__, q.listener.respect_handler_level, [h.name for h in q.listener.handlers])
q.listener.start()
logging.warning('through the queue')
q.listener.stop()
print(said())

for bad in (
    {}, {'version': 2},
    {'version': 1, 'handlers': {'h': {'class': 'no.such.thing'}}},
    {'version': 1, 'handlers': {'h': {'class': 'logging.NoSuchHandler'}}},
    {'version': 1, 'handlers': {'h': {'class': 'logging.StreamHandler', 'formatter': 'missing'}}},
    {'version': 1, 'handlers': {'h': {'class': 'logging.StreamHandler', 'level': 'LOUD'}}},
    {'version': 1, 'formatters': {'f': {'format': 'x', 'style': '?'}}},
    {'version': 1, 'root': {'handlers': ['missing']}},
    {'version': 1, 'loggers': {'x': {'level': 'NOPE'}}},
    {'version': 1, 'incremental': True, 'handlers': {'nope': {}}},
):
    try:
        logging.config.dictConfig(bad)
    except Exception as e:
        cause = e.__cause__
        print(type(e).__name__, e, '|', type(cause).__name__, cause)
logging.shutdown()
