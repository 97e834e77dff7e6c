# Variables assigned inside try blocks that closures, comprehensions and generators see.
def counter():
    total = 0

    def add(n):
        nonlocal total
        try:
            total += int(n)
        except ValueError:
            total -= 1
        finally:
            history.append(total)
        return total

    history = []
    return add, history


add, history = counter()
for n in ["1", 2, "x", "40"]:
    add(n)
print(history)


def assigned_in_all_branches(x):
    try:
        a = 10 // x
    except ZeroDivisionError:
        b = "zero"
        a = None
    else:
        b = "fine"
    finally:
        c = (a, b)
    return a, b, c


print(assigned_in_all_branches(0), assigned_in_all_branches(3))


def unbound(x):
    try:
        if x:
            value = 1
    finally:
        pass
    return value


print(unbound(True))
try:
    unbound(False)
except UnboundLocalError as e:
    print(type(e).__name__, e)

level = "module"


def set_global():
    global level
    try:
        level = "set"
        raise KeyError
    except KeyError:
        level += "+handler"


set_global()
print(level)


def lazy(rows):
    for row in rows:
        try:
            yield [int(c) for c in row]
        except ValueError as e:
            yield str(e)


print(list(lazy(["123", "4z6", ""])))

makers = []
for i in range(3):
    try:
        makers.append(lambda i=i: (i, mark))
    finally:
        mark = "m%d" % i
print([m() for m in makers])


class Body:
    try:
        limit = int("no")
    except ValueError:
        limit = 7
    finally:
        done = True


print(Body.limit, Body.done)
