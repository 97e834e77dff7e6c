# exit: 3
import sys
try:
    sys.exit("text")
except SystemExit as e:
    print(repr(e.code), repr(e), e.args)
try:
    exit()
except SystemExit as e:
    print(repr(e.code))
try:
    quit(5)
except SystemExit as e:
    print(repr(e.code), isinstance(e, Exception))
for v in (None, 0, 1, "s", [1], (1, 2)):
    try:
        sys.exit(v)
    except BaseException as e:
        print(type(e).__name__, repr(e.code), e.args)
try:
    print("body")
    sys.exit(3)
finally:
    print("finally runs")
