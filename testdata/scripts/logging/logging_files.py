# FileHandler, formats with time masked, several handlers, hierarchy, dictionaries as messages.
import logging
import sys

fh = logging.FileHandler("app.log", mode="w", encoding="utf-8")
fh.setLevel(logging.WARNING)
fh.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))
sh = logging.StreamHandler(sys.stdout)
sh.setFormatter(logging.Formatter("out: %(message)s"))
log = logging.getLogger("files")
log.setLevel(logging.DEBUG)
log.propagate = False
log.addHandler(fh)
log.addHandler(sh)
log.debug("only on the screen")
log.warning("both é")
log.error("both %r", {"k": [1]})
fh.close()
log.removeHandler(fh)
print(open("app.log", encoding="utf-8").read())
stamp = logging.Formatter("%(asctime)s %(message)s")
r = logging.LogRecord("n", 20, "p", 1, "m", None, None)
text = stamp.format(r)
date, clock, msg = text.split(" ")
print(len(date), date.count("-"), len(clock), clock.count(":"), "," in clock, msg)
short = logging.Formatter("%(asctime)s|%(message)s", datefmt="%H:%M")
print(len(short.format(r)), short.format(r)[2], short.usesTime(), logging.Formatter("%(message)s").usesTime())
r.created, r.msecs = 0.0, 5.0
import time
utc = logging.Formatter("%(asctime)s %(message)s")
utc.converter = time.gmtime
print(utc.format(r))
utc.default_msec_format = None
print(utc.format(r))
utc2 = logging.Formatter("{asctime} {message}", datefmt="%Y/%m/%d %H.%M.%S", style="{")
utc2.converter = time.gmtime
print(utc2.format(r))


class Memory(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record): self.records.append(record)


mem = Memory()
log.addHandler(mem)
log.removeHandler(sh)
log.info(["a", "list"])
log.info({"as": "message"})
log.info(5)
log.info("tuple %s %s", *("a", "b"))
log.info("%s", ("x", "y"))
log.info("unformatted %s with none")
for rec in mem.records:
    print(type(rec.msg).__name__, rec.args, rec.getMessage(), rec.funcName, rec.threadName, rec.name, rec.pathname.endswith(".py"), rec.lineno > 0)
mem.records.clear()
a, b, c = (logging.getLogger(n) for n in ("tree", "tree.branch", "tree.branch.leaf"))
a.addHandler(mem)
a.setLevel(logging.WARNING)
c.error("up")
c.info("below")
b.setLevel(logging.DEBUG)
c.info("now passes")
b.propagate = False
c.error("stopped at branch") if b.hasHandlers() else None
a.propagate = False
print([(r.name, r.getMessage()) for r in mem.records])
print(sorted(n.name for n in a.getChildren()), c.parent.name, c.getEffectiveLevel(), logging.getLogger("tree.branch") is b)


class Color(logging.Formatter):
    marks = {logging.INFO: "i", logging.ERROR: "E"}

    def format(self, record):
        return f"{self.marks.get(record.levelno, '?')} {super().format(record)}"


ch = logging.StreamHandler(sys.stdout)
ch.setFormatter(Color("%(message)s"))
ch.terminator = "<end>\n"
log.handlers[:] = [ch]
log.info("one")
log.error("two")
log.debug("three")
ch.addFilter(lambda rec: rec.levelno >= logging.ERROR)
log.info("filtered by the handler")
log.error("kept")
ch.setLevel("CRITICAL")
log.error("handler level")
print(ch.level, ch.name, logging.getLevelNamesMapping()["WARNING"])


class Broken:
    def __str__(self): return "lazy text"


log.handlers[:] = [mem]
mem.records.clear()
log.info(Broken())
log.info("%s and %s", Broken(), 1)
print([r.getMessage() for r in mem.records])
def level_of(n): return logging.getLogger(n).getEffectiveLevel()
print(level_of("never.seen"), level_of("tree.branch.new"), logging.getLogger("never").level)
