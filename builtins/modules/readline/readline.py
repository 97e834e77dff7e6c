# The module readline.

backend = 'readline'
_history = []
_kept = {'length': -1, 'completer': None, 'delims': ' \t\n`~!@#$%^&*()-=+[{]}\\|;:\'",<>/?', 'auto': True}


def add_history(string, /):
    """Add an item to the history buffer."""
    if not isinstance(string, str):
        raise TypeError(f'add_history() argument must be str, not {type(string).__name__}')
    _history.append(string)


def clear_history():
    """Clear the current readline history."""
    _history.clear()


def get_current_history_length():
    """Return the current (not the maximum) length of history."""
    return len(_history)


def get_history_item(index, /):
    """Return the current contents of history item at one-based index."""
    return _history[index - 1] if 1 <= index <= len(_history) else None


def _position(pos):
    if pos < 0:
        raise ValueError('History index cannot be negative')
    if pos >= len(_history):
        raise ValueError(f'No history item at position {pos}')


def remove_history_item(pos, /):
    """Remove history item given by its zero-based position."""
    _position(pos)
    del _history[pos]


def replace_history_item(pos, line, /):
    """Replaces history item given by its position with contents of line."""
    _position(pos)
    _history[pos] = line


def get_history_length():
    """Return the maximum number of lines that will be written to the history file."""
    return _kept['length']


def set_history_length(length, /):
    """Set the maximal number of lines which will be written to the history file."""
    _kept['length'] = length


def _file(filename):
    import os
    return os.path.expanduser('~/.history') if filename is None else filename


def read_history_file(filename=None, /):
    """Load a readline history file."""
    with open(_file(filename), encoding='utf-8') as file:
        _history.extend(file.read().splitlines())


def write_history_file(filename=None, /):
    """Save a readline history file."""
    n = _kept['length']
    with open(_file(filename), 'w', encoding='utf-8') as file:
        file.writelines([line + '\n' for line in (_history if n < 0 else _history[max(len(_history) - n, 0):])])


def append_history_file(nelements, filename=None, /):
    """Append the last nelements items of the history list to file."""
    with open(_file(filename), 'a', encoding='utf-8') as file:
        file.writelines([line + '\n' for line in _history[max(len(_history) - nelements, 0):]])


def set_auto_history(enabled, /):
    """Enables or disables automatic history."""
    _kept['auto'] = bool(enabled)


def set_completer(function=None, /):
    """Set or remove the completer function."""
    _kept['completer'] = function


def get_completer():
    """Get the current completer function."""
    return _kept['completer']


def set_completer_delims(string, /):
    """Set the word delimiters for completion."""
    _kept['delims'] = string


def get_completer_delims():
    """Get the word delimiters for completion."""
    return _kept['delims']


def parse_and_bind(string, /):
    """Execute the init line provided in the string argument."""


def read_init_file(filename=None, /):
    """Execute a readline initialization file."""


def get_line_buffer():
    """Return the current contents of the line buffer."""
    return ''


def insert_text(string, /):
    """Insert text into the line buffer at the cursor position."""


def redisplay():
    """Change what's displayed on the screen to reflect contents of the line buffer."""


def set_startup_hook(function=None, /):
    """Set or remove the function invoked by the rl_startup_hook callback."""


def set_pre_input_hook(function=None, /):
    """Set or remove the function invoked by the rl_pre_input_hook callback."""


def set_completion_display_matches_hook(function=None, /):
    """Set or remove the completion display function."""
