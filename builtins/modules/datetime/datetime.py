# The module datetime: timedelta and date. moments.py has time zones, time and datetime.

import time as _time

__all__ = ['date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC']

MINYEAR = 1
MAXYEAR = 9999
_MAXORDINAL = 3652059
_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
           'November', 'December']
_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_days(year, month):
    return 29 if month == 2 and _leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _ordinal(year, month, day):
    """Days since the first day of year 1, which is day 1."""
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    for m in range(1, month):
        days += _month_days(year, m)
    return days + day


def _from_ordinal(n):
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = 1
    while n >= _month_days(year, month):
        n -= _month_days(year, month)
        month += 1
    return year, month, n + 1


def _class_name(value):
    cls = type(value)
    return f'datetime.{cls.__name__}' if cls in (date, time, datetime) else cls.__name__


def _index(value):
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    if isinstance(value, int):
        return value
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None


def _check_time(hour, minute, second, microsecond, fold):
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')


@_delta_class
class timedelta(_Delta):
    """Difference between two datetime values."""

    __slots__ = ()


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


def _offset_text(delta, sep=':'):
    if delta is None:
        return ''
    total = delta._total()
    sign = '-' if total < 0 else '+'
    seconds, micro = divmod(abs(total), 1000000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f'{sign}{hours:02d}{sep}{minutes:02d}'
    if seconds or micro:
        text += f'{sep}{seconds:02d}'
        if micro:
            text += f'.{micro:06d}'
    return text


class _IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'


def _iso_week1(year):
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _strftime(d, t, spec):
    """d is a date or None, t has the time of day or is None."""
    if not isinstance(spec, str):
        raise TypeError(f'strftime() argument 1 must be str, not {type(spec).__name__}')
    if d is not None:
        made = _write_format(d, spec)
        if made is not None:
            return made
    year, month, day = (d._year, d._month, d._day) if d is not None else (1900, 1, 1)
    hour, minute, second, micro = (t._hour, t._minute, t._second, t._microsecond) if t is not None else (0, 0, 0, 0)
    n = _ordinal(year, month, day)
    weekday = (n + 6) % 7
    yearday = n - _ordinal(year, 1, 1) + 1

    def expand(spec):
        out = []
        i = 0
        while i < len(spec):
            c = spec[i]
            if c != '%' or i + 1 >= len(spec):
                out.append(c)
                i += 1
                continue
            c = spec[i + 1]
            i += 2
            if c == '-' and i < len(spec):
                out.append(expand('%' + spec[i]).lstrip('0') or '0')
                i += 1
                continue
            if c == ':' and spec[i:i + 1] == 'z':
                i += 1
                out.append(_offset_text(t.utcoffset() if t is not None else None))
                continue
            if c == 'z':
                text = _offset_text(t.utcoffset() if t is not None else None, '')
            elif c == 'Z':
                text = (t.tzname() if t is not None else None) or ''
            elif c == 'f':
                text = f'{micro:06d}'
            elif c == 'Y':
                text = str(year)
            elif c == 'y':
                text = f'{year % 100:02d}'
            elif c == 'C':
                text = f'{year // 100:02d}'
            elif c == 'm':
                text = f'{month:02d}'
            elif c == 'd':
                text = f'{day:02d}'
            elif c == 'e':
                text = f'{day:2d}'
            elif c == 'H':
                text = f'{hour:02d}'
            elif c == 'k':
                text = f'{hour:2d}'
            elif c == 'I':
                text = f'{(hour + 11) % 12 + 1:02d}'
            elif c == 'l':
                text = f'{(hour + 11) % 12 + 1:2d}'
            elif c == 'M':
                text = f'{minute:02d}'
            elif c == 'S':
                text = f'{second:02d}'
            elif c == 'p':
                text = 'AM' if hour < 12 else 'PM'
            elif c == 'P':
                text = 'am' if hour < 12 else 'pm'
            elif c == 'j':
                text = f'{yearday:03d}'
            elif c == 'b' or c == 'h':
                text = _MONTHS[month - 1][:3]
            elif c == 'B':
                text = _MONTHS[month - 1]
            elif c == 'a':
                text = _DAYS[weekday][:3]
            elif c == 'A':
                text = _DAYS[weekday]
            elif c == 'w':
                text = str((weekday + 1) % 7)
            elif c == 'u':
                text = str(weekday + 1)
            elif c == 'U':
                text = f'{(yearday + 6 - (weekday + 1) % 7) // 7:02d}'
            elif c == 'W':
                text = f'{(yearday + 6 - weekday) // 7:02d}'
            elif c in 'GgV':
                iso = date(year, month, day).isocalendar()
                text = str(iso[0]) if c == 'G' else f'{iso[0] % 100:02d}' if c == 'g' else f'{iso[1]:02d}'
            elif c == 'c':
                text = expand('%a %b %e %H:%M:%S %Y')
            elif c == 'x' or c == 'D':
                text = expand('%m/%d/%y')
            elif c == 'X' or c == 'T':
                text = expand('%H:%M:%S')
            elif c == 'F':
                text = expand('%Y-%m-%d')
            elif c == 'R':
                text = expand('%H:%M')
            elif c == 'r':
                text = expand('%I:%M:%S %p')
            elif c == 's':
                text = str(int(t.timestamp())) if hasattr(t, 'timestamp') else '%s'
            elif c == 'n':
                text = '\n'
            elif c == 't':
                text = '\t'
            elif c == '%':
                text = '%'
            else:
                text = '%' + c
            out.append(text)
        return ''.join(out)

    return expand(spec)


def _digits(text, what):
    if not text.isdigit() or not text.isascii():
        raise ValueError(what)
    return int(text)


def _parse_date(text):
    bad = 'Invalid isoformat string'
    year = _digits(text[:4], bad)
    rest = text[4:]
    if rest[:1] == '-':
        rest = rest[1:]
        dash = True
    else:
        dash = False
    if rest[:1] == 'W':
        week = _digits(rest[1:3], bad)
        tail = rest[3:]
        if dash and tail:
            if tail[0] != '-':
                raise ValueError(bad)
            tail = tail[1:]
        day = _digits(tail, bad) if tail else 1
        d = date.fromisocalendar(year, week, day)
        return d._year, d._month, d._day
    if dash:
        if len(rest) != 5 or rest[2] != '-':
            raise ValueError(bad)
        return year, _digits(rest[:2], bad), _digits(rest[3:], bad)
    if len(rest) != 4:
        raise ValueError(bad)
    return year, _digits(rest[:2], bad), _digits(rest[2:], bad)


@_date_class
class date(_Date):
    """Concrete date type."""

    __slots__ = ()

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """Create a date from a POSIX timestamp."""
        return cls(*tuple(_time.localtime(timestamp))[:3])

    @classmethod
    def today(cls):
        """Current date or datetime: same as self.__class__.fromtimestamp(time.time())."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        """Construct a date from a proleptic Gregorian ordinal."""
        if not 1 <= n:
            raise ValueError('ordinal must be >= 1')
        if n > _MAXORDINAL:
            raise ValueError(f'year is out of range')
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string, /):
        """Construct a date from a string in ISO 8601 format."""
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            if len(date_string) not in (7, 8, 10):
                raise ValueError
            parts = _parse_date(date_string)
        except ValueError:
            raise ValueError(f'Invalid isoformat string: {date_string!r}') from None
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """Construct a date from the ISO year, week number and weekday."""
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f'Year is out of range: {year}')
        weeks = (_iso_week1(year + 1) - _iso_week1(year)) // 7
        if not 0 < week <= weeks:
            raise ValueError(f'Invalid week: {week}')
        if not 0 < day < 8:
            raise ValueError(f'Invalid weekday: {day} (range is [1, 7])')
        return cls(*_from_ordinal(_iso_week1(year) + (week - 1) * 7 + day - 1))

    def __repr__(self):
        return f'{_class_name(self)}({self._year}, {self._month}, {self._day})'

    def __str__(self):
        return self.isoformat()

    def ctime(self):
        """Return ctime() style string."""
        return _strftime(self, None, '%a %b %e 00:00:00 ') + f'{self._year:04d}'

    def strftime(self, format):
        """Format using strftime()."""
        return _strftime(self, None, format)

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError(f'must be str, not {type(fmt).__name__}')
        return self.strftime(fmt) if fmt else str(self)

    def timetuple(self):
        """Return local time tuple compatible with time.localtime()."""
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._yearday(), -1))

    def _yearday(self):
        return self.toordinal() - _ordinal(self._year, 1, 1) + 1

    def isocalendar(self):
        """Return a named tuple containing ISO year, week number, and weekday."""
        year, n = self._year, self.toordinal()
        if n < _iso_week1(year):
            year -= 1
        elif n >= _iso_week1(year + 1):
            year += 1
        week, day = divmod(n - _iso_week1(year), 7)
        return _IsoCalendarDate((year, week + 1, day + 1))

    def replace(self, year=None, month=None, day=None):
        """Return date with new specified fields."""
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    __replace__ = replace

    def _key(self):
        return self._year, self._month, self._day

    def __reduce__(self):
        return self.__class__, self._key()


