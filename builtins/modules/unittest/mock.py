# The module unittest.mock: mocks. It continues calls.py.

# Magic methods.

_numerics = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow'
_set_up = {'__%s__' % name for name in (
    'lt gt le ge eq ne getitem setitem delitem len contains str sizeof enter exit divmod rdivmod neg pos abs invert '
    'complex int float index round trunc floor ceil bool next fspath hash iter ' + _numerics + ' '
    + ' '.join('i' + name for name in _numerics.split())).split()}
_settable = {'__%s__' % name for name in (
    'get set delete reversed missing reduce getinitargs getnewargs getstate setstate getformat repr dir subclasses '
    'format getnewargs_ex call ' + ' '.join('r' + name for name in _numerics.split())).split()}
_magics = _set_up | _settable
_unsupported = {'__getattr__', '__setattr__', '__init__', '__new__', '__prepare__', '__instancecheck__',
                '__subclasscheck__', '__del__'}

_magic_results = {
    '__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented, '__ge__': NotImplemented, '__int__': 1,
    '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j, '__float__': 1.0, '__bool__': True,
    '__index__': 1,
}


def _magic_effect(mock, name):
    # What a magic method that nobody has configured does: (return value, side effect).
    if name in _magic_results:
        return _magic_results[name], None
    if name == '__hash__':
        return object.__hash__(mock), None
    if name == '__str__':
        return repr(mock), None
    if name == '__sizeof__':
        return 16, None
    if name == '__fspath__':
        return f"{type(mock).__name__}/{mock._extract_mock_name()}/{id(mock)}", None
    if name == '__eq__':
        return DEFAULT, lambda other: _configured(mock, name, lambda: True if mock is other else NotImplemented)
    if name == '__ne__':
        return DEFAULT, lambda other: _configured(mock, name, lambda: False if mock is other else NotImplemented)
    if name == '__iter__':
        return DEFAULT, lambda: iter(_configured(mock, name, lambda: ()))
    return DEFAULT, None


def _configured(mock, name, otherwise):
    value = mock._mock_children[name]._mock_return_value
    return otherwise() if value is DEFAULT else value


class _Magic:
    # Stands on a mock's class for a magic method: it becomes the mock of that method.

    def __init__(self, name):
        self.name = name

    def __get__(self, mock, cls=None):
        if mock is None:
            return self
        return mock._magic_method(self.name)


_magic_descriptors = {name: _Magic(name) for name in _set_up}


# Mocks.

_own_attributes = {'return_value', 'side_effect', 'called', 'call_count', 'call_args', 'call_args_list', 'mock_calls',
                   'method_calls'}
_refused = frozenset({'called', 'not_called', 'called_with', 'called_once', 'called_once_with', 'any_call', 'has_calls'})
_lock = _threading.RLock()


def _signature(spec, as_instance=False, eat_self=False):
    # The signature that calls are held against, or None where there is none to know.
    try:
        import inspect
    except ImportError:
        return None
    try:
        if isinstance(spec, type) and not as_instance:
            if spec.__init__ is object.__init__:
                return None
            signature, eat_self = inspect.signature(spec.__init__), True
        elif as_instance and isinstance(spec, type):
            signature, eat_self = inspect.signature(spec.__call__), True
        else:
            signature = inspect.signature(spec)
    except (TypeError, ValueError, AttributeError):
        return None
    if eat_self:
        parameters = list(signature.parameters.values())
        if parameters and parameters[0].kind in (parameters[0].POSITIONAL_ONLY, parameters[0].POSITIONAL_OR_KEYWORD):
            signature = signature.replace(parameters=parameters[1:])
    return signature


class NonCallableMock:
    """A non-callable version of `Mock`"""

    _mock_return_value = DEFAULT
    _mock_side_effect = None

    def __new__(cls, spec=None, *args, spec_set=None, **kw):
        # Every mock has a class of its own, which can have magic methods that others lack.
        return object.__new__(type(cls.__name__, (cls,), cls._class_namespace(spec if spec_set is None else spec_set)))

    @classmethod
    def _class_namespace(cls, spec):
        return {'__doc__': cls.__doc__}

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='',
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        values = self.__dict__
        values['_mock_parent'] = parent
        values['_mock_name'] = name
        values['_mock_new_name'] = _new_name
        values['_mock_new_parent'] = parent if _new_parent is None else _new_parent
        values['_mock_sealed'] = False
        if spec_set is not None:
            spec, spec_set = spec_set, True
        self._mock_add_spec(spec, spec_set, _spec_as_instance, parent is not None if _eat_self is None else _eat_self)
        values['_mock_children'] = {}
        values['_mock_autospec'] = None
        values['_mock_wraps'] = wraps
        values['_mock_unsafe'] = unsafe
        self._forget_calls()
        if kwargs:
            self.configure_mock(**kwargs)

    def _forget_calls(self):
        values = self.__dict__
        values['called'] = False
        values['call_count'] = 0
        values['call_args'] = None
        values['call_args_list'] = _CallList()
        values['mock_calls'] = _CallList()
        values['method_calls'] = _CallList()

    def _mock_add_spec(self, spec, spec_set, as_instance=False, eat_self=False):
        if _is_mock(spec):
            raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
        values = self.__dict__
        values['_spec_class'] = values['_spec_signature'] = None
        if spec is not None and not isinstance(spec, (list, tuple)):
            values['_spec_class'] = spec if isinstance(spec, type) else type(spec)
            values['_spec_signature'] = _signature(spec, as_instance, eat_self)
            spec = dir(spec)
        values['_spec_set'] = spec_set
        values['_mock_methods'] = spec

    def mock_add_spec(self, spec, spec_set=False):
        """Add a spec to a mock."""
        self._mock_add_spec(spec, spec_set)

    def attach_mock(self, mock, attribute):
        """Attach a mock as an attribute of this one, replacing its name and parent."""
        mock._mock_parent = mock._mock_new_parent = None
        mock._mock_name = ''
        mock._mock_new_name = None
        setattr(self, attribute, mock)

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    def __get_return_value(self):
        value = self._mock_return_value
        if value is DEFAULT and self._mock_wraps is None:
            value = self.return_value = self._get_child_mock(_new_parent=self, _new_name='()')
        return value

    def __set_return_value(self, value):
        self.__dict__['_mock_return_value'] = value
        _adopt(self, value, None, '()')

    return_value = property(__get_return_value, __set_return_value, doc="The value to be returned when the mock is called.")

    def __get_side_effect(self):
        return self._mock_side_effect

    def __set_side_effect(self, value):
        if value is not None and not _is_exception(value) and not callable(value):
            value = iter(value)
        self.__dict__['_mock_side_effect'] = value

    side_effect = property(__get_side_effect, __set_side_effect)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        "Restore the mock object to its initial state."
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self._forget_calls()
        if return_value:
            self.__dict__['_mock_return_value'] = DEFAULT
        if side_effect:
            self.__dict__['_mock_side_effect'] = None
        for child in self._mock_children.values():
            if _is_mock(child):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        value = self._mock_return_value
        if _is_mock(value) and value is not self:
            value.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Set attributes on the mock through keyword arguments; dots reach those of its attributes."""
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count('.')):
            *way, last = path.split('.')
            obj = self
            for name in way:
                obj = getattr(obj, name)
            setattr(obj, last, value)

    def __getattr__(self, name):
        if name.startswith('_mock_') or name in ('_spec_class', '_spec_set', '_spec_signature'):
            raise AttributeError(name)
        methods = self._mock_methods
        if methods is not None:
            if name not in methods or name in _magics:
                raise AttributeError("Mock object has no attribute %r" % name)
        elif _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (not methods or name not in methods):
            if name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')) or name in _refused:
                raise AttributeError(f"{name!r} is not a valid assertion. Use a spec "
                                     f"for the mock if {name!r} is meant to be an attribute.")
        with _lock:
            child = self._mock_children.get(name, _missing)
            if child is _deleted:
                raise AttributeError(name)
            if child is _missing:
                child = self._mock_children[name] = self._make_child(name)
        return child

    def _make_child(self, name):
        wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
        if self._mock_autospec is not None:
            spec, spec_set, instance = self._mock_autospec
            original = getattr(spec, name)
            eat_self = isinstance(spec, type) and isinstance(original, _types.FunctionType)
            return create_autospec(original, spec_set, _parent=self, _name=name, _eat_self=eat_self and instance)
        return self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)

    def _magic_method(self, name):
        children = self._mock_children
        child = children.get(name, _missing)
        if child is _deleted:
            raise AttributeError(name)
        if child is _missing:
            child = self._get_child_mock(name=name, _new_name=name, _new_parent=self)
            children[name] = child
            value, effect = _magic_effect(self, name)
            if value is not DEFAULT:
                child.return_value = value
            if effect is not None:
                child.side_effect = effect
        elif not _is_mock(child):
            return _types.MethodType(child, self)
        return child

    def __setattr__(self, name, value):
        methods = self.__dict__.get('_mock_methods')
        if name in ('return_value', 'side_effect') or name.startswith('_mock_') or name.startswith('_spec_'):
            return object.__setattr__(self, name, value)
        if self._spec_set and methods is not None and name not in methods and name not in self.__dict__:
            raise AttributeError("Mock object has no attribute '%s'" % name)
        if name in _unsupported:
            raise AttributeError('Attempting to set unsupported magic method %r.' % name)
        if name == '__class__':
            self.__dict__['_spec_class'] = value
            return
        if name in _magics:
            if methods is not None and name not in methods:
                raise AttributeError("Mock object has no attribute '%s'" % name)
            _adopt(self, value, None, name)
            self._mock_children[name] = value
            setattr(type(self), name, _Magic(name))
            return
        if self._mock_sealed and name not in self.__dict__ and name not in self._mock_children:
            raise AttributeError(f'Cannot set {self._extract_mock_name()}.{name}')
        if _adopt(self, value, name, name):
            self._mock_children[name] = value
        if isinstance(getattr(type(self), name, None), property) or isinstance(value, PropertyMock):
            self.__dict__[name] = value
            return
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        known = self._mock_children.get(name, _missing)
        if known is _deleted:
            raise AttributeError(name)
        if name in _magics and name in type(self).__dict__:
            delattr(type(self), name)
        if name in self.__dict__:
            object.__delattr__(self, name)
        self._mock_children[name] = _deleted

    def __dir__(self):
        own = [name for name, child in self._mock_children.items() if child is not _deleted]
        extra = self._mock_methods or []
        shown = set(object.__dir__(self)) | set(self.__dict__) | set(own)
        if FILTER_DIR:
            shown = {name for name in shown if not name.startswith('_') or _is_magic(name)}
        return sorted(shown | set(extra))

    def _extract_mock_name(self):
        # The dotted name by which the mock was reached.
        names, mock, sep = [self._mock_new_name], self, '.'
        if names[0] == '()':
            sep = ''
        parent = self._mock_new_parent
        while parent is not None:
            mock = parent
            names.append(parent._mock_new_name + sep)
            sep = '' if parent._mock_new_name == '()' else '.'
            parent = parent._mock_new_parent
        names.reverse()
        first = mock._mock_name or 'mock'
        if len(names) > 1 and names[1] not in ('()', '().'):
            first += '.'
        names[0] = first
        return ''.join(names)

    def __repr__(self):
        name = self._extract_mock_name()
        shown = '' if name in ('mock', 'mock.') else ' name=%r' % name
        spec = ''
        if self._spec_class is not None:
            spec = ' %s=%r' % ('spec_set' if self._spec_set else 'spec', self._spec_class.__name__)
        return "<%s%s%s id='%s'>" % (type(self).__name__, shown, spec, id(self))

    def _get_child_mock(self, /, **kw):
        """Create the child mocks for attributes and return value."""
        if self._mock_sealed:
            attribute = f".{kw['name']}" if 'name' in kw else '()'
            raise AttributeError(self._extract_mock_name() + attribute)
        kind = type(self).__mro__[1]
        if issubclass(kind, CallableMixin):
            if issubclass(kind, PropertyMock):
                kind = MagicMock
        else:
            kind = MagicMock if issubclass(kind, MagicMixin) else Mock
        return kind(**kw)

    # Assertions about calls.

    def _called_name(self):
        return self._mock_name or 'mock'

    def _calls_repr(self):
        return f"\nCalls: {_safe_repr(self.mock_calls)}." if self.mock_calls else ""

    def assert_not_called(self):
        """assert that the mock was never called."""
        if self.call_count != 0:
            raise AssertionError("Expected '%s' to not have been called. Called %s times.%s" % (
                self._called_name(), self.call_count, self._calls_repr()))

    def assert_called(self):
        """assert that the mock was called at least once"""
        if self.call_count == 0:
            raise AssertionError("Expected '%s' to have been called." % self._called_name())

    def assert_called_once(self):
        """assert that the mock was called only once."""
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to have been called once. Called %s times.%s" % (
                self._called_name(), self.call_count, self._calls_repr()))

    def _comparable(self, one):
        # A call as its signature sees it, or the TypeError of one that cannot be.
        name, args, kwargs = ('',) + tuple(one) if len(one) == 2 else tuple(one)
        signature = self._spec_signature
        if name:
            signature, mock = None, self
            for part in name.replace('()', '').split('.'):
                mock = mock._mock_children.get(part)
                if not _is_mock(mock):
                    break
                signature = mock._spec_signature
        if signature is None:
            return one
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as e:
            return e.with_traceback(None)
        return _Call((name, bound.args, bound.kwargs))

    def assert_called_with(self, /, *args, **kwargs):
        """assert that the last call was made with the specified arguments."""
        text = 'expected call not found.\nExpected: %s\n  Actual: %s'
        wanted = _format_call_signature(self._called_name(), args, kwargs)
        if self.call_args is None:
            raise AssertionError(text % (wanted, 'not called.'))
        expected = self._comparable(_Call((args, kwargs), two=True))
        if self._comparable(self.call_args) != expected:
            actual = _format_call_signature(self._called_name(), *self.call_args)
            raise AssertionError(text % (wanted, actual)) from (expected if isinstance(expected, Exception) else None)

    def assert_called_once_with(self, /, *args, **kwargs):
        """assert that the mock was called exactly once and that that call was with the specified arguments."""
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to be called once. Called %s times.%s" % (
                self._called_name(), self.call_count, self._calls_repr()))
        return self.assert_called_with(*args, **kwargs)

    def assert_has_calls(self, calls, any_order=False):
        """assert the mock has been called with the specified calls."""
        expected = [self._comparable(c) for c in calls]
        errors = [e if isinstance(e, Exception) else None for e in expected]
        cause = next((e for e in errors if e is not None), None)
        made = _CallList(self._comparable(c) for c in self.mock_calls)
        if not any_order:
            if expected not in made:
                problem = 'Calls not found.' if cause is None else 'Error processing expected calls.\nErrors: {}'.format(errors)
                raise AssertionError(f'{problem}\nExpected: {_CallList(calls)}\n  Actual: {_safe_repr(self.mock_calls)}') from cause
            return
        left, not_found = list(made), []
        for one in expected:
            for i, other in enumerate(left):
                if other == one:  # as list.remove compares
                    del left[i]
                    break
            else:
                not_found.append(one)
        if not_found:
            raise AssertionError('%r does not contain all of %r in its call list, found %r instead' % (
                self._called_name(), tuple(not_found), left)) from cause

    def assert_any_call(self, /, *args, **kwargs):
        """assert the mock has been called with the specified arguments."""
        expected = self._comparable(_Call((args, kwargs), two=True))
        cause = expected if isinstance(expected, Exception) else None
        if cause or not any(expected == self._comparable(c) for c in self.call_args_list):
            raise AssertionError('%s call not found' % _format_call_signature(self._called_name(), args, kwargs)) from cause


def _adopt(parent, value, name, new_name):
    # Make a mock that has no place yet the attribute or return value of another.
    if not _is_mock(value):
        return False
    if value._mock_name or value._mock_new_name or value._mock_parent is not None or value._mock_new_parent is not None:
        return False
    above = parent
    while above is not None:
        if above is value:
            return False
        above = above._mock_new_parent
    if new_name:
        value._mock_new_parent = parent
        value._mock_new_name = new_name
    if name:
        value._mock_parent = parent
        value._mock_name = name
    return True


class CallableMixin:
    # Calls, and their record on the mock and on all above it.

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name='', _new_parent=None, **kwargs):
        self.__dict__['_mock_return_value'] = return_value
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        if side_effect is not None:
            self.side_effect = side_effect
        if return_value is not DEFAULT:
            _adopt(self, return_value, None, '()')

    def __call__(self, /, *args, **kwargs):
        if self._mock_autospec is not None and self._spec_signature is not None:
            self._spec_signature.bind(*args, **kwargs)
        self._record(args, kwargs)
        return self._answer(args, kwargs)

    def _record(self, args, kwargs):
        values = self.__dict__
        with _lock:
            values['called'] = True
            values['call_count'] += 1
            one = _Call((args, kwargs), two=True)
            values['call_args'] = one
            values['call_args_list'].append(one)
            values['mock_calls'].append(_Call(('', args, kwargs)))
            as_method = self._mock_parent is not None
            method_name, name = self._mock_name, self._mock_new_name
            is_result = name == '()'
            above = self._mock_new_parent
            while above is not None:
                if as_method:
                    above.method_calls.append(_Call((method_name, args, kwargs)))
                    as_method = above._mock_parent is not None
                    if as_method:
                        method_name = above._mock_name + '.' + method_name
                above.mock_calls.append(_Call((name, args, kwargs)))
                if above._mock_new_name:
                    name = above._mock_new_name + ('' if is_result else '.') + name
                    is_result = above._mock_new_name == '()'
                above = above._mock_new_parent

    def _answer(self, args, kwargs):
        effect = self._mock_side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if _is_exception(result):
                    raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is DEFAULT and self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """Create a new `Mock` object."""


class MagicMixin:
    # Mocks that have the usual magic methods.

    @classmethod
    def _class_namespace(cls, spec):
        names = _magic_descriptors
        if spec is not None:
            known = spec if isinstance(spec, (list, tuple)) else dir(spec)
            names = {name: magic for name, magic in names.items() if name in known}
        return {'__doc__': cls.__doc__, **names}


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A version of `MagicMock` that isn't callable."""


class MagicMock(MagicMixin, Mock):
    """MagicMock is a subclass of Mock with default implementations of most of the magic methods."""


class PropertyMock(Mock):
    """A mock intended to be used as a property, or other descriptor, on a class."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


class ThreadingMock(MagicMock):
    """A mock that can be waited for until it is called."""

    DEFAULT_TIMEOUT = None

    def __init__(self, /, *args, timeout=DEFAULT, **kwargs):
        self.__dict__['_mock_timeout'] = self.DEFAULT_TIMEOUT if timeout is DEFAULT else timeout
        self.__dict__['_mock_changed'] = _threading.Condition()
        super().__init__(*args, **kwargs)

    def __call__(self, /, *args, **kwargs):
        try:
            return super().__call__(*args, **kwargs)
        finally:
            with self._mock_changed:
                self._mock_changed.notify_all()

    def _await(self, ready, timeout, message):
        timeout = self._mock_timeout if timeout is DEFAULT else timeout
        with self._mock_changed:
            if not self._mock_changed.wait_for(ready, timeout):
                raise AssertionError(message % (self._called_name(), timeout))

    def wait_until_called(self, *, timeout=DEFAULT):
        """Wait until the mock object is called."""
        self._await(lambda: self.called, timeout, "%s was not called before timeout(%s).")

    def wait_until_any_call_with(self, *args, **kwargs):
        """Wait until the mock object is called with given args."""
        one = _Call((args, kwargs), two=True)
        self._await(lambda: any(one == c for c in self.call_args_list), DEFAULT,
                    "%s call not found before timeout(%s).")


def seal(mock):
    """Disable the automatic generation of child mocks."""
    mock._mock_sealed = True
    for child in list(mock._mock_children.values()):
        if _is_mock(child) and child._mock_new_parent is mock:
            seal(child)
