#!/usr/bin/env python3
"""Record what CPython 3.13 prints for every script under testdata/scripts.

Used by hand; the tests never need it.

    PYTHON=/path/to/python3.13 ./refresh.py [--check] [--runs N] [PATH ...]

PATH is a script or a folder (default: scripts/ beside this file). Each script is
run N times (default 2), each time in a new empty folder, with hash seed 0 and
standard input from NAME.in or empty. The runs must agree, take under two seconds,
and end with the status that the script announces (`# exit: N` among its first
five lines, otherwise 0). Then NAME.out receives standard output, and NAME.err the
last line of standard error (`# err-lines: N` for the last N) when the announced
status is not 0. With --check nothing is written; differences are listed.
"""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHON = os.environ.get("PYTHON", "python3.13")
LIMIT = 2.0


def header(script, name, default):
    """The number that a `# name: N` comment gives in the script's first five lines."""
    for line in script.read_bytes().splitlines()[:5]:
        text = line.decode("utf-8", "replace").strip()
        if text.startswith(f"# {name}:"):
            return int(text.split(":", 1)[1])
    return default


def run(script):
    """Run the script once; (status, stdout, stderr, seconds)."""
    stdin = script.with_suffix(".in")
    data = stdin.read_bytes() if stdin.exists() else b""
    env = {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "PYTHONWARNINGS": "ignore",
        "NO_COLOR": "1",
        "TZ": "UTC",
    }
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        done = subprocess.run(
            [PYTHON, str(script)], input=data, capture_output=True, cwd=folder, env=env, timeout=60
        )
        return done.returncode, done.stdout, done.stderr, time.monotonic() - start


def record(script, runs, check):
    """Run and compare; write the expectations. Returns a list of complaints."""
    if script.stem in sys.stdlib_module_names:
        return ["its name hides a standard module"]
    want = header(script, "exit", 0)
    first, complaints = None, []
    for _ in range(runs):
        status, out, err, seconds = run(script)
        tail = err.decode("utf-8", "replace").rstrip("\n").split("\n")
        tail = "\n".join(tail[-header(script, "err-lines", 1):])
        if status != want:
            return [f"status {status}, announced {want}: {tail}"]
        if want == 0 and err:
            complaints.append(f"writes to standard error: {tail}")
        if seconds > LIMIT:
            complaints.append(f"takes {seconds:.1f} s")
        if first is None:
            first = (out, tail)
        elif first != (out, tail):
            return ["differs from run to run"]
    out, tail = first
    results = {script.with_suffix(".out"): out}
    if want and tail:
        results[script.with_suffix(".err")] = (tail + "\n").encode()
    for path, data in results.items():
        if check:
            if not path.exists() or path.read_bytes() != data:
                complaints.append(f"{path.name} is out of date")
        else:
            path.write_bytes(data)
    stale = script.with_suffix(".err")
    if stale not in results and stale.exists():
        complaints.append(f"{stale.name} is not needed")
    return sorted(set(complaints))


def main(argv):
    check = "--check" in argv
    runs = 2
    if "--runs" in argv:
        at = argv.index("--runs")
        runs = int(argv[at + 1])
        del argv[at:at + 2]
    roots = [Path(a).resolve() for a in argv if a != "--check"] or [HERE / "scripts"]
    scripts = []
    for root in roots:
        found = sorted(root.rglob("*.py")) if root.is_dir() else [root]
        # A name that starts with an underscore is something scripts import, not a script.
        scripts += [
            p for p in found
            if not any(part.startswith("_") for part in p.relative_to(HERE).parts)
            # What CPython does otherwise, or never ends in, is recorded by hand.
            and "better" not in p.relative_to(HERE).parts
        ]
    bad = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for script, complaints in zip(scripts, pool.map(lambda s: record(s, runs, check), scripts)):
            for complaint in complaints:
                bad += 1
                print(f"{script.relative_to(HERE)}: {complaint}")
    print(f"{len(scripts)} scripts, {bad} complaints")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
