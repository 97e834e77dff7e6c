# The module datetime: time zones, time and datetime. It continues datetime.py.


@_tzinfo_class
class tzinfo:
    """Abstract base class for time zone info objects."""

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        """datetime in UTC -> datetime in local time."""
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset, saving = dt.utcoffset(), dt.dst()
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        if saving is None:
            raise ValueError('fromutc: non-None dst() result required')
        delta = offset - saving
        if delta:
            dt = dt + delta
            saving = dt.dst()
            if saving is None:
                raise ValueError('fromutc: tz.dst() gave inconsistent results; cannot convert')
        return dt + saving


@_timezone_class
class timezone(tzinfo):
    """Fixed offset from UTC implementation of tzinfo."""

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}')
        if not timedelta(-1) < offset < timedelta(1):
            raise ValueError(f'offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {offset!r}.')
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        if self._name is None:
            return f'datetime.timezone({self._offset!r})'
        return f'datetime.timezone({self._offset!r}, {self._name!r})'

    def __str__(self):
        return self.tzname(None)

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return 'UTC' + _offset_text(self._offset) if self._offset else 'UTC'

    def dst(self, dt):
        return None

    def fromutc(self, dt):
        return dt + self._offset

    def __reduce__(self):
        return timezone, (self._offset,) if self._name is None else (self._offset, self._name)


UTC = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(timedelta(hours=-23, minutes=-59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


def _time_text(hour, minute, second, micro, timespec):
    if timespec == 'auto':
        timespec = 'microseconds' if micro else 'seconds'
    if timespec == 'hours':
        return f'{hour:02d}'
    if timespec == 'minutes':
        return f'{hour:02d}:{minute:02d}'
    text = f'{hour:02d}:{minute:02d}:{second:02d}'
    if timespec == 'seconds':
        return text
    if timespec == 'milliseconds':
        return f'{text}.{micro // 1000:03d}'
    if timespec == 'microseconds':
        return f'{text}.{micro:06d}'
    raise ValueError('Unknown timespec value')


def _parse_clock(text):
    """hour, minute, second, microsecond of ISO text."""
    body, dot, part = text.replace(',', '.').partition('.')
    if ':' in body:
        pieces = body.split(':')
        if any(len(p) != 2 for p in pieces) or len(pieces) > 3:
            raise ValueError
    else:
        if len(body) % 2 or not 2 <= len(body) <= 6:
            raise ValueError
        pieces = [body[i:i + 2] for i in range(0, len(body), 2)]
    out = [_digits(p, 'x') for p in pieces] + [0, 0, 0]
    micro = 0
    if dot:
        if len(pieces) != 3 or not part.isdigit():
            raise ValueError
        micro = int((part + '000000')[:6])
    return out[0], out[1], out[2], micro


def _parse_time(text):
    """The above and a time zone."""
    zone = None
    for i, c in enumerate(text):
        if c == 'Z' and i == len(text) - 1:
            text, zone = text[:i], UTC
            break
        if c in '+-':
            h, m, s, us = _parse_clock(text[i + 1:])
            delta = timedelta(hours=h, minutes=m, seconds=s, microseconds=us)
            zone = timezone(-delta if c == '-' else delta) if delta else UTC
            text = text[:i]
            break
    return _parse_clock(text) + (zone,)


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


class time:
    """Time with time zone."""

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        return self

    @classmethod
    def fromisoformat(cls, time_string, /):
        """Construct a time from a string in ISO 8601 format."""
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            return cls(*_parse_time(time_string.removeprefix('T')))
        except ValueError:
            raise ValueError(f'Invalid isoformat string: {time_string!r}') from None

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def isoformat(self, timespec='auto'):
        """Return the time formatted according to ISO."""
        return _time_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset())

    __str__ = isoformat

    def __repr__(self):
        parts = [self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        text = ', '.join(map(str, parts))
        if self._tzinfo is not None:
            text += f', tzinfo={self._tzinfo!r}'
        if self._fold:
            text += ', fold=1'
        return f'{_class_name(self)}({text})'

    def strftime(self, format):
        """Format using strftime()."""
        return _strftime(None, self, format)

    def __format__(self, fmt):
        return self.strftime(fmt) if fmt else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        """Return time with new specified fields."""
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    __replace__ = replace

    def _key(self):
        offset = self.utcoffset()
        n = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        return n if offset is None else n - offset._total()

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()

    def _other(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return other._key()

    def __lt__(self, other):
        return self._key() < self._other(other) if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._key() <= self._other(other) if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._key() > self._other(other) if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._key() >= self._other(other) if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __reduce__(self):
        return self.__class__, (self._hour, self._minute, self._second, self._microsecond, self._tzinfo)


time.min, time.max, time.resolution = time(0, 0), time(23, 59, 59, 999999), timedelta(microseconds=1)


@_datetime_class
class datetime(date, _Datetime):
    """The year, month and day arguments are required. tzinfo may be None, or an instance of a tzinfo subclass."""

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """Construct a datetime from a POSIX timestamp."""
        _check_zone(tz)
        micros = round(timestamp * 1000000) if isinstance(timestamp, float) else timestamp * 1000000
        if tz is None:
            micros += _time.localtime(micros // 1000000).tm_gmtoff * 1000000
        return _in_zone(cls, 719163 * 86400000000 + micros, tz)

    @classmethod
    def utcfromtimestamp(cls, t, /):
        """Construct a naive UTC datetime from a POSIX timestamp."""
        return cls.fromtimestamp(t, UTC).replace(tzinfo=None)

    @classmethod
    def now(cls, tz=None):
        """Returns new datetime object representing current time local to tz."""
        _check_zone(tz)
        n = _time.time_ns() // 1000
        if tz is None:
            n += _time.localtime(n // 1000000).tm_gmtoff * 1000000
        return _in_zone(cls, 719163 * 86400000000 + n, tz)

    @classmethod
    def utcnow(cls):
        """Construct a UTC datetime from time.time()."""
        return cls.now(UTC).replace(tzinfo=None)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """Construct a datetime from a given date and a given time."""
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """Construct a datetime from a string in one of the ISO 8601 formats."""
        made = _read_iso(cls, date_string)
        if made is not None:
            return made
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            end = 10
            if date_string[4:5] == '-':
                if date_string[5:6] == 'W':
                    end = 10 if date_string[8:9] == '-' else 8
            else:
                end = 8
                if date_string[4:5] == 'W' and not date_string[7:8].isdigit():
                    end = 7
            parts = _parse_date(date_string[:end])
            rest = date_string[end:]
            clock = ()
            if rest:
                if len(rest) < 3:
                    raise ValueError
                clock = _parse_time(rest[1:])
        except ValueError:
            raise ValueError(f'Invalid isoformat string: {date_string!r}') from None
        return cls(*parts, *clock)

    @classmethod
    def strptime(cls, date_string, format, /):
        """string, format -> new datetime parsed from a string."""
        made = _read_format(cls, date_string, format)
        return cls(*_strptime(date_string, format)) if made is None else made

    def timestamp(self):
        """Return POSIX timestamp as float."""
        if self._tzinfo is None:
            n = self._micros() - 719163 * 86400000000
            offset = _time.localtime(n // 1000000).tm_gmtoff
            offset = _time.localtime(n // 1000000 - offset).tm_gmtoff
            return (n - offset * 1000000) / 1000000
        return (self - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()

    def tzname(self):
        """Return self.tzinfo.tzname(self)."""
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        """Return self.tzinfo.dst(self)."""
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def date(self):
        """Return date object with same year, month and day."""
        return date(self._year, self._month, self._day)

    def time(self):
        """Return time object with same time but with tzinfo=None."""
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        """Return time object with same time and tzinfo."""
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def timetuple(self):
        """Return time tuple, compatible with time.localtime()."""
        dst = self.dst()
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second,
                                  self.weekday(), self._yearday(), -1 if dst is None else int(bool(dst))))

    def utctimetuple(self):
        """Return UTC time tuple, compatible with time.localtime()."""
        offset = self.utcoffset()
        d = self.replace(tzinfo=None) - offset if offset else self
        return _time.struct_time((d._year, d._month, d._day, d._hour, d._minute, d._second, d.weekday(), d._yearday(), 0))

    def astimezone(self, tz=None):
        """tz -> convert to local time in new timezone tz"""
        if tz is not None:
            _check_zone(tz)
            made = _shift_zone(self, tz)
            if made is not None:
                return made
        offset = self.utcoffset()
        if offset is None:
            local = _time.localtime(self.timestamp())
            offset = timedelta(seconds=local.tm_gmtoff)
        utc = self.replace(tzinfo=None) - offset
        if tz is None:
            local = _time.localtime((utc - datetime(1970, 1, 1)).total_seconds())
            tz = timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)
        return tz.fromutc(utc.replace(tzinfo=tz))

    def ctime(self):
        """Return ctime() style string."""
        return _strftime(self, self, '%a %b %e %H:%M:%S ') + f'{self._year:04d}'

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        text = ', '.join(map(str, parts))
        if self._fold:
            text += ', fold=1'
        if self._tzinfo is not None:
            text += f', tzinfo={self._tzinfo!r}'
        return f'{_class_name(self)}({text})'

    def strftime(self, format):
        """Format using strftime()."""
        return _strftime(self, self, format)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        """Return datetime with new specified fields."""
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, self._hour if hour is None else hour,
                          self._minute if minute is None else minute, self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    __replace__ = replace

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day, self._hour, self._minute, self._second,
                                self._microsecond, self._tzinfo)


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)


def _strptime(text, format):
    """The arguments of datetime for text, which a format describes."""
    for name, value in (('1', text), ('2', format)):
        if not isinstance(value, str):
            raise TypeError(f'strptime() argument {name} must be str, not {type(value).__name__}')
    mismatch = ValueError(f'time data {text!r} does not match format {format!r}')
    full = format
    for code, longer in (('%c', '%a %b %d %H:%M:%S %Y'), ('%x', '%m/%d/%y'), ('%D', '%m/%d/%y'), ('%X', '%H:%M:%S'),
                         ('%T', '%H:%M:%S'), ('%F', '%Y-%m-%d'), ('%R', '%H:%M')):
        full = full.replace(code, longer)
    found = {}
    i = k = 0
    width = {'Y': 4, 'm': 2, 'd': 2, 'e': 2, 'H': 2, 'I': 2, 'M': 2, 'S': 2, 'y': 2, 'j': 3, 'f': 6, 'w': 1, 'u': 1}
    while k < len(full):
        c = full[k]
        if c.isspace():
            if i >= len(text) or not text[i].isspace():
                raise mismatch
            while i < len(text) and text[i].isspace():
                i += 1
            while k < len(full) and full[k].isspace():
                k += 1
            continue
        if c != '%':
            if text[i:i + 1].lower() != c.lower():
                raise mismatch
            i, k = i + 1, k + 1
            continue
        if k + 1 >= len(full):
            raise ValueError(f'stray % in format {format!r}')
        c = full[k + 1]
        k += 2
        if c in width:
            end = i
            while end < len(text) and end < i + width[c] and text[end] in '0123456789':
                end += 1
            if end == i or c == 'Y' and end - i != 4:
                raise mismatch
            # As few digits as keep the number in its range.
            limit = {'m': 12, 'd': 31, 'H': 23, 'I': 12, 'M': 59, 'S': 61, 'j': 366}.get(c)
            while limit is not None and int(text[i:end]) > limit and end - i > 1:
                end -= 1
            found[c] = text[i:end]
            i = end
        elif c in 'bBaAph':
            names = _MONTHS if c in 'bBh' else _DAYS if c in 'aA' else ['AM', 'PM']
            for n, name in enumerate(names):
                short = name[:3] if c in 'bah' else name
                if text[i:i + len(short)].lower() == short.lower():
                    found['b' if c in 'bBh' else c] = n
                    i += len(short)
                    break
            else:
                raise mismatch
        elif c == 'z':
            if text[i:i + 1] == 'Z':
                found['z'] = timedelta(0)
                i += 1
                continue
            sign = text[i:i + 1]
            end = i + 1
            while end < len(text) and text[end] in '0123456789:.':
                end += 1
            digits = text[i + 1:end].replace(':', '')
            if sign not in ('+', '-') or len(digits) < 4:
                raise mismatch
            delta = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]), seconds=float(digits[4:] or 0))
            found['z'] = -delta if sign == '-' else delta
            i = end
        elif c == 'Z':
            for name in ('UTC', 'GMT') + tuple(_time.tzname):
                if name and text[i:i + len(name)].lower() == name.lower():
                    i += len(name)
                    found['Z'] = name
                    break
            else:
                raise mismatch
        elif c == '%':
            if text[i:i + 1] != '%':
                raise mismatch
            i += 1
        else:
            raise ValueError(f"'{c}' is a bad directive in format {format!r}")
    if i != len(text):
        raise ValueError(f'unconverted data remains: {text[i:]}')
    year = int(found.get('Y', 1900))
    if 'y' in found:
        year = int(found['y'])
        year += 2000 if year <= 68 else 1900
    month = found['b'] + 1 if 'b' in found else int(found.get('m', 1))
    day = int(found.get('d', found.get('e', 1)))
    if 'j' in found and 'd' not in found:
        year, month, day = _from_ordinal(_ordinal(year, 1, 1) + int(found['j']) - 1)
    if not 1 <= month <= 12 or day == 0:
        raise mismatch
    hour = int(found.get('H', 0))
    if 'I' in found:
        hour = int(found['I'])
        if hour == 0:
            raise mismatch
        hour = hour % 12 + (12 if found.get('p') == 1 else 0)
    micro = int((found.get('f', '0') + '000000')[:6])
    zone = None
    if 'z' in found:
        zone = timezone(found['z']) if found['z'] else UTC
    return year, month, day, hour, int(found.get('M', 0)), int(found.get('S', 0)), micro, zone
