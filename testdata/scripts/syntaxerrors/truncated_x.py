# exit: 1
x = "\xZ"
