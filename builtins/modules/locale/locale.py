# The module locale: the C locale, with UTF-8 as its encoding.

__all__ = ['getlocale', 'getdefaultlocale', 'getpreferredencoding', 'getencoding', 'Error', 'setlocale', 'localeconv',
           'strcoll', 'strxfrm', 'str', 'atof', 'atoi', 'format_string', 'currency', 'normalize', 'LC_CTYPE',
           'LC_COLLATE', 'LC_TIME', 'LC_MONETARY', 'LC_NUMERIC', 'LC_ALL', 'CHAR_MAX', 'LC_MESSAGES']

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = 0, 1, 2, 3, 4, 5, 6
CHAR_MAX = 127

_text = str


class Error(Exception):
    pass


def setlocale(category, locale=None):
    """Set the locale, which can only be C."""
    if not isinstance(category, int) or not 0 <= category <= 6:
        raise Error('unsupported locale setting')
    if isinstance(locale, tuple):
        locale = locale[0]
    if locale not in (None, '', 'C', 'POSIX', 'C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8', 'en_US'):
        raise Error('unsupported locale setting')
    return 'C'


def getlocale(category=LC_CTYPE):
    """The language and encoding that are set."""
    return 'C', 'UTF-8'


def getdefaultlocale(envvars=('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE')):
    return 'C', 'UTF-8'


def getpreferredencoding(do_setlocale=True):
    """The encoding of text."""
    return 'utf-8'


def getencoding():
    return 'utf-8'


def normalize(localename):
    return localename


def localeconv():
    """How numbers are written."""
    empty = ('int_curr_symbol', 'currency_symbol', 'mon_decimal_point', 'mon_thousands_sep', 'positive_sign', 'negative_sign',
             'thousands_sep')
    unset = ('int_frac_digits', 'frac_digits', 'p_cs_precedes', 'p_sep_by_space', 'n_cs_precedes', 'n_sep_by_space',
             'p_sign_posn', 'n_sign_posn')
    return {'decimal_point': '.', 'grouping': [], 'mon_grouping': [], **{k: '' for k in empty}, **{k: CHAR_MAX for k in unset}}


def strcoll(os1, os2):
    """Compare two texts."""
    return (os1 > os2) - (os1 < os2)


def strxfrm(string):
    return string


def format_string(f, val, grouping=False, monetary=False):
    """Format with %, as it is in this locale."""
    return f % val


def str(val):
    return '%.12g' % val


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string


def atof(string, func=float):
    return func(string)


def atoi(string):
    return int(string)


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")
