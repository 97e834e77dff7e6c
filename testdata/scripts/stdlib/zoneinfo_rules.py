from zoneinfo import ZoneInfo, available_timezones, ZoneInfoNotFoundError
import zoneinfo, pickle, copy
from datetime import datetime, timedelta, timezone, time, date
def tryit(f):
    try: return f()
    except Exception as e: return f'{type(e).__name__}: {e}'
NY=ZoneInfo('America/New_York'); B=ZoneInfo('Europe/Berlin')
print(NY, repr(NY), NY.key, NY is ZoneInfo('America/New_York'), ZoneInfo.no_cache('UTC') is ZoneInfo('UTC'))
for tz in ('America/New_York','Europe/Berlin','Asia/Kolkata','Australia/Lord_Howe','UTC','Asia/Tokyo','Europe/Dublin','America/St_Johns','Pacific/Apia','Europe/London'):
    z=ZoneInfo(tz)
    for dt in (datetime(2024,1,15,12),datetime(2024,7,15,12),datetime(1950,6,1),datetime(2024,3,10,2,30), datetime(2024,11,3,1,30), datetime(2024,3,31,2,30), datetime(2024,10,27,2,30), datetime(2011,12,30,5), datetime(1883,11,18,12,2)):
        for fold in (0,1):
            d=dt.replace(tzinfo=z,fold=fold)
            print(tz, d.isoformat(), d.tzname(), d.dst() if tz not in ('Europe/Dublin') else '', d.astimezone(timezone.utc).isoformat(), d.timestamp() if fold else '')
for h in range(8):
    u=datetime(2024,11,3,4,tzinfo=timezone.utc)+timedelta(minutes=30*h)
    l=u.astimezone(NY); print(l, l.fold, l.utcoffset(), (l+timedelta(hours=1)).isoformat())
    u=datetime(2024,3,31,0,tzinfo=timezone.utc)+timedelta(minutes=30*h)
    l=u.astimezone(B); print(l, l.fold, l.strftime('%Z %z'))
print(datetime(2024,7,1,tzinfo=NY)==datetime(2024,7,1,4,tzinfo=timezone.utc), datetime(2024,7,1,tzinfo=NY)-datetime(2024,7,1,tzinfo=B))
for k in ('Nope/Zone','../etc/passwd','/etc/passwd','','Europe', 5, 'a/./b'):
    print(tryit(lambda: ZoneInfo(k)) if k != '' and k!='Europe' else '')
print(len(available_timezones())>400, 'Europe/Berlin' in available_timezones(), pickle.loads(pickle.dumps(NY)) is NY, copy.deepcopy(NY) is NY, NY.utcoffset(None), ZoneInfo('UTC').utcoffset(None), time(12,tzinfo=NY).utcoffset(), time(1,tzinfo=ZoneInfo('Asia/Tokyo')).tzname(), issubclass(ZoneInfoNotFoundError, KeyError))
print(datetime.fromtimestamp(1700000000, NY), datetime.now(NY).tzinfo is NY, isinstance(NY, __import__('datetime').tzinfo))
