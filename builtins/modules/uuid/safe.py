# How a UUID came to be, in the module uuid.

from enum import Enum as _Enum


class SafeUUID(_Enum):
    safe = 0
    unsafe = -1
    unknown = None
