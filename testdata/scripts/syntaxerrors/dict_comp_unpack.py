# exit: 1
x = {**y for y in [{}]}
