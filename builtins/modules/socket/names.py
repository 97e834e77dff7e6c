# The enumerations of the module socket.

import _socket
from enum import IntEnum as _IntEnum, IntFlag as _IntFlag


def _enumerate(base, name, *prefixes):
    """Makes an enumeration of the constants with these prefixes."""
    found = {n: v for n, v in vars(_socket).items() if n.startswith(prefixes)}
    kind = base(name, dict(sorted(found.items())), module=__name__)
    globals().update(kind.__members__)
    return kind


AddressFamily = _enumerate(_IntEnum, 'AddressFamily', 'AF_')
SocketKind = _enumerate(_IntEnum, 'SocketKind', 'SOCK_')
MsgFlag = _enumerate(_IntFlag, 'MsgFlag', 'MSG_')
AddressInfo = _enumerate(_IntFlag, 'AddressInfo', 'AI_')
