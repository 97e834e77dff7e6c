"""Static report generator: HTML/Markdown templating by hand, slugs, difflib, string formatting corner cases, in a pool."""
import html
import io
import itertools
import os
import re
import string
import sys
import tempfile
import textwrap
from collections import ChainMap, Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import redirect_stdout
from datetime import date, timedelta
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter, Template

TOKEN = re.compile(r"\{%\s*(?P<tag>\w+)\s*(?P<rest>.*?)\s*%\}|\{\{\s*(?P<expr>.+?)\s*\}\}", re.S)


class TemplateError(SyntaxError):
    pass


class Engine:
    """{{ expr | filter }} and {% for x in y %} {% if x %} {% else %} {% end %}"""
    filters = {"upper": str.upper, "title": str.title, "len": len, "join": ", ".join, "money": "{:,.2f}".format}

    def __init__(self, source):
        self.tokens = self.scan(source)
        self.tree, end = self.parse()
        if end:
            raise TemplateError("unexpected %s" % end)

    @staticmethod
    def scan(src):
        pos = 0
        for m in TOKEN.finditer(src):
            if m.start() > pos:
                yield "text", src[pos:m.start()]
            yield ("expr", m["expr"]) if m["expr"] else (m["tag"], m["rest"])
            pos = m.end()
        yield "text", src[pos:]

    def parse(self, until=()):
        nodes = []
        for kind, arg in self.tokens:
            if kind in until:
                return nodes, kind
            if kind in ("text", "expr"):
                nodes.append((kind, arg))
            elif kind == "for":
                var, sep, what = arg.partition(" in ")
                if not sep:
                    raise TemplateError("bad for: %r" % arg)
                body, _ = self.parse(("end",))
                nodes.append(("for", var.strip(), what.strip(), body))
            elif kind == "if":
                yes, stop = self.parse(("else", "end"))
                no = self.parse(("end",))[0] if stop == "else" else []
                nodes.append(("if", arg, yes, no))
            else:
                return nodes, kind
        if until:
            raise TemplateError("missing " + "/".join(until))
        return nodes, None

    def value(self, expr, ctx):
        name, *filters = [p.strip() for p in expr.split("|")]
        v = ctx
        for part in name.split("."):
            v = v[part] if isinstance(v, (dict, ChainMap)) else v[int(part)] if part.isdigit() else getattr(v, part)
            if callable(v):
                v = v()
        safe = False
        for f in filters:
            if f == "safe":
                safe = True
            else:
                v = self.filters[f](v)
        return v if safe or not isinstance(v, str) else html.escape(v)

    def render(self, ctx, nodes=None):
        out = []
        for node in self.tree if nodes is None else nodes:
            match node:
                case "text", s:
                    out.append(s)
                case "expr", e:
                    out.append(str(self.value(e, ctx)))
                case "for", var, what, body:
                    for i, x in enumerate(self.value(what, ctx)):
                        out.append(self.render(ChainMap({var: x, "loop": {"index": i + 1}}, ctx), body))
                case "if", cond, yes, no:
                    neg = cond.startswith("not ")
                    out.append(self.render(ctx, yes if bool(self.value(cond.removeprefix("not "), ctx)) != neg else no))
        return "".join(out)


class Outline(HTMLParser):
    VOID = {"br", "img", "hr", "meta"}

    def __init__(self):
        super().__init__()
        self.depth, self.lines, self.counts = 0, [], Counter()

    def handle_starttag(self, tag, attrs):
        self.lines.append("  " * self.depth + tag + "".join(" %s=%s" % (k, v) for k, v in attrs))
        self.counts[tag] += 1
        self.depth += tag not in self.VOID

    def handle_startendtag(self, tag, attrs):
        self.lines.append("  " * self.depth + tag + "/")

    def handle_endtag(self, tag):
        self.depth -= 1

    def handle_data(self, data):
        if data.strip():
            self.lines.append("  " * self.depth + repr(data.strip()))

    def handle_comment(self, data):
        self.lines.append("  " * self.depth + "#" + data)

    def handle_decl(self, decl):
        self.lines.append("!" + decl)


PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{{ title | upper }}</title></head>
<body><!-- made {{ day }} --><h1 class='a b'>{{ title }}</h1>
{% if rows %}<ul>{% for r in rows %}<li id={{ loop.index }}>{{ r.name }}: {{ r.price | money }}{% if not r.stock %} <b>sold out</b>{% end %}</li>{% end %}</ul>
{% else %}<p>nothing</p>{% end %}<hr/>{{ note | safe }}</body></html>"""


def md_inline(s):
    s = html.escape(s, quote=False)
    s = re.sub(r"`([^`]+)`", r"<code>\1</code>", s)
    s = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", s)
    s = re.sub(r"(?<!\w)_(.+?)_(?!\w)", r"<i>\1</i>", s)
    return re.sub(r"\[([^\]]+)\]\((https?://[^)\s]+)\)", lambda m: '<a href="%s">%s</a>' % (m[2], m[1]), s)


def markdown(text):
    for block in re.split(r"\n\s*\n", textwrap.dedent(text).strip()):
        lines = block.splitlines()
        if m := re.match(r"(#{1,6})\s+(.*)", block):
            yield "<h{0}>{1}</h{0}>".format(len(m[1]), md_inline(m[2]))
        elif all(re.match(r"[-*] ", l) for l in lines):
            yield "<ul>" + "".join("<li>%s</li>" % md_inline(l[2:]) for l in lines) + "</ul>"
        elif all(l.startswith("|") for l in lines):
            rows = [[c.strip() for c in l.strip("|").split("|")] for l in lines if not re.fullmatch(r"[|:\- ]+", l)]
            w = [max(map(len, col)) for col in zip(*rows)]
            yield "\n".join(" ".join(c.ljust(n) for c, n in zip(r, w)).rstrip() for r in rows)
        else:
            yield "<p>%s</p>" % md_inline(" ".join(lines))


def render_page(engine, out, page):
    path = out / (re.sub(r"\W+", "-", page["title"].lower()).strip("-") + ".html")
    path.write_text(engine.render(page), encoding="utf-8")
    return path


def main():
    engine = Engine(PAGE)
    pages = [{"title": "Tools & <Toys>", "day": date(2024, 2, 28) + timedelta(2), "note": "<i>ok</i>", "rows": [{"name": 'Saw "big"', "price": 1234.5, "stock": 3}, {"name": "Nut", "price": 0.051, "stock": 0}]},
             {"title": "Empty", "day": "", "rows": [], "note": ""}]
    with tempfile.TemporaryDirectory() as tmp, ThreadPoolExecutor() as ex:
        futs = {ex.submit(render_page, engine, Path(tmp), p): p["title"] for p in pages}
        paths = sorted(f.result() for f in as_completed(futs))
        for p in paths:
            o = Outline()
            o.feed(p.read_text(encoding="utf-8")); o.close()
            print(p.name, p.stat().st_size, dict(o.counts), *o.lines, sep="\n  ")
        f = ex.submit(engine.render, {"title": "x"})
        print(type(f.exception()).__name__, f.exception())
    for bad in ("{% for x %}{% end %}", "{% if a %}", "{% end %}"):
        try:
            Engine(bad)
        except TemplateError as e:
            print(type(e).__name__, e, e.msg)
    print(*markdown("""
        # Title with `code`

        Some **bold** and _it_ & snake_case_name,
        [link](https://x.org/a?b=1).

        - one
        - two <3

        | a | long |
        |---|:----|
        | xyz | 1 |
        """), sep="\n")
    print(html.unescape("&lt;&#233;&#x20AC;&amp;amp;&nbsp;&notit;"), Template("$a ${b}c $$").safe_substitute(a=1))
    print("{0:>8}|{0:<8}|{0:^8}|{1:+.2e}|{1:08.3f}|{2:,}|{2:#x}|{3!r:>6}|{4[k]}|{5.year}|{6:%d/%m}".format("ab", 12.3456, 1000000, "q", {"k": "v"}, date(2024, 1, 2), date(2024, 3, 4)))
    print("%5d|%-5d|%05d|%+.1f|%x|%o|%e|%g|%c|%r|%s|%%|%.3s|%*d|%(k)s" % {"k": 1} if False else "%5d|%-5d|%05d|%+.1f|%x|%o|%e|%g|%c|%r|%%|%.3s|%*d" % (1, 2, 3, 4.55, 255, 8, 12345.678, 1e-5, "c", "r", "abcdef", 6, 7))
    print(f"{1e10:g} {0.1 + 0.2:.17g} {1234.5678:,.2f} {-0.0:+} {float('nan'):>5} {1_000:_} {True:d} {'é':*^5} {b'x'!r} {[1, 2]!s:>8} {3 + 4j:.1f} {12:c}|{1 / 3:.1%}")


if __name__ == "__main__":
    main()
