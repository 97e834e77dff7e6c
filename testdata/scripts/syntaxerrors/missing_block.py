# exit: 1
def f():
print("x")
