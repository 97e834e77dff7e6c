# exit: 1
x = [a, b for a, b in []]
