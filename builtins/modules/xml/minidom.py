# The module xml.dom.minidom: what scripts use of it, reading, walking, changing
# and writing.

from _elementtree import _parser


class ExpatError(Exception):
    pass


ExpatError.__module__ = 'xml.parsers.expat'


def _escaped(text, attribute):
    text = text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    if attribute:
        text = text.replace('"', '&quot;').replace('\r', '&#13;').replace('\n', '&#10;').replace('\t', '&#9;')
    return text


class Node:
    ELEMENT_NODE, ATTRIBUTE_NODE, TEXT_NODE, CDATA_SECTION_NODE, ENTITY_REFERENCE_NODE, ENTITY_NODE, PROCESSING_INSTRUCTION_NODE, COMMENT_NODE, \
        DOCUMENT_NODE, DOCUMENT_TYPE_NODE, DOCUMENT_FRAGMENT_NODE, NOTATION_NODE = range(1, 13)

    parentNode = None
    ownerDocument = None
    nodeType = None
    nodeName = None
    nodeValue = None
    attributes = None
    namespaceURI = prefix = localName = None

    def __init__(self):
        self.childNodes = []

    def __bool__(self):
        return True

    @property
    def firstChild(self):
        return self.childNodes[0] if self.childNodes else None

    @property
    def lastChild(self):
        return self.childNodes[-1] if self.childNodes else None

    def _sibling(self, step):
        if self.parentNode is None:
            return None
        nodes = self.parentNode.childNodes
        for i, node in enumerate(nodes):
            if node is self:
                i += step
                return nodes[i] if 0 <= i < len(nodes) else None

    @property
    def nextSibling(self):
        return self._sibling(1)

    @property
    def previousSibling(self):
        return self._sibling(-1)

    def hasChildNodes(self):
        return bool(self.childNodes)

    def appendChild(self, node):
        return self.insertBefore(node, None)

    def insertBefore(self, node, before):
        if node.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for child in list(node.childNodes):
                self.insertBefore(child, before)
            return node
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        at = len(self.childNodes)
        if before is not None:
            at = self._index(before)
        self.childNodes.insert(at, node)
        node.parentNode = self
        return node

    def _index(self, node):
        for i, child in enumerate(self.childNodes):
            if child is node:
                return i
        raise ValueError('node is not a child')

    def removeChild(self, node):
        del self.childNodes[self._index(node)]
        node.parentNode = None
        return node

    def replaceChild(self, new, old):
        at = self._index(old)
        self.insertBefore(new, old)
        self.removeChild(old)
        return old

    def normalize(self):
        merged = []
        for node in self.childNodes:
            if node.nodeType == self.TEXT_NODE:
                if not node.data:
                    continue
                if merged and merged[-1].nodeType == self.TEXT_NODE:
                    merged[-1].data += node.data
                    continue
            else:
                node.normalize()
            merged.append(node)
        self.childNodes = merged

    def cloneNode(self, deep):
        made = self._clone()
        made.ownerDocument = self.ownerDocument
        if deep:
            for node in self.childNodes:
                made.appendChild(node.cloneNode(True))
        return made

    def isSameNode(self, other):
        return self is other

    def unlink(self):
        for node in self.childNodes:
            node.unlink()
        self.childNodes = []
        self.parentNode = self.ownerDocument = None

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.unlink()

    def _texts(self, out, indent, step, newline):
        raise NotImplementedError

    def toxml(self, encoding=None, standalone=None):
        return self.toprettyxml('', '', encoding, standalone)

    def toprettyxml(self, indent='\t', newl='\n', encoding=None, standalone=None):
        out = []
        if self.nodeType == self.DOCUMENT_NODE:
            self._texts(out, '', indent, newl, encoding, standalone)
        else:
            self._texts(out, '', indent, newl)
        text = ''.join(out)
        return text if encoding is None else text.encode(encoding, 'xmlcharrefreplace')

    def writexml(self, writer, indent='', addindent='', newl='', encoding=None, standalone=None):
        out = []
        if self.nodeType == self.DOCUMENT_NODE:
            self._texts(out, indent, addindent, newl, encoding, standalone)
        else:
            self._texts(out, indent, addindent, newl)
        writer.write(''.join(out))

    def _found(self, name, found):
        for node in self.childNodes:
            if node.nodeType == self.ELEMENT_NODE:
                if name == '*' or node.tagName == name:
                    found.append(node)
                node._found(name, found)
        return found

    def _found_ns(self, uri, local, found):
        for node in self.childNodes:
            if node.nodeType == self.ELEMENT_NODE:
                if local in ('*', node.localName) and uri in ('*', node.namespaceURI):
                    found.append(node)
                node._found_ns(uri, local, found)
        return found


class NodeList(list):
    def item(self, index):
        return self[index] if 0 <= index < len(self) else None

    @property
    def length(self):
        return len(self)


class Attr(Node):
    nodeType = Node.ATTRIBUTE_NODE

    def __init__(self, name, value=''):
        Node.__init__(self)
        self.name = self.nodeName = self.localName = name
        self.value = value
        self.specified = True

    @property
    def nodeValue(self):
        return self.value


class NamedNodeMap:
    def __init__(self, element):
        self._of = element._attributes

    @property
    def length(self):
        return len(self._of)

    def __len__(self):
        return len(self._of)

    def __contains__(self, name):
        return name in self._of

    def __getitem__(self, name):
        return self._of[name]

    def __setitem__(self, name, value):
        self._of[name] = value if isinstance(value, Attr) else Attr(name, value)

    def item(self, index):
        return list(self._of.values())[index] if 0 <= index < len(self._of) else None

    def keys(self):
        return self._of.keys()

    def values(self):
        return list(self._of.values())

    def items(self):
        return [(name, attr.value) for name, attr in self._of.items()]

    def get(self, name, value=None):
        return self._of.get(name, value)


class Element(Node):
    nodeType = Node.ELEMENT_NODE

    def __init__(self, tagName, namespaceURI=None):
        Node.__init__(self)
        self.tagName = self.nodeName = tagName
        self.namespaceURI = namespaceURI
        prefix, colon, local = tagName.partition(':')
        self.prefix, self.localName = (prefix, local) if colon else (None, tagName)
        self._attributes = {}

    def __repr__(self):
        return '<DOM Element: %s at %#x>' % (self.tagName, id(self))

    def _clone(self):
        made = Element(self.tagName, self.namespaceURI)
        for name, attr in self._attributes.items():
            made.setAttribute(name, attr.value)
        return made

    @property
    def attributes(self):
        return NamedNodeMap(self)

    def hasAttributes(self):
        return bool(self._attributes)

    def hasAttribute(self, name):
        return name in self._attributes

    def getAttribute(self, name):
        attr = self._attributes.get(name)
        return attr.value if attr is not None else ''

    def getAttributeNode(self, name):
        return self._attributes.get(name)

    def setAttribute(self, name, value):
        self._attributes[name] = attr = Attr(name, value)
        attr.ownerElement = self

    def setAttributeNS(self, uri, name, value):
        self.setAttribute(name, value)

    def removeAttribute(self, name):
        if name not in self._attributes:
            raise NotFoundErr()
        del self._attributes[name]

    def getElementsByTagName(self, name):
        return NodeList(self._found(name, []))

    def getElementsByTagNameNS(self, uri, local):
        return NodeList(self._found_ns(uri, local, []))

    def _texts(self, out, indent, step, newline):
        out.append(indent + '<' + self.tagName)
        for name, attr in self._attributes.items():
            out.append(f' {name}="{_escaped(attr.value, True)}"')
        nodes = self.childNodes
        if not nodes:
            out.append('/>' + newline)
        elif len(nodes) == 1 and nodes[0].nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            out.append('>')
            nodes[0]._texts(out, '', '', '')
            out.append(f'</{self.tagName}>{newline}')
        else:
            out.append('>' + newline)
            for node in nodes:
                node._texts(out, indent + step, step, newline)
            out.append(f'{indent}</{self.tagName}>{newline}')


class NotFoundErr(Exception):
    code = 8


class CharacterData(Node):
    def __init__(self, data=''):
        Node.__init__(self)
        self.data = data

    @property
    def nodeValue(self):
        return self.data

    @nodeValue.setter
    def nodeValue(self, data):
        self.data = data

    @property
    def length(self):
        return len(self.data)

    def __len__(self):
        return len(self.data)

    def _clone(self):
        return type(self)(self.data)

    def __repr__(self):
        data = self.data
        return '<DOM %s node "%r%s">' % (type(self).__name__, data[:10], '...' if len(data) > 10 else '')

    def appendData(self, arg):
        self.data += arg

    def normalize(self):
        pass


class Text(CharacterData):
    nodeType = Node.TEXT_NODE
    nodeName = '#text'

    def _texts(self, out, indent, step, newline):
        out.append(indent + _escaped(self.data, False) + newline)

    @property
    def wholeText(self):
        return self.data


class CDATASection(Text):
    nodeType = Node.CDATA_SECTION_NODE
    nodeName = '#cdata-section'

    def _texts(self, out, indent, step, newline):
        if ']]>' in self.data:
            raise ValueError("']]>' not allowed in a CDATA section")
        out.append(f'<![CDATA[{self.data}]]>')


class Comment(CharacterData):
    nodeType = Node.COMMENT_NODE
    nodeName = '#comment'

    def _texts(self, out, indent, step, newline):
        if '--' in self.data:
            raise ValueError("'--' is not allowed in a comment node")
        out.append(f'{indent}<!--{self.data}-->{newline}')


class ProcessingInstruction(Node):
    nodeType = Node.PROCESSING_INSTRUCTION_NODE

    def __init__(self, target, data):
        Node.__init__(self)
        self.target = self.nodeName = target
        self.data = self.nodeValue = data

    def _clone(self):
        return ProcessingInstruction(self.target, self.data)

    def _texts(self, out, indent, step, newline):
        out.append(f'{indent}<?{self.target} {self.data}?>{newline}')


class DocumentType(Node):
    nodeType = Node.DOCUMENT_TYPE_NODE

    def __init__(self, name, publicId=None, systemId=None):
        Node.__init__(self)
        self.name = self.nodeName = name
        self.publicId, self.systemId = publicId, systemId

    def _clone(self):
        return DocumentType(self.name, self.publicId, self.systemId)

    def _texts(self, out, indent, step, newline):
        out.append('<!DOCTYPE ' + self.name)
        if self.publicId:
            out.append(f"{newline}  PUBLIC '{self.publicId}'{newline}  '{self.systemId}'")
        elif self.systemId:
            out.append(f"{newline}  SYSTEM '{self.systemId}'")
        out.append('>' + newline)


class DocumentFragment(Node):
    nodeType = Node.DOCUMENT_FRAGMENT_NODE
    nodeName = '#document-fragment'

    def _clone(self):
        return DocumentFragment()


class Document(Node):
    nodeType = Node.DOCUMENT_NODE
    nodeName = '#document'
    doctype = None
    encoding = standalone = version = None

    def _clone(self):
        return Document()

    @property
    def documentElement(self):
        for node in self.childNodes:
            if node.nodeType == Node.ELEMENT_NODE:
                return node

    def _own(self, node):
        node.ownerDocument = self
        return node

    def createElement(self, tagName):
        return self._own(Element(tagName))

    def createElementNS(self, uri, name):
        return self._own(Element(name, uri))

    def createTextNode(self, data):
        if not isinstance(data, str):
            raise TypeError('node contents must be a string')
        return self._own(Text(data))

    def createCDATASection(self, data):
        return self._own(CDATASection(data))

    def createComment(self, data):
        return self._own(Comment(data))

    def createProcessingInstruction(self, target, data):
        return self._own(ProcessingInstruction(target, data))

    def createDocumentFragment(self):
        return self._own(DocumentFragment())

    def createAttribute(self, name):
        return self._own(Attr(name))

    def getElementsByTagName(self, name):
        return NodeList(self._found(name, []))

    def getElementsByTagNameNS(self, uri, local):
        return NodeList(self._found_ns(uri, local, []))

    def getElementById(self, name):
        return None

    def importNode(self, node, deep):
        return self._own(node.cloneNode(deep))

    def _texts(self, out, indent, step, newline, encoding=None, standalone=None):
        words = '' if standalone is None else ' standalone="%s"' % ('yes' if standalone else 'no')
        words = (f' encoding="{encoding}"' if encoding is not None else '') + words
        out.append(f'<?xml version="1.0" {words[1:]}?>{newline}' if words else f'<?xml version="1.0" ?>{newline}')
        for node in self.childNodes:
            node._texts(out, indent, step, newline)


class DOMImplementation:
    def createDocument(self, uri, name, doctype):
        doc = Document()
        if doctype is not None:
            doc.doctype = doctype
            doc.appendChild(doctype)
        if name:
            doc.appendChild(doc.createElementNS(uri, name))
        return doc

    def createDocumentType(self, name, public, system):
        return DocumentType(name, public, system)

    def hasFeature(self, feature, version):
        return feature.lower() in ('core', 'xml')


def getDOMImplementation(features=None):
    return DOMImplementation()


def _build(pieces):
    scanner = _parser(None, False)
    doc = Document()
    here = doc
    scopes = [{'xml': 'http://www.w3.org/XML/1998/namespace'}]
    for data, final in pieces:
        events, failed = scanner.feed(data, final)
        for event in events:
            kind = event[0]
            if kind == 'start':
                scope = scopes[-1]
                for name, value in event[2].items():
                    if name == 'xmlns' or name.startswith('xmlns:'):
                        scope = {**scope, name[6:]: value}
                scopes.append(scope)
                prefix = event[1].partition(':')[0] if ':' in event[1] else ''
                node = doc._own(Element(event[1], scope.get(prefix)))
                for name, value in event[2].items():
                    node.setAttribute(name, value)
                here.appendChild(node)
                here = node
            elif kind == 'end':
                here = here.parentNode
                scopes.pop()
            elif kind == 'data':
                last = here.lastChild
                if last is not None and last.nodeType == Node.TEXT_NODE:
                    last.data += event[1]
                else:
                    here.appendChild(doc.createTextNode(event[1]))
            elif kind == 'comment':
                here.appendChild(doc.createComment(event[1]))
            elif kind == 'pi':
                here.appendChild(doc.createProcessingInstruction(event[1], event[2]))
            elif kind == 'doctype':
                doc.doctype = doc._own(DocumentType(*event[1:]))
                doc.appendChild(doc.doctype)
        if failed:
            error = ExpatError(failed[0])
            _, error.code, error.lineno, error.offset = failed
            raise error
    return doc


def parseString(string, parser=None):
    """Parse a file into a DOM from a string."""
    return _build([(string, True)])


def parse(file, parser=None, bufsize=None):
    """Parse a file into a DOM by filename or file object."""
    if hasattr(file, 'read'):
        return _build([(file.read(), True)])
    with open(file, 'rb') as f:
        return _build([(f.read(), True)])
