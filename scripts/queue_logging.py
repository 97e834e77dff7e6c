"""Worker processes that log through a queue to one place in the parent.

    starpool scripts/queue_logging.py

Each worker's records travel over a multiprocessing queue; a listener in the parent
gives them to its handlers, so that lines never mix and levels are set in one place.
"""
import logging
import logging.handlers
import multiprocessing
import sys


def configure_worker(queue):
    root = logging.getLogger()
    root.handlers[:] = [logging.handlers.QueueHandler(queue)]
    root.setLevel(logging.DEBUG)


def work(queue, name, numbers):
    configure_worker(queue)
    log = logging.getLogger(f'worker.{name}')
    log.info('begins with %d numbers', len(numbers))
    for n in numbers:
        try:
            log.debug('1000 / %d = %d', n, 1000 // n)
        except ZeroDivisionError:
            log.exception('cannot divide by %d', n)
    log.info('done')


class Collect(logging.Handler):
    """Keeps formatted records by logger, for a report in a fixed order."""

    def __init__(self):
        super().__init__()
        self.lines = {}

    def emit(self, record):
        self.lines.setdefault(record.name, []).append(self.format(record))


def main():
    queue = multiprocessing.Queue()
    collect = Collect()
    collect.setFormatter(logging.Formatter('%(levelname)-5s %(funcName)s: %(message)s'))
    problems = logging.StreamHandler(sys.stdout)
    problems.setLevel(logging.ERROR)
    problems.setFormatter(logging.Formatter('! %(name)s: %(message)s'))
    problems.addFilter(lambda record: setattr(record, 'msg', record.msg.splitlines()[0]) or True)
    listener = logging.handlers.QueueListener(queue, collect, problems, respect_handler_level=True)
    listener.start()
    jobs = {'a': [1, 2, 3], 'b': [10, 0], 'c': [7]}
    workers = [multiprocessing.Process(target=work, args=(queue, name, numbers)) for name, numbers in jobs.items()]
    for p in workers:
        p.start()
    for p in workers:
        p.join()
    listener.stop()
    for name in sorted(collect.lines):
        print(name)
        for line in collect.lines[name]:
            print('   ', line.splitlines()[0])
    print('exit codes', [p.exitcode for p in workers])


if __name__ == '__main__':
    main()
