import collections as _collections

DecimalTuple = _collections.namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')


class _LocalContext:
    def __init__(self, context):
        self._context = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, *exc):
        setcontext(self._saved)


def localcontext(ctx=None, **kwargs):
    """Return a context manager that will set the default context to a copy of ctx on entry to the
    with-statement and restore the previous default context when exiting the with-statement."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError('optional argument must be a context')
    ctx = ctx.copy()
    for name, value in kwargs.items():
        if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError(f"localcontext() got an unexpected keyword argument '{name}'")
        setattr(ctx, name, value)
    return _LocalContext(ctx)


def _register():
    import numbers
    numbers.Number.register(Decimal)


_register()
