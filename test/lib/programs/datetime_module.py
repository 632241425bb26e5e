from datetime import *
import datetime as dtm, calendar, time
d = date(2024, 2, 29); t = time_ = dtm.time(12, 30, 45, 123456); x = datetime(2024, 2, 29, 23, 59, 59, 999999)
print(d, t, x, repr(d), repr(t), repr(x), d.isoformat(), x.isoformat(' ', 'minutes'), d.weekday(), d.isoweekday(), tuple(d.isocalendar()), d.toordinal(), d.timetuple()[:6], d.ctime())
td = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5, microseconds=6)
print(td, repr(td), -td, td.total_seconds(), td * 2, td / 2, td // timedelta(hours=1), td % timedelta(hours=1), abs(-td), timedelta(0), timedelta.max, timedelta.min, bool(timedelta()), td.days, td.seconds, divmod(td, timedelta(minutes=7)))
print(d + timedelta(days=1), x - datetime(2023, 1, 1), d - date(2024, 1, 1), x + td, d < date(2025, 1, 1), x.replace(year=2023, day=1), x.date(), x.time(), max(d, date.min), date.max)
print(x.strftime('%Y-%m-%d %H:%M:%S.%f %j %a %A %b %B %p %I %y %U %W %% %d/%m %Z%z|'), d.strftime('%G-W%V-%u'), f'{x:%d %B %Y}', format(d), x.strftime('%c|%x|%X'))
print(datetime.strptime('21/11/06 16:30', '%d/%m/%y %H:%M'), datetime.strptime('2024-02-29T10:11:12.5+0200', '%Y-%m-%dT%H:%M:%S.%f%z'), datetime.strptime('Tue Mar  5 2024', '%a %b %d %Y'))
print(datetime.fromisoformat('2011-11-04T00:05:23.283+00:00'), date.fromisoformat('2024-W09-4'), dtm.time.fromisoformat('04:23:01'), datetime.fromisoformat('20111104'), date.fromordinal(738000), date.fromisocalendar(2024, 9, 4))
z = timezone(timedelta(hours=5, minutes=30)); u = datetime(2024, 1, 1, tzinfo=timezone.utc)
print(z, repr(z), timezone.utc, u, u.astimezone(z), u.utcoffset(), u.tzname(), u == u.astimezone(z), repr(u), hash(u) == hash(u.astimezone(z)), timezone(timedelta(hours=-3), 'BRT'), u.timestamp(), UTC)
print(datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1e9, UTC), datetime.combine(d, t), x.timetuple(), u.utctimetuple()[:3])
class TZ(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=1)
    def dst(self, dt): return timedelta(0)
    def tzname(self, dt): return 'T+1'
print(datetime(2024, 1, 1, 12, tzinfo=TZ()), datetime(2024, 1, 1, 12, tzinfo=TZ()).strftime('%Z %z'), t.replace(tzinfo=TZ()))
for bad in [lambda: datetime.strptime('x', '%Y'), lambda: datetime.strptime('2024 x', '%Y'), lambda: datetime.strptime('13/2024', '%m/%Y')]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
import pickle, copy
print(pickle.loads(pickle.dumps(x)) == x, copy.deepcopy(u) == u, type(d), dtm.datetime.__mro__, dtm.MINYEAR)
print(calendar.month(2024, 2), calendar.isleap(2024), calendar.monthrange(2024, 2), calendar.leapdays(2000, 2024), calendar.weekday(2024, 1, 1), calendar.day_name[0], list(calendar.month_abbr)[:3], sep='\n')
print(calendar.TextCalendar(6).formatmonth(2023, 5), calendar.monthcalendar(2024, 2), calendar.timegm((1970, 1, 2, 0, 0, 0)), calendar.MONDAY, repr(calendar.JANUARY), calendar.Calendar().monthdatescalendar(2024, 1)[0][0])
print(calendar.calendar(2024)[:300], calendar.HTMLCalendar().formatmonth(2024, 1)[:200])
print(time.strptime('30 Nov 00', '%d %b %y'), time.strftime('%Y', time.gmtime(0)))
