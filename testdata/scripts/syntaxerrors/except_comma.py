# exit: 1
try:
    pass
except ValueError, TypeError:
    pass
