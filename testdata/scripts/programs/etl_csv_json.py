#!/usr/bin/env python3
"""Extract orders from CSV shards, transform in threads, load as JSON lines."""
import csv
import io
import json
import os
import random
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from enum import Enum, Flag, IntEnum, auto, unique
from pathlib import Path


@unique
class Status(str, Enum):
    NEW = "new"
    PAID = "paid"
    SHIPPED = "shipped"

    @classmethod
    def _missing_(cls, value):
        for m in cls:
            if m.value == str(value).strip().lower():
                return m


class Quality(Flag):
    OK = 0
    BAD_PRICE = auto()
    BAD_DATE = auto()
    UNKNOWN_STATUS = auto()


class Prio(IntEnum):
    LOW = 1
    HIGH = 5


@dataclass(order=True, slots=True)
class Order:
    sort_index: tuple = field(init=False, repr=False)
    id: int
    customer: str
    price: Decimal = Decimal("0.00")
    day: date | None = None
    status: Status = Status.NEW
    quality: Quality = Quality.OK
    prio: Prio = Prio.LOW
    tags: list[str] = field(default_factory=list, compare=False)

    def __post_init__(self):
        self.sort_index = (-self.prio, self.id)


def write_shards(folder, count, rows):
    rnd = random.Random(42)
    start = datetime(2024, 2, 26, 9, 30)
    for n in range(count):
        with open(folder / f"orders-{n:02}.csv", "w", newline="", encoding="utf-8") as f:
            w = csv.writer(f, quoting=csv.QUOTE_MINIMAL)
            w.writerow(["id", "customer", "price", "day", "status", "tags"])
            for i in range(rows):
                price = rnd.choice(["19.995", "7.5", "n/a", "1e2", "0.125"])
                day = (start + timedelta(days=rnd.randrange(10))).strftime("%Y-%m-%d")
                if rnd.random() < 0.1:
                    day = "2024-02-31"
                w.writerow([n * 100 + i, rnd.choice(["Ann, Ltd", 'Bob "B"', "Zoë"]), price, day,
                            rnd.choice(["new", " PAID", "Shipped", "lost"]), "a|b" if i % 2 else ""])


def transform(row):
    q = Quality.OK
    try:
        price = Decimal(row["price"]).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    except InvalidOperation:
        price, q = Decimal(0), q | Quality.BAD_PRICE
    try:
        day = date.fromisoformat(row["day"])
    except ValueError as e:
        day, q = None, q | Quality.BAD_DATE
    try:
        status = Status(row["status"])
    except ValueError as e:
        status, q = Status.NEW, q | Quality.UNKNOWN_STATUS
    return Order(int(row["id"]), row["customer"], price, day, status, q,
                 Prio.HIGH if price > 50 else Prio.LOW, row["tags"].split("|") if row["tags"] else [])


def load(path):
    with open(path, newline="", encoding="utf-8") as f:
        return [transform(r) for r in csv.DictReader(f)]


def encode(o):
    if isinstance(o, Decimal):
        return str(o)
    if isinstance(o, date):
        return o.isoformat()
    if isinstance(o, Quality):
        return o.name or "OK"
    raise TypeError(f"cannot encode {type(o).__name__}")


def main():
    with tempfile.TemporaryDirectory() as tmp:
        tmp = Path(tmp)
        write_shards(tmp, 4, 6)
        shards = sorted(tmp.glob("orders-*.csv"))
        print([p.name for p in shards], sum(p.stat().st_size for p in shards))
        with ThreadPoolExecutor() as ex:
            orders = [o for part in ex.map(load, shards) for o in part]
        orders.sort()
        out = tmp / "out" / "orders.jsonl"
        out.parent.mkdir(parents=True, exist_ok=True)
        with out.open("w") as f:
            for o in orders:
                d = asdict(o)
                d.pop("sort_index")
                f.write(json.dumps(d, default=encode, sort_keys=True) + "\n")
        lines = out.read_text().splitlines()
        print(len(lines))
        for line in lines[:5]:
            print(line)
        print(orders[0])
        print(replace(orders[-1], customer="X", tags=["t"]))
        print([f.name for f in fields(Order)])
        by = {}
        for o in orders:
            by.setdefault(o.quality, []).append(o.price)
        for q, prices in sorted(by.items(), key=lambda kv: kv[0].value):
            print(f"{str(q):42} {len(prices):3} {sum(prices):>10,.2f}")
        buf = io.StringIO()
        w = csv.DictWriter(buf, fieldnames=["status", "n"], delimiter=";", lineterminator="\n")
        w.writeheader()
        for s in Status:
            w.writerow({"status": s.value, "n": sum(o.status is s for o in orders)})
        print(buf.getvalue(), end="")
        try:
            w.writerow({"status": 1, "oops": 2})
        except ValueError as e:
            print("ValueError:", e)
        try:
            orders[0].nope = 1
        except AttributeError as e:
            print("AttributeError:", e)


if __name__ == "__main__":
    main()
