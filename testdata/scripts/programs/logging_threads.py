"""Logging from many threads and a queue listener; custom formatter, filter, adapter, rotating file."""
import io
import json
import logging
import logging.handlers
import os
import queue
import re
import sys
import tempfile
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

TRACE = 5
logging.addLevelName(TRACE, "TRACE")


class JsonFormatter(logging.Formatter):
    def format(self, record):
        d = {"level": record.levelname, "logger": record.name, "msg": record.getMessage()}
        if record.exc_info:
            d["exc"] = self.formatException(record.exc_info).splitlines()[-1]
        for k in ("job", "user"):
            if hasattr(record, k):
                d[k] = getattr(record, k)
        return json.dumps(d, sort_keys=True)


class Redact(logging.Filter):
    def filter(self, record):
        record.msg = re.sub(r"password=\S+", "password=***", str(record.msg))
        return not getattr(record, "secret", False)


class CountHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.counts = {}

    def emit(self, record):
        self.counts[record.levelname] = self.counts.get(record.levelname, 0) + 1


class Ctx(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return "[job %s] %s" % (self.extra["job"], msg), kwargs


def work(n):
    log = Ctx(logging.getLogger("app.worker"), {"job": n})
    log.info("start password=%s", "x%d" % n)
    try:
        if n % 3 == 0:
            raise ValueError("multiple of three: %d" % n)
        log.debug("fine")
    except ValueError:
        log.exception("failed")
        return False
    return True


def main():
    out = io.StringIO()
    q = queue.Queue()
    root = logging.getLogger()
    root.setLevel(logging.DEBUG)
    root.addHandler(logging.handlers.QueueHandler(q))
    h = logging.StreamHandler(out)
    h.setFormatter(JsonFormatter())
    h.addFilter(Redact())
    count = CountHandler()
    listener = logging.handlers.QueueListener(q, h, count, respect_handler_level=True)
    count.setLevel(logging.WARNING)
    listener.start()
    with ThreadPoolExecutor(4, thread_name_prefix="worker") as ex:
        print(list(ex.map(work, range(7))))
    listener.stop()
    lines = sorted(out.getvalue().splitlines())
    print(len(lines), count.counts)
    for l in lines[:4] + lines[-2:]:
        print(l)
    root.handlers.clear()

    with tempfile.TemporaryDirectory() as d:
        path = os.path.join(d, "app.log")
        rh = logging.handlers.RotatingFileHandler(path, maxBytes=200, backupCount=2, encoding="utf-8")
        rh.setFormatter(logging.Formatter("%(asctime)s %(levelname)-7s %(threadName)s %(message)s", datefmt="%H:%M"))
        lg = logging.getLogger("rot")
        lg.propagate = False
        lg.addHandler(rh)
        for i in range(12):
            lg.warning("message number %03d é", i)
        rh.close()
        print(sorted(os.listdir(d)), [os.path.getsize(os.path.join(d, f)) <= 200 for f in sorted(os.listdir(d))])
        print(re.sub(r"\d\d:\d\d", "HH:MM", open(path, encoding="utf-8").read().splitlines()[-1]))

    s = logging.StreamHandler(sys.stdout)
    s.setFormatter(logging.Formatter("{name}:{levelname}:{module}:{funcName}:{lineno} {message}", style="{"))
    a, b = logging.getLogger("a"), logging.getLogger("a.b")
    a.addHandler(s); a.setLevel(TRACE)
    b.log(TRACE, "trace %(x)s", {"x": 1})
    b.info("value %s", [1, 2], stack_info=False)
    b.setLevel("ERROR")
    b.warning("hidden")
    b.critical("both", extra={"user": "u"})
    print(b.getEffectiveLevel(), b.isEnabledFor(logging.INFO), logging.getLevelName(TRACE), logging.getLevelName("WARNING"), a.getChild("c"), b.parent is a, a.hasHandlers())
    a.error("bad args %d", "x") if False else None
    try:
        a.setLevel("LOUD")
    except ValueError as e:
        print(e)
    mh = logging.handlers.MemoryHandler(10, flushLevel=logging.ERROR, target=s)
    m = logging.getLogger("mem"); m.addHandler(mh); m.setLevel(10); m.propagate = False
    s.setFormatter(logging.Formatter("{name}:{levelname} {message}", style="{"))
    m.info("one"); m.debug("two")
    print("-- nothing yet"); m.error("three")
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise RuntimeError("outer") from e
    except RuntimeError:
        mh.setTarget(quiet := CountHandler())
        m.error("chain", exc_info=True)
        print(quiet.counts, [l for l in traceback.format_exc().splitlines() if not l.startswith("  File")])
    logging.captureWarnings(True)
    print(logging.getLogger("py.warnings").handlers, logging.root.name, logging.lastResort.level)
    logging.shutdown()


if __name__ == "__main__":
    main()
