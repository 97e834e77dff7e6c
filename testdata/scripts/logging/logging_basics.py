# logging: levels, loggers, handlers to standard output, formats, exception().
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
logging.debug("hidden")
logging.info("root %s", "info")
logging.warning("warn %d%%", 50)
logging.error("error %(key)s", {"key": "by name"})
logging.critical("no args %s")
logging.log(35, "custom number")
logging.basicConfig(level=logging.DEBUG)
logging.debug("still hidden: configured once")
log = logging.getLogger("app")
log.info("from %s", log.name)
child = logging.getLogger("app.db")
print(child.parent is log, log.parent.name, child is logging.getLogger("app").getChild("db"), child.getEffectiveLevel(), child.level, log.isEnabledFor(logging.DEBUG), logging.getLogger() is logging.root, logging.getLogger("root") is logging.root)
log.setLevel("DEBUG")
child.debug("inherited level")
child.setLevel(logging.ERROR)
child.warning("too low")
child.error("passes")
child.propagate = False
h = logging.StreamHandler(sys.stdout)
h.setFormatter(logging.Formatter("[%(levelname)-8s] %(funcName)s %(message)s (%(levelno)d)"))
child.addHandler(h)
child.addHandler(h)


def inner():
    child.error("in a function")


inner()
print(len(child.handlers), child.hasHandlers(), log.handlers)
child.removeHandler(h)
child.propagate = True
for style, fmt in (("%", "%(message)s|%(name)s"), ("{", "{levelname:>9}|{message}"), ("$", "$levelname ${message} $$")):
    f = logging.Formatter(fmt, style=style)
    r = logging.LogRecord("rec", logging.WARNING, "path.py", 7, "msg %s", ("arg",), None)
    print(f.format(r), r.getMessage(), r.lineno, r.filename, r.module, r.levelname, r.args)
print(logging.getLevelName(20), logging.getLevelName("ERROR"), logging.getLevelName(35), [logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL, logging.NOTSET, logging.WARN, logging.FATAL])
logging.addLevelName(25, "NOTICE")
log.log(25, "my level")


class List(logging.Handler):
    def __init__(self, level=logging.NOTSET):
        super().__init__(level)
        self.lines = []

    def emit(self, record): self.lines.append(self.format(record))


lh = List(logging.ERROR)
lh.setFormatter(logging.Formatter("%(levelname).1s %(message)s %(extra_field)s"))
log.addHandler(lh)
log.error("kept", extra={"extra_field": "X"})
log.info("not kept by level", extra={"extra_field": "Y"})
print(lh.lines)
log.removeHandler(lh)


class Only(logging.Filter):
    def filter(self, record): return "secret" not in record.getMessage()


log.addFilter(Only())
log.info("a secret")
log.info("a fact")
log.filters.clear()


def dropper(record):
    record.msg = str(record.msg).upper()
    return True


log.addFilter(dropper)
log.info("changed by a filter")
log.removeFilter(dropper)


class NoTrace(logging.Formatter):
    def formatException(self, ei): return f"!{ei[0].__name__}({ei[1]})" if ei[0] else "!none"


eh = logging.StreamHandler(sys.stdout)
eh.setFormatter(NoTrace("%(levelname)s %(message)s"))
ex = logging.getLogger("ex")
ex.addHandler(eh)
ex.propagate = False
try:
    1 / 0
except ZeroDivisionError as err:
    ex.exception("failed %s", "here")
    ex.error("with info", exc_info=True)
    ex.warning("with object", exc_info=err)
    ex.error("without")
ex.exception("outside a handler")
ad = logging.LoggerAdapter(log, {"user": "al"})
ad.info("through an adapter")


class Prefix(logging.LoggerAdapter):
    def process(self, msg, kwargs): return f"[{self.extra['id']}] {msg}", kwargs


Prefix(log, {"id": 7}).warning("prefixed %s", 1)
log.disabled = True
log.error("disabled")
log.disabled = False
logging.disable(logging.ERROR)
log.error("globally disabled")
log.critical("above")
logging.disable(logging.NOTSET)
for bad in (lambda: log.setLevel("NOPE"), lambda: log.setLevel(1.5), lambda: logging.getLogger(5), lambda: logging.basicConfig(nope=1), lambda: logging.Formatter("%(x", style="?"), lambda: log.log("x", "m")):
    try:
        bad()
        print("accepted")
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
nh = logging.NullHandler()
lone = logging.getLogger("lone")
lone.addHandler(nh)
lone.propagate = False
lone.error("nowhere")
print(lone, logging.root, repr(h).startswith("<StreamHandler"), logging.lastResort.level)
logging.info("done", stacklevel=1)
logging.shutdown()
