# exit: 1
elif 3:
    pass
