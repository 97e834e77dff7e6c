# Dates, times and durations.
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta, timezone
import datetime as dt

d = date(2024, 2, 29)
print(d, repr(d), d.year, d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d.timetuple()[:3], d.replace(year=2023, day=1), date.fromordinal(738945), date.fromisoformat("2024-05-06"), d.ctime(), d + timedelta(days=1), d - date(2024, 1, 1), d > date(2023, 1, 1), date.fromisocalendar(2024, 10, 3), date.min, date.max)
x = datetime(2024, 3, 5, 14, 7, 9, 123456)
print(x, repr(x), x.isoformat(), x.isoformat(sep=" ", timespec="minutes"), x.date(), x.time(), x.replace(microsecond=0), x + timedelta(hours=12, minutes=-3), x - datetime(2024, 1, 1), x.timetuple()[:6])
print(x.strftime("%Y-%m-%d %H:%M:%S.%f %y %b %B %a %A %j %p %I %w %U %W %% %x %X %c %G-W%V %z|%Z|"), f"{x:%d/%m/%Y}", f"{x}", x.ctime())
print(datetime.strptime("2024-03-05 14:07:09", "%Y-%m-%d %H:%M:%S"), datetime.strptime("05/Mar/24 02:07 PM", "%d/%b/%y %I:%M %p"), datetime.strptime("2024-01-01T00:00:00.5+0200", "%Y-%m-%dT%H:%M:%S.%f%z"), datetime.strptime("Tuesday 5 March 2024", "%A %d %B %Y"), datetime.strptime("20240305", "%Y%m%d"))
for s in ("2024-03-05", "2024-03-05T10:11", "2024-03-05 10:11:12.345", "2024-03-05T10:11:12Z", "20240305T101112", "2024-03-05T10:11:12+05:30", "2024-W10-2"):
    print(datetime.fromisoformat(s), repr(datetime.fromisoformat(s)))
t = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), t * 2, t / 2, t // timedelta(hours=1), t % timedelta(hours=1), -t, abs(-t), timedelta(seconds=-1), str(timedelta(days=-1, seconds=5)), timedelta(0), bool(timedelta()), t > timedelta(1), divmod(t, timedelta(hours=5)), t / timedelta(minutes=1), timedelta(weeks=1.5), timedelta(seconds=0.1) * 3, sum([t, t], timedelta()), timedelta(hours=25) == timedelta(days=1, hours=1), t * 1.5)
tz = timezone(timedelta(hours=5, minutes=30))
a = datetime(2024, 1, 1, 12, tzinfo=UTC)
print(a, repr(a), a.astimezone(tz), a.astimezone(tz) == a, a.timestamp(), datetime.fromtimestamp(86400.5, tz=timezone.utc), datetime.fromtimestamp(0, tz), tz, repr(tz), a.tzname(), a.utcoffset(), timezone(timedelta(hours=-3), "BRT"), a.astimezone(timezone(timedelta(hours=-3), "BRT")).strftime("%H %Z %z"), UTC is timezone.utc)
print(datetime.fromtimestamp(1700000000), datetime(2023, 11, 14, 22, 13, 20).timestamp(), datetime.combine(d, time(1, 2)), time(1, 2, 3), repr(time(1, 2, 3, 4)), time.fromisoformat("04:05:06"), time(10) < time(11), time(1, 2, tzinfo=UTC).isoformat(), time(9, 5).strftime("%H:%M"))
for bad in (lambda: date(2023, 2, 29), lambda: date(2023, 13, 1), lambda: datetime(2023, 1, 1, 25), lambda: datetime.strptime("x", "%Y"), lambda: datetime.strptime("2024-01-01 x", "%Y-%m-%d"), lambda: datetime.fromisoformat("nope"), lambda: x - a, lambda: x < a, lambda: date.max + timedelta(1), lambda: timedelta("x"), lambda: datetime(2024), lambda: date.fromisoformat("2024-1-1"), lambda: datetime.strptime("1", "%Q"), lambda: date(1.5, 1, 1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(x == a, x == 3, d == x, hash(a) == hash(a.astimezone(tz)), {d: 1}[date(2024, 2, 29)], sorted([date(2024, 5, 1), date(2023, 5, 1)]), max(x, datetime(2025, 1, 1)), MAXYEAR, isinstance(x, date))
now = datetime.now()
print(abs((datetime.now() - now).total_seconds()) < 5, datetime.now(UTC).tzinfo is UTC, date.today() == datetime.today().date(), dt.datetime is datetime)
print((datetime(2024, 3, 1) - datetime(2024, 2, 1)).days, [str(date(2024, 1, 30) + timedelta(days=i)) for i in range(4)], timedelta(microseconds=1.5), timedelta.max)
