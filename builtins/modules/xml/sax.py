# The module xml.sax: handlers that are told what a document holds.

from _elementtree import _parser


class SAXException(Exception):
    """Encapsulate an XML error or warning."""

    def __init__(self, msg, exception=None):
        self._msg, self._exception = msg, exception
        Exception.__init__(self, msg)

    def getMessage(self):
        return self._msg

    def getException(self):
        return self._exception

    def __str__(self):
        return self._msg


class SAXParseException(SAXException):
    """Encapsulate an XML parse error or warning."""

    def __init__(self, msg, exception, locator):
        SAXException.__init__(self, msg, exception)
        self._locator = locator

    def getLineNumber(self):
        return self._locator.getLineNumber()

    def getColumnNumber(self):
        return self._locator.getColumnNumber()

    def getSystemId(self):
        return self._locator.getSystemId()

    def getPublicId(self):
        return None

    def __str__(self):
        return f'{self.getSystemId() or "<unknown>"}:{self.getLineNumber()}:{self.getColumnNumber()}: {self._msg}'


class _Locator:
    def __init__(self, line=1, column=0, system=None):
        self.line, self.column, self.system = line, column, system

    def getLineNumber(self):
        return self.line

    def getColumnNumber(self):
        return self.column

    def getSystemId(self):
        return self.system

    def getPublicId(self):
        return None


class ContentHandler:
    """Interface for receiving logical document content events."""

    def __init__(self):
        self._locator = None

    def setDocumentLocator(self, locator):
        self._locator = locator

    def startDocument(self):
        pass

    def endDocument(self):
        pass

    def startElement(self, name, attrs):
        pass

    def endElement(self, name):
        pass

    def characters(self, content):
        pass

    def ignorableWhitespace(self, whitespace):
        pass

    def processingInstruction(self, target, data):
        pass

    def skippedEntity(self, name):
        pass


class ErrorHandler:
    """Basic interface for SAX error handlers."""

    def error(self, exception):
        raise exception

    def fatalError(self, exception):
        raise exception

    def warning(self, exception):
        print(exception)


class AttributesImpl:
    def __init__(self, attrs):
        self._attrs = attrs

    def getLength(self):
        return len(self._attrs)

    def getValue(self, name):
        return self._attrs[name]

    def getNames(self):
        return list(self._attrs)

    def getType(self, name):
        return 'CDATA'

    def __getitem__(self, name):
        return self._attrs[name]

    def __contains__(self, name):
        return name in self._attrs

    def __len__(self):
        return len(self._attrs)

    def __iter__(self):
        return iter(self._attrs)

    def get(self, name, alternative=None):
        return self._attrs.get(name, alternative)

    def keys(self):
        return list(self._attrs)

    def values(self):
        return list(self._attrs.values())

    def items(self):
        return list(self._attrs.items())

    def copy(self):
        return AttributesImpl(self._attrs)


class _Reader:
    def __init__(self):
        self._handler = ContentHandler()
        self._errors = ErrorHandler()
        self._features = {}

    def setContentHandler(self, handler):
        self._handler = handler

    def getContentHandler(self):
        return self._handler

    def setErrorHandler(self, handler):
        self._errors = handler

    def getErrorHandler(self):
        return self._errors

    def setFeature(self, name, state):
        self._features[name] = state

    def getFeature(self, name):
        return self._features.get(name, 0)

    def parse(self, source):
        system = None
        opened = None
        if not hasattr(source, 'read'):
            system = str(source)
            source = opened = open(source, 'rb')
        try:
            self._begin(system)
            while data := source.read(65536):
                self.feed(data)
            self.close()
        finally:
            if opened:
                opened.close()

    def _begin(self, system=None):
        self._scan = _parser(None, False)
        self._locator = _Locator(system=system)
        self._handler.setDocumentLocator(self._locator)
        self._handler.startDocument()

    def feed(self, data, final=False):
        if getattr(self, '_scan', None) is None:
            self._begin()
        handler, locator = self._handler, self._locator
        events, failed = self._scan.feed(data, final)
        for event in events:
            kind = event[0]
            if kind == 'start':
                handler.startElement(event[1], AttributesImpl(event[2]))
            elif kind == 'end':
                handler.endElement(event[1])
            elif kind == 'data':
                handler.characters(event[1])
            elif kind == 'pi':
                handler.processingInstruction(event[1], event[2])
        locator.line, locator.column = self._scan.position()
        if failed:
            message, _, locator.line, locator.column = failed
            self._errors.fatalError(SAXParseException(message.rpartition(': line')[0], None, locator))

    def close(self):
        self.feed('', True)
        self._handler.endDocument()
        self._scan = None


def make_parser(parser_list=()):
    """Creates and returns a SAX parser."""
    return _Reader()


def parse(source, handler, errorHandler=None):
    parser = make_parser()
    parser.setContentHandler(handler)
    if errorHandler is not None:
        parser.setErrorHandler(errorHandler)
    parser.parse(source)


def parseString(string, handler, errorHandler=None):
    import io
    parse(io.BytesIO(string.encode()) if isinstance(string, str) else io.BytesIO(string), handler, errorHandler)
