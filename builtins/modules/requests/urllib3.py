# The package urllib3: the names that scripts touch.

import warnings
from urllib3 import exceptions
from urllib3.exceptions import HTTPWarning
from urllib3.util.retry import Retry
from urllib3.util.timeout import Timeout
from urllib3.response import HTTPResponse

__version__ = '2.7.0'


def disable_warnings(category=HTTPWarning):
    """Helper for quickly disabling all urllib3 warnings."""
    warnings.simplefilter('ignore', category)


def add_stderr_logger(level=10):
    """Helper for quickly adding a StreamHandler to the logger."""
    import logging
    logger = logging.getLogger('urllib3')
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter('%(asctime)s %(levelname)s %(message)s'))
    logger.addHandler(handler)
    logger.setLevel(level)
    return handler


from urllib3 import util
