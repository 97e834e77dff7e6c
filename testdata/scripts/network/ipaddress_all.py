# Addresses, networks and interfaces.
import ipaddress as ip


def tried(fn):
    try:
        print(fn())
    except (ValueError, TypeError, IndexError, AttributeError) as e:
        print(type(e).__name__, e)


for s in ['', '1.2.3', '1.2.3.4.5', '256.1.1.1', '01.2.3.4', 'a.1.1.1', '1..2.3', '1234.1.1.1', ':::', '1:2', '::1::', '12345::', 'g::', '1:2:3:4:5:6:7:8:9',
          ':1:2:3:4:5:6:7', '1:2:3:4:5:6:7:', 'fe80::1%', '::1.2.3.x', '1.2.3.4', '::', '::1', '1::', '2001:DB8::0:1', '1:0:0:2:0:0:0:3', '::ffff:1.2.3.4',
          'fe80::1%eth0', '1.2.3.4/8', 0, 1, -1, 2 ** 32, 2 ** 128, b'\x01\x02\x03\x04', b'abc', bytes(15) + b'\x07']:
    tried(lambda: ip.IPv4Address(s))
    tried(lambda: ip.IPv6Address(s))
    tried(lambda: repr(ip.ip_address(s)))
for s in ['10.0.0.1/24', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/255.0.255.0', '10.0.0.0/1/2', '::1/64', 'x', '::/129', '10.0.0.0/8', '10.0.0.0/255.0.0.0',
          '10.0.0.0/0.255.255.255', '2001:db8::/32', '1.2.3.4', '0.0.0.0/0', '192.168.1.77/28']:
    tried(lambda: repr(ip.ip_network(s)))
    tried(lambda: ip.ip_network(s, strict=False))
    tried(lambda: repr(ip.ip_interface(s)))
for s in ['10.1.2.3', '127.0.0.1', '224.1.1.1', '169.254.1.1', '8.8.8.8', '0.0.0.0', '240.0.0.1', '100.64.0.1', '192.0.0.9', '::1', '::', 'fe80::1', 'ff02::1',
          '2001:db8::1', 'fc00::1', '2606:4700::1', '::ffff:10.0.0.1', 'fec0::1', '2002:102:304::', '64:ff9b:1::1']:
    a = ip.ip_address(s)
    print(a, a.version, a.is_private, a.is_global, a.is_loopback, a.is_multicast, a.is_link_local, a.is_reserved, a.is_unspecified, a.exploded, a.compressed,
          a.packed, a.reverse_pointer, int(a), a.max_prefixlen)
a = ip.ip_address('2002:102:304::')
print(a.sixtofour, a.ipv4_mapped, a.teredo, ip.ip_address('::ffff:1.2.3.4').ipv4_mapped, ip.ip_address('fe80::1%a').scope_id)
a = ip.ip_address('10.0.0.255')
print(a + 1, a - 256, a == ip.IPv4Address('10.0.0.255'), a < a + 1, a >= a, hash(a) == hash(ip.ip_address('10.0.0.255')), {a: 1}[a], f'{a:b}', f'{a:x}', f'{a:#_X}', f'{a:>15s}|')
tried(lambda: a < ip.ip_address('::1'))
tried(lambda: a + 2 ** 32)
print(sorted(map(ip.ip_address, ['10.0.0.10', '9.9.9.9', '10.0.0.9'])), a == '10.0.0.255', a != 5)

n = ip.ip_network('192.168.0.0/29')
print(n, n.network_address, n.broadcast_address, n.netmask, n.hostmask, n.prefixlen, n.num_addresses, n.with_netmask, n.with_hostmask, n.exploded, n.compressed)
print(list(n), list(n.hosts()), n[1], n[-1], len(list(ip.ip_network('::/126').hosts())), list(ip.ip_network('1.1.1.0/31').hosts()), list(ip.ip_network('1.1.1.1').hosts()))
tried(lambda: n[8])
print(ip.ip_address('192.168.0.5') in n, ip.ip_address('192.168.0.8') in n, ip.ip_address('::1') in n, list(n.subnets()), list(n.subnets(new_prefix=31)), n.supernet(), n.supernet(new_prefix=16))
for fn in (lambda: list(n.subnets(5)), lambda: list(n.subnets(new_prefix=20)), lambda: n.supernet(30), lambda: n.supernet(new_prefix=31), lambda: n.subnet_of(ip.ip_network('::/0'))):
    tried(fn)
m = ip.ip_network('192.168.0.0/30')
print(m.subnet_of(n), n.supernet_of(m), n.overlaps(m), n.overlaps(ip.ip_network('10.0.0.0/8')), list(n.address_exclude(m)), n == m, n < m, n.compare_networks(m), n.is_private, hash(n) == hash(ip.ip_network('192.168.0.0/29')))
i = ip.ip_interface('10.1.2.3/16')
print(i, repr(i), i.ip, i.network, i.netmask, i.with_prefixlen, i.with_netmask, i.with_hostmask, i.hostmask, i == ip.ip_interface('10.1.2.3/16'), i == ip.ip_interface('10.1.2.3/17'), int(i))
print(list(ip.summarize_address_range(ip.ip_address('192.0.2.0'), ip.ip_address('192.0.2.130'))), list(ip.summarize_address_range(ip.ip_address('::'), ip.ip_address('::2'))))
print(list(ip.collapse_addresses([ip.ip_network('192.0.2.0/25'), ip.ip_network('192.0.2.128/25'), ip.ip_network('10.0.0.0/30'), ip.ip_address('10.0.0.4')])), list(ip.collapse_addresses([])))
tried(lambda: list(ip.summarize_address_range(ip.ip_address('2.0.0.0'), ip.ip_address('1.0.0.0'))))
print(ip.IPv4Network((0x0a000000, 8)), ip.IPv4Network('10.0.0.1').prefixlen, ip.v4_int_to_packed(1), ip.IPV6LENGTH, sorted([n, m, ip.ip_address('1.1.1.1')], key=ip.get_mixed_type_key))
