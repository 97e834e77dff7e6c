# exit: 1
True = 1
