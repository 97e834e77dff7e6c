# configparser: reading, types, interpolation, writing, errors.
import configparser
import io
import sys

text = '''
# comment
[DEFAULT]
home = /home/me
ServerAliveInterval = 45
empty =

[paths]
base = %(home)s/data
Deep = %(base)s/deep
percent = 100%%
multi = first
    second

    third
; another comment
[server.one]
port: 8080
ratio = 2.5
debug = yes
off : off
url = http://x/?a=b ; not a comment
'''
c = configparser.ConfigParser()
c.read_string(text)
print(c.sections(), c.defaults(), c.options('paths'), 'paths' in c, 'none' in c, 'DEFAULT' in c, len(c), list(c))
print(c['paths']['base'], c.get('paths', 'deep'), c['paths']['PERCENT'], repr(c['paths']['multi']), c.get('paths', 'deep', raw=True))
print(c.getint('server.one', 'port') + 1, c.getfloat('server.one', 'ratio'), c.getboolean('server.one', 'debug'), c['server.one'].getboolean('off'), c['server.one'].getint('port'), c['server.one']['url'])
print(c.get('paths', 'none', fallback='fb'), c['paths'].get('none'), c['paths'].get('none', 'x'), c.getint('x', 'y', fallback=3), c['server.one'].getint('none', 7), c.getboolean('a', 'b', fallback=None))
print(c.get('paths', 'base', vars={'home': '/other'}), c.items('paths'), c.items('server.one', raw=True)[:1], dict(c['paths'])['base'])
print(c.has_section('paths'), c.has_section('DEFAULT'), c.has_option('paths', 'home'), c.has_option('paths', 'x'), c.has_option('x', 'y'), c['paths'], c['paths'].name, c['paths'].parser is c, len(c['paths']), 'home' in c['paths'])
c['new'] = {'key': 'value', 'Number': 5}
c.add_section('more')
c.set('more', 'a', 'line one\nline two')
c['more']['b'] = 'x'
c['DEFAULT']['extra'] = 'yes'
print(c.remove_option('more', 'b'), c.remove_option('more', 'b'), c.remove_section('new'), c.remove_section('new'))
del c['paths']['percent']
c.write(sys.stdout)
c.write(out := io.StringIO(), space_around_delimiters=False)
print(out.getvalue()[:60])
with open('a.ini', 'w') as f:
    c.write(f)
d = configparser.ConfigParser()
print(d.read(['missing.ini', 'a.ini']), d == c, d['more']['a'], d.read('missing.ini'))
with open('a.ini') as f:
    e = configparser.RawConfigParser()
    e.read_file(f)
print(e['paths']['base'], e.popitem()[0], e.sections())

x = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
x.read_string('[a]\nx = 1\ny = ${x}2 $$\n[b]\nz = ${a:y}-${a:x}\n')
print(x['a']['y'], x['b']['z'])
x = configparser.ConfigParser(allow_no_value=True, delimiters=('=',), inline_comment_prefixes=('#',), comment_prefixes=(';', '//'), default_section='common', strict=False, empty_lines_in_values=False)
x.read_string('[common]\nq = 1\n[s]\nalone\nk = v # gone\nu = a#b\n// comment\nk = again\ncolon:x = y\nm = 1\n 2\n\n[s]\nlast = 1')
print(dict(x['s']), x.defaults(), x['s']['alone'], repr(x['s']['m']))
x.write(sys.stdout)
y = configparser.ConfigParser({'d': '1'}, converters={'list': lambda v: v.split(',')}, interpolation=None)
y.optionxform = str
y.read_dict({'S': {'Key': 'a,b', 'Num': 3, 'per': '%x'}})
print(y.getlist('S', 'Key'), y['S'].getlist('Key'), list(y['S']), y['S']['per'], y['S'].getlist('none', []), y.converters.keys() >= {'int', 'list'})
u = configparser.ConfigParser(allow_unnamed_section=True)
u.read_string('top = 1\n[s]\nk = 2')
print(u[configparser.UNNAMED_SECTION]['top'], u.sections())

for bad in ('key = value', '[a]\nx=1\nx=2', '[a]\n[a]', '[a]\nnonsense\nmore nonsense', '[a]\n= value', '[a]\nx = %(y)s', '[a]\nx = %(x)s', '[a]\nx = %z', '[a]\nx = %(open'):
    z = configparser.ConfigParser()
    try:
        z.read_string(bad)
        print(z['a']['x'])
    except configparser.Error as err:
        print(type(err).__name__, str(err)[:150].replace('\n', '|'), err.args[:2])
for call in (lambda: c.get('none', 'x'), lambda: c.get('more', 'none'), lambda: c['none'], lambda: c['more']['none'], lambda: c.getint('more', 'a'), lambda: c.getboolean('more', 'a'), lambda: c.add_section('more'), lambda: c.add_section('DEFAULT'),
             lambda: c.set('none', 'a', 'b'), lambda: c.set('more', 'a', 5), lambda: c.set('more', 'a', '%bad'), lambda: c.options('none'), lambda: c.items('none'), lambda: c.add_section(3), lambda: c.__delitem__('DEFAULT'), lambda: c.__delitem__('zz'),
             lambda: c.read_dict({'q': {'a': 1, 'A': 2}}), lambda: configparser.ConfigParser(interpolation=3), lambda: c.remove_option('none', 'x'), lambda: configparser.ConfigParser(allow_no_value=True).read_string('[a]\nk\n  more')):
    try:
        print(call())
    except Exception as err:
        print(type(err).__name__, str(err).replace('\n', '|'))
