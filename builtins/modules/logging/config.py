# The module logging.config.

import functools as _functools
import logging
import logging.handlers
import os
import re as _re

DEFAULT_LOGGING_CONFIG_PORT = 9030


def _resolve(name):
    # The object of a dotted name: the longest prefix that is a module, then attributes.
    parts = name.split('.')
    found = __import__(parts[0])
    path = parts[0]
    for part in parts[1:]:
        path += '.' + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(path)
            found = getattr(found, part)
    return found


def _clearExistingHandlers():
    logging._handlers.clear()
    logging.shutdown(logging._handlerList[:])
    del logging._handlerList[:]


def _retire(existing, kept, disable_existing):
    # Loggers that the new configuration does not name. Those below a named one go on
    # through it.
    for name in existing:
        logger = logging.root.manager.loggerDict[name]
        if name in kept:
            if not isinstance(logger, logging.PlaceHolder):
                logger.setLevel(logging.NOTSET)
                logger.handlers = []
                logger.propagate = True
        else:
            logger.disabled = disable_existing


def valid_ident(s):
    if not _re.match('^[a-z_][a-z0-9_]*$', s, _re.I):
        raise ValueError('Not a valid Python identifier: %r' % s)
    return True


class _Converting:
    # A dict, list or tuple of a configuration whose values are converted when they are
    # asked for: ext:// and cfg:// names become what they name.

    def _converted(self, key, value):
        result = self.configurator.convert(value)
        if result is not value:
            self[key] = result
        return result


class ConvertingDict(_Converting, dict):
    def __getitem__(self, key):
        return self._converted(key, dict.__getitem__(self, key))

    def get(self, key, default=None):
        return self[key] if key in self else self.configurator.convert(default)

    def pop(self, key, default=None):
        return self.configurator.convert(dict.pop(self, key, default))


class ConvertingList(_Converting, list):
    def __getitem__(self, key):
        return self._converted(key, list.__getitem__(self, key))

    def __iter__(self):
        for i in range(len(self)):
            yield self[i]

    def pop(self, idx=-1):
        return self.configurator.convert(list.pop(self, idx))


class BaseConfigurator:
    """Understands the values of a configuration."""

    value_converters = {'ext': 'ext_convert', 'cfg': 'cfg_convert'}

    def __init__(self, config):
        self.config = ConvertingDict(config)
        self.config.configurator = self

    def resolve(self, s):
        """Resolve strings to objects using standard import and attribute syntax."""
        try:
            return _resolve(s)
        except ImportError as e:
            raise ValueError('Cannot resolve %r: %s' % (s, e)) from e

    def ext_convert(self, value):
        """Default converter for the ext:// protocol."""
        return self.resolve(value)

    def cfg_convert(self, value):
        """Default converter for the cfg:// protocol."""
        m = _re.match(r'^\s*(\w+)\s*', value)
        if m is None:
            raise ValueError("Unable to convert %r" % value)
        found, rest = self.config[m[1]], value[m.end():]
        while rest:
            m = _re.match(r'^\.\s*(\w+)\s*', rest)
            if m:
                found = found[m[1]]
            else:
                m = _re.match(r'^\[([^\[\]]*)\]\s*', rest)
                if not m:
                    raise ValueError('Unable to convert %r at %r' % (value, rest))
                index = m[1]
                try:
                    found = found[int(index)] if index.isdigit() else found[index]
                except TypeError:
                    found = found[index]
            rest = rest[m.end():]
        return found

    def convert(self, value):
        """Convert values to an appropriate type."""
        if isinstance(value, (ConvertingDict, ConvertingList)):
            return value
        if isinstance(value, dict):
            value = ConvertingDict(value)
            value.configurator = self
        elif isinstance(value, list):
            value = ConvertingList(value)
            value.configurator = self
        elif isinstance(value, tuple) and not hasattr(value, '_fields'):
            value = tuple([self.convert(v) for v in value])
        elif isinstance(value, str):
            m = _re.match(r'^([a-z]+)://(.*)$', value)
            converter = self.value_converters.get(m[1]) if m else None
            if converter:
                value = getattr(self, converter)(m[2])
        return value

    def configure_custom(self, config):
        """Configure an object with a user-supplied factory."""
        factory = config.pop('()')
        if not callable(factory):
            factory = self.resolve(factory)
        props = config.pop('.', None)
        result = factory(**{k: config[k] for k in config if valid_ident(k)})
        for name, value in (props or {}).items():
            setattr(result, name, value)
        return result

    def as_tuple(self, value):
        """Utility function which converts lists to tuples."""
        return tuple(value) if isinstance(value, list) else value


class DictConfigurator(BaseConfigurator):
    """Configure logging using a dictionary-like object to describe the configuration."""

    def configure(self):
        """Do the configuration."""
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError("Unsupported version: %s" % config['version'])
        with logging._lock:
            if config.pop('incremental', False):
                self._adjust(config)
            else:
                self._install(config)

    def _each(self, what, table, names, do):
        for name in names:
            try:
                do(name, table[name])
            except Exception as e:
                raise ValueError('Unable to configure %s %r' % (what, name)) from e

    def _adjust(self, config):
        handlers = config.get('handlers', {})
        for name in handlers:
            if name not in logging._handlers:
                raise ValueError('No handler found with name %r' % name)

        def set_level(name, options):
            level = options.get('level', None)
            if level:
                logging._handlers[name].setLevel(logging._checkLevel(level))

        self._each('handler', handlers, handlers, set_level)
        loggers = config.get('loggers', {})
        self._each('logger', loggers, loggers, lambda name, options: self.configure_logger(name, options, True))
        self._root(config, True)

    def _root(self, config, incremental=False):
        root = config.get('root', None)
        if root:
            try:
                self.configure_root(root, incremental)
            except Exception as e:
                raise ValueError('Unable to configure root logger') from e

    def _install(self, config):
        disable_existing = config.pop('disable_existing_loggers', True)
        _clearExistingHandlers()

        def keep(table, make):
            def do(name, options):
                table[name] = make(options)
            return do

        formatters = config.get('formatters', {})
        self._each('formatter', formatters, list(formatters), keep(formatters, self.configure_formatter))
        filters = config.get('filters', {})
        self._each('filter', filters, list(filters), keep(filters, self.configure_filter))

        # A handler may refer to another one that comes later.
        handlers = config.get('handlers', {})
        later = []

        def make(name, options):
            handler = self.configure_handler(options)
            handler.name = name
            handlers[name] = handler

        for name in sorted(handlers):
            try:
                make(name, handlers[name])
            except Exception as e:
                if ' not configured yet' not in str(e.__cause__):
                    raise ValueError('Unable to configure handler %r' % name) from e
                later.append(name)
        self._each('handler', handlers, later, make)

        existing = sorted(logging.root.manager.loggerDict)
        loggers = config.get('loggers', {})
        below = [name for name in existing if any(name.startswith(given + '.') for given in loggers)]
        self._each('logger', loggers, loggers, self.configure_logger)
        _retire([name for name in existing if name not in loggers], below, disable_existing)
        self._root(config)

    def configure_formatter(self, config):
        """Configure a formatter from a dictionary."""
        if '()' in config:
            factory = config['()']
            try:
                return self.configure_custom(config)
            except TypeError as e:
                if "'format'" not in str(e):
                    raise
                # Formatter itself calls that parameter fmt.
                config['fmt'] = config.pop('format')
                config['()'] = factory
                return self.configure_custom(config)
        kwargs = {}
        if config.get('defaults', None) is not None:
            kwargs['defaults'] = config['defaults']
        if 'validate' in config:
            kwargs['validate'] = config['validate']
        name = config.get('class', None)
        factory = _resolve(name) if name else logging.Formatter
        return factory(config.get('format', None), config.get('datefmt', None), config.get('style', '%'), **kwargs)

    def configure_filter(self, config):
        """Configure a filter from a dictionary."""
        return self.configure_custom(config) if '()' in config else logging.Filter(config.get('name', ''))

    def add_filters(self, filterer, filters):
        """Add filters to a filterer from a list of names."""
        for f in filters:
            try:
                direct = callable(f) or callable(getattr(f, 'filter', None))
                filterer.addFilter(f if direct else self.config['filters'][f])
            except Exception as e:
                raise ValueError('Unable to add filter %r' % f) from e

    def configure_handler(self, config):
        """Configure a handler from a dictionary."""
        before = dict(config)
        formatter = config.pop('formatter', None)
        if formatter:
            try:
                formatter = self.config['formatters'][formatter]
            except Exception as e:
                raise ValueError('Unable to set formatter %r' % formatter) from e
        level = config.pop('level', None)
        filters = config.pop('filters', None)
        custom = config.pop('()', None)
        if custom is not None:
            factory = custom if callable(custom) else self.resolve(custom)
        else:
            klass = config.pop('class')
            factory = klass = klass if callable(klass) else self.resolve(klass)
            if issubclass(klass, logging.handlers.MemoryHandler):
                self._prepare_memory(config, before)
            elif issubclass(klass, logging.handlers.QueueHandler):
                self._prepare_queue(config, before)
                factory = _functools.partial(self._queue_handler, klass)
        result = factory(**{k: config[k] for k in config if k != '.' and valid_ident(k)})
        if formatter:
            result.setFormatter(formatter)
        if level is not None:
            result.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(result, filters)
        for name, value in (config.pop('.', None) or {}).items():
            setattr(result, name, value)
        return result

    def _handler(self, name, config, before, message):
        # The handler of that name, or an error that has this one made later.
        handler = self.config['handlers'][name]
        if not isinstance(handler, logging.Handler):
            config.update(before)
            raise TypeError(message)
        return handler

    def _prepare_memory(self, config, before):
        if 'flushLevel' in config:
            config['flushLevel'] = logging._checkLevel(config['flushLevel'])
        if 'target' in config:
            name = config['target']
            try:
                config['target'] = self._handler(name, config, before, 'target not configured yet')
            except Exception as e:
                raise ValueError('Unable to set target handler %r' % name) from e

    def _prepare_queue(self, config, before):
        if 'queue' in config:
            spec = config['queue']
            if isinstance(spec, str):
                make = self.resolve(spec)
                if not callable(make):
                    raise TypeError('Invalid queue specifier %r' % spec)
                config['queue'] = make()
            elif isinstance(spec, dict):
                if '()' not in spec:
                    raise TypeError('Invalid queue specifier %r' % spec)
                config['queue'] = self.configure_custom(dict(spec))
            elif not (hasattr(spec, 'get') and hasattr(spec, 'put')):
                raise TypeError('Invalid queue specifier %r' % spec)
        if 'listener' in config:
            spec = config['listener']
            listener = spec
            if isinstance(spec, str):
                listener = self.resolve(spec)
            elif isinstance(spec, dict):
                if '()' not in spec:
                    raise TypeError('Invalid listener specifier %r' % spec)
                listener = self.configure_custom(dict(spec))
            if not callable(listener) or isinstance(listener, type) and not issubclass(listener, logging.handlers.QueueListener):
                raise TypeError('Invalid listener specifier %r' % spec)
            config['listener'] = listener
        if 'handlers' in config:
            found = []
            for name in config['handlers']:
                try:
                    found.append(self._handler(name, config, before, 'Required handler %r is not configured yet' % name))
                except Exception as e:
                    raise ValueError('Unable to set required handler %r' % name) from e
            config['handlers'] = found

    def _queue_handler(self, klass, queue=None, respect_handler_level=False,
                       listener=logging.handlers.QueueListener, handlers=(), **kwargs):
        if queue is None:
            import queue as queues
            queue = queues.Queue()
        handler = klass(queue, **kwargs)
        handler.listener = listener(queue, *handlers, respect_handler_level=respect_handler_level)
        return handler

    def add_handlers(self, logger, handlers):
        """Add handlers to a logger from a list of names."""
        for name in handlers:
            try:
                logger.addHandler(self.config['handlers'][name])
            except Exception as e:
                raise ValueError('Unable to add handler %r' % name) from e

    def common_logger_config(self, logger, config, incremental=False):
        """Perform configuration which is common to root and non-root loggers."""
        level = config.get('level', None)
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if incremental:
            return
        for h in logger.handlers[:]:
            logger.removeHandler(h)
        if config.get('handlers', None):
            self.add_handlers(logger, config['handlers'])
        if config.get('filters', None):
            self.add_filters(logger, config['filters'])

    def configure_logger(self, name, config, incremental=False):
        """Configure a non-root logger from a dictionary."""
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        propagate = config.get('propagate', None)
        if propagate is not None:
            logger.propagate = propagate

    def configure_root(self, config, incremental=False):
        """Configure a root logger from a dictionary."""
        self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Configure logging using a dictionary."""
    dictConfigClass(config).configure()


def _names(text):
    return [name.strip() for name in text.split(',') if name.strip()]


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Read the logging configuration from a ConfigParser-format file."""
    import configparser
    if isinstance(fname, configparser.RawConfigParser):
        parser = fname
    else:
        if isinstance(fname, str):
            if not os.path.exists(fname):
                raise FileNotFoundError(f"{fname} doesn't exist")
            if not os.path.getsize(fname):
                raise RuntimeError(f'{fname} is an empty file')
        try:
            parser = configparser.ConfigParser(defaults)
            if hasattr(fname, 'readline'):
                parser.read_file(fname)
            else:
                parser.read(fname, encoding=encoding)
        except configparser.ParsingError as e:
            raise RuntimeError(f'{fname} is invalid: {e}')

    formatters = {}
    for name in _names(parser["formatters"]["keys"]):
        section = parser["formatter_" + name]
        factory = _resolve(section["class"]) if section.get("class") else logging.Formatter
        kwargs = {}
        raw_defaults = parser.get("formatter_" + name, "defaults", raw=True, fallback=None)
        if raw_defaults is not None:
            kwargs['defaults'] = eval(raw_defaults, vars(logging))
        formatters[name] = factory(parser.get("formatter_" + name, "format", raw=True, fallback=None),
                                   parser.get("formatter_" + name, "datefmt", raw=True, fallback=None),
                                   parser.get("formatter_" + name, "style", raw=True, fallback='%'), **kwargs)
    with logging._lock:
        _clearExistingHandlers()
        handlers = _file_handlers(parser, formatters)
        _file_loggers(parser, handlers, disable_existing_loggers)


def _file_handlers(parser, formatters):
    handlers, targets = {}, {}
    for name in _names(parser["handlers"]["keys"]):
        section = parser["handler_" + name]
        klass = section["class"]
        try:
            factory = eval(klass, vars(logging))
        except (AttributeError, NameError):
            factory = _resolve(klass)
        args = eval(section.get("args", '()'), vars(logging))
        kwargs = eval(section.get("kwargs", '{}'), vars(logging))
        handler = factory(*args, **kwargs)
        handler.name = name
        if "level" in section:
            handler.setLevel(section["level"])
        if section.get("formatter", ""):
            handler.setFormatter(formatters[section["formatter"]])
        if issubclass(factory, logging.handlers.MemoryHandler) and section.get("target", ""):
            targets[name] = section["target"]
        handlers[name] = handler
    for name, target in targets.items():
        handlers[name].setTarget(handlers[target])
    return handlers


def _file_loggers(parser, handlers, disable_existing):
    names = _names(parser["loggers"]["keys"])
    names.remove("root")
    existing = sorted(logging.root.manager.loggerDict)

    def configure(logger, section):
        if "level" in section:
            logger.setLevel(section["level"])
        for h in logger.handlers[:]:
            logger.removeHandler(h)
        for name in _names(section.get("handlers", "")):
            logger.addHandler(handlers[name])

    configure(logging.root, parser["logger_root"])
    qualified = []
    for name in names:
        section = parser["logger_" + name]
        qualified.append(section["qualname"])
        logger = logging.getLogger(section["qualname"])
        configure(logger, section)
        logger.propagate = section.getint("propagate", fallback=1)
        logger.disabled = 0
    below = [name for name in existing if any(name.startswith(given + '.') for given in qualified)]
    _retire([name for name in existing if name not in qualified], below, disable_existing)
