# exit: 1
# err-lines: 3
# A message of several lines and a note.
e = RuntimeError("first line\nsecond line")
e.add_note("a note")
raise e
