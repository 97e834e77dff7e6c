# A pipeline of processes: a source, two squarers and a sink, with queues between.
import multiprocessing as mp
from dataclasses import dataclass


@dataclass
class Item:
    number: int
    square: int = 0


def squarer(inbox, outbox):
    for item in iter(inbox.get, None):
        item.square = item.number ** 2
        outbox.put(item)
    outbox.put(None)


def sink(inbox, workers, answer):
    items, ended = [], 0
    while ended < workers:
        item = inbox.get()
        if item is None:
            ended += 1
        else:
            items.append(item)
    items.sort(key=lambda i: i.number)
    answer.send((len(items), items[:2], sum(i.square for i in items)))
    answer.close()


def main():
    workers = 2
    jobs, results = mp.Queue(maxsize=10), mp.Queue()
    ours, theirs = mp.Pipe(duplex=False)
    stages = [mp.Process(target=squarer, args=(jobs, results), name=f'squarer-{i}') for i in range(workers)]
    stages.append(mp.Process(target=sink, args=(results, workers, theirs), name='sink'))
    for p in stages:
        p.start()
    for i in range(100):
        jobs.put(Item(i))
    for _ in range(workers):
        jobs.put(None)
    count, first, total = ours.recv()
    for p in stages:
        p.join()
    print(count, first, total, isinstance(first[0], Item), first[1] == Item(1, 1))
    print([(p.name, p.exitcode) for p in stages])


if __name__ == '__main__':
    main()
