# The module ipaddress: addresses, networks and interfaces of IPv4 and IPv6.

__all__ = ['ip_address', 'ip_network', 'ip_interface', 'IPv4Address', 'IPv6Address', 'IPv4Network', 'IPv6Network', 'IPv4Interface',
           'IPv6Interface', 'AddressValueError', 'NetmaskValueError', 'summarize_address_range', 'collapse_addresses',
           'get_mixed_type_key', 'v4_int_to_packed', 'v6_int_to_packed', 'IPV4LENGTH', 'IPV6LENGTH']

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    """A Value Error related to the address."""


class NetmaskValueError(ValueError):
    """A Value Error related to the netmask."""


def _first(kinds, address, what, *args):
    for kind in kinds:
        try:
            return kind(address, *args)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 {what}')


def ip_address(address):
    """Take an IP string/int and return an object of the correct type."""
    return _first((IPv4Address, IPv6Address), address, 'address')


def ip_network(address, strict=True):
    """Take an IP string/int and return an object of the correct type."""
    return _first((IPv4Network, IPv6Network), address, 'network', strict)


def ip_interface(address):
    """Take an IP string/int and return an object of the correct type."""
    return _first((IPv4Interface, IPv6Interface), address, 'interface')


def v4_int_to_packed(address):
    """Represent an address as 4 packed bytes in network (big-endian) order."""
    try:
        return address.to_bytes(4)
    except OverflowError:
        raise ValueError('Address negative or too large for IPv4')


def v6_int_to_packed(address):
    """Represent an address as 16 packed bytes in network (big-endian) order."""
    try:
        return address.to_bytes(16)
    except OverflowError:
        raise ValueError('Address negative or too large for IPv6')


def get_mixed_type_key(obj):
    """Return a key suitable for sorting between networks and addresses."""
    if isinstance(obj, _Network):
        return obj.version, obj.network_address, obj.netmask
    if isinstance(obj, _Address):
        return obj.version, obj
    return NotImplemented


class _V4:
    """What addresses and networks of IPv4 have in common."""

    version = 4
    max_prefixlen = 32
    _all = (1 << 32) - 1

    @staticmethod
    def _parse(text):
        if not text:
            raise AddressValueError('Address cannot be empty')
        octets = text.split('.')
        if len(octets) != 4:
            raise AddressValueError('Expected 4 octets in %r' % text)
        number = 0
        for octet in octets:
            if not octet:
                problem = 'Empty octet not permitted'
            elif not (octet.isascii() and octet.isdigit()):
                problem = 'Only decimal digits permitted in %r' % octet
            elif len(octet) > 3:
                problem = 'At most 3 characters permitted in %r' % octet
            elif octet != '0' and octet[0] == '0':
                problem = 'Leading zeros are not permitted in %r' % octet
            elif int(octet) > 255:
                problem = 'Octet %d (> 255) not permitted' % int(octet)
            else:
                number = number << 8 | int(octet)
                continue
            raise AddressValueError('%s in %r' % (problem, text))
        return number

    @staticmethod
    def _text(number):
        return '.'.join(map(str, number.to_bytes(4)))

    @classmethod
    def _prefix(cls, text):
        """The length of a prefix that is a number, a netmask or a host mask."""
        if text.isascii() and text.isdigit():
            if int(text) <= 32:
                return int(text)
        else:
            try:
                mask = cls._parse(text)
            except AddressValueError:
                pass
            else:
                for candidate in (mask, mask ^ cls._all):
                    length = bin(candidate).count('1')
                    if candidate == cls._all << (32 - length) & cls._all:
                        return length
        raise NetmaskValueError('%r is not a valid netmask' % text)


class _V6:
    """What addresses and networks of IPv6 have in common."""

    version = 6
    max_prefixlen = 128
    _all = (1 << 128) - 1

    @staticmethod
    def _parse(text):
        if not text:
            raise AddressValueError('Address cannot be empty')

        def fail(problem):
            raise AddressValueError('%s in %r' % (problem, text))

        parts = text.split(':')
        if len(parts) < 3:
            fail('At least 3 parts expected')
        if '.' in parts[-1]:
            try:
                low = _V4._parse(parts.pop())
            except AddressValueError as exc:
                raise AddressValueError('%s in %r' % (exc, text)) from None
            parts += ['%x' % (low >> 16), '%x' % (low & 0xffff)]
        if len(parts) > 9:
            fail('At most 8 colons permitted')
        gaps = [i for i in range(1, len(parts) - 1) if not parts[i]]
        if len(gaps) > 1:
            fail("At most one '::' permitted")
        if gaps:
            head, tail = parts[:gaps[0]], parts[gaps[0] + 1:]
            if not head[0]:
                head = head[1:]
                if head:
                    fail("Leading ':' only permitted as part of '::'")
            if not tail[-1]:
                tail = tail[:-1]
                if tail:
                    fail("Trailing ':' only permitted as part of '::'")
            missing = 8 - len(head) - len(tail)
            if missing < 1:
                fail("Expected at most 7 other parts with '::'")
            parts = head + ['0'] * missing + tail
        else:
            if len(parts) != 8:
                fail("Exactly 8 parts expected without '::'")
            if not parts[0]:
                fail("Leading ':' only permitted as part of '::'")
            if not parts[-1]:
                fail("Trailing ':' only permitted as part of '::'")
        number = 0
        for part in parts:
            if not all(c in '0123456789abcdefABCDEF' for c in part):
                fail('Only hex digits permitted in %r' % part)
            if len(part) > 4:
                fail('At most 4 characters permitted in %r' % part)
            number = number << 16 | int(part, 16)
        return number

    @staticmethod
    def _text(number):
        if number >> 32 == 0xffff:
            return '::ffff:' + _V4._text(number & 0xffffffff)
        words = ['%x' % (number >> shift & 0xffff) for shift in range(112, -1, -16)]
        best, start = 0, 0
        i = 0
        while i < 8:
            j = i
            while j < 8 and words[j] == '0':
                j += 1
            if j - i > best:
                best, start = j - i, i
            i = max(j, i + 1)
        if best < 2:
            return ':'.join(words)
        return ':'.join(words[:start]) + '::' + ':'.join(words[start + best:])

    @classmethod
    def _prefix(cls, text):
        if text.isascii() and text.isdigit() and int(text) <= 128:
            return int(text)
        raise NetmaskValueError('%r is not a valid netmask' % text)


def _number(cls, address):
    """The number of an address given as an int, bytes or text."""
    if isinstance(address, int):
        if address < 0:
            raise AddressValueError('%d (< 0) is not permitted as an IPv%d address' % (address, cls.version))
        if address > cls._all:
            raise AddressValueError('%d (>= 2**%d) is not permitted as an IPv%d address' % (address, cls.max_prefixlen, cls.version))
        return address
    if isinstance(address, bytes):
        if len(address) != cls.max_prefixlen // 8:
            raise AddressValueError('%r (len %d != %d) is not permitted as an IPv%d address' % (
                address, len(address), cls.max_prefixlen // 8, cls.version))
        return int.from_bytes(address)
    text = str(address)
    if '/' in text:
        raise AddressValueError(f"Unexpected '/' in {address!r}")
    return cls._parse(text)


class _Address:
    """An address of either version, with what networks say of it."""

    def __init__(self, address):
        self._scope = None
        if self.version == 6 and not isinstance(address, (int, bytes)):
            text = str(address)
            if '%' in text:
                address, _, self._scope = text.partition('%')
                if not self._scope or '%' in self._scope:
                    raise AddressValueError('Invalid IPv6 address: "%r"' % text)
        self._ip = _number(self, address)

    def __int__(self):
        return self._ip

    __index__ = __int__

    def __str__(self):
        text = self._text(self._ip)
        return f'{text}%{self._scope}' if self._scope else text

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def __hash__(self):
        return hash((hex(self._ip), self._scope))

    def __eq__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        return self._ip == other._ip and self.version == other.version and self._scope == other._scope

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self.version != other.version:
            raise TypeError('%s and %s are not of the same version' % (self, other))
        return self._ip < other._ip

    def __gt__(self, other):
        return NotImplemented if not isinstance(other, _Address) else other < self

    def __le__(self, other):
        return NotImplemented if not isinstance(other, _Address) else not other < self

    def __ge__(self, other):
        return NotImplemented if not isinstance(other, _Address) else not self < other

    def __add__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) + other)

    def __sub__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) - other)

    def __format__(self, spec):
        if not spec or spec[-1] == 's':
            return format(str(self), spec)
        kind, form = spec[-1], spec[:-1]
        if kind == 'n':
            kind = 'b' if self.version == 4 else 'x'
        if kind not in 'bxX' or form.strip('#_'):
            return super().__format__(spec)
        width = self.max_prefixlen // (1 if kind == 'b' else 4)
        if '_' in form:
            width += width // 4 - 1
        if '#' in form:
            width += 2
        return format(self._ip, f"{'#' if '#' in form else ''}0{width}{'_' if '_' in form else ''}{kind}")

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def packed(self):
        """The binary representation of this address."""
        return self._ip.to_bytes(self.max_prefixlen // 8)

    @property
    def compressed(self):
        return str(self)

    @property
    def exploded(self):
        """The longhand of the address."""
        if self.version == 4:
            return str(self)
        text = '%032x' % self._ip
        words = [text[i:i + 4] for i in range(0, 32, 4)]
        if self._ip >> 32 == 0xffff:
            words[6:] = [_V4._text(self._ip & 0xffffffff)]
        return ':'.join(words)

    @property
    def reverse_pointer(self):
        """The name of the reverse DNS entry."""
        if self.version == 4:
            return '.'.join(reversed(str(self).split('.'))) + '.in-addr.arpa'
        return '.'.join(reversed('%032x' % self._ip)) + '.ip6.arpa'

    def _in(self, name):
        return any(self._ip >> (self.max_prefixlen - length) == start >> (self.max_prefixlen - length)
                   for start, length in _special(self.version, name))

    @property
    def is_multicast(self):
        return self._in('multicast')

    @property
    def is_private(self):
        mapped = getattr(self, 'ipv4_mapped', None)
        if mapped is not None:
            return mapped.is_private
        return self._in('private') and not self._in('exceptions')

    @property
    def is_global(self):
        mapped = getattr(self, 'ipv4_mapped', None)
        if mapped is not None:
            return mapped.is_global
        return not self.is_private and not (self.version == 4 and self._in('shared'))

    @property
    def is_reserved(self):
        return self._in('reserved')

    @property
    def is_loopback(self):
        mapped = getattr(self, 'ipv4_mapped', None)
        return mapped.is_loopback if mapped is not None else self._in('loopback')

    @property
    def is_link_local(self):
        return self._in('link')

    @property
    def is_unspecified(self):
        return self._ip == 0


_NAMED = {
    (4, 'multicast'): '224.0.0.0/4', (4, 'reserved'): '240.0.0.0/4', (4, 'loopback'): '127.0.0.0/8', (4, 'link'): '169.254.0.0/16',
    (4, 'shared'): '100.64.0.0/10', (4, 'exceptions'): '192.0.0.9/32 192.0.0.10/32',
    (4, 'private'): '0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.0.170/31 192.0.2.0/24 '
                    '192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 255.255.255.255/32',
    (6, 'multicast'): 'ff00::/8', (6, 'loopback'): '::1/128', (6, 'link'): 'fe80::/10', (6, 'site'): 'fec0::/10',
    (6, 'reserved'): '::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 a000::/3 c000::/3 e000::/4 f000::/5 '
                     'f800::/6 fe00::/9',
    (6, 'exceptions'): '2001:1::1/128 2001:1::2/128 2001:3::/32 2001:4:112::/48 2001:20::/28 2001:30::/28',
    (6, 'private'): '::1/128 ::/128 ::ffff:0:0/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10',
}
_parsed = {}


def _special(version, name):
    """The networks of that name, as pairs of a number and a length."""
    key = (version, name)
    if key not in _parsed:
        family = _V4 if version == 4 else _V6
        _parsed[key] = [(family._parse(a), int(n)) for a, n in (net.split('/') for net in _NAMED[key].split())]
    return _parsed[key]


class IPv4Address(_V4, _Address):
    """Represent and manipulate single IPv4 Addresses."""

    @property
    def ipv6_mapped(self):
        return IPv6Address(f'::ffff:{self}')


class IPv6Address(_V6, _Address):
    """Represent and manipulate single IPv6 Addresses."""

    @property
    def scope_id(self):
        return self._scope

    @property
    def is_site_local(self):
        return self._in('site')

    @property
    def ipv4_mapped(self):
        """The IPv4 address that this one stands for, or None."""
        return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xffffffff) if self._ip >> 112 == 0x2002 else None

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xffffffff), IPv4Address(~self._ip & 0xffffffff)


def _split(cls, address):
    """Splits an address and the length of its prefix."""
    if isinstance(address, (int, bytes)):
        return address, cls.max_prefixlen
    if isinstance(address, tuple):
        address, length = address if len(address) > 1 else (address[0], cls.max_prefixlen)
        if not isinstance(length, int):
            length = cls._prefix(str(length))
        elif not 0 <= length <= cls.max_prefixlen:
            raise NetmaskValueError('%r is not a valid netmask' % str(length))
        return address, length
    text = str(address)
    host, slash, length = text.partition('/')
    if '/' in length:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return host, cls._prefix(length) if slash else cls.max_prefixlen


class _Network:
    """A network of either version."""

    def __init__(self, address, strict=True):
        host, self._length = _split(self, address)
        self.network_address = self._address_class(host)
        number = int(self.network_address)
        if number & self._host:
            if strict:
                raise ValueError('%s has host bits set' % (f'{self.network_address}/{self._length}' if isinstance(address, (int, bytes, tuple)) else address))
            self.network_address = self._address_class(number & ~self._host & self._all)

    @property
    def _host(self):
        return (1 << (self.max_prefixlen - self._length)) - 1

    @property
    def prefixlen(self):
        return self._length

    @property
    def netmask(self):
        return self._address_class(self._all ^ self._host)

    @property
    def hostmask(self):
        return self._address_class(self._host)

    @property
    def broadcast_address(self):
        return self._address_class(int(self.network_address) | self._host)

    @property
    def num_addresses(self):
        return self._host + 1

    @property
    def with_prefixlen(self):
        return f'{self.network_address}/{self._length}'

    @property
    def compressed(self):
        return self.with_prefixlen

    @property
    def with_netmask(self):
        return f'{self.network_address}/{self.netmask}'

    @property
    def with_hostmask(self):
        return f'{self.network_address}/{self.hostmask}'

    @property
    def exploded(self):
        return f'{self.network_address.exploded}/{self._length}'

    def __str__(self):
        return self.with_prefixlen

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __hash__(self):
        return hash((int(self.network_address), self._length))

    def __eq__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        return self.version == other.version and self._key() == other._key()

    def _key(self):
        return int(self.network_address), self._length

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self.version != other.version:
            raise TypeError('%s and %s are not of the same version' % (self, other))
        return self._key() < other._key()

    def __gt__(self, other):
        return NotImplemented if not isinstance(other, _Network) else other < self

    def __le__(self, other):
        return NotImplemented if not isinstance(other, _Network) else not other < self

    def __ge__(self, other):
        return NotImplemented if not isinstance(other, _Network) else not self < other

    def __iter__(self):
        for number in range(int(self.network_address), int(self.broadcast_address) + 1):
            yield self._address_class(number)

    def __getitem__(self, n):
        first, last = int(self.network_address), int(self.broadcast_address)
        number = first + n if n >= 0 else last + n + 1
        if not first <= number <= last:
            raise IndexError('address out of range')
        return self._address_class(number)

    def __contains__(self, other):
        if isinstance(other, _Network) or other.version != self.version:
            return False
        return int(other) & ~self._host == int(self.network_address)

    def hosts(self):
        """Generate the usable hosts in a network."""
        first, last = int(self.network_address), int(self.broadcast_address)
        if self._length == self.max_prefixlen:
            return [self.network_address]
        if self._length == self.max_prefixlen - 1:
            return [self._address_class(first), self._address_class(last)]
        return map(self._address_class, range(first + 1, last + (0 if self.version == 4 else 1)))

    def overlaps(self, other):
        return other.network_address in self or other.broadcast_address in self or \
            self.network_address in other or self.broadcast_address in other

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The subnets which join to make the current subnet."""
        if self._length == self.max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._length:
                raise ValueError('new prefix must be longer')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = new_prefix - self._length
        if prefixlen_diff < 0:
            raise ValueError('prefix length diff must be > 0')
        length = self._length + prefixlen_diff
        if length > self.max_prefixlen:
            raise ValueError('prefix length diff %d is invalid for netblock %s' % (length, self))
        step = 1 << (self.max_prefixlen - length)
        for number in range(int(self.network_address), int(self.broadcast_address) + 1, step):
            yield self.__class__((number, length))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """The supernet containing the current network."""
        if self._length == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._length:
                raise ValueError('new prefix must be shorter')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = self._length - new_prefix
        if self._length < prefixlen_diff:
            raise ValueError('current prefixlen is %d, cannot have a prefixlen_diff of %d' % (self._length, prefixlen_diff))
        return self.__class__((int(self.network_address), self._length - prefixlen_diff), strict=False)

    def _check(self, other):
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')

    def subnet_of(self, other):
        """Return True if this network is a subnet of other."""
        self._check(other)
        return other.network_address <= self.network_address and other.broadcast_address >= self.broadcast_address

    def supernet_of(self, other):
        """Return True if this network is a supernet of other."""
        self._check(other)
        return other.subnet_of(self)

    def compare_networks(self, other):
        if self.version != other.version:
            raise TypeError('%s and %s are not of the same type' % (self, other))
        return (self._key() > other._key()) - (self._key() < other._key())

    def address_exclude(self, other):
        """Remove an address from a larger block."""
        if self.version != other.version:
            raise TypeError('%s and %s are not of the same version' % (self, other))
        if not isinstance(other, _Network):
            raise TypeError('%s is not a network object' % other)
        if not other.subnet_of(self):
            raise ValueError('%s not contained in %s' % (other, self))
        rest = self
        while rest != other:
            one, two = rest.subnets()
            if other.subnet_of(one):
                yield two
                rest = one
            else:
                yield one
                rest = two

    def _both(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)

    is_multicast = property(lambda self: self._both('is_multicast'))
    is_reserved = property(lambda self: self._both('is_reserved'))
    is_link_local = property(lambda self: self._both('is_link_local'))
    is_unspecified = property(lambda self: self._both('is_unspecified'))
    is_loopback = property(lambda self: self._both('is_loopback'))
    is_private = property(lambda self: self._both('is_private'))
    is_global = property(lambda self: self._both('is_global'))


class IPv4Network(_V4, _Network):
    """A network of IPv4 addresses."""

    _address_class = IPv4Address


class IPv6Network(_V6, _Network):
    """A network of IPv6 addresses."""

    _address_class = IPv6Address

    is_site_local = property(lambda self: self._both('is_site_local'))


class _Interface:
    """An address and the network that it is in."""

    def __init__(self, address):
        host, length = _split(self, address)
        super().__init__(host)
        self.network = self._network_class((self._ip, length), strict=False)
        self._prefixlen = length

    @property
    def netmask(self):
        return self.network.netmask

    @property
    def hostmask(self):
        return self.network.hostmask

    @property
    def ip(self):
        return self._address(self._ip)

    @property
    def with_prefixlen(self):
        return f'{self.ip}/{self._prefixlen}'

    @property
    def with_netmask(self):
        return f'{self.ip}/{self.netmask}'

    @property
    def with_hostmask(self):
        return f'{self.ip}/{self.hostmask}'

    def __str__(self):
        return self.with_prefixlen

    def __eq__(self, other):
        same = _Address.__eq__(self, other)
        if same is NotImplemented or not same:
            return same
        return isinstance(other, _Interface) and self.network == other.network

    def __lt__(self, other):
        if not isinstance(other, _Interface):
            return _Address.__lt__(self, other)
        return (self.network, self._ip) < (other.network, other._ip)

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))


class IPv4Interface(_Interface, IPv4Address):
    _address = IPv4Address
    _network_class = IPv4Network


class IPv6Interface(_Interface, IPv6Address):
    _address = IPv6Address
    _network_class = IPv6Network


def summarize_address_range(first, last):
    """Summarize a network range given the first and last IP addresses."""
    if not (isinstance(first, _Address) and isinstance(last, _Address)):
        raise TypeError('first and last must be IP addresses, not networks')
    if first.version != last.version:
        raise TypeError('%s and %s are not of the same version' % (first, last))
    if first > last:
        raise ValueError('last IP address must be greater than first')
    network = IPv4Network if first.version == 4 else IPv6Network
    number, end = int(first), int(last)
    while number <= end:
        bits = min((number & -number).bit_length() - 1 if number else first.max_prefixlen, (end - number + 1).bit_length() - 1)
        yield network((number, first.max_prefixlen - bits))
        number += 1 << bits


def collapse_addresses(addresses):
    """Collapse a list of IP objects."""
    ranges = []
    version = None
    for item in addresses:
        if version is not None and item.version != version:
            raise TypeError('%s and %s are not of the same version' % (item, ranges[-1][2]))
        version = item.version
        if isinstance(item, _Network):
            ranges.append((int(item.network_address), int(item.broadcast_address), item))
        else:
            ranges.append((int(item), int(item), item))
    merged = []
    for start, end, _ in sorted(ranges, key=lambda r: r[:2]):
        if merged and start <= merged[-1][1] + 1:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    kind = IPv4Address if version == 4 else IPv6Address
    for start, end in merged:
        yield from summarize_address_range(kind(start), kind(end))
