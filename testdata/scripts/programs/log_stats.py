# Parse access logs with big verbose regex, group by hour/status, percentile report
import collections
import gzip
import itertools
import math
import os
import re
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import datetime, timezone, timedelta
from statistics import mean, median, quantiles, stdev
from zoneinfo import ZoneInfo

LINE = re.compile(r"""
    ^(?P<host>\S+)\s\S+\s(?P<user>\S+)\s
    \[(?P<when>[^\]]+)\]\s
    "(?P<method>[A-Z]+)\s(?P<path>[^\s"?]+)(?:\?(?P<query>[^\s"]*))?\s(?P<proto>HTTP/\d\.\d)"\s
    (?P<status>\d{3})\s(?P<size>\d+|-)\s*
    (?P<ms>\d+(?:\.\d+)?)?$
""", re.VERBOSE)

Hit = collections.namedtuple("Hit", "host when method path status size ms", defaults=(None,))


def make_logs(folder, files=3, lines=400):
    state = 12345
    def rnd(n):
        nonlocal state
        state = (state * 1103515245 + 12345) & 0x7fffffff
        return (state >> 8) % n
    base = datetime(2024, 3, 30, 22, 0, tzinfo=timezone.utc)
    names = []
    for i in range(files):
        name = os.path.join(folder, "access-%d.log%s" % (i, ".gz" if i % 2 else ""))
        opener = gzip.open if name.endswith(".gz") else open
        with opener(name, "wt", encoding="utf-8") as f:
            for k in range(lines):
                when = base + timedelta(minutes=rnd(300), hours=i)
                status = [200, 200, 200, 304, 404, 500][rnd(6)]
                path = ["/", "/about", "/api/items/%d" % rnd(9), "/static/app.js?v=%d" % rnd(3)][rnd(4)]
                if rnd(50) == 0:
                    print("garbage line %d" % k, file=f)
                    continue
                print('10.0.0.%d - %s [%s] "%s %s HTTP/1.1" %d %s %.2f' % (
                    rnd(20), "-" if rnd(2) else "bob", when.strftime("%d/%b/%Y:%H:%M:%S %z"),
                    "GET" if rnd(5) else "POST", path, status, "-" if status == 304 else rnd(9000), rnd(100000) / 100.0), file=f)
        names.append(name)
    return names


def parse(name):
    hits, bad = [], 0
    opener = gzip.open if name.endswith(".gz") else open
    with opener(name, "rt", encoding="utf-8") as f:
        for line in f:
            m = LINE.match(line.rstrip("\n"))
            if not m:
                bad += 1
                continue
            d = m.groupdict()
            hits.append(Hit(d["host"], datetime.strptime(d["when"], "%d/%b/%Y:%H:%M:%S %z"), d["method"],
                            re.sub(r"/\d+", "/:id", d["path"]), int(d["status"]),
                            0 if d["size"] == "-" else int(d["size"]), float(d["ms"])))
    return hits, bad


def human(n):
    for unit in ("B", "KiB", "MiB"):
        if abs(n) < 1024.0:
            return "%3.1f %s" % (n, unit)
        n /= 1024.0
    return "%.1f GiB" % n


def bar(n, peak, width=30):
    return ("#" * int(math.ceil(width * n / peak))).ljust(width, ".")


def main():
    with tempfile.TemporaryDirectory() as d:
        logs = make_logs(d)
        with ThreadPoolExecutor(max_workers=3) as ex:
            parts = list(ex.map(parse, logs))
        with ProcessPoolExecutor(max_workers=2) as ex:
            again = list(ex.map(parse, logs))
        print("same from processes:", again == parts)
    hits = sorted(itertools.chain.from_iterable(p[0] for p in parts), key=lambda h: (h.when, h.host, h.ms))
    print("%d hits, %d bad" % (len(hits), sum(p[1] for p in parts)))
    berlin = ZoneInfo("Europe/Berlin")
    per_hour = collections.Counter(h.when.astimezone(berlin).strftime("%a %H %Z") for h in hits)
    peak = max(per_hour.values())
    for hour, group in itertools.groupby(hits, key=lambda h: h.when.astimezone(berlin).strftime("%a %H %Z")):
        print("%s %4d %s" % (hour, per_hour[hour], bar(per_hour[hour], peak)))
        assert len(list(group)) == per_hour[hour]
    print()
    print("%-22s %6s %10s %8s %8s %8s" % ("path", "hits", "bytes", "median", "p90", "stdev"))
    paths = collections.defaultdict(list)
    for h in hits:
        paths[h.method, h.path].append(h)
    for (method, path), hs in sorted(paths.items(), key=lambda kv: (-len(kv[1]), kv[0])):
        ms = [h.ms for h in hs]
        print("%-22s %6d %10s %8.2f %8.2f %8.2f" % (method + " " + path, len(hs), human(sum(h.size for h in hs)),
              median(ms), quantiles(ms, n=10)[-1], stdev(ms)))
    errors = [h for h in hits if h.status >= 500]
    print("error rate: {:.2%}, slowest: {!r}".format(len(errors) / len(hits), max(errors, key=lambda h: h.ms).path))
    print(hits[0]._replace(when=None), Hit._fields, Hit._field_defaults)


if __name__ == "__main__":
    main()
