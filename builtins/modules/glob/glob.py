# The module glob.

import fnmatch as _fnmatch
import os as _os

__all__ = ['escape', 'glob', 'iglob', 'translate']


def has_magic(s):
    """Whether s has characters that a pattern gives a meaning."""
    if isinstance(s, bytes):
        return any(c in s for c in (b'*', b'?', b'['))
    return any(c in s for c in '*?[')


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """Return a list of paths matching a pathname pattern."""
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """Return an iterator which yields the paths matching a pathname pattern."""
    pathname = _os.fspath(pathname)
    root = _os.fspath(root_dir) if root_dir is not None else pathname[:0]
    # Folders that cannot be read are passed over; one that the pattern names and
    # that may not be is an error.
    head = pathname
    while has_magic(head):
        head = _os.path.dirname(head)
    try:
        _os.lstat(_join(root, head) or _os.curdir)
    except (OSError, ValueError) as e:
        if _denied(e):
            raise
    paths = _walk(pathname, root, recursive, include_hidden, False)
    empty = pathname[:0]
    for path in paths:
        if path != empty:
            yield path


def _join(a, b):
    if not a or not b:
        return a or b
    return _os.path.join(a, b)


def _hidden(name):
    return name[:1] in ('.', b'.')


def _exists(path):
    try:
        _os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def _names(folder, only_folders):
    try:
        with _os.scandir(folder or ('.' if isinstance(folder, str) else b'.')) as it:
            out = []
            for entry in it:
                try:
                    if not only_folders or entry.is_dir():
                        out.append(entry.name)
                except OSError:
                    pass
            return out
    except OSError:
        return []


def _walk(pathname, root, recursive, hidden, only_folders):
    head, tail = _os.path.split(pathname)
    star = '**' if isinstance(pathname, str) else b'**'
    if not has_magic(pathname):
        if tail:
            if _exists(_join(root, pathname)):
                yield pathname
        elif _os.path.isdir(_join(root, head)):
            yield pathname
        return
    if not head:
        if recursive and tail == star:
            yield from _deep(root, only_folders, hidden)
        else:
            yield from _match(root, tail, only_folders, hidden)
        return
    if head != pathname and has_magic(head):
        folders = _walk(head, root, recursive, hidden, True)
    else:
        folders = [head]
    for folder in folders:
        base = _join(root, folder)
        if not has_magic(tail):
            names = _literal(base, tail)
        elif recursive and tail == star:
            names = _deep(base, only_folders, hidden)
        else:
            names = _match(base, tail, only_folders, hidden)
        for name in names:
            yield _os.path.join(folder, name)


def _literal(folder, name):
    if not name:
        return [name] if _os.path.isdir(folder) else []
    return [name] if _exists(_join(folder, name)) else []


def _match(folder, pattern, only_folders, hidden):
    names = _names(folder, only_folders)
    if not hidden and not _hidden(pattern):
        names = [n for n in names if not _hidden(n)]
    return _fnmatch.filter(names, pattern)


def _deep(folder, only_folders, hidden):
    if not folder or _os.path.isdir(folder):
        yield folder[:0]
    yield from _below(folder, only_folders, hidden)


def _below(folder, only_folders, hidden):
    for name in _names(folder, only_folders):
        if hidden or not _hidden(name):
            yield name
            path = _join(folder, name)
            for below in _below(path, only_folders, hidden):
                yield _join(name, below)


def escape(pathname):
    """Escape all special characters."""
    drive, rest = _os.path.splitdrive(pathname)
    if isinstance(rest, bytes):
        return drive + b''.join(b'[' + bytes([c]) + b']' if c in b'*?[' else bytes([c]) for c in rest)
    return drive + ''.join(f'[{c}]' if c in '*?[' else c for c in rest)


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """Translate a pathname with shell wildcards to a regular expression."""
    parts = _os.fspath(pat).split('/')
    out = []
    for i, part in enumerate(parts):
        last = i == len(parts) - 1
        if recursive and part == '**':
            one = '[^/]+' if include_hidden else '[^/.][^/]*'
            if last:
                out.append('.*' if include_hidden else f'(?:{one}/)*(?:{one})?')
            else:
                out.append(f'(?:{one}/)*')
            continue
        body = _fnmatch.translate(part)[4:-3].replace('.*', '[^/]*') if part else ''
        if part == '*':
            body = '[^/]+' if include_hidden else '[^/.][^/]*'
        elif part[:1] in '*?[' and part and not include_hidden:
            body = r'(?!\.)' + body
        out.append(body if last else body + '/')
    return f"(?s:{''.join(out)})\\Z"
