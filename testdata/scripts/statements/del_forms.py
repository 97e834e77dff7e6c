# del of names, items, slices, attributes, nested targets; and the errors.
a, b, c, d = range(4)
del a
del b, c
del (d)
for name in "abcd":
    print(name, name in globals(), end="; ")
print()

nums = list(range(12))
del nums[0]
del nums[-1], nums[-1]
print(nums)
del nums[1:3]
print(nums)
del nums[::2]
print(nums)
del nums[5:100]
del nums[:]
print(nums)

table = {"x": {"y": [1, 2, 3], "z": 0}, "w": 1}
del table["x"]["y"][1], table["w"]
print(table)
del [table["x"]["z"], (table["x"]["y"])]
print(table)


class Node:
    shared = 1

    def __init__(self):
        self.value = 1

    def __delattr__(self, name):
        print("del attr", name)
        super().__delattr__(name)

    def __delitem__(self, key):
        print("del item", key)


n = Node()
del n.value
del n["k"], n[1:2], n[1, ::2]
for action in ("value", "shared"):
    try:
        delattr(n, action)
    except AttributeError as e:
        print(e)
del Node.shared
print(hasattr(n, "shared"))


def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)


def d_name():
    del undefined_name


def d_local():
    x = 1
    del x
    del x


def d_index(): del [][0]
def d_key(): del {}["k"]
def d_tuple(): del (1, 2)[0]
def d_str(): del "abc"[0]
def d_attr(): del (5).real
def d_none(): del None[0]
def d_range(): del range(3)[1]
def d_bytes(): del b"x"[0]


for f in (d_name, d_local, d_index, d_key, d_tuple, d_str, d_attr, d_none, d_range, d_bytes):
    attempt(f)

ba = bytearray(b"hello")
del ba[1:3]
print(ba)


def closure():
    v = 1

    def inner(): return v
    del v
    try:
        inner()
    except NameError as e:
        return str(e)


print(closure())
