# The module difflib. The search for matching blocks is made in Go (_index).

from collections import namedtuple as _namedtuple
from heapq import nlargest as _nlargest
import re as _re

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK',
           'context_diff', 'unified_diff', 'diff_bytes', 'Match']

Match = _namedtuple('Match', 'a b size')


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Compares pairs of sequences of any type, so long as the elements are hashable."""

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """Set the two sequences to be compared."""
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        """Set the first sequence to be compared."""
        if a is self.a:
            return
        self.a = a
        self._found = None
        self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        """Set the second sequence to be compared."""
        if b is self.b:
            return
        self.b = b
        self._found = None
        self.matching_blocks = self.opcodes = None
        self.fullbcount = None
        places = {}
        for i, element in enumerate(b):
            if element in places:
                places[element].append(i)
            else:
                places[element] = [i]
        self.bjunk = set()
        if self.isjunk:
            for element in places:
                if self.isjunk(element):
                    self.bjunk.add(element)
            for element in self.bjunk:
                del places[element]
        self.bpopular = set()
        if self.autojunk and len(b) >= 200:
            most = len(b) // 100 + 1
            for element, where in places.items():
                if len(where) > most:
                    self.bpopular.add(element)
            for element in self.bpopular:
                del places[element]
        self.b2j = places

    def _numbers(self):
        if self._found is None:
            self._found = _index(self.a, self.b, self.b2j, self.bjunk)
        return self._found

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """Find longest matching block in a[alo:ahi] and b[blo:bhi]."""
        if ahi is None:
            ahi = len(self.a)
        if bhi is None:
            bhi = len(self.b)
        return Match(*self._numbers().longest(alo, ahi, blo, bhi))

    def get_matching_blocks(self):
        """Return list of triples describing matching subsequences."""
        if self.matching_blocks is None:
            blocks = [Match(*found) for found in self._numbers().blocks()]
            blocks.append(Match(len(self.a), len(self.b), 0))
            self.matching_blocks = blocks
        return self.matching_blocks

    def get_opcodes(self):
        """Return list of 5-tuples describing how to turn a into b."""
        if self.opcodes is None:
            codes = []
            i = j = 0
            for ai, bj, size in self.get_matching_blocks():
                if i < ai or j < bj:
                    tag = 'replace' if i < ai and j < bj else 'delete' if i < ai else 'insert'
                    codes.append((tag, i, ai, j, bj))
                i, j = ai + size, bj + size
                if size:
                    codes.append(('equal', ai, i, bj, j))
            self.opcodes = codes
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        """Isolate change clusters by eliminating ranges with no changes."""
        codes = self.get_opcodes() or [('equal', 0, 1, 0, 1)]
        last = len(codes) - 1
        group = []
        for at, (tag, i1, i2, j1, j2) in enumerate(codes):
            if tag == 'equal':
                # Of what is the same, n lines are kept on each side of a change: none before the first, none behind the last.
                if at == 0:
                    i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
                if at == last:
                    i2, j2 = min(i2, i1 + n), min(j2, j1 + n)
                if i2 - i1 > 2 * n:
                    yield group + [(tag, i1, i1 + n, j1, j1 + n)]
                    group = []
                    i1, j1 = i2 - n, j2 - n
            group.append((tag, i1, i2, j1, j2))
        if [code[0] for code in group] != ['equal']:
            yield group

    def ratio(self):
        """Return a measure of the sequences' similarity (float in [0,1])."""
        same = sum([size for _, _, size in self.get_matching_blocks()])
        return _ratio(same, len(self.a) + len(self.b))

    def quick_ratio(self):
        """Return an upper bound on ratio() relatively quickly."""
        if self.fullbcount is None:
            counts = {}
            for element in self.b:
                counts[element] = counts.get(element, 0) + 1
            self.fullbcount = counts
        left = dict(self.fullbcount)
        same = 0
        for element in self.a:
            n = left.get(element, 0)
            if n > 0:
                same += 1
                left[element] = n - 1
        return _ratio(same, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """Return an upper bound on ratio() very quickly."""
        la, lb = len(self.a), len(self.b)
        return _ratio(min(la, lb), la + lb)

    def __class_getitem__(cls, item):
        return cls


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """Use SequenceMatcher to return list of the best "good enough" matches."""
    if not n > 0:
        raise ValueError('n must be > 0: %r' % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError('cutoff must be in [0.0, 1.0]: %r' % (cutoff,))
    scored = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for other in possibilities:
        matcher.set_seq1(other)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff:
            score = matcher.ratio()
            if score >= cutoff:
                scored.append((score, other))
    return [other for _, other in _nlargest(n, scored)]


def _with_blanks(line, tags):
    # The tags under a line stand where its tabs and spaces put them.
    return ''.join([c if tag == ' ' and c.isspace() else tag for c, tag in zip(line, tags)]).rstrip()


class Differ:
    """Compares sequences of lines of text, producing human-readable differences or deltas."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        """Compare two sequences of lines; generate the resulting delta."""
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == 'replace':
                yield from self._similar(a, alo, ahi, b, blo, bhi)
            elif tag == 'delete':
                yield from self._marked('-', a, alo, ahi)
            elif tag == 'insert':
                yield from self._marked('+', b, blo, bhi)
            else:
                yield from self._marked(' ', a, alo, ahi)

    def _marked(self, tag, lines, lo, hi):
        for i in range(lo, hi):
            yield f'{tag} {lines[i]}'

    def _replaced(self, a, alo, ahi, b, blo, bhi):
        # The shorter side first.
        if bhi - blo < ahi - alo:
            yield from self._marked('+', b, blo, bhi)
            yield from self._marked('-', a, alo, ahi)
        else:
            yield from self._marked('-', a, alo, ahi)
            yield from self._marked('+', b, blo, bhi)

    def _either(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            yield from self._similar(a, alo, ahi, b, blo, bhi)
        elif alo < ahi:
            yield from self._marked('-', a, alo, ahi)
        elif blo < bhi:
            yield from self._marked('+', b, blo, bhi)

    def _similar(self, a, alo, ahi, b, blo, bhi):
        # The two lines that are most alike divide both sides; only if no two are
        # alike enough, two equal ones do (they are junk, or they would have matched).
        best, at, equal = 0.74, None, None
        matcher = SequenceMatcher(self.charjunk)
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    if equal is None:
                        equal = i, j
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, at = matcher.ratio(), (i, j)
        if best >= 0.75:
            equal = None
        elif equal is None:
            yield from self._replaced(a, alo, ahi, b, blo, bhi)
            return
        else:
            at = equal
        i, j = at
        yield from self._either(a, alo, i, b, blo, j)
        if equal is not None:
            yield '  ' + a[i]
        else:
            matcher.set_seqs(a[i], b[j])
            under_a = under_b = ''
            for tag, i1, i2, j1, j2 in matcher.get_opcodes():
                marks = {'replace': '^^', 'delete': '- ', 'insert': ' +', 'equal': '  '}[tag]
                under_a += marks[0] * (i2 - i1)
                under_b += marks[1] * (j2 - j1)
            yield from self._quadruple(a[i], b[j], under_a, under_b)
        yield from self._either(a, i + 1, ahi, b, j + 1, bhi)

    def _quadruple(self, line_a, line_b, under_a, under_b):
        for tag, line, under in (('-', line_a, under_a), ('+', line_b, under_b)):
            yield tag + ' ' + line
            under = _with_blanks(line, under)
            if under:
                yield f'? {under}\n'


def IS_LINE_JUNK(line, pat=_re.compile(r'\s*(?:#\s*)?$').match):
    """Return True for ignorable line: if line is blank or contains a single '#'."""
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    """Return True for ignorable character: iff ch is a space or tab."""
    return ch in ws


def _checked(a, b, *texts):
    # The first line stands for all, as in CPython.
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError('lines to compare must be str, not %s (%r)' % (type(lines[0]).__name__, lines[0]))
    for text in texts:
        if not isinstance(text, str):
            raise TypeError('all arguments must be str, not: %r' % (text,))


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """Compare two sequences of lines; generate the delta as a unified diff."""
    _checked(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def where(start, stop):
        length = stop - start
        if length == 1:
            return f'{start + 1}'
        return f'{start + 1 if length else start},{length}'

    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            for mark, name, date in (('---', fromfile, fromfiledate), ('+++', tofile, tofiledate)):
                date = '\t' + date if date else ''
                yield f'{mark} {name}{date}{lineterm}'
        first, last = group[0], group[-1]
        yield f'@@ -{where(first[1], last[2])} +{where(first[3], last[4])} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                for line in a[i1:i2]:
                    yield ' ' + line
                continue
            if tag != 'insert':
                for line in a[i1:i2]:
                    yield '-' + line
            if tag != 'delete':
                for line in b[j1:j2]:
                    yield '+' + line


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """Compare two sequences of lines; generate the delta as a context diff."""
    _checked(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def where(start, stop):
        length = stop - start
        if length <= 1:
            return f'{start + length}'
        return f'{start + 1},{stop}'

    marks = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            for mark, name, date in (('***', fromfile, fromfiledate), ('---', tofile, tofiledate)):
                date = '\t' + date if date else ''
                yield f'{mark} {name}{date}{lineterm}'
        first, last = group[0], group[-1]
        yield '***************' + lineterm
        yield f'*** {where(first[1], last[2])} ****{lineterm}'
        if any([code[0] in ('replace', 'delete') for code in group]):
            for tag, i1, i2, _, _ in group:
                if tag != 'insert':
                    for line in a[i1:i2]:
                        yield marks[tag] + line
        yield f'--- {where(first[3], last[4])} ----{lineterm}'
        if any([code[0] in ('replace', 'insert') for code in group]):
            for tag, _, _, j1, j2 in group:
                if tag != 'delete':
                    for line in b[j1:j2]:
                        yield marks[tag] + line


def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'', tofiledate=b'', n=3, lineterm=b'\n'):
    """Compare `a` and `b`, two sequences of lines represented as bytes rather than str."""

    def text(s):
        try:
            return s.decode('ascii', 'surrogateescape')
        except AttributeError as err:
            raise TypeError('all arguments must be bytes, not %s (%r)' % (type(s).__name__, s)) from err

    a, b = list(map(text, a)), list(map(text, b))
    names = [text(s) for s in (fromfile, tofile, fromfiledate, tofiledate)]
    for line in dfunc(a, b, *names, n, text(lineterm)):
        yield line.encode('ascii', 'surrogateescape')


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """Compare `a` and `b` (lists of strings); return a `Differ`-style delta."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """Generate one of the two sequences that generated a delta."""
    try:
        tag = {1: '- ', 2: '+ '}[int(which)]
    except KeyError:
        raise ValueError('unknown delta choice (must be 1 or 2): %r' % which) from None
    for line in delta:
        if line[:2] in ('  ', tag):
            yield line[2:]
