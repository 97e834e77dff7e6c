"""Refreshes testdata/tracebacks.txt: runs each NAME.py section under the Python
that runs this script (3.13) and writes what it prints on standard error into the
section NAME.err, with the folder taken off the file names."""
import os, re, subprocess, sys, tempfile

here = os.path.dirname(os.path.abspath(__file__))
path = os.path.join(here, "tracebacks.txt")
text = open(path, encoding="utf-8").read()
head, *parts = re.split(r"^-- (\S+) --\n", text, flags=re.M)
scripts = {parts[i]: parts[i + 1] for i in range(0, len(parts), 2) if parts[i].endswith(".py")}
with tempfile.TemporaryDirectory() as tmp, open(path, "w", encoding="utf-8") as out:
    out.write(head)
    for name, code in sorted(scripts.items()):
        file = os.path.join(tmp, name)
        with open(file, "w", encoding="utf-8") as f:
            f.write(code)
        r = subprocess.run([sys.executable, file], capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL)
        err = r.stderr.replace(tmp + os.sep, "")
        out.write(f"-- {name} --\n{code}-- {name[:-3]}.err --\n{err}")
