# The module email.parser.

from email.message import Message as _Message, _split_headers

__all__ = ['Parser', 'HeaderParser', 'BytesParser', 'BytesHeaderParser']


class Parser:
    """Parser of RFC 2822 and MIME email messages."""

    def __init__(self, _class=None, *, policy=None):
        self._class = _class or _Message

    def parse(self, fp, headersonly=False):
        return self.parsestr(fp.read(), headersonly)

    def parsestr(self, text, headersonly=False):
        message = self._class()
        message._headers, body = _split_headers(text)
        boundary = message.get_boundary()
        if not headersonly and boundary and message.get_content_maintype() == 'multipart':
            self._parse_parts(message, body, boundary)
        else:
            message.set_payload(body)
        return message

    def _parse_parts(self, message, body, boundary):
        edge = '--' + boundary
        sections, lines = [], None
        for line in body.splitlines(True):
            mark = line.rstrip()
            if mark == edge or mark == edge + '--':
                if lines is None:
                    message.preamble = None
                else:
                    text = ''.join(lines)
                    sections.append(text.removesuffix('\n').removesuffix('\r'))
                lines = []
                if mark == edge + '--':
                    lines = None
                    break
            elif lines is not None:
                lines.append(line)
        if lines:
            sections.append(''.join(lines))
        if not sections:
            message.set_payload(body)
            return
        for section in sections:
            message.attach(self.parsestr(section))


class HeaderParser(Parser):
    def parse(self, fp, headersonly=True):
        return Parser.parse(self, fp, True)

    def parsestr(self, text, headersonly=True):
        return Parser.parsestr(self, text, True)


class BytesParser:
    """Parser of binary RFC 2822 and MIME email messages."""

    _kind = Parser

    def __init__(self, *args, **kw):
        self.parser = self._kind(*args, **kw)

    def parse(self, fp, headersonly=False):
        return self.parsebytes(fp.read(), headersonly)

    def parsebytes(self, text, headersonly=False):
        return self.parser.parsestr(text.decode('ascii', errors='surrogateescape'), headersonly)


class BytesHeaderParser(BytesParser):
    _kind = HeaderParser
