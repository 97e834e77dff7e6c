# The module filecmp.

import os
import stat

__all__ = ['clear_cache', 'cmp', 'dircmp', 'cmpfiles', 'DEFAULT_IGNORES']

DEFAULT_IGNORES = ['RCS', 'CVS', 'tags', '.git', '.hg', '.bzr', '_darcs', '__pycache__']
BUFSIZE = 64 * 1024
_cache = {}


def clear_cache():
    """Clear the filecmp cache."""
    _cache.clear()


def _signature(path):
    st = os.stat(path)
    return stat.S_IFMT(st.st_mode), st.st_size, st.st_mtime


def cmp(f1, f2, shallow=True):
    """Compare two files."""
    s1, s2 = _signature(f1), _signature(f2)
    if s1[0] != stat.S_IFREG or s2[0] != stat.S_IFREG:
        return False
    if shallow and s1 == s2:
        return True
    if s1[1] != s2[1]:
        return False
    key = f1, f2, s1, s2
    if key not in _cache:
        if len(_cache) > 100:
            clear_cache()
        _cache[key] = _same(f1, f2)
    return _cache[key]


def _same(f1, f2):
    with open(f1, 'rb') as a, open(f2, 'rb') as b:
        while True:
            x, y = a.read(BUFSIZE), b.read(BUFSIZE)
            if x != y:
                return False
            if not x:
                return True


def cmpfiles(a, b, common, shallow=True):
    """Compare common files in two directories: equal ones, others, and those that could not be compared."""
    found = [], [], []
    for name in common:
        try:
            kind = 0 if cmp(os.path.join(a, name), os.path.join(b, name), shallow) else 1
        except (OSError, ValueError):
            kind = 2
        found[kind].append(name)
    return found


class dircmp:
    """A class that manages the comparison of 2 directories."""

    _LAZY = {
        'left_list': '_lists', 'right_list': '_lists', 'common': '_names', 'left_only': '_names', 'right_only': '_names', 'common_dirs': '_kinds',
        'common_files': '_kinds', 'common_funny': '_kinds', 'same_files': '_files', 'diff_files': '_files', 'funny_files': '_files', 'subdirs': '_folders',
    }

    def __init__(self, a, b, ignore=None, hide=None, *, shallow=True):
        self.left, self.right = a, b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore
        self.shallow = shallow

    def __getattr__(self, name):
        if name not in self._LAZY:
            raise AttributeError(name)
        getattr(self, self._LAZY[name])()
        return self.__dict__[name]

    def _lists(self):
        skip = set(self.hide) | set(self.ignore)
        self.left_list = sorted([name for name in os.listdir(self.left) if name not in skip])
        self.right_list = sorted([name for name in os.listdir(self.right) if name not in skip])

    def _names(self):
        left, right = set(self.left_list), set(self.right_list)
        self.common = [name for name in self.left_list if name in right]
        self.left_only = [name for name in self.left_list if name not in right]
        self.right_only = [name for name in self.right_list if name not in left]

    def _kinds(self):
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:
            try:
                kinds = {stat.S_IFMT(os.stat(os.path.join(folder, name)).st_mode) for folder in (self.left, self.right)}
            except OSError:
                kinds = set()
            if kinds == {stat.S_IFDIR}:
                self.common_dirs.append(name)
            elif kinds == {stat.S_IFREG}:
                self.common_files.append(name)
            else:
                self.common_funny.append(name)

    def _files(self):
        self.same_files, self.diff_files, self.funny_files = cmpfiles(self.left, self.right, self.common_files, self.shallow)

    def _folders(self):
        self.subdirs = {name: self.__class__(os.path.join(self.left, name), os.path.join(self.right, name), self.ignore, self.hide, shallow=self.shallow)
                        for name in self.common_dirs}

    def report(self):
        """Print a report on the differences between a and b."""
        print('diff', self.left, self.right)
        for words, names in ((f'Only in {self.left} :', self.left_only), (f'Only in {self.right} :', self.right_only), ('Identical files :', self.same_files),
                             ('Differing files :', self.diff_files), ('Trouble with common files :', self.funny_files),
                             ('Common subdirectories :', self.common_dirs), ('Common funny cases :', self.common_funny)):
            if names:
                names.sort()
                print(words, names)

    def report_partial_closure(self):
        """Print reports on self and on subdirs."""
        self.report()
        for sub in self.subdirs.values():
            print()
            sub.report()

    def report_full_closure(self):
        """Report on self and subdirs recursively."""
        self.report()
        for sub in self.subdirs.values():
            print()
            sub.report_full_closure()
