# Reading standard input by line.
import sys
first = sys.stdin.readline()
print(repr(first))
total = 0
for line in sys.stdin:
    line = line.rstrip("\n")
    if not line:
        break
    total += int(line)
print(total)
rest = sys.stdin.read()
print(repr(rest), rest.splitlines())
print(repr(sys.stdin.read()), repr(sys.stdin.readline()))
try:
    input("? ")
except EOFError:
    print("eof")
