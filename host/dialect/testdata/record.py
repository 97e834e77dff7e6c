"""Record what CPython says about broken programs.

    python3.13 record.py errors.txt

reads the cases in errors.txt, asks this interpreter to compile each, and
rewrites the file with what it found. A case is a line that starts with ===
and the source lines below it. The rest of the === line is the result:

    === SyntaxError 1:3-1:4 invalid syntax
    === ok

After "=== q", the source is one line, a quoted string of bytes. A case
whose line starts with "=== differs" is kept as it is: there this package
deviates on purpose.

    python3.13 record.py --trees trees.txt

adds to each case the output of ast.dump, in a line that starts with "--- ".
After "=== attributes" it has the positions too, with columns counted in code
points from 1.
"""
import ast
import sys
import warnings

warnings.simplefilter("ignore")


def result(src):
    try:
        compile(src, "x.py", "exec")
        return "ok"
    except SyntaxError as e:
        line, col = e.lineno or 0, e.offset or 0
        eline, ecol = e.end_lineno or line, e.end_offset or 0
        if ecol <= 0 and eline == line or (eline, ecol) <= (line, col):
            eline, ecol = line, col + 1
        return f"{type(e).__name__} {line}:{col}-{eline}:{ecol} {e.msg}"
    except ValueError as e:
        return f"ValueError 0:0-0:0 {e}"


def main(path):
    cases, cur = [], None
    for line in open(path, encoding="utf-8", newline="\n").read().split("\n"):
        if line.startswith("==="):
            cur = [line[3:].strip(), []]
            cases.append(cur)
        elif cur is not None:
            cur[1].append(line)
    out = []
    for head, lines in cases:
        if lines and lines[-1] == "":
            lines.pop()
        quoted = head.startswith(("q ", "differs q "))
        src = ast.literal_eval("b" + lines[0]) if quoted else ("\n".join(lines) + "\n").encode()
        if not head.startswith("differs"):
            head = ("q " if quoted else "") + result(src)
        out.append("\n".join(["=== " + head, *lines]) + "\n")
    open(path, "w", encoding="utf-8", newline="\n").write("\n".join(out))


def dump(src, attributes):
    tree = ast.parse(src)
    lines = src.split("\n")
    for n in ast.walk(tree):
        if hasattr(n, "col_offset"):
            for line, col in (("lineno", "col_offset"), ("end_lineno", "end_col_offset")):
                text = lines[getattr(n, line) - 1].encode()[: getattr(n, col)]
                setattr(n, col, len(text.decode()) + 1)
    return ast.dump(tree, include_attributes=attributes)


def trees(path):
    out = []
    for part in ("\n" + open(path, encoding="utf-8").read()).split("\n===")[1:]:
        head, _, src = part.partition("\n")
        src = src.partition("\n--- ")[0].strip("\n") + "\n"
        out.append(f"==={head}\n{src}--- {dump(src, 'attributes' in head)}\n")
    open(path, "w", encoding="utf-8").write("\n".join(out))


if sys.argv[1] == "--trees":
    trees(sys.argv[2])
else:
    main(sys.argv[1])
