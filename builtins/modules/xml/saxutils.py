# The module xml.sax.saxutils.


def _replaced(text, pairs):
    for old, new in pairs.items():
        text = text.replace(old, new)
    return text


def escape(data, entities={}):
    """Escape &, <, and > in a string of data."""
    data = data.replace('&', '&amp;').replace('>', '&gt;').replace('<', '&lt;')
    return _replaced(data, entities) if entities else data


def unescape(data, entities={}):
    """Unescape &amp;, &lt;, and &gt; in a string of data."""
    data = data.replace('&lt;', '<').replace('&gt;', '>')
    if entities:
        data = _replaced(data, entities)
    return data.replace('&amp;', '&')


def quoteattr(data, entities={}):
    """Escape and quote an attribute value."""
    data = escape(data, {**entities, '\n': '&#10;', '\r': '&#13;', '\t': '&#9;'})
    if '"' not in data:
        return f'"{data}"'
    if "'" not in data:
        return f"'{data}'"
    return '"%s"' % data.replace('"', '&quot;')


class XMLGenerator:
    """A content handler that writes what it is told as XML."""

    def __init__(self, out=None, encoding='iso-8859-1', short_empty_elements=False):
        import sys
        self._out = out or sys.stdout
        self._encoding = encoding
        self._short = short_empty_elements
        self._open = False

    def _write(self, text):
        if not isinstance(text, str):
            text = str(text, self._encoding)
        if hasattr(self._out, 'encoding') or not hasattr(self._out, 'mode'):
            try:
                self._out.write(text)
                return
            except TypeError:
                pass
        self._out.write(text.encode(self._encoding, 'xmlcharrefreplace'))

    def _finish(self):
        if self._open:
            self._write('>')
            self._open = False

    def setDocumentLocator(self, locator):
        pass

    def startDocument(self):
        self._write(f'<?xml version="1.0" encoding="{self._encoding}"?>\n')

    def endDocument(self):
        if hasattr(self._out, 'flush'):
            self._out.flush()

    def startElement(self, name, attrs):
        self._finish()
        self._write('<' + name)
        for key, value in attrs.items():
            self._write(f' {key}={quoteattr(value)}')
        if self._short:
            self._open = True
        else:
            self._write('>')

    def endElement(self, name):
        if self._open:
            self._write('/>')
            self._open = False
        else:
            self._write(f'</{name}>')

    def characters(self, content):
        if content:
            self._finish()
            self._write(escape(content))

    def ignorableWhitespace(self, content):
        self.characters(content)

    def processingInstruction(self, target, data):
        self._finish()
        self._write(f'<?{target} {data}?>')
