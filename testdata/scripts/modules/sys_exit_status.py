# exit: 7
# sys.excepthook runs for an uncaught exception; sys.exit in a function ends the program with its status.
import sys


def cleanup(label):
    print("cleanup", label)


class Ctx:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print("leaving with", t.__name__, v.code)


def main():
    try:
        with Ctx():
            try:
                sys.exit(7)
            except Exception:
                print("SystemExit is no Exception")
            finally:
                cleanup("inner")
    finally:
        cleanup("outer")


main()
print("not reached")
