# exit: 1
# An uncaught exception ends the script after what was printed, and finally blocks still run.
def load(table, key):
    return table[key]


def main():
    table = {"a": 1}
    try:
        print(load(table, "a"))
        print(load(table, "b"))
    finally:
        print("cleaning up")


class Guard:
    def __enter__(self): print("enter"); return self
    def __exit__(self, *exc): print("exit", exc[0].__name__)


with Guard():
    main()
print("not reached")
