# Formatters: styles, validation, defaults, record attributes.
import logging
import sys

rec = logging.makeLogRecord({
    'name': 'app.db', 'levelno': 30, 'levelname': 'WARNING', 'msg': 'disk %s at %d%%', 'args': ('sda', 91), 'created': 1700000000.1239,
    'msecs': 123.0, 'lineno': 42, 'funcName': 'check', 'pathname': '/srv/app/db.py', 'filename': 'db.py', 'module': 'db',
    'threadName': 'Worker-1', 'processName': 'MainProcess', 'process': 77, 'thread': 5, 'relativeCreated': 12.5, 'user': 'ann'})
for style, fmt in [
    ('%', '%(name)s|%(levelno)d|%(levelname)-10s|%(lineno)05d|%(funcName)s|%(module)s|%(filename)s|%(pathname)s|%(message)s'),
    ('%', '%(threadName)s %(thread)d %(processName)s %(process)d %(taskName)s %(msecs)03d %(relativeCreated).2f %(user)s'),
    ('%', '%(asctime)s %(message).10s %(created)f'),
    ('{', '{name:>10}|{levelname:^9}|{lineno:#06x}|{message!r}|{msecs:.1f}'),
    ('{', '{asctime} {args[0]} {exc_info}'),
    ('$', '$name ${levelname}s $$5 $message $asctime'),
]:
    f = logging.Formatter(fmt, style=style)
    f.converter = __import__('time').gmtime
    print(f.usesTime(), f.format(rec))
f = logging.Formatter('%(asctime)s', '%d.%m.%Y %H:%M')
f.converter = __import__('time').gmtime
print(f.format(rec))
f = logging.Formatter('%(asctime)s')
f.converter = __import__('time').gmtime
f.default_msec_format = '%s.%03d'
print(f.format(rec))
f.default_msec_format = None
print(f.format(rec))
print(logging.Formatter('%(message)s %(custom)s', defaults={'custom': 'dflt'}).format(rec))
print(logging.Formatter('{message} {custom} {user}', style='{', defaults={'custom': 'dflt', 'user': 'x'}).format(rec))
print(logging.Formatter('$message $custom', style='$', defaults={'custom': 'dflt'}).format(rec))
for style, fmt in [('%', 'plain'), ('%', '{message}'), ('%', '%(message)'), ('{', 'plain'), ('{', '{message!x}'), ('{', '{a b}'), ('{', '{message:bad}'),
                   ('{', '{unclosed'), ('$', 'plain'), ('$', 'bare $ here'), ('?', 'x'), ('%', '%(message)5.2f'), ('%', '%(x)c')]:
    try:
        logging.Formatter(fmt, style=style)
        print('fine', style, fmt)
    except ValueError as e:
        print('ValueError', e)
print(logging.Formatter('plain', validate=False).format(rec))
for style, fmt in [('%', '%(missing)s'), ('{', '{missing}'), ('$', '$missing')]:
    try:
        logging.Formatter(fmt, style=style).format(rec)
    except ValueError as e:
        print('ValueError', e)
print(logging.BufferingFormatter().format([rec, rec]) == (logging.Formatter().format(rec) * 2), repr(logging.BufferingFormatter().format([])))


class Lines(logging.BufferingFormatter):
    def formatHeader(self, records):
        return f'<{len(records)}:'

    def formatFooter(self, records):
        return '>'


print(Lines(logging.Formatter('[%(message)s]')).format([rec, rec]))

try:
    try:
        {}['k']
    except KeyError as e:
        raise RuntimeError('outer') from e
except RuntimeError:
    r2 = logging.LogRecord('n', 40, 'p.py', 3, 'failed', (), sys.exc_info(), 'fn')
text = logging.Formatter('%(levelname)s %(message)s').format(r2)
print([line for line in text.splitlines() if not line.startswith('  ')])
print(r2.exc_text == text.split('\n', 1)[1], r2)


class OneLine(logging.Formatter):
    def formatException(self, ei):
        return repr(super().formatException(ei).splitlines()[-1])

    def format(self, record):
        return super().format(record).replace('\n', '|')


r2.exc_text = None
print(OneLine('%(message)s').format(r2))
r2.stack_info = 'Stack (most recent call last):\n  here'
print(OneLine('%(message)s').format(r2))
print(logging.LogRecord('n', 10, 'x/y.tar.gz', 1, '%(a)s', ({'a': 1},), None).getMessage(), logging.LogRecord('n', 10, '.hidden', 1, 5, (), None).module)
r = logging.LogRecord('n', 10, 'x/y.tar.gz', 1, 'm', (), None)
print(r.filename, r.module, r.levelname, r.funcName, r.exc_info, r.stack_info, r.processName, r.threadName, r.taskName, sorted(vars(r)))
