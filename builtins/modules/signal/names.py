# The signals as members of enumerations.

from enum import IntEnum as _IntEnum
from signal import _signals

Signals = _IntEnum('Signals', _signals, module=__name__)


class Handlers(_IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


SIG_DFL = Handlers.SIG_DFL
SIG_IGN = Handlers.SIG_IGN

for _name, _member in Signals.__members__.items():
    globals()[_name] = _member
del _name, _member
