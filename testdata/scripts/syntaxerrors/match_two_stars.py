# exit: 1
match 1:
    case [*a, *b]:
        pass
