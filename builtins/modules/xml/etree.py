# The module xml.etree.ElementTree.

import io
import sys
from _elementtree import _parser, _tree
from xml.etree import ElementPath

__all__ = ['Comment', 'dump', 'Element', 'ElementTree', 'canonicalize', 'fromstring', 'fromstringlist', 'indent', 'iselement', 'iterparse', 'parse',
           'ParseError', 'PI', 'ProcessingInstruction', 'QName', 'SubElement', 'tostring', 'tostringlist', 'TreeBuilder', 'VERSION', 'XML', 'XMLID',
           'XMLParser', 'XMLPullParser', 'register_namespace']

VERSION = '1.3.0'


class ParseError(SyntaxError):
    """An error when parsing an XML document."""


def _failure(failed):
    message, code, line, column = failed
    error = ParseError(message)
    error.code = code
    error.position = line, column
    return error


def iselement(element):
    """Return True if *element* appears to be an Element."""
    return hasattr(element, 'tag')


class Element:
    """An XML element."""

    def __init__(self, tag, attrib={}, /, **extra):
        if not isinstance(attrib, dict):
            raise TypeError('Element() argument 2 must be dict, not %s' % type(attrib).__name__)
        self.tag = tag
        self.attrib = {**attrib, **extra}
        self.text = self.tail = None
        self._children = []

    def __repr__(self):
        return '<%s %r at %#x>' % (type(self).__name__, self.tag, id(self))

    def makeelement(self, tag, attrib, /):
        return self.__class__(tag, attrib)

    def __copy__(self):
        made = self.makeelement(self.tag, self.attrib)
        made.text, made.tail = self.text, self.tail
        made._children = list(self._children)
        return made

    def __deepcopy__(self, memo):
        import copy
        made = self.makeelement(copy.deepcopy(self.tag, memo), copy.deepcopy(self.attrib, memo))
        made.text, made.tail = copy.deepcopy(self.text, memo), copy.deepcopy(self.tail, memo)
        made._children = [copy.deepcopy(child, memo) for child in self._children]
        return made

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        import warnings
        warnings.warn("Testing an element's truth value will always return True in future versions.  Use specific 'len(elem)' or 'elem is not None' test instead.",
                      DeprecationWarning, stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index):
        try:
            return self._children[index]
        except IndexError:
            raise IndexError('child index out of range') from None
        except TypeError:
            raise TypeError('element indices must be integers') from None

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            element = list(element)
            for e in element:
                self._check(e)
        else:
            self._check(element)
        try:
            self._children[index] = element
        except IndexError:
            raise IndexError('child assignment index out of range') from None

    def __delitem__(self, index):
        try:
            del self._children[index]
        except IndexError:
            raise IndexError('child assignment index out of range') from None

    def __iter__(self):
        # Changes while a loop runs are seen, as in a list.
        return iter(self._children)

    def _check(self, e, what='expected an Element, not %s'):
        if not isinstance(e, Element):
            raise TypeError(what % type(e).__name__)

    def append(self, subelement, /):
        """Add *subelement* to the end of this element."""
        if not isinstance(subelement, Element):
            raise TypeError('append() argument 1 must be xml.etree.ElementTree.Element, not %s' % type(subelement).__name__)
        self._children.append(subelement)

    def extend(self, elements, /):
        """Append subelements from a sequence."""
        elements = list(elements)
        for e in elements:
            if not isinstance(e, Element):
                raise TypeError(f'expected an Element, not "{type(e).__name__}"')
        self._children.extend(elements)

    def insert(self, index, subelement, /):
        """Insert *subelement* at position *index*."""
        if not isinstance(subelement, Element):
            raise TypeError('insert() argument 2 must be xml.etree.ElementTree.Element, not %s' % (None if subelement is None else type(subelement).__name__))
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        """Remove matching subelement."""
        for i, child in enumerate(self._children):
            if child is subelement:
                del self._children[i]
                return
        raise ValueError('list.remove(x): x not in list')

    def find(self, path, namespaces=None):
        """Find first matching element by tag name or path."""
        return ElementPath.find(self, path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """Find text for first matching element by tag name or path."""
        return ElementPath.findtext(self, path, default, namespaces)

    def findall(self, path, namespaces=None):
        """Find all matching subelements by tag name or path."""
        return ElementPath.findall(self, path, namespaces)

    def iterfind(self, path, namespaces=None):
        """Find all matching subelements by tag name or path, one after the other."""
        return ElementPath.iterfind(self, path, namespaces)

    def clear(self):
        """Reset element."""
        self.attrib = {}
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        """Get element attribute."""
        return self.attrib.get(key, default)

    def set(self, key, value, /):
        """Set element attribute."""
        self.attrib[key] = value

    def keys(self):
        """Get list of attribute names."""
        return self.attrib.keys()

    def items(self):
        """Get element attributes as a sequence."""
        return self.attrib.items()

    def iter(self, tag=None):
        """Create tree iterator."""
        if tag == '*':
            tag = None
        todo = [iter([self])]
        while todo:
            for element in todo[-1]:
                if tag is None or element.tag == tag:
                    yield element
                todo.append(iter(element._children))
                break
            else:
                todo.pop()

    def itertext(self):
        """Create text iterator."""
        todo = [(self, iter(self._children))]
        if self.text:
            yield self.text
        while todo:
            element, children = todo[-1]
            for child in children:
                if child.text:
                    yield child.text
                todo.append((child, iter(child._children)))
                break
            else:
                todo.pop()
                if todo and element.tail:
                    yield element.tail


def SubElement(parent, tag, attrib={}, /, **extra):
    """Subelement factory which creates an element instance, and appends it to an existing parent."""
    if not isinstance(parent, Element):
        raise TypeError('SubElement() argument 1 must be xml.etree.ElementTree.Element, not %s' % type(parent).__name__)
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    """Comment element factory."""
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    """Processing Instruction element factory."""
    element = Element(ProcessingInstruction)
    element.text = f'{target} {text}' if text else target
    return element


PI = ProcessingInstruction


class QName:
    """Qualified name wrapper."""

    def __init__(self, text_or_uri, tag=None):
        if tag:
            text_or_uri = '{%s}%s' % (text_or_uri, tag)
        self.text = text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return '<%s %r>' % (self.__class__.__name__, self.text)

    def __hash__(self):
        return hash(self.text)

    def _other(self, other):
        return other.text if isinstance(other, QName) else other

    def __le__(self, other):
        return self.text <= self._other(other)

    def __lt__(self, other):
        return self.text < self._other(other)

    def __ge__(self, other):
        return self.text >= self._other(other)

    def __gt__(self, other):
        return self.text > self._other(other)

    def __eq__(self, other):
        return self.text == self._other(other)


class ElementTree:
    """An XML element hierarchy."""

    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        """Return root element of this tree."""
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        """Load external XML document into element tree."""
        opened = None
        if not hasattr(source, 'read'):
            source = opened = open(source, 'rb')
        try:
            if parser is None:
                parser = XMLParser()
            while data := source.read(65536):
                parser.feed(data)
            self._root = parser.close()
            return self._root
        finally:
            if opened:
                opened.close()

    def iter(self, tag=None):
        """Create and return tree iterator for the root element."""
        return self._root.iter(tag)

    def _relative(self, path):
        if path[:1] == '/':
            import warnings
            path = '.' + path
            warnings.warn('This search is broken in 1.3 and earlier, and will be fixed in a future version.  If you rely on the current '
                          'behaviour, change it to %r' % path, FutureWarning, stacklevel=3)
        return path

    def find(self, path, namespaces=None):
        """Find first matching element by tag name or path."""
        return self._root.find(self._relative(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """Find first matching element by tag name or path."""
        return self._root.findtext(self._relative(path), default, namespaces)

    def findall(self, path, namespaces=None):
        """Find all matching subelements by tag name or path."""
        return self._root.findall(self._relative(path), namespaces)

    def iterfind(self, path, namespaces=None):
        """Find all matching subelements by tag name or path."""
        return self._root.iterfind(self._relative(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *, short_empty_elements=True):
        """Write element tree to a file as XML."""
        method = method or 'xml'
        if method not in ('xml', 'html', 'text', 'c14n'):
            raise ValueError('unknown method %r' % method)
        if not encoding:
            encoding = 'utf-8' if method == 'c14n' else 'us-ascii'
        text = _serialized(self._root, method, default_namespace, short_empty_elements)
        declared = encoding
        if encoding.lower() == 'unicode':
            declared = 'UTF-8'
        if method == 'xml' and (xml_declaration or xml_declaration is None and encoding.lower() not in ('unicode', 'utf-8', 'us-ascii')):
            text = f"<?xml version='1.0' encoding='{declared}'?>\n" + text
        if hasattr(file_or_filename, 'write'):
            if encoding.lower() == 'unicode':
                file_or_filename.write(text)
            else:
                file_or_filename.write(text.encode(encoding, 'xmlcharrefreplace'))
        elif encoding.lower() == 'unicode':
            with open(file_or_filename, 'w', encoding='utf-8', errors='xmlcharrefreplace') as file:
                file.write(text)
        else:
            with open(file_or_filename, 'wb') as file:
                file.write(text.encode(encoding, 'xmlcharrefreplace'))

    def write_c14n(self, file):
        return self.write(file, method='c14n')


# Writing.

_VOID = {'area', 'base', 'basefont', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'isindex', 'link', 'meta', 'param', 'source', 'track', 'wbr'}

_namespace_map = {
    'http://www.w3.org/XML/1998/namespace': 'xml', 'http://www.w3.org/1999/xhtml': 'html', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
    'http://schemas.xmlsoap.org/wsdl/': 'wsdl', 'http://www.w3.org/2001/XMLSchema': 'xs', 'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
    'http://purl.org/dc/elements/1.1/': 'dc',
}


def register_namespace(prefix, uri):
    """Register a namespace prefix."""
    import re
    if re.match(r'ns\d+$', prefix):
        raise ValueError('Prefix format reserved for internal use')
    for known, other in list(_namespace_map.items()):
        if known == uri or other == prefix:
            del _namespace_map[known]
    _namespace_map[uri] = prefix


register_namespace._namespace_map = _namespace_map


def _wrong(value):
    raise TypeError('cannot serialize %r (type %s)' % (value, type(value).__name__))


def _names(root, default):
    """The names as they are written, by tag or key, and the prefixes by address."""
    names, prefixes = {None: None}, {}
    if default:
        prefixes[default] = ''

    def add(name):
        if name[:1] == '{':
            uri, local = name[1:].rsplit('}', 1)
            prefix = prefixes.get(uri)
            if prefix is None:
                prefix = _namespace_map.get(uri)
                if prefix is None:
                    prefix = 'ns%d' % len(prefixes)
                if prefix != 'xml':
                    prefixes[uri] = prefix
            names[name] = f'{prefix}:{local}' if prefix else local
        else:
            if default:
                raise ValueError('cannot use non-qualified names with default_namespace option')
            names[name] = name

    for element in root.iter():
        tag = element.tag
        if isinstance(tag, QName):
            if tag.text not in names:
                add(tag.text)
        elif isinstance(tag, str):
            if tag not in names:
                add(tag)
        elif tag is not None and tag is not Comment and tag is not PI:
            _wrong(tag)
        for key, value in element.attrib.items():
            if isinstance(key, QName):
                key = key.text
            if key not in names:
                if not isinstance(key, str):
                    _wrong(key)
                add(key)
            if isinstance(value, QName) and value.text not in names:
                add(value.text)
        if isinstance(element.text, QName) and element.text.text not in names:
            add(element.text.text)
    return names, prefixes


def _escape_text(text):
    try:
        if '&' in text:
            text = text.replace('&', '&amp;')
        if '<' in text:
            text = text.replace('<', '&lt;')
        if '>' in text:
            text = text.replace('>', '&gt;')
        return text
    except (TypeError, AttributeError):
        _wrong(text)


def _escape_value(text):
    text = _escape_text(text)
    for c, name in (('"', '&quot;'), ('\r', '&#13;'), ('\n', '&#10;'), ('\t', '&#09;')):
        if c in text:
            text = text.replace(c, name)
    return text


def _escape_html_value(text):
    try:
        return text.replace('&', '&amp;').replace('>', '&gt;').replace('"', '&quot;')
    except (TypeError, AttributeError):
        _wrong(text)


def _serialized(root, method, default, short):
    if method == 'text':
        parts = []
        for part in root.itertext():
            parts.append(part)
        if root.tail:
            parts.append(root.tail)
        return ''.join(parts)
    if method == 'c14n':
        return canonicalize(tostring(root, 'unicode'))
    names, prefixes = _names(root, default)
    out = []
    html = method == 'html'
    declared = sorted(prefixes.items(), key=lambda item: item[1])
    # What is still to be written: elements, and texts as they are.
    todo = [root]
    while todo:
        element = todo.pop()
        if isinstance(element, str):
            out.append(element)
            continue
        tag, text, tail = element.tag, element.text, element.tail
        if tail:
            todo.append(_escape_text(tail))
        if tag is Comment:
            out.append('<!--%s-->' % (_escape_text(text) if html else text))
            continue
        if tag is PI:
            out.append('<?%s?>' % (_escape_text(text) if html else text))
            continue
        tag = names[tag.text if isinstance(tag, QName) else tag]
        if tag is None:
            if text:
                out.append(_escape_text(text))
            todo.extend(reversed(element._children))
            continue
        out.append('<' + tag)
        if declared:
            for uri, prefix in declared:
                out.append(f' xmlns:{prefix}="{_escape_value(uri)}"' if prefix else f' xmlns="{_escape_value(uri)}"')
            declared = None
        for key, value in element.attrib.items():
            if isinstance(key, QName):
                key = key.text
            value = names[value.text] if isinstance(value, QName) else (_escape_html_value if html else _escape_value)(value)
            out.append(f' {names[key]}="{value}"')
        if isinstance(text, QName):
            text = names[text.text]
        elif text:
            text = text if html and tag.lower() in ('script', 'style') else _escape_text(text)
        if html:
            out.append('>' + (text or ''))
            if tag.lower() not in _VOID:
                todo.append(f'</{tag}>')
        elif text or len(element._children) or not short:
            out.append('>' + (text or ''))
            todo.append(f'</{tag}>')
        else:
            out.append(' />')
        todo.extend(reversed(element._children))
    return ''.join(out)


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    """Generate string representation of XML element."""
    stream = io.StringIO() if encoding == 'unicode' else io.BytesIO()
    ElementTree(element).write(stream, encoding, xml_declaration=xml_declaration, default_namespace=default_namespace, method=method,
                               short_empty_elements=short_empty_elements)
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    return [tostring(element, encoding, method, xml_declaration=xml_declaration, default_namespace=default_namespace,
                     short_empty_elements=short_empty_elements)]


def dump(elem):
    """Write element tree or element structure to sys.stdout."""
    if not isinstance(elem, ElementTree):
        elem = ElementTree(elem)
    elem.write(sys.stdout, encoding='unicode')
    tail = elem.getroot().tail
    if not tail or tail[-1] != '\n':
        sys.stdout.write('\n')


def indent(tree, space='  ', level=0):
    """Indent an XML document by inserting newlines and indentation space after elements."""
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError(f'Initial indentation level must be >= 0, got {level}')
    if not len(tree):
        return
    starts = ['\n' + level * space]

    def visit(element, level):
        while len(starts) <= level + 1:
            starts.append(starts[-1] + space)
        inner = starts[level + 1]
        if not element.text or not element.text.strip():
            element.text = inner
        for child in element:
            if len(child):
                visit(child, level + 1)
            if not child.tail or not child.tail.strip():
                child.tail = inner
        if not child.tail.strip():
            child.tail = starts[level]

    visit(tree, 0)


# Parsing.

def parse(source, parser=None):
    """Parse XML document into element tree."""
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def iterparse(source, events=None, parser=None):
    """Incrementally parse XML document into ElementTree."""
    return _Events(source, events)


class _Events:
    def __init__(self, source, events):
        self._pull = XMLPullParser(events)
        self._opened = None
        if not hasattr(source, 'read'):
            source = self._opened = open(source, 'rb')
        self._source = source
        self.root = None
        self._items = self._run()

    def _run(self):
        try:
            while True:
                yield from self._pull.read_events()
                data = self._source.read(16 * 1024)
                if not data:
                    break
                self._pull.feed(data)
            root = self._pull._close_and_return_root()
            yield from self._pull.read_events()
            self.root = root
        finally:
            self.close()

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)

    def close(self):
        if self._opened:
            self._opened.close()


class XMLPullParser:
    def __init__(self, events=None, *, _parser=None):
        known = ('start', 'end', 'start-ns', 'end-ns', 'comment', 'pi')
        events = ('end',) if events is None else tuple(events)
        for event in events:
            if event not in known:
                raise ValueError('unknown event %r' % event)
        self._parser = XMLParser()
        self._tree = self._parser._tree = _tree(Element, events, Comment if 'comment' in events else None, PI if 'pi' in events else None)
        self._waiting = []

    def feed(self, data):
        """Feed encoded data to parser."""
        if self._parser is None:
            raise ValueError('feed() called after end of stream')
        try:
            self._parser.feed(data)
        except SyntaxError as e:
            self._waiting += self._tree.events()
            self._waiting.append(e)

    def _close_and_return_root(self):
        root = self._parser.close()
        self._parser = None
        return root

    def close(self):
        """Finish feeding data to parser."""
        self._close_and_return_root()

    def read_events(self):
        """Return an iterator over currently available (event, elem) pairs."""
        while True:
            self._waiting += self._tree.events()
            if not self._waiting:
                return
            event = self._waiting.pop(0)
            if isinstance(event, Exception):
                raise event
            yield event

    def flush(self):
        pass


def XML(text, parser=None):
    """Parse XML document from string constant."""
    if not parser:
        parser = XMLParser()
    parser.feed(text)
    return parser.close()


fromstring = XML


def XMLID(text, parser=None):
    """Parse XML document from string constant for its IDs."""
    tree = XML(text, parser)
    return tree, {e.get('id'): e for e in tree.iter() if e.get('id')}


def fromstringlist(sequence, parser=None):
    """Parse XML document from sequence of string fragments."""
    if not parser:
        parser = XMLParser()
    for text in sequence:
        parser.feed(text)
    return parser.close()


class TreeBuilder:
    """Generic element structure builder."""

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False):
        self._data = []
        self._elem = []
        self._last = self._root = None
        self._tail = False
        self._factory = element_factory or Element
        self._comment = comment_factory or Comment
        self._pi = pi_factory or PI
        self.insert_comments, self.insert_pis = insert_comments, insert_pis

    def close(self):
        """Flush builder buffers and return toplevel document Element."""
        assert len(self._elem) == 0, 'missing end tags'
        assert self._root is not None, 'missing toplevel element'
        return self._root

    def _flush(self):
        """Gives the text that has come to the element it stands in or behind."""
        pieces, self._data = self._data, []
        if pieces and self._last is not None:
            setattr(self._last, 'tail' if self._tail else 'text', ''.join(pieces))

    def data(self, data):
        """Add text to current element."""
        self._data.append(data)

    def start(self, tag, attrs):
        """Open new element and return it."""
        self._flush()
        self._last = element = self._factory(tag, attrs)
        if self._elem:
            self._elem[-1].append(element)
        elif self._root is None:
            self._root = element
        self._elem.append(element)
        self._tail = False
        return element

    def end(self, tag):
        """Close and return current Element."""
        self._flush()
        self._last = self._elem.pop()
        assert self._last.tag == tag, 'end tag mismatch (expected %s, got %s)' % (self._last.tag, tag)
        self._tail = True
        return self._last

    def comment(self, text):
        """Create a comment using the comment_factory."""
        return self._single(self._comment, self.insert_comments, text)

    def pi(self, target, text=None):
        """Create a processing instruction using the pi_factory."""
        return self._single(self._pi, self.insert_pis, target, text)

    def _single(self, factory, insert, *args):
        element = factory(*args)
        if insert:
            self._flush()
            self._last = element
            if self._elem:
                self._elem[-1].append(element)
            self._tail = True
        return element


class XMLParser:
    """Element structure builder for XML source data based on the expat parser."""

    version = 'Expat 2.6.3'

    def __init__(self, *, target=None, encoding=None):
        self._scanner = _parser(encoding)
        self._tree = None
        self.entity = {}
        self.target = target
        if target is None:
            self._tree = _tree(Element)
        else:
            self._calls = {name: getattr(target, name) for name in ('start', 'end', 'data', 'comment', 'pi', 'start_ns', 'end_ns', 'doctype')
                           if hasattr(target, name)}

    def feed(self, data):
        """Feed encoded data to parser."""
        self._feed(data, False)

    def _feed(self, data, final):
        if self._tree is not None:
            failed = self._scanner.grow(self._tree, data, final)
        else:
            events, failed = self._scanner.feed(data, final)
            calls = self._calls
            for event in events:
                call = calls.get(event[0])
                if call is not None:
                    call(*event[1:])
        if failed is not None:
            raise _failure(failed)

    def close(self):
        """Finish feeding data to parser and return element structure."""
        self._feed(b'' if self._tree is None else '', True)
        if self._tree is not None:
            return self._tree.root()
        close = getattr(self.target, 'close', None)
        return close() if close is not None else None

    def flush(self):
        pass


def canonicalize(xml_data=None, *, out=None, from_file=None, with_comments=False, strip_text=False, **options):
    """Convert XML to its C14N 2.0 serialised form."""
    if xml_data is None and from_file is None:
        raise ValueError("Either 'xml_data' or 'from_file' must be provided as input")
    builder = TreeBuilder(insert_comments=with_comments, insert_pis=True)
    parser = XMLParser(target=builder)
    if xml_data is not None:
        parser.feed(xml_data)
        root = parser.close()
    else:
        root = parse(from_file, parser).getroot()
    parts = []

    def text_of(text):
        text = text.strip() if strip_text else text
        return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('\r', '&#xD;')

    def value_of(text):
        return text.replace('&', '&amp;').replace('<', '&lt;').replace('"', '&quot;').replace('\t', '&#x9;').replace('\n', '&#xA;').replace('\r', '&#xD;')

    def visit(element, outer):
        tag = element.tag
        if tag is Comment:
            parts.append(f'<!--{element.text}-->')
        elif tag is PI:
            parts.append(f'<?{element.text}?>')
        else:
            scope = dict(outer)
            declared = []

            def written(name, is_attribute=False):
                if name[:1] != '{':
                    return name
                uri, local = name[1:].rsplit('}', 1)
                prefix = scope.get(uri)
                if prefix is None:
                    prefix = _namespace_map.get(uri) or 'ns%d' % len(scope)
                    scope[uri] = prefix
                    declared.append((prefix, uri))
                return f'{prefix}:{local}' if prefix else local

            name = written(tag)
            attributes = [(written(key, True), value) for key, value in sorted(element.attrib.items(), key=lambda item: item[0][1:].split('}', 1) if item[0][0] == '{' else ['', item[0]])]
            parts.append('<' + name)
            for prefix, uri in sorted(declared):
                parts.append(f' xmlns:{prefix}="{value_of(uri)}"')
            for key, value in attributes:
                parts.append(f' {key}="{value_of(value)}"')
            parts.append('>')
            if element.text:
                parts.append(text_of(element.text))
            for child in element:
                visit(child, scope)
                if child.tail:
                    parts.append(text_of(child.tail))
            parts.append(f'</{name}>')

    visit(root, {'http://www.w3.org/XML/1998/namespace': 'xml'})
    text = ''.join(parts)
    if out is not None:
        out.write(text)
        return None
    return text
