# The module xml.etree.ElementTree: elements, trees and parsing.

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
