# A text adventure as a state machine, played from a fixed list of commands.
from collections import namedtuple

Room = namedtuple("Room", "title text exits items", defaults=((),))
MAP = {
    "hall": Room("Hall", "A dusty hall.", {"north": "library", "east": "kitchen"}, ["lamp"]),
    "library": Room("Library", "Books everywhere.", {"south": "hall"}, ["book", "key"]),
    "kitchen": Room("Kitchen", "It smells of soup.", {"west": "hall", "down": "cellar"}, ["bread"]),
    "cellar": Room("Cellar", "A treasure gleams!", {"up": "kitchen"}, ["treasure"]),
}


class GameOver(Exception):
    pass


class Blocked(Exception):
    pass


class Game:
    def __init__(self):
        self.here = "hall"
        self.rooms = {k: list(r.items) for k, r in MAP.items()}
        self.bag, self.lit, self.unlocked, self.moves = [], False, False, 0
        self.commands = {n[3:]: getattr(self, n) for n in dir(self) if n.startswith("do_")}
        self.aliases = {"n": "go north", "s": "go south", "e": "go east", "w": "go west", "i": "bag", "l": "look"}

    def do_look(self):
        r = MAP[self.here]
        things = ", ".join(self.rooms[self.here]) or "nothing"
        return f"{r.title}: {r.text} You see {things}. Exits: {'/'.join(r.exits)}."

    def do_go(self, where=None):
        if where is None:
            return "Go where?"
        try:
            target = MAP[self.here].exits[where]
        except KeyError:
            return f"You cannot go {where} from the {self.here}."
        if target == "cellar":
            if not self.unlocked: raise Blocked("The hatch is locked.")
            if not self.lit: raise Blocked("It is too dark down there.")
        self.here = target
        return self.do_look()

    def do_take(self, *names):
        out = []
        for name in names or ("air",):
            if name == "all":
                out.append(self.do_take(*self.rooms[self.here][:]))
                continue
            try:
                self.rooms[self.here].remove(name)
            except ValueError:
                out.append(f"There is no {name} here.")
            else:
                self.bag.append(name)
                out.append(f"You take the {name}.")
                if name == "treasure":
                    raise GameOver(f"You win after {self.moves} moves!")
        return " ".join(out)

    def do_drop(self, name):
        if name not in self.bag:
            return f"You have no {name}."
        self.bag.remove(name)
        self.rooms[self.here].append(name)
        return f"You drop the {name}."

    def do_use(self, name):
        match name, self.here:
            case n, _ if n not in self.bag: return f"You have no {n}."
            case "lamp", _:
                self.lit = not self.lit
                return f"The lamp is {'on' if self.lit else 'off'}."
            case "key", "kitchen":
                self.unlocked = True
                return "The hatch opens."
            case "key", _: return "There is nothing to unlock."
            case "bread", _:
                self.bag.remove("bread")
                return "Yum."
            case _: return f"You wave the {name} about."

    def do_bag(self): return "You carry: " + (", ".join(sorted(self.bag)) or "nothing")

    def do_quit(self): raise GameOver("Goodbye.")

    def run(self, line):
        self.moves += 1
        line = self.aliases.get(line.strip().lower(), line)
        verb, *args = line.lower().split() or ["look"]
        try:
            return self.commands[verb](*args)
        except KeyError:
            near = [c for c in sorted(self.commands) if c[0] == verb[0]]
            return f"I do not know {verb!r}." + (f" Did you mean {' or '.join(near)}?" if near else "")
        except TypeError:
            return f"{verb.capitalize()} what?"
        except Blocked as e:
            return f"No: {e}"


SCRIPT = """look
go up
go
take lamp sword
n
take all
use key
dance
lok
s
e
go down
use key
use spoon
go down
use lamp
bag
drop book
drop drop
drop
use bread
take bread
use bread
i

go down
take treasure
look
"""
game = Game()
try:
    for n, line in enumerate(SCRIPT.splitlines(), 1):
        print(f"{n:>2}> {line}")
        print("   ", game.run(line))
except GameOver as end:
    print("***", end)
else:
    print("the story goes on")
finally:
    print(game.moves, game.here, sorted(game.bag))
