# The module fileinput.

import io
import os
import sys

__all__ = ['input', 'close', 'nextfile', 'filename', 'lineno', 'filelineno', 'fileno', 'isfirstline', 'isstdin', 'FileInput', 'hook_compressed', 'hook_encoded']

_state = None


def input(files=None, inplace=False, backup='', *, mode='r', openhook=None, encoding=None, errors=None):
    """Return an instance of the FileInput class, which can be iterated."""
    global _state
    if _state and _state._file:
        raise RuntimeError('input() already active')
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def close():
    """Close the sequence."""
    global _state
    state, _state = _state, None
    if state:
        state.close()


def _active():
    if not _state:
        raise RuntimeError('no active input()')
    return _state


def nextfile():
    """Close the current file so that the next iteration will read the first line from the next file (if any)."""
    return _active().nextfile()


def filename():
    """Return the name of the file currently being read."""
    return _active().filename()


def lineno():
    """Return the cumulative line number of the line that has just been read."""
    return _active().lineno()


def filelineno():
    """Return the line number in the current file."""
    return _active().filelineno()


def fileno():
    """Return the file number of the current file."""
    return _active().fileno()


def isfirstline():
    """Returns true the line just read is the first line of its file, otherwise returns false."""
    return _active().isfirstline()


def isstdin():
    """Returns true if the last line was read from sys.stdin, otherwise returns false."""
    return _active().isstdin()


class FileInput:
    """FileInput([files[, inplace[, backup]]], *, mode=None, openhook=None)"""

    def __init__(self, files=None, inplace=False, backup='', *, mode='r', openhook=None, encoding=None, errors=None):
        if isinstance(files, (str, os.PathLike)):
            files = (os.fspath(files),)
        elif files is None:
            files = tuple(sys.argv[1:]) or ('-',)
        else:
            files = tuple(files) or ('-',)
        self._files = files
        self._inplace, self._backup = inplace, backup
        self._lineno = self._filelineno = 0
        self._output = self._stdout = self._file = self._backupname = None
        self._filename = None
        self._isstdin = False
        if mode not in ('r', 'rb'):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        self._mode = mode
        self._encoding, self._errors = encoding, errors
        if openhook:
            if inplace:
                raise ValueError('FileInput cannot use an opening hook in inplace mode')
            if not callable(openhook):
                raise ValueError('FileInput openhook must be callable')
        self._openhook = openhook

    def close(self):
        try:
            self.nextfile()
        finally:
            self._files = ()

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def nextfile(self):
        stdout, self._stdout = self._stdout, None
        if stdout:
            sys.stdout = stdout
        output, self._output = self._output, None
        if output:
            output.close()
        file, self._file = self._file, None
        if file and not self._isstdin:
            file.close()
        backup, self._backupname = self._backupname, None
        if backup and not self._backup:
            try:
                os.unlink(backup)
            except OSError:
                pass
        self._isstdin = False

    def readline(self):
        while True:
            if self._file is None:
                if not self._files:
                    return b'' if 'b' in self._mode else ''
                self._open()
            line = self._file.readline()
            if line:
                self._lineno += 1
                self._filelineno += 1
                return line
            self.nextfile()

    def _open(self):
        self._filename, self._files = self._files[0], self._files[1:]
        self._filelineno = 0
        binary = 'b' in self._mode
        encoding = None if binary else io.text_encoding(self._encoding)
        if self._filename == '-':
            self._filename = '<stdin>'
            self._file = getattr(sys.stdin, 'buffer', sys.stdin) if binary else sys.stdin
            self._isstdin = True
        elif self._inplace:
            self._backupname = os.fspath(self._filename) + (self._backup or '.bak')
            try:
                os.unlink(self._backupname)
            except OSError:
                pass
            os.rename(self._filename, self._backupname)
            self._file = open(self._backupname, self._mode, encoding=encoding, errors=self._errors)
            self._output = open(self._filename, self._mode.replace('r', 'w'), encoding=encoding, errors=self._errors)
            self._stdout, sys.stdout = sys.stdout, self._output
        elif self._openhook:
            if self._encoding is None and self._errors is None:
                self._file = self._openhook(self._filename, self._mode)
            else:
                self._file = self._openhook(self._filename, self._mode, encoding=self._encoding, errors=self._errors)
        else:
            self._file = open(self._filename, self._mode, encoding=encoding, errors=self._errors)

    def filename(self):
        return self._filename

    def lineno(self):
        return self._lineno

    def filelineno(self):
        return self._filelineno

    def fileno(self):
        if self._file:
            try:
                return self._file.fileno()
            except ValueError:
                return -1
        return -1

    def isfirstline(self):
        return self._filelineno == 1

    def isstdin(self):
        return self._isstdin


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    binary = 'b' in mode
    if not binary and encoding is None:
        encoding = 'locale'
    match os.path.splitext(filename)[1]:
        case '.gz':
            from gzip import open as unpack
        case '.bz2':
            from bz2 import open as unpack
        case _:
            return open(filename, mode, encoding=encoding, errors=errors)
    stream = unpack(filename, mode if binary else mode + 'b')
    return stream if binary else io.TextIOWrapper(stream, encoding=encoding, errors=errors)


def hook_encoded(encoding, errors=None):
    def openhook(filename, mode):
        return open(filename, mode, encoding=encoding, errors=errors)
    return openhook
