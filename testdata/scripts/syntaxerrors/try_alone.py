# exit: 1
try:
    x = 1
print(x)
