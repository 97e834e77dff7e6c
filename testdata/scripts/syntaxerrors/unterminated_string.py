# exit: 1
name = "abc
print(name)
