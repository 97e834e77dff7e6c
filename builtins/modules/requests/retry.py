# The module urllib3.util.retry.

import random
import re
import time

from urllib3.exceptions import (
    ConnectTimeoutError, InvalidHeader, MaxRetryError, ProtocolError, ProxyError, ReadTimeoutError, ResponseError)


class RequestHistory(tuple):
    """One attempt: method, url, error, status, redirect_location."""

    def __new__(cls, method, url, error, status, redirect_location):
        return super().__new__(cls, (method, url, error, status, redirect_location))

    method = property(lambda self: self[0])
    url = property(lambda self: self[1])
    error = property(lambda self: self[2])
    status = property(lambda self: self[3])
    redirect_location = property(lambda self: self[4])

    def __repr__(self):
        return 'RequestHistory(method=%r, url=%r, error=%r, status=%r, redirect_location=%r)' % tuple(self)


class Retry:
    """Retry configuration: how often, after what, and how long to wait before."""

    DEFAULT_ALLOWED_METHODS = frozenset(['HEAD', 'GET', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])
    RETRY_AFTER_STATUS_CODES = frozenset([413, 429, 503])
    DEFAULT_REMOVE_HEADERS_ON_REDIRECT = frozenset(['Cookie', 'Authorization', 'Proxy-Authorization'])
    DEFAULT_BACKOFF_MAX = 120
    DEFAULT_RETRY_AFTER_MAX = 21600

    def __init__(self, total=10, connect=None, read=None, redirect=None, status=None, other=None,
                 allowed_methods=DEFAULT_ALLOWED_METHODS, status_forcelist=None, backoff_factor=0,
                 backoff_max=DEFAULT_BACKOFF_MAX, raise_on_redirect=True, raise_on_status=True, history=None,
                 respect_retry_after_header=True, remove_headers_on_redirect=DEFAULT_REMOVE_HEADERS_ON_REDIRECT,
                 backoff_jitter=0.0, retry_after_max=DEFAULT_RETRY_AFTER_MAX):
        if redirect is False or total is False:
            redirect = 0
            raise_on_redirect = False
        self.total = total
        self.connect = connect
        self.read = read
        self.redirect = redirect
        self.status = status
        self.other = other
        self.allowed_methods = allowed_methods
        self.status_forcelist = status_forcelist or set()
        self.backoff_factor = backoff_factor
        self.backoff_max = backoff_max
        self.raise_on_redirect = raise_on_redirect
        self.raise_on_status = raise_on_status
        self.history = history or ()
        self.respect_retry_after_header = respect_retry_after_header
        self.remove_headers_on_redirect = frozenset(h.lower() for h in remove_headers_on_redirect)
        self.backoff_jitter = backoff_jitter
        self.retry_after_max = retry_after_max

    def new(self, **kw):
        params = dict(self.__dict__)
        params.update(kw)
        return type(self)(**params)

    @classmethod
    def from_int(cls, retries, redirect=True, default=None):
        """Backwards-compatibility for the old retries format."""
        if retries is None:
            retries = default if default is not None else cls.DEFAULT
        if isinstance(retries, Retry):
            return retries
        return cls(retries, redirect=bool(redirect) and None)

    def get_backoff_time(self):
        """How long to wait after the failures since the last redirect, in seconds."""
        failures = 0
        for attempt in reversed(self.history):
            if attempt.redirect_location is not None:
                break
            failures += 1
        if failures <= 1:
            return 0
        seconds = self.backoff_factor * 2 ** (failures - 1)
        if self.backoff_jitter != 0.0:
            seconds += random.random() * self.backoff_jitter
        return float(max(0, min(self.backoff_max, seconds)))

    def parse_retry_after(self, retry_after):
        if re.match(r'^\s*[0-9]+\s*$', retry_after):
            seconds = int(retry_after)
        else:
            when = _http_date(retry_after)
            if when is None:
                raise InvalidHeader(f'Invalid Retry-After header: {retry_after}')
            seconds = when - time.time()
        return min(max(seconds, 0), self.retry_after_max)

    def get_retry_after(self, response):
        """Get the value of Retry-After in seconds."""
        retry_after = response.headers.get('Retry-After')
        return None if retry_after is None else self.parse_retry_after(retry_after)

    def sleep_for_retry(self, response):
        retry_after = self.get_retry_after(response)
        if retry_after:
            time.sleep(retry_after)
            return True
        return False

    def _sleep_backoff(self):
        backoff = self.get_backoff_time()
        if backoff > 0:
            time.sleep(backoff)

    def sleep(self, response=None):
        """Sleep between retry attempts."""
        if self.respect_retry_after_header and response is not None and self.sleep_for_retry(response):
            return
        self._sleep_backoff()

    def _is_connection_error(self, err):
        if isinstance(err, ProxyError):
            err = err.original_error
        return isinstance(err, ConnectTimeoutError)

    def _is_read_error(self, err):
        return isinstance(err, (ReadTimeoutError, ProtocolError))

    def _is_method_retryable(self, method):
        return not self.allowed_methods or method.upper() in self.allowed_methods

    def is_retry(self, method, status_code, has_retry_after=False):
        """Is this method/status code retryable?"""
        if not self._is_method_retryable(method):
            return False
        if self.status_forcelist and status_code in self.status_forcelist:
            return True
        return bool(self.total and self.respect_retry_after_header and has_retry_after
                    and status_code in self.RETRY_AFTER_STATUS_CODES)

    def is_exhausted(self):
        """Are we out of retries?"""
        counts = [n for n in (self.total, self.connect, self.read, self.redirect, self.status, self.other) if n]
        return bool(counts) and min(counts) < 0

    def increment(self, method=None, url=None, response=None, error=None, _pool=None, _stacktrace=None):
        """Return a new Retry object with incremented retry counters."""
        if self.total is False and error:
            raise error
        counts = {'total': self.total, 'connect': self.connect, 'read': self.read,
                  'redirect': self.redirect, 'status': self.status, 'other': self.other}
        cause, status, location = 'unknown', None, None
        if error and self._is_connection_error(error):
            if self.connect is False:
                raise error
            kind = 'connect'
        elif error and self._is_read_error(error):
            if self.read is False or method is None or not self._is_method_retryable(method):
                raise error
            kind = 'read'
        elif error:
            kind = 'other'
        elif response is not None and (location := _redirect_location(response)):
            kind, cause, status = 'redirect', 'too many redirects', response.status
        else:
            kind, cause = 'status', ResponseError.GENERIC_ERROR
            if response is not None and response.status:
                status = response.status
                cause = ResponseError.SPECIFIC_ERROR.format(status_code=status)
        for name in ('total', kind):
            if counts[name] is not None:
                counts[name] -= 1
        history = self.history + (RequestHistory(method, url, error, status, location),)
        new = self.new(history=history, **counts)
        if new.is_exhausted():
            reason = error or ResponseError(cause)
            raise MaxRetryError(_pool, url, reason) from reason
        return new

    def __repr__(self):
        return (f'{type(self).__name__}(total={self.total}, connect={self.connect}, read={self.read}, '
                f'redirect={self.redirect}, status={self.status})')


Retry.DEFAULT = Retry(3)


def _redirect_location(response):
    if response.status in (301, 302, 303, 307, 308):
        return response.headers.get('location')
    return None


_MONTHS = {name: i + 1 for i, name in enumerate('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split())}


def _http_date(text):
    """The seconds since the epoch of a date as HTTP writes it, in any of its three forms, or None."""
    m = (re.search(r'(\d{1,2})[ -](\w{3})[ -](\d{2,4}) (\d\d):(\d\d):(\d\d)', text))
    if m:
        day, month, year, hour, minute, second = m.groups()
    else:
        m = re.search(r'(\w{3}) +(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4})', text)
        if not m:
            return None
        month, day, hour, minute, second, year = m.groups()
    if month.title() not in _MONTHS:
        return None
    year = int(year)
    if year < 100:
        year += 2000 if year < 69 else 1900
    return _seconds(year, _MONTHS[month.title()], int(day)) + int(hour) * 3600 + int(minute) * 60 + int(second)


def _seconds(year, month, day):
    """The seconds from the epoch to a day."""
    if month <= 2:
        year, month = year - 1, month + 12
    days = 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day - 1
    return (days - 719468) * 86400
