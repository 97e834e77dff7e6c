print("a starts")
import _cycle_b

NAME = "a"


def partner():
    return _cycle_b.NAME


print("a ends")
