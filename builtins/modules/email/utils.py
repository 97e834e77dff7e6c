# The module email.utils: dates and addresses.

__all__ = ['formataddr', 'formatdate', 'format_datetime', 'getaddresses', 'make_msgid', 'mktime_tz', 'parseaddr', 'parsedate',
           'parsedate_tz', 'parsedate_to_datetime', 'unquote', 'quote', 'localtime']


def formatdate(timeval=None, localtime=False, usegmt=False):
    """Returns a date string as specified by RFC 2822, e.g.: Fri, 09 Nov 2001 01:08:47 -0000"""
    return _format(timeval, bool(localtime), bool(usegmt))


def format_datetime(dt, usegmt=False):
    """Turn a datetime into a date string as specified in RFC 2822."""
    import datetime
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
            raise ValueError('usegmt option requires a UTC datetime')
        zone = 'GMT'
    elif dt.tzinfo is None:
        zone = '-0000'
    else:
        zone = dt.strftime('%z')
    days = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
    months = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
    return (f'{days[dt.weekday()]}, {dt.day:02d} {months[dt.month - 1]} {dt.year:04d} '
            f'{dt.hour:02d}:{dt.minute:02d}:{dt.second:02d} {zone}')


def parsedate_tz(data):
    """Convert a date string to a time tuple, accounting for timezones."""
    parts = _parse(data)
    if parts is None:
        return None
    offset = parts[6]
    return parts[:6] + (0, 1, -1, 0 if offset is None else offset)


def parsedate(data):
    """Convert a time string to a time tuple."""
    parts = parsedate_tz(data)
    return None if parts is None else parts[:9]


def parsedate_to_datetime(data):
    """Convert a date string to a datetime."""
    import datetime
    parts = _parse(data)
    if parts is None:
        raise ValueError('Invalid date value or format "%s"' % str(data))
    when = datetime.datetime(*parts[:6])
    if parts[6] is None:
        return when
    return when.replace(tzinfo=datetime.timezone(datetime.timedelta(seconds=parts[6])))


def mktime_tz(data):
    """Turn a 10-tuple as returned by parsedate_tz() into a POSIX timestamp."""
    import datetime
    import time
    if data[9] is None:
        return time.mktime(data[:8] + (-1,))
    when = datetime.datetime(*data[:6], tzinfo=datetime.timezone.utc)
    return int(when.timestamp()) - data[9]


def localtime(dt=None):
    """Return local time as an aware datetime object."""
    import datetime
    return (dt or datetime.datetime.now()).astimezone()


def quote(str):
    """Prepare string to be used in a quoted string."""
    return str.replace('\\', '\\\\').replace('"', '\\"')


def unquote(str):
    """Remove quotes from a string."""
    if len(str) > 1:
        if str.startswith('"') and str.endswith('"'):
            return str[1:-1].replace('\\\\', '\\').replace('\\"', '"')
        if str.startswith('<') and str.endswith('>'):
            return str[1:-1]
    return str


def formataddr(pair, charset='utf-8'):
    """The inverse of parseaddr()."""
    name, address = pair
    address.encode('ascii')
    if not name:
        return address
    if any(c in '()<>@,:;".[]\\' for c in name):
        name = '"' + quote(name) + '"'
    return f'{name} <{address}>'


def parseaddr(addr, *, strict=True):
    """Parse addr into its constituent realname and email address parts."""
    pairs = getaddresses([addr] if isinstance(addr, str) else addr)
    return pairs[0] if len(pairs) == 1 or pairs and not strict else ('', '')


def getaddresses(fieldvalues, *, strict=True):
    """Return a list of (REALNAME, EMAIL) or ('','') for each fieldvalue."""
    found = []
    for field in fieldvalues:
        for part in _split_addresses(str(field)):
            part = part.strip()
            if part.endswith('>') and '<' in part:
                name, _, address = part[:-1].rpartition('<')
                found.append((unquote(name.strip()), address.strip()))
            elif part.endswith(')') and '(' in part:
                address, _, name = part[:-1].partition('(')
                found.append((name.strip(), address.strip()))
            elif part:
                found.append(('', part))
    return found


def _split_addresses(text):
    """Splits at commas that are outside quotes, comments and brackets."""
    parts, start, quoted, depth = [], 0, False, 0
    for i, c in enumerate(text):
        if c == '"' and text[i - 1:i] != '\\':
            quoted = not quoted
        elif not quoted and c in '(<':
            depth += 1
        elif not quoted and c in ')>':
            depth -= 1
        elif c == ',' and not quoted and depth <= 0:
            parts.append(text[start:i])
            start = i + 1
    return parts + [text[start:]]


def make_msgid(idstring=None, domain=None):
    """Returns a string suitable for RFC 2822 compliant Message-ID."""
    import os
    import random
    import socket
    import time
    parts = [str(int(time.time() * 100)), str(os.getpid()), str(random.getrandbits(64))]
    if idstring is not None:
        parts.append(idstring)
    return f"<{'.'.join(parts)}@{domain or socket.getfqdn()}>"
