# exit: 1
match 1:
    case [x, x]:
        pass
