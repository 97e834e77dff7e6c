# Parsing command lines.
import argparse
import sys
import io
import contextlib


def show(parser, *lines):
    for line in lines:
        err = io.StringIO()
        try:
            with contextlib.redirect_stderr(err):
                print(line, "->", parser.parse_args(line.split()))
        except SystemExit as e:
            print(line, "-> exit", e.code, err.getvalue().strip().splitlines()[-1:])


p = argparse.ArgumentParser(prog="p")
p.add_argument("src")
p.add_argument("dst", nargs="?", default="out")
p.add_argument("-n", "--num", type=int, default=1)
p.add_argument("-v", "--verbose", action="count", default=0)
p.add_argument("-q", "--quiet", action="store_true")
p.add_argument("--name", action="append")
p.add_argument("--mode", choices=["a", "b"])
p.add_argument("--level", type=float)
p.add_argument("--no-cache", dest="cache", action="store_false")
p.add_argument("--const", nargs="?", const="C", default="D")
p.add_argument("--ext", action="extend", nargs="+", type=int)
show(p, "x", "x y", "x -n 3 -vvq", "-n5 x", "--num=7 x y", "x --name a --name b", "x --mode c", "x --num", "x --num q", "", "x y z",
     "x --bogus", "x -vvn 4", "x --no-cache", "x --const", "x --const k", "x --verb", "x --n 3", "x --level -1.5", "-- -x", "x -- -y",
     "x --ext 1 2 --ext 3", "x --quiet=1", "x -n=4", "-5", "x -q -5", "x --lev 2e3", "x -z", "x -vz", "x --na a")
g = argparse.ArgumentParser(prog="g")
e = g.add_mutually_exclusive_group(required=True)
e.add_argument("--on", action="store_true")
e.add_argument("--off", action="store_true")
show(g, "", "--on", "--on --off")
s = argparse.ArgumentParser(prog="s")
s.add_argument("--debug", action="store_true")
sub = s.add_subparsers(dest="cmd")
a = sub.add_parser("add", aliases=["a"])
a.add_argument("files", nargs="*")
a.set_defaults(func=len)
b = sub.add_parser("rm")
b.add_argument("-f", action="store_true")
b.add_argument("name")
show(s, "", "add x y", "--debug rm -f n", "rm", "what", "a", "rm n extra", "add --debug")
r = argparse.ArgumentParser(prog="r")
r.add_argument("--req", required=True)
r.add_argument("a", nargs=2)
r.add_argument("rest", nargs=argparse.REMAINDER)
show(r, "--req 1 a b c --d", "a b", "--req 1 a")
m = argparse.ArgumentParser(prog="m")
m.add_argument("first", nargs="*")
m.add_argument("last")
m.add_argument("--opt")
show(m, "1", "1 2 3", "1 2 --opt x 3", "--opt x 1 2", "")
k = argparse.ArgumentParser(prog="k", allow_abbrev=False, argument_default=argparse.SUPPRESS)
k.add_argument("--foo")
k.add_argument("--bar", type=int, default="42")
show(k, "", "--foo 1", "--fo 1")
print(p.parse_known_args(["x", "--unknown", "y", "-n", "2", "zz"]))
ns = argparse.Namespace(a=1, b="x")
print(ns, ns == argparse.Namespace(a=1, b="x"), "a" in ns, vars(ns))
d = argparse.ArgumentParser(prog="d")
d.add_argument("--flag", action=argparse.BooleanOptionalAction)
d.add_argument("--when", type=lambda t: t.upper(), default="now")
d.add_argument("--items", nargs="+", default=[])
show(d, "", "--flag", "--no-flag", "--when x", "--items", "--items a b")


def positive(text):
    n = int(text)
    if n <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not positive")
    return n


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values.upper())


t = argparse.ArgumentParser(prog="t", fromfile_prefix_chars="@", prefix_chars="-+")
t.add_argument("-p", type=positive)
t.add_argument("--up", action=Upper)
t.add_argument("+x", dest="plus")
with open("args.txt", "w") as f:
    f.write("-p\n3\n")
show(t, "-p 0", "-p 2", "-p z", "--up abc", "@args.txt", "+x 1", "@none.txt")
o = argparse.ArgumentParser(prog="o", exit_on_error=False)
o.add_argument("--n", type=int)
try:
    o.parse_args(["--n", "x"])
except argparse.ArgumentError as err:
    print(err, "|", err.message, err.argument_name)
try:
    p.add_argument("-n")
except argparse.ArgumentError as err:
    print(err)
parent = argparse.ArgumentParser(add_help=False)
parent.add_argument("--shared", default="s")
child = argparse.ArgumentParser(prog="child", parents=[parent])
child.add_argument("own")
show(child, "x --shared y", "x")
im = argparse.ArgumentParser(prog="im")
im.add_argument("--foo")
im.add_argument("cmd")
im.add_argument("rest", nargs="*", type=int)
print(im.parse_intermixed_args("doit 1 --foo bar 2 3".split()))
print(im.get_default("foo"), child.get_default("shared"))
sys.argv = ["prog", "--foo", "1", "cmd"]
print(im.parse_args())
show(im, "-h")
