# A bank with threads: transfers under locks, a ledger, an audit, and deadlock-free ordering.
import random
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed


class InsufficientFunds(Exception):
    def __init__(self, account, needed):
        super().__init__(f"{account.owner} has {account.balance}, needs {needed}")
        self.account, self.needed = account, needed


class Account:
    _next = 1

    def __init__(self, owner, balance=0):
        self.number, Account._next = Account._next, Account._next + 1
        self.owner, self._balance = owner, balance
        self.lock = threading.RLock()
        self.history = []

    @property
    def balance(self):
        with self.lock:
            return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"cannot deposit {amount}")
        with self.lock:
            self._balance += amount
            self.history.append(amount)

    def withdraw(self, amount):
        with self.lock:
            if amount > self._balance:
                raise InsufficientFunds(self, amount)
            self._balance -= amount
            self.history.append(-amount)

    def __repr__(self): return f"<{self.number}:{self.owner} {self._balance}>"


class Bank:
    def __init__(self, *owners, start=100):
        self.accounts = {o: Account(o, start) for o in owners}
        self.failed = 0
        self.lock = threading.Lock()

    def transfer(self, src, dst, amount):
        a, b = sorted((self.accounts[src], self.accounts[dst]), key=lambda acc: acc.number)
        with a.lock, b.lock:
            self.accounts[src].withdraw(amount)
            self.accounts[dst].deposit(amount)
        return amount

    def try_transfer(self, *args):
        try:
            return self.transfer(*args)
        except InsufficientFunds:
            with self.lock:
                self.failed += 1
            return 0

    def total(self): return sum(a.balance for a in self.accounts.values())


bank = Bank("ann", "bob", "cyd")
print(bank.transfer("ann", "bob", 30), bank.accounts["ann"], bank.accounts["bob"], bank.total())
for args in (("ann", "bob", 500), ("ann", "zed", 1), ("ann", "bob", -5)):
    try:
        bank.transfer(*args)
    except (InsufficientFunds, KeyError, ValueError) as e:
        print(type(e).__name__, e)
print(bank.accounts, bank.total())

rng = random.Random(7)
names = list(bank.accounts)
jobs = [(*rng.sample(names, 2), rng.randint(1, 40)) for _ in range(300)]
with ThreadPoolExecutor(max_workers=6) as pool:
    futures = {pool.submit(bank.try_transfer, *job): job for job in jobs}
    moved = 0
    for f in as_completed(futures):
        moved += f.result()
print("total stays", bank.total(), moved > 0, bank.failed == sum(f.result() == 0 for f in futures))
for acc in bank.accounts.values():
    start = 100 + sum(acc.history)
    print(acc.owner, start == acc.balance, acc.balance >= 0)

with ThreadPoolExecutor(3) as pool:
    errors = [pool.submit(bank.accounts["bob"].withdraw, 10 ** 6) for _ in range(3)]
    print({type(f.exception()).__name__ for f in errors}, errors[0].exception().needed)
interest = lambda acc: acc.deposit(acc.balance // 10 or 1)
before = bank.total()
with ThreadPoolExecutor(3) as pool:
    list(pool.map(interest, bank.accounts.values()))
print(bank.total() > before, len({a.number for a in bank.accounts.values()}))
