#!/usr/bin/env python3
"""Run shell commands in parallel like a tiny GNU parallel."""
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from string import Formatter

JOBS = r"""
# name: command
echo:   echo "hello world" && echo err >&2
sort:   printf 'b\na\nc\n' | sort -r | tr '\n' ','
fail:   exit 3
sig:    kill -TERM $$
slow:   exec sleep 5
env:    echo "$GREETING from ${PWD##*/}"
stdin:  tr a-z A-Z
missing: /no/such/program --x
big:    head -c 200000 /dev/zero | wc -c
"""


@dataclass(frozen=True)
class Result:
    name: str
    code: object
    out: str
    err: str = ""

    def __str__(self):
        return "{0.name:8} rc={0.code!s:<8} out={0.out!r:32} err={0.err!r}".format(self)


def parse(text):
    for line in text.strip().splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        m = re.fullmatch(r"(\w+):\s+(.*)", line)
        if m is None:
            raise SyntaxError("bad line: " + line)
        yield m.groups()


def run(name, cmd, cwd):
    env = dict(os.environ, GREETING="hi", LC_ALL="C")
    try:
        p = subprocess.run(cmd, shell=True, cwd=cwd, env=env, input="from stdin", capture_output=True, text=True, timeout=1.0)
    except subprocess.TimeoutExpired as e:
        return Result(name, "timeout", "", "after %.1f s" % e.timeout)
    return Result(name, p.returncode, p.stdout.strip(), p.stderr.strip().split(":")[-1].strip())


def stream(argv):
    p = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, bufsize=1, universal_newlines=True)
    with p:
        for n, line in enumerate(p.stdout, 1):
            yield "%d:%s" % (n, line.rstrip())
    yield "exit %s" % p.returncode


def main():
    with tempfile.TemporaryDirectory() as tmp:
        work = os.path.join(tmp, "workdir")
        os.mkdir(work)
        results = []
        with ThreadPoolExecutor(max_workers=4) as pool:
            futs = {pool.submit(run, n, c, work): n for n, c in parse(JOBS)}
            for f in as_completed(futs):
                results.append(f.result())
        order = [n for n, _ in parse(JOBS)]
        for r in sorted(results, key=lambda r: order.index(r.name)):
            print(r)
        print(list(stream(["sh", "-c", "for i in 1 2 3; do echo line $i; done; exit 4"])))
        try:
            subprocess.check_output(["sh", "-c", "echo out; echo bad >&2; exit 9"], stderr=subprocess.STDOUT)
        except subprocess.CalledProcessError as e:
            print(e, e.output, e.returncode, e.cmd[0])
        try:
            subprocess.run(["false"], check=True)
        except subprocess.CalledProcessError as e:
            print(e)
        try:
            subprocess.run("exec kill -9 $$", shell=True, check=True)
        except subprocess.CalledProcessError as e:
            print(e)
        try:
            subprocess.Popen(["no-such-prog-xyz", "-v"])
        except FileNotFoundError as e:
            print(e)
        try:
            subprocess.run(["true"], cwd=os.path.join(tmp, "nope"))
        except FileNotFoundError as e:
            print(os.path.basename(e.filename), e.strerror)
        a = subprocess.Popen(["printf", r"x\ny\nx\n"], stdout=subprocess.PIPE)
        b = subprocess.Popen(["sort", "-u"], stdin=a.stdout, stdout=subprocess.PIPE)
        a.stdout.close()
        print(b.communicate()[0], a.wait(), b.poll())
        p = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        print(p.poll(), p.communicate("é" * 3, timeout=5), p.returncode)
        p = subprocess.Popen(["sleep", "30"])
        p.terminate()
        print(p.wait(5), p.args)
        print(shlex.split("a 'b c' \"d\\\"e\" # x", comments=True), shlex.join(["a b", "c'd", "$e"]), shlex.quote(""))
        print([f for _, f, _, _ in Formatter().parse("{a} {b.c:>3} x {0[k]!r}") if f])
        print(subprocess.getstatusoutput("echo hi; exit 2"), subprocess.call(["sh", "-c", "exit 5"]), subprocess.getoutput("echo a b"))


if __name__ == "__main__":
    t = time.time()
    main()
    sys.exit(0 if time.time() - t < 20 else 1)
