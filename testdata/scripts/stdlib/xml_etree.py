# xml.etree.ElementTree: reading, walking, paths, building, writing, errors.
import copy
import io
import xml.etree.ElementTree as ET

doc = '''<?xml version="1.0"?>
<!-- before -->
<data xmlns:x="http://x.org/" version="1">
    <country name="Liechtenstein" x:code="LI">
        <rank updated="yes">2</rank>
        <year>2008</year>
        <neighbor name="Austria" direction="E"/>
        <neighbor name="Switzerland" direction="W"/>
    </country>
    <country name="Singapore">
        <rank>5</rank><year>2011</year>tail &amp; &lt;text&gt; &#65;&#x42;
        <neighbor name="Malaysia" direction="N"/>
        <x:extra>inside<![CDATA[ <raw> & ]]>more</x:extra>
    </country>
    <?target some data?>
</data>
'''
root = ET.fromstring(doc)
print(root, root.tag, root.attrib, len(root), repr(root.text), root.tail) if False else print(root.tag, root.attrib, len(root), repr(root.text), root.tail)
for child in root:
    print(child.tag, child.attrib, [c.tag for c in child])
print(root[0][1].text, root[1][1].tail, root[1][3].text, root[-1].get('name'), root[0].get('nope'), root[0].get('nope', 1), root[0:1] == [root[0]])
print([e.tag for e in root.iter()], [e.get('name') for e in root.iter('neighbor')], sorted(root[0].keys()), list(root[0][0].items()))
print(''.join(root.itertext()).split())

for path in ('country', './country', 'country/neighbor', './/neighbor', './/neighbor/..', "country[@name='Singapore']/year", ".//year/..[@name='Singapore']", './/*[@direction]', 'country[2]', 'country[last()]',
             'country[last()-1]', "country[year='2008']", "country[rank]", ".//year[.='2011']", './/neighbor[2]', '*', './/{http://x.org/}extra', './/{*}extra', './/{http://x.org/}*', './/{}year', "country[@name!='Singapore']",
             ".//rank[@updated='yes']", 'country/*', 'none', '.', './/country//neighbor', "country[year!='2008']"):
    print(path, [e.get('name') or e.tag for e in root.findall(path)])
print(root.findall('.//p:extra', {'p': 'http://x.org/'}) == root.findall('.//{http://x.org/}extra'), root.find('nope'), root.findtext('country/year'), root.findtext('nope'), root.findtext('nope', 'default'), repr(root.findtext('country')))
print([e.tag for e in root.iterfind('country/rank')], root.find('country/neighbor').get('name'))
for path in ('/country', 'country[]', 'country[0]', '[a=b]', './/', 'country[last()+1]', 'country[foo()]', 'p:x', './/neighbor[last()-0]', 'a//'):
    try:
        print(path, [e.tag for e in root.findall(path, {'q': 'u'})])
    except Exception as e:
        print(path, type(e).__name__, e)

a = ET.Element('a', {'x': '1'}, y='2')
b = ET.SubElement(a, 'b', n='"<&>\n\t')
b.text, b.tail = 'te<x>t & "q"', 'tail'
a.append(ET.Comment(' note '))
a.append(ET.ProcessingInstruction('go', 'fast'))
a.insert(0, ET.Element('first'))
a.extend([ET.Element('c'), ET.Element('grün')])
ET.SubElement(a, '{http://x.org/}q', {'{http://y.org/}k': 'v'})
print(ET.tostring(a))
print(ET.tostring(a, encoding='unicode'))
print(ET.tostring(a, encoding='utf-8'))
print(ET.tostring(a, encoding='latin-1', xml_declaration=True), ET.tostring(b, short_empty_elements=False, xml_declaration=True, encoding='unicode') if False else '')
print(ET.tostring(a, method='text', encoding='unicode'), ET.tostring(ET.XML('<p>a<br/>b<script>x &lt; y</script><P a="&quot;&lt;"></P></p>'), method='html'))
print(ET.tostring(ET.Element('e'), short_empty_elements=False), ET.tostringlist(ET.Element('e')))
ET.register_namespace('why', 'http://y.org/')
print(ET.tostring(a[-1]), ET.tostring(ET.XML('<r xmlns="http://d/"><s/></r>'), default_namespace='http://d/'))
c = copy.copy(a)
d = copy.deepcopy(a)
a.remove(b)
a[0] = ET.Element('replaced')
del a[1]
print(len(a), len(c), len(d), c[0] is d[0], [e.tag for e in a if isinstance(e.tag, str)], ET.iselement(a), ET.iselement(3))
a.set('z', 'new')
print(a.attrib, a.clear(), a.attrib, len(a), a.makeelement('m', {'k': 'v'}).attrib)
tree = ET.ElementTree(ET.XML('<a><b><c/><d>text</d></b><e/></a>'))
ET.indent(tree)
print(ET.tostring(tree.getroot()).decode())
ET.indent(tree, space='\t')
ET.dump(tree)
tree.write('out.xml', encoding='utf-8', xml_declaration=True)
print(open('out.xml').read())
t = ET.parse('out.xml')
print(t.getroot().tag, t.find('b/d').text, t.findtext('b/d'), [e.tag for e in t.iter()], len(t.findall('.//c')))
with open('out.xml', 'rb') as f:
    print(ET.parse(f).getroot()[0].tag)
for event, e in ET.iterparse('out.xml', events=('start', 'end')):
    print(event, e.tag, end='; ')
print()
source = io.BytesIO(b'<a xmlns="u" xmlns:p="v"><!--c--><b/><?pi d?></a>')
for event, e in ET.iterparse(source, ('start-ns', 'end-ns', 'start', 'comment', 'pi', 'end')):
    print(event, e if not ET.iselement(e) else (e.tag if isinstance(e.tag, str) else e.text), end='; ')
print()
pull = ET.XMLPullParser(['end'])
pull.feed('<a><b>1</b>')
print([(ev, e.tag) for ev, e in pull.read_events()])
pull.feed('<c/></a>')
print([(ev, e.tag) for ev, e in pull.read_events()])
pull.close()


class Depth:
    depth = most = 0

    def start(self, tag, attrib):
        self.depth += 1
        self.most = max(self.most, self.depth)

    def end(self, tag):
        self.depth -= 1

    def data(self, data):
        pass

    def close(self):
        return self.most


p = ET.XMLParser(target=Depth())
p.feed('<a><b><c/></b>')
p.feed('</a>')
print(p.close())
builder = ET.TreeBuilder(insert_comments=True)
print(ET.tostring(ET.XML('<a>x<!-- kept -->y</a>', ET.XMLParser(target=builder))))
for data in (b'\xef\xbb\xbf<a>\xc3\xbc</a>', '<?xml version="1.0" encoding="latin-1"?><a>ü</a>'.encode('latin-1'), '<a>ü</a>'.encode('utf-16'), '<?xml version="1.0" encoding="cp1252"?><a>€</a>'.encode('cp1252'), '<?xml version="1.0" encoding="latin-1"?><a>ü</a>'):
    print(ET.fromstring(data).text)
print(repr(ET.fromstring('<a k="x\r\ny\tz">1\r\n2\r3</a>').text), ET.fromstring('<a k="x\r\ny\tz"/>').attrib)
print(ET.fromstring('<!DOCTYPE a [<!ENTITY e "value &#65; <b>bold</b>"><!ENTITY f "x&e;y">]><a k="1">&f;</a>')[0].text)
print(ET.XMLID('<a><b id="1"/><c id="2"/></a>')[1].keys(), ET.fromstringlist(['<a>', 'x', '</a>']).text)
q = ET.QName('http://x.org/', 'tag')
print(q, q == '{http://x.org/}tag', ET.QName('plain') < ET.QName('z'), ET.tostring(ET.Element(q, {ET.QName('k'): ET.QName('v')})))
print(ET.canonicalize('<a z="1" y="2"><b/> text </a>'), ET.canonicalize('<a z="1"><!-- c --><b/> text </a>', strip_text=True, with_comments=True))

for bad in ('', '   ', '<a>', '<a></b>', '<a/><b/>', '<a', 'text', '<a b=c/>', '<a b="1" b="2"/>', '<a>&foo;</a>', '<a>&</a>', '<a>a & b</a>', '<p:a/>', '<a>\x01</a>', '<a><b></a></b>', '<a>]]></a>', ' <?xml version="1.0"?><a/>',
            '<a><![CDATA[x</a>', '<a><!-- x -- y --></a>', '<a>\n  <b x="1"\n  y=2/></a>', '<a b="<"/>', '<1a/>', '<a>&#0;</a>', '</a>', '<a/>text', '<a b/>', '<a b="1"c="2"/>', '<a x:b="1"/>', '<a><!-- x', '<?xml version="1.0" encoding="nope"?><a/>',
            '<!DOCTYPE a [<!ENTITY e "&e;">]><a>&e;</a>', b'<a>\xff</a>', '<a xmlns:x=""/>', '<a>&#x110000;</a>', '<a ', '<a>text', '<a>&lt</a>', '<a><?xml version="1.0"?></a>'):
    try:
        ET.fromstring(bad)
        print(bad, 'parsed')
    except ET.ParseError as e:
        print(repr(bad)[:40], e, e.code, e.position)
    except Exception as e:
        print(repr(bad)[:40], type(e).__name__, e)
for what in (lambda: ET.tostring(ET.Element(3)), lambda: ET.tostring(ET.Element('a', {'k': 1})), lambda: a.append('x'), lambda: a.remove(b), lambda: a[5], lambda: ET.SubElement('x', 'y'), lambda: ET.Element('a', 'b'), lambda: ET.parse('missing.xml'),
             lambda: ET.iterparse('missing.xml'), lambda: ET.tostring(ET.Element('a'), method='zzz'), lambda: ET.register_namespace('ns1', 'u'), lambda: ET.XMLPullParser(['bad']), lambda: a.insert(0, None), lambda: a.extend(['x']), lambda: ET.fromstring(3)):
    try:
        print(what())
    except Exception as e:
        print(type(e).__name__, e)
