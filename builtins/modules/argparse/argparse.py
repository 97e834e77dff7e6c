# The module argparse: parsing. It continues actions.py.

def _is_number(text):
    """Whether text looks like a negative number."""
    body = text[1:]
    if not text.startswith('-') or not body or not body.isascii():
        return False
    if body.isdigit():
        return True
    whole, dot, part = body.partition('.')
    return dot == '.' and part.isdigit() and (whole == '' or whole.isdigit())


class _ActionsContainer:
    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description = description
        self.argument_default = argument_default
        self.prefix_chars = prefix_chars
        self.conflict_handler = conflict_handler
        self._registries = {'action': dict(_ACTIONS), 'type': {None: lambda string: string}}
        if conflict_handler not in ('error', 'resolve'):
            raise ValueError(f'invalid conflict_resolution value: {conflict_handler!r}')
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}
        self._has_negative_number_optionals = []

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def _registry_get(self, registry_name, value, default=None):
        return self._registries[registry_name].get(value, default)

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        chars = self.prefix_chars
        if not args or len(args) == 1 and args[0][0] not in chars:
            if args and 'dest' in kwargs:
                raise TypeError('dest supplied twice for positional argument, did you mean metavar?')
            kwargs = self._positional(*args, **kwargs)
        else:
            kwargs = self._optional(*args, **kwargs)
        if 'default' not in kwargs:
            dest = kwargs['dest']
            if dest in self._defaults:
                kwargs['default'] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs['default'] = self.argument_default
        name = kwargs.pop('action', None)
        action_class = self._registries['action'].get(name, name) if not isinstance(name, type) else name
        if not callable(action_class):
            raise ValueError(f'unknown action "{action_class}"')
        action = action_class(**kwargs)
        convert = self._registry_get('type', action.type, action.type)
        if not callable(convert):
            raise ValueError(f'{convert!r} is not callable')
        if convert is FileType:
            raise ValueError(f'{convert!r} is a FileType class object, instance of it must be passed')
        if hasattr(self, '_get_formatter'):
            try:
                self._get_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError("length of metavar tuple does not match nargs")
        return self._add_action(action)

    def add_argument_group(self, *args, **kwargs):
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group

    def _add_action(self, action):
        taken = [(name, self._option_string_actions[name]) for name in action.option_strings
                 if name in self._option_string_actions]
        if taken:
            if self.conflict_handler == 'error':
                plural = '' if len(taken) == 1 else 's'
                raise ArgumentError(action, f"conflicting option string{plural}: {', '.join(n for n, _ in taken)}")
            for name, other in taken:
                other.option_strings.remove(name)
                self._option_string_actions.pop(name, None)
                if not other.option_strings:
                    other.container._remove_action(other)
        self._actions.append(action)
        action.container = self
        for name in action.option_strings:
            self._option_string_actions[name] = action
            if _is_number(name) and not self._has_negative_number_optionals:
                self._has_negative_number_optionals.append(True)
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _add_container_actions(self, container):
        titles = {g.title: g for g in self._action_groups}
        into = {}
        for group in container._action_groups:
            if group.title not in titles:
                titles[group.title] = self.add_argument_group(title=group.title, description=group.description,
                                                              conflict_handler=group.conflict_handler)
            for action in group._group_actions:
                into[id(action)] = titles[group.title]
        for group in container._mutually_exclusive_groups:
            if group._container is container:
                target = self
            else:
                target = titles[group._container.title]
            exclusive = target.add_mutually_exclusive_group(required=group.required)
            for action in group._group_actions:
                into[id(action)] = exclusive
        for action in container._actions:
            into.get(id(action), self)._add_action(action)

    def _positional(self, dest, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get('nargs')
        if nargs == 0:
            raise ValueError('nargs for positionals must be != 0')
        if nargs not in (OPTIONAL, ZERO_OR_MORE) or nargs == ZERO_OR_MORE and 'default' not in kwargs:
            kwargs['required'] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _optional(self, *args, **kwargs):
        names, long_names = [], []
        for name in args:
            if name[:1] not in self.prefix_chars or not name:
                raise ValueError(f'invalid option string {name!r}: must start with a character {self.prefix_chars!r}')
            names.append(name)
            if len(name) > 1 and name[1] in self.prefix_chars:
                long_names.append(name)
        dest = kwargs.pop('dest', None)
        if dest is None:
            dest = (long_names or names)[0].lstrip(self.prefix_chars)
            if not dest:
                raise TypeError(f'dest= is required for options like {args[0]!r}')
            dest = dest.replace('-', '_')
        return dict(kwargs, dest=dest, option_strings=names)


class _ArgumentGroup(_ActionsContainer):
    def __init__(self, container, title=None, description=None, **kwargs):
        kwargs.setdefault('conflict_handler', container.conflict_handler)
        kwargs.setdefault('prefix_chars', container.prefix_chars)
        kwargs.setdefault('argument_default', container.argument_default)
        super().__init__(description=description, **kwargs)
        self.title = title
        self._group_actions = []
        self._container = container
        self._registries = container._registries
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._defaults = container._defaults
        self._has_negative_number_optionals = container._has_negative_number_optionals
        self._mutually_exclusive_groups = container._mutually_exclusive_groups

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        raise ValueError('argument groups cannot be nested')


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)

    def add_mutually_exclusive_group(self, **kwargs):
        raise ValueError('mutually exclusive groups cannot be nested')


def _span(nargs, option):
    """The smallest and the largest number of arguments that nargs takes."""
    if nargs is None:
        return 1, 1
    if nargs == OPTIONAL:
        return 0, 1
    if nargs in (ZERO_OR_MORE, REMAINDER):
        return 0, None
    if nargs in (ONE_OR_MORE, PARSER):
        return 1, None
    if nargs == SUPPRESS:
        return 0, 0
    return nargs, nargs


class ArgumentParser(_ActionsContainer):
    """Object for parsing command line strings into Python objects."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[],
                 formatter_class=HelpFormatter, prefix_chars='-', fromfile_prefix_chars=None, argument_default=None,
                 conflict_handler='error', add_help=True, allow_abbrev=True, exit_on_error=True):
        super().__init__(description, prefix_chars, argument_default, conflict_handler)
        if prog is None:
            prog = _os.path.basename(_sys.argv[0]) if _sys.argv else ''
        self.prog = prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group('positional arguments')
        self._optionals = self.add_argument_group('options')
        self._subparsers = None
        if add_help:
            dash = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(dash + 'h', dash * 2 + 'help', action='help', default=SUPPRESS,
                              help='show this help message and exit')
        for parent in parents:
            if not isinstance(parent, ArgumentParser):
                raise TypeError('parents must be a list of ArgumentParser')
            self._add_container_actions(parent)
            self._defaults.update(parent._defaults)

    def __repr__(self):
        names = ['prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help']
        return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in names)})"

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            raise ValueError('cannot have multiple subparser arguments')
        kwargs.setdefault('parser_class', type(self))
        if 'title' in kwargs or 'description' in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop('title', 'subcommands'),
                                                       kwargs.pop('description', None))
        else:
            self._subparsers = self._positionals
        if kwargs.get('prog') is None:
            formatter = self._get_formatter()
            formatter.add_usage(None, [a for a in self._actions if not a.option_strings],
                                self._mutually_exclusive_groups, '')
            kwargs['prog'] = formatter.format_help().strip()
        kwargs.pop('action', None)
        action = _SubParsersAction(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def _get_positional_actions(self):
        return [a for a in self._actions if not a.option_strings]

    # Parsing.

    def parse_args(self, args=None, namespace=None):
        args, extras = self.parse_known_args(args, namespace)
        if extras:
            message = f"unrecognized arguments: {' '.join(extras)}"
            if not self.exit_on_error:
                raise ArgumentError(None, message)
            self.error(message)
        return args

    def parse_known_args(self, args=None, namespace=None):
        args = list(_sys.argv[1:] if args is None else args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if not self.exit_on_error:
            namespace, extras = self._parse(args, namespace)
        else:
            try:
                namespace, extras = self._parse(args, namespace)
            except ArgumentError as e:
                self.error(str(e))
        if hasattr(namespace, '_unrecognized_args'):
            extras.extend(namespace._unrecognized_args)
            delattr(namespace, '_unrecognized_args')
        return namespace, extras

    def parse_intermixed_args(self, args=None, namespace=None):
        args, extras = self.parse_known_intermixed_args(args, namespace)
        if extras:
            self.error(f"unrecognized arguments: {' '.join(extras)}")
        return args

    def parse_known_intermixed_args(self, args=None, namespace=None):
        positionals = self._get_positional_actions()
        saved = [(a, a.nargs, a.default, a.required) for a in positionals]
        try:
            for action in positionals:
                action.nargs, action.default, action.required = SUPPRESS, SUPPRESS, False
            namespace, rest = self.parse_known_args(args, namespace)
        finally:
            for action, nargs, default, required in saved:
                action.nargs, action.default, action.required = nargs, default, required
        optionals = [(a, a.required) for a in self._actions if a.option_strings]
        try:
            for action, _ in optionals:
                action.required = False
            return self.parse_known_args(rest, namespace)
        finally:
            for action, required in optionals:
                action.required = required

    def _from_files(self, args):
        out = []
        for arg in args:
            if not arg or arg[0] not in self.fromfile_prefix_chars:
                out.append(arg)
                continue
            try:
                with open(arg[1:]) as file:
                    lines = file.read().splitlines()
            except OSError as e:
                raise ArgumentError(None, str(e))
            more = []
            for line in lines:
                more.extend(self.convert_arg_line_to_args(line))
            out.extend(self._from_files(more))
        return out

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _parse(self, args, namespace):
        if self.fromfile_prefix_chars is not None:
            args = self._from_files(args)
        conflicts = {}
        for group in self._mutually_exclusive_groups:
            for i, action in enumerate(group._group_actions):
                conflicts.setdefault(id(action), []).extend(group._group_actions[:i] + group._group_actions[i + 1:])
        # What each argument is: an option (with its readings) or not.
        options, kinds = {}, ''
        for i, arg in enumerate(args):
            if arg == '--':
                kinds += '-' + 'A' * (len(args) - i - 1)
                break
            found = self._parse_optional(arg)
            if found is not None:
                options[i] = found
            kinds += 'A' if found is None else 'O'
        seen, chosen, warned = [], [], set()

        def take(action, strings, option=None):
            seen.append(action)
            values = self._get_values(action, strings)
            if values is not action.default:
                chosen.append(action)
                for other in conflicts.get(id(action), []):
                    if any(other is c for c in chosen):
                        raise ArgumentError(action, f'not allowed with argument {_action_name(other)}')
            if values is not SUPPRESS:
                action(self, namespace, values, option)

        def deprecated(action, option):
            if action.deprecated and option not in warned:
                self._warning(f"{'option' if option else 'argument'} '{option or action.dest}' is deprecated")
                warned.add(option)

        extras = []
        positionals = self._get_positional_actions()

        def consume_optional(start):
            readings = options[start]
            if len(readings) > 1:
                matches = ', '.join(r[1] for r in readings)
                raise ArgumentError(None, f'ambiguous option: {args[start]} could match {matches}')
            action, option, sep, explicit = readings[0]
            todo = []
            while True:
                if action is None:
                    extras.append(args[start])
                    return start + 1
                if explicit is not None:
                    n = self._match(action, 'A')
                    if n == 0 and option[1] not in self.prefix_chars and explicit != '':
                        if sep or explicit[0] in self.prefix_chars:
                            raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
                        todo.append((action, [], option))
                        option = option[0] + explicit[0]
                        explicit = explicit[1:] or None
                        if option not in self._option_string_actions:
                            # What is left of a group of flags that nobody knows.
                            for item in todo:
                                deprecated(item[0], item[2])
                                take(*item)
                            extras.append(option + (explicit or ''))
                            return start + 1
                        action = self._option_string_actions[option]
                        if explicit and explicit[0] == '=':
                            sep, explicit = '=', explicit[1:]
                        else:
                            sep = ''
                        continue
                    if n == 1:
                        todo.append((action, [explicit], option))
                        stop = start + 1
                        break
                    raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
                n = self._match(action, kinds[start + 1:])
                stop = start + 1 + n
                todo.append((action, args[start + 1:stop], option))
                break
            for item in todo:
                deprecated(item[0], item[2])
                take(*item)
            return stop

        def consume_positionals(start):
            counts = self._match_positionals(positionals, kinds[start:])
            for action, count in zip(positionals[:], counts):
                strings = args[start:start + count]
                if action.nargs == PARSER:
                    if kinds[start] == '-':
                        strings.remove('--')
                elif action.nargs != REMAINDER and '-' in kinds[start:start + count]:
                    strings.remove('--')
                start += count
                if strings:
                    deprecated(action, None)
                take(action, strings)
            positionals[:] = positionals[len(counts):]
            return start

        start = 0
        last = max(options, default=-1)
        while start <= last:
            following = start
            while following not in options:
                following += 1
            if start != following:
                stop = consume_positionals(start)
                if stop > start:
                    start = stop
                    continue
                start = stop
            if start not in options:
                extras.extend(args[start:following])
                start = following
            start = consume_optional(start)
        stop = consume_positionals(start)
        extras.extend(args[stop:])

        missing = []
        for action in self._actions:
            if any(action is s for s in seen):
                continue
            if action.required:
                missing.append(_action_name(action))
            elif (action.default is not None and isinstance(action.default, str) and hasattr(namespace, action.dest)
                  and action.default is getattr(namespace, action.dest)):
                setattr(namespace, action.dest, self._get_value(action, action.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in self._mutually_exclusive_groups:
            if group.required and not any(a is c for a in group._group_actions for c in chosen):
                names = ' '.join(_action_name(a) for a in group._group_actions if a.help is not SUPPRESS)
                raise ArgumentError(None, f'one of the arguments {names} is required')
        return namespace, extras

    @staticmethod
    def _run(kinds, remainder):
        """How many arguments stand before the next option, and the place of -- among them."""
        if remainder:
            return len(kinds), -1
        end = kinds.find('O')
        kinds = kinds if end < 0 else kinds[:end]
        return len(kinds), kinds.find('-')

    def _match(self, action, kinds):
        """The number of arguments an option takes of those that follow."""
        low, high = _span(action.nargs, True)
        if action.nargs == REMAINDER:
            have = len(kinds)
        elif action.nargs == PARSER:
            have = len(kinds) if kinds[:1] == 'A' else 0
        else:
            have = 0
            while have < len(kinds) and kinds[have] == 'A':
                have += 1
        if have < low:
            if action.nargs is None:
                message = 'expected one argument'
            elif action.nargs == OPTIONAL:
                message = 'expected at most one argument'
            elif action.nargs == ONE_OR_MORE:
                message = 'expected at least one argument'
            else:
                message = f"expected {low} argument{'' if low == 1 else 's'}"
            raise ArgumentError(action, message)
        return have if high is None else min(have, high)

    def _match_positionals(self, actions, kinds):
        """The numbers of arguments that the next positionals take."""
        for count in range(len(actions), 0, -1):
            taken = self._distribute(actions[:count], kinds)
            if taken is not None:
                return taken
        return []

    def _distribute(self, actions, kinds):
        """Greedy shares of the arguments up to the next option; None if there are too few."""
        run = kinds.find('O')
        run = len(kinds) if run < 0 else run
        dashes = 1 if '-' in kinds[:run] else 0
        have = run - dashes
        lows = [_span(a.nargs, False)[0] for a in actions]
        if sum(lows) > have:
            return None
        out, at = [], 0
        for i, action in enumerate(actions):
            low, high = _span(action.nargs, False)
            if action.nargs in (REMAINDER, PARSER) and low <= have:
                size = len(kinds) - at
                if not any(lows[i + 1:]):
                    out.append(size)
                    at += size
                    have = 0
                    continue
            n = have - sum(lows[i + 1:])
            if high is not None:
                n = min(n, high)
            have -= n
            end = at
            while n > 0 or end < len(kinds) and kinds[end] == '-' and (action.nargs != SUPPRESS):
                if kinds[end] != '-':
                    n -= 1
                end += 1
            out.append(end - at)
            at = end
        return out

    def _parse_optional(self, arg):
        if not arg or arg[0] not in self.prefix_chars:
            return None
        if arg in self._option_string_actions:
            return [(self._option_string_actions[arg], arg, None, None)]
        if len(arg) == 1:
            return None
        name, sep, explicit = arg.partition('=')
        if sep and name in self._option_string_actions:
            return [(self._option_string_actions[name], name, sep, explicit)]
        found = self._abbreviations(arg)
        if found:
            return found
        if _is_number(arg) and not self._has_negative_number_optionals:
            return None
        if ' ' in arg:
            return None
        return [(None, arg, None, None)]

    def _abbreviations(self, arg):
        found = []
        if arg[1] in self.prefix_chars:
            if self.allow_abbrev:
                prefix, sep, explicit = arg.partition('=')
                if not sep:
                    sep = explicit = None
                for name, action in self._option_string_actions.items():
                    if name.startswith(prefix):
                        found.append((action, name, sep, explicit))
            return found
        prefix, sep, explicit = arg.partition('=')
        if not sep:
            sep = explicit = None
        short, short_explicit = arg[:2], arg[2:]
        for name, action in self._option_string_actions.items():
            if name == short:
                found.append((action, name, '', short_explicit))
            elif self.allow_abbrev and name.startswith(prefix):
                found.append((action, name, sep, explicit))
        return found

    # Values.

    def _get_values(self, action, strings):
        if not strings and action.nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._get_value(action, value)
            return value
        if not strings and action.nargs == ZERO_OR_MORE and not action.option_strings:
            if action.default is not None:
                return action.default
            return []
        if len(strings) == 1 and action.nargs in (None, OPTIONAL):
            value = self._get_value(action, strings[0])
            self._check_value(action, value)
            return value
        if action.nargs == REMAINDER:
            return [self._get_value(action, s) for s in strings]
        if action.nargs == PARSER:
            values = [self._get_value(action, s) for s in strings]
            self._check_value(action, values[0])
            return values
        if action.nargs == SUPPRESS:
            return SUPPRESS
        values = [self._get_value(action, s) for s in strings]
        for value in values:
            self._check_value(action, value)
        return values

    def _get_value(self, action, string):
        convert = self._registry_get('type', action.type, action.type)
        if not callable(convert):
            raise ArgumentError(action, f'{convert!r} is not callable')
        try:
            return convert(string)
        except ArgumentTypeError as e:
            raise ArgumentError(action, str(e))
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {string!r}')

    def _check_value(self, action, value):
        choices = action.choices
        if choices is None:
            return
        if isinstance(choices, str):
            choices = iter(choices)
        if value not in choices:
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {', '.join(map(repr, action.choices))})")

    # Texts.

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            file = file or _sys.stderr
            try:
                file.write(message)
            except (AttributeError, OSError):
                pass

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')

    def _warning(self, message):
        self._print_message(f'{self.prog}: warning: {message}\n', _sys.stderr)
