# time: clocks, sleep, structs and formatting, without printing the present.
import time


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


a, b = time.monotonic(), time.perf_counter()
start = time.time()
print(time.sleep(0.02))
print(0.015 < time.monotonic() - a < 60, 0.015 < time.perf_counter() - b < 60, 0.015 < time.time() - start < 60, time.time() > 1.6e9, isinstance(time.time_ns(), int), time.monotonic_ns() > 0, time.perf_counter_ns() > 0, time.process_time() >= 0, time.thread_time() >= 0)
print(time.sleep(0), time.sleep(0.0), time.sleep(True if False else 0))
attempt(lambda: time.sleep(-1))
attempt(lambda: time.sleep("x"))
attempt(lambda: time.sleep())
attempt(lambda: time.sleep(None))
attempt(lambda: time.sleep(float("nan")))
attempt(lambda: time.sleep(1e20))
g = time.gmtime(0)
print(g.tm_year, g.tm_mon, g.tm_mday, g.tm_hour, g.tm_min, g.tm_sec, g.tm_wday, g.tm_yday, g.tm_isdst, g[0], len(g), tuple(g)[:3], g[:6])
print(g)
t = time.gmtime(1709251199.9)
print(time.strftime("%Y-%m-%d %H:%M:%S", t), time.strftime("%y %b %B %a %A %j %d %e|%I %p|%U %w|%%", t), time.strftime("%m/%d/%y %T", t), time.strftime("", t), time.asctime(t), time.asctime(time.gmtime(0)), time.strftime("%H:%M é", t))
for stamp in (0, 86399, 951827696, 1e9, 2 ** 31, 4102444800, -1, 1234567890.987):
    print(time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(stamp)), time.gmtime(stamp).tm_wday, time.gmtime(stamp).tm_yday)
st = time.strptime("2024-02-29 13:45:10", "%Y-%m-%d %H:%M:%S")
print(st.tm_year, st.tm_yday, st.tm_wday, st.tm_isdst, tuple(st), time.strptime("5 Jan 99", "%d %b %y")[:3], time.strptime("Monday 3 PM", "%A %I %p")[3])
attempt(lambda: time.strptime("2024-13-01", "%Y-%m-%d"))
attempt(lambda: time.strptime("2024", "%Y-%m"))
attempt(lambda: time.strptime("2024-01x", "%Y-%m"))
attempt(lambda: time.strftime("%Y", (2024,)))
attempt(lambda: time.strftime(5))
attempt(lambda: time.gmtime("x"))
attempt(lambda: time.nope)
attempt(lambda: time.gmtime(1e20))
loc = time.localtime(1e9)
print(time.mktime(loc), time.mktime(time.localtime(86400 * 365)), type(loc).__name__, loc == time.localtime(1e9), loc > time.localtime(0), time.struct_time((2020, 1, 2, 3, 4, 5, 3, 2, 0)).tm_min, isinstance(loc, tuple))
attempt(lambda: time.struct_time((1, 2)))
attempt(lambda: setattr(g, "tm_year", 5))


class Stopwatch:
    def __init__(self, clock=time.perf_counter): self.clock, self.laps = clock, []
    def __enter__(self):
        self.start = self.clock()
        return self
    def lap(self): self.laps.append(self.clock() - self.start)
    def __exit__(self, *a): self.total = self.clock() - self.start


with Stopwatch() as sw:
    for _ in range(3):
        time.sleep(0.002)
        sw.lap()
print(len(sw.laps), sw.laps == sorted(sw.laps), sw.total >= sw.laps[-1], all(l > 0 for l in sw.laps))
fake = iter([0, 1.5, 2.5])
with Stopwatch(lambda: next(fake)) as f: f.lap()
print(f.laps, f.total)


def human(seconds):
    m, s = divmod(int(seconds), 60)
    h, m = divmod(m, 60)
    return f"{h}:{m:02d}:{s:02d}" if h else f"{m}:{s:02d}"


print([human(s) for s in (5, 65, 3600, 86399.9)], time.timezone, time.daylight, time.tzname[0], isinstance(time.get_clock_info("monotonic").resolution, float))
