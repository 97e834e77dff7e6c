# The module argparse: texts of help and usage. argparse.py follows.

import os as _os

SUPPRESS = '==SUPPRESS=='
OPTIONAL = '?'
ZERO_OR_MORE = '*'
ONE_OR_MORE = '+'
PARSER = 'A...'
REMAINDER = '...'


def _columns():
    try:
        columns = int(_os._seen('COLUMNS') or 0)
    except ValueError:
        columns = 0
    if columns <= 0:
        try:
            columns = _os.get_terminal_size(1).columns
        except (OSError, ValueError, AttributeError):
            columns = 80
    return columns or 80


class _Section:
    def __init__(self, formatter, parent, heading=None):
        self.formatter = formatter
        self.parent = parent
        self.heading = heading
        self.items = []

    def format_help(self):
        nested = self.parent is not None
        if nested:
            self.formatter._indent()
        body = ''.join([part for part in [func(*args) for func, args in self.items] if part and part is not SUPPRESS])
        if nested:
            self.formatter._dedent()
        if not body:
            return ''
        heading = ''
        if self.heading is not SUPPRESS and self.heading is not None:
            heading = ' ' * self.formatter._current_indent + f'{self.heading}:\n'
        return f'\n{heading}{body}\n'


class HelpFormatter:
    """Formatter for generating usage messages and argument help strings."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            width = _columns() - 2
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._current_indent = 0
        self._level = 0
        self._action_max_length = 0
        self._root_section = _Section(self, None)
        self._current_section = self._root_section

    def _indent(self):
        self._current_indent += self._indent_increment
        self._level += 1

    def _dedent(self):
        self._current_indent -= self._indent_increment
        self._level -= 1

    def _add_item(self, func, args):
        self._current_section.items.append((func, args))

    def start_section(self, heading):
        self._indent()
        section = _Section(self, self._current_section, heading)
        self._add_item(section.format_help, [])
        self._current_section = section

    def end_section(self):
        self._current_section = self._current_section.parent
        self._dedent()

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        lengths = [len(self._format_action_invocation(action)) + self._current_indent]
        for sub in self._subactions(action):
            lengths.append(len(self._format_action_invocation(sub)) + self._current_indent + self._indent_increment)
        self._action_max_length = max(self._action_max_length, *lengths)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = self._root_section.format_help()
        if text:
            while '\n\n\n' in text:
                text = text.replace('\n\n\n', '\n\n')
            text = text.strip('\n') + '\n'
        return text

    # Usage.

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = 'usage: '
        if usage is not None:
            return f"{prefix}{usage % dict(prog=self._prog)}\n\n"
        prog = '%(prog)s' % dict(prog=self._prog)
        if not actions:
            return f'{prefix}{prog}\n\n'
        optionals = self._usage_parts([a for a in actions if a.option_strings], groups)
        positionals = self._usage_parts([a for a in actions if not a.option_strings], groups)
        usage = ' '.join([prog] + optionals + positionals)
        width = max(self._width - self._current_indent, 11)
        if len(prefix) + len(usage) > width:
            if len(prefix) + len(prog) <= 0.75 * width:
                indent = ' ' * (len(prefix) + len(prog) + 1)
                if optionals:
                    lines = self._fit([prog] + optionals, indent, width, prefix)
                    lines.extend(self._fit(positionals, indent, width))
                elif positionals:
                    lines = self._fit([prog] + positionals, indent, width, prefix)
                else:
                    lines = [prog]
            else:
                indent = ' ' * len(prefix)
                lines = self._fit(optionals + positionals, indent, width)
                if len(lines) > 1:
                    lines = self._fit(optionals, indent, width) + self._fit(positionals, indent, width)
                lines = [prog] + lines
            usage = '\n'.join(lines)
        return f'{prefix}{usage}\n\n'

    @staticmethod
    def _fit(parts, indent, width, prefix=None):
        lines, line = [], []
        length = (len(indent) if prefix is None else len(prefix)) - 1
        for part in parts:
            if length + 1 + len(part) > width and line:
                lines.append(indent + ' '.join(line))
                line = []
                length = len(indent) - 1
            line.append(part)
            length += len(part) + 1
        if line:
            lines.append(indent + ' '.join(line))
        if prefix is not None:
            lines[0] = lines[0][len(indent):]
        return lines

    def _usage_parts(self, actions, groups):
        opening, closing, inside = {}, {}, set()
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f'empty group {group}')
            if all(a.help is SUPPRESS for a in members):
                continue
            places = [i for i, a in enumerate(actions) if a is members[0]]
            if not places:
                continue
            start = places[0]
            if len(actions) < start + len(members) or any(a is not b for a, b in zip(actions[start:], members)):
                continue
            shown = [a for a in members if a.help is not SUPPRESS]
            for a in members:
                inside.add(id(a))
            if group.required:
                marks = ('(', ')') if len(shown) > 1 else ('', '')
            else:
                marks = ('[', ']')
            for a in shown[:-1]:
                closing[id(a)] = ' |'
            opening[id(shown[0])] = marks[0]
            closing[id(shown[-1])] = marks[1]
        parts = []
        for action in actions:
            if action.help is SUPPRESS:
                continue
            grouped = id(action) in inside
            if not action.option_strings:
                part = self._format_args(action, self._get_default_metavar_for_positional(action))
                if grouped and part[:1] == '[' and part[-1:] == ']':
                    part = part[1:-1]
            else:
                if action.nargs == 0:
                    part = action.format_usage()
                else:
                    args = self._format_args(action, self._get_default_metavar_for_optional(action))
                    part = f'{action.option_strings[0]} {args}'
                if not action.required and not grouped:
                    part = f'[{part}]'
            part = opening.get(id(action), '') + part + closing.get(id(action), '')
            if part:
                parts.append(part)
        return parts

    # Help.

    def _format_text(self, text):
        if '%(prog)' in text:
            text = text % dict(prog=self._prog)
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, ' ' * self._current_indent) + '\n\n'

    def _format_action(self, action):
        position = min(self._action_max_length + 2, self._max_help_position)
        width = max(self._width - position, 11)
        room = position - self._current_indent - 2
        indent = ' ' * self._current_indent
        header = self._format_action_invocation(action)
        first = 0
        if not action.help:
            header = f'{indent}{header}\n'
        elif len(header) <= room:
            header = f'{indent}{header.ljust(room)}  '
        else:
            header = f'{indent}{header}\n'
            first = position
        parts = [header]
        if action.help and action.help.strip():
            text = self._expand_help(action)
            if text:
                for line in self._split_lines(text, width):
                    parts.append(f"{' ' * first}{line}\n")
                    first = position
        elif not header.endswith('\n'):
            parts.append('\n')
        subactions = self._subactions(action)
        if subactions:
            self._indent()
            parts.extend([self._format_action(sub) for sub in subactions])
            self._dedent()
        return ''.join(parts)

    @staticmethod
    def _subactions(action):
        get = getattr(action, '_get_subactions', None)
        return [] if get is None else list(get())

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return ' '.join(self._metavars(action, self._get_default_metavar_for_positional(action), 1))
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        args = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ', '.join(action.option_strings) + ' ' + args

    def _metavars(self, action, default, count):
        if action.metavar is not None:
            name = action.metavar
        elif action.choices is not None:
            name = '{' + ','.join(map(str, action.choices)) + '}'
        else:
            name = default
        return name if isinstance(name, tuple) else (name,) * count

    def _format_args(self, action, default_metavar):
        nargs = action.nargs
        if nargs is None:
            return '%s' % self._metavars(action, default_metavar, 1)
        if nargs == OPTIONAL:
            return '[%s]' % self._metavars(action, default_metavar, 1)
        if nargs == ZERO_OR_MORE:
            names = self._metavars(action, default_metavar, 1)
            return '[%s [%s ...]]' % names if len(names) == 2 else '[%s ...]' % names
        if nargs == ONE_OR_MORE:
            return '%s [%s ...]' % self._metavars(action, default_metavar, 2)
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return '%s ...' % self._metavars(action, default_metavar, 1)
        if nargs == SUPPRESS:
            return ''
        try:
            formats = ' '.join(['%s' for _ in range(nargs)])
        except TypeError:
            raise ValueError('invalid nargs value') from None
        return formats % self._metavars(action, default_metavar, nargs)

    def _expand_help(self, action):
        text = self._get_help_string(action)
        if '%' not in text:
            return text
        params = {}
        for name, value in dict(vars(action), prog=self._prog).items():
            if value is SUPPRESS:
                continue
            if hasattr(value, '__name__'):
                value = value.__name__
            params[name] = value
        if params.get('choices') is not None:
            params['choices'] = ', '.join(map(str, params['choices']))
        return text % params

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(' '.join(text.split()), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(' '.join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    """Help message formatter which retains any formatting in descriptions."""

    def _fill_text(self, text, width, indent):
        return ''.join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Help message formatter which retains formatting of all help text."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Help message formatter which adds default values to argument help."""

    def _get_help_string(self, action):
        text = action.help
        if text is None:
            text = ''
        if '%(default)' not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += ' (default: %(default)s)'
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Help message formatter which uses the argument 'type' as the default metavar value."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__


