# The module contextvars. Each thread has a context of its own.

import threading as _threading

__all__ = ['Context', 'ContextVar', 'Token', 'copy_context']

_state = _threading.local()
_unset = object()


def _current():
    found = getattr(_state, 'context', None)
    if found is None:
        found = _state.context = Context()
    return found


class Context:
    """A mapping of context variables to their values."""

    def __init__(self):
        self._values = {}
        self._entered = False

    def run(self, callable, *args, **kwargs):
        """Execute callable(*args, **kwargs) in this context."""
        if self._entered:
            raise RuntimeError(f'cannot enter context: {self!r} is already entered')
        outer = _current()
        self._entered, _state.context = True, self
        try:
            return callable(*args, **kwargs)
        finally:
            self._entered, _state.context = False, outer

    def copy(self):
        """Return a shallow copy of the context object."""
        other = Context()
        other._values = dict(self._values)
        return other

    def __getitem__(self, var):
        return self._values[var]

    def __contains__(self, var):
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def get(self, var, default=None):
        return self._values.get(var, default)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()


class Token:
    """What set() returns, for reset()."""

    MISSING = _unset

    def __init__(self, var, old, context):
        self.var = var
        self.old_value = old
        self._context = context
        self._used = False


class ContextVar:
    """A context variable."""

    def __init__(self, name, *, default=_unset):
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self.name = name
        self._default = default

    def __class_getitem__(cls, item):
        return cls

    def get(self, default=_unset, /):
        """Return a value for the context variable for the current context."""
        value = _current()._values.get(self, _unset)
        if value is not _unset:
            return value
        if default is not _unset:
            return default
        if self._default is not _unset:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        """Call to set a new value for the context variable in the current context."""
        context = _current()
        token = Token(self, context._values.get(self, _unset), context)
        context._values[self] = value
        return token

    def reset(self, token, /):
        """Reset the context variable to what it was before set() returned the token."""
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        if token.var is not self:
            raise ValueError(f'{token!r} was created by a different ContextVar')
        if token._context is not _current():
            raise ValueError(f'{token!r} was created in a different Context')
        token._used = True
        if token.old_value is _unset:
            del token._context._values[self]
        else:
            token._context._values[self] = token.old_value


def copy_context():
    """Return a copy of the current context."""
    return _current().copy()
