# Managers: shared containers, and classes of one's own.
import multiprocessing as mp
from multiprocessing.managers import BaseManager, BaseProxy, SyncManager, MakeProxyType


class Counter:
    def __init__(self, start=0):
        self.n = start
        self._hidden = 1

    def add(self, k=1):
        self.n += k
        return self.n

    def get(self):
        return self.n

    def fail(self):
        raise LookupError('on purpose')

    def _secret(self):
        return 'secret'

    def part(self):
        return self

    def __repr__(self):
        return 'Counter(%d)' % self.n


class Part:
    def __init__(self, whole):
        self.whole = whole

    def up(self):
        return self.whole.add(100)


class CounterProxy(BaseProxy):
    _exposed_ = ('add', 'get')

    def add(self, k=1):
        return self._callmethod('add', (k,))

    def twice(self):
        return self._callmethod('get') * 2


class MyManager(BaseManager):
    pass


MyManager.register('Counter', Counter, method_to_typeid={'part': 'Part'})
MyManager.register('Part', Part, create_method=False)
MyManager.register('Strict', Counter, exposed=('get', '_secret'))
MyManager.register('Typed', Counter, proxytype=CounterProxy)
MyManager.register('Made', Counter, proxytype=MakeProxyType('MadeProxy', ('add', 'get')))
MyManager.register('total', lambda xs: sum(xs) and Counter(sum(xs)))


def work(counter, n):
    for _ in range(n):
        counter.add()


def change(d, items, ns, key):
    d[key] = key * 2
    items.append(key)
    with ns_lock(ns):
        ns.x += 1


def ns_lock(ns):
    return ns.lock


def bump(v, a, q, e):
    v.value += 1
    a[1] = 7
    q.put('from child')
    e.set()


def run(target, *args):
    p = mp.Process(target=target, args=args)
    p.start()
    p.join()
    return p.exitcode


def main():
    with MyManager() as m:
        c = m.Counter(5)
        print(c, repr(c).split(' at ')[0], c.add(), c.add(k=3), c.get())
        ps = [mp.Process(target=work, args=(c, 10)) for _ in range(3)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(c.get(), c._getvalue())
        try:
            c.fail()
        except LookupError as e:
            print('LookupError', e)
        print(c.part().up(), c.get())
        for name in ('_secret', 'n', 'nothing'):
            try:
                getattr(c, name)
                print(name)
            except AttributeError as e:
                print('AttributeError', e)
        s = m.Strict(1)
        print(s.get(), s._secret(), hasattr(s, 'add'))
        t = m.Typed(4)
        print(t.add(6), t.twice(), repr(t).split(' at ')[0])
        made = m.Made(2)
        print(made.add(), made, repr(made).split(' at ')[0])
        print(m.total([1, 2, 3]))
    try:
        MyManager().Counter()
    except AssertionError as e:
        print(e)

    with mp.Manager() as m:
        d, items, ns = m.dict({'a': 1}, b=2), m.list(range(3)), m.Namespace(x=1)
        ns.lock = m.Lock()
        print([run(change, d, items, ns, k) for k in (5, 6)])
        print(d, items, ns.x, repr(d).split(' at ')[0], repr(items).split(' at ')[0])
        print(d.copy(), list(items), len(d), 'a' in d, d.get('zz'), d.pop('a'), d.setdefault('n', 9), sorted(d.keys(), key=str))
        d.update({'u': 1}, v=2)
        del d['u']
        print(sorted(d.values()), dict(d.items()) == d.copy(), sorted(map(str, d)))
        items.extend([9, 8])
        items.sort(reverse=True)
        items[0] = 'first'
        del items[1]
        items.reverse()
        print(items, items[1:3], items.index('first'), items.count(2), items.pop(), items + [0], 2 in items)
        d['list'] = [1]
        d['list'].append(2)
        print(d['list'])
        d['shared'] = items
        d['shared'].append('in')
        print(items[-1], len(d['shared']))
        inner = m.dict()
        items.append(inner)
        inner['deep'] = True
        print(items[-1]['deep'])
        v, a, q, e = m.Value('i', 3), m.Array('i', [1, 2]), m.Queue(), m.Event()
        print(run(bump, v, a, q, e), v.value, a[1], q.get(), e.is_set(), v, a, len(a))
        try:
            d['missing']
        except KeyError as err:
            print('KeyError', err)
        try:
            items[100]
        except IndexError as err:
            print('IndexError', err)
        try:
            ns.missing
        except AttributeError as err:
            print(err)
        c = m.Condition()
        with c:
            c.notify_all()
        print(isinstance(m, SyncManager))


if __name__ == '__main__':
    main()
