# linecache, filecmp, fileinput, colorsys, csv.Sniffer.
import colorsys
import csv
import filecmp
import fileinput
import linecache
import os
import sys

with open('a.txt', 'w') as f:
    f.write('one\ntwo\nthree')
print(repr(linecache.getline('a.txt', 2)), repr(linecache.getline('a.txt', 3)), repr(linecache.getline('a.txt', 9)), repr(linecache.getline('a.txt', 0)), repr(linecache.getline('none', 1)), linecache.getlines('a.txt'))
with open('a.txt', 'a') as f:
    f.write(' more\nfour\n')
print(len(linecache.getlines('a.txt')))
linecache.checkcache()
print(linecache.getlines('a.txt'))
linecache.clearcache()

for folder in ('l', 'r', 'l/sub', 'r/sub', 'l/funny'):
    os.mkdir(folder)
for name, text in {'l/same': 'x', 'r/same': 'x', 'l/diff': 'a', 'r/diff': 'b', 'l/only': '1', 'r/other': '2', 'l/sub/f': 'q', 'r/sub/f': 'qq', 'r/funny': ''}.items():
    with open(name, 'w') as f:
        f.write(text)
print(filecmp.cmp('l/same', 'r/same', shallow=False), filecmp.cmp('l/diff', 'r/diff', shallow=False), filecmp.cmp('l', 'r'), filecmp.cmpfiles('l', 'r', ['same', 'diff', 'missing'], shallow=False))
d = filecmp.dircmp('l', 'r', shallow=False)
print(d.left_list, d.right_only, d.left_only, d.common, d.common_files, d.common_dirs, d.common_funny, d.same_files, d.diff_files, d.funny_files, list(d.subdirs), d.subdirs['sub'].diff_files)
d.report()
d.report_full_closure()
try:
    d.nothing
except AttributeError as e:
    print(e)

for line in fileinput.input(['a.txt', 'l/same']):
    print(fileinput.filename(), fileinput.lineno(), fileinput.filelineno(), fileinput.isfirstline(), fileinput.isstdin(), repr(line))
fileinput.close()
with fileinput.FileInput(['a.txt', 'l/diff'], mode='rb') as f:
    print(f.readline(), f.nextfile(), f.readline(), f.readline(), f.lineno())
with fileinput.input('a.txt', inplace=True, backup='.orig') as f:
    for line in f:
        print(line.upper(), end='')
print(open('a.txt').read(), os.path.exists('a.txt.orig'))
for call in (lambda: fileinput.lineno(), lambda: fileinput.FileInput('x', mode='w'), lambda: list(fileinput.input('missing'))):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
fileinput.close()

for c in ((0.2, 0.4, 0.6), (1, 0, 0), (0.5, 0.5, 0.5), (0, 0, 0), (0.9, 0.1, 0.8)):
    print(colorsys.rgb_to_hsv(*c), colorsys.hsv_to_rgb(*c), colorsys.rgb_to_hls(*c), colorsys.hls_to_rgb(*c), colorsys.rgb_to_yiq(*c), colorsys.yiq_to_rgb(*c))

for sample in ('a,b,c\n1,2,3\n4,5,6\n', 'name;age;city\nBob;30;"New; York"\nAnn;25;"L;A"\n', 'x\ty\n1\t2\n', "'a', 'b', 'c'\n'd', 'e', 'f'\n", 'a|b|c\nd|e|f\n', 'one two three\nfour five six\n', '"q""uoted","x"\n"y","z"\n', 'a:b\nc:d\n'):
    s = csv.Sniffer().sniff(sample)
    print(repr(s.delimiter), repr(s.quotechar), s.doublequote, s.skipinitialspace, list(csv.reader(sample.splitlines(), s))[0], csv.Sniffer().has_header(sample))
print(csv.Sniffer().sniff('a,b;c\nd,e;f\n', delimiters=';').delimiter, csv.Sniffer().has_header('name,age\nBob,30\nAnn,25\n'), csv.Sniffer().has_header('1,2\n3,4\n'))
try:
    csv.Sniffer().sniff('justoneword')
except csv.Error as e:
    print(e)
