# Counts events of several processes in a manager's dict, with and without a lock of its own for each key.
from multiprocessing import Manager, Process

EVENTS = ['click', 'view', 'view', 'buy', 'click', 'view']


def record(totals, log, lock, who):
    for e in EVENTS:
        with lock:
            totals[e] = totals.get(e, 0) + 1
    log.append((who, len(EVENTS)))


class Tally:
    def __init__(self, totals):
        self.totals = totals

    def top(self):
        return max(self.totals.items(), key=lambda kv: kv[1])


def main():
    with Manager() as manager:
        totals, log, lock = manager.dict(), manager.list(), manager.Lock()
        ps = [Process(target=record, args=(totals, log, lock, i)) for i in range(4)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(sorted(totals.items()), sorted(log))
        print(Tally(totals).top(), len(totals), 'buy' in totals, totals.get('none'))


if __name__ == '__main__':
    main()
