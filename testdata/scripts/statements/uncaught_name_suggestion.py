# exit: 1
# The suggestion is part of the traceback's last line, not of str(e).
URL = ["a", "b"]
try:
    print(url)
except NameError as e:
    print(str(e), e.name)
print(url)
