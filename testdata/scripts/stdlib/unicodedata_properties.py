# unicodedata: names, properties, numbers, normal forms.
import sys
import unicodedata as u
import zlib

for c in 'aÄß€½٣五😀한\u0301 \t\n,(\u00a0İﬁ²\ud7a3\u4e00\u2f00' + chr(0x20000) + chr(0x10ffff):
    print(f'{ord(c):x}', u.name(c, '-'), u.category(c), u.bidirectional(c), u.combining(c), u.east_asian_width(c), u.mirrored(c), repr(u.decomposition(c)), u.decimal(c, None), u.digit(c, None), u.numeric(c, None))
for name in ('LATIN SMALL LETTER A', 'snowman', 'HANGUL SYLLABLE HAN', 'HANGUL SYLLABLE A', 'CJK UNIFIED IDEOGRAPH-4E00', 'Euro Sign', 'GRINNING FACE'):
    print(name, u.lookup(name), u.name(u.lookup(name)))
for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
    print(form, [u.normalize(form, s) for s in ('é', 'e\u0301', 'ﬁ', '²', '한', 'Å', 'plain', '')], [u.is_normalized(form, s) for s in ('é', 'e\u0301', 'ﬁ', 'plain')])
print(''.join(c for c in u.normalize('NFKD', 'Crème Brûlée — naïve') if not u.combining(c)))
# Everything at once, as a sum.
for what in (u.category, u.bidirectional, u.east_asian_width, lambda c: u.name(c, ''), u.combining, u.mirrored, lambda c: u.numeric(c, '')):
    print(zlib.crc32('|'.join([str(what(chr(i))) for i in range(0, 0x32000, 7) if not 0xd800 <= i < 0xe000]).encode()))
for call in (lambda: u.name('\0'), lambda: u.name('ab'), lambda: u.name(3), lambda: u.lookup('NO SUCH THING'), lambda: u.decimal('a'), lambda: u.digit('a'), lambda: u.numeric('a'), lambda: u.category(''), lambda: u.normalize('NFX', 'a'), lambda: u.normalize('NFC', 3), lambda: u.lookup('HANGUL SYLLABLE XYZ'), lambda: u.lookup('CJK UNIFIED IDEOGRAPH-41')):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(u.unidata_version)
