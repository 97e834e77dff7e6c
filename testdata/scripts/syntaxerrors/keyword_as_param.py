# exit: 1
def f(for): pass
