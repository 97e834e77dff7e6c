# A calculator: tokenizer, recursive-descent parser, evaluator with variables and functions.
import math
import operator


class CalcError(Exception):
    def __init__(self, message, pos):
        super().__init__(f"{message} at {pos}")
        self.pos = pos


class Token:
    def __init__(self, kind, value, pos): self.kind, self.value, self.pos = kind, value, pos
    def __repr__(self): return f"{self.kind}:{self.value}"


def tokenize(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
            continue
        start = i
        if c.isdigit() or c == ".":
            while i < len(text) and (text[i].isdigit() or text[i] in ".e" or (text[i] in "+-" and text[i - 1] == "e")):
                i += 1
            try:
                number = float(text[start:i])
            except ValueError:
                raise CalcError(f"bad number {text[start:i]!r}", start) from None
            yield Token("num", int(number) if number.is_integer() else number, start)
        elif c.isalpha() or c == "_":
            while i < len(text) and (text[i].isalnum() or text[i] == "_"):
                i += 1
            yield Token("name", text[start:i], start)
        elif text[i:i + 2] in ("**", "//", "<=", ">=", "=="):
            i += 2
            yield Token("op", text[start:i], start)
        elif c in "+-*/%()=,<>!":
            i += 1
            yield Token("op", c, start)
        else:
            raise CalcError(f"unexpected {c!r}", i)
    yield Token("end", None, len(text))


BINARY = [
    {"<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge, "==": operator.eq},
    {"+": operator.add, "-": operator.sub},
    {"*": operator.mul, "/": operator.truediv, "//": operator.floordiv, "%": operator.mod},
]


class Parser:
    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.i = 0

    @property
    def tok(self): return self.tokens[self.i]

    def take(self, *values):
        if self.tok.kind == "op" and self.tok.value in values:
            self.i += 1
            return self.tokens[self.i - 1].value

    def expect(self, value):
        if not self.take(value):
            raise CalcError(f"expected {value!r}, got {self.tok}", self.tok.pos)

    def statement(self):
        if self.tok.kind == "name" and self.tokens[self.i + 1].value == "=":
            name = self.tok.value
            self.i += 2
            return ("set", name, self.statement())
        node = self.binary(0)
        if self.tok.kind != "end":
            raise CalcError(f"unexpected {self.tok}", self.tok.pos)
        return node

    def binary(self, level):
        if level == len(BINARY):
            return self.unary()
        node = self.binary(level + 1)
        while op := self.take(*BINARY[level]):
            node = ("bin", BINARY[level][op], node, self.binary(level + 1))
        return node

    def unary(self):
        if self.take("-"):
            return ("neg", self.unary())
        if self.take("+"):
            return self.unary()
        return self.power()

    def power(self):
        node = self.atom()
        while self.take("!"):
            node = ("call", "factorial", [node])
        if self.take("**"):
            return ("bin", operator.pow, node, self.unary())
        return node

    def atom(self):
        t = self.tok
        match t.kind:
            case "num":
                self.i += 1
                return ("num", t.value)
            case "name":
                self.i += 1
                if self.take("("):
                    args = []
                    while not self.take(")"):
                        args.append(self.binary(0))
                        if not self.take(","):
                            self.expect(")")
                            break
                    return ("call", t.value, args)
                return ("var", t.value, t.pos)
            case "op" if self.take("("):
                node = self.binary(0)
                self.expect(")")
                return node
        raise CalcError(f"unexpected {t}", t.pos)


class Calculator:
    functions = {n: getattr(math, n) for n in ("sqrt", "sin", "floor", "factorial", "gcd")} | {"max": max, "min": min, "abs": abs}

    def __init__(self): self.vars = {"pi": math.pi}

    def eval(self, node):
        match node:
            case ("num", v): return v
            case ("var", name, pos):
                if name not in self.vars:
                    raise CalcError(f"unknown name {name!r}", pos)
                return self.vars[name]
            case ("neg", x): return -self.eval(x)
            case ("bin", op, l, r): return op(self.eval(l), self.eval(r))
            case ("set", name, x):
                self.vars[name] = self.eval(x)
                return self.vars[name]
            case ("call", name, args):
                try:
                    f = self.functions[name]
                except KeyError as e:
                    raise NameError(f"no function {e}") from e
                return f(*map(self.eval, args))

    def __call__(self, text): return self.eval(Parser(text).statement())


calc = Calculator()
for line in """1 + 2 * 3|(1 + 2) * 3|2 ** 3 ** 2|-2 ** 2|2 ** -1|10 // 3 % 2|1.5e3 / 2|x = 5|y = z = x * 2|x + y * z|sqrt(16) + abs(-3)|max(1, 2, min(5, 4))|3! + 0!|gcd(12, 18) == 6|1 < 2|7 % 4 - -1|floor(pi * 100)|((((7))))
1 +|(1|1 2|2 $ 3|1..2|nope|f(1)|1 / 0|sqrt(-1)|max()|factorial(2.5)|* 3||x = |sqrt(1, 2)""".replace("\n", "|").split("|"):
    try:
        print(f"{line:<24} = {calc(line)!r}")
    except (CalcError, ArithmeticError, ValueError, TypeError, NameError) as e:
        print(f"{line:<24} ! {type(e).__name__}: {e}")
print(sorted(calc.vars), list(tokenize("a+1")))
