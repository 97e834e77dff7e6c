# How return inside try, except, else and finally decides what a function gives back.
log = []


def note(text):
    log.append(text)
    return text


def plain():
    try:
        return note("try")
    finally:
        note("finally")


def overridden():
    try:
        return "try"
    finally:
        return "finally wins"


def from_handler(kind):
    try:
        if kind == "key":
            {}["missing"]
        elif kind == "zero":
            1 // 0
        note("no error")
    except KeyError as e:
        return "handler key " + repr(e.args)
    except ZeroDivisionError:
        return "handler zero"
    else:
        return "else " + kind
    finally:
        note("cleanup " + kind)
    return "never"


def swallow():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def value_is_fixed_early():
    x = 1
    try:
        return x
    finally:
        x = 99


def list_is_shared():
    items = [1]
    try:
        return items
    finally:
        items.append(2)


def nested():
    try:
        try:
            return note("inner try")
        finally:
            note("inner finally")
    finally:
        note("outer finally")


print(plain(), log)
log.clear()
print(overridden())
for kind in ("key", "zero", "none"):
    print(from_handler(kind))
print(log)
print(swallow())
print(value_is_fixed_early(), list_is_shared())
log.clear()
print(nested(), log)


def no_value():
    try:
        return
    finally:
        print("after bare return")


print(no_value())
