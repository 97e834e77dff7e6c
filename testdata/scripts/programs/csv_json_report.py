# Hand-written CSV and JSON-like readers and writers, grouping and totals.
DATA = '''name,dept,salary,start
"Smith, Ann",eng,5200,2019
Bob,ops,4100,2021
"Cy ""Ace"" Lee",eng,6100,2015

Dee,,3900,2022
Eve,ops,n/a,2020
'''


def parse_csv(text):
    row, field, quoted, i = [], [], False, 0
    while i < len(text):
        c = text[i]
        if quoted:
            if c == '"' and text[i + 1:i + 2] == '"':
                field.append('"')
                i += 1
            elif c == '"': quoted = False
            else: field.append(c)
        elif c == '"': quoted = True
        elif c == ",":
            row.append("".join(field))
            field = []
        elif c == "\n":
            row.append("".join(field))
            if row != [""]: yield row
            row, field = [], []
        else: field.append(c)
        i += 1


header, *rows = parse_csv(DATA)
records, problems = [], []
for n, row in enumerate(rows, 2):
    rec = dict(zip(header, row, strict=True))
    try:
        rec["salary"] = int(rec["salary"])
        rec["dept"] = rec["dept"] or None
    except ValueError as e:
        problems.append((n, str(e)))
        continue
    records.append(rec)
print(records, problems, sep="\n")
groups = {}
for r in records: groups.setdefault(r["dept"], []).append(r)
for dept in sorted(groups, key=str):
    team = groups[dept]
    print(f"{dept or '(none)':<8} n={len(team)} mean={sum(r['salary'] for r in team) / len(team):>9,.2f} top={max(team, key=lambda r: r['salary'])['name']}")


def dump(v, indent=None, level=0):
    nl, pad, end = ("\n", " " * indent * (level + 1), " " * indent * level) if indent else ("", "", "")
    match v:
        case None: return "null"
        case bool(): return str(v).lower()
        case int() | float(): return repr(v)
        case str(): return '"' + "".join({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}.get(c, c if " " <= c < "\x7f" else f"\\u{ord(c):04x}") for c in v) + '"'
        case list() | tuple(): body, br = [dump(x, indent, level + 1) for x in v], "[]"
        case dict(): body, br = [dump(str(k)) + ": " + dump(x, indent, level + 1) for k, x in v.items()], "{}"
        case _: raise TypeError(f"cannot dump {type(v).__name__}")
    return br[0] + (nl + pad + ("," + (nl + pad or " ")).join(body) + nl + end if body else "") + br[1]


class ParseError(ValueError):
    def __init__(self, msg, text, pos):
        line = text.count("\n", 0, pos) + 1
        super().__init__(f"{msg} at line {line} column {pos - text.rfind(chr(10), 0, pos)}")


def load(text):
    pos = 0
    def fail(msg): raise ParseError(msg, text, pos)
    def skip():
        nonlocal pos
        while pos < len(text) and text[pos] in " \t\r\n": pos += 1
    def want(c):
        nonlocal pos
        skip()
        if text[pos:pos + len(c)] != c: fail(f"expected {c!r}")
        pos += len(c)
    def value():
        nonlocal pos
        skip()
        c = text[pos:pos + 1]
        if c == "{":
            want("{"); out = {}; skip()
            while text[pos:pos + 1] != "}":
                k = value()
                if not isinstance(k, str): fail("keys must be strings")
                want(":"); out[k] = value(); skip()
                if text[pos:pos + 1] != ",": break
                pos += 1; skip()
            want("}")
            return out
        if c == "[":
            want("["); out = []; skip()
            while text[pos:pos + 1] != "]":
                out.append(value()); skip()
                if text[pos:pos + 1] != ",": break
                pos += 1
            want("]")
            return out
        if c == '"':
            out, pos = [], pos + 1
            while (c := text[pos:pos + 1]) != '"':
                if not c: fail("unterminated string")
                if c == "\\":
                    pos += 1
                    e = text[pos]
                    if e == "u":
                        out.append(chr(int(text[pos + 1:pos + 5], 16)))
                        pos += 4
                    else: out.append({"n": "\n", "t": "\t"}.get(e, e))
                else: out.append(c)
                pos += 1
            pos += 1
            return "".join(out)
        for word, v in (("null", None), ("true", True), ("false", False)):
            if text.startswith(word, pos):
                pos += len(word)
                return v
        start = pos
        while pos < len(text) and text[pos] in "+-.eE0123456789": pos += 1
        if start == pos: fail(f"unexpected {c!r}" if c else "unexpected end")
        number = text[start:pos]
        return int(number) if number.lstrip("-").isdigit() else float(number)
    v = value()
    skip()
    if pos != len(text): fail("extra data")
    return v


doc = {"records": records[:2], "nested": [1, 2.5, [], {}, [None, True]], "text": 'q"\\\n\té😀', "n": -1e-7, 5: (1,)}
text = dump(doc)
print(text, dump(doc["nested"], 2), sep="\n")
print(load(text)["nested"] == [1, 2.5, [], {}, [None, True]], load(text)["records"] == records[:2], load(dump(doc, 4)) == load(text), load(' [1 , {"a" : "\\u00e9"}] '))
for bad in ("", "[1,", '{"a" 1}', "[1] 2", '"abc', "{1: 2}", "[\n1,\n x]", "nul"):
    try:
        print(load(bad))
    except ParseError as e:
        print(repr(bad), "->", e)
try:
    dump({"s": {1}})
except TypeError as e:
    print(e)
