# Arithmetic, comparison, hash and zones of date and datetime.
from datetime import date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo
import copy, pickle


def tr(f):
    try:
        return repr(f())
    except Exception as e:
        return type(e).__name__ + ': ' + str(e).replace('datetime.', '')


class Odd(tzinfo):
    def __repr__(self):
        return 'Odd()'

    def utcoffset(self, dt):
        return timedelta(minutes=17)

    def dst(self, dt):
        return None

    def tzname(self, dt):
        return 'odd'


class Bad(Odd):
    def utcoffset(self, dt):
        return 5


class Bare(Odd):
    def utcoffset(self, dt):
        return None


B, N, L = ZoneInfo('Europe/Berlin'), ZoneInfo('America/New_York'), ZoneInfo('Australia/Lord_Howe')
zones = [None, timezone.utc, timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(hours=-3), 'here'), B, N, L, Odd(), Bare()]
walls = [(2024, 2, 29, 23, 59, 59, 999999), (2024, 3, 31, 2, 30), (2024, 10, 27, 2, 30), (1, 1, 1), (9999, 12, 31, 23, 59, 59), (1900, 3, 1, 5, 6, 7)]
times = [datetime(*w, tzinfo=z, fold=f) for w in walls for z in zones for f in (0, 1)]
for a in times:
    print(a, repr(a), tr(a.utcoffset), tr(a.tzname), tr(a.dst), tr(a.toordinal), a.weekday(), a.isoweekday(), a.isoformat('_', 'milliseconds'))
    for z in (timezone.utc, N, zones[7]):
        print('  ', tr(lambda: a.astimezone(z)) if a.tzinfo and a.utcoffset() is not None else '', end='')
    print()
    print(tr(lambda: a + timedelta(days=400, seconds=5)), tr(lambda: a - timedelta(hours=36, microseconds=1)), tr(lambda: timedelta(1) + a), tr(lambda: a + timedelta.max))
    print(tr(lambda: pickle.loads(pickle.dumps(a)) == a) if a.tzinfo is None else '', copy.copy(a) == a, a.replace(fold=0) == a)
some = times[::7]
for a in some:
    print(''.join(tr(lambda: a < b)[0] + tr(lambda: a == b)[0] + tr(lambda: a >= b)[0] for b in some))
    print([tr(lambda: a - b) for b in some[::3]])
print(len(set(times)))
d = date(2024, 2, 29)
print(d + timedelta(1, 86399), d - timedelta(hours=25), d - date(2000, 1, 1), d < date(2024, 3, 1), d == datetime(2024, 2, 29), d != datetime(2024, 2, 29), hash(d) == hash(date(2024, 2, 29)), d.isoformat(), str(d))
for f in (lambda: d + 1, lambda: d < 3, lambda: d - datetime(2024, 1, 1), lambda: d < datetime(2024, 1, 1), lambda: datetime(2024, 1, 1) - d, lambda: date.max + timedelta(1), lambda: date.min - timedelta(1),
          lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(1, 13, 1), lambda: datetime(2024, 1, 1, 24), lambda: datetime(2024, 1, 1, 1, 60), lambda: datetime(2024, 1, 1, 1, 1, 60),
          lambda: datetime(2024, 1, 1, microsecond=10 ** 6), lambda: datetime(2024, 1, 1, fold=2), lambda: datetime(2024, 1, 1, tzinfo=5), lambda: datetime(2024), lambda: datetime(2024, 1.0, 1), lambda: date('x', 1, 1),
          lambda: datetime(2024, 1, 1, tzinfo=Bad()).utcoffset(), lambda: datetime(2024, 1, 1) < datetime(2024, 1, 1, tzinfo=B), lambda: datetime(2024, 1, 1) - datetime(2024, 1, 1, tzinfo=B),
          lambda: datetime(2024, 1, 1).isoformat(timespec='x'), lambda: datetime(2024, 1, 1).astimezone(3), lambda: datetime.fromtimestamp(1e9, N), lambda: datetime.fromtimestamp(0.5, timezone.utc),
          lambda: datetime.fromtimestamp(-5, B), lambda: datetime(2024, 1, 1, tzinfo=B).timestamp(), lambda: datetime.now(B).tzinfo, lambda: date.min, lambda: datetime.max):
    print(tr(f))


class Mine(datetime):
    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls, *args, **kwargs)
        self.note = 'made'
        return self


class Day(date):
    extra = 1


m = Mine(2024, 5, 6, 7, tzinfo=B)
print(repr(m + timedelta(1)), (m + timedelta(1)).note, type(m.astimezone(N)).__name__, m == datetime(2024, 5, 6, 7, tzinfo=B), type(m - m).__name__, type(Mine.now(B)).__name__, m.replace(hour=3).note)
print(type(Day(2024, 1, 1) + timedelta(1)).__name__, Day.today().extra, isinstance(m, date), Day(2024, 1, 1) == date(2024, 1, 1))
