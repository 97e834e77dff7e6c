# Methods of HTTP.

from enum import StrEnum as _StrEnum


class HTTPMethod(_StrEnum):
    """HTTP methods, each with a description."""

    def __new__(cls, value, description):
        method = str.__new__(cls, value)
        method._value_ = value
        method.description = description
        return method

    def __repr__(self):
        return f'<{type(self).__name__}.{self._name_}>'

    CONNECT = 'CONNECT', 'Establish a connection to the server.'
    DELETE = 'DELETE', 'Remove the target.'
    GET = 'GET', 'Retrieve the target.'
    HEAD = 'HEAD', 'Same as GET, but only retrieve the status line and header section.'
    OPTIONS = 'OPTIONS', 'Describe the communication options for the target.'
    PATCH = 'PATCH', 'Apply partial modifications to a target.'
    POST = 'POST', 'Perform target-specific processing with the request payload.'
    PUT = 'PUT', 'Replace the target with the request payload.'
    TRACE = 'TRACE', 'Perform a message loop-back test along the path to the target.'
