# exit: 1
import sys
print("printed")
try:
    sys.exit("stopping: nothing to do")
finally:
    print("flushed")
