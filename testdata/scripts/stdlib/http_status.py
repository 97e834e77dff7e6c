# http.HTTPStatus and http.HTTPMethod.
from http import HTTPStatus, HTTPMethod
import http

for s in HTTPStatus:
    print(s.value, s.name, s.phrase, '|', s.description, s.is_success, s.is_client_error)
ok = HTTPStatus.OK
print(ok, repr(ok), ok == 200, ok + 1, f'{ok}', f'{ok:04d}', int(ok), HTTPStatus(404), HTTPStatus['NOT_FOUND'] is HTTPStatus.NOT_FOUND)
print(HTTPStatus(404).phrase, isinstance(ok, int), {200: 'x'}[ok], '%d' % ok, ok.is_informational, HTTPStatus(500).is_server_error)
print(HTTPStatus.REQUEST_ENTITY_TOO_LARGE.name, HTTPStatus.FOUND.is_redirection, HTTPStatus(100).is_informational, len(HTTPStatus))
print([n for n, s in HTTPStatus.__members__.items() if n != s.name])
try:
    HTTPStatus(999)
except ValueError as e:
    print(e)
for m in HTTPMethod:
    print(m, repr(m), m.value, m.name, m.description)
print(HTTPMethod.GET == 'GET', HTTPMethod('POST'), 'X' + HTTPMethod.PUT, http.__all__)
match 404:
    case HTTPStatus.NOT_FOUND:
        print('matched')
