print("b starts")
import _cycle_a

print("b sees a.NAME:", hasattr(_cycle_a, "NAME"))
NAME = "b"


def partner():
    return _cycle_a.NAME


print("b ends")
