# exit: 1
x = 5 ➎ 3
