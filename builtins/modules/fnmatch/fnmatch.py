# The module fnmatch.

import os as _os
import re as _re

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']

_cache = {}


def _compiled(pat):
    found = _cache.get(pat)
    if found is None:
        if isinstance(pat, bytes):
            found = _re.compile(translate(pat.decode('latin-1')).encode('latin-1')).match
        else:
            found = _re.compile(translate(pat)).match
        if len(_cache) > 1000:
            _cache.clear()
        _cache[pat] = found
    return found


def fnmatch(name, pat):
    """Test whether FILENAME matches PATTERN."""
    return fnmatchcase(_os.path.normcase(name), _os.path.normcase(pat))


def fnmatchcase(name, pat):
    """Test whether FILENAME matches PATTERN, including case."""
    return _compiled(pat)(name) is not None


def filter(names, pat):
    """Construct a list from those elements of the iterable NAMES that match PAT."""
    match = _compiled(_os.path.normcase(pat))
    return [n for n in names if match(_os.path.normcase(n)) is not None]


def translate(pat):
    """Translate a shell PATTERN to a regular expression."""
    out = []
    i, n = 0, len(pat)
    while i < n:
        c = pat[i]
        i += 1
        if c == '*':
            if not out or out[-1] != '.*':
                out.append('.*')
        elif c == '?':
            out.append('.')
        elif c == '[':
            j = i
            if j < n and pat[j] == '!':
                j += 1
            if j < n and pat[j] == ']':
                j += 1
            while j < n and pat[j] != ']':
                j += 1
            if j >= n:
                out.append('\\[')
                continue
            body = pat[i:j]
            i = j + 1
            negated = body[:1] == '!'
            if negated:
                body = body[1:]
            # Ranges that are empty match nothing.
            parts, k = [], 0
            while k < len(body):
                if k + 2 < len(body) and body[k + 1] == '-':
                    if body[k] <= body[k + 2]:
                        parts.append(_member(body[k]) + '-' + _member(body[k + 2]))
                    k += 3
                else:
                    parts.append(_member(body[k]))
                    k += 1
            if not parts:
                out.append('.' if negated else '(?!)')
            else:
                out.append('[' + ('^' if negated else '') + ''.join(parts) + ']')
        else:
            out.append(_re.escape(c))
    return f"(?s:{''.join(out)})\\Z"


def _member(c):
    return '\\' + c if c in '\\]^-[&~|' else c
