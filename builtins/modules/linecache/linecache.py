# The module linecache.

import os

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

# The lines of a file with its size and time of change, by name.
cache = {}


def clearcache():
    """Clear the cache entirely."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """Get a line for a Python source file from the cache. Update the cache if it doesn't contain an entry for this file already."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    """Get the lines for a Python source file from the cache."""
    if filename in cache:
        return cache[filename][2]
    return updatecache(filename, module_globals)


def checkcache(filename=None):
    """Discard cache entries that are out of date."""
    for name in list(cache) if filename is None else [filename] if filename in cache else []:
        size, mtime, _, full = cache[name]
        if mtime is None:
            continue
        try:
            st = os.stat(full)
        except (OSError, ValueError):
            del cache[name]
            continue
        if size != st.st_size or mtime != st.st_mtime:
            del cache[name]


def updatecache(filename, module_globals=None):
    """Update a cache entry and return its list of lines."""
    cache.pop(filename, None)
    if not filename or filename.startswith('<') and filename.endswith('>'):
        return []
    try:
        st = os.stat(filename)
        with open(filename, encoding='utf-8') as file:
            lines = file.readlines()
    except (OSError, UnicodeDecodeError, SyntaxError, ValueError):
        return []
    if not lines:
        lines = ['\n']
    elif not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = st.st_size, st.st_mtime, lines, filename
    return lines


def lazycache(filename, module_globals):
    """Seed the cache for filename with module_globals."""
    return False
