# exit: 1
f = dict
f(a.b=1)
