# The module html.parser.

import re
from html import unescape

__all__ = ['HTMLParser']

_incomplete = re.compile('&[a-zA-Z#]')
_entity = re.compile('&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]')
_charref = re.compile('&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]')
_name = re.compile(r'([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*')
_attribute = re.compile(r'((?<=[\'"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*(\'[^\']*\'|"[^"]*"|(?![\'"])[^>\s]*))?(?:\s|/(?!>))*')
_start_end = re.compile(r'''
  <[a-zA-Z][^\t\n\r\f />\x00]*       # tag name
  (?:[\s/]*                          # optional whitespace before attribute name
    (?:(?<=['"\s/])[^\s/>][^\s/=>]*  # attribute name
      (?:\s*=+\s*                    # value indicator
        (?:'[^']*'|"[^"]*"|(?!['"])[^>\s]*)
        \s*
      )?(?:\s|/(?!>))*
    )*
  )?
  \s*                                # trailing whitespace
''', 64)  # VERBOSE: the member itself would make the class of flags at import
_end_tag = re.compile(r'</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>')
_comment_close = re.compile(r'--\s*>')


class HTMLParser:
    """Find tags and other markup and call handler functions."""

    CDATA_CONTENT_ELEMENTS = ('script', 'style')

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        """Reset this instance. Loses all unprocessed data."""
        self.rawdata = ''
        self.lasttag = '???'
        self.lineno, self.offset = 1, 0
        self.cdata_elem = None
        self._start_text = None

    def feed(self, data):
        """Feed data to the parser."""
        self.rawdata += data
        self.goahead(False)

    def close(self):
        """Handle any buffered data."""
        self.goahead(True)

    def getpos(self):
        """Return current line number and offset."""
        return self.lineno, self.offset

    def get_starttag_text(self):
        """Return full source of start tag: '<...>'."""
        return self._start_text

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()
        self._interesting = re.compile(r'</\s*%s\s*>' % self.cdata_elem, re.IGNORECASE)

    def clear_cdata_mode(self):
        self.cdata_elem = None

    def _moved(self, i, j):
        """Count the lines between two offsets."""
        if i < j:
            lines = self.rawdata.count('\n', i, j)
            if lines:
                self.lineno += lines
                self.offset = j - (self.rawdata.rindex('\n', i, j) + 1)
            else:
                self.offset += j - i
        return j

    def _text(self, text):
        if text:
            self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)

    def goahead(self, end):
        raw = self.rawdata
        i, n = 0, len(raw)
        while i < n:
            # The next markup, or as much text as is certain.
            if self.convert_charrefs and not self.cdata_elem:
                j = raw.find('<', i)
                if j < 0:
                    amp = raw.rfind('&', max(i, n - 34))
                    if amp >= 0 and not re.compile(r'[\s;]').search(raw, amp):
                        break
                    j = n
            elif self.cdata_elem:
                found = self._interesting.search(raw, i)
                if found is None:
                    break
                j = found.start()
            else:
                found = re.compile('[&<]').search(raw, i)
                j = found.start() if found else n
            if i < j:
                self._text(raw[i:j])
            i = self._moved(i, j)
            if i == n:
                break
            if raw[i] == '<':
                k = self._markup(i, end)
            else:
                k = self._reference(i, end)
            if k < 0:
                break
            i = self._moved(i, k)
        if end and i < n:
            self._text(raw[i:n])
            i = self._moved(i, n)
        self.rawdata = raw[i:]

    def _markup(self, i, end):
        """Handle the markup at i. Returns the offset behind it, or -1 if it is not complete."""
        raw = self.rawdata
        if re.compile('<[a-zA-Z]').match(raw, i):
            k = self._start_tag(i)
        elif raw.startswith('</', i):
            k = self._closing(i)
        elif raw.startswith('<!--', i):
            found = _comment_close.search(raw, i + 4)
            k = -1
            if found:
                self.handle_comment(raw[i + 4:found.start()])
                k = found.end()
        elif raw.startswith('<?', i):
            j = raw.find('>', i + 2)
            k = j + 1 or -1
            if k > 0:
                self.handle_pi(raw[i + 2:j])
        elif raw.startswith('<!', i):
            k = self._declaration(i)
        elif i + 1 < len(raw) or end:
            self.handle_data('<')
            return i + 1
        else:
            return -1
        if k < 0 and end:
            k = raw.find('>', i + 1)
            if k < 0:
                k = raw.find('<', i + 1)
                if k < 0:
                    k = i + 1
            else:
                k += 1
            self._text(raw[i:k])
        return k

    def _declaration(self, i):
        raw = self.rawdata
        j = raw.find('>', i + 2)
        if raw[i:i + 9].lower() == '<!doctype':
            if j < 0:
                return -1
            self.handle_decl(raw[i + 2:j])
            return j + 1
        if raw.startswith('<![', i):
            mark = ']]>' if raw.startswith('<![CDATA[', i) else ']>'
            j = raw.find(mark, i + 3)
            if j < 0:
                return -1
            self.unknown_decl(raw[i + 3:j])
            return j + len(mark)
        if j < 0:
            return -1
        self.handle_comment(raw[i + 2:j])
        return j + 1

    def _start_tag(self, i):
        raw = self.rawdata
        found = _start_end.match(raw, i)
        j = found.end()
        following = raw[j:j + 2]
        if following[:1] == '>':
            end = j + 1
        elif following == '/>':
            end = j + 2
        elif following in ('', '/'):
            return -1
        elif following[:1] == '/':
            return -1 if raw.find('>', j) < 0 else self._junk(i, raw.find('>', j) + 1)
        elif following[0] in "abcdefghijklmnopqrstuvwxyz=/ABCDEFGHIJKLMNOPQRSTUVWXYZ\"'<" and raw.find('>', j) < 0:
            return -1
        else:
            end = j if j > i else i + 1
            return self._junk(i, end)
        self._start_text = raw[i:end]
        found = _name.match(raw, i + 1)
        k = found.end()
        self.lasttag = tag = found.group(1).lower()
        attrs = []
        while k < end:
            found = _attribute.match(raw, k)
            if not found or not found.group(0):
                break
            name, rest, value = found.groups()
            if not rest:
                value = None
            elif value[:1] in '\'"' and value and value[:1] == value[-1:]:
                value = value[1:-1]
            if value:
                value = unescape(value)
            attrs.append((name.lower(), value))
            k = found.end()
        left = raw[k:end].strip()
        if left not in ('>', '/>'):
            self.handle_data(raw[i:end])
            return end
        if left.endswith('/>'):
            self.handle_startendtag(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return end

    def _junk(self, i, end):
        self.handle_data(self.rawdata[i:end])
        return end

    def _closing(self, i):
        raw = self.rawdata
        j = raw.find('>', i + 1)
        if j < 0:
            return -1
        end = j + 1
        found = _end_tag.match(raw, i)
        if not found:
            if self.cdata_elem is not None:
                self.handle_data(raw[i:end])
                return end
            found = _name.match(raw, i + 2)
            if not found:
                if raw[i:i + 3] == '</>':
                    return i + 3
                self.handle_comment(raw[i + 2:j])
                return end
            self.handle_endtag(found.group(1).lower())
            return raw.find('>', found.end()) + 1
        tag = found.group(1).lower()
        if self.cdata_elem is not None and tag != self.cdata_elem:
            self.handle_data(raw[i:end])
            return end
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return end

    def _reference(self, i, end):
        raw = self.rawdata
        found = _charref.match(raw, i)
        if found:
            self.handle_charref(found.group()[2:-1])
            k = found.end()
            return k if raw[k - 1] == ';' else k - 1
        found = _entity.match(raw, i)
        if found:
            self.handle_entityref(found.group(1))
            k = found.end()
            return k if raw[k - 1] == ';' else k - 1
        if not end and (_incomplete.match(raw, i) or i + 1 == len(raw)):
            return -1
        self.handle_data('&')
        return i + 1

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
