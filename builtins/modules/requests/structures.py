# The module requests.structures. CaseInsensitiveDict is made in Go.

from collections.abc import MutableMapping
from _requests import CaseInsensitiveDict

MutableMapping.register(CaseInsensitiveDict)


class LookupDict(dict):
    """Dictionary lookup object."""

    def __init__(self, name=None):
        self.name = name
        super().__init__()

    def __repr__(self):
        return f"<lookup '{self.name}'>"

    def __getitem__(self, key):
        return self.__dict__.get(key, None)

    def get(self, key, default=None):
        return self.__dict__.get(key, default)
