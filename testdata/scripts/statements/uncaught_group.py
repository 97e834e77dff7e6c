# exit: 1
# err-lines: 6
print("before")
raise ExceptionGroup("several things", [ValueError("one"), TypeError("two")])
