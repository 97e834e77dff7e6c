# The module unittest.mock: patch, autospec, mock_open.

def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, _eat_self=False, **kwargs):
    """Create a mock object using another object as a spec: its attributes have specs in turn, calls are checked."""
    if _is_mock(spec):
        raise InvalidSpecError(f'Cannot autospec a Mock object. [object={spec!r}]')
    is_type = isinstance(spec, type)
    # An instance of a class is callable if its class says so.
    calls = hasattr(spec, '__call__') and any('__call__' in c.__dict__ for c in spec.__mro__) if is_type and instance else callable(spec)
    options = {'spec_set' if spec_set else 'spec': spec}
    if spec is None:
        options = {}
    return_value = kwargs.pop('return_value', DEFAULT)
    side_effect = kwargs.pop('side_effect', None)
    name = kwargs.pop('name', _name)
    kind = MagicMock if calls else NonCallableMagicMock
    mock = kind(parent=_parent, _new_parent=_parent, _new_name='' if _parent is None else name, name=name,
                _spec_as_instance=instance, _eat_self=_eat_self, unsafe=unsafe, **options)
    if spec is not None:
        mock.__dict__['_mock_autospec'] = (spec, spec_set, instance or is_type)
    if calls and return_value is not DEFAULT:
        mock.return_value = return_value
    elif calls and is_type and not instance:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name='()', _parent=mock)
    if side_effect is not None:
        mock.side_effect = side_effect
    if kwargs:
        mock.configure_mock(**kwargs)
    return mock


def _resolve(name):
    # The object of a dotted name: modules as far as they go, then attributes.
    parts = name.split('.')
    path = parts[0]
    found = __import__(path)
    for part in parts[1:]:
        path += '.' + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(path)
            found = getattr(found, part)
    return found


def _split_target(target):
    try:
        owner, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    return lambda: _resolve(owner), attribute


_builtin_names = {name for name in dir(_builtins) if not name.startswith('_')}


class _Patcher:
    # What patches have in common: decorators, start and stop.

    attribute_name = None
    _active_patches = []

    def decorate_class(self, klass):
        for name in dir(klass):
            if name.startswith(patch.TEST_PREFIX):
                value = getattr(klass, name)
                if callable(value):
                    setattr(klass, name, self.copy()(value))
        return klass

    def start(self):
        """Activate a patch, returning any created mock."""
        result = self.__enter__()
        _Patcher._active_patches.append(self)
        return result

    def stop(self):
        """Stop an active patch."""
        for i, active in enumerate(_Patcher._active_patches):
            if active is self:
                del _Patcher._active_patches[i]
                return self.__exit__(None, None, None)
        return None


class _patch(_Patcher):
    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        if not unsafe:
            for typo in ('autospect', 'auto_spec', 'set_spec'):
                if typo in kwargs:
                    raise RuntimeError(f"{typo!r} might be a typo; use unsafe=True if this is intended")
        for what, value in (('spec', spec), ('spec_set', spec_set)):
            if _is_mock(value):
                raise InvalidSpecError(f'Cannot spec attr {attribute!r} as the {what} has already been mocked out. [{what}={value!r}]')
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.spec_set = spec_set
        self.autospec = autospec
        self.kwargs = kwargs
        self.additional_patchers = []

    def copy(self):
        other = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                       self.new_callable, self.kwargs)
        other.attribute_name = self.attribute_name
        other.additional_patchers = [p.copy() for p in self.additional_patchers]
        return other

    def __call__(self, func):
        if isinstance(func, type):
            return self.decorate_class(func)
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func
        patchings = [self]

        @_functools.wraps(func)
        def patched(*args, **kwargs):
            with _contextlib.ExitStack() as stack:
                extra = []
                for patching in patchings:
                    made = stack.enter_context(patching)
                    if patching.attribute_name is not None:
                        kwargs.update(made)
                    elif patching.new is DEFAULT:
                        extra.append(made)
                return func(*args, *extra, **kwargs)

        patched.patchings = patchings
        return patched

    def _original(self):
        # The object that is there, and whether it is the target's own.
        target, name = self.target, self.attribute
        own = getattr(target, '__dict__', {})
        if name in own:
            return own[name], True
        original = getattr(target, name, DEFAULT)
        create = self.create or name in _builtin_names and isinstance(target, _types.ModuleType)
        if original is DEFAULT and not create:
            raise AttributeError("%s does not have the attribute %r" % (target, name))
        return original, False

    def _make(self, original):
        # The mock that takes its place.
        spec, spec_set = self.spec or None, self.spec_set or None
        if spec is True:
            spec, spec_set = (None, original) if spec_set is True else (original, spec_set)
        elif spec is not None and spec_set is True:
            spec, spec_set = None, spec
        elif spec_set is True:
            spec_set = original
        pattern = spec if spec_set is None else spec_set
        if pattern is not None and original is DEFAULT:
            raise TypeError("Can't use 'spec' with create=True")
        listed = isinstance(pattern, (list, tuple))
        kind = self.new_callable
        if kind is None:
            callable_ = pattern is None or ('__call__' in pattern if listed else callable(pattern))
            kind = MagicMock if callable_ else NonCallableMagicMock
        options = {}
        if spec is not None:
            options['spec'] = spec
        if spec_set is not None:
            options['spec_set'] = spec_set
        of_ours = isinstance(kind, type) and issubclass(kind, NonCallableMock)
        if of_ours and self.attribute:
            options['name'] = self.attribute
        options.update(self.kwargs)
        new = kind(**options)
        if pattern is not None and isinstance(original, type) and _is_mock(new):
            # Calling the class makes something like its instances.
            options.pop('name', None)
            result = kind
            if not listed and not any('__call__' in c.__dict__ for c in getattr(pattern, '__mro__', ())):
                result = NonCallableMagicMock
            new.return_value = result(_new_parent=new, _new_name='()', **options)
        return new

    def __enter__(self):
        """Perform the patch."""
        self.target = self.getter()
        autospec = self.autospec or None
        if self.spec and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (self.spec or autospec is not None) and self.spec_set not in (True, False, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        original, self.is_local = self._original()
        new = self.new
        if autospec is not None:
            if new is not DEFAULT:
                raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
            if original is DEFAULT:
                raise TypeError("Can't use 'autospec' with create=True")
            new = create_autospec(original if autospec is True else autospec, spec_set=bool(self.spec_set),
                                  _name=self.attribute, **self.kwargs)
        elif new is DEFAULT:
            new = self._make(original)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original = original
        self._stack = _contextlib.ExitStack()
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            made = {self.attribute_name: new} if self.new is DEFAULT else {}
            for patching in self.additional_patchers:
                arg = self._stack.enter_context(patching)
                if patching.new is DEFAULT:
                    made.update(arg)
            return made
        except BaseException:
            if not self.__exit__(*_sys.exc_info()):
                raise

    def __exit__(self, *exc_info):
        """Undo the patch."""
        target, name, original = self.target, self.attribute, self.temp_original
        if self.is_local and original is not DEFAULT:
            setattr(target, name, original)
        else:
            delattr(target, name)
            if original is not DEFAULT and not self.create and not hasattr(target, name):
                setattr(target, name, original)  # a slot, or what the target made up
        stack = self._stack
        del self.target, self.is_local, self.temp_original, self._stack
        return stack.__exit__(*exc_info)


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """Replace the object of a dotted name in a function, a with statement or between start() and stop()."""
    getter, attribute = _split_target(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """Replace an attribute of an object."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Replace several attributes of one object."""
    getter = (lambda: _resolve(target)) if type(target) is str else (lambda: target)
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    patchers = []
    for attribute, new in kwargs.items():
        one = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        one.attribute_name = attribute
        patchers.append(one)
    patchers[0].additional_patchers = patchers[1:]
    return patchers[0]


class _patch_dict(_Patcher):
    """Replace items of a dictionary, or an object like one."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear
        self._original = None

    def copy(self):
        return _patch_dict(self.in_dict, self.values, self.clear)

    def __call__(self, f):
        if isinstance(f, type):
            return self.decorate_class(f)

        @_functools.wraps(f)
        def inner(*args, **kw):
            with self:
                return f(*args, **kw)

        return inner

    @staticmethod
    def _fill(target, values):
        try:
            target.update(values)
        except AttributeError:
            for key in values:
                target[key] = values[key]

    @staticmethod
    def _empty(target):
        try:
            target.clear()
        except AttributeError:
            for key in list(target):
                del target[key]

    def __enter__(self):
        """Patch the dict."""
        if isinstance(self.in_dict, str):
            self.in_dict = _resolve(self.in_dict)
        target = self.in_dict
        try:
            self._original = target.copy()
        except AttributeError:
            self._original = {key: target[key] for key in target}
        if self.clear:
            self._empty(target)
        self._fill(target, self.values)
        return target

    def __exit__(self, *args):
        """Unpatch the dict."""
        if self._original is not None:
            self._empty(self.in_dict)
            self._fill(self.in_dict, self._original)
        return False


def _stop_all():
    """Stop all active patches. LIFO to unroll nested patches."""
    while _Patcher._active_patches:
        _Patcher._active_patches[-1].stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = 'test'

_file_names = sorted(set(dir(_io.TextIOWrapper)) | set(dir(_io.BytesIO)) | {
    '__enter__', '__exit__', '__iter__', '__next__', 'read', 'readline', 'readlines', 'write', 'writelines', 'close',
    'closed', 'flush', 'seek', 'tell', 'truncate', 'name', 'mode', 'encoding', 'fileno', 'isatty', 'readable',
    'writable', 'seekable', 'buffer', 'detach', 'readinto', 'getvalue'})


def mock_open(mock=None, read_data=''):
    """A helper function to create a mock to replace the use of `open`."""
    def stream():
        return _io.BytesIO(read_data) if isinstance(read_data, bytes) else _io.StringIO(read_data)

    data = stream()
    if mock is None:
        mock = MagicMock(name='open', spec=open)
    handle = MagicMock(spec=_file_names)
    handle.__enter__.return_value = handle
    for name in ('write', 'read', 'readline', 'readlines'):
        getattr(handle, name).return_value = None

    # A return value that a test has set goes before the data.
    def read(*args, **kwargs):
        value = handle.read.return_value
        return data.read(*args, **kwargs) if value is None else value

    def readlines(*args, **kwargs):
        value = handle.readlines.return_value
        return data.readlines(*args, **kwargs) if value is None else value

    def readline(*args, **kwargs):
        value = handle.readline.return_value
        return data.readline(*args, **kwargs) if value is None else value

    def lines():
        while handle.readline.return_value is not None:
            yield handle.readline.return_value
        yield from data

    def next_line():
        value = handle.readline.return_value
        return next(data) if value is None else value

    handle.read.side_effect = read
    handle.readlines.side_effect = readlines
    handle.readline.side_effect = readline
    handle.__iter__.side_effect = lines
    handle.__next__.side_effect = next_line
    handle.__exit__.side_effect = lambda *exc: handle.close() and None

    def opened(*args, **kwargs):
        nonlocal data
        data = stream()
        return DEFAULT

    mock.side_effect = opened
    mock.return_value = handle
    return mock
