# break and continue through try/finally, and else clauses of loops and try together.
def run(items):
    out = []
    for i, item in enumerate(items):
        try:
            if item == "skip":
                continue
            if item == "stop":
                break
            if item == "fail":
                raise RuntimeError(item)
            out.append(item)
        except RuntimeError as e:
            out.append("caught " + str(e))
            continue
        else:
            out.append("else")
        finally:
            out.append("fin%d" % i)
    else:
        out.append("loop completed")
    return out


print(run(["a", "skip", "b"]))
print(run(["a", "stop", "b"]))
print(run(["fail", "a"]))
print(run([]))

n = 0
while True:
    n += 1
    try:
        if n < 3:
            continue
        if n == 5:
            break
    finally:
        print("while finally", n)
print("n =", n)


def break_in_finally():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            break
    return i


def continue_in_finally():
    seen = []
    for i in range(3):
        try:
            1 / 0
        finally:
            seen.append(i)
            continue
    return seen


def return_cancelled_by_break():
    while 1:
        try:
            return "returned"
        finally:
            break
    return "broke instead"


print(break_in_finally(), continue_in_finally(), return_cancelled_by_break())


def deep():
    for i in range(3):
        for j in range(3):
            try:
                try:
                    if j == 1:
                        break
                finally:
                    print("in", i, j)
            finally:
                print("out", i, j)
        else:
            print("never")
        try:
            if i == 1:
                return "done at %d" % i
        finally:
            print("row", i)


print(deep())
