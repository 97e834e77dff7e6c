# exit: 1
x = f"{1!z}"
