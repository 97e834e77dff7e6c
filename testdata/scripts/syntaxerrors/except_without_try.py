# exit: 1
except ValueError:
    pass
