# Quoting, queries.
from urllib.parse import (quote, quote_plus, quote_from_bytes, unquote, unquote_plus, unquote_to_bytes, urlencode, parse_qs,
                          parse_qsl, unwrap)

for s in ['', 'abc', 'a b&c=d/e?f', 'é€😀', '~_.-', '%41', '+', 'a\nb\x00', "!*'();:@$,[]"]:
    print(repr(s), quote(s), quote(s, ''), quote(s, safe='&=é'), quote_plus(s), quote_plus(s, '/+'), unquote(quote(s)) == s)
print(quote(b'\xff\x00a b'), quote('é', encoding='latin-1'), quote('\udc80é', errors='replace'), quote('é', safe=b'x'))
print(quote_from_bytes(b'a/b c'), quote_from_bytes(b'a/b', ''), quote_from_bytes(bytearray(b'\xe9'), b''), quote('ab', [97]))
print(quote_plus(b'a b'), quote_plus('a b', b'/'), quote(''.join(map(chr, range(128)))))
for fn in [lambda: quote(1), lambda: quote_from_bytes('x'), lambda: quote(b'x', encoding='utf-8'), lambda: quote(b'x', errors='x'),
           lambda: quote('\ud800'), lambda: quote('é', encoding='ascii'), lambda: quote(None), lambda: unquote('%ff', errors='strict')]:
    try:
        print(fn())
    except (TypeError, UnicodeError) as e:
        print(type(e).__name__, e)

for s in ['a%20b', '%', '%4', '%zz', '%41%4a%4A', '%C3%A9', '%ff', '%e2%82', '%c3é%a9', 'é%C3', 'a+b', '%2B+', '%%41', '%00', '%F0%9F%98%80']:
    print(repr(s), repr(unquote(s)), repr(unquote_plus(s)), unquote_to_bytes(s), repr(unquote(s, 'latin-1')))
print(unquote(b'a%20b'), unquote_to_bytes(b'%ff'), unquote('%80', errors='ignore') == '', unquote('%E9', 'cp1252', None), unquote('%C3%A9', None))
for fn in [lambda: unquote(5), lambda: unquote_to_bytes(5), lambda: unquote(None)]:
    try:
        print(fn())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)

print(urlencode({'a': 1, 'b c': 'd&e', 'é': None, 'x': b'\xff', 'l': [1, 2]}))
print(urlencode([('a', 1), ('a', 2)]), urlencode({}), urlencode([]), urlencode((('k', 'v'),)))
print(urlencode({'a': [1, 'x y', b'\x00'], 'b': 'str', 'c': b'by', 'd': 5, 'e': (), 'f': ('u',)}, doseq=True))
print(urlencode({'a': 'b/c d'}, safe='/'), urlencode({'a': 'b c'}, quote_via=quote), urlencode({'é': 'ü'}, encoding='latin-1'))
print(urlencode([(b'k', b'v w'), ('n', 1.5)]), urlencode({'s': {1: 2}}, True))
for q in ['abc', 5, ['ab'], {1, 2}, [1]]:
    try:
        print(urlencode(q))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

for q in ['a=1&b=2', 'a=1&a=2', 'a=&b', '', '&&', 'a=b=c', 'a%3Db=c%26d', 'x+y=z+w', 'a;b=1', '=v', 'é=%C3%A9']:
    print(repr(q), parse_qs(q), parse_qsl(q), parse_qs(q, keep_blank_values=True), parse_qsl(q, True))
print(parse_qs(b'a=1&b=%ff'), parse_qsl(b'a+b=c'), parse_qsl('a=1;b=2', separator=';'), parse_qs('a=%E9', encoding='latin-1'))
print(parse_qsl(b''), parse_qsl(b'a=1;b', True, separator=';'))
for fn in [lambda: parse_qs('a', strict_parsing=True), lambda: parse_qs('a=1&b=2&c=3', max_num_fields=2), lambda: parse_qs('a', separator=''),
           lambda: parse_qsl('a=1&&b', strict_parsing=True), lambda: parse_qsl('a', separator=5)]:
    try:
        print(fn())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(unwrap('<URL:http://x/>'), unwrap(' <y> '), unwrap('URL:z'))
