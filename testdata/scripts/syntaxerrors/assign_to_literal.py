# exit: 1
5 = x
