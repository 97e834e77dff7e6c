# TypeError texts for unsupported operand types, calls, indexing and iteration.
class A: pass
class B:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return NotImplemented


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


a, b = A(), B()
for f in (lambda: 1 + "a", lambda: "a" + 1, lambda: [] + (), lambda: () + [], lambda: {} + {}, lambda: None + 1, lambda: 1 - None, lambda: "a" - "b", lambda: "a" * "b", lambda: 2 * None, lambda: "a" / 2, lambda: [] // 1, lambda: {} % 1, lambda: 2 ** "a", lambda: "a" @ "b", lambda: 1 << 1.0, lambda: 1 >> "a", lambda: 1 & 1.0, lambda: 1 | None, lambda: "a" ^ 1, lambda: 1.5 & 1, lambda: a + a, lambda: a + 1, lambda: 1 + a, lambda: b + 1, lambda: 1 + b, lambda: b + b, lambda: a * 2, lambda: a @ a, lambda: a < a, lambda: a > 1, lambda: 1 <= a, lambda: -a, lambda: +a, lambda: ~a, lambda: ~1.5, lambda: -"x", lambda: +[], lambda: ~None, lambda: len + 1, lambda: int + int, lambda: print - print, lambda: A + A, lambda: range(2) + range(2), lambda: {1} + {2}, lambda: b"a" + "b", lambda: "b" + b"a", lambda: 1 // "x", lambda: divmod("a", 1), lambda: pow("a", 2), lambda: pow(1, 2, "x")):
    attempt(f)
for f in (lambda: a[0], lambda: 5[0], lambda: None["x"], lambda: len[0], lambda: A[0], lambda: a(), lambda: 5(), lambda: None(), lambda: "f"(), lambda: [](1), lambda: {}.items[0], lambda: [*a], lambda: iter(a), lambda: next(a), lambda: len(a), lambda: 1 in a, lambda: abs(a), lambda: int(a), lambda: float(a), lambda: round(a), lambda: hash(a) and "hashable", lambda: bool(a), lambda: [1, 2][a], lambda: "ab"[a], lambda: range(a), lambda: bytes(a), lambda: list(a), lambda: dict(a), lambda: sum(a), lambda: max(a), lambda: sorted(a), lambda: "".join(a), lambda: isinstance(1, a), lambda: chr(a), lambda: ord(a), lambda: hex(a), lambda: open(a), lambda: [1] * a, lambda: "%d" % a, lambda: "%s" % a and "ok", lambda: format(a, "5"), lambda: enumerate(a), lambda: zip(a), lambda: map(int, a), lambda: reversed(a), lambda: all(a), lambda: set(a), lambda: "a".join(5), lambda: "abc".split(1), lambda: print(1, sep=1)):
    attempt(f)


def setitem(): a[0] = 1
def delitem(): del a[0]
def setitem_int(): (5)[0] = 1
def setitem_str(): "x"[0] = 1
def del_none(): del None.x
def aug_add():
    x = 1
    x += "a"
def aug_sub():
    x = "a"
    x -= 1
def aug_list():
    x = [1]
    x += 5
def aug_tuple():
    x = (1,)
    x += [2]
def aug_or():
    x = {1}
    x |= [2]
def aug_mul():
    x = a
    x *= 2
def aug_mat():
    x = 1
    x @= 2
def aug_pow():
    x = "a"
    x **= 2
def aug_shift():
    x = 1.0
    x <<= 1
def aug_dict():
    x = {}
    x |= 5
def with_a():
    with a: pass
def unpack_int(): x, y = 5
def unpack_few(): x, y = [1]
def unpack_many(): x, y = "abc"
def unpack_star(): x, y, *z = (1,)
def unpack_none(): [x] = None
def unpack_dict(): x, y = {"a": 1}
def unpack_gen(): x, y = (i for i in range(5))
def unpack_nested(): (x, y), z = 1, 2
def for_int():
    for i in 5: pass
def for_a():
    for i in a: pass
def raise_str(): raise "text"
def raise_none(): raise None
def raise_a(): raise a
def raise_A(): raise A
def raise_from(): raise ValueError from 5
def inst_attr(): a.x.y
def none_attr(): None.attr
def mod_attr():
    import math
    math.nope
def func_attr(): attempt.nope
def del_attr(): del a.x
def set_slot(): (5).x = 1
def super_attr(): super(A, a).nope
def not_bool(): not type("X", (), {"__bool__": lambda s: 5})()
def bad_len(): len(type("X", (), {"__len__": lambda s: "a"})())
def bad_iter(): iter(type("X", (), {"__iter__": lambda s: 5})())
def bad_hash(): hash(type("X", (), {"__hash__": lambda s: "a"})())
def bad_index(): [1][type("X", (), {"__index__": lambda s: "a"})()]
def bad_repr(): repr(type("X", (), {"__repr__": lambda s: 5})())
def bad_contains(): return 1 in type("X", (), {"__contains__": None})()


for f in (setitem, delitem, setitem_int, setitem_str, del_none, aug_add, aug_sub, aug_list, aug_tuple, aug_or, aug_mul, aug_mat, aug_pow, aug_shift, aug_dict, with_a, unpack_int, unpack_few, unpack_many, unpack_star, unpack_none, unpack_dict, unpack_gen, unpack_nested, for_int, for_a, raise_str, raise_none, raise_a, raise_A, raise_from, inst_attr, none_attr, mod_attr, func_attr, del_attr, set_slot, super_attr, not_bool, bad_len, bad_iter, bad_hash, bad_index, bad_repr, bad_contains):
    attempt(f)
