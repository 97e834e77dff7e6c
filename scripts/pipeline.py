"""A pipeline of threads over queues: read, transform, collect."""
import queue
import threading

DONE = object()


def stage(name, work, source, sink):
    while (item := source.get()) is not DONE:
        sink.put(work(item))
    sink.put(DONE)


words = "the quick brown fox jumps over the lazy dog".split()
first, second, last = queue.Queue(maxsize=2), queue.Queue(maxsize=2), queue.Queue()
threads = [
    threading.Thread(target=stage, args=("upper", str.upper, first, second)),
    threading.Thread(target=stage, args=("measure", lambda w: (w, len(w)), second, last)),
]
for t in threads:
    t.start()
for word in words:
    first.put(word)
first.put(DONE)

lengths = {}
while (item := last.get()) is not DONE:
    lengths.setdefault(item[1], []).append(item[0])
for t in threads:
    t.join()
for n in sorted(lengths):
    print(n, *lengths[n])
