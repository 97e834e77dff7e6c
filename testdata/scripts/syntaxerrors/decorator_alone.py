# exit: 1
@print
x = 1
