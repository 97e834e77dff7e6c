# exit: 1
x = 1
while x = 2:
    pass
