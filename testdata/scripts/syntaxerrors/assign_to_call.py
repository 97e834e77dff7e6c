# exit: 1
def f(): pass
f() = 3
