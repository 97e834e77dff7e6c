# A template language, a vending machine, a markdown converter, and a tokenizer with generators.
class Vending:
    PRICES = {"cola": 150, "chips": 100, "gum": 35}
    COINS = (100, 50, 20, 10, 5)

    def __init__(self): self.state, self.credit, self.stock = self.idle, 0, dict.fromkeys(self.PRICES, 2)

    def idle(self, event, arg):
        if event == "coin":
            self.credit += arg
            return self.has_money, f"credit {self.credit}"
        return self.idle, "insert coin"

    def has_money(self, event, arg):
        match event:
            case "coin":
                self.credit += arg
                return self.has_money, f"credit {self.credit}"
            case "select" if arg not in self.PRICES: return self.has_money, f"no {arg}"
            case "select" if not self.stock[arg]: return self.has_money, f"{arg} sold out"
            case "select" if self.credit < self.PRICES[arg]: return self.has_money, f"{self.PRICES[arg] - self.credit} more"
            case "select":
                self.stock[arg] -= 1
                self.credit -= self.PRICES[arg]
                change = self.change()
                return self.idle, f"{arg} + change {change}"
            case "cancel": return self.idle, f"returned {self.change()}"

    def change(self):
        out = []
        for c in self.COINS:
            n, self.credit = divmod(self.credit, c)
            out += [c] * n
        return out

    def send(self, event, arg=None):
        self.state, message = self.state(event, arg)
        return message


v = Vending()
for step in (("select", "cola"), ("coin", 100), ("select", "cola"), ("coin", 100), ("select", "tea"), ("select", "cola"), ("coin", 50), ("cancel",), ("coin", 200), ("select", "cola"), ("coin", 200), ("select", "cola"), ("select", "gum")):
    print(*step, "->", v.send(*step))


def template(text, **env):
    out, rest = [], text
    while rest:
        head, sep, rest = rest.partition("{{")
        out.append(head)
        if not sep: break
        expr, sep, rest = rest.partition("}}")
        if not sep: raise SyntaxError("missing }}")
        name, *filters = (p.strip() for p in expr.split("|"))
        value = env
        for part in name.split("."):
            value = value[int(part)] if part.isdigit() else value[part] if isinstance(value, dict) else getattr(value, part)
        for f in filters:
            fname, _, arg = f.partition(":")
            value = {"upper": lambda v, a: str(v).upper(), "join": lambda v, a: (a or ",").join(map(str, v)), "fmt": lambda v, a: format(v, a), "len": lambda v, a: len(v)}[fname](value, arg)
        out.append(str(value))
    return "".join(out)


print(template("Hi {{ user.name | upper }}, {{items|len}} items: {{ items | join:; }} = {{total|fmt:.2f}} ({{ items.0 }}, {{ z.imag }})", user={"name": "ann"}, items=["a", "b"], total=3.14159, z=2j))
for bad in ("{{ nope }}", "{{ x | nope }}", "{{ x"):
    try:
        print(template(bad, x=1))
    except (KeyError, SyntaxError) as e:
        print(type(e).__name__, e)


def markdown(lines):
    in_list = False
    for line in lines:
        line = line.rstrip()
        if in_list and not line.startswith("- "):
            in_list = False
            yield "</ul>"
        if not line: continue
        if line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            yield f"<h{level}>{inline(line[level:].strip())}</h{level}>"
        elif line.startswith("- "):
            if not in_list:
                in_list = True
                yield "<ul>"
            yield f"  <li>{inline(line[2:])}</li>"
        else: yield f"<p>{inline(line)}</p>"
    if in_list: yield "</ul>"


def inline(s):
    for mark, tag in (("**", "b"), ("*", "i"), ("`", "code")):
        parts = s.split(mark)
        s = parts[0] + "".join(f"<{'/' * (i % 2 == 0)}{tag}>{p}" for i, p in enumerate(parts[1:], 1))
    return s


print(*markdown("""# Title *x*
para **bold** and `code`

- one
- two **b**
## Sub
end
- last""".splitlines()), sep="\n")


def lexer(text):
    kinds = {"num": str.isdigit, "word": str.isalpha, "space": str.isspace}
    kind, start = None, 0
    for i, c in enumerate(text + "\0"):
        k = next((n for n, f in kinds.items() if f(c)), "sym" if c != "\0" else "eof")
        if k != kind or k == "sym":
            if kind not in (None, "space"):
                push_back = yield kind, text[start:i]
                while push_back: push_back = yield push_back
            kind, start = k, i


toks = lexer("let x1 = 42+(y)")
print(next(toks), toks.send(("pushed", "back")), *toks)


def coroutine(fn):
    def start(*a):
        g = fn(*a)
        next(g)
        return g
    return start


@coroutine
def grep(word, target):
    try:
        while True:
            line = yield
            if word in line: target.send(line)
    except GeneratorExit:
        target.close()


@coroutine
def collect(out):
    try:
        while True: out.append((yield))
    finally:
        out.append("closed")


found = []
g = grep("an", collect(found))
for line in ("banana", "cherry", "mango", "fig"): g.send(line)
g.close()
print(found)
