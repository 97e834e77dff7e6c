# operator: the functions that scripts use with map, reduce and sort keys.
import operator as op
from operator import itemgetter, attrgetter, methodcaller
from functools import reduce


class P:
    def __init__(self, name, age): self.name, self.age, self.me = name, age, self
    def greet(self, word="hi", *, mark=""): return f"{word} {self.name}{mark}"
    def __repr__(self): return self.name


people = [P("bo", 3), P("al", 3), P("cy", 1)]
print(sorted(people, key=attrgetter("age", "name")), sorted([(1, "b"), (0, "c"), (1, "a")], key=itemgetter(0)), sorted([(1, "b"), (1, "a")], key=itemgetter(1)), list(map(itemgetter("k"), [{"k": 1}, {"k": 2}])), itemgetter(0, -1)("abc"), itemgetter(slice(1, 3))([1, 2, 3, 4]), attrgetter("me.me.name")(people[0]), list(map(methodcaller("greet", "yo", mark="!"), people)), methodcaller("upper")("x"))
print(op.add(1, 2), op.sub(5, 3), op.mul("ab", 2), op.truediv(7, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 5), op.neg(3), op.pos(-3), op.abs(-3), op.invert(5), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.lshift(1, 4), op.rshift(16, 2), op.not_(0), op.truth([]), op.is_(None, None), op.is_not(1, None), op.index(True))
print(op.lt(1, 2), op.le(2, 2), op.eq(1, 1.0), op.ne(1, 2), op.ge(1, 2), op.gt(2, 1), op.contains([1], 1), op.countOf("abca", "a"), op.indexOf([5, 6], 6), op.getitem({"a": 1}, "a"), op.concat([1], [2]), op.length_hint([1, 2]), op.length_hint(iter([1, 2, 3])), op.call(max, 1, 5))
d = {}
op.setitem(d, "k", 1)
print(d, op.delitem(d, "k"), d, reduce(op.mul, range(1, 6)), reduce(op.or_, [{1}, {2}]), list(map(op.add, [1, 2], [3, 4])), sum(map(op.mul, (1, 2), (3, 4))))
x = [1]
print(op.iadd(x, [2]), x, op.imul(3, 4), op.iconcat([1], [2]), op.isub(5, 1), op.ior({1}, {2}) == {1, 2})
for f in (lambda: op.add(1, "a"), lambda: op.add(1), lambda: itemgetter(5)([1]), lambda: itemgetter("k")({}), lambda: attrgetter("nope")(5), lambda: methodcaller("nope")(5), lambda: itemgetter(), lambda: op.truediv(1, 0), lambda: op.index(1.5), lambda: op.indexOf([1], 2), lambda: attrgetter(5), lambda: op.getitem([1], "a"), lambda: op.nope, lambda: op.matmul(1, 2), lambda: methodcaller(5), lambda: op.lt(1, "a")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(itemgetter(1), itemgetter(1, "a"), attrgetter("a.b"), methodcaller("m", 1, k=2), op.add.__name__, op.__add__(1, 2))
table = {"+": op.add, "-": op.sub, "*": op.mul, "/": op.truediv}


def rpn(text):
    stack = []
    for tok in text.split():
        if tok in table:
            b, a = stack.pop(), stack.pop()
            stack.append(table[tok](a, b))
        else:
            stack.append(float(tok) if "." in tok else int(tok))
    return stack.pop()


print([rpn(t) for t in ("3 4 +", "5 1 2 + 4 * + 3 -", "2 3 4 * - 0.5 /")])
rows = [{"n": "a", "v": 3}, {"n": "b", "v": 1}, {"n": "c", "v": 2}]
print([r["n"] for r in sorted(rows, key=itemgetter("v"))], max(rows, key=itemgetter("v"))["n"], [*map(itemgetter("n", "v"), rows)], dict(map(itemgetter("n", "v"), rows)))
