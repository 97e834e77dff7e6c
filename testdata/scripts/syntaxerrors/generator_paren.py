# exit: 1
f = print
f(x for x in [1], 2)
