# The module textwrap.

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_SPACES = '\t\n\x0b\x0c\r '


def _letter(c):
    return c.isalpha() or c == '_'


def _breaks(word):
    """The positions at which a word may be broken: behind hyphens, around dashes."""
    out = []
    n = len(word)
    i = 0
    while i < n:
        if word[i] != '-':
            i += 1
            continue
        end = i
        while end < n and word[end] == '-':
            end += 1
        if end - i >= 2:
            before = i > 0 and (word[i - 1].isalnum() or word[i - 1] in '_!"\'&.,?')
            if before and end < n and (word[end].isalnum() or word[end] == '_'):
                out.append(i)
                out.append(end)
        elif i >= 2 and _letter(word[i - 1]) and (_letter(word[i - 2]) or i >= 3 and word[i - 2] == '-' and _letter(word[i - 3])):
            if i + 2 < n and _letter(word[i + 1]):
                if _letter(word[i + 2]) or word[i + 2] == '-' and i + 3 < n and _letter(word[i + 3]):
                    out.append(i + 1)
        i = end
    return out


class TextWrapper:
    """Object for wrapping and filling text."""

    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _pieces(self, text):
        """Words and the white space between them."""
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(c): ' ' for c in _SPACES})
        out = []
        i, n = 0, len(text)
        while i < n:
            start = i
            if text[i] in _SPACES:
                while i < n and text[i] in _SPACES:
                    i += 1
                out.append(text[start:i])
                continue
            while i < n and text[i] not in _SPACES:
                i += 1
            word = text[start:i]
            if self.break_on_hyphens and '-' in word:
                last = 0
                for at in _breaks(word):
                    out.append(word[last:at])
                    last = at
                out.append(word[last:])
            else:
                out.append(word)
        if self.fix_sentence_endings:
            for k in range(len(out) - 1):
                word = out[k].rstrip('"\')')
                if out[k + 1] == ' ' and len(word) > 1 and word[-1] in '.!?' and word[-2].islower():
                    out[k + 1] = '  '
        return out

    def wrap(self, text):
        """Reformat the single paragraph in 'text' so it fits in lines of no more than 'self.width' columns."""
        pieces = self._pieces(text)
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            room = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(room) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        pieces.reverse()
        while pieces:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and pieces[-1].strip() == '':
                pieces.pop()
            line, length = [], 0
            while pieces and length + len(pieces[-1]) <= width:
                length += len(pieces[-1])
                line.append(pieces.pop())
            if pieces and len(pieces[-1]) > width:
                self._long(pieces, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                length -= len(line[-1])
                line.pop()
            if not line:
                continue
            last = not pieces or self.drop_whitespace and len(pieces) == 1 and not pieces[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or last and length <= width:
                lines.append(indent + ''.join(line))
                continue
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    lines.append(indent + ''.join(line) + self.placeholder)
                    break
                length -= len(line.pop())
            else:
                if lines:
                    previous = lines[-1].rstrip()
                    if len(previous) + len(self.placeholder) <= self.width:
                        lines[-1] = previous + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def _long(self, pieces, line, length, width):
        """Deal with a word that fits on no line."""
        room = 1 if width < 1 else width - length
        if self.break_long_words:
            word = pieces[-1]
            end = room
            if self.break_on_hyphens and len(word) > room:
                hyphen = word.rfind('-', 0, room)
                if hyphen > 0 and any(c != '-' for c in word[:hyphen]):
                    end = hyphen + 1
            line.append(word[:end])
            pieces[-1] = word[end:]
        elif not line:
            line.append(pieces.pop())

    def fill(self, text):
        """Reformat the single paragraph in 'text' to fit in lines, as one string."""
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """Wrap a single paragraph of text, returning a list of wrapped lines."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """Fill a single paragraph of text, returning a new string."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """Collapse and truncate the given text to fit in the given width."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    """Remove any common leading whitespace from every line in `text`."""
    if not isinstance(text, str):
        raise TypeError(f"expected str object, not {type(text).__name__!r}")
    lines = text.split('\n')
    margin = None
    for line in lines:
        body = line.lstrip(' \t')
        if not body:
            continue
        lead = line[:len(line) - len(body)]
        if margin is None:
            margin = lead
            continue
        same = 0
        while same < len(margin) and same < len(lead) and margin[same] == lead[same]:
            same += 1
        margin = margin[:same]
    cut = len(margin or '')
    return '\n'.join(line[cut:] if line.strip(' \t') else '' for line in lines)


def indent(text, prefix, predicate=None):
    """Add 'prefix' to the beginning of selected lines in 'text'."""
    if predicate is None:
        def predicate(line):
            return line.strip()
    return ''.join(prefix + line if predicate(line) else line for line in text.splitlines(True))
