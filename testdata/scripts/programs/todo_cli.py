"""A to-do program: cmd.Cmd-like shell over scripted input, JSON storage, sorting, tables, undo; saves from a background pool."""
import argparse
import atexit
import copy
import datetime
import getpass
import io
import itertools
import json
import os
import shlex
import sys
import tempfile
import textwrap
import uuid
from collections import namedtuple, OrderedDict, UserList
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

Column = namedtuple("Column", "title width align getter")
COMMANDS = {}


class CommandError(Exception):
    pass


def command(*names, help=""):
    def deco(fn):
        fn.names, fn.help = names, help or (fn.__doc__ or "").strip()
        for n in names:
            COMMANDS[n] = fn
        return fn
    return deco


class Todo(dict):
    def __getattr__(self, k):
        try:
            return self[k]
        except KeyError:
            raise AttributeError(k) from None

    def __setattr__(self, k, v):
        self[k] = v

    @property
    def overdue(self):
        return bool(self.due) and datetime.date.fromisoformat(self.due) < TODAY and not self.done


TODAY = datetime.date(2024, 5, 17)


class TodoList(UserList):
    def get(self, ident):
        for t in self:
            if t["id"] == ident:
                return t
        raise CommandError("no item %r" % (ident,))

    def next_id(self):
        return max((t.id for t in self), default=0) + 1


class App:
    def __init__(self, path):
        self.path = Path(path)
        self.pool = ThreadPoolExecutor(max_workers=1)
        self.saves = []
        self.undo_stack = []
        self.items = TodoList()
        if self.path.exists():
            self.items.extend(Todo(d) for d in json.loads(self.path.read_text()))

    def save(self):
        text = json.dumps(list(self.items), indent=2, default=str)

        def write():
            tmp = self.path.with_suffix(".tmp-%s" % uuid.uuid4().hex[:6])
            tmp.write_text(text)
            os.replace(tmp, self.path)
            return len(text)
        self.saves.append(self.pool.submit(write))

    def remember(self):
        self.undo_stack.append(copy.deepcopy(self.items))

    def run(self, lines, out):
        for n, line in enumerate(lines, 1):
            line = line.strip()
            if not line or line[0] == "#":
                continue
            print(">", line, file=out)
            try:
                name, *argv = shlex.split(line)
                fn = COMMANDS.get(name) or self.guess(name)
                result = fn(self, argv)
            except CommandError as e:
                print("error:", e, file=out)
            except ValueError as e:
                print("line %d: %s" % (n, e), file=out)
            except SystemExit as e:
                if e.code:
                    print("(status %s)" % e.code, file=out)
                    continue
                break
            else:
                if result is not None:
                    print(result, file=out)
        self.pool.shutdown()
        return sum(f.result() > 0 for f in self.saves)

    def guess(self, name):
        found = {fn for k, fn in COMMANDS.items() if k.startswith(name)}
        if len(found) == 1:
            return found.pop()
        raise CommandError("unknown command %s" % name if not found else "ambiguous: " + ", ".join(sorted(f.names[0] for f in found)))


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise CommandError("%s: %s" % (self.prog, message))


@command("add", "new")
def add(app, argv):
    """Add an item."""
    p = Parser(prog="add", add_help=False)
    p.add_argument("text", nargs="+")
    p.add_argument("-p", "--prio", type=int, choices=range(1, 6), default=3)
    p.add_argument("-d", "--due", type=datetime.date.fromisoformat)
    p.add_argument("-t", "--tag", action="append", default=[], dest="tags")
    group = p.add_mutually_exclusive_group()
    group.add_argument("--top", action="store_true")
    group.add_argument("--bottom", action="store_false", dest="top")
    a = p.parse_args(argv)
    app.remember()
    item = Todo(id=app.items.next_id(), text=" ".join(a.text), prio=a.prio, due=a.due and a.due.isoformat(), tags=a.tags, done=False)
    app.items.insert(0 if a.top else len(app.items), item)
    app.save()
    return "added %d" % item.id


@command("done")
def done(app, argv):
    """Mark items as done."""
    app.remember()
    for a in argv:
        app.items.get(int(a)).done = True
    app.save()


@command("rm", "delete")
def rm(app, argv):
    """Remove an item."""
    app.remember()
    for a in argv:
        app.items.remove(app.items.get(int(a)))
    app.save()


@command("undo")
def undo(app, argv):
    """Take the last change back."""
    try:
        app.items = app.undo_stack.pop()
    except IndexError:
        raise CommandError("nothing to undo") from None
    app.save()


@command("list", "ls")
def ls(app, argv):
    """Show the items."""
    cols = [Column("#", 3, ">", lambda t: t.id), Column("What", 18, "<", lambda t: textwrap.shorten(t.text, 18, placeholder="…")),
            Column("P", 1, "^", lambda t: t.prio), Column("Due", 10, "<", lambda t: t.due or ""), Column("Tags", 8, "<", lambda t: ",".join(t.tags))]
    key = {"prio": lambda t: (-t.prio, t.id), "due": lambda t: (t.due is None, t.due or "")}.get(argv[0] if argv else None, lambda t: 0)
    lines = ["│".join("{0:{1.align}{1.width}}".format(c.title, c) for c in cols), "┼".join("─" * c.width for c in cols)]
    for t in sorted(app.items, key=key):
        lines.append("│".join(f"{c.getter(t)!s:{c.align}{c.width}}" for c in cols) + (" ✓" if t.done else " !" if t.overdue else ""))
    return "\n".join(line.rstrip() for line in lines)


@command("help", "?")
def help_(app, argv):
    """This text."""
    seen = OrderedDict.fromkeys(COMMANDS.values())
    return "\n".join("%-12s %s" % ("/".join(f.names), f.help) for f in seen)


@command("stats")
def stats(app, argv):
    """Numbers by tag."""
    tags = sorted(set(itertools.chain.from_iterable(t.tags for t in app.items)))
    return ", ".join("%s=%d" % (g, sum(g in t.tags for t in app.items)) for g in tags) or "no tags"


@command("quit", "exit")
def quit_(app, argv):
    sys.exit(int(argv[0]) if argv else 0)


SCRIPT = """
help
add Buy milk -p 2 -d 2024-05-16 -t home
new "Write the quarterly report for the board" --prio 5 --tag work -t long
add Call Zoë --top
add Bad prio -p 9
add x -d tomorrow
add
add --top --bottom y
ls
done 1 2
d 3
list prio
rm 7
delete 2
stats
undo
s
list due
frobnicate
add "unclosed
undo
undo 
undo
undo
undo
exit 2
quit
add never
"""

if __name__ == "__main__":
    atexit.register(print, "bye")
    fd, name = tempfile.mkstemp(suffix=".json", text=True)
    os.close(fd)
    os.remove(name)
    try:
        app = App(name)
        n = app.run(io.StringIO(SCRIPT), sys.stdout)
        print(n, "saves;", len(App(name).items), "items left;", [p.name for p in Path(name).parent.glob(Path(name).stem + ".tmp*")])
    finally:
        os.remove(name)
