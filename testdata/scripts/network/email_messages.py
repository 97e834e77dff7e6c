# email.message and email.utils as far as HTTP goes.
import email
from email.message import Message
from email.utils import formatdate, parsedate, parsedate_tz, mktime_tz, parsedate_to_datetime, format_datetime, parseaddr, formataddr, quote, unquote
from email.parser import Parser, BytesParser
import datetime

print(formatdate(0), formatdate(784111777, usegmt=True), formatdate(1e9 + 0.7))
for d in ['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994', '6 Nov 1994 08:49 +0130', 'Mon, 1 Jan 2024 00:00:00 -0000',
          'Tue, 31 Dec 2024 23:59:59 EST', 'nonsense', '', 'Fri, 09 Nov 2001 01:08:47 -0500', '06 Nov 94 08:49:37 PDT']:
    print(repr(d), parsedate(d), parsedate_tz(d))
    try:
        print(parsedate_to_datetime(d), mktime_tz(parsedate_tz(d)))
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
print(format_datetime(datetime.datetime(2024, 2, 3, 4, 5, 6)), format_datetime(datetime.datetime(2024, 2, 3, 4, 5, 6, tzinfo=datetime.timezone.utc), usegmt=True))
print(parseaddr('Some One <a@b.c>'), parseaddr('a@b.c'), formataddr(('A, B', 'x@y')), formataddr(('', 'x@y')), quote('a"b'), unquote('"x\\"y"'))
m = email.message_from_string('Subject: hi\nFrom: me\nX: a\n\tfolded\nContent-Type: text/plain; charset="utf-8"; name=file.txt\n\nbody\nline 2\n')
print(m['subject'], m['X'], m.get_payload(), m.get_content_type(), m.get_content_charset(), m.get_filename(), m.is_multipart(), m.keys())
print(m.as_string())
m = BytesParser().parsebytes(b'Content-Type: multipart/mixed; boundary=XX\r\n\r\npre\r\n--XX\r\nA: 1\r\n\r\none\r\n--XX\r\nContent-Transfer-Encoding: base64\r\n\r\naGVsbG8=\r\n--XX--\r\n')
print(m.is_multipart(), [p.get_payload(decode=True) for p in m.get_payload()], m.get_boundary(), [p.get_content_type() for p in m.walk()])
m = Message()
m['To'] = 'x'
m.set_payload('text')
m.add_header('Content-Disposition', 'attachment', filename='f.txt')
m.set_param('charset', 'latin-1')
print(m, len(m), m.get_params(), m.get_content_disposition())
m.set_type('application/json')
print(m['Content-Type'], m.get_content_maintype(), m.get('none', 'default'), m.get_all('to'), 'TO' in m)
m = email.message_from_string("Content-Disposition: attachment; filename*=utf-8''na%C3%AFve.txt\n\n")
print(m.get_filename())
