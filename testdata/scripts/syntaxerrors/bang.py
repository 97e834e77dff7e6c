# exit: 1
x = !True
