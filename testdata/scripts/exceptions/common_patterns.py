# EAFP, fallbacks, error accumulation, custom hierarchies and cleanup in ordinary code.
def parse_int(s, default=None):
    try:
        return int(s)
    except (TypeError, ValueError):
        return default


print([parse_int(s) for s in ("5", "x", None, [], "-3", "")], parse_int("q", 0))


class ValidationError(ValueError):
    def __init__(self, errors):
        super().__init__(f"{len(errors)} problem(s)")
        self.errors = errors

    def __iter__(self): return iter(self.errors.items())


def validate(form):
    errors = {}
    for field, check in {"name": str.isalpha, "age": lambda v: 0 < int(v) < 130, "mail": lambda v: "@" in v}.items():
        try:
            if not check(form[field]):
                errors[field] = "invalid"
        except KeyError as e:
            errors[field] = f"missing {e}"
        except Exception as e:
            errors[field] = f"{type(e).__name__}: {e}"
    if errors:
        raise ValidationError(errors)
    return True


for form in ({"name": "ann", "age": "5", "mail": "a@b"}, {"name": "b0b", "age": "x"}, {"name": 5, "age": "200", "mail": None}):
    try:
        print(validate(form))
    except ValidationError as e:
        print(e, dict(e))


def first_working(*fns):
    last = None
    for f in fns:
        try:
            return f()
        except Exception as e:
            e.__context__ = None
            last = e
    raise RuntimeError("all failed") from last


print(first_working(lambda: 1 / 0, lambda: "second"))
try:
    first_working(lambda: 1 / 0, lambda: {}["k"])
except RuntimeError as e:
    print(e, repr(e.__cause__))


def process(items):
    done, failed = [], []
    for i in items:
        try:
            done.append(10 // i)
        except ZeroDivisionError:
            failed.append(i)
            continue
        except TypeError as e:
            failed.append(str(e))
        else:
            if i > 4: break
        finally:
            done.append(".")
    return done, failed


print(process([1, 0, "a", 5, 2]))


class Resource:
    open_count = 0
    def __init__(self, fail=False):
        if fail: raise OSError("no resource")
        Resource.open_count += 1
    def close(self): Resource.open_count -= 1


def use(fail_at):
    opened = []
    try:
        for i in range(3):
            opened.append(Resource(fail=i == fail_at))
        return "used %d" % len(opened)
    except OSError as e:
        return f"{e} after {len(opened)}"
    finally:
        while opened: opened.pop().close()


print(use(None), use(1), use(0), Resource.open_count)
try:
    try:
        int("x")
    except ValueError as e:
        raise ValidationError({"n": str(e)}) from e
except ValueError as e:
    print(type(e).__name__, e.errors, isinstance(e, ValidationError), e.__cause__)
