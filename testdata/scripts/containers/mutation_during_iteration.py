# What changing a container while iterating over it does.
def attempt(f):
    try:
        print(f.__name__, f())
    except Exception as e:
        print(f.__name__, type(e).__name__ + ":", e)


def list_append():
    a = [1, 2]
    for x in a:
        if len(a) < 6: a.append(x * 10)
    return a


def list_remove():
    a = list(range(8))
    seen = []
    for x in a:
        seen.append(x)
        a.remove(x)
    return seen, a


def list_insert():
    a, seen = [1, 2, 3], []
    for x in a:
        seen.append(x)
        if len(seen) < 3: a.insert(0, "new")
    return seen, a


def list_clear():
    a = [1, 2, 3]
    for x in a: a.clear()
    return x, a


def list_shrink_iterator():
    a = [1, 2, 3]
    it = iter(a)
    next(it), next(it), next(it)
    done = next(it, "done")
    a.append(4)
    return done, next(it, "still done")


def list_comprehension_pop():
    a = [1, 2, 3, 4]
    return [a.pop() for _ in a], a


def dict_add():
    d = {1: 1}
    for k in d: d[k + 1] = 0


def dict_delete():
    d = {1: 1, 2: 2}
    for k in d: del d[k]


def dict_replace():
    d = {1: 1, 2: 2}
    for k in d:
        d[k] *= 5
    return d


def dict_swap():
    d = {1: 1, 2: 2}
    out = []
    for k in d:
        out.append(k)
        del d[k]
        d[k + 10] = 0
        if len(out) > 5: break
    return "no end" if len(out) > 5 else out


def dict_values_add():
    d = {"a": 1}
    for v in d.values(): d["b"] = v


def dict_items_last():
    d = {"a": 1}
    for k, v in d.items():
        d["b"] = v
        break
    return d


def set_add():
    s = {1}
    for x in s: s.add(x + 100)


def set_discard_all():
    s = {1, 2, 3}
    for x in list(s): s.discard(x)
    return s


def sort_while_iterating():
    a = [3, 1, 2]
    out = []
    for x in a:
        out.append(x)
        a.sort()
    return out


def bytearray_grow():
    b = bytearray(b"a")
    for x in b:
        if len(b) < 4: b.append(x + 1)
    return b


def nested_iterators():
    a = [1, 2, 3]
    return [(x, y) for x in a for y in a if x < y]


def slice_assign():
    a = [1, 2, 3, 4]
    for i, x in enumerate(a):
        a[i:i + 1] = [x * 2]
    return a


def deque_grow():
    from collections import deque
    d = deque([1])
    for x in d: d.append(2)


def ordered_delete():
    from collections import OrderedDict
    d = OrderedDict(a=1, b=2)
    for k in d: del d[k]


def counter_add():
    from collections import Counter
    c = Counter("ab")
    for k in c: c[k + k] = 1


def default_touch():
    from collections import defaultdict
    d = defaultdict(int, a=1)
    for k in d: d["missing"]


def generator_snapshot():
    a = [1, 2, 3]
    g = (x for x in a)
    a = [9]
    return list(g)


def generator_late():
    a = [1, 2, 3]
    g = (x * k for x in a)
    k = 10
    a.append(4)
    return list(g)


for f in (list_append, list_remove, list_insert, list_clear, list_shrink_iterator, list_comprehension_pop, dict_add, dict_delete, dict_replace, dict_values_add, dict_items_last, set_add, set_discard_all, sort_while_iterating, bytearray_grow, nested_iterators, slice_assign, deque_grow, ordered_delete, counter_add, default_touch, generator_snapshot, generator_late):
    attempt(f)
