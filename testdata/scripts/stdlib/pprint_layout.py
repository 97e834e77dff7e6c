# Pretty-printing.
from pprint import PrettyPrinter, pformat, pp, pprint

data = {"name": "x" * 20, "list": list(range(30)), "nested": {"b": [1, 2, {"c": "d" * 30, "e": ("t" * 20, "u" * 20)}], "a": None}, "k": ("one",)}
pprint(data)
pprint(data, width=40)
pprint(data, compact=True, width=50)
pp({"z": 1, "a": 2})
pprint({"z": 1, "a": 2}, indent=4, width=10)
print(pformat([1, [2, [3, [4]]]], depth=2), pformat({3, 1, 2}), pformat([]), pformat("short"), pformat({"k" * 40: {"v" * 40}}))
pprint([["row", i, i * 1000] for i in range(8)], width=60)
pprint(("a" * 50, "b" * 50))
PrettyPrinter(indent=2, width=20).pprint({"a": [1, 2, 3, 4, 5, 6, 7, 8]})
