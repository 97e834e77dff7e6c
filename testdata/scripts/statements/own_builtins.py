import _own_names
from _own_names import dict as d2, list
print(d2 is dict, 'dict' in vars(_own_names), list)
int = int
def f(): return int('3')
print(f(), globals()['int'])
del int
print(f(), 'int' in globals())
try: unicode = unicode
except NameError: unicode = str
print(unicode)
class K:
    str = str
    def m(self): return str(5)
print(K.str, K().m())
for len in [len]: print(len([1]))
