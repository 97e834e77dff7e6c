# xml.dom.minidom, xml.sax and xml.sax.saxutils.
import io
import xml.sax
from xml.dom import minidom
from xml.sax.saxutils import escape, quoteattr, unescape, XMLGenerator

doc = minidom.parseString('<?xml version="1.0"?><!DOCTYPE a><a x="1" y="&lt;"><!-- c --><b>text &amp; more</b><b/>tail<?go fast?><c><d>1</d><d>2</d></c></a>')
print(doc.documentElement.tagName, doc.nodeName, doc.nodeType, len(doc.childNodes), doc.doctype.name)
print(doc.toxml())
print(doc.toprettyxml(indent='  '))
print(doc.toprettyxml(encoding='utf-8')[:60], doc.documentElement.toxml()[:30])
root = doc.documentElement
print([n.nodeName for n in root.childNodes], root.getAttribute('x'), root.getAttribute('none') == '', root.hasAttribute('y'), root.attributes.items(), root.attributes['x'].value, root.attributes.length)
b = root.getElementsByTagName('b')
print(len(b), b.length, b[0].firstChild.data, b[0].firstChild.nodeValue, b[0].parentNode is root, b[0].nextSibling.tagName, b[0].previousSibling.data, b[1].firstChild, b[1].hasChildNodes(), b.item(5))
print([d.firstChild.data for d in doc.getElementsByTagName('d')], root.lastChild.tagName, b[0].firstChild)
e = doc.createElement('new')
e.setAttribute('k', 'v "q" <')
e.appendChild(doc.createTextNode('a < b'))
e.appendChild(doc.createComment('note'))
e.appendChild(doc.createCDATASection('<raw>'))
root.insertBefore(e, root.firstChild)
root.removeChild(b[1])
root.replaceChild(doc.createElement('swapped'), b[0])
print(root.toxml())
copy = e.cloneNode(True)
e.removeAttribute('k')
print(copy.toxml(), e.toxml())
made = minidom.getDOMImplementation().createDocument(None, 'top', None)
made.documentElement.appendChild(made.createElement('x')).appendChild(made.createTextNode('y'))
print(made.toprettyxml(), end='')
made.writexml(out := io.StringIO(), addindent=' ', newl='\n', encoding='utf-8')
print(out.getvalue())
with open('d.xml', 'w') as f:
    f.write('<r xmlns:p="u"><p:q>1</p:q></r>')
d = minidom.parse('d.xml')
q = d.getElementsByTagName('p:q')[0]
print(q.namespaceURI, q.localName, q.prefix, len(d.getElementsByTagNameNS('u', 'q')))
for bad in ('<a>', '<a></b>', ''):
    try:
        minidom.parseString(bad)
    except Exception as err:
        print(type(err).__name__, err, err.lineno, err.offset, err.code)

print(escape('<a & b> "q"'), escape('a"b', {'"': '&quot;'}), unescape('&lt;a &amp; b&gt; &quot;', {'&quot;': '"'}), quoteattr('plain'), quoteattr('a "b"'), quoteattr('a "b" \'c\' <\n>'))


class Handler(xml.sax.ContentHandler):
    def startDocument(self):
        print('start document')

    def startElement(self, name, attrs):
        print('start', name, dict(attrs.items()), attrs.get('k'), len(attrs))

    def endElement(self, name):
        print('end', name)

    def characters(self, content):
        if content.strip():
            print('text', content.strip())

    def processingInstruction(self, target, data):
        print('pi', target, data)

    def endDocument(self):
        print('end document')


xml.sax.parseString(b'<a k="1"><b>text</b><?go on?></a>', Handler())
parser = xml.sax.make_parser()
parser.setContentHandler(Handler())
parser.parse(io.BytesIO(b'<x><y/></x>'))
xml.sax.parse('d.xml', Handler())
try:
    xml.sax.parseString('<a><b></a>', Handler())
except xml.sax.SAXParseException as err:
    print(err, err.getLineNumber(), err.getColumnNumber(), err.getMessage())
g = XMLGenerator(out := io.StringIO(), 'utf-8', short_empty_elements=True)
g.startDocument()
g.startElement('a', {'k': 'v&'})
g.startElement('b', {})
g.endElement('b')
g.characters('x < y')
g.endElement('a')
g.endDocument()
print(out.getvalue())
