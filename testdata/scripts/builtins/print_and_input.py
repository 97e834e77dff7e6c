# print's sep, end, file and flush; input with and without a prompt.
import sys


def attempt(f):
    try:
        print("->", repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print()
print(1, "two", 3.0, None, [4], sep=", ", end=";\n")
print("a", "b", sep="")
print("no newline", end="")
print("", end="\n")
print(*"abc", sep="\n")
print("x", sep=None, end=None)
print("to stdout", file=sys.stdout, flush=True)
print(end="")


class Sink:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self): self.parts.append("<flush>")


s = Sink()
print("a", 1, file=s)
print("b", end="!", file=s, flush=True)
print(file=s)
print(s.parts)
with open("out.txt", "w") as f:
    print("into a file", 42, sep="|", file=f)
print(open("out.txt").read(), end="")
attempt(lambda: print(1, sep=3))
attempt(lambda: print(1, end=b""))
attempt(lambda: print(1, foo=2))
attempt(lambda: print(1, file=5))
name = input("Name? ")
print("hello", repr(name))
print(repr(input()))
print([int(x) for x in input("numbers: ").split()])
rest = []
try:
    while True:
        rest.append(input())
except EOFError as e:
    print(rest, type(e).__name__, e)
attempt(lambda: input(1, 2))
print("é ü 日本 😀 \u2028 end")
print(sys.stdout.write("written\n"))
