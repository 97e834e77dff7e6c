# What '%(name)s' takes as a mapping.
import array
import collections
import os
import types


class Twice:
    def __getitem__(self, key):
        return key * 2


class OwnTuple(tuple):
    def __getitem__(self, key):
        return key


class OwnText(str):
    def __getitem__(self, key):
        return key


class Holder:
    a = 5


class Meta(type):
    def __getitem__(cls, key):
        return key


class Keyed(metaclass=Meta):
    pass


proxy = types.MappingProxyType({'a': 1, b'a': 2})
os.environ['a'] = 'environment'
for name, v in [('mappingproxy', proxy), ('__dict__', Holder.__dict__), ('ChainMap', collections.ChainMap({'a': 3})),
                ('UserDict', collections.UserDict(a=4)), ('defaultdict', collections.defaultdict(int)), ('environ', os.environ),
                ('Twice', Twice()), ('OwnTuple', OwnTuple('a')), ('OwnText', OwnText('a')), ('Keyed', Keyed), ('list', [1]),
                ('str', 'x'), ('bytes', b'x'), ('bytearray', bytearray(b'x')), ('tuple', (1,)), ('range', range(3)), ('int', 3),
                ('memoryview', memoryview(b'x')), ('array', array.array('i', [1])), ('alias', list[int]), ('class', Holder),
                ('set', {1}), ('None', None), ('view', {}.keys())]:
    for template in '%(a)s', b'%(a)a', '%(a)r and %(a).1s', 'no place', '':
        try:
            print(name, template, repr(template % v))
        except Exception as e:
            print(name, template, type(e).__name__, e)
text = '<%(a)s>'
text %= proxy
print(text)
