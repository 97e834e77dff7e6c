"""Merge RSS/Atom feeds read from a zip, in threads, with ElementTree; templates and textwrap for the output."""
import html
import io
import re
import string
import textwrap
import xml.etree.ElementTree as ET
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from operator import attrgetter, itemgetter
from types import SimpleNamespace
from xml.dom import minidom
from xml.sax.saxutils import escape, quoteattr

NS = {"a": "http://www.w3.org/2005/Atom", "dc": "http://purl.org/dc/elements/1.1/"}
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>%s</title>
%s</channel></rss>"""
ITEM = string.Template("""<item><title>$title</title><link>http://x/$n</link><pubDate>$date</pubDate>
<dc:creator>$who</dc:creator><description><![CDATA[$body]]></description></item>""")
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">Atoms</title>
<entry><title>First &lt;atom&gt;</title><link rel="alternate" href="http://y/1"/><updated>2024-02-29T12:30:00Z</updated>
<author><name>Zoë</name></author><summary>Plain summary of the first entry that is long enough to be wrapped twice at least.</summary></entry>
<entry><title/><link href="http://y/2"/><updated>2024-03-01T00:00:00+02:00</updated></entry></feed>"""


def make_zip():
    buf = io.BytesIO()
    with zipfile.ZipFile(buf, "w", zipfile.ZIP_DEFLATED) as z:
        for k in range(2):
            items = "".join(ITEM.substitute(title="News %d.%d &amp; more" % (k, i), n=k * 10 + i, who="Ann %s" % k,
                                            date="%s, %02d Mar 2024 0%d:00:00 +0100" % ("Fri Sat Sun".split()[i], i + 1, k),
                                            body="<p>Body <b>%d</b> of feed%s&nbsp;&mdash; text</p>" % (i, "!" * k)) for i in range(3))
            z.writestr("feeds/rss%d.xml" % k, RSS % ("Feed %d" % k, items))
        z.writestr("feeds/atom.xml", ATOM)
        z.writestr("feeds/broken.xml", "<rss><channel><title>oops</channel></rss>")
        z.writestr("feeds/empty.xml", "")
        z.writestr("readme.txt", "nothing")
    return buf.getvalue()


def strip_tags(s):
    return html.unescape(re.sub(r"<[^>]+>", "", s or "")).replace("\xa0", " ").strip()


def parse(name, data):
    root = ET.fromstring(data)
    out = []
    if root.tag == "rss":
        chan = root.find("channel")
        for item in chan.iter("item"):
            out.append(SimpleNamespace(feed=chan.findtext("title"), title=item.findtext("title"), link=item.find("link").text,
                                       when=parsedate_to_datetime(item.findtext("pubDate")),
                                       who=item.findtext("dc:creator", namespaces=NS), body=strip_tags(item.findtext("description"))))
    else:
        for e in root.findall("a:entry", NS):
            out.append(SimpleNamespace(feed=root.findtext("a:title", None, NS), title=e.findtext("a:title", namespaces=NS) or "(none)",
                                       link=e.find("a:link", NS).get("href"), when=datetime.fromisoformat(e.findtext("a:updated", namespaces=NS)),
                                       who=e.findtext("a:author/a:name", "?", NS), body=strip_tags(e.findtext("a:summary", "", NS))))
    return out


def main():
    z = zipfile.ZipFile(io.BytesIO(make_zip()))
    names = sorted(n for n in z.namelist() if n.endswith(".xml"))
    print(names, z.testzip(), z.getinfo("feeds/atom.xml").compress_type == zipfile.ZIP_DEFLATED)
    entries = []
    with ThreadPoolExecutor(3) as ex:
        futs = [(n, ex.submit(lambda n=n: parse(n, z.read(n)))) for n in names]
    for n, f in futs:
        try:
            entries += f.result()
        except ET.ParseError as e:
            print("%s: %s at %s" % (n, e, e.position))
    entries.sort(key=attrgetter("when"), reverse=True)
    wrapper = textwrap.TextWrapper(width=44, initial_indent="    ", subsequent_indent="    ", max_lines=2, placeholder=" [...]")
    for e in entries:
        print("%s  %-22s %s" % (e.when.astimezone(timezone.utc).strftime("%d %b %H:%M"), e.title[:22], e.who))
        if e.body:
            print(wrapper.fill(e.body))
    root = ET.Element("digest", count=str(len(entries)))
    for e in entries[:2]:
        it = ET.SubElement(root, "entry", {"link": e.link, "q": 'a"b<c'})
        it.text = e.title
        it.tail = "\n"
    root.append(ET.Comment(" end "))
    print(ET.tostring(root, encoding="unicode"))
    ET.indent(root, " ")
    print(ET.tostring(root, encoding="utf-8", xml_declaration=True).decode())
    dom = minidom.parseString("<a><b x='1'>t</b><c/></a>")
    print(dom.toprettyxml(indent="  "), [n.tagName for n in dom.documentElement.childNodes], dom.getElementsByTagName("b")[0].getAttribute("x"))
    print(escape("<&>"), quoteattr('a "b"'))
    for el in root.iter():
        print(el.tag if isinstance(el.tag, str) else "comment", el.attrib)
    events = [(ev, el.tag.rpartition("}")[2]) for ev, el in ET.iterparse(io.BytesIO(z.read("feeds/atom.xml")), ("start", "end"))]
    print(len(events), events[:3], events[-1])
    try:
        z.read("nope")
    except KeyError as e:
        print(e)
    try:
        zipfile.ZipFile(io.BytesIO(b"PKnot"))
    except zipfile.BadZipFile as e:
        print(e)
    try:
        ITEM.substitute(title=1)
    except KeyError as e:
        print("KeyError", e)


if __name__ == "__main__":
    main()
