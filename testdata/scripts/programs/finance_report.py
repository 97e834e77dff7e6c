"""Monthly statement: Decimal money, Fractions, calendar, time zones, statistics; computed by a pool."""
import calendar
import datetime as dt
import decimal
import fractions
import itertools
import locale
import math
import random
import statistics as st
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal as D
from enum import StrEnum
from fractions import Fraction as F
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

CENT = D("0.01")


class Kind(StrEnum):
    DEPOSIT = "deposit"
    FEE = "fee"
    CARD = "card"


class Money:
    def __init__(self, amount, currency="EUR"):
        self.amount, self.currency = D(str(amount)).quantize(CENT, decimal.ROUND_HALF_EVEN), currency

    def __add__(self, o):
        if not isinstance(o, Money):
            return NotImplemented
        if o.currency != self.currency:
            raise ValueError("cannot add %s to %s" % (o.currency, self.currency))
        return Money(self.amount + o.amount, self.currency)

    def __radd__(self, o):
        return self if o == 0 else NotImplemented

    def __neg__(self):
        return Money(-self.amount, self.currency)

    def __mul__(self, k):
        return Money(self.amount * D(str(k)), self.currency)

    def __format__(self, spec):
        return format("%s %s" % (self, self.currency), spec) if spec else str(self)

    def __str__(self):
        return "{:,.2f}".format(self.amount)

    def __eq__(self, o):
        return isinstance(o, Money) and (self.amount, self.currency) == (o.amount, o.currency)

    def __hash__(self):
        return hash((self.amount, self.currency))

    def allocate(self, ratios):
        total, left = sum(ratios), int(self.amount * 100)
        cents = int(self.amount * 100)
        shares = [cents * r // total for r in ratios]
        for i in range(cents - sum(shares)):
            shares[i] += 1
        return [Money(D(s) / 100, self.currency) for s in shares]


def transactions(year, month, seed):
    rnd = random.Random(seed)
    days = calendar.monthrange(year, month)[1]
    for day in range(1, days + 1, 3):
        k = rnd.choice(list(Kind))
        amt = D(rnd.randint(100, 99999)) / 100
        yield dt.date(year, month, day), k, Money(amt if k is Kind.DEPOSIT else -amt / 7)


def loan(principal, rate, n):
    r = D(rate) / 1200
    with decimal.localcontext() as ctx:
        ctx.prec = 28
        pay = (principal * r / (1 - (1 + r) ** -n)).quantize(CENT)
    rows, left = [], principal
    for i in range(1, n + 1):
        interest = (left * r).quantize(CENT, decimal.ROUND_HALF_UP)
        left = left - pay + interest if i < n else D(0)
        rows.append((i, interest, left))
    return pay, rows


def month_report(args):
    year, month, seed = args
    tx = list(transactions(year, month, seed))
    by = {k: sum((m for _, kk, m in tx if kk == k), Money(0)) for k in Kind}
    return calendar.month_name[month], by, sum(m for _, _, m in tx), [float(m.amount) for *_, m in tx]


def main():
    with ThreadPoolExecutor() as ex:
        months = list(ex.map(month_report, [(2024, m, m * 11) for m in (1, 2, 3)]))
    print("{:<10}{:>14}{:>14}{:>14}{:>14}".format("Month", *Kind, "net"))
    for name, by, net, _ in months:
        print(f"{name:<10}" + "".join(f"{str(by[k]):>14}" for k in Kind) + f"{net:>14}")
    vals = sorted(itertools.chain.from_iterable(m[3] for m in months))
    print("%.3f %.3f %.3f %.3f" % (st.mean(vals), st.median(vals), st.pstdev(vals), st.fmean(vals)), [round(q, 2) for q in st.quantiles(vals, n=4)])
    print(st.mode("aabbb"), st.multimode([1, 1, 2, 2]), st.harmonic_mean([40, 60]), round(st.geometric_mean([54, 24, 36]), 6), st.mean([F(1, 3), F(1, 6)]), st.mean([D("1.1"), D("2.2")]))
    x, y = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 8.1, 9.8]
    lr = st.linear_regression(x, y)
    print(f"{lr.slope:.4f} {lr.intercept:.4f} {st.correlation(x, y):.6f} {st.covariance(x, y):.4f}", st.NormalDist(100, 15).cdf(130).__round__(6))
    pay, rows = loan(D(10000), "4.9", 12)
    print(pay, rows[0], rows[-1], sum(r[1] for r in rows))
    print([str(m) for m in Money("100").allocate([1, 1, 1])], F(3, 4) + F("0.125"), F(0.1).limit_denominator(100), math.prod([F(1, 2)] * 3), F("22/7") // 1, float(F(1, 3)))
    for fn in (lambda: Money(1) + Money(1, "USD"), lambda: Money(1) + 1, lambda: D("x"), lambda: D(1) / 0, lambda: F(1, 0), lambda: st.mean([]), lambda: st.stdev([1]),
               lambda: ZoneInfo("Mars/Base"), lambda: dt.date(2023, 2, 29), lambda: dt.datetime.strptime("2024-13", "%Y-%m"), lambda: D(1) + 1.5, lambda: calendar.monthrange(2024, 13)):
        try:
            fn()
        except Exception as e:
            print(type(e).__name__ + ":", e)
    print(calendar.month(2024, 2))
    ny, tk = ZoneInfo("America/New_York"), ZoneInfo("Asia/Tokyo")
    t = dt.datetime(2024, 3, 10, 1, 30, tzinfo=ny)
    for h in range(3):
        u = (t.astimezone(dt.timezone.utc) + dt.timedelta(hours=h))
        print(u.astimezone(ny).isoformat(), u.astimezone(tk).strftime("%d %b %Y %I:%M %p %Z"), u.astimezone(ny).dst())
    print(dt.date(2024, 12, 30).isocalendar(), dt.date.fromisocalendar(2024, 1, 1), dt.timedelta(days=1.5, seconds=-3), divmod(dt.timedelta(hours=5), dt.timedelta(minutes=7)), (dt.date(2024, 3, 1) - dt.date(2023, 3, 1)).days)
    print(D("1e3").normalize(), D("12.50").as_tuple(), round(D("2.675"), 2), D("7") % 3, D(2).sqrt(), D("-0.0"), D("NaN").is_nan(), max(D(1), D("1.5")), f"{D('1234567.891'):,.1f} {D('0.000001')} {D('1E+5'):f}")
    print(calendar.isleap(2100), calendar.weekday(2024, 2, 29), calendar.day_abbr[0], [w for w in calendar.Calendar().monthdayscalendar(2024, 9)][:2], calendar.timegm((2024, 1, 1, 0, 0, 0)))


if __name__ == "__main__":
    main()
