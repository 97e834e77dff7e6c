# Where copy and deepcopy look for __copy__, __deepcopy__ and __reduce_ex__.
import copy


def attempt(f, *args):
    try:
        print(f.__name__, repr(f(*args)))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)


class Items(dict):
    __getattr__ = dict.__getitem__


class Asked:
    def __getattr__(self, name):
        print('asked for', name)
        raise AttributeError(name)

    def __repr__(self):
        return 'Asked()'


class Everything:
    def __getattribute__(self, name):
        if name in ('__deepcopy__', '__reduce_ex__'):
            print('get', name)
        return object.__getattribute__(self, name)

    def __repr__(self):
        return 'Everything()'


class Plain:
    def __repr__(self):
        return f'Plain({", ".join(vars(self))})'


class Never:
    __deepcopy__ = None
    __copy__ = None

    def __repr__(self):
        return 'Never()'


class Proxy:
    def __init__(self, target):
        self.target = target

    def __getattr__(self, name):
        if name == 'target':
            raise AttributeError(name)
        return getattr(self.target, name)


class Target:
    def __deepcopy__(self, memo):
        return 'the copy of the target'


class Itself:
    def __deepcopy__(self, memo):
        print(type(memo))
        return self

    def __repr__(self):
        return 'Itself()'


for f in copy.copy, copy.deepcopy:
    attempt(f, Items(a=1))
    attempt(f, Asked())
    attempt(f, Never())
    p = Plain()
    p.a = 1
    p.__copy__ = lambda: 'not asked'
    attempt(f, p)
    p.__reduce_ex__ = lambda protocol: (list, ((protocol,),))
    attempt(f, p)
    p.__deepcopy__ = lambda memo: ('own', type(memo))
    attempt(f, p)
    p.__reduce_ex__ = lambda protocol: 'itself'
    print(f(p) is p)
attempt(copy.deepcopy, Everything())
attempt(copy.deepcopy, Proxy(Target()))
attempt(copy.deepcopy, [Itself()] * 2)
