# sys: streams, argv, version, modules, exit, limits, exc_info.
import sys

print(len(sys.argv), sys.argv[0].endswith("sys_basics.py"), sys.version_info[:2] >= (3, 13), sys.version_info.major, sys.version_info >= (3, 8), type(sys.version), sys.byteorder, sys.maxsize == 2 ** 63 - 1, sys.maxunicode == 0x10FFFF, isinstance(sys.platform, str), sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit > 0)
print("sys" in sys.modules, sys.modules["sys"] is sys, sys.modules["__main__"].__name__, isinstance(sys.path, list), "math" in sys.modules or __import__("math") is sys.modules["math"], sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.stdout.encoding.lower(), isinstance(sys.executable, str))
n = sys.stdout.write("written é\n")
print(n, sys.stdout.writable(), sys.stdout.flush(), sys.stdin.readable(), sys.stderr is not sys.stdout, sys.__stdout__ is sys.stdout)
sys.stdout.writelines(["one\n", "two\n"])
print("via print", file=sys.stdout)


class Shout:
    def __init__(self, real): self.real, self.lines = real, []
    def write(self, s): self.lines.append(s); return self.real.write(s.upper())
    def flush(self): self.real.flush()


old, sys.stdout = sys.stdout, Shout(sys.stdout)
print("hello", "there", sep="-")
got, sys.stdout = sys.stdout.lines, old
print(got)
print(sys.exc_info())
try:
    {}["k"]
except KeyError:
    t, v, tb = sys.exc_info()
    print(t.__name__, v, tb.tb_lineno > 0, sys.exception() is v)
    try:
        1 / 0
    except ZeroDivisionError:
        print(type(sys.exception()).__name__)
    print(type(sys.exception()).__name__)
print(sys.exception())
limit = sys.getrecursionlimit()
sys.setrecursionlimit(limit + 500)
print(sys.getrecursionlimit() - limit)
for f in (lambda: sys.setrecursionlimit(0), lambda: sys.setrecursionlimit("x"), lambda: sys.nope, lambda: sys.exit(1, 2), lambda: sys.intern(5), lambda: sys.getsizeof()):
    try:
        print(f())
    except (Exception, SystemExit) as e:
        print(type(e).__name__, e)
print(sys.intern("abc") == "abc", isinstance(sys.getsizeof([]), int), sys.hash_info.modulus == 2 ** 61 - 1, sys.getswitchinterval() > 0, sys.implementation.name != "", sys.flags.optimize, sys.api_version > 0 if hasattr(sys, "api_version") else True, sys.float_repr_style, sys.float_info.dig, sys.float_info.min)
for code in (0, None, 3, "bye", True, (1,), 2.5):
    try:
        sys.exit(code)
    except SystemExit as e:
        print(repr(e.code), e.args, end=" ")
print()
print(sys.get_int_max_str_digits(), sys.version.startswith("3."), sys.hexversion >= 0x030d0000, "print" in sys.modules["builtins"].__dict__ if "builtins" in sys.modules else "", sys.stdin.read() == "", callable(sys.displayhook), callable(sys.excepthook), sys.is_finalizing())
