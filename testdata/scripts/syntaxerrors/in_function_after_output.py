# exit: 1
print("this is not printed, the file is compiled first")
def f(:
    pass
