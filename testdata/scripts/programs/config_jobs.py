"""Config-driven jobs: ini + toml + json settings, string templates, a plug-in registry, pretty reports."""
import configparser
import contextlib
import functools
import importlib
import io
import json
import logging
import logging.config
import operator
import os
import pprint
import string
import sys
import textwrap
import threading
import time
import tomllib
from collections import ChainMap, defaultdict
from concurrent.futures import ThreadPoolExecutor, as_completed
from types import MappingProxyType, SimpleNamespace

INI = """
[DEFAULT]
workers = 2
root = /data
verbose = no

[job:sum]
kind = reduce
op = operator:add
items = 1, 2, 3
weight : 1.5
path = %(root)s/sum

[job:hash]
kind = call
target = hashlib:sha256
arg = hello
    world
verbose = yes

[job:broken]
kind = call
target = nowhere:nothing

[job:odd]
kind = weird
"""
TOML = '''
title = "defaults"
[limits]
timeout = 1.5
retries = [1, 2, 3]
when = 2024-05-27T07:32:00Z
[[step]]
name = "a"
[[step]]
name = "b"
opts = { deep = true, hex = 0xFF }
'''
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"brief": {"format": "%(levelname).1s|%(name)s|%(message)s"},
                   "full": {"format": "{levelname:<8}{name}:{funcName} {message}", "style": "{"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "brief", "stream": "ext://sys.stdout", "level": "INFO"}},
    "loggers": {"jobs": {"handlers": ["out"], "level": "DEBUG", "propagate": False}},
    "root": {"level": "ERROR"},
}

KINDS = {}


def kind(name):
    def register(fn):
        KINDS[name] = fn
        return fn
    return register


def resolve(spec):
    mod, _, attr = spec.partition(":")
    return operator.attrgetter(attr)(importlib.import_module(mod))


@kind("reduce")
def do_reduce(cfg):
    return functools.reduce(resolve(cfg["op"]), (int(x) for x in cfg["items"].split(",")))


@kind("call")
def do_call(cfg):
    r = resolve(cfg["target"])(cfg["arg"].encode())
    return r.hexdigest()[:12] if hasattr(r, "hexdigest") else r


def run(name, cfg):
    log = logging.getLogger("jobs." + name)
    log.debug("hidden")
    try:
        fn = KINDS[cfg["kind"]]
    except KeyError as e:
        log.error("unknown kind %s", e)
        raise LookupError(f"job {name}: unknown kind {cfg['kind']!r}") from None
    with contextlib.ExitStack() as stack:
        stack.callback(log.info, "done %s", name)
        return fn(cfg)


def main():
    logging.config.dictConfig(LOGGING)
    cp = configparser.ConfigParser()
    cp.read_string(INI)
    print(cp.sections(), cp.defaults()["root"])
    print(cp.getint("job:sum", "workers"), cp["job:sum"].getfloat("weight"), cp.getboolean("job:hash", "verbose"),
          cp.get("job:sum", "nope", fallback="-"), cp["job:sum"]["path"], repr(cp["job:hash"]["arg"]))
    t = tomllib.loads(TOML)
    pprint.pprint(t, width=60)
    settings = ChainMap({"timeout": 9}, t["limits"], {"color": None})
    print(settings["timeout"], settings["retries"], sorted(settings), MappingProxyType(t["step"][1]["opts"]))
    names = {s.split(":")[1]: dict(cp[s]) for s in cp.sections()}
    with ThreadPoolExecutor(1) as ex:
        futs = {ex.submit(run, n, c): n for n, c in names.items()}
        res = {futs[f]: f for f in futs}
    for n in sorted(res):
        e = res[n].exception()
        print(f"{n:>7}: {e.__class__.__name__ + ' ' + str(e) if e else res[n].result()}")
    for bad in ("[a\nx=1", "x = 1", "[s]\nx=1\nx=2", "[s]\ny=%(zz)s"):
        try:
            c = configparser.ConfigParser()
            c.read_string(bad)
            c.get("s", "y")
        except configparser.Error as e:
            print(type(e).__name__, "-", str(e).replace("\n", " "))
    for bad in ("a = ", "[x]\n[x]", 'k = "abc'):
        try:
            tomllib.loads(bad)
        except tomllib.TOMLDecodeError as e:
            print("toml:", e)
    for bad in ('{"a": 1,}', "[1, 2", '{"a" 1}', "nul", '"\t"', ""):
        try:
            json.loads(bad)
        except json.JSONDecodeError as e:
            print("json:", e, e.lineno, e.colno, e.pos)
    buf = io.StringIO()
    cp.remove_section("job:broken"); cp.set("job:odd", "kind", "fixed")
    cp.write(buf)
    print(buf.getvalue().count("\n"), "kind = fixed" in buf.getvalue())
    tpl = string.Template("$who owes $$${amount} to ${who}s")
    print(tpl.safe_substitute(who="Bob"), tpl.substitute(who="Al", amount=3), sorted(tpl.get_identifiers()))
    print(textwrap.indent(textwrap.dedent("""\
        one
          two
        three"""), "> "), textwrap.shorten("the quick brown fox jumps", 15), sep="\n")
    obj = json.loads('{"a": {"b": [1, 2.5, null, true]}}', object_hook=lambda d: SimpleNamespace(**d))
    print(obj, obj.a.b, json.dumps({"k": (1, "é", float("inf")), 2: None}, indent=1, sort_keys=False), json.dumps("é", ensure_ascii=False))
    pprint.pprint({"long" * 3: list(range(30)), "nested": {"x" * 30: "y" * 40, "t": (1,)}}, width=70, compact=True)


if __name__ == "__main__":
    main()
