# exit: 1
x = """abc
print(1)
