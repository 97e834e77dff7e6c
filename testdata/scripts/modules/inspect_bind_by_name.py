# Signature.bind: arguments given by name to parameters that only take a place, and what is missing.
import inspect

FUNCTIONS = [
    lambda a, b=2, /, **k: 0,
    lambda a, b, /, **k: 0,
    lambda a=1, b=2, /, **k: 0,
    lambda a=1, b=2, /: 0,
    lambda a, b=2, c=3, /: 0,
    lambda a, /, b, **k: 0,
    lambda a, b=2, /, c=3, *d, k=1, **m: 0,
    lambda a, *, k: 0,
    lambda *, k, m: 0,
    lambda *a, k: 0,
    lambda a=1, *, k: 0,
    lambda **k: 0,
]
CALLS = [((), {}), ((1,), {}), ((), {'b': 1}), ((), {'a': 1}), ((1,), {'b': 1}), ((1,), {'a': 2}), ((), {'a': 1, 'b': 2}),
         ((1,), {'b': 2, 'c': 3, 'd': 4, 'k': 5}), ((1, 2, 3, 4), {}), ((1, 2), {'k': 3}), ((), {'k': 1}), ((), {'m': 1})]

for fn in FUNCTIONS:
    s = inspect.signature(fn)
    print(s)
    for args, kwargs in CALLS:
        for bind in s.bind, s.bind_partial:
            try:
                b = bind(*args, **kwargs)
            except TypeError as e:
                print('   ', args, kwargs, e)
                continue
            print('   ', args, kwargs, b, b.args, b.kwargs)
            b.apply_defaults()
            print('       ', b.arguments)
