import datetime as _datetime

__all__ = ['ZoneInfo', 'reset_tzpath', 'available_timezones', 'TZPATH', 'ZoneInfoNotFoundError', 'InvalidTZPathWarning']

TZPATH = ('/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/usr/share/lib/zoneinfo', '/etc/zoneinfo')
_EPOCH = _datetime.datetime(1970, 1, 1)


class ZoneInfoNotFoundError(KeyError):
    """Exception raised when a ZoneInfo key is not found."""


class InvalidTZPathWarning(RuntimeWarning):
    """Warning raised if an invalid path is specified in PYTHONTZPATH."""


def reset_tzpath(to=None):
    """Accepted: the zones are those of the system, or the ones that come with the program."""
    if to is not None and isinstance(to, (str, bytes)):
        raise TypeError(f'tzpath must be a list or tuple, not {type(to)}: {to!r}')


def available_timezones():
    """Returns a set containing all available time zones."""
    return set(_names())


def _span(seconds):
    return _datetime.timedelta(seconds=seconds)


class ZoneInfo(_datetime.tzinfo):
    """A time zone of the IANA database."""

    _cache = {}

    def __new__(cls, key):
        found = cls._cache.get((cls, key))
        if found is None:
            found = cls._cache[cls, key] = cls.no_cache(key)
        return found

    @classmethod
    def no_cache(cls, key):
        """Get a new instance of ZoneInfo, bypassing the cache."""
        if not isinstance(key, str):
            raise TypeError(f'expected str, bytes or os.PathLike object, not {type(key).__name__}')
        if key.startswith('/'):
            raise ValueError(f'ZoneInfo keys may not be absolute paths, got: {key}')
        parts = key.split('/')
        if parts[0] == '..':
            raise ValueError(f'ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}')
        if '..' in parts or '.' in parts or (key and '' in parts):
            raise ValueError(f'ZoneInfo keys must be normalized relative paths, got: {key}')
        rules = _load(key, None)
        if rules is None:
            raise ZoneInfoNotFoundError(f'No time zone found with key {key}')
        return cls._of(key, rules)

    @classmethod
    def from_file(cls, fobj, /, key=None):
        """Create a ZoneInfo file from a file object."""
        self = cls._of(key, _load(key or '', fobj.read()))
        self._from = repr(fobj)
        return self

    @classmethod
    def _of(cls, key, rules):
        self = super().__new__(cls)
        self._key, self._rules, self._fixed, self._from = key, rules, rules.fixed(), None
        if cls is ZoneInfo:
            _attach(self, rules)
        return self

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        """Clear the ZoneInfo cache."""
        if only_keys is None:
            ZoneInfo._cache.clear()
        else:
            for key in only_keys:
                ZoneInfo._cache.pop((cls, key), None)

    @property
    def key(self):
        return self._key

    def _rule(self, dt):
        if dt is None:
            return self._fixed or (None, None, None)
        wall = dt.replace(tzinfo=None, fold=0) - _EPOCH
        return self._rules.wall(wall.days * 86400 + wall.seconds, dt.fold)

    def utcoffset(self, dt):
        """Retrieve a timedelta representing the UTC offset in a zone at the given datetime."""
        offset = self._rule(dt)[0]
        return None if offset is None else _span(offset)

    def dst(self, dt):
        """Retrieve a timedelta representing the amount of DST applied in a zone at the given datetime."""
        dst = self._rule(dt)[1]
        return None if dst is None else _span(dst)

    def tzname(self, dt):
        """Retrieve a string containing the abbreviation for the time zone that applies in a zone at a given datetime."""
        return self._rule(dt)[2]

    def fromutc(self, dt):
        """Given a datetime with local time in UTC, retrieve an adjusted datetime in local time."""
        if not isinstance(dt, _datetime.datetime):
            raise TypeError('fromutc() requires a datetime argument')
        if dt.tzinfo is not self:
            raise ValueError('dt.tzinfo is not self')
        since = dt.replace(tzinfo=None, fold=0) - _EPOCH
        offset = self._rules.utc(since.days * 86400 + since.seconds)[0]
        made = dt.replace(fold=0) + _span(offset)
        # The second of two equal local times has fold=1: the first one's rule
        # is another than the one that holds.
        return made.replace(fold=1) if self._rule(made)[0] != offset else made

    def __str__(self):
        return repr(self) if self._key is None else self._key

    def __repr__(self):
        name = type(self).__name__
        if self._from is not None:
            name, made = name, f'{self._from}' if self._key is None else f'{self._from}, key={self._key!r}'
            return f'zoneinfo.{name}.from_file({made})'
        return f'zoneinfo.{name}(key={self._key!r})'

    def __reduce__(self):
        if self._from is not None:
            raise TypeError('cannot pickle a ZoneInfo file from a file stream.')
        return (type(self), (self._key,))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
