class Pickler:
    """Writes objects to a file, one after another, each on its own: what two of them share is not shared any more."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if not hasattr(file, 'write'):
            raise TypeError("file must have a 'write' attribute")
        self._file, self._protocol = file, protocol

    def dump(self, obj, /):
        """Write a pickled representation of the given object to the open file."""
        dump(obj, self._file, self._protocol)

    def clear_memo(self):
        """Accepted: nothing is remembered from one object to the next."""


class Unpickler:
    """Reads objects from a file, one after another."""

    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()):
        if not hasattr(file, 'read') or not hasattr(file, 'readline'):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._file = file

    def load(self):
        """Load a pickle."""
        return load(self._file)
