import calendar, datetime
def tryit(f):
    try: return f()
    except Exception as e: return f'{type(e).__name__}: {e}'
print(calendar.isleap(2024), calendar.isleap(1900), calendar.leapdays(1900,2025), calendar.weekday(2024,2,29), calendar.monthrange(2024,2), calendar.monthrange(1,1), tryit(lambda: calendar.monthrange(2024,13)), tryit(lambda: calendar.weekday(2023,2,29)))
print(calendar.monthcalendar(2024,2)); print(calendar.month(2024,2)); calendar.prmonth(2023,5,3,2)
print(calendar.calendar(2024)); calendar.prcal(2023,w=3,c=2,m=4)
calendar.setfirstweekday(calendar.SUNDAY); print(calendar.month(2024,9), calendar.firstweekday(), tryit(lambda: calendar.setfirstweekday(9)))
c=calendar.Calendar(6)
print(list(c.iterweekdays()), list(c.itermonthdays(2024,9)), list(c.itermonthdays2(2024,9))[:9], list(c.itermonthdates(2024,9))[:3], list(c.itermonthdays4(2024,12))[-3:], c.monthdatescalendar(2024,2)[0], len(c.yeardayscalendar(2024)), c.yeardayscalendar(2024,2)[0][1][0])
print(calendar.HTMLCalendar().formatmonth(2024,2)); print(calendar.HTMLCalendar().formatyearpage(2024)[:400], len(calendar.HTMLCalendar().formatyear(2024,4)))
print(calendar.timegm((2024,2,29,12,30,15)), list(calendar.day_name), calendar.day_abbr[0], list(calendar.month_name), calendar.month_abbr[12], calendar.JANUARY, repr(calendar.Month(3)), calendar.FRIDAY, calendar.Day.SUNDAY, calendar.weekheader(3), calendar.IllegalMonthError.__mro__[1:3])
