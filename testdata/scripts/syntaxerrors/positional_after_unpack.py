# exit: 1
def f(*a, **k): pass
f(**{}, 2)
