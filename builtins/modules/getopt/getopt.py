# The module getopt.

import os as _os

__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']


class GetoptError(Exception):
    def __init__(self, msg, opt=''):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def _long(name, longopts):
    """The full name of a long option and whether it takes an argument."""
    found = [o for o in longopts if o.startswith(name)]
    if not found:
        raise GetoptError(f'option --{name} not recognized', name)
    if name in found:
        return False, name
    if name + '=' in found:
        return True, name
    if len(found) > 1:
        raise GetoptError(f'option --{name} not a unique prefix', name)
    return found[0].endswith('='), found[0].rstrip('=')


def _take(opts, arg, args, shortopts, longopts):
    if arg.startswith('--'):
        name, eq, value = arg[2:].partition('=')
        needs, name = _long(name, longopts)
        if needs:
            if not eq:
                if not args:
                    raise GetoptError(f'option --{name} requires argument', name)
                value, args = args[0], args[1:]
        elif eq:
            raise GetoptError(f'option --{name} must not have an argument', name)
        opts.append(('--' + name, value if needs else ''))
        return args
    rest = arg[1:]
    while rest:
        c, rest = rest[0], rest[1:]
        at = shortopts.find(c)
        if at < 0 or c == ':':
            raise GetoptError(f'option -{c} not recognized', c)
        if shortopts[at + 1:at + 2] == ':':
            if not rest:
                if not args:
                    raise GetoptError(f'option -{c} requires argument', c)
                rest, args = args[0], args[1:]
            opts.append(('-' + c, rest))
            return args
        opts.append(('-' + c, ''))
    return args


def getopt(args, shortopts, longopts=[]):
    """Parse command line options and parameter list."""
    opts = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith('-') and args[0] != '-':
        if args[0] == '--':
            return opts, args[1:]
        args = _take(opts, args[0], args[1:], shortopts, longopts)
    return opts, args


def gnu_getopt(args, shortopts, longopts=[]):
    """Like getopt(), but options and other arguments may be mixed."""
    opts, others = [], []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    stop = bool(_os._seen('POSIXLY_CORRECT'))
    if shortopts.startswith('+'):
        shortopts, stop = shortopts[1:], True
    while args:
        if args[0] == '--':
            return opts, others + args[1:]
        if args[0].startswith('-') and args[0] != '-':
            args = _take(opts, args[0], args[1:], shortopts, longopts)
        elif stop:
            return opts, others + args
        else:
            others.append(args[0])
            args = args[1:]
    return opts, others
