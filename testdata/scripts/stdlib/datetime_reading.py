# datetime.fromisoformat and strptime, and strftime: the usual forms, what is near them, and what is wrong.
from datetime import date, datetime, timedelta, timezone


def tr(f):
    try:
        return repr(f())
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)


class Mine(datetime):
    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls, *args, **kwargs)
        self.note = 'made'
        return self


for s in ('2024-03-05', '2024-03-05T12:30', '2024-03-05 12:30:15', '2024-03-05T12:30:15Z', '2024-03-05T12:30:15.5', '2024-03-05T12:30:15.123+02:00', '2024-03-05T12:30:15.123456-00:00',
          '2024-03-05x12:30:15-11:30', '20240305T123015', '2024-W10-2', '2024-03-05T12', '2024-03-05T12:30:15+02:00:01', '2024-03-05T12:30:15+0200', '2024-02-30', '2024-13-01', '2024-03-05T25:00',
          '2024-03-05T12:60', '2024-03-05T', '2024-3-5', '', '2024-03-05T12:30:15.1234567', 'x', '2024-03-05é12:30', '0000-01-01', '9999-12-31T23:59:59.999999Z'):
    print(s, tr(lambda: datetime.fromisoformat(s)))
print(tr(lambda: Mine.fromisoformat('2024-03-05T12:30:15Z').note), tr(lambda: Mine.strptime('2024', '%Y').note), tr(lambda: datetime.fromisoformat(5)))
for s, f in (('2024-03-05 12:30:15', '%Y-%m-%d %H:%M:%S'), ('05/Mar/2024:12:30:15 +0200', '%d/%b/%Y:%H:%M:%S %z'), ('05/MAR/2024', '%d/%b/%Y'), ('2024-3-5 1:2:3', '%Y-%m-%d %H:%M:%S'), ('12:30:15.25', '%H:%M:%S.%f'),
             ('2024-03-05 12:30:15,123', '%Y-%m-%d %H:%M:%S,%f'), ('2024  03', '%Y %m'), ('2024 03', '%Y  %m'), ('2024\t03', '%Y %m'), ('20240305', '%Y%m%d'), ('2024-02-30', '%Y-%m-%d'), ('2024-13-01', '%Y-%m-%d'),
             ('2024-03-05x', '%Y-%m-%d'), ('2024-03', '%Y-%m-%d'), ('+02:30', '%z'), ('-0000', '%z'), ('+02:30:15', '%z'), ('Z', '%z'), ('March 5 2024', '%B %d %Y'), ('Tue Mar  5 12:30:15 2024', '%a %b %d %H:%M:%S %Y'),
             ('03/05/24 01:30 PM', '%m/%d/%y %I:%M %p'), ('T2024', 't%Y'), ('2024', '%Y '), ('', ''), ('5', '%'), ('5', '%Q'), ('100%', '%j%%')):
    print(repr(s), f, tr(lambda: datetime.strptime(s, f)))
for d in (datetime(2024, 12, 30, 0, 5, 9, 42), datetime(1987, 6, 5, 12, 0, 0), datetime(2024, 2, 29, 23, 59, 59, 999999, timezone(timedelta(hours=-4))), date(2000, 1, 1)):
    for f in ('%Y-%m-%d %H:%M:%S.%f', '%y %I %p %j %b %B %a %A 100%% é %', '%d/%b/%Y:%H:%M:%S %z', '%Z|%U|%W|%V|%G|%u|%w', '', 'plain', '%F %T %D %R', '%c', '%x %X'):
        print(tr(lambda: d.strftime(f)), tr(lambda: f'{d:{f}}') if f else '')
    print(d.ctime(), tr(lambda: d.strftime(3)))
