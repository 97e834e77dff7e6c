# The status codes as the module http.client has them.

from http import HTTPStatus as _HTTPStatus

globals().update(_HTTPStatus.__members__)
responses = {status: status.phrase for status in _HTTPStatus}
