# Every list method, with its errors.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


a = [3, 1, 2]
print(a.append(4), a, a.extend((5, 6)), a, a.extend("xy"), a, a.insert(0, "first"), a.insert(-1, "pre"), a.insert(100, "end"), a.insert(-100, "start"), a)
print(a.pop(), a.pop(0), a.pop(-2), a.remove("first"), a.index(4), a.index("y"), a.count(1), a.reverse(), a)
a = [5, 2, 9, 2]
print(a.sort(), a, a.sort(reverse=True), a, a.copy(), a.copy() is a, a.index(2), a.index(2, 3), a.index(2, -1), a.count(2), a.clear(), a)
attempt(lambda: [].pop())
attempt(lambda: [1].pop(5))
attempt(lambda: [1].pop("a"))
attempt(lambda: [1].pop(1.0))
attempt(lambda: [1].remove(2))
attempt(lambda: [1].index(2))
attempt(lambda: [1, 2].index(1, 1))
attempt(lambda: ["a"].index("b"))
attempt(lambda: [].append())
attempt(lambda: [].append(1, 2))
attempt(lambda: [].extend(5))
attempt(lambda: [].extend(None))
attempt(lambda: [].insert(1))
attempt(lambda: [].insert("a", 1))
attempt(lambda: [1, "a"].sort())
attempt(lambda: [1].sort(lambda v: v))
attempt(lambda: [].nope)
attempt(lambda: [1][1])
attempt(lambda: [1][-2])
attempt(lambda: [1]["a"])
attempt(lambda: [1][None])
attempt(lambda: [1].__setitem__(3, 0))
attempt(lambda: [1] + "a")
attempt(lambda: [1] - [1])
attempt(lambda: [1] * [2])
attempt(lambda: [1] < 5)
attempt(lambda: hash([1]))
attempt(lambda: [1].clear(1))
attempt(lambda: [1].count())
attempt(lambda: [1].copy(1))
attempt(lambda: [] @ [])
attempt(lambda: -[1])
b = [1, 2, 3]
b += [4]
b += "ab"
b *= 2
print(b, [1] + [2] * 2, 2 * [0], [] + [], [1, 2] == [1, 2], [1, 2] != [2, 1], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [[1]] == [[1]], [1, [2, [3]]], 2 in b, "z" not in b, [1, "a"] == [1, "a"], [1.0] == [1], [nan := float("nan")] == [nan])
nested = [[1, 2], [3]]
shallow = nested.copy()
shallow[0].append(99)
shallow.append("own")
print(nested, shallow, nested[:], sum(nested, []), [x for r in nested for x in r])
stack, queue = [], []
for i in range(4):
    stack.append(i)
    queue.insert(0, i)
print([stack.pop() for _ in range(4)], [queue.pop() for _ in range(4)])
e = [1, 2, 3, 4, 5]
e[1], e[-1] = e[-1], e[1]
e[0] += 10
e.extend(e)
print(e, e.__len__(), list.append(e, 6), list.__add__([1], [2]), e.__contains__(6), [*e][:2], e[::-1][:3], bool([]), list.index([7, 8], 8))
print(max(e), min(e), sum(e), sorted(e)[:3], any(e), all(e), len(e), list(reversed(e))[:2], [1, 2, 3].__iter__().__next__(), [0, 1, 2].__reversed__().__next__(), [3].__eq__([3]), [3].__eq__(3), [1].__mul__(2), [1, 2].__getitem__(slice(1)))
it = iter(x := [1, 2])
x.append(3)
print(list(it))
grow = [1]
for v in grow:
    if len(grow) < 5:
        grow.append(v * 2)
print(grow)
