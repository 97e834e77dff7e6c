# Nothing but comments.

   # indented

# end
