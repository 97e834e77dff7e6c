# csv, uuid, timeit, platform.
import csv
import io
import platform
import timeit
import uuid

out = io.StringIO()
w = csv.writer(out)
w.writerow(["a", 1, 2.5, None, 'q"uote', "c,omma", "new\nline", ""])
w.writerows([[1], [""], ["x", "y"]])
print(repr(out.getvalue()))
print(list(csv.reader(io.StringIO(out.getvalue(), newline=""))))
print(list(csv.reader(["a;b;'c;d'", "", "x; y"], delimiter=";", quotechar="'", skipinitialspace=True)))
d = csv.DictReader(io.StringIO("name,age\nBob,3\nAl\nEve,4,5\n"), restkey="more", restval="?")
print(d.fieldnames, list(d), d.line_num)
o = io.StringIO()
dw = csv.DictWriter(o, ["x", "y"], lineterminator="\n", extrasaction="ignore")
dw.writeheader()
dw.writerows([{"x": 1, "y": 2, "z": 3}, {"x": "p q"}])
print(o.getvalue())
for q in (csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_MINIMAL):
    o = io.StringIO()
    csv.writer(o, quoting=q, delimiter="\t", lineterminator="\n").writerow(["s", 1, None, True])
    print(repr(o.getvalue()))
o = io.StringIO()
csv.writer(o, quoting=csv.QUOTE_NONE, escapechar="\\").writerow(["a,b", 'c"d'])
print(repr(o.getvalue()), list(csv.reader(["a\\,b,c"], escapechar="\\", quoting=csv.QUOTE_NONE)), list(csv.reader(['1,"2"'], quoting=csv.QUOTE_NONNUMERIC)))
csv.register_dialect("pipes", delimiter="|")
print(list(csv.reader(["a|b"], "pipes")), csv.list_dialects(), csv.get_dialect("pipes").delimiter)
for bad in (lambda: csv.reader([], delimiter="ab"), lambda: csv.writer(3), lambda: csv.writer(io.StringIO()).writerow(3), lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"b": 1}), lambda: list(csv.reader([b"x"])), lambda: csv.get_dialect("no"), lambda: list(csv.reader(['"a"b'], strict=True))):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.version, u.variant, u.bytes, u.fields, u.urn, uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "x"))
r = uuid.uuid4()
print(r.version, len(str(r)), r == uuid.UUID(str(r)), r != uuid.uuid4(), uuid.uuid1().version, {u: 1}[uuid.UUID(int=u.int)])
try:
    uuid.UUID("xyz")
except ValueError as e:
    print(e)
print(timeit.timeit("x + 1", setup="x = 2", number=100) >= 0, timeit.timeit(lambda: None, number=10) >= 0, len(timeit.repeat("pass", number=5, repeat=3)), timeit.default_timer() > 0)
print(platform.system(), platform.python_version()[:4], bool(platform.machine()), bool(platform.platform()), platform.architecture()[0])
